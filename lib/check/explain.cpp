#include "check/explain.hpp"

#include "base/utf8.hpp"
#include "wording/number.hpp"

namespace sihu {

namespace {

Phrase taken_by_rule(const Deduction& deduction) {
  if (!deduction.rule) return phrase(Text{"{0}：扣完", "{0}: all points off"}, deduction.when);
  const auto each = deduction.rule->each.shortest();
  const auto taken = deduction.taken.shortest();
  if (deduction.capped)
    return phrase(Text{"{0}：{1} × {2}，最多扣 {3}", "{0}: {1} × {2}, at most {3} off"},
                  deduction.when, each, deduction.count, taken);
  if (deduction.count == 1)
    return phrase(Text{"{0}：扣 {1}", "{0}: {1} off"}, deduction.when, taken);
  return phrase(Text{"{0}：{1} × {2} = 扣 {3}", "{0}: {1} × {2} = {3} off"}, deduction.when, each,
                deduction.count, taken);
}

Phrase with_unit(const Text& words, const Rational& number, const Phrase& unit) {
  const Phrase bare = phrase(words, number.shortest());
  return unit.empty() ? bare : phrase(Text{"{0} {1}", "{0} {1}"}, bare, unit);
}

void explain_value(const ItemLine& line, std::vector<Phrase>& why) {
  if (!line.item->target || !line.answer->value) return;
  why.push_back(phrase(
      Text{"数得 {0}，要求{1}：得 {2} 分", "counted {0}, expected {1}: scores {2}"},
      line.answer->value->shortest(), target_words(*line.item->target), line.earned.shortest()));
}

void explain_answer(const ItemLine& line, std::vector<Phrase>& why) {
  const auto& answer = *line.answer;
  if (answer.verdict == Verdict::value) return explain_value(line, why);
  if (answer.verdict != Verdict::deduct) return why.push_back(describe(answer));
  if (answer.rules.empty()) return why.push_back(describe(answer));
  Rational sum;
  for (const auto& deduction : deductions(*line.item, answer.rules)) {
    why.push_back(taken_by_rule(deduction));
    sum += deduction.taken;
  }
  if (sum > line.item->points)
    why.push_back(phrase(Text{"合计 {0}，扣完 {1} 分为止", "{0} in all, but not more than {1}"},
                         sum.shortest(), line.item->points.shortest()));
}

std::vector<Phrase> explain_line(const ItemLine& line) {
  std::vector<Phrase> why;
  if (line.waived) {
    why.push_back(phrase(Text{"已批准豁免，不计入", "waived, taken out"}));
  } else if (!line.answer) {
    why.push_back(phrase(Text{"未作答，计 0 分", "unanswered, counts 0"}));
  } else {
    explain_answer(line, why);
    if (!line.counts) why.back() = phrase(Text{"不适用，不计入", "not applicable, taken out"});
    if (line.conflict)
      why.push_back(
          phrase(Text{"两人答案不一致，暂按低的计", "answers differ, the lower one counts"}));
  }
  if (!line.answer || line.answer->note.empty()) return why;
  why.push_back(same(visible(line.answer->note)));
  return why;
}

Phrase area_total(const AreaLine& area) {
  if (area.applicable.is_zero())
    return phrase(Text{"{0}：没有适用的项，{1} 分退出满分",
                       "{0}: nothing applies, its {1} points leave the full"},
                  area.title, area.points.shortest());
  if (area.applicable == area.points)
    return phrase(Text{"{0}：{1} / {2}", "{0}: {1} / {2}"}, area.title, area.earned.rounded(),
                  area.points.shortest());
  return phrase(Text{"{0}：{1} / {2}（适用的 {3} 分折算成 {2} 分）",
                     "{0}: {1} / {2} (the {3} points that apply rescaled to {2})"},
                area.title, area.earned.rounded(), area.points.shortest(),
                area.applicable.shortest());
}

std::string joined(const std::vector<std::string>& ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ", ") + id;
  return list;
}

Rational worth(const Score& score) {
  return score.total.value_or(Rational{});
}

}  // namespace

Phrase target_words(const Target& target) {
  if (!target.at_least)
    return with_unit({"至多 {0}", "at most {0}"}, target.at_most.value_or(Rational{}), target.unit);
  if (!target.at_most)
    return with_unit({"至少 {0}", "at least {0}"}, *target.at_least, target.unit);
  const Phrase least = same(target.at_least->shortest());
  return phrase(Text{"{0} 到 {1}", "{0} to {1}"}, least,
                with_unit({"{0}", "{0}"}, *target.at_most, target.unit));
}

Explanation explain_score(const ScoreBasis& basis, const ItemStates& items) {
  Explanation explanation;
  explanation.score = score_check(basis, items);
  const auto now = worth(explanation.score);
  for (const auto& line : explanation.score.items) {
    ExplainedItem item{line, explain_line(line), {}};
    const bool mendable = line.counts && (!line.answer || line.finding());
    if (mendable) item.gain = worth(score_check(basis, items, line.item->id)) - now;
    explanation.items.push_back(std::move(item));
  }
  for (const auto& area : explanation.score.areas) explanation.totals.push_back(area_total(area));
  explanation.totals.push_back(describe(explanation.score));
  return explanation;
}

Phrase describe(const Score& score) {
  if (!score.total) return phrase(Text{"没有可计分的项", "nothing to score"});
  auto sum = phrase(Text{"得分 {0} / {1}", "score {0} / {1}"}, score.total->rounded(),
                    score.full.shortest());
  if (!score.vetoes.empty())
    sum = phrase(Text{"{0}（一票否决：{1}；否则为 {2}）", "{0} (vetoed by {1}; otherwise {2})"},
                 sum, joined(score.vetoes), score.underlying->rounded());
  if (!score.complete())
    sum = phrase(Text{"{0}，暂定：完成 {1}%（{2}/{3}）", "{0}, provisional: {1}% done ({2}/{3})"},
                 sum, score.percent_done(), score.done, score.asked);
  if (score.conflicts > 0)
    return phrase(score.complete() ? Text{"{0}，暂定：{1} 项答案不一致",
                                          "{0}, provisional: answers to {1} differ"}
                                   : Text{"{0}，{1} 项答案不一致", "{0}, answers to {1} differ"},
                  sum, counted(score.conflicts, "item"));
  if (!score.complete()) return sum;
  return phrase(Text{"{0}，完成 100%", "{0}, 100% done"}, sum);
}

}  // namespace sihu
