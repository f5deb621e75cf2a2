// sihu rectify assign: somebody else becomes the owner.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_assign_command() {
  return rectify_command<StepName::assign>(
      {"指定整改责任人", "say who has to rectify a problem"},
      {"$ sihu rectify assign e5t6vy-6 --to p022", "$ sihu rectify assign e5t6vy-6 --to p022"});
}

}  // namespace sihu
