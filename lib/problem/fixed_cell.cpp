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

// A day that a row was made with: of an old copy nobody asks which submission it was of.
bool is_submitted(const std::string& text, const Problem& problem, const Rectification& facts) {
  return facts.statuses.contains(Status::submitted) || written_date(text) == problem.submitted;
}

bool is_closed(const std::string& text, const Rectification& facts) {
  const auto day = written_date(text);
  return std::ranges::any_of(facts.conclusions,
                             [&](const Conclusion& one) { return one.agreed && day == one.day; });
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

// Days and names that somebody who fills in a ledger also writes down, and that the ledger's own
// lines give.
void warn_of_days(const ReturnedRow& row, const Problem& problem, const Rectification& facts,
                  std::vector<Fault>& faults) {
  const auto has = [&](std::string_view key) { return !row.text(key).empty(); };
  if (has("submitted") && !has("completion") &&
      !is_submitted(row.text("submitted"), problem, facts))
    faults.push_back(warning_at(row, "submitted", {"申请销号日期", "submitted"},
                                phrase(Text{"报送填“完成情况”和“完成日期”，日期随之记下",
                                            "to submit fill in \"what was done\" and \"done on\": "
                                            "that gives the date"})));
  const bool concludes = has("conclusion");
  if (has("closed") && !concludes && !is_closed(row.text("closed"), facts))
    faults.push_back(
        warning_at(row, "closed", {"销号日期", "closed"},
                   phrase(Text{"销号填“复核结论”", "to close fill in \"conclusion\""})));
  if (has("verifier") && !concludes && facts.conclusions.empty())
    faults.push_back(warning_at(row, "verifier", {"复核人", "verifier"},
                                phrase(Text{"复核人是导入“复核结论”的那个人",
                                            "it is whoever imports the \"conclusion\""})));
  if (has("looked") && written_date(row.text("looked")) != facts.looked)
    faults.push_back(
        warning_at(row, "looked", {"回头看日期", "look-back"},
                   phrase(Text{"回头看又发现的用 sihu rectify reopen {0} 记",
                               "what is found again is recorded with sihu rectify reopen {0}"},
                          problem.id)));
  if (has("completed") && !has("completion") &&
      written_date(row.text("completed")) != facts.completed)
    faults.push_back(warning_at(row, "completed", {"完成日期", "done on"},
                                phrase(Text{"和“完成情况”一起填才算",
                                            "it counts together with \"what was "
                                            "done\""})));
  if (has("opened") && written_date(row.text("opened")) != problem.opened)
    faults.push_back(warning_at(row, "opened", {"发现日期", "opened"}, {}));
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
  warn_of_days(row, problem, facts, faults);
  return faults;
}

}  // namespace sihu
