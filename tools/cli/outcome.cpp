#include "tools/cli/world.hpp"
#include "wording/render.hpp"

#include <ostream>

namespace sihu {

Exit report_failure(World& world, const Failure& failure) {
  for (const Fault& fault : failure.faults) world.err << render(fault, world.lang);
  return exit_for(failure.kind);
}

}  // namespace sihu
