#include "appraise/state.hpp"

#include "base/fraction.hpp"

#include <algorithm>

namespace sihu {
namespace {

class AppraisalFold {
 public:
  AppraisalFold(const Ledger& ledger, HalfYear half) : ledger_(ledger) { state_.half = half; }

  AppraiseState fold() {
    const std::string all = to_string(state_.half);
    const std::string prefix = all + "/";
    for (std::size_t i = 0; i < ledger_.entries.size(); ++i) {
      const Event& event = ledger_.entries[i].event;
      if (!event.name.starts_with("appraise.")) continue;
      if (event.subject == all && event.name == "appraise.publish") take_publication(event, i);
      if (event.subject.starts_with(prefix))
        take_personal(event, i, state_.people[event.subject.substr(prefix.size())]);
    }
    return std::move(state_);
  }

 private:
  static bool is_committee(const Event& event) { return event.get("role") == "committee"; }

  static std::optional<RecordedMarkOfItem> mark_in(const Event& event, std::size_t entry) {
    AppraiseMark mark;
    if (event.get("result") != "na") {
      mark.points = parse_fraction(event.get("points"));
      if (!mark.points) return std::nullopt;
    }
    if (!event.has("item")) return std::nullopt;
    return RecordedMarkOfItem{std::move(mark), event.person, std::string(event.get("reason")),
                              std::string(event.get("evidence")), entry};
  }

  void take_publication(const Event& event, std::size_t entry) {
    const auto until = Date::parse(event.get("until"));
    if (state_.publication || !until || !is_committee(event)) return;
    state_.publication = AppraisePublication{*until, event.at, std::string(event.get("doc")),
                                             std::string(event.get("rules")), entry};
  }

  void take_personal(const Event& event, std::size_t entry, PersonAppraisal& of) {
    if (event.name == "appraise.score") take_score(event, entry, of);
    if (event.name == "appraise.self") take_self(event, entry, of);
    if (event.name == "appraise.decide" && is_committee(event)) take_decision(event, entry, of);
    if (event.name == "appraise.veto" && is_committee(event)) take_veto(event, entry, of);
    if (event.name == "appraise.result") take_result(event, entry, of);
    if (event.name == "appraise.appeal" && state_.publication)
      of.appeals.push_back(
          {std::string(event.get("item")), std::string(event.get("note")), entry, false});
  }

  void take_score(const Event& event, std::size_t entry, PersonAppraisal& of) {
    auto mark = mark_in(event, entry);
    if (!mark || state_.publication) return;
    auto& given = of.items[std::string(event.get("item"))].given;
    std::erase_if(given, [&](const RecordedMarkOfItem& one) { return one.by == event.person; });
    given.push_back(std::move(*mark));
  }

  void take_self(const Event& event, std::size_t entry, PersonAppraisal& of) {
    auto mark = mark_in(event, entry);
    if (!mark || state_.publication || !event.subject.ends_with("/" + event.person)) return;
    of.items[std::string(event.get("item"))].self = std::move(*mark);
  }

  static void take_veto(const Event& event, std::size_t entry, PersonAppraisal& of) {
    of.veto.reset();
    if (event.get("result") == "lifted" || !event.has("number")) return;
    of.veto =
        AppraiseVeto{std::string(event.get("number")), std::string(event.get("reason")), entry};
  }

  void take_decision(const Event& event, std::size_t entry, PersonAppraisal& of) {
    if (event.has("within")) {
      of.within_quota = event.get("within") == "yes";
      of.within_entry = entry;
      return;
    }
    if (!state_.publication) {
      if (auto mark = mark_in(event, entry))
        of.items[std::string(event.get("item"))].decided = std::move(*mark);
      return;
    }
    if (!event.has("item")) return turn_down(entry, of);
    const std::string item(event.get("item"));
    const bool appealed = std::ranges::any_of(of.appeals, [&](const AppraiseAppeal& appeal) {
      return appeal.item == item || appeal.item.empty();
    });
    auto mark = mark_in(event, entry);
    if (!mark || !appealed) return;
    // Who appealed against the item waits for this; against the whole, only where nobody did.
    if (!settle(of, item)) settle(of, {});
    of.corrected.insert_or_assign(item, std::move(*mark));
  }

  // Appeals on an item, or (empty) on the whole; false: none of them is open.
  static bool settle(PersonAppraisal& of, std::string_view item) {
    bool any = false;
    for (AppraiseAppeal& appeal : of.appeals) {
      if (appeal.decided || appeal.item != item) continue;
      appeal.decided = true;
      any = true;
    }
    return any;
  }

  static void turn_down(std::size_t entry, PersonAppraisal& of) {
    if (of.appeals.empty()) return;
    for (AppraiseAppeal& appeal : of.appeals) appeal.decided = true;
    of.rejected.push_back(entry);
  }

  // Those of the publication that stands are in its file, behind it.
  void take_result(const Event& event, std::size_t entry, PersonAppraisal& of) {
    if (!state_.publication || of.published) return;
    const Entry& publication = ledger_.entries[state_.publication->entry];
    const Entry& here = ledger_.entries[entry];
    if (here.file != publication.file || event.person != publication.event.person) return;
    auto marks = parse_appraise_marks(event.get("marks"));
    if (!marks) return;
    of.published = PublishedMarks{std::move(*marks), parse_fraction(event.get("quarters")), entry};
  }

  const Ledger& ledger_;
  AppraiseState state_;
};

}  // namespace

bool AppraisedItem::differs() const {
  return !decided && std::ranges::any_of(given, [&](const RecordedMarkOfItem& one) {
    return one.mark != given.front().mark;
  });
}

const RecordedMarkOfItem* AppraisedItem::standing() const {
  if (decided) return &*decided;
  return given.empty() || differs() ? nullptr : &given.back();
}

const AppraisedItem* PersonAppraisal::find(std::string_view item) const {
  const auto found = items.find(std::string(item));
  return found == items.end() ? nullptr : &found->second;
}

int PersonAppraisal::open_appeals() const {
  return static_cast<int>(
      std::ranges::count_if(appeals, [](const AppraiseAppeal& appeal) { return !appeal.decided; }));
}

const PersonAppraisal* AppraiseState::find(std::string_view person) const {
  const auto found = people.find(std::string(person));
  return found == people.end() ? nullptr : &found->second;
}

AppraiseState fold_appraisal(const Ledger& ledger, HalfYear half) {
  return AppraisalFold(ledger, half).fold();
}

std::string appraise_subject(HalfYear half, std::string_view person) {
  return to_string(half) + "/" + std::string(person);
}

}  // namespace sihu
