#include "report/tally_explanation.hpp"

#include "problem/twins.hpp"
#include "report/tally_words.hpp"
#include "review/published.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <set>

namespace sihu {
namespace {

using Row = std::vector<Value>;

Coded level(const char* code, Text words) {
  return {code, phrase(words)};
}

Phrase joined(const std::vector<Phrase>& phrases) {
  Phrase all;
  for (const Phrase& one : phrases)
    all = all.empty() ? one : phrase(Text{"{0}；{1}", "{0}; {1}"}, all, one);
  return all;
}

// `(50 × 86.00 + 10 × 75.00) ÷ 60`: what is shown is rounded, what is added up is not.
Phrase sum_words(const Tally& tally, const TallyRow& row) {
  std::string sum;
  Rational weights;
  for (const ComponentLine& line : tally.components) {
    const auto& score = row.entry.scores[line.component];
    if (line.is_absent() || !score) continue;
    weights += line.declared;
    sum += fmt::format("{}{} × {}", sum.empty() ? "" : " + ", line.declared.shortest(),
                       score->rounded(2, tally.rules.halves));
  }
  if (sum.empty()) return {};
  return same(fmt::format("({}) ÷ {}", sum, weights.shortest()));
}

Row total_row(const TallyExplanation& about) {
  const TallyRow& row = about.row;
  std::vector<Phrase> why{sum_words(about.tally, row)};
  if (row.rank) why.push_back(phrase(Text{"第 {0} 名", "rank {0}"}, *row.rank));
  if (row.range && row.range->best < row.range->worst)
    why.push_back(phrase(Text{"也可能是第 {0} 到第 {1} 名", "may be anything from {0} to {1}"},
                         row.range->best, row.range->worst));
  const Phrase lacking = row_words(about.tally, row);
  if (!lacking.empty()) why.push_back(lacking);
  if (why.front().empty()) why.erase(why.begin());
  return {level("total", {"总分", "total"}),
          row.entry.branch,
          row.entry.name,
          row.shown.empty() ? Value() : Value(row.shown),
          std::string("100"),
          Value(),
          joined(why),
          std::vector<std::string>{}};
}

Phrase check_words(const CheckPart& check) {
  if (!check.score)
    return check.missing.empty()
               ? phrase(Text{"没有可计分的检查，不是 0 分", "no check to score, which is not 0"})
               : phrase(Text{"还没有检查，不是 0 分", "not inspected yet, which is not 0"});
  return phrase(Text{"{0} / {1} 分", "{0} / {1} points"}, check.points.rounded(),
                check.full.shortest());
}

Phrase rectification_words(const RectificationPart& part) {
  if (!part.score)
    return phrase(Text{"没有该算的到期问题，不适用，不是 100 分也不是 0 分",
                       "no problem that fell due counts: not applicable, neither 100 nor 0"});
  using enum Rectified;
  return phrase(Text{"到期或重开 {0}：按期销号 {1}，逾期才整改 {2}，逾期未销号 {3}，被重开 {4}",
                     "{0} due or reopened: {1} closed in time, {2} late, {3} still open, {4} "
                     "reopened"},
                part.counted(), part.count(in_time), part.count(late), part.count(still_open),
                part.count(reopened));
}

Phrase review_part_words(const RecordedReview& review, Halves halves) {
  const Phrase words = phrase(Text{"{0} 份评分表，{1}", "{0}, {1}"},
                              counted(review.sheets, "sheet"), wording(review.method));
  if (!review.mean) return words;
  return phrase(
      Text{"{0}；原平均 {1}", "{0}; raw mean {1}"}, words,
      shown_mean(*review.mean, review.method, static_cast<std::size_t>(review.sheets), halves));
}

Phrase error_words(const TallyEntry& entry) {
  return phrase(Text{"标准误 {0}（{1}）", "standard error {0} ({1})"},
                fmt::format("{:.2f}", entry.errors[Component::review]),
                wording(entry.review_error_from));
}

Phrase test_part_words(const std::vector<RecordedTest>& tests, Halves halves) {
  std::vector<Phrase> papers;
  for (const RecordedTest& test : tests)
    papers.push_back(
        phrase(Text{"{0} {1} 分（{2} 人计分，{3} 人参考）", "{0} {1} ({2} count, {3} sat)"},
               test.key.paper, test.value.rounded(2, halves), test.people, test.sat));
  return enumerated(papers);
}

Phrase learn_words(const LearnPart& part) {
  return phrase(Text{"{0} 人年初到本季末应学 {1} 学时，已学 {2}（每人至多计到应学）",
                     "{0}: {1} h asked for from January to the end of the quarter, {2} attained, "
                     "of each person at most what is asked"},
                counted(part.people, "member"), part.required.shortest(), part.attained.shortest());
}

// Of reviews and tests the lines that recorded the result; the sheets behind them say who gave
// what. Of learning the sessions.
std::vector<std::string> part_lines(const TallyExplanation& about, const ComponentLine& line) {
  const Ledger& ledger = about.scene.ledger;
  std::vector<std::string> lines;
  if (line.component == Component::test)
    for (const RecordedTest& test : about.parts.tests)
      lines.push_back(to_string(ledger.place(ledger.entries[test.entry])));
  if (line.component == Component::learn)
    for (const std::size_t entry : about.parts.learn.entries)
      lines.push_back(to_string(ledger.place(ledger.entries[entry])));
  if (line.component != Component::review || !about.parts.review) return lines;
  return {to_string(ledger.place(ledger.entries[about.parts.review->entry]))};
}

Phrase part_words(const TallyExplanation& about, const ComponentLine& line) {
  if (line.component == Component::review && about.parts.review) {
    std::vector<Phrase> words{review_part_words(*about.parts.review, about.tally.rules.halves),
                              error_words(about.row.entry)};
    if (!about.about_reviews.empty()) words.push_back(about.about_reviews);
    return joined(words);
  }
  if (line.component == Component::test && !about.parts.tests.empty())
    return test_part_words(about.parts.tests, about.tally.rules.halves);
  if (line.component == Component::learn && about.parts.learn.score)
    return learn_words(about.parts.learn);
  if (line.component == Component::check) return check_words(about.parts.check);
  if (line.component == Component::rectification)
    return rectification_words(about.parts.rectification);
  return phrase(
      Text{"没有结果，权重退出，不是 0 分", "no result: its weight drops out, which is not a 0"});
}

Row part_row(const TallyExplanation& about, const ComponentLine& line) {
  const auto& score = about.row.entry.scores[line.component];
  return {level("part", {"部分", "part"}),
          std::string(to_string(line.component)),
          phrase(wording(line.component)),
          score ? Value(score->rounded(2, about.tally.rules.halves)) : Value(),
          std::string("100"),
          line.declared.shortest(),
          part_words(about, line),
          part_lines(about, line)};
}

Row corrected_row(const TallyExplanation& about) {
  const auto found = about.corrected.branches.find(about.row.entry.branch);
  Row row{level("corrected", {"校正", "corrected"}), std::string("check"),
          phrase(Text{"扣除检查人宽严后的互查（只供参考）",
                      "check without inspectors' severity (for information)"})};
  if (found == about.corrected.branches.end()) {
    const Phrase none = about.corrected.why_not.empty()
                            ? phrase(Text{"没有检查过", "not inspected"})
                            : about.corrected.why_not;
    row.insert(row.end(), {Value(), std::string("100"), Value(), none, std::vector<std::string>{}});
    return row;
  }
  const double error = about.corrected.errors.at(about.row.entry.branch);
  row.insert(row.end(), {fmt::format("{:.2f}", found->second), std::string("100"), Value(),
                         phrase(Text{"标准误 {0}；计入总分的仍是原分",
                                     "standard error {0}; what counts is still the score as given"},
                                fmt::format("{:.2f}", error)),
                         std::vector<std::string>{}});
  return row;
}

std::vector<std::string> answer_lines(const TallyExplanation& about, const CheckSummary& check,
                                      const std::string& item) {
  std::vector<std::string> lines;
  const ItemState* said = check.state.find(item);
  if (!said) return lines;
  for (const GivenAnswer& given : said->standing)
    lines.push_back(to_string(about.scene.ledger.place(about.scene.ledger.entries[given.entry])));
  return lines;
}

// The steps tell of the item's own points, the columns of its share after rescaling. Of one that
// was met they tell no number.
Phrase rescaled_words(const ItemLine& line) {
  const bool is_met = line.answer && line.answer->verdict == Verdict::pass;
  if (!line.counts || is_met || line.scaled_points == line.item->points) return {};
  return phrase(Text{"自身 {0} / {1} 分，同一部分有不计的条目，折算成 {2} / {3} 分",
                     "its own {0} / {1} points, rescaled to {2} / {3} as items of the same area do "
                     "not count"},
                line.earned.shortest(), line.item->points.shortest(), line.scaled_earned.shortest(),
                line.scaled_points.shortest());
}

void add_items(Table& table, const TallyExplanation& about, const CheckSummary& check) {
  for (auto& [line, why, gain] : explain_check(about.scene, check).items) {
    if (const Phrase words = rescaled_words(line); !words.empty()) why.push_back(words);
    table.rows.push_back({level("item", {"条目", "item"}), line.item->id, line.item->title,
                          line.counts ? Value(line.scaled_earned.shortest()) : Value(),
                          line.counts ? Value(line.scaled_points.shortest()) : Value(), Value(),
                          joined(why), answer_lines(about, check, line.item->id)});
  }
}

Phrase with_remark(const CheckSummary& check, const CountedCheck& of, const Phrase& score) {
  const Phrase remark = inspection_remark(check, &of);
  return remark.empty() ? score : phrase(Text{"{0}；{1}", "{0}; {1}"}, score, remark);
}

// One of several branches' inspections of a checklist.
void add_inspection(Table& table, const TallyExplanation& about, const CheckSummary& check,
                    const CountedCheck& of) {
  const bool begun = is_inspected(check);
  const Phrase score = begun ? describe(check.score) : phrase(wording(check.progress));
  table.rows.push_back({level("sheet", {"答卷", "sheet"}), check.key.by,
                        check.by               ? check.by->name
                        : check.key.by.empty() ? phrase(Text{"其他检查人", "others"})
                                               : same(check.key.by),
                        begun && check.score.total ? Value(check.score.total->rounded()) : Value(),
                        check.score.full.shortest(), Value(), with_remark(check, of, score),
                        std::vector<std::string>{}});
  if (begun) add_items(table, about, check);
}

void add_check(Table& table, const TallyExplanation& about, const CountedCheck& of) {
  const CheckSummary& first = *of.all.front();
  const bool several = of.all.size() + of.idle.size() > 1;
  table.rows.push_back(
      {level("check", {"检查表", "checklist"}), first.key.checklist, first.checklist->title,
       of.total().rounded(), of.full().shortest(), Value(),
       several ? phrase(Text{"{0} 次各自的检查，取平均", "the mean of {0} made independently"},
                        counted(static_cast<std::int64_t>(of.inspections.size()), "inspection"))
               : with_remark(first, of, describe(first.score)),
       std::vector<std::string>{}});
  if (!several) return add_items(table, about, first);
  for (const CheckSummary* check : of.all) add_inspection(table, about, *check, of);
  for (const CheckSummary* check : of.idle) add_inspection(table, about, *check, of);
}

void add_checks(Table& table, const TallyExplanation& about) {
  table.rows.push_back(corrected_row(about));
  for (const CountedCheck& check : about.parts.check.counted) add_check(table, about, check);
  for (const std::string& id : about.parts.check.missing)
    table.rows.push_back({level("check", {"检查表", "checklist"}), id, same(id), Value(), Value(),
                          Value(),
                          phrase(Text{"还没有检查，不计入", "not inspected yet: left out"}),
                          std::vector<std::string>{}});
}

Phrase problem_words(const RectifiedProblem& one) {
  const Problem& problem = *one.problem;
  const Phrase due =
      phrase(Text{"{0}；期限 {1}", "{0}; due {1}"}, wording(one.how), to_string(problem.due));
  const Phrase submitted = problem.submitted ? phrase(Text{"{0}，{1} 报来", "{0}, submitted {1}"},
                                                      due, to_string(*problem.submitted))
                                             : due;
  std::vector<Phrase> twins;
  for (const std::string& id : problem.also()) twins.push_back(same(id));
  if (twins.empty()) return submitted;
  return phrase(
      Text{"{0}；与 {1} 是同一问题，只计一次", "{0}; the same problem as {1}, counted once"},
      submitted, enumerated(twins));
}

// What it was one with until it was withdrawn may have moved its due date.
std::vector<std::string> problem_lines(const TallyExplanation& about, const Problem& problem,
                                       const TakenBack& taken_back) {
  Twins twins;
  for (const Problem& finding : problem.findings) twins.push_back(&finding);
  if (twins.empty()) twins.push_back(&problem);
  std::vector<const Problem*> told = taken_back.beside(twins);
  told.push_back(&problem);
  std::set<std::size_t> entries;
  for (const Problem* one : told)
    for (const HistoryStep& step : one->history)
      if (step.applied) entries.insert(step.entry);
  std::vector<std::string> lines;
  for (const std::size_t entry : entries)
    lines.push_back(to_string(about.scene.ledger.place(about.scene.ledger.entries[entry])));
  return lines;
}

void add_problems(Table& table, const TallyExplanation& about) {
  const TakenBack taken_back(about.scene.problems);
  for (const RectifiedProblem& one : about.parts.rectification.problems) {
    const Problem& problem = *one.problem;
    Value score;
    if (one.counts()) score = std::string(one.how == Rectified::in_time ? "1" : "0");
    table.rows.push_back({level("problem", {"问题", "problem"}), problem.id,
                          about.title_of ? about.title_of(problem) : same(problem.title), score,
                          one.counts() ? Value(std::string("1")) : Value(), Value(),
                          problem_words(one), problem_lines(about, problem, taken_back)});
  }
}

}  // namespace

Table tally_explanation(const TallyExplanation& explanation) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"{0} {1} 总分的来历", "How the total of {1} in {0} came about"},
                     to_string(explanation.tally.quarter), explanation.row.entry.name),
              {{"level", {"层", "level"}},
               {"id", {"编号", "id"}},
               {"title", {"名称", "title"}, left, true, 12},
               {"score", {"得分", "score"}, right},
               {"of", {"满分", "of"}, right},
               {"weight", {"权重", "weight"}, right},
               below_rows({"why", {"怎么来的", "why"}, left, true, 12}),
               below_rows({"lines", {"台账", "ledger"}, left, true, 12})},
              {}};
  table.rows.push_back(total_row(explanation));
  for (const ComponentLine& line : explanation.tally.components) {
    table.rows.push_back(part_row(explanation, line));
    if (line.component == Component::check) add_checks(table, explanation);
    if (line.component == Component::rectification) add_problems(table, explanation);
  }
  return table;
}

}  // namespace sihu
