#include "tools/cli/command.hpp"

namespace sihu {

GroupWords review_group() {
  return {{"互评：各支部互相打分", "branches review each other"},
          Text{"$ sihu review run 2026Q4 zb05\n$ sihu review result 2026Q4",
               "$ sihu review run 2026Q4 zb05\n$ sihu review result 2026Q4"}};
}

}  // namespace sihu
