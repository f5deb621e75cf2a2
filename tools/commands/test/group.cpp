#include "tools/cli/command.hpp"

namespace sihu {

Text test_group() {
  return {"互考：组卷、考试、阅卷", "papers, sittings and marks"};
}

}  // namespace sihu
