// sihu rectify: the steps of a problem's life.
#include "tools/cli/command.hpp"

namespace sihu {

GroupWords rectify_group() {
  return {{"整改：从报送到销号的每一步", "rectify: every step of a problem's life"},
          Text{"$ sihu rectify submit 26Q3-zb09-e5t6vy-6 --note 已补齐 --evidence "
               "records/meetings.csv --as p020\n"
               "$ sihu rectify verify e5t6vy-6 --note 会议记录已核对 --as p012\n"
               "$ sihu rectify show e5t6vy-6",
               "$ sihu rectify submit 26Q3-zb09-e5t6vy-6 --note completed --evidence "
               "records/meetings.csv --as p020\n"
               "$ sihu rectify verify e5t6vy-6 --note \"records seen\" --as p012\n"
               "$ sihu rectify show e5t6vy-6"}};
}

}  // namespace sihu
