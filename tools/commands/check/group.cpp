#include "tools/cli/command.hpp"

// sihu check: mutual inspection.
namespace sihu {

GroupWords check_group() {
  return {{"互查：按检查表检查各支部，记答案、算分、开问题",
           "mutual inspection: a checklist at a branch, item by item"},
          Text{"$ sihu check form zb05 --checklist basics -o basics.csv\n"
               "# 填好 basics.csv 的 result 一栏\n"
               "$ sihu check run zb05 --checklist basics --answers basics.csv\n"
               "$ sihu check status --branch zb05\n"
               "$ sihu check confirm zb05 --checklist basics --as p011\n"
               "$ sihu check sign zb05 --checklist basics --as p002",
               "$ sihu check form zb05 --checklist basics -o basics.csv\n"
               "# fill in the column result of basics.csv\n"
               "$ sihu check run zb05 --checklist basics --answers basics.csv\n"
               "$ sihu check status --branch zb05\n"
               "$ sihu check confirm zb05 --checklist basics --as p011\n"
               "$ sihu check sign zb05 --checklist basics --as p002"}};
}

}  // namespace sihu
