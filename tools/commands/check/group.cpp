#include "tools/cli/command.hpp"

// sihu check: mutual inspection.
namespace sihu {

GroupWords check_group() {
  return {
      {"互查：按检查表检查各支部，记答案、算分、开问题",
       "mutual inspection: a checklist at a branch, item by item"},
      Text{"$ sihu check run zb05 --checklist dues\n$ sihu check status\n$ sihu check sign zb05 "
           "--checklist dues\n$ sihu check confirm zb05 --checklist dues",
           "$ sihu check run zb05 --checklist dues\n$ sihu check status\n$ sihu check sign zb05 "
           "--checklist dues\n$ sihu check confirm zb05 --checklist dues"}};
}

}  // namespace sihu
