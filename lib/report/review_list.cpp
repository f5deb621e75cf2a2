#include "report/review_list.hpp"

#include "review/published.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace sihu {
namespace {

constexpr int value_places = 2;
constexpr int error_places = 1;

std::string shown_tenths(const Rational& number) {
  return number.rounded(error_places);
}

std::string shown_tenths(double number) {
  return shown_tenths(Rational::parse(fmt::format("{:.6f}", number), 6).value_or(Rational()));
}

template <class Number>
Value tenths(const std::optional<Number>& number) {
  return number ? Value(shown_tenths(*number)) : Value();
}

Value points(const Rational& value) {
  return Value(value.rounded(value_places));
}

Coded word(const char* code, Text words) {
  return {code, phrase(words)};
}

Coded method_word(ReviewMethod method) {
  return {std::string(to_string(method)), phrase(wording(method))};
}

Coded state_word(const ReviewList& list, const ReviewResult& result) {
  switch (result.state) {
    case ReviewResult::State::told:
      return word("told", {"未记录", "not recorded"});
    case ReviewResult::State::not_fitted:
      return word("not-fitted", {"评分太少，校正不了宽严", "too few to correct for leniency"});
    case ReviewResult::State::few:
      break;
  }
  return {"few", phrase(Text{"不足 {0} 份，不出结果", "fewer than {0}: no result"}, list.least)};
}

const ReviewResult* find_result(const ReviewList& list, const std::string& branch) {
  const auto found = std::ranges::find(list.results, branch, &ReviewResult::branch);
  return found == list.results.end() ? nullptr : &*found;
}

const RecordedReview* find_recorded(const ReviewList& list, const std::string& branch) {
  const auto found = list.state.results.find(branch);
  return found == list.state.results.end() ? nullptr : &found->second;
}

std::int64_t sheets_about(const ReviewList& list, const std::string& branch) {
  return std::ranges::count_if(list.state.sheets,
                               [&](const auto& one) { return one.first.branch == branch; });
}

// Whether the sheets are those that the recorded result was made of: what changed since would show
// by the comments whose it is.
bool changed_since(const ReviewList& list, const RecordedReview& recorded) {
  if (sheets_about(list, recorded.branch) != recorded.sheets) return true;
  return std::ranges::any_of(list.state.sheets, [&](const auto& one) {
    return one.first.branch == recorded.branch && one.second.entry > recorded.entry;
  });
}

std::vector<std::string> comments_to_show(const ReviewList& list, const ReviewResult* result) {
  if (!result) return {};
  const RecordedReview* recorded = find_recorded(list, result->branch);
  return recorded && changed_since(list, *recorded) ? std::vector<std::string>{} : result->comments;
}

using Row = std::vector<Value>;

// Error, both ends of the interval, and the interval as people read it.
template <class Number>
void add_uncertainty(Row& row, const std::optional<Number>& error, const std::optional<Number>& low,
                     const std::optional<Number>& high) {
  row.insert(row.end(), {tenths(error), tenths(low), tenths(high)});
  row.emplace_back(low && high ? Value(shown_tenths(*low) + "–" + shown_tenths(*high)) : Value());
}

Row recorded_row(const RecordedReview& recorded) {
  Row row{method_word(recorded.method), std::int64_t{recorded.sheets}, points(recorded.value)};
  add_uncertainty(row, recorded.error, recorded.low, recorded.high);
  row.push_back(points(recorded.mean));
  row.emplace_back(word("recorded", {"已记录", "recorded"}));
  return row;
}

Row untold_row(ReviewMethod method, std::int64_t sheets, Coded state) {
  Row row{method_word(method), sheets};
  row.resize(row.size() + 6);
  row.emplace_back(std::move(state));
  return row;
}

Row result_row(const ReviewList& list, const ReviewResult& result) {
  const auto told = published(result);
  const auto sheets = static_cast<std::int64_t>(result.sheets);
  if (!told) return untold_row(list.method, sheets, state_word(list, result));
  Row row{method_word(list.method), sheets, points(told->value)};
  add_uncertainty(row, told->error, told->low, told->high);
  row.push_back(points(told->mean));
  row.emplace_back(state_word(list, result));
  return row;
}

Row sealed_row(const ReviewList& list, const std::string& branch) {
  return untold_row(list.method, sheets_about(list, branch), word("sealed", {"密封", "sealed"}));
}

Row row_of(const ReviewList& list, const Branch& branch) {
  const ReviewResult* result = find_result(list, branch.id);
  const RecordedReview* recorded = find_recorded(list, branch.id);
  Row row{branch.id, branch.name};
  const Row rest = recorded ? recorded_row(*recorded)
                   : result ? result_row(list, *result)
                            : sealed_row(list, branch.id);
  row.insert(row.end(), rest.begin(), rest.end());
  // What could not be opened may hold comments: that is not the same as none.
  row.push_back(result ? Value(comments_to_show(list, result)) : Value());
  return row;
}

Phrase branch_name(const ReviewList& list, const std::string& id) {
  const Branch* branch = list.organisation.find_branch(id);
  return branch ? branch->name : same(id);
}

Phrase names_of(const ReviewList& list, const std::vector<std::string>& ids) {
  std::vector<Phrase> names;
  for (const std::string& id : ids) names.push_back(branch_name(list, id));
  return enumerated(names);
}

void say_few(const ReviewList& list, std::vector<Phrase>& words) {
  std::vector<std::string> few;
  for (const ReviewResult& result : list.results)
    if (result.state == ReviewResult::State::few && !find_recorded(list, result.branch))
      few.push_back(result.branch);
  if (!few.empty())
    words.push_back(phrase(Text{"{0}：评分表不足 {1} 份，不出结果，免得看出谁打了几分",
                                "{0}: fewer than {1} sheets, so there is no result that could show "
                                "who gave what"},
                           names_of(list, few), list.least));
}

void say_without_error(const ReviewList& list, std::vector<Phrase>& words) {
  std::vector<std::string> bare;
  for (const ReviewResult& result : list.results)
    if (result.state == ReviewResult::State::told && result.sheets < sheets_for_error)
      bare.push_back(result.branch);
  if (!bare.empty())
    words.push_back(
        phrase(Text{"{0}：评分表不足 {1} 份，不出标准误和区间，它们几乎说得出谁打了几分",
                    "{0}: fewer than {1} sheets, so there is no standard error and no "
                    "interval, which would nearly show who gave what"},
               names_of(list, bare), sheets_for_error));
}

void say_classes(const ReviewList& list, const ReviewResult& result, std::vector<Phrase>& words) {
  for (const std::string& joined : result.joined)
    words.push_back(phrase(Text{"{0}：有的类别不足 {1} 份，{2} 合在一起算",
                                "{0}: a class has fewer than {1} sheets, {2} are weighed together"},
                           branch_name(list, result.branch), list.least, joined));
  for (const std::string& silent : result.silent)
    words.push_back(phrase(Text{"{0}：{1} 一份也没有交，它的权重不计",
                                "{0}: {1} handed in nothing, and its weight counts for nobody"},
                           branch_name(list, result.branch), silent));
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
  if (list.method != ReviewMethod::severity || list.groups.size() < 2) return;
  std::vector<Phrase> groups;
  for (const auto& group : list.groups)
    groups.push_back(phrase(Text{"〔{0}〕", "[{0}]"}, names_of(list, group)));
  words.push_back(phrase(
      Text{"{0} 之间没有共同的评分人：校正以后也只能假定各组的人宽严相同，名次不可靠",
           "{0} share no reviewer: even corrected they compare only if the reviewers of each "
           "group are alike, so do not rely on the order"},
      enumerated(groups)));
}

void say_comments(const ReviewList& list, const ReviewResult& result, std::vector<Phrase>& words) {
  if (result.hidden_comments > 0)
    words.push_back(phrase(Text{"{0}：有意见的不足 {1} 份，不显示",
                                "{0}: comments on fewer than {1} sheets are not shown"},
                           branch_name(list, result.branch), list.least));
  const RecordedReview* recorded = find_recorded(list, result.branch);
  if (recorded && !result.comments.empty() && changed_since(list, *recorded))
    words.push_back(phrase(Text{"{0}：记录结果以后评分表有变化，意见不再显示",
                                "{0}: sheets have changed since the result was recorded, so that "
                                "comments are not shown any more"},
                           branch_name(list, result.branch)));
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
                           branch_name(list, branch), counted(count, "sheet")));
}

