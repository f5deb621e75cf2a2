// sihu rectify dispute: the answering branch says that it is none.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_dispute_command() {
  return rectify_command<StepName::dispute>(
      {"对问题提出异议", "dispute a problem, before submitting"},
      {"$ sihu rectify dispute 17 --note 八月党员已转出",
       "$ sihu rectify dispute 17 --note \"the member had left by August\""});
}

}  // namespace sihu
