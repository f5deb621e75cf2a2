// sihu rectify extend: the answering branch asks for more time.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_extend_command() {
  return rectify_command<StepName::extend>(
      {"在期限之前申请延期", "ask for an extension, before the due date"},
      {"$ sihu rectify extend 17 --due 2026-11-05 --note 银行对账单未到",
       "$ sihu rectify extend 17 --due 2026-11-05 --note \"the statement is not here yet\""});
}

}  // namespace sihu
