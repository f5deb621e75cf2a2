// sihu rectify withdraw: it was no problem, or was opened twice.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_withdraw_command() {
  return rectify_command<StepName::withdraw>(
      {"撤销问题", "withdraw a problem"}, {"$ sihu rectify withdraw 17 --note 与第 9 号重复",
                                           "$ sihu rectify withdraw 17 --note \"the same as 9\""});
}

}  // namespace sihu
