// sihu rectify verify: the inspecting branch or the committee closes it (销号).
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_verify_command() {
  return rectify_command<StepName::verify>(
      {"复核后销号", "verify and close a problem"},
      {"$ sihu rectify verify a7k2mc-7 --note 讲稿和签到表已核对",
       "$ sihu rectify verify a7k2mc-7 --note \"text and attendance checked\""});
}

}  // namespace sihu
