#include "problem/fixed_cell.hpp"

#include "wording/width.hpp"

#include <algorithm>
#include <utility>

namespace sihu {
namespace {

bool is_word(std::string_view text, const Text& words) {
  return text == words.in(Lang::zh) || text == words.in(Lang::en);
}

template <class Enum>
bool names(std::string_view text, Enum value) {
  return text == to_string(value) || is_word(text, wording(value));
}

bool is_severity(const std::string& text, const Problem& problem) {
  return names(text, problem.severity);
}

bool is_due(const std::string& text, const Problem& problem, const Rectification& facts) {
  const auto day = written_date(text);
  return day && (*day == problem.agreed_due || *day == problem.original_due ||
                 facts.new_dues.contains(to_string(*day)));
}

bool is_look_result(const std::string& text, const Rectification& facts) {
  return facts.looked && is_word(text, look_back_found_again);
}

// A row that says what was done, or that it is closed, may say the status as well.
bool is_status(const ReturnedRow& row, const Rectification& facts) {
  const std::string& text = row.text("status");
  const auto is = [&](Status status) { return names(text, status); };
  if (is(Status::submitted) && !row.text("completion").empty()) return true;
  if (is(Status::closed) && !row.text("conclusion").empty()) return true;
  return std::ranges::any_of(facts.statuses, is);
}

Fault warning_at(const ReturnedRow& row, std::string_view key, const Text& column, Phrase hint) {
  Fault fault{row.place_of(key), "fixed-cell",
              phrase(Text{"“{0}”栏只供查看，改成“{1}”不算",
                          "the column \"{0}\" is only there to be read, \"{1}\" is not taken"},
                     column, in_brief(row.text(key))),
              std::move(hint)};
  fault.warning = true;
  return fault;
}

}  // namespace

std::vector<Fault> fixed_cell_warnings(const ReturnedRow& row, const Problem& problem,
                                       const Rectification& facts) {
  std::vector<Fault> faults;
  const auto has = [&](std::string_view key) { return !row.text(key).empty(); };
  if (has("severity") && !is_severity(row.text("severity"), problem))
    faults.push_back(warning_at(row, "severity", {"严重程度", "severity"}, {}));
  if (has("due") && !is_due(row.text("due"), problem, facts))
    faults.push_back(warning_at(row, "due", {"整改时限", "due"},
                                phrase(Text{"要延期，填“延期至”和“备注”",
                                            "to ask for more time fill in \"extended to\" and "
                                            "\"remarks\""})));
  if (has("look_result") && !is_look_result(row.text("look_result"), facts))
    faults.push_back(
        warning_at(row, "look_result", {"回头看结果", "look-back result"},
                   phrase(Text{"回头看又发现的用 sihu rectify reopen {0} 记",
                               "what is found again is recorded with sihu rectify reopen {0}"},
                          problem.id)));
  if (has("status") && !is_status(row, facts))
    faults.push_back(warning_at(row, "status", {"状态", "status"},
                                phrase(Text{"报送填“完成情况”，销号、退回填“复核结论”",
                                            "to submit fill in \"what was done\", to close or "
                                            "send back \"conclusion\""})));
  return faults;
}

}  // namespace sihu
