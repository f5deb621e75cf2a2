#include "snapshot/small_line.hpp"

#include "document/organisation.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::string_view event_prefix = "problem.";

// What an opening says, up to its texts.
struct Opening {
  std::string_view severity;
  std::string_view due;
  std::string_view branch;
  std::string_view owner;
};

Opening opening_fields(std::string_view fields) {
  Opening opening;
  while (!fields.empty()) {
    const std::size_t tab = std::min(fields.find('\t'), fields.size());
    const std::string_view text = fields.substr(0, tab);
    fields.remove_prefix(std::min(tab + 1, fields.size()));
    if (text.starts_with("severity="))
      opening.severity = text.substr(9);
    else if (text.starts_with("due="))
      opening.due = text.substr(4);
    else if (text.starts_with("branch="))
      opening.branch = text.substr(7);
    else if (text.starts_with("owner="))
      opening.owner = text.substr(6);
    else if (text.starts_with("title=") || text.starts_with("text="))
      break;
  }
  return opening;
}

// Which step an event is, told by the letters in which they differ.
std::optional<StepName> step_called(std::string_view event) {
  const std::string_view word = event.substr(event_prefix.size());
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
  return word == to_string(guess) ? std::optional(guess) : std::nullopt;
}

}  // namespace

bool is_about_problem(const RawLine& line) {
  return line.name.starts_with(event_prefix);
}

bool is_opening(const RawLine& line) {
  return line.name == "problem.open";
}

std::optional<SmallOpening> read_opening(const RawLine& line, const TailFields& tail,
                                         SmallDay recorded, Names& people) {
  const Opening said = opening_fields(line.fields);
  const auto opened = tail.on.empty() ? recorded : small_day(tail.on);
  const auto due = said.due.empty() ? opened : small_day(said.due);
  const auto owner = people.number(said.owner);
  const auto check = check_number(line.check);
  if (!opened || !due || owner == Names::too_many || check == 0) return std::nullopt;
  const auto severity = parse_severity(said.severity).value_or(Severity::general);
  return SmallOpening{
      said.branch, *opened, std::max(*due, *opened), owner, static_cast<std::uint8_t>(severity),
      check};
}

std::optional<SmallStep> read_step(const RawLine& line, const TailFields& tail, SmallDay recorded,
                                   Names& people) {
  const auto name = step_called(line.name);
  SmallStep step;
  step.after = check_number(tail.after);
  step.check = check_number(line.check);
  if (!name || step.after == 0 || step.check == 0) return std::nullopt;
  step.name = *name;
  step.recorded = recorded;
  if (*name == StepName::extend || *name == StepName::grant || *name == StepName::reopen) {
    const auto due = line.field("due");
    const auto day = small_day(due);
    if (!due.empty() && !day) return std::nullopt;
    step.due = day.value_or(no_day);
  }
  if (*name == StepName::assign) step.to = people.number(line.field("to"));
  if (*name == StepName::extend) step.to = people.number(line.person);
  if (step.to == Names::too_many) return std::nullopt;
  return step;
}

void begin(Record& record, const SmallOpening& opening) {
  record.is_open = true;
  record.opened = opening.opened;
  record.due = record.original_due = opening.due;
  record.owner = opening.owner;
  record.severity = opening.severity;
  record.rest_on(opening.check);
}

}  // namespace sihu
