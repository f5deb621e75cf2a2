#pragma once

#include "calendar/date.hpp"
#include "calendar/period.hpp"
#include "wording/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Where a command declares what it takes. `tools/cli/parser.cpp` hands these to CLI11; completion,
/// help and man pages read the same declarations.
///
/// A name that begins with `--` is an option; any other (`BRANCH`) is a positional argument.
/// `-o,--output` gives an option two names.
/// Numbers are read in base ten as text (`010` is ten); a repeated single option is an error.
class Flags {
 public:
  virtual ~Flags() = default;

  /// Something whose possible values completion can look up in the workspace.
  enum class What {
    text,
    branch,
    person,
    checklist,
    quarter,
    problem,
    item,
    paper,
    course,
    learner,  ///< a branch or a person
    id,       ///< of any kind
    command,
    file,
    directory,
    date,
    number,
    fingerprint,
    choice
  };

  virtual void flag(std::string_view name, bool& into, Text help) = 0;
  virtual void text(std::string_view name, std::string& into, Text help,
                    What what = What::text) = 0;
  virtual void texts(std::string_view name, std::vector<std::string>& into, Text help,
                     What what = What::text) = 0;
  virtual void integer(std::string_view name, int& into, Text help, int least, int most) = 0;
  virtual void date(std::string_view name, std::optional<Date>& into, Text help) = 0;
  virtual void quarter(std::string_view name, std::optional<Quarter>& into, Text help) = 0;
  virtual void choice(std::string_view name, std::string& into, std::vector<std::string> choices,
                      Text help) = 0;

  /// Positional arguments declared from here on may be left out.
  virtual void optional_from_here() = 0;

  /// The option declared last must be given. (Positional arguments must be anyway.)
  virtual void required() = 0;

  /// A text that may be left out, but not be empty: it is kept as typed.
  virtual void text(std::string_view name, std::optional<std::string>& into, Text help) = 0;
};

}  // namespace sihu
