#include "document/lint.hpp"

#include "document/appraise_defaults.hpp"
#include "document/lint_files.hpp"
#include "document/organisation_parts.hpp"
#include "gate/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace sihu {
namespace {

std::string in_brackets(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : ", ") + word;
  return "[" + line + "]";
}

std::string weights_line(const Organisation& organisation) {
  std::string line;
  for (const char* name : {"check", "review", "learn", "test", "rectification"})
    line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", name,
                        organisation.quarter_weights.at(name).shortest());
  return line;
}

std::string limits_line(const RectificationRules& rules) {
  std::string line;
  for (const auto& [severity, limit] : rules.limits)
    line +=
        fmt::format("{}{}: {}", line.empty() ? "" : ", ", to_string(severity), to_string(limit));
  return line;
}

std::string steps_line(const RectificationRules& rules) {
  std::vector<std::string> steps;
  for (const EscalationStep& step : rules.escalation)
    steps.push_back(
        fmt::format("{{after: {}, to: {}}}", to_string(step.after), to_string(step.to)));
  return in_brackets(steps);
}

std::string hours_line(const LearnSettings& learn) {
  std::string line;
  for (const auto& [role, hours] : learn.hours)
    line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", to_string(role), hours.shortest());
  return line;
}

}  // namespace

std::vector<Fault> lint(const LintInput& input) {
  std::vector<LintedFile> files = lint_each(input);
  lint_together(files, input);
  std::vector<Fault> faults;
  std::set<std::tuple<Place, std::string, std::string>> said;
  for (const LintedFile& file : files) {
    if (!file.wanted) continue;
    std::vector<Fault> warnings;
    for (const Fault& fault : file.faults)
      if (said.emplace(fault.place, fault.name, fault.what.en).second)
        (fault.warning ? warnings : faults).push_back(fault);
    std::ranges::move(capped(std::move(warnings)), std::back_inserter(faults));
  }
  std::stable_sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) {
    // What is about a file as a whole (`and 30 more`) comes behind its lines.
    if (a.place.file == b.place.file && (a.place.line == 0) != (b.place.line == 0))
      return b.place.line == 0;
    return a.place < b.place;
  });
  return faults;
}

