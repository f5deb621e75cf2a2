#include "store/basis.hpp"

namespace sihu {

std::string basis_of(const Workspace& workspace) {
  std::string basis = workspace.organisation().id + '\n' + workspace.zone().name + '\n' +
                      std::to_string(workspace.zone().seconds_east);
  for (const auto& change : workspace.zone().changes)
    basis +=
        '\n' + std::to_string(change.from.milliseconds) + ' ' + std::to_string(change.seconds_east);
  return basis;
}

}  // namespace sihu
