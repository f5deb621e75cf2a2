#pragma once

#include "base/place.hpp"
#include "wording/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sihu {

/// One thing that is wrong, as data; it becomes words once, in `render`.
struct Fault {
  Place place;               ///< empty file: not about a place in a text
  std::string name;          ///< stable and the same in both languages, e.g. `points-not-a-number`
  Phrase what;               ///< what was found and what was expected; no full stop
  Phrase hint = {};          ///< the one remedy, if there is one; else empty
  bool warning = false;      ///< reported, but does not fail
  std::string excerpt = {};  ///< the user's line, when known, for the caret below it
  std::size_t stands_for = 1;  ///< how many faults this is: `and 30 more` is thirty
  int width = 0;               ///< how many characters the caret underlines; 0 and 1: one
};

/// What kind of failure it is; decides the exit status (tools/cli/exit.hpp) and nothing else.
enum class Kind {
  usage,        ///< the command line is wrong
  input,        ///< a file, or an id that the workspace does not have
  environment,  ///< could not read, write or lock
  refused,      ///< a rule says no
  integrity,    ///< chain, seal, signature or evidence does not match
};

}  // namespace sihu
