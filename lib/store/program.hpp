#pragma once

#include "wording/result.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How a program ended.
struct ProgramEnd {
  bool good = false;    ///< with status 0, and in time
  bool in_time = true;  ///< it ended by itself
  std::string said;     ///< the last of what it wrote, on standard output and standard error
};

/// A program to run: no shell reads its words.
struct ProgramCall {
  std::vector<std::string> words;             ///< the program and its arguments; one at least
  std::string_view input = {};                ///< on its standard input
  std::vector<std::string> environment = {};  ///< `NAME=value`, besides what is there
  std::chrono::seconds patience{120};         ///< then it is ended
};

/// Runs it and waits. `Kind::environment`, `no-program`, when it can't be started.
Result<ProgramEnd> run_program(const ProgramCall& call);

/// Runs a program that somebody looks at, however long: it writes where we write, and Ctrl-C is for
/// it alone. False when it can't be started.
bool show_program(const ProgramCall& call);

}  // namespace sihu
