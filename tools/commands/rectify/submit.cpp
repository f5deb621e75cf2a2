// sihu rectify submit: the answering branch says that it is done.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_submit_command() {
  return rectify_command<StepName::submit>(
      {"报送整改结果", "submit what was done about a problem"},
      {"$ sihu rectify submit 17 --note 已补收 --evidence 收据.jpg",
       "$ sihu rectify submit 17 --note collected --evidence receipt.jpg"});
}

}  // namespace sihu
