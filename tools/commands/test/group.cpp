#include "tools/cli/command.hpp"

namespace sihu {

GroupWords test_group() {
  return {
      {"互考：组卷、考试、阅卷", "papers, sittings and marks"},
      Text{"$ sihu test paper 2026Q4 quarter --seed 20261001\n"
           "$ sihu test take 2026Q4 quarter --as p013\n"
           "$ printf '人员,题号,答案\\np013,1,A\\n' | sihu test record 2026Q4 quarter --answers -\n"
           "$ sihu test grade 2026Q4 quarter --record",
           "$ sihu test paper 2026Q4 quarter --seed 20261001\n"
           "$ sihu test take 2026Q4 quarter --as p013\n"
           "$ printf 'person,number,response\\np013,1,A\\n' | sihu test record 2026Q4 quarter "
           "--answers -\n"
           "$ sihu test grade 2026Q4 quarter --record"}};
}

}  // namespace sihu
