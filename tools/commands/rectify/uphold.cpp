// sihu rectify uphold: the dispute is decided: it stays a problem.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_uphold_command() {
  return rectify_command<StepName::uphold>(
      {"维持有异议的问题", "uphold a disputed problem"},
      {"$ sihu rectify uphold 17 --note 转出手续九月才办",
       "$ sihu rectify uphold 17 --note \"the transfer was in September\""});
}

}  // namespace sihu