std::string explain_defaults(Lang lang) {
  const Organisation none;
  const RectificationRules& rules = none.rectification;
  std::string text;
  const auto line = [&text, lang](const std::string& yaml, Text meaning) {
    text += fmt::format("{}  # {}\n", yaml, meaning.in(lang));
  };
  line("language: zh", {"没有别的说明时用的语言：zh 或 en", "when nothing else says: zh or en"});
  line("timezone: " + none.timezone,
       {"日期按这个时区算；也可写 +08:00", "dates are its dates; or +08:00"});
  line("calendars: []", {"没有日历的年份按普通周末算", "years without one have plain weekends"});
  line("quarter:", {"季度总分", "the score of a quarter"});
  line(fmt::format("  weights: {{{}}}", weights_line(none)),
       {"合计 100；只写几项时，没写的是 0", "add up to 100; written in part, the rest is 0"});
  line("  ties: " + none.ranking.ties,
       {"并列怎么编号：standard 是 1、1、3，dense 是 1、1、2，last 是 2、2、3",
        "numbers of those who are equal: standard 1, 1, 3; dense 1, 1, 2; last 2, 2, 3"});
  line("  rounding: half-up",
       {"公布两位小数，只舍入一次：half-up 四舍五入，half-even 四舍六入五成双",
        "two decimals are published, rounded once: half-up, or half-even (GB/T 8170)"});
  line("  tie-breaks: []",
       {"总分相同时依次比哪几项，如 [rectification, check]；还相同就并列",
        "what decides between equal totals, such as [rectification, check]; else they share"});
  line("rectification:", {"限时整改", "rectification"});
  line(fmt::format("  limits: {{{}}}", limits_line(rules)),
       {"检查项没写 due 时按严重程度；wd 工作日，d 自然日，now 当天",
        "when an item has no due; wd working days, d calendar days, now the same day"});
  line("  verify-within: " + to_string(rules.verify_within),
       {"报来以后，多久之内复核", "how soon a submission is verified"});
  line(fmt::format("  extensions: {{most: {}, days: {}, by: [{}]}}", rules.extensions_most,
                   rules.extension_days, to_string(rules.extensions_by.front())),
       {"最多延期几次，一次最多几天，谁批", "how often, how many days each, granted by whom"});
  line("  escalation: " + steps_line(rules),
       {"逾期多少天，提醒到哪一级", "days overdue, and who is told"});
  line("recuse: []",
       {"回避：[[zb01, zb07]] 两个支部互不检查", "[[zb01, zb07]]: neither inspects the other"});
  line("plan:", {"sihu plan 怎样排", "what sihu plan keeps"});
  line(fmt::format("  targets: {}", none.plan.targets),
       {"每个支部一季度检查几个支部，也被检查几次",
        "how many each branch inspects, and is inspected by"});
  line("  teams: []",
       {"[[zb01, zb02]] 同一小组互不检查", "[[zb01, zb02]]: none of a team inspects another"});
  line("  capacity: {}", {"写 zb03: 0，最多承担几次检查；不写不限",
                          "zb03: 0 is the most a branch makes; else any number"});
  text +=
      say(lang, Text{"  # gap: 4  # 甲查乙以后隔几个季度乙才查甲；不写按支部多少定，至多 4\n",
                     "  # gap: 4  # quarters from A inspecting B to B inspecting A; without it by "
                     "how many branches there are, at most 4\n"});
  line("review:", {"互评", "reviews"});
  line(fmt::format("  method: {}", to_string(none.review.method)),
       {"怎样合成：mean 平均，trimmed 去掉一个最高分、一个最低分，median 中位数，classes "
        "按类别加权，severity 校正宽严",
        "mean, trimmed (without the highest and the lowest), median, classes (weighted), severity "
        "(corrected for leniency)"});
  line(fmt::format("  least: {}", none.review.least),
       {"少于这么多份，不出结果", "fewer sheets about a branch give no result"});
  text +=
      say(lang,
          Text{"  # rubric: work  # 用哪个评分规则；只有一个时可不写\n"
               "  # key: x25519:…  # 委员会的公钥（sihu key new --review）；不写，评分表谁都能读\n",
               "  # rubric: work  # which; needless where there is one\n"
               "  # key: x25519:…  # the committee's, from sihu key new --review; "
               "without it sheets are readable\n"});
  line("learn:", {"互学", "learning"});
  line(fmt::format("  hours: {{{}}}", hours_line(none.learn)),
       {"各种角色一年多少学时；只写几种时，没写的不要求；有几种角色的按多的算",
        "hours a year by role; written in part, the rest needs none; of several roles the most"});
  line("  onboarding: " + to_string(none.learn.onboarding),
       {"从 since 起多久之内要参加岗前培训：6m 六个月，180d，1y",
        "how soon after since: the on-boarding has to be: 6m, 180d, 1y"});
  line(fmt::format("  capacity: {}", none.learn.capacity),
       {"一个支部一季度至多帮带几次，一个条目教一个支部算一次",
        "lessons that a branch gives in a quarter at most, one item to one branch each"});
  text += say(lang, Text{"  # mentoring: 1y  # 新人头多久要有带教人；不写不要求\n",
                         "  # mentoring: 1y  # how long a newcomer has a mentor; without it none "
                         "is asked for\n"});
  const RosterSettings roster;
  line("roster:", {"sihu roster 按什么提醒", "what sihu roster goes by"});
  line(
      "  members: {}",
      {"写 zb03: 120，支部所在单位的工作人员数，专职人数与它比；不写不比",
       "zb03: 120 is how many people work there, to compare full-time staff with; else it is not"});
  line("  term: " + to_string(roster.term),
       {"书记任期，从角色的 from 起", "a secretary's term, from the role's from: on"});
  line("  notice: " + to_string(roster.notice),
       {"任期届满前多久提醒", "how long before its end that is said"});
  line("  exchange: " + to_string(roster.exchange),
       {"专职人员从 since 起多久可以考虑交流；没有统一规定，由单位自定",
        "how long after since: an exchange of full-time staff may be thought of; no rule says, the "
        "unit does"});
  line("remind:", {"sihu remind 怎样提醒", "how sihu remind reaches people"});
  line("  before: " + to_string(RemindSettings{}.before),
       {"到期前多久提醒责任人", "how long before the due date the owner is told"});
  text += say(
      lang, Text{"  # deliver: [sendmail, -t]  # 发送的程序和参数，不经过 shell；提醒从标准输入进\n"
                 "  # message: mail  # text 只有文字，mail 带邮件头\n"
                 "  # from: sihu@example.org\n"
                 "  # to: {{p003: sun@example.org, p005: none}}  # 各人的地址；none 不提醒\n",
                 "  # deliver: [sendmail, -t]  # the program and its arguments, read by no shell; "
                 "gets the message on standard input\n"
                 "  # message: mail  # text alone, or mail with its headers\n"
                 "  # from: sihu@example.org\n"
                 "  # to: {{p003: sun@example.org, p005: none}}  # where people are reached; none: "
                 "not at all\n"});
  text += explain_appraise(lang);
  text += fmt::format("signed: []  # {}{}\n",
                      say(lang, Text{"哪些步骤要签名，可写 ", "steps that need a signature, of "}),
                      fmt::join(signable_steps(), " "));
  line("practice: false",
       {"true：练习用的工作区，--now 算数", "true: to practise in, --now counts"});
  text += say(lang, Text{"# retention: 3y  # 季度保留多久以后可以归档；不写就不能归档\n",
                         "# retention: 3y  # how long a quarter is kept before it may be archived; "
                         "without it none is\n"});
  text += say(lang,
              Text{"# 支部：weight: 1，没有 tags。人员：没有 roles 就是 member；"
                   "没有 keys（sihu key new 给出的公钥）就不能签名；recuse: [zb07] "
                   "是还属于哪些支部，回避用\n",
                   "# a branch: weight: 1, no tags; a person without roles is a member, and "
                   "without keys (public, from sihu key new) signs nothing; recuse: [zb07] says to "
                   "which branches somebody belongs too\n"});
  return text;
}

}  // namespace sihu
