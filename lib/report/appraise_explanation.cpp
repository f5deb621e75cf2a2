#include "report/appraise_explanation.hpp"

#include "report/appraise_words.hpp"
#include "report/coded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

class AppraiseExplanation {
 public:
  AppraiseExplanation(const AppraiseList& list, const AppraiseRow& row, const Ledger& ledger)
      : list_(list), row_(row), sheet_(row.entry.sheet), ledger_(ledger) {
    if (const PersonAppraisal* file = list.state.find(row.entry.person->id)) file_ = *file;
  }

  Table make();

 private:
  using Lines = std::vector<std::string>;

  // A row with what most rows have.
  struct Row {
    Coded level;
    std::string id;
    Phrase title;
    Value score = {};
    Value of = {};
    Value weight = {};
    Value self = {};
    Value source = {};
    Phrase why = {};
    Lines lines = {};
  };

  void add(Row row);
  void add_total();
  void add_parts();
  void add_quarters();
  void add_area(const AppraisedArea& area);
  void add_item(const AppraisedLine& line);
  void add_events();
  Phrase sum_words() const;
  Phrase item_words(const AppraisedLine& line) const;
  Lines item_lines(const AppraisedLine& line) const;
  Lines lines_of(std::vector<std::size_t> entries) const;
  std::string rounded(const Rational& value) const {
    return value.rounded(2, list_.appraisal.rules.halves);
  }
  Value score_of(const std::optional<Rational>& value) const {
    return value ? Value(rounded(*value)) : Value();
  }

  const AppraiseList& list_;
  const AppraiseRow& row_;
  const AppraiseSheet& sheet_;
  const Ledger& ledger_;
  PersonAppraisal file_;
  Table table_;
};

Coded level_word(const char* code, Text words) {
  return {code, phrase(words)};
}

void join_words(Phrase& to, const Phrase& more) {
  if (more.empty()) return;
  to = to.empty() ? more : phrase(Text{"{0}；{1}", "{0}; {1}"}, to, more);
}

Value mark_value(const std::optional<AppraiseMark>& mark) {
  if (!mark) return {};
  if (!mark->points) return Coded{"na", phrase(Text{"不适用", "not applicable"})};
  return mark->points->shortest();
}

void AppraiseExplanation::add(Row row) {
  table_.rows.push_back({std::move(row.level), std::move(row.id), std::move(row.title),
                         std::move(row.score), std::move(row.of), std::move(row.weight),
                         std::move(row.self), std::move(row.source), std::move(row.why),
                         std::move(row.lines)});
}

AppraiseExplanation::Lines AppraiseExplanation::lines_of(std::vector<std::size_t> entries) const {
  std::ranges::sort(entries);
  Lines lines;
  for (const std::size_t entry : entries)
    lines.push_back(to_string(ledger_.place(ledger_.entries[entry])));
  return lines;
}

// `(80 × 86.00 + 20 × 75.00) ÷ 100`: what is shown is rounded, what is added up is not.
Phrase AppraiseExplanation::sum_words() const {
  const AppraiseRules& rules = list_.appraisal.rules;
  if (!sheet_.areas_score) return {};
  if (!sheet_.quarters.mean) return same(rounded(*sheet_.areas_score));
  return same(fmt::format("({} × {} + {} × {}) ÷ {}", rules.areas.shortest(),
                          rounded(*sheet_.areas_score), rules.quarters.shortest(),
                          rounded(*sheet_.quarters.mean),
                          (rules.areas + rules.quarters).shortest()));
}

void AppraiseExplanation::add_total() {
  Phrase why = sum_words();
  if (row_.rank) join_words(why, phrase(Text{"第 {0} 名", "rank {0}"}, *row_.rank));
  if (row_.range && row_.range->best < row_.range->worst)
    join_words(why, phrase(Text{"也可能是第 {0} 到第 {1} 名", "may be anything from {0} to {1}"},
                           row_.range->best, row_.range->worst));
  if (row_.grade) join_words(why, phrase(wording(*row_.grade)));
  join_words(why, appraise_row_words(row_));
  join_words(why, phrase(Text{"仅供参考", "for reference only"}));
  std::vector<std::size_t> entries;
  if (file_.published) entries.push_back(file_.published->entry);
  add({level_word("total", {"总分", "total"}),
       row_.entry.person->id,
       row_.entry.person->name,
       row_.shown.empty() ? Value() : Value(row_.shown),
       std::string("100"),
       {},
       score_of(sheet_.self_score),
       {},
       why,
       lines_of(entries)});
}

