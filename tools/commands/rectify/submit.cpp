// sihu rectify submit: the answering branch says that it is done.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_submit_command() {
  return rectify_command<StepName::submit>(
      {"报送整改结果", "submit what was done about a problem"},
      {"$ sihu rectify submit 26Q3-zb09-e5t6vy-6 --note 已补齐 --evidence records/meetings.csv",
       "$ sihu rectify submit 26Q3-zb09-e5t6vy-6 --note completed --evidence "
       "records/meetings.csv"});
}

}  // namespace sihu
