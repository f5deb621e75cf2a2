#include "report/appraise_words.hpp"

#include "wording/number.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr int few_people = 5;

void add_words(Phrase& to, const Phrase& more) {
  if (more.empty()) return;
  to = to.empty() ? more : phrase(Text{"{0}；{1}", "{0}; {1}"}, to, more);
}

Phrase missing_rank_words(const AppraiseRow& row) {
  if (row.why == Unranked::no) return {};
  if (row.why == Unranked::no_score) return phrase(Text{"还没有可计的分", "nothing to score yet"});
  return phrase(Text{"能计分的只占 {0}%（至少 80%），不排名",
                     "only {0}% of the points could be given (80% are needed): no rank"},
                (row.entry.sheet.coverage * Rational(100)).rounded(1));
}

Phrase missing_marks_words(const AppraiseSheet& sheet) {
  Phrase words;
  if (!sheet.complete())
    add_words(words, phrase(Text{"暂定：打了 {0}/{1} 项", "provisional: {0} of {1} items scored"},
                            sheet.done, sheet.asked));
  if (sheet.differing > 0)
    add_words(words, phrase(Text{"{0} 项打分不一致，待裁定",
                                 "marks differ on {0} of the items, to be decided"},
                            sheet.differing));
  if (sheet.quarters.provisional())
    add_words(words, phrase(Text{"季度总分是暂定的", "a quarter's total is provisional"}));
  return words;
}

Phrase quota_words(const Appraisal& appraisal) {
  if (appraisal.ranked() == 0) return {};
  return phrase(Text{"优秀要过 {0} 分，名额 {1}（{2} 人的 {3}%，去尾，至少 1 名）；两条都要满足",
                     "excellent needs {0} and one of {1} places ({3}% of {2}, rounded down, at "
                     "least one): both"},
                appraisal.rules.excellent.shortest(), appraisal.places, appraisal.ranked(),
                appraisal.rules.quota);
}

Phrase tie_words(const AppraiseList& list) {
  if (!list.appraisal.undecided()) return {};
  std::vector<Phrase> names;
  for (const AppraiseRow& row : list.appraisal.rows)
    if (row.held == HeldBack::undecided) names.push_back(row.entry.person->name);
  return phrase(Text{"优秀名额线上并列：{0}，只剩 {1} 个名额，由委员会裁定（sihu appraise decide）",
                     "equal at the quota's line: {0}, with {1} of the places left; the committee "
                     "decides (sihu appraise decide)"},
                enumerated(names), list.appraisal.tied_places);
}

Phrase publication_words(const AppraiseList& list) {
  if (!list.state.publication) return {};
  const std::string until = to_string(list.state.publication->until);
  if (list.today <= list.state.publication->until)
    return phrase(Text{"公示到 {0}，期内可以申诉（sihu appraise appeal）",
                       "published; appeals are open until {0} (sihu appraise appeal)"},
                  until);
  return phrase(Text{"公示期到 {0}，已满", "appeals closed on {0}"}, until);
}

Phrase incomplete_words(const AppraiseList& list) {
  const auto incomplete = std::ranges::count_if(
      list.appraisal.rows, [](const AppraiseRow& row) { return row.entry.sheet.provisional(); });
  if (incomplete == 0) return {};
  return phrase(Text{"{0} 人的分数还不全，缺的不算 0 分，分数和名次都是暂定的",
                     "of {0} people something is missing, which is no 0: scores and ranks are "
                     "provisional"},
                incomplete);
}

// The rule, where nobody meets it: an empty list says nothing.
Phrase commendation_words(const AppraiseList& list) {
  const auto meets = [&](const AppraiseRow& row) { return meets_commendation(row, list.settings); };
  if (list.appraisal.rows.empty() || std::ranges::any_of(list.appraisal.rows, meets)) return {};
  const Phrase grade = phrase(wording(list.settings.commend_grade));
  return list.settings.commend_no_overdue
             ? phrase(
                   Text{"没有人符合表扬条件：分打全、等次不低于“{0}"
                        "”、没有一票否决、名下没有逾期未整改",
                        "nobody meets the rule for commendation: scored completely, at least {0}, "
                        "no veto, and nothing overdue to answer for"},
                   grade)
             : phrase(
                   Text{"没有人符合表扬条件：分打全、等次不低于“{0}”、没有一票否决",
                        "nobody meets the rule for commendation: scored completely, at least {0}, "
                        "no veto"},
                   grade);
}

}  // namespace

