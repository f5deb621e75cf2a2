#include "problem/rectification.hpp"

#include "problem/life.hpp"
#include "problem/state.hpp"

#include <algorithm>

namespace sihu {
namespace {

void decided(Rectification& made, const Event& event, bool agreed, Date day) {
  made.agreed = agreed;
  made.conclusions.push_back({agreed, day});
  made.verifier = event.person;
  made.notes[NoteKind::remark].say(event.get("note"));
}

void add_line(Rectification& made, StepName step, const Event& event, const Zone& zone) {
  switch (step) {
    case StepName::assign:
      return made.owner.say(event.get("to"));
    case StepName::note:
      if (const auto kind = parse_note_kind(event.get("kind")))
        made.notes[*kind].say(event.get("note"));
      return;
    case StepName::submit:
      made.own_words =
          event.get("note") != made.completion.now && !made.completion.was(event.get("note"));
      made.completion.say(event.get("note"));
      made.completed = day_of(event, zone);
      made.agreed.reset();
      made.verifier.clear();
      return;
    case StepName::extend:
    case StepName::grant:
      made.extension.say(event.get("due"));
      if (step == StepName::extend) made.notes[NoteKind::remark].say(event.get("note"));
      return;
    case StepName::verify:
    case StepName::reject:
      return decided(made, event, step == StepName::verify, day_of(event, zone));
    case StepName::reopen:
      made.looked = day_of(event, zone);
      made.new_dues.emplace(event.get("due"));
      made.agreed.reset();
      made.verifier.clear();
      return;
    default:
      return;
  }
}

}  // namespace

void Saying::say(std::string_view text) {
  if (text.empty() || text == now) return;
  if (!now.empty()) earlier.push_back(now);
  now = text;
}

bool Saying::was(std::string_view text) const {
  return text != now && std::ranges::find(earlier, text) != earlier.end();
}

std::optional<NoteKind> parse_note_kind(std::string_view text) {
  for (const NoteKind kind : note_kinds)
    if (to_string(kind) == text) return kind;
  return std::nullopt;
}

std::string_view to_string(NoteKind kind) {
  switch (kind) {
    case NoteKind::lead:
      return "lead";
    case NoteKind::supervisor:
      return "supervisor";
    case NoteKind::goal:
      return "goal";
    case NoteKind::measures:
      return "measures";
    case NoteKind::progress:
      return "progress";
    case NoteKind::remark:
      break;
  }
  return "remark";
}

const Text& wording(NoteKind kind) {
  static constexpr Text words[] = {
      {"牵头领导", "leader in charge"}, {"督办人", "supervisor"}, {"整改目标", "goal"},
      {"整改措施", "measures"},         {"整改进展", "progress"}, {"备注", "remarks"}};
  return words[static_cast<std::size_t>(kind)];
}

Rectification rectification_of(const Problem& problem, const Ledger& ledger, const Zone& zone) {
  Rectification made;
  Status status = Status::open;
  made.statuses = {status, problem.status};
  for (const HistoryStep& line : problem.history) {
    const Event& event = ledger.entries[line.entry].event;
    if (event.name == "problem.open") made.owner.say(event.get("owner"));
    const auto step = step_of_event(event.name);
    if (!step || !line.applied) continue;
    add_line(made, *step, event, zone);
    status = next_status(status, *step).value_or(status);
    made.statuses.insert(status);
  }
  made.owner.say(problem.owner);
  return made;
}

}  // namespace sihu
