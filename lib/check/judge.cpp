#include "check/judge.hpp"

#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <charconv>

namespace sihu {

namespace {

using Part = Objection::Part;
using Objections = std::vector<Objection>;

const DeductRule* find_rule(const Item& item, std::string_view id) {
  const auto found = std::ranges::find(item.deduct, id, &DeductRule::id);
  return found == item.deduct.end() ? nullptr : &*found;
}

std::vector<std::string> known_rules(const Item& item) {
  std::vector<std::string> known;
  for (const auto& rule : item.deduct) known.push_back(rule.id);
  for (std::size_t i = 0; i < item.zero_if.size(); ++i)
    known.push_back("zero-" + std::to_string(i + 1));
  return known;
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

// A rule without `per` and without a limit is a fact: it is so or it is not.
bool counts(const DeductRule& rule) {
  return !rule.per.empty() || (rule.most && *rule.most > rule.each);
}

std::size_t place_in_checklist(const Item& item, const RuleUse& use) {
  const auto found = std::ranges::find(item.deduct, use.rule, &DeductRule::id);
  if (found != item.deduct.end()) return static_cast<std::size_t>(found - item.deduct.begin());
  return item.deduct.size() + zero_fact(item, use.rule).value_or(item.zero_if.size());
}

Objection unknown_rule(const Item& item, const std::string& id) {
  const auto known = known_rules(item);
  Objection objection{
      Part::rule, "unknown-rule",
      phrase(Text{"{0} 没有扣分规则 “{1}”", "{0} has no rule \"{1}\""}, item.id, in_brief(id))};
  if (const auto close = nearest(id, known))
    objection.hint = phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close);
  else if (!known.empty())
    objection.hint = phrase(Text{"可用的规则：{0}", "its rules are {0}"}, listed(known));
  return objection;
}

void judge_rule(const Item& item, const Answer& answer, const RuleUse& use, Objections& found) {
  if (std::ranges::count(answer.rules, use.rule, &RuleUse::rule) > 1 &&
      &*std::ranges::find(answer.rules, use.rule, &RuleUse::rule) == &use)
    found.push_back({Part::rule, "rule-twice",
                     phrase(Text{"规则 {0} 写了两次", "the rule {0} is given twice"}, use.rule),
                     phrase(Text{"次数写成 {0}*2", "write a count as {0}*2"}, use.rule)});
  const auto* rule = find_rule(item, use.rule);
  const bool fact = rule ? !counts(*rule) : true;
  if (!rule && !zero_fact(item, use.rule)) {
    found.push_back(unknown_rule(item, use.rule));
  } else if (fact && use.count > 1) {
    found.push_back({Part::rule, "rule-counts-once",
                     phrase(Text{"规则 {0} 只计一次，不能乘 {1}",
                                 "the rule {0} counts once, it can't be taken {1} times"},
                            use.rule, use.count)});
  }
}

Rational taken_by(const Item& item, const std::vector<RuleUse>& rules) {
  Rational sum;
  for (const auto& deduction : deductions(item, rules)) sum += deduction.taken;
  return std::min(sum, item.points);
}

// What the answer says it takes off, where the item has no such rules to tell by.
Rational stated_alone(const Item& item, const Answer& answer) {
  const bool told =
      !answer.rules.empty() && deductions(item, answer.rules).size() == answer.rules.size();
  return told ? Rational{} : answer.points.value_or(Rational{});
}

void judge_points(const Item& item, const Answer& answer, Objections& found) {
  if (!answer.points) return;
  if (*answer.points > item.points)
    found.push_back(
        {Part::points, "points-over",
         phrase(Text{"扣 {0} 分，超过 {1} 的分值 {2}", "{0} points off, but {1} has only {2}"},
                answer.points->shortest(), item.id, item.points.shortest())});
  else if (*answer.points <= Rational{})
    found.push_back({Part::points, "points-not-positive",
                     phrase(Text{"扣的分须大于 0，实际为 {0}",
                                 "points taken off must be more than 0, found {0}"},
                            answer.points->shortest())});
}

void judge_deduct(const Item& item, const Answer& answer, Objections& found) {
  for (const auto& use : answer.rules) judge_rule(item, answer, use, found);
  judge_points(item, answer, found);
  if (!found.empty()) return;
  if (answer.rules.empty() && !answer.points) {
    const auto known = known_rules(item);
    found.push_back(
        {Part::rule, "rule-missing",
         phrase(Text{"{0} 扣分，但没有说按哪条规则", "{0} loses points, but no rule is named"},
                item.id),
         known.empty() ? phrase(Text{"没有规则的项，写明 points 和 note",
                                     "for an item without rules give points and a note"})
                       : phrase(Text{"可用的规则：{0}", "its rules are {0}"}, listed(known))});
  } else if (answer.rules.empty() && answer.note.empty()) {
    found.push_back({Part::note, "note-missing",
                     phrase(Text{"{0} 不按规则扣分，须写明原因",
                                 "{0} loses points without a rule, which needs a note"},
                            item.id)});
  } else if (!answer.rules.empty() && answer.points &&
             *answer.points != taken_by(item, answer.rules)) {
    found.push_back(
        {Part::points, "points-differ",
         phrase(Text{"扣 {0} 分，但按规则 {1} 应扣 {2} 分", "{0} points off, but {1} takes {2}"},
                answer.points->shortest(), to_string(answer.rules),
                taken_by(item, answer.rules).shortest())});
  }
}

void judge_value(const Item& item, const Answer& answer, Objections& found) {
  if (!item.target)
    found.push_back({Part::result, "value-without-target",
                     phrase(Text{"{0} 没有要计的数", "{0} has no number to count"}, item.id),
                     phrase(Text{"用 pass、fail、na 或 deduct", "use pass, fail, na or deduct"})});
  else if (!answer.value)
    found.push_back({Part::value, "value-missing",
                     phrase(Text{"{0} 没有写数值", "{0} has no value"}, item.id)});
  else if (*answer.value < Rational{})
    found.push_back(
        {Part::value, "value-negative",
         phrase(Text{"数值不能小于 0，实际为 {0}", "a value can't be less than 0, found {0}"},
                answer.value->shortest())});
}

void judge_fail(const Item& item, const Answer& answer, Objections& found) {
  if (answer.points && *answer.points != item.points)
    found.push_back(
        {Part::points, "points-differ",
         phrase(Text{"不通过扣全部 {0} 分，实际写了 {1}", "fail takes all {0} points, found {1}"},
                item.points.shortest(), answer.points->shortest()),
         phrase(Text{"扣一部分用 deduct", "to take off a part use deduct"})});
}

// Parts of the answer that its result has no use for: most likely a slip of the row.
void judge_leftovers(const Item& item, const Answer& answer, Objections& found) {
  const auto word = to_string(answer.verdict);
  const bool takes = answer.verdict == Verdict::deduct;
  if (answer.points && !takes && answer.verdict != Verdict::fail)
    found.push_back({Part::points, "points-not-used",
                     phrase(Text{"结果是 {0}，不应写扣分", "{0} takes no points off"}, word)});
  if (!answer.rules.empty() && !takes)
    found.push_back({Part::rule, "rule-not-used",
                     phrase(Text{"结果是 {0}，不应写规则", "{0} goes by no rule"}, word),
                     phrase(Text{"按规则扣分用 deduct", "to take points off by rule use deduct"})});
  if (answer.value && answer.verdict != Verdict::value)
    found.push_back({Part::value, "value-not-used",
                     phrase(Text{"结果是 {0}，不应写数值", "{0} has no value"}, word)});
  if (item.target && (answer.verdict == Verdict::pass || takes))
    found.push_back(
        {Part::result, "value-needed",
         phrase(Text{"{0} 须写数出来的数值，不能只写 {1}", "{0} needs the number counted, not {1}"},
                item.id, word),
         phrase(Text{"用 value，并写明数值", "use value and give the number"})});
}

void judge_note(const Item& item, const Answer& answer, Objections& found) {
  if (answer.verdict == Verdict::na && answer.note.empty())
    found.push_back({Part::note, "note-missing",
                     phrase(Text{"{0} 不适用，须写明原因",
                                 "{0} is not applicable, which needs a note saying why"},
                            item.id)});
  if (answer.note.size() > max_note_bytes)
    found.push_back(
        {Part::note, "note-too-long",
         phrase(Text{"说明太长：{0} 字节，最多 {1}", "the note has {0} bytes, at most {1}"},
                answer.note.size(), max_note_bytes)});
}

Rational share(const Item& item, const Rational& part) {
  return item.points * std::clamp(part, Rational{}, Rational{1});
}

Rational earned_by_value(const Item& item, const Rational& value) {
  const auto& target = *item.target;
  const bool low = target.at_least && value < *target.at_least;
  const bool high = target.at_most && value > *target.at_most;
  if (!low && !high) return item.points;
  if (!target.proportional) return {};
  // `low` makes at_least more than value; a negative at_least can't be shared out.
  if (low)
    return *target.at_least > Rational{} ? share(item, value / *target.at_least) : Rational{};
  return value > Rational{} ? share(item, *target.at_most / value) : Rational{};
}

}  // namespace

std::vector<Objection> judge_answer(const Item& item, const Answer& answer) {
  Objections found;
  switch (answer.verdict) {
    case Verdict::deduct:
      judge_deduct(item, answer, found);
      break;
    case Verdict::value:
      judge_value(item, answer, found);
      break;
    case Verdict::fail:
      judge_fail(item, answer, found);
      break;
    case Verdict::pass:
    case Verdict::na:
      break;
  }
  judge_leftovers(item, answer, found);
  judge_note(item, answer, found);
  const bool counts_in_full =
      found.empty() && answer.verdict != Verdict::na && !is_finding(item, answer);
  if (item.evidence_required && answer.evidence.empty() && counts_in_full)
    found.push_back(
        {Part::evidence, "evidence-missing",
         phrase(Text{"{0} 须附佐证才能通过", "{0} can't be passed without evidence"}, item.id)});
  return found;
}

Result<void> check_answer(const Item& item, const Answer& answer) {
  std::vector<Fault> faults;
  for (auto& [part, name, what, hint] : judge_answer(item, answer))
    faults.push_back({{}, name, what, hint});
  if (faults.empty()) return {};
  return fail(Kind::input, std::move(faults));
}

Answer completed(const Item& item, Answer answer) {
  std::ranges::stable_sort(answer.rules, {},
                           [&](const RuleUse& use) { return place_in_checklist(item, use); });
  if (answer.verdict == Verdict::fail && !item.points.is_zero()) answer.points = item.points;
  if (answer.verdict == Verdict::fail && item.points.is_zero()) answer.points.reset();
  if (answer.verdict == Verdict::deduct && !answer.rules.empty())
    answer.points = taken_by(item, answer.rules);
  return answer;
}

std::vector<Deduction> deductions(const Item& item, const std::vector<RuleUse>& rules) {
  std::vector<Deduction> result;
  for (const auto& use : rules) {
    if (const auto* rule = find_rule(item, use.rule)) {
      const auto limit = rule->most.value_or(item.points);
      const auto taken = rule->each * Rational{use.count};
      result.push_back({rule, rule->when, use.count, std::min(taken, limit), taken > limit});
    } else if (const auto fact = zero_fact(item, use.rule)) {
      result.push_back({nullptr, item.zero_if[*fact], 1, item.points, false});
    }
  }
  return result;
}

Rational points_lost(const Item& item, const Answer& answer) {
  switch (answer.verdict) {
    case Verdict::fail:
      return item.points;
    case Verdict::deduct:
      return std::clamp(std::max(taken_by(item, answer.rules), stated_alone(item, answer)),
                        Rational{}, item.points);
    case Verdict::value:
      if (!item.target || !answer.value) return item.points;
      return item.points - earned_by_value(item, *answer.value);
    case Verdict::pass:
    case Verdict::na:
      break;
  }
  return {};
}

bool is_finding(const Item& item, const Answer& answer) {
  return answer.verdict == Verdict::fail || points_lost(item, answer) > Rational{};
}

std::optional<std::size_t> zero_fact(const Item& item, std::string_view rule) {
  constexpr std::string_view prefix = "zero-";
  if (!rule.starts_with(prefix)) return std::nullopt;
  rule.remove_prefix(prefix.size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(rule.data(), rule.data() + rule.size(), number);
  if (error != std::errc{} || end != rule.data() + rule.size()) return std::nullopt;
  if (number < 1 || number > item.zero_if.size()) return std::nullopt;
  return number - 1;
}

}  // namespace sihu
