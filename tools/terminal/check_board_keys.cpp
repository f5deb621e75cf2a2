#include "tools/terminal/check_board.hpp"

namespace sihu {

// The first are those that a narrow window still shows.
const std::vector<BoardKey>& board_keys() {
  static const std::vector<BoardKey> keys{
      {"p", {"通过", "pass"}, {"通过", "pass"}},
      {"0-9",
       {"计数", "count"},
       {"要计数的项目直接打数字，后面可写备注",
        "of what is counted: just the number, a note may follow"}},
      {"f", {"不通过", "fail"}, {"不通过，再写情况", "fail, then what you found"}},
      {"d",
       {"扣分", "deduct"},
       {"扣分，再写规则的号或名，如 1*2 3；没有规则的写 =1.5 原因",
        "points off, then rules by number or name, e.g. 1*2 3; =1.5 and why without a rule"}},
      {"n", {"不适用", "n/a"}, {"不适用，再写原因", "not applicable, then why"}},
      {"e",
       {"佐证", "evidence"},
       {"选文件作佐证，随答案一起记", "choose files as evidence, kept with the answer"}},
      {"u",
       {"撤销", "undo"},
       {"丢掉未记的备注和佐证；没有，就撤销上一个答案",
        "drop note and evidence not recorded yet, else take the last answer back"}},
      {"/",
       {"查找", "find"},
       {"按编号、名称、标准查找；Esc 回到全部", "by id, title or standard; Esc shows all again"}},
      {"Tab",
       {"筛选", "filter"},
       {"全部、未答、不合格，轮着来", "all, unanswered, findings, in turn"}},
      {"m", {"备注", "note"}, {"备注，随答案一起记", "a note, kept with the answer"}},
      {"s", {"跳过", "skip"}, {"到下一个没答的", "to the next without an answer"}},
      {"↑↓", {"移动", "move"}, {"上一项、下一项；Home、End 到头", "item by item; Home, End"}},
      {"PgUp PgDn",
       {"翻看", "scroll"},
       {"项目的说明一屏放不下时翻看", "where what is said of an item is longer than the window"}},
      {"Enter",
       {"确认", "confirm"},
       {"记下台账自查算得的结果；都答完时结束",
        "takes what the branch's records say; ends when all is answered"}},
      {"q",
       {"离开", "quit"},
       {"离开；每答一项都已存盘，下次接着做",
        "leave; every answer is saved, the next run goes on"}},
      {"Ctrl-Z", {"挂起", "suspend"}, {"挂起，fg 回来", "suspend; fg comes back"}},
      {"Ctrl-L", {"重画", "redraw"}, {"重画", "redraw"}},
  };
  return keys;
}

}  // namespace sihu
