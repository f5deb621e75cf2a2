// sihu rectify extend: the answering branch asks for more time.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_extend_command() {
  return rectify_command<StepName::extend>(
      {"在期限之前申请延期", "ask for an extension, before the due date"},
      {"$ sihu rectify extend g3x7na-5 --due 2026-11-05 --note 两名党员月底才回",
       "$ sihu rectify extend g3x7na-5 --due 2026-11-05 --note \"two members are away until "
       "then\""});
}

}  // namespace sihu