void AppraiseExplanation::add_quarters() {
  const std::string branch = row_.entry.person->branch;
  for (const QuartersScore::One& one : sheet_.quarters.quarters) {
    Phrase why = one.total ? phrase(Text{"支部季度总分，见 sihu tally {0} --explain {1}",
                                         "the branch's total, see sihu tally {0} --explain {1}"},
                                    to_string(one.quarter), branch)
                           : phrase(Text{"支部没有季度总分，不是 0 分",
                                         "the branch has no total, which is not 0"});
    if (one.provisional) join_words(why, phrase(Text{"暂定", "provisional"}));
    add({level_word("quarter", {"季度", "quarter"}),
         to_string(one.quarter),
         phrase(Text{"{0} 总分", "total of {0}"}, to_string(one.quarter)),
         score_of(one.total),
         std::string("100"),
         {},
         {},
         {},
         why,
         {}});
  }
}

void AppraiseExplanation::add_parts() {
  const AppraiseRules& rules = list_.appraisal.rules;
  const auto& today = sheet_.quarters_today;
  add({level_word("part", {"部分", "part"}),
       "quarters",
       phrase(Text{"两个季度的平均", "mean of the two quarters"}),
       score_of(sheet_.quarters.mean),
       std::string("100"),
       rules.quarters.shortest(),
       {},
       {},
       today && today != sheet_.quarters.mean
           ? phrase(Text{"公示时的；现在是 {0}", "as published; {0} by now"}, rounded(*today))
       : sheet_.quarters.mean
           ? Phrase{}
           : phrase(Text{"不适用：不是书记，或支部没有季度总分；权重退出，不是 0 分",
                         "not applicable: no secretary, or no total of the branch; "
                         "its weight drops out, which is not a 0"}),
       {}});
  add_quarters();
  Phrase why = phrase(Text{"打了 {0}/{1} 项；不适用的退出，本方面其余各项折算",
                           "{0} of {1} items scored; what does not apply drops out, the rest of "
                           "its area is rescaled"},
                      sheet_.done, sheet_.asked);
  if (sheet_.self_done > 0 && !sheet_.self_score)
    join_words(why, phrase(Text{"自评了 {0}/{1} 项，齐了才合计",
                                "{0} of {1} items scored by oneself, a total once all are"},
                           sheet_.self_done, sheet_.asked));
  add({level_word("part", {"部分", "part"}),
       "areas",
       phrase(Text{"逐项打分", "items"}),
       score_of(sheet_.areas_score),
       std::string("100"),
       rules.areas.shortest(),
       score_of(sheet_.self_score),
       {},
       why,
       {}});
}

void AppraiseExplanation::add_area(const AppraisedArea& area) {
  Phrase why = phrase(Text{"{0}/{1} 项", "{0} of {1} items"}, area.done, area.asked);
  if (area.applicable.is_zero())
    join_words(why, phrase(Text{"没有可计的分，退出，不是 0 分",
                                "nothing to score: drops out, which is not a 0"}));
  else
    join_words(why, phrase(Text{"计分的条目共 {0} 分，折算成 {1} 分",
                                "items scored have {0} points, brought to {1}"},
                           area.applicable.shortest(), area.points.shortest()));
  add({level_word("area", {"方面", "area"}),
       area.id,
       area.title,
       score_of(area.earned),
       area.points.shortest(),
       {},
       {},
       {},
       why,
       {}});
  for (const AppraisedLine& line : sheet_.items)
    if (line.item->area == area.id) add_item(line);
}

Phrase AppraiseExplanation::item_words(const AppraisedLine& line) const {
  const auto corrected = file_.corrected.find(line.item->id);
  switch (line.origin) {
    case MarkOrigin::filled:
      return filled_words(line);
    case MarkOrigin::decision:
      return same(line.said->decided->reason);
    case MarkOrigin::appeal:
      return same(corrected->second.reason);
    case MarkOrigin::differs:
      return reasons_words(line.said->given, true);
    case MarkOrigin::hand:
      return reasons_words(line.said->given, false);
    case MarkOrigin::published:
      if (is_still_filled(line)) return filled_words(line);
      if (!line.said)
        return phrase(
            Text{"公示时的季度结果，后来变了", "from the quarters, which have changed since"});
      return line.said->decided ? same(line.said->decided->reason)
                                : reasons_words(line.said->given, false);
    case MarkOrigin::none:
      break;
  }
  return phrase(Text{"还没有分，不是 0 分", "no mark yet, which is not 0"});
}

