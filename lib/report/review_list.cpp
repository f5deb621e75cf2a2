#include "report/review_list.hpp"

#include "review/published.hpp"

#include <fmt/format.h>

#include <algorithm>
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

Halves halves_of(const ReviewList& list) {
  return list.organisation.ranking.halves;
}

Value mean_value(const ReviewList& list, const std::optional<Rational>& mean, ReviewMethod method,
                 std::int64_t sheets) {
  if (!mean) return {};
  return Value(shown_mean(*mean, method, static_cast<std::size_t>(sheets), halves_of(list)));
}

Value points(const ReviewList& list, const Rational& value) {
  return Value(value.rounded(value_places, halves_of(list)));
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

std::vector<std::string> comments_to_show(const ReviewList& list, const ReviewResult* result) {
  if (!result) return {};
  const RecordedReview* recorded = list.find_recorded(result->branch);
  return recorded && list.changed_since(*recorded) ? std::vector<std::string>{} : result->comments;
}

using Row = std::vector<Value>;

// Error, both ends of the interval, and the interval as people read it.
template <class Number>
void add_uncertainty(Row& row, const std::optional<Number>& error, const std::optional<Number>& low,
                     const std::optional<Number>& high) {
  row.insert(row.end(), {tenths(error), tenths(low), tenths(high)});
  row.emplace_back(low && high ? Value(shown_tenths(*low) + "–" + shown_tenths(*high)) : Value());
}

Row recorded_row(const ReviewList& list, const RecordedReview& recorded) {
  Row row{method_word(recorded.method), std::int64_t{recorded.sheets},
          points(list, recorded.value)};
  add_uncertainty(row, recorded.error, recorded.low, recorded.high);
  row.push_back(mean_value(list, recorded.mean, recorded.method, recorded.sheets));
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
  Row row{method_word(list.method), sheets, points(list, told->value)};
  add_uncertainty(row, told->error, told->low, told->high);
  row.push_back(mean_value(list, told->mean, list.method, sheets));
  row.emplace_back(state_word(list, result));
  return row;
}

Row sealed_row(const ReviewList& list, const std::string& branch) {
  return untold_row(list.method, list.sheets_about(branch), word("sealed", {"密封", "sealed"}));
}

Row row_of(const ReviewList& list, const Branch& branch) {
  const ReviewResult* result = find_result(list, branch.id);
  const RecordedReview* recorded = list.find_recorded(branch.id);
  Row row{branch.id, branch.name};
  const Row rest = recorded ? recorded_row(list, *recorded)
                   : result ? result_row(list, *result)
                            : sealed_row(list, branch.id);
  row.insert(row.end(), rest.begin(), rest.end());
  // What could not be opened may hold comments: that is not the same as none.
  row.push_back(result ? Value(comments_to_show(list, result)) : Value());
  return row;
}

}  // namespace

const RecordedReview* ReviewList::find_recorded(const std::string& branch) const {
  const auto found = state.results.find(branch);
  return found == state.results.end() ? nullptr : &found->second;
}

std::int64_t ReviewList::sheets_about(const std::string& branch) const {
  return std::ranges::count_if(state.sheets,
                               [&](const auto& one) { return one.first.branch == branch; });
}

bool ReviewList::changed_since(const RecordedReview& recorded) const {
  if (!recorded.counted.empty())
    return digest_of_sheets(state, recorded.branch) != recorded.counted;
  // Earlier programs did not record which sheets they were; by the order of the lines a clock that
  // was ahead looks like a change.
  if (sheets_about(recorded.branch) != recorded.sheets) return true;
  return std::ranges::any_of(state.sheets, [&](const auto& one) {
    return one.first.branch == recorded.branch && one.second.entry > recorded.entry;
  });
}

Phrase ReviewList::name_of(const std::string& branch) const {
  const Branch* found = organisation.find_branch(branch);
  return found ? found->name : same(branch);
}

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

std::vector<CommentedBranch> commented_branches(const ReviewList& list) {
  std::vector<CommentedBranch> branches;
  for (const ReviewResult& result : list.results)
    if (auto comments = comments_to_show(list, &result); !comments.empty())
      branches.push_back({phrase(Text{"对{0}的意见（次序打乱）：", "Comments on {0}, shuffled:"},
                                 list.name_of(result.branch)),
                          std::move(comments)});
  return branches;
}

}  // namespace sihu
