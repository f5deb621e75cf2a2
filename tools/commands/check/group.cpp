#include "wording/text.hpp"

// sihu check: mutual inspection.
namespace sihu {

Text check_group() {
  return {"互查：按检查表检查各支部，记答案、算分、开问题",
          "mutual inspection: go through a checklist at a branch; answers, scores, problems"};
}

}  // namespace sihu
