#include "tools/cli/command.hpp"

namespace sihu {

GroupWords learn_group() {
  return {
      {"互学：课程、学时、新人、向谁学什么", "learning: courses, hours, newcomers, what to learn"},
      Text{"$ sihu learn record dues --on 2026-10-12 --attended p001,p002 --teacher zb03\n$ sihu "
           "learn "
           "hours --branch zb03\n$ sihu learn todo zb05",
           "$ sihu learn record dues --on 2026-10-12 --attended p001,p002 --teacher zb03\n$ sihu "
           "learn "
           "hours --branch zb03\n$ sihu learn todo zb05"}};
}

}  // namespace sihu
