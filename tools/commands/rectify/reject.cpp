// sihu rectify reject: what was submitted is not enough; the due date stays.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_reject_command() {
  return rectify_command<StepName::reject>(
      {"把整改结果退回", "send a submission back"},
      {"$ sihu rectify reject 17 --note 缺九月收据",
       "$ sihu rectify reject 17 --note \"the September receipt is missing\""});
}

}  // namespace sihu
