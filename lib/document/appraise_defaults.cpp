#include "document/appraise_defaults.hpp"

#include "document/appraise_settings.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

std::string roles_line(const AppraiseSettings& settings) {
  std::string line;
  for (const RoleName role : settings.who)
    line += fmt::format("{}{}", line.empty() ? "" : ", ", to_string(role));
  return line;
}

}  // namespace

std::string explain_appraise(Lang lang) {
  const AppraiseSettings none;
  std::string text;
  const auto line = [&text, lang](const std::string& yaml, Text meaning) {
    text += fmt::format("{}  # {}\n", yaml, meaning.in(lang));
  };
  line("appraise:", {"半年考核", "appraisals of a half-year"});
  line("  checklist: " + none.checklist, {"考核哪个检查表的条目", "whose items are scored"});
  line(fmt::format("  who: [{}]", roles_line(none)),
       {"考核有哪些角色的人", "people with which roles"});
  line(fmt::format("  weights: {{areas: {}, quarters: {}}}", none.areas_weight.shortest(),
                   none.quarters_weight.shortest()),
       {"逐项得分，和书记所在支部两个季度总分的平均；合计 100；不是书记的只看逐项得分",
        "the items, and the mean of the branch's two quarters for its secretary; add up to 100; "
        "for others the items alone"});
  text += "  fill: []  # [{area: history, from: learn}, {item: DF-02, from: check-items}]";
  text += say(
      lang, Text{"：这些条目由季度结果计分；from 可写 check check-items test learn rectification\n",
                 ": these take their points from the quarters; from check check-items test "
                 "learn rectification\n"});
  line(fmt::format("  grades: {{excellent: {}, good: {}, pass: {}}}", none.excellent.shortest(),
                   none.good.shortest(), none.pass.shortest()),
       {"总分到多少是优秀、良好、合格", "totals from which on somebody is that"});
  line(fmt::format("  quota: {}", none.quota),
       {"优秀至多占百分之几，去尾，至少 1 名",
        "percent who may be excellent, rounded down, at least one"});
  line(fmt::format("  commend: {{grade: {}, no-overdue: {}}}", to_string(none.commend_grade),
                   none.commend_no_overdue),
       {"列出符合表扬条件的人：至少哪一等，有没有逾期未整改的问题",
        "who is listed as meeting the rule: the grade at least, and nothing overdue"});
  line(fmt::format("  help-below: {}", none.help_below.shortest()),
       {"一个方面得分低于百分之几就列出来，好帮他",
        "percent of an area below which somebody is listed to be helped"});
  return text;
}

}  // namespace sihu
