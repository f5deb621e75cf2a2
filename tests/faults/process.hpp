#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sihu::test {

struct Order {
  std::vector<std::string> command;
  std::filesystem::path directory;
  std::map<std::string, std::string> environment = {};  ///< all of it
  std::string input = {};                               ///< what it reads; empty: as we do
};

struct Outcome {
  int status = -1;  ///< exit status, or 128 + the signal that ended it
  std::string out;
  std::string err;
};

/// A program that has been started and whose output is kept.
class Running {
 public:
  explicit Running(const Order& order);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  Outcome wait();
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  int err_ = -1;
};

Outcome run(const Order& order);

}  // namespace sihu::test
