// sihu rectify withdraw: it was no problem, or was opened twice.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_withdraw_command() {
  return rectify_command<StepName::withdraw>(
      {"撤销问题", "withdraw a problem"},
      {"$ sihu rectify withdraw h6q9wb-7 --note \"年度计划在机关党委，属实\"",
       "$ sihu rectify withdraw h6q9wb-7 --note \"the plan is with the committee\""});
}

}  // namespace sihu
