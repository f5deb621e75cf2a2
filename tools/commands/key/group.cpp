// sihu key: what people sign with.
#include "tools/cli/command.hpp"

namespace sihu {

GroupWords key_group() {
  return {{"签名用的密钥", "keys to sign with"},
          Text{"$ sihu key new --as p900\n$ sihu key list",
               "$ sihu key new --as p900\n$ sihu key list"}};
}

}  // namespace sihu
