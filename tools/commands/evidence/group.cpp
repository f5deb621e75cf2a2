// sihu evidence: what lies in evidence/.
#include "wording/text.hpp"

namespace sihu {

Text evidence_group() {
  return {"佐证：evidence/ 中的文件", "evidence: the files in evidence/"};
}

}  // namespace sihu
