// sihu rectify reopen: a look-back (回头看) found it again.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_reopen_command() {
  return rectify_command<StepName::reopen>(
      {"回头看：重开已销号的问题", "look-back: reopen a closed problem"},
      {"$ sihu rectify reopen e5t6vy-7 --note 十月又未收齐",
       "$ sihu rectify reopen e5t6vy-7 --note \"dues were late again in October\""});
}

}  // namespace sihu
