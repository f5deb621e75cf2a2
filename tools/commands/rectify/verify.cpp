// sihu rectify verify: the inspecting branch or the committee closes it (销号).
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_verify_command() {
  return rectify_command<StepName::verify>(
      {"复核后销号", "verify and close a problem"},
      {"$ sihu rectify verify 17 --note 收据已核对",
       "$ sihu rectify verify 17 --note \"receipts checked\""});
}

}  // namespace sihu
