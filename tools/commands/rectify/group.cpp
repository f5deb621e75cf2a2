// sihu rectify: the steps of a problem's life.
#include "tools/cli/command.hpp"

namespace sihu {

GroupWords rectify_group() {
  return {
      {"整改：从报送到销号的每一步", "rectify: every step of a problem's life"},
      Text{"$ sihu rectify submit 17 --note 已补收 --evidence 收据.jpg\n$ sihu rectify verify 17 "
           "--note 收据已核对\n$ sihu rectify show 17",
           "$ sihu rectify submit 17 --note collected --evidence receipt.jpg\n$ sihu rectify "
           "verify 17 --note \"receipts seen\"\n$ sihu rectify show 17"}};
}

}  // namespace sihu