void say_late(const ReviewList& list, std::vector<Phrase>& words) {
  for (const auto& [branch, recorded] : list.state.results) {
    const auto late = sheets_about(list, branch) - recorded.sheets;
    if (late > 0)
      words.push_back(phrase(Text{"{0}：记录结果以后又到了 {1} 份，不在结果里",
                                  "{0}: {1} that came after the result was recorded, and "
                                  "not in it"},
                             branch_name(list, branch), counted(late, "sheet")));
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
  for (const std::string& branch : heard_twice(list)) branches.push_back(branch_name(list, branch));
  if (!branches.empty())
    words.push_back(phrase(Text{"一人一票：{0}有几个人评同一个支部，各算一份，分量也就多几份",
                                "one sheet, one voice: of {0} several people reviewed the same "
                                "branch, and each of their sheets counts"},
                           enumerated(branches)));
}

}  // namespace

Table review_table(const ReviewList& list) {
  const auto right = Column::Align::right;
  const auto left = Column::Align::left;
  Table table{phrase(Text{"{0} 互评", "Reviews of {0}"}, to_string(list.state.quarter)),
              {{"branch", {"编号", "id"}},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"method", {"方法", "method"}, left, true, 8},
               {"sheets", {"份数", "sheets"}, right},
               {"value", {"得分", "score"}, right},
               {"error", {"标准误", "error"}, right},
               {"low", {"95% 下限", "95% from"}, right, false},
               {"high", {"上限", "to"}, right, false},
               {"interval_shown", {"95% 区间", "95 %"}, right, true, 0, false},
               {"mean", {"原平均", "raw mean"}, right},
               {"state", {"状态", "state"}, left, true, 8},
               {"comments", {"意见", "comments"}, left, false}},
              {}};
  for (const Branch& branch : list.organisation.branches)
    table.rows.push_back(row_of(list, branch));
  return table;
}

std::vector<Phrase> review_words(const ReviewList& list) {
  std::vector<Phrase> words;
  if (list.locked > 0)
    words.push_back(phrase(Text{"{0} 份评分表密封着，打开它们的私钥不在这台机器上",
                                "{0} sealed, and the key that opens them is not on this machine"},
                           counted(static_cast<std::ptrdiff_t>(list.locked), "sheet")));
  say_few(list, words);
  say_without_error(list, words);
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

std::vector<CommentedBranch> commented_branches(const ReviewList& list) {
  std::vector<CommentedBranch> branches;
  for (const ReviewResult& result : list.results)
    if (auto comments = comments_to_show(list, &result); !comments.empty())
      branches.push_back({phrase(Text{"对{0}的意见（次序打乱）：", "Comments on {0}, shuffled:"},
                                 branch_name(list, result.branch)),
                          std::move(comments)});
  return branches;
}

}  // namespace sihu
