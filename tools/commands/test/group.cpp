#include "tools/cli/command.hpp"

namespace sihu {

GroupWords test_group() {
  return {{"互考：组卷、考试、阅卷", "papers, sittings and marks"},
          Text{"$ sihu test paper 2026Q4 safety --seed 20261001\n$ sihu test take 2026Q4 safety\n$ "
               "sihu test grade 2026Q4 safety --record",
               "$ sihu test paper 2026Q4 safety --seed 20261001\n$ sihu test take 2026Q4 safety\n$ "
               "sihu test grade 2026Q4 safety --record"}};
}

}  // namespace sihu
