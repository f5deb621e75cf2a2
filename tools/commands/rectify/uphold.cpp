// sihu rectify uphold: the dispute is decided: it stays a problem.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_uphold_command() {
  return rectify_command<StepName::uphold>(
      {"维持有异议的问题", "uphold a disputed problem"},
      {"$ sihu rectify uphold a7k2mc-8 --note 参观没有签到",
       "$ sihu rectify uphold a7k2mc-8 --note \"nobody signed in at the visit\""});
}

}  // namespace sihu
