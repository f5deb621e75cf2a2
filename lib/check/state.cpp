#include "check/state.hpp"

#include <algorithm>

namespace sihu {

namespace {

// Everything said about one item, before it is known what counts.
struct Said {
  // Each line's check and what it comes `after`; the ledger's.
  std::vector<std::pair<std::string_view, std::string_view>> lines;
  std::vector<GivenAnswer> answers;  // that may count, in ledger order
  std::vector<GivenAnswer> after_sign;
  std::optional<std::pair<std::size_t, Mark>> dispute;
};

struct Collected {
  CheckState state;
  std::map<std::string, Said> said;
};

std::set<std::string> split_items(std::string_view text) {
  std::set<std::string> items;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    items.emplace(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

Mark mark_of(const Event& event) {
  return {event.person, event.at, std::string(event.get("note"))};
}

void begin(CheckState& state, const Event& event) {
  state.beginnings.push_back({event.person, event.at, std::string(event.get("version")),
                              std::string(event.get("doc")), Date::parse(event.get("on")),
                              split_items(event.get("redo")), std::string(event.get("unplanned"))});
}

bool may_change_signed(const Event& event) {
  return event.get("role") == "leader" || event.get("role") == "committee";
}

void take_answer(Collected& check, Said& said, const Event& event, std::size_t entry) {
  auto answer = answer_of(event);
  if (!answer) return;
  if (event.name == "check.settle") answer->note = event.get("reason");
  GivenAnswer given{entry,
                    event.person,
                    event.at,
                    std::string(event.get("doc")),
                    event.name == "check.settle" || check.state.signed_off.has_value(),
                    std::move(*answer),
                    event.check};
  if (check.state.signed_off && !may_change_signed(event)) {
    said.after_sign.push_back(std::move(given));
    return;
  }
  check.state.last_answer = event.at;
  said.answers.push_back(std::move(given));
}

void take_event(Collected& check, const std::string& item, const Event& event, std::size_t entry) {
  check.state.newest = std::max(event.at, check.state.newest.value_or(event.at));
  if (event.name == "check.begin" || event.name == "check.answer")
    check.state.people.insert(event.person);
  if (item.empty()) {
    if (event.name == "check.begin") begin(check.state, event);
    if (event.name == "check.sign") check.state.signed_off = mark_of(event);
    if (event.name == "check.confirm") check.state.confirmed = mark_of(event);
    return;
  }
  Said& said = check.said[item];
  said.lines.emplace_back(event.check, event.get("after"));
  if (event.name == "check.answer" || event.name == "check.settle")
    take_answer(check, said, event, entry);
  if (event.name == "check.dispute") said.dispute.emplace(entry, mark_of(event));
}

// Whether a later beginning says that the item changed since the checklist that was answered.
bool is_outdated(const CheckState& state, const std::string& item, const GivenAnswer& given) {
  std::size_t known = 0;
  for (std::size_t i = 0; i < state.beginnings.size(); ++i)
    if (state.beginnings[i].doc == given.doc) known = i;
  for (std::size_t i = known + 1; i < state.beginnings.size(); ++i)
    if (state.beginnings[i].redo.contains(item)) return true;
  return false;
}

// What each line comes after. Most items are answered once, and need none.
using After = std::map<std::string_view, std::string_view>;

After after_of(const Said& said) {
  return said.answers.size() < 2 ? After{} : After(said.lines.begin(), said.lines.end());
}

// Whether who gave the answer had seen the other: `after=` leads from one to the other. Lines that
// lead in a circle were made up; each is looked at once.
bool has_seen(const After& after, const GivenAnswer& given, const GivenAnswer& other) {
  std::string_view line = given.check;
  for (std::size_t steps = 0; steps <= after.size(); ++steps) {
    if (line == other.check) return true;
    const auto found = after.find(line);
    if (found == after.end()) return false;
    line = found->second;
  }
  return false;
}

// A settlement ends what was said before it; a later answer replaces the same person's earlier one,
// unless it says otherwise and was given on another machine without knowing of it: then nobody
// knows which is meant. Of a branch's own look at itself the last word counts, whoever says it:
// nobody is there to settle.
void stand(std::vector<GivenAnswer>& standing, GivenAnswer given, const After& after, bool self) {
  const auto is_same = [&](const GivenAnswer& earlier) { return earlier.person == given.person; };
  const auto last = std::find_if(standing.rbegin(), standing.rend(), is_same);
  const bool knows_all = last != standing.rend() && has_seen(after, given, *last);
  if (given.settled || self)
    standing.clear();
  else
    std::erase_if(standing, [&](const GivenAnswer& earlier) {
      return is_same(earlier) && (knows_all || has_seen(after, given, earlier) ||
                                  judges_alike(earlier.answer, given.answer));
    });
  standing.push_back(std::move(given));
}

ItemState conclude(const CheckState& state, const std::string& item, Said said) {
  ItemState result;
  result.answers = static_cast<int>(said.answers.size() + said.after_sign.size());
  const auto last = said.answers.empty() ? 0 : said.answers.back().entry;
  const After after = after_of(said);
  for (auto& given : said.answers) {
    if (is_outdated(state, item, given))
      result.outdated.push_back(std::move(given));
    else
      stand(result.standing, std::move(given), after, state.key.self);
  }
  result.after_sign = std::move(said.after_sign);
  result.conflict = std::ranges::any_of(result.standing, [&](const GivenAnswer& given) {
    return !judges_alike(given.answer, result.standing.front().answer);
  });
  if (said.dispute && (said.answers.empty() || said.dispute->first > last))
    result.disputed = std::move(said.dispute->second);
  return result;
}

CheckState conclude(Collected check) {
  for (auto& [item, said] : check.said)
    check.state.items.emplace(item, conclude(check.state, item, std::move(said)));
  return std::move(check.state);
}

template <class Wants>
std::map<CheckKey, CheckState> fold_those(const Ledger& ledger, const Wants& wants) {
  std::map<CheckKey, Collected> checks;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const auto& event = ledger.entries[i].event;
    if (!event.name.starts_with("check.")) continue;
    const auto subject = parse_check_subject(event.subject);
    if (!subject || !wants(subject->key)) continue;
    auto& check = checks[subject->key];
    check.state.key = subject->key;
    take_event(check, subject->item, event, i);
  }
  std::map<CheckKey, CheckState> states;
  for (auto& [key, check] : checks) states.emplace(key, conclude(std::move(check)));
  return states;
}

}  // namespace

const ItemState* CheckState::find(std::string_view item) const {
  const auto found = items.find(std::string(item));
  return found == items.end() ? nullptr : &found->second;
}

bool CheckState::changed_since(const std::optional<Mark>& mark) const {
  return mark && last_answer && *last_answer > mark->at;
}

std::vector<GivenAnswer> waiting_after_sign(const ItemState& item) {
  std::vector<GivenAnswer> waiting;
  const std::size_t settled = item.standing.empty() ? 0 : item.standing.back().entry;
  for (const GivenAnswer& given : item.after_sign) {
    std::erase_if(waiting, [&](const GivenAnswer& one) { return one.person == given.person; });
    const bool differs =
        item.standing.empty() || !judges_alike(given.answer, item.standing.back().answer);
    if (differs && given.entry > settled) waiting.push_back(given);
  }
  return waiting;
}

std::vector<std::string> evidence_given(const CheckState& state, std::string_view item) {
  std::vector<std::string> names;
  const auto* said = state.find(item);
  if (!said) return names;
  for (const auto& given : said->standing)
    for (const auto& name : given.answer.evidence)
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  return names;
}

std::map<CheckKey, CheckState> fold_checks(const Ledger& ledger) {
  return fold_those(ledger, [](const CheckKey&) { return true; });
}

std::map<CheckKey, CheckState> fold_checks(const Ledger& ledger, Quarter first, Quarter last) {
  return fold_those(
      ledger, [&](const CheckKey& key) { return first <= key.quarter && key.quarter <= last; });
}

CheckState fold_check(const Ledger& ledger, const CheckKey& key) {
  Collected check;
  check.state.key = key;
  const auto whole = subject_of(key);
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const auto& event = ledger.entries[i].event;
    if (!event.name.starts_with("check.") || !event.subject.starts_with(whole)) continue;
    const auto subject = parse_check_subject(event.subject);
    if (subject && subject->key == key) take_event(check, subject->item, event, i);
  }
  return conclude(std::move(check));
}

Date reference_day(const CheckState& state, const CheckKey& key, const Zone& zone, Date today) {
  auto day = today;
  if (state.begun()) {
    const auto& first = state.beginnings.front();
    day = first.on.value_or(zone.date_of(first.at));
  }
  return std::clamp(day, key.quarter.first_day(), key.quarter.last_day());
}

std::optional<Date> asked_before(const Ledger& ledger, const Zone& zone, CheckKey key) {
  key.quarter = key.quarter.previous();
  const CheckState before = fold_check(ledger, key);
  if (!before.last_answer) return std::nullopt;
  return zone.date_of(*before.last_answer);
}

std::map<std::string, PreviousAnswer> previous_answers(const std::map<CheckKey, CheckState>& checks,
                                                       const CheckKey& key) {
  std::map<std::string, PreviousAnswer> previous;
  for (const auto& [earlier, state] : checks) {  // ascending by quarter
    if (earlier.quarter >= key.quarter || earlier.branch != key.branch ||
        earlier.checklist != key.checklist || earlier.self != key.self)
      continue;
    for (const auto& [item, said] : state.items)
      if (said.answered())
        previous.insert_or_assign(item,
                                  PreviousAnswer{earlier.quarter, said.standing.back().answer});
  }
  return previous;
}

std::set<std::string> waived_items(const std::vector<Waiver>& waivers, const Checklist& checklist,
                                   std::string_view branch, Date on) {
  std::set<std::string> items;
  for (const auto& item : checklist.items)
    if (waiver_for(waivers, branch, item.id, on)) items.insert(item.id);
  return items;
}

}  // namespace sihu
