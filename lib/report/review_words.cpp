#include "report/review_words.hpp"

#include "review/published.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace sihu {
namespace {

Phrase names_of(const ReviewList& list, const std::vector<std::string>& ids) {
  std::vector<Phrase> names;
  for (const std::string& id : ids) names.push_back(list.name_of(id));
  return enumerated(names);
}

void say_few(const ReviewList& list, std::vector<Phrase>& words) {
  std::vector<std::string> few;
  for (const ReviewResult& result : list.results)
    if (result.state == ReviewResult::State::few && !list.find_recorded(result.branch))
      few.push_back(result.branch);
  if (!few.empty())
    words.push_back(phrase(Text{"{0}：评分表不足 {1} 份，不出结果，免得看出谁打了几分",
                                "{0}: fewer than {1} sheets, so there is no result that could show "
                                "who gave what"},
                           names_of(list, few), list.least));
}

// What is told of a branch, by the method it was reckoned by.
struct Told {
  std::string branch;
  ReviewMethod method = ReviewMethod::mean;
  std::size_t sheets = 0;
};

std::vector<Told> told_branches(const ReviewList& list) {
  std::vector<Told> told;
  for (const Branch& branch : list.organisation.branches) {
    const auto result = std::ranges::find(list.results, branch.id, &ReviewResult::branch);
    if (const RecordedReview* recorded = list.find_recorded(branch.id))
      told.push_back({branch.id, recorded->method, static_cast<std::size_t>(recorded->sheets)});
    else if (result != list.results.end() && result->state == ReviewResult::State::told)
      told.push_back({branch.id, list.method, result->sheets});
  }
  return told;
}

void say_of(const ReviewList& list, const std::vector<Told>& told, const Text& text,
            std::size_t number, bool (*applies)(const Told&), std::vector<Phrase>& words) {
  std::vector<std::string> branches;
  for (const Told& one : told)
    if (applies(one)) branches.push_back(one.branch);
  if (!branches.empty()) words.push_back(phrase(text, names_of(list, branches), number));
}

bool lacks_mean(const Told& told) {
  return mean_step(told.method, told.sheets) > 0 && told.sheets < sheets_for_error;
}

bool lacks_error(const Told& told) {
  return told.sheets < sheets_for_error && !lacks_mean(told);
}

bool lacks_error_trimmed(const Told& told) {
  return told.sheets >= sheets_for_error && !tells_error(told.method, told.sheets);
}

void say_withheld(const ReviewList& list, const std::vector<Told>& told,
                  std::vector<Phrase>& words) {
  say_of(list, told,
         {"{0}：评分表不足 {1} 份，不出标准误和区间，它们几乎说得出谁打了几分",
          "{0}: fewer than {1} sheets, so there is no standard error and no interval, which would "
          "nearly show who gave what"},
         sheets_for_error, lacks_error, words);
  say_of(list, told,
         {"{0}：评分表不足 {1} 份，不出标准误、区间和原平均，它们几乎说得出谁打了几分",
          "{0}: fewer than {1} sheets, so there is no standard error, no interval and no raw mean, "
          "which would nearly show who gave what"},
         sheets_for_error, lacks_mean, words);
  say_of(list, told,
         {"{0}：去掉最高最低以后不足 {1} 份，不出标准误和区间，它们几乎说得出谁打了几分",
          "{0}: fewer than {1} sheets without the highest and the lowest, so there is no standard "
          "error and no interval, which would nearly show who gave what"},
         sheets_for_error, lacks_error_trimmed, words);
}

// That raw means are coarse, in steps of so many points.
void say_rounded(const std::vector<Told>& told, std::vector<Phrase>& words) {
  std::set<int> steps;
  for (const Told& one : told)
    if (!lacks_mean(one)) steps.insert(mean_step(one.method, one.sheets));
  steps.erase(0);
  for (const int step : steps)
    words.push_back(
        step == 1
            ? phrase(Text{"原平均只到整分：再细，和得分放在一起就说得出谁打了几分",
                          "raw means are to whole points: finer ones, beside the score, "
                          "would show who gave what"})
            : phrase(
                  Text{"原平均只到 {0} 分一档：再细，和校正后的得分放在一起就算得出谁手紧、谁手松",
                       "raw means are to the nearest {0} points: finer ones, beside "
                       "the corrected score, would show who is strict and who is "
                       "lenient"},
                  step));
}

// That corrected values are coarse, where there are few sheets.
void say_step(const ReviewList& list, std::vector<Phrase>& words) {
  for (const ReviewResult& result : list.results) {
    if (result.state != ReviewResult::State::told || result.step <= Rational(1, 100)) continue;
    words.push_back(
        phrase(Text{"校正后的得分只到 {0} 分一档：表少、分档又少，再细就试得出每一份表",
                    "corrected scores are in steps of {0}: of so few sheets on so short "
                    "a scale finer ones would show what is in each"},
               result.step.shortest()));
    return;
  }
}

void say_classes(const ReviewList& list, const ReviewResult& result, std::vector<Phrase>& words) {
  for (const std::string& joined : result.joined)
    words.push_back(phrase(Text{"{0}：有的类别不足 {1} 份，{2} 合在一起算",
                                "{0}: a class has fewer than {1} sheets, {2} are weighed together"},
                           list.name_of(result.branch), list.least, joined));
  for (const std::string& silent : result.silent)
    words.push_back(phrase(Text{"{0}：{1} 一份也没有交，它的权重不计",
                                "{0}: {1} handed in nothing, and its weight counts for nobody"},
                           list.name_of(result.branch), silent));
}

void say_dropped(const ReviewList& list, std::vector<Phrase>& words) {
  if (list.method != ReviewMethod::trimmed) return;
  std::vector<std::string> whole;
  for (const ReviewResult& result : list.results)
    if (result.state == ReviewResult::State::told && result.dropped == 0)
      whole.push_back(result.branch);
  if (!whole.empty())
    words.push_back(phrase(Text{"{0}：不足 5 份，没有去掉最高最低，是平均分",
                                "{0}: fewer than 5 sheets, so that none is left out: a mean"},
                           names_of(list, whole)));
}

void say_groups(const ReviewList& list, std::vector<Phrase>& words) {
  if (list.method != ReviewMethod::severity) return;
  if (list.groups.size() == 1 && list.groups.front().size() == 1)
    words.push_back(
        phrase(Text{"只有 {0} 一个支部被评：看不出谁手紧、谁手松，得分就是平均分，没有校正",
                    "only {0} was reviewed: who is strict and who is lenient can't be "
                    "told, and the score is the mean, not corrected"},
               list.name_of(list.groups.front().front())));
  if (list.groups.size() < 2) return;
  std::vector<Phrase> groups;
  for (const auto& group : list.groups) groups.push_back(names_of(list, group));
  words.push_back(groups_apart(groups));
}

void say_comments(const ReviewList& list, const ReviewResult& result, std::vector<Phrase>& words) {
  if (result.hidden_comments > 0)
    words.push_back(phrase(Text{"{0}：有意见的不足 {1} 份，不显示",
                                "{0}: comments on fewer than {1} sheets are not shown"},
                           list.name_of(result.branch), list.least));
  const RecordedReview* recorded = list.find_recorded(result.branch);
  if (recorded && !result.comments.empty() && list.changed_since(*recorded))
    words.push_back(phrase(Text{"{0}：记录结果以后评分表有变化，意见不再显示",
                                "{0}: sheets have changed since the result was recorded, so that "
                                "comments are not shown any more"},
                           list.name_of(result.branch)));
}

void say_curbing(const ReviewList& list, std::vector<Phrase>& words) {
  if (std::ranges::any_of(list.results, &ReviewResult::uncurbed))
    words.push_back(phrase(
        Text{"多数评分彼此一致，其余的会被当作例外去掉；所以校正时每份评分分量相同",
             "most sheets agree so closely that the others would pass for mistakes, so every sheet "
             "has the same say in correcting"}));
}

void say_entered_later(const ReviewList& list, std::vector<Phrase>& words) {
  std::map<std::string, std::ptrdiff_t> later;
  for (const auto& [key, handed] : list.state.sheets)
    if (handed.on) ++later[key.branch];
  for (const auto& [branch, count] : later)
    words.push_back(phrase(Text{"{0}：其中补录的 {1} 份", "{0}: {1} entered later than filled in"},
                           list.name_of(branch), counted(count, "sheet")));
}

void say_late(const ReviewList& list, std::vector<Phrase>& words) {
  for (const auto& [branch, recorded] : list.state.results) {
    const auto late = list.sheets_about(branch) - recorded.sheets;
    if (late > 0)
      words.push_back(phrase(Text{"{0}：记录结果以后又到了 {1} 份，不在结果里",
                                  "{0}: {1} that came after the result was recorded, and "
                                  "not in it"},
                             list.name_of(branch), counted(late, "sheet")));
  }
}

// Branches of which several people have reviewed the same one.
std::set<std::string> heard_twice(const ReviewList& list) {
  std::set<std::pair<std::string, std::string>> heard;  // who, about whom
  std::set<std::string> twice;
  for (const auto& [key, sheet] : list.state.sheets) {
    const Person* person = list.organisation.find_person(key.person);
    if (person && !person->branch.empty() && !heard.emplace(person->branch, key.branch).second)
      twice.insert(person->branch);
  }
  return twice;
}

void say_voices(const ReviewList& list, std::vector<Phrase>& words) {
  std::vector<Phrase> branches;
  for (const std::string& branch : heard_twice(list)) branches.push_back(list.name_of(branch));
  if (!branches.empty())
    words.push_back(phrase(Text{"一人一票：{0}有几个人评同一个支部，各算一份，分量也就多几份",
                                "one sheet, one voice: of {0} several people reviewed the same "
                                "branch, and each of their sheets counts"},
                           enumerated(branches)));
}

}  // namespace

