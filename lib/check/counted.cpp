#include "check/counted.hpp"

#include "check/planned.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool has_score(const CheckSummary* check) {
  return check->score.total && !check->score.full.is_zero();
}

Rational count_of(const std::vector<const CheckSummary*>& checks) {
  return Rational(static_cast<std::int64_t>(checks.size()));
}

// What the plan has dropped before it was finished is as if outside it: nobody finishes it.
int rank_of_check(const CheckSummary* check) {
  const bool given_up = check->footing == Footing::dropped && !check->score.complete();
  return rank_of(given_up ? Footing::outside : check->footing);
}

// Those that are complete, or all; of these the ones that a plan stood behind; of these the ones
// that have something to score, or all.
void choose(CountedCheck& counted) {
  counted.inspections = counted.all;
  const auto keep = [&](auto&& wanted) {
    if (std::ranges::any_of(counted.inspections, wanted))
      std::erase_if(counted.inspections, [&](const CheckSummary* check) { return !wanted(check); });
  };
  keep([](const CheckSummary* check) { return check->score.complete(); });
  const int best = rank_of_check(*std::ranges::min_element(counted.inspections, {}, rank_of_check));
  keep([&](const CheckSummary* check) { return rank_of_check(check) == best; });
  keep(has_score);
}

CountedCheck* find_beside(std::vector<CountedCheck>& counted, const CheckSummary& check) {
  const CountedCheck* found = find_counted(counted, check);
  return found ? &counted[static_cast<std::size_t>(found - counted.data())] : nullptr;
}

Phrase reason_list(const std::vector<std::string>& reasons) {
  std::vector<Phrase> all;
  for (const std::string& reason : reasons) all.push_back(same(reason));
  return enumerated(all);
}

// Why it is no inspection of the plan's; empty: it is one.
Phrase footing_words(const CheckSummary& check) {
  const auto reasons = reasons_outside_plan(check.state);
  if (!reasons.empty() && check.footing != Footing::planned)
    return phrase(Text{"计划外：{0}", "outside the plan: {0}"}, reason_list(reasons));
  if (check.footing == Footing::together)
    return phrase(Text{"与各支部自己的检查并存", "beside those that branches made for themselves"});
  if (check.footing == Footing::planned) return {};
  if (!check.by && !check.key.by.empty())
    return phrase(Text{"{0} 已不在组织里", "{0} has left the organisation"}, check.key.by);
  return phrase(Text{"计划后来改了，里面没有它", "the plan was changed and does not have it now"});
}

Phrase recusal_words(const CheckSummary& check) {
  if (check.recused.empty()) return {};
  std::vector<Phrase> branches;
  for (const std::string& id : check.recused) branches.push_back(same(id));
  return phrase(Text{"{0} 应当回避", "{0} should have been recused"}, enumerated(branches));
}

Phrase joined(const Phrase& first, const Phrase& second) {
  if (first.empty() || second.empty()) return first.empty() ? second : first;
  return phrase(Text{"{0}；{1}", "{0}; {1}"}, first, second);
}

Phrase why_not_counted(const CheckSummary& check, const CountedCheck& of) {
  const bool planned = check.footing == Footing::planned;
  if (!check.score.complete())
    return planned ? phrase(Text{"未查完，不计入平均", "not complete, not in the mean"})
                   : phrase(Text{"未查完，不计，也不等它",
                                 "not complete: neither counted nor waited for"});
  const bool has_planned = std::ranges::any_of(of.inspections, [](const CheckSummary* counted) {
    return counted->footing == Footing::planned;
  });
  if (check.footing == Footing::outside)
    return has_planned
               ? phrase(
                     Text{"计划内的已查完，它不计入", "not counted: one of the plan's is complete"})
               : phrase(Text{"照当时计划做的已查完，它不计入",
                             "not counted: one that the plan had when it was begun is complete"});
  if (check.footing == Footing::together)
    return phrase(Text{"各支部自己的已查完，它不计入",
                       "not counted: one that a branch made for itself is complete"});
  return phrase(Text{"没有可计的分，不计入平均", "nothing to score, not in the mean"});
}

}  // namespace

bool CountedCheck::counts(const CheckSummary& check) const {
  return std::ranges::find(inspections, &check) != inspections.end();
}

bool CountedCheck::awaits(const CheckSummary& check) const {
  if (check.footing == Footing::planned) return true;
  const auto is_planned = [](const CheckSummary* one) { return one->footing == Footing::planned; };
  return counts(check) && std::ranges::none_of(all, is_planned) &&
         std::ranges::none_of(idle, is_planned);
}

Rational CountedCheck::full() const {
  Rational sum;
  for (const CheckSummary* check : inspections)
    if (has_score(check)) sum += check->score.full;
  return sum / count_of(inspections);
}

Rational CountedCheck::total() const {
  Rational shares;
  for (const CheckSummary* check : inspections) shares += *check->score.total / check->score.full;
  return full() * shares / count_of(inspections);
}

bool is_inspected(const CheckSummary& check) {
  return check.score.done > 0;
}

std::vector<CountedCheck> counted_checks(const std::vector<const CheckSummary*>& checks) {
  std::vector<CountedCheck> counted;
  for (const CheckSummary* check : checks) {
    if (check->key.self || !is_inspected(*check)) continue;
    if (CountedCheck* found = find_beside(counted, *check))
      found->all.push_back(check);
    else
      counted.push_back({{}, {check}});
  }
  for (const CheckSummary* check : checks)
    if (CountedCheck* found = find_beside(counted, *check); found && !is_inspected(*check))
      found->idle.push_back(check);
  for (CountedCheck& one : counted) choose(one);
  return counted;
}

const CountedCheck* find_counted(const std::vector<CountedCheck>& counted,
                                 const CheckSummary& check) {
  const auto found = std::ranges::find_if(
      counted, [&](const CountedCheck& of) { return is_beside(of.all.front()->key, check.key); });
  return found == counted.end() ? nullptr : &*found;
}

Phrase inspection_remark(const CheckSummary& check, const CountedCheck* of) {
  if (check.key.self) return {};
  const bool passed_over = of && check.state.begun() && !of->counts(check);
  return joined(joined(footing_words(check), recusal_words(check)),
                passed_over ? why_not_counted(check, *of) : Phrase{});
}

}  // namespace sihu