AppraiseExplanation::Lines AppraiseExplanation::item_lines(const AppraisedLine& line) const {
  std::vector<std::size_t> entries;
  const bool published = line.origin == MarkOrigin::published || line.origin == MarkOrigin::appeal;
  const bool filled = line.origin == MarkOrigin::filled || (published && is_still_filled(line));
  if (filled) entries = line.filled->entries;
  if (published && file_.published) entries.push_back(file_.published->entry);
  if (const auto corrected = file_.corrected.find(line.item->id);
      corrected != file_.corrected.end())
    entries.push_back(corrected->second.entry);
  if (line.said && !filled) {
    for (const RecordedMarkOfItem& one : line.said->given) entries.push_back(one.entry);
    if (line.said->decided) entries.push_back(line.said->decided->entry);
  }
  return lines_of(std::move(entries));
}

void AppraiseExplanation::add_item(const AppraisedLine& line) {
  add({level_word("item", {"条目", "item"}),
       line.item->id,
       line.item->title,
       mark_value(line.mark),
       line.item->points.shortest(),
       {},
       mark_value(line.self),
       coded(line.origin),
       item_words(line),
       item_lines(line)});
}

void AppraiseExplanation::add_events() {
  if (file_.veto)
    add({level_word("veto", {"一票否决", "veto"}),
         file_.veto->number,
         phrase(Text{"正式决定", "formal decision"}),
         {},
         {},
         {},
         {},
         {},
         same(file_.veto->reason),
         lines_of({file_.veto->entry})});
  for (const AppraiseAppeal& appeal : file_.appeals)
    add({level_word("appeal", {"申诉", "appeal"}),
         appeal.item,
         appeal.decided ? phrase(Text{"已裁定", "decided"}) : phrase(Text{"待裁定", "open"}),
         {},
         {},
         {},
         {},
         {},
         same(appeal.note),
         lines_of({appeal.entry})});
  if (file_.within_quota)
    add({level_word("decision", {"裁定", "decision"}),
         "quota",
         *file_.within_quota
             ? phrase(Text{"名额线上并列，评为优秀", "equal at the quota's line: excellent"})
             : phrase(Text{"名额线上并列，不评优秀", "equal at the quota's line: not excellent"}),
         {},
         {},
         {},
         {},
         {},
         {},
         lines_of({file_.within_entry})});
  for (const std::size_t entry : file_.rejected)
    add({level_word("decision", {"裁定", "decision"}),
         "appeal",
         phrase(Text{"申诉不改分", "the appeal changes nothing"}),
         {},
         {},
         {},
         {},
         {},
         same(std::string(ledger_.entries[entry].event.get("reason"))),
         lines_of({entry})});
}

Table AppraiseExplanation::make() {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  table_ = {phrase(Text{"{0} {1} 考核得分的来历（仅供参考）",
                        "How the appraisal of {1} in {0} came about (for reference only)"},
                   to_string(list_.appraisal.half), row_.entry.person->name),
            {{"level", {"层", "level"}},
             {"id", {"编号", "id"}},
             {"title", {"名称", "title"}, left, true, 12},
             {"score", {"得分", "score"}, right},
             {"of", {"满分", "of"}, right},
             {"weight", {"权重", "weight"}, right},
             {"self", {"自评", "self"}, right},
             {"source", {"来源", "source"}, left},
             {"why", {"怎么来的", "why"}, left, true, 12},
             {"lines", {"台账", "ledger"}, left, true, 12}},
            {}};
  add_total();
  add_parts();
  for (const AppraisedArea& area : sheet_.areas) add_area(area);
  add_events();
  return std::move(table_);
}

}  // namespace

Table appraise_explanation(const AppraiseList& list, const AppraiseRow& row, const Ledger& ledger) {
  return AppraiseExplanation(list, row, ledger).make();
}

}  // namespace sihu
