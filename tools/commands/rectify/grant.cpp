// sihu rectify grant: another, entitled person agrees to more time.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_grant_command() {
  return rectify_command<StepName::grant>(
      {"同意延期申请", "grant an extension that was asked for"},
      {"$ sihu rectify grant h6q9wb-8", "$ sihu rectify grant h6q9wb-8"});
}

}  // namespace sihu
