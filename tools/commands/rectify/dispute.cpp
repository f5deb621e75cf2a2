// sihu rectify dispute: the answering branch says that it is none.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_dispute_command() {
  return rectify_command<StepName::dispute>(
      {"对问题提出异议", "dispute a problem, before submitting"},
      {"$ sihu rectify dispute g3x7na-7 --note 借调党员的学时记在原单位",
       "$ sihu rectify dispute g3x7na-7 --note \"seconded members learn where they come from\""});
}

}  // namespace sihu
