#include "learn/person_lines.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

// Fields that name people, alone or as a list: `p001;p002=1.5`.
constexpr std::array<std::string_view, 6> naming_keys{"owner",   "to",     "by",
                                                      "teacher", "person", "attended"};

// Takes what comes before the next `separator`.
std::string_view cut_first(std::string_view& rest, char separator) {
  const std::size_t at = std::min(rest.find(separator), rest.size());
  const std::string_view first = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return first;
}

bool subject_names(std::string_view subject, std::string_view person) {
  while (!subject.empty())
    if (cut_first(subject, '/') == person) return true;
  return false;
}

bool list_names(std::string_view list, std::string_view person) {
  while (!list.empty()) {
    std::string_view one = cut_first(list, ';');
    if (cut_first(one, '=') == person) return true;
  }
  return false;
}

bool is_about(const Event& event, std::string_view person) {
  return subject_names(event.subject, person) ||
         std::ranges::any_of(
             naming_keys, [&](std::string_view key) { return list_names(event.get(key), person); });
}

bool is_score_sheet(const Event& event) {
  return event.name == "review.sheet";
}

// Of `2026Q4/zb05/p003`: p003.
std::string_view reviewer_of(const Event& event) {
  const std::string_view subject = event.subject;
  const std::size_t slash = subject.rfind('/');
  return slash == subject.npos ? subject : subject.substr(slash + 1);
}

}  // namespace

PersonLines lines_of_person(const Ledger& ledger, std::string_view person,
                            std::string_view asked_by) {
  PersonLines found;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    const PersonLine line{i, event.person == person, is_about(event, person)};
    if (!line.by && !line.about) continue;
    if (is_score_sheet(event) && (reviewer_of(event) != person || asked_by != person))
      ++found.sheets_kept_back;
    else
      found.lines.push_back(line);
  }
  return found;
}

}  // namespace sihu