Phrase groups_apart(const std::vector<Phrase>& groups) {
  std::vector<Phrase> marked;
  for (const Phrase& group : groups) marked.push_back(phrase(Text{"〔{0}〕", "[{0}]"}, group));
  return phrase(
      Text{"{0} 之间没有共同的评分人：校正以后也只能假定各组的人宽严相同，名次不可靠",
           "{0} share no reviewer: even corrected they compare only if the reviewers of each "
           "group are alike, so do not rely on the order"},
      enumerated(marked));
}

Phrase nothing_handed_in(const ReviewList& list, Quarter quarter) {
  if (!list.state.sheets.empty() || !list.state.results.empty() || list.locked > 0) return {};
  return phrase(
      Text{"{0} 还没有人交互评表，没有结果可出；评分人用 sihu review run {0} 在终端打分，或 sihu "
           "review form {0} 导出、填好后 sihu review record {0} 交回；一个支部要有 {1} 份才出结果",
           "nobody has handed in a review of {0} yet, so there is no result: reviewers score with "
           "sihu review run {0}, or fill in what sihu review form {0} writes and hand it in with "
           "sihu review record {0}; a result needs {1} sheets about a branch"},
      to_string(quarter), list.least);
}

std::vector<Phrase> review_words(const ReviewList& list) {
  std::vector<Phrase> words;
  if (list.locked > 0)
    words.push_back(phrase(Text{"{0} 份评分表密封着，打开它们的私钥不在这台机器上",
                                "{0} sealed, and the key that opens them is not on this machine"},
                           counted(static_cast<std::ptrdiff_t>(list.locked), "sheet")));
  say_few(list, words);
  const std::vector<Told> told = told_branches(list);
  say_withheld(list, told, words);
  say_rounded(told, words);
  say_step(list, words);
  say_dropped(list, words);
  for (const ReviewResult& result : list.results) {
    say_classes(list, result, words);
    say_comments(list, result, words);
  }
  say_voices(list, words);
  say_groups(list, words);
  say_curbing(list, words);
  say_entered_later(list, words);
  say_late(list, words);
  return words;
}

}  // namespace sihu
