// sihu evidence: what lies in evidence/.
#include "tools/cli/command.hpp"

namespace sihu {

GroupWords evidence_group() {
  return {{"佐证：evidence/ 中的文件", "evidence: the files in evidence/"},
          Text{"$ sihu evidence remove 4f35ee05 --reason 含身份证号",
               "$ sihu evidence remove 4f35ee05 --reason \"shows an identity number\""}};
}

}  // namespace sihu
