// sihu rectify note: a remark, which changes nothing.
#include "tools/cli/rectify.hpp"

namespace sihu {

Command rectify_note_command() {
  return rectify_command<StepName::note>(
      {"给问题添加备注或材料", "add a note or evidence to a problem"},
      {"$ sihu rectify note b4n8rs-6 --note 已约定周五谈话",
       "$ sihu rectify note b4n8rs-6 --note \"the talk will be on Friday\""});
}

}  // namespace sihu
