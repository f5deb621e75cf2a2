#include "snapshot/small_line.hpp"

#include "document/organisation.hpp"
#include "snapshot/fault_runs.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace sihu {
namespace {

constexpr std::uint64_t lowest_fault = 1u << 16;

// What an opening says, up to its texts.
struct Opening {
  std::string_view severity;
  std::string_view due;
  std::string_view branch;
  std::string_view owner;
  std::string_view item;
  std::string_view checklist;
};

// Keeps a field that is asked for, told by its first letter; false where the texts begin.
bool take_field(std::string_view text, Opening& opening) {
  const auto value_of = [text](std::string_view key, std::string_view& value) {
    if (text.starts_with(key)) value = text.substr(key.size());
    return true;
  };
  switch (text.empty() ? '\0' : text[0]) {
    case 's':
      return value_of("severity=", opening.severity);
    case 'd':
      return value_of("due=", opening.due);
    case 'b':
      return value_of("branch=", opening.branch);
    case 'o':
      return value_of("owner=", opening.owner);
    case 'i':
      return value_of("item=", opening.item);
    case 'c':
      return value_of("checklist=", opening.checklist);
    case 't':
      return !text.starts_with("title=") && !text.starts_with("text=");
    default:
      return true;
  }
}

Opening opening_fields(std::string_view fields) {
  Opening opening;
  while (!fields.empty()) {
    const std::size_t tab = std::min(fields.find('\t'), fields.size());
    if (!take_field(fields.substr(0, tab), opening)) break;
    fields.remove_prefix(std::min(tab + 1, fields.size()));
  }
  return opening;
}

// The quarter and branch in a problem's id; empty if it is none.
std::string_view place_in(std::string_view subject) {
  for (int parts = 0; parts < 2; ++parts) {
    const std::size_t dash = subject.rfind('-');
    if (dash == std::string_view::npos) return {};
    subject = subject.substr(0, dash);
  }
  return subject;
}

std::optional<SmallDay> due_of(const Opening& said, SmallDay opened) {
  if (said.due.empty()) return opened;
  const auto due = small_day(said.due);
  return due ? std::optional(std::max(*due, opened)) : std::nullopt;
}

// Which step an event is, told by the letters in which they differ.
std::optional<StepName> step_called(std::string_view event) {
  static const auto words = [] {
    std::array<std::string_view, 12> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = to_string(static_cast<StepName>(i));
    return made;
  }();
  const std::string_view word = event.substr(problem_prefix.size());
  if (word.size() < 4) return std::nullopt;
  const auto guess = [&]() -> StepName {
    switch (word[0]) {
      case 'a':
        return StepName::assign;
      case 'd':
        return StepName::dispute;
      case 'e':
        return StepName::extend;
      case 'g':
        return StepName::grant;
      case 's':
        return StepName::submit;
      case 'u':
        return StepName::uphold;
      case 'v':
        return StepName::verify;
      case 'w':
        return StepName::withdraw;
      case 'r':
        return word[2] == 'f'   ? StepName::refuse
               : word[2] == 'j' ? StepName::reject
                                : StepName::reopen;
      default:
        return StepName::note;
    }
  }();
  return word == words[static_cast<std::size_t>(guess)] ? std::optional(guess) : std::nullopt;
}

}  // namespace

std::uint64_t fault_number(std::string_view place, std::string_view checklist,
                           std::string_view item) {
  if (place.empty() || item.empty()) return 0;
  const std::hash<std::string_view> hash;
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;  // spreads what a sum would bring together
  const std::uint64_t number = ((hash(place) * odd + hash(checklist)) * odd + hash(item)) * odd;
  return std::max(SmallFault(number).number(), lowest_fault);
}

std::uint64_t fault_of(const RawLine& opening) {
  const Opening said = opening_fields(opening.fields);
  return fault_number(place_in(opening.subject), said.checklist, said.item);
}

std::optional<OpeningTerms> opening_terms(const RawLine& line, SmallDay opened) {
  const Opening said = opening_fields(line.fields);
  const auto due = due_of(said, opened);
  if (!due) return std::nullopt;
  return OpeningTerms{*due, parse_severity(said.severity).value_or(Severity::general)};
}

std::optional<SmallOpening> read_opening(const RawLine& line, const TailFields& tail,
                                         SmallDay recorded, Names& people) {
  const Opening said = opening_fields(line.fields);
  const auto opened = tail.on.empty() ? recorded : small_day(tail.on);
  const auto due = opened ? due_of(said, *opened) : std::nullopt;
  const auto owner = people.number(said.owner);
  const auto check = check_number(line.check);
  if (!due || owner == Names::too_many || check == 0) return std::nullopt;
  return SmallOpening{said.branch, *opened,
                      *due,        owner,
                      check,       fault_number(place_in(line.subject), said.checklist, said.item)};
}

bool read_step(const RawLine& line, const TailFields& tail, SmallDay recorded, Names& people,
               SmallStep& step) {
  const auto name = step_called(line.name);
  step = {};
  step.after = check_number(tail.after);
  step.check = check_number(line.check);
  if (!name || step.after == 0 || step.check == 0) return false;
  step.call(*name);
  if (*name == StepName::submit) step.day = recorded;
  if (*name == StepName::extend || *name == StepName::grant || *name == StepName::reopen) {
    const auto due = line.field("due");
    const auto day = small_day(due);
    if (!due.empty() && !day) return false;
    step.day = day.value_or(no_day);
  }
  if (*name == StepName::assign) step.to = people.number(line.field("to"));
  if (*name == StepName::extend) step.to = people.number(line.person);
  return step.to != Names::too_many;
}

void begin(Record& record, const SmallOpening& opening) {
  record.is_open = true;
  record.opened = opening.opened;
  record.due = opening.due;
  record.owner = opening.owner;
  record.check = opening.check;
}

}  // namespace sihu
