// sihu rectify reject: what was submitted is not enough; the due date stays.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_reject_command() {
  return rectify_command<StepName::reject>(
      {"把整改结果退回", "send a submission back"},
      {"$ sihu rectify reject a7k2mc-7 --note 缺九月党课讲稿",
       "$ sihu rectify reject a7k2mc-7 --note \"the text of the September lecture is missing\""});
}

}  // namespace sihu
