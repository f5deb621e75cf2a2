// sihu rectify: the steps of a problem's life.
#include "wording/text.hpp"

namespace sihu {

Text rectify_group() {
  return {"整改：从报送到销号的每一步", "rectify: every step of a problem's life"};
}

}  // namespace sihu
