#include "tools/cli/command.hpp"

namespace sihu {

Text review_group() {
  return {"互评：各支部互相打分", "branches review each other"};
}

}  // namespace sihu
