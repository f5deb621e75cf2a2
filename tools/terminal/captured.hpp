#pragma once

#include "tools/cli/world.hpp"

#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>

namespace sihu {

/// While this lives, what the world is told comes here and not on the terminal, on which a full
/// screen stands.
class Captured {
 public:
  explicit Captured(World& world)
      : world_(world), out_(world.out.rdbuf(said_.rdbuf())), err_(world.err.rdbuf(said_.rdbuf())) {}
  ~Captured() {
    world_.out.rdbuf(out_);
    world_.err.rdbuf(err_);
  }
  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;

  std::string text() const { return said_.str(); }

 private:
  World& world_;
  std::ostringstream said_;
  std::streambuf* out_;
  std::streambuf* err_;
};

}  // namespace sihu
