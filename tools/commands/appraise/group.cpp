#include "tools/cli/command.hpp"

namespace sihu {

GroupWords appraise_group() {
  return {{"半年考核：打分、公示、申诉", "appraise a half-year: score, publish, appeal"}};
}

}  // namespace sihu
