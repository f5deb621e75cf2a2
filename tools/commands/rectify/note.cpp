// sihu rectify note: a remark, which changes nothing.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_note_command() {
  return rectify_command<StepName::note>(
      {"给问题添加备注或材料", "add a note or evidence to a problem"},
      {"$ sihu rectify note 17 --note 已约定周五补收",
       "$ sihu rectify note 17 --note \"collection agreed for Friday\""});
}

}  // namespace sihu
