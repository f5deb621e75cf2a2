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
  GivenAnswer given{entry, event.person, event.at,
                    event.name == "check.settle" || check.state.signed_off.has_value(),
                    std::move(*answer)};
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
bool is_outdated(const CheckState& state, const std::string& item, std::string_view doc) {
  std::size_t known = 0;
  for (std::size_t i = 0; i < state.beginnings.size(); ++i)
    if (state.beginnings[i].doc == doc) known = i;
  for (std::size_t i = known + 1; i < state.beginnings.size(); ++i)
    if (state.beginnings[i].redo.contains(item)) return true;
  return false;
}

// The lines about one item: what each comes after. Most are answered once, and need none.
class Lines {
 public:
  Lines(const Ledger& ledger, const Said& said) : ledger_(ledger) {
    if (said.answers.size() > 1) after_.insert(said.lines.begin(), said.lines.end());
  }

  // Whether who gave the answer had seen the other: `after=` leads from one to the other. Lines
  // that lead in a circle were made up; each is looked at once.
  bool has_seen(const GivenAnswer& given, const GivenAnswer& other) const {
    std::string_view line = check_of(given);
    for (std::size_t steps = 0; steps <= after_.size(); ++steps) {
      if (line == check_of(other)) return true;
      const auto found = after_.find(line);
      if (found == after_.end()) return false;
      line = found->second;
    }
    return false;
  }

 private:
  std::string_view check_of(const GivenAnswer& given) const {
    return ledger_.entries[given.entry].event.check;
  }

  const Ledger& ledger_;
  std::map<std::string_view, std::string_view> after_;
};

// A settlement ends what was said before it; a later answer replaces the same person's earlier one,
// unless it says otherwise and was given on another machine without knowing of it: then nobody
// knows which is meant. Of a branch's own look at itself the last word counts, whoever says it:
// nobody is there to settle.
void stand(std::vector<GivenAnswer>& standing, GivenAnswer given, const Lines& lines, bool self) {
  const auto is_same = [&](const GivenAnswer& earlier) { return earlier.person == given.person; };
  const auto last = std::find_if(standing.rbegin(), standing.rend(), is_same);
  const bool knows_all = last != standing.rend() && lines.has_seen(given, *last);
  if (given.settled || self)
    standing.clear();
  else
    std::erase_if(standing, [&](const GivenAnswer& earlier) {
      return is_same(earlier) && (knows_all || lines.has_seen(given, earlier) ||
                                  judges_alike(earlier.answer, given.answer));
    });
  standing.push_back(std::move(given));
}

ItemState conclude(const Ledger& ledger, const CheckState& state, const std::string& item,
                   Said said) {
  ItemState result;
  result.answers = static_cast<int>(said.answers.size() + said.after_sign.size());
  const auto last = said.answers.empty() ? 0 : said.answers.back().entry;
  const Lines lines(ledger, said);
  for (auto& given : said.answers) {
    if (is_outdated(state, item, ledger.entries[given.entry].event.get("doc")))
      result.outdated.push_back(std::move(given));
    else
      stand(result.standing, std::move(given), lines, state.key.self);
  }
  result.after_sign = std::move(said.after_sign);
  result.conflict = std::ranges::any_of(result.standing, [&](const GivenAnswer& given) {
    return !judges_alike(given.answer, result.standing.front().answer);
  });
  if (said.dispute && (said.answers.empty() || said.dispute->first > last))
    result.disputed = std::move(said.dispute->second);
  return result;
}

CheckState conclude(const Ledger& ledger, Collected check) {
  for (auto& [item, said] : check.said)
    check.state.items.emplace_hint(check.state.items.end(), item,
                                   conclude(ledger, check.state, item, std::move(said)));
  return std::move(check.state);
}

// Ids have years of two digits.
constexpr Quarter earliest{2000, 1};
constexpr Quarter latest{2099, 4};

// Most lines of a long ledger are of other quarters: their subjects are not taken apart.
bool is_between(const Event& event, Quarter first, Quarter last) {
  if (!event.name.starts_with("check.")) return false;
  const std::string_view subject = event.subject;
  const auto quarter = parse_short_quarter(subject.substr(0, subject.find('/')));
  return quarter && first <= *quarter && *quarter <= last;
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
  return fold_checks(ledger, earliest, latest);
}

std::map<CheckKey, CheckState> fold_checks(const Ledger& ledger, Quarter first, Quarter last) {
  std::map<CheckKey, Collected> checks;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const auto& event = ledger.entries[i].event;
    if (!is_between(event, first, last)) continue;
    const auto subject = parse_check_subject(event.subject);
    if (!subject) continue;
    auto& check = checks[subject->key];
    check.state.key = subject->key;
    take_event(check, subject->item, event, i);
  }
  std::map<CheckKey, CheckState> states;
  for (auto& [key, check] : checks)
    states.emplace_hint(states.end(), key, conclude(ledger, std::move(check)));
  return states;
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
  return conclude(ledger, std::move(check));
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
