#include "wording/text.hpp"

namespace sihu {

Text learn_group() {
  return {"互学：课程、学时、新人、向谁学什么",
          "learning: courses, hours, newcomers, what to learn"};
}

}  // namespace sihu
