#include "wording/text.hpp"

// sihu check: mutual inspection.
namespace sihu {

Text check_group() {
  return {"互查：按检查表检查各支部，记答案、算分、开问题",
          "mutual inspection: a checklist at a branch, item by item"};
}

}  // namespace sihu
