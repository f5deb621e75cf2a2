// sihu rectify refuse: another, entitled person says no to more time.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_refuse_command() {
  return rectify_command<StepName::refuse>(
      {"不同意延期申请", "refuse an extension that was asked for"},
      {"$ sihu rectify refuse h6q9wb-8 --note 时间充足",
       "$ sihu rectify refuse h6q9wb-8 --note \"there is time enough\""});
}

}  // namespace sihu
