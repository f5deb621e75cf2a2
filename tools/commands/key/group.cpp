// sihu key: what people sign with.
#include "wording/text.hpp"

namespace sihu {

Text key_group() {
  return {"签名用的密钥", "keys to sign with"};
}

}  // namespace sihu