std::string_view to_string(HeldBack held) {
  static constexpr std::array<std::string_view, 5> words{"no", "vetoed", "no-place", "undecided",
                                                         "decided"};
  return words.at(static_cast<std::size_t>(held));
}

const Text& wording(HeldBack held) {
  static constexpr std::array<Text, 5> words{
      Text{"没有", "nothing"}, Text{"一票否决，不评优秀", "vetoed: not excellent"},
      Text{"过了优秀线，名额已满", "in the band, but no place left"},
      Text{"名额线上并列，待裁定", "equal at the quota's line, to be decided"},
      Text{"名额线上并列，裁定给了别人", "equal at the quota's line, decided for others"}};
  return words.at(static_cast<std::size_t>(held));
}

Phrase reasons_words(const std::vector<RecordedMarkOfItem>& given, bool with_points) {
  Phrase words;
  for (const RecordedMarkOfItem& one : given) {
    const std::string points = one.mark.points ? one.mark.points->shortest() : "na";
    add_words(words, with_points ? phrase(Text{"{0}：{1}", "{0}: {1}"}, points, one.reason)
                                 : same(one.reason));
  }
  return words;
}

Phrase filled_words(const AppraisedLine& line) {
  return phrase(Text{"{0}：{1}", "{0}: {1}"}, wording(line.filled->from), line.filled->why);
}

bool is_still_filled(const AppraisedLine& line) {
  return line.filled && line.mark && line.filled->mark == *line.mark;
}

Phrase appraise_row_words(const AppraiseRow& row) {
  Phrase words = missing_rank_words(row);
  add_words(words, missing_marks_words(row.entry.sheet));
  if (row.held != HeldBack::no) add_words(words, phrase(wording(row.held)));
  if (row.entry.veto && row.held == HeldBack::no)
    add_words(words, phrase(Text{"有一票否决", "under a veto"}));
  if (row.entry.newcomer)
    add_words(words, phrase(Text{"新人，头半年", "new, in the first half-year"}));
  if (row.entry.open_appeals > 0)
    add_words(words, phrase(Text{"申诉待裁定：{0}", "appeals to be decided: {0}"},
                            row.entry.open_appeals));
  return words;
}

const Text& for_reference_words() {
  static constexpr Text words{
      "仅供参考：分数说的是工作做到哪一步，不评价政治态度和品德；奖惩任用由组织研究决定",
      "for reference only: scores say how far work has come, nothing of conviction or character; "
      "people decide"};
  return words;
}

std::vector<Phrase> appraise_words(const AppraiseList& list) {
  std::vector<Phrase> words{phrase(for_reference_words())};
  const auto add = [&](Phrase more) {
    if (!more.empty()) words.push_back(std::move(more));
  };
  add(publication_words(list));
  add(incomplete_words(list));
  if (const int ranked = list.appraisal.ranked(); ranked > 0 && ranked < few_people)
    add(phrase(Text{"只排了 {0} 人，样本较少，名次仅供参考",
                    "only {0} are ranked: too few for the ranks to mean much"},
               ranked));
  add(quota_words(list.appraisal));
  add(tie_words(list));
  add(commendation_words(list));
  const bool ranges = std::ranges::any_of(
      list.appraisal.rows, [](const AppraiseRow& row) { return row.range.has_value(); });
  if (list.appraisal.ranked() > 1 && ranges)
    add(phrase(
        Text{"名次区间：按各人自己各项得分的差别估计，所有人同时都在其中，十有九准（已按人数放宽，"
             "Bonferroni）；区间重叠的，先后说明不了什么",
             "range: estimated from how each person's items differ; nine times in ten all are in "
             "theirs at once (widened by their number, after Bonferroni); where ranges overlap the "
             "order means nothing"}));
  const bool help = std::ranges::any_of(list.appraisal.rows, [&](const AppraiseRow& row) {
    return !weak_areas(row, list.settings).empty();
  });
  if (help)
    add(phrase(Text{"需要帮助的人学什么、向谁学：sihu learn todo 编号",
                    "what those who need help can learn, and from whom: sihu learn todo ID"}));
  if (list.earlier)
    add(phrase(Text{"比上期：和本人 {0} 的总分比", "change: against the own total of {0}"},
               to_string(*list.earlier)));
  return words;
}

}  // namespace sihu
