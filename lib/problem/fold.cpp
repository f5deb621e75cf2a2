#include "problem/state.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace sihu {
namespace {

// All that happened to one subject.
struct Story {
  std::vector<std::size_t> openings;  // entries, in ledger order
  std::vector<std::size_t> others;
};

using Stories = std::unordered_map<std::string_view, Story>;

Stories sort_by_subject(const Ledger& ledger) {
  Stories stories;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    if (!event.name.starts_with("problem.")) continue;
    Story& story = stories[event.subject];
    (event.name == "problem.open" ? story.openings : story.others).push_back(i);
  }
  return stories;
}

// Of two steps that rest on the same line the one that comes first here applies (DESIGN §3).
int precedence(StepName step) {
  switch (step) {
    case StepName::reopen:
      return 0;
    case StepName::reject:
      return 1;
    case StepName::dispute:
      return 2;
    case StepName::verify:
      return 3;
    case StepName::submit:
      return 4;
    case StepName::extend:
      return 5;
    case StepName::withdraw:
      return 7;
    default:
      return 6;
  }
}

// The life of one opening: a tree of lines, each resting on the one its `after=` names, of which
// one path applies.
class Life {
 public:
  Life(const Ledger& ledger, const Story& story, std::size_t opening, const Zone& zone)
      : ledger_(ledger), zone_(zone), opening_(opening) {
    const bool alone = story.openings.size() == 1;
    for (const std::size_t entry : story.others) {
      const std::string_view after = event(entry).get("after");
      // A line that names nothing can only mean the one opening there is.
      if (!after.empty() || alone)
        resting_on_.emplace(after.empty() ? std::string_view(event(opening).check) : after, entry);
    }
  }

  Problem live(const Organisation& organisation) {
    Problem problem = opened_problem(event(opening_), organisation, zone_);
    record(problem, opening_, {});
    problem.last_check = event(opening_).check;
    for (std::string_view tip = event(opening_).check; !tip.empty();) tip = advance(problem, tip);
    finish(problem);
    return problem;
  }

  const std::unordered_set<std::size_t>& reached() const { return reached_; }

 private:
  const Event& event(std::size_t entry) const { return ledger_.entries[entry].event; }

  void record(Problem& problem, std::size_t entry, Phrase why_not) {
    const bool applied = why_not.empty();
    problem.history.push_back({entry, applied, std::move(why_not)});
    reached_.insert(entry);
  }

  // In the order of the ledger.
  std::vector<std::size_t> children_of(std::string_view check) const {
    std::vector<std::size_t> children;
    const auto [begin, end] = resting_on_.equal_range(check);
    for (auto child = begin; child != end; ++child) children.push_back(child->second);
    std::ranges::sort(children);
    return children;
  }

  // The steps that rest on `check`, through any notes between. Notes are recorded on the way; the
  // newest of them becomes the last line when `tip` rests on what applies.
  std::vector<std::size_t> steps_on(Problem& problem, std::string_view check, bool is_tip) {
    std::vector<std::size_t> steps;
    std::vector<std::string_view> open{check};
    std::size_t newest = 0;
    while (!open.empty()) {
      const std::vector<std::size_t> children = children_of(open.back());
      open.pop_back();
      for (const std::size_t entry : children) {
        if (reached_.contains(entry)) continue;
        const auto step = step_of_event(event(entry).name);
        if (step && *step != StepName::note && !decide_in_passing(problem, entry, is_tip)) {
          steps.push_back(entry);
          continue;
        }
        record(problem, entry, step ? Phrase{} : unknown_event());
        open.push_back(event(entry).check);
        if (is_tip && step && entry >= newest) {
          newest = entry;
          problem.last_check = event(entry).check;
        }
      }
    }
    std::ranges::sort(steps);
    return steps;
  }

  // Whoever decides on an extension need not know what the branch does meanwhile: like a note, the
  // decision displaces nothing, and nothing displaces it while the request waits.
  bool decide_in_passing(Problem& problem, std::size_t entry, bool is_tip) {
    const StepName step = *step_of_event(event(entry).name);
    if (!is_tip || (step != StepName::grant && step != StepName::refuse)) return false;
    if (!why_not_possible(problem, step, event(entry)).empty()) return false;
    apply_step(problem, step, event(entry), zone_);
    return true;
  }

  static Phrase unknown_event() {
    return phrase(Text{"本版本不认识此事件", "this version does not know the event"});
  }

  // Applies the step that wins on `tip` and gives its check; empty when nothing more applies.
  std::string_view advance(Problem& problem, std::string_view tip) {
    std::vector<std::size_t> steps = steps_on(problem, tip, true);
    std::ranges::stable_sort(steps, {}, [&](std::size_t entry) {
      return precedence(*step_of_event(event(entry).name));
    });
    std::optional<std::size_t> winner;
    std::vector<std::pair<std::size_t, Phrase>> losers;
    for (const std::size_t entry : steps) {
      Phrase why_not = winner ? lost_to(*winner) : Phrase{};
      if (!winner)
        why_not = why_not_possible(problem, *step_of_event(event(entry).name), event(entry));
      if (why_not.empty())
        winner = entry;
      else
        losers.emplace_back(entry, std::move(why_not));
    }
    for (auto& [entry, why_not] : losers) lose(problem, entry, std::move(why_not));
    if (!winner) return {};
    record(problem, *winner, {});
    apply_step(problem, *step_of_event(event(*winner).name), event(*winner), zone_);
    problem.last_check = event(*winner).check;
    return event(*winner).check;
  }

  Phrase lost_to(std::size_t winner) const {
    return phrase(
        Text{"与 {0} 同时发生，以那一行为准", "concurrent with {0}, which applies instead"},
        to_string(ledger_.place(ledger_.entries[winner])));
  }

  void lose(Problem& problem, std::size_t entry, Phrase why_not) {
    record(problem, entry, std::move(why_not));
    std::vector<std::size_t> open{entry};
    while (!open.empty()) {
      const std::size_t lost = open.back();
      open.pop_back();
      for (const std::size_t next : steps_on(problem, event(lost).check, false)) {
        record(problem, next, rests_on(lost));
        open.push_back(next);
      }
    }
  }

  Phrase rests_on(std::size_t lost) const {
    return phrase(Text{"它所依据的 {0} 没有生效", "it rests on {0}, which does not apply"},
                  to_string(ledger_.place(ledger_.entries[lost])));
  }

  // A branch that inspects for itself says so in the note that it leaves.
  static void add_finder(Problem& problem, const Event& event) {
    const std::string finder(event.get("again"));
    if (finder.empty() || finder == problem.inspecting_branch) return;
    if (std::ranges::find(problem.found_by, finder) == problem.found_by.end())
      problem.found_by.push_back(finder);
  }

  void finish(Problem& problem) const {
    std::ranges::sort(problem.history, {}, &HistoryStep::entry);
    for (const HistoryStep& step : problem.history) {
      if (!step.applied) continue;
      add_finder(problem, event(step.entry));
      for (std::string& name : split_list(event(step.entry).get("evidence")))
        if (std::ranges::find(problem.evidence, name) == problem.evidence.end())
          problem.evidence.push_back(std::move(name));
    }
  }

  const Ledger& ledger_;
  const Zone& zone_;
  std::size_t opening_;
  std::unordered_multimap<std::string_view, std::size_t> resting_on_;
  std::unordered_set<std::size_t> reached_;
};

// As many digits of the opening line's check as tell the openings apart, four at least.
std::string suffix_for(const Ledger& ledger, const Story& story, std::size_t opening) {
  const std::string& check = ledger.entries[opening].event.check;
  std::size_t digits = std::min<std::size_t>(4, check.size());
  for (const std::size_t other : story.openings) {
    const std::string& rival = ledger.entries[other].event.check;
    while (other != opening && digits < check.size() && rival.starts_with(check.substr(0, digits)))
      ++digits;
  }
  return '~' + check.substr(0, digits);
}

void tell_of_waiting(Problem& problem, std::size_t entry) {
  const auto place = std::ranges::upper_bound(problem.history, entry, {}, &HistoryStep::entry);
  problem.history.insert(
      place,
      {entry, false,
       phrase(Text{"它所依据的行尚未到达", "the line it rests on has not arrived yet"}), true});
}

void fold_story(const Ledger& ledger, const Story& story, const Organisation& organisation,
                const Zone& zone, ProblemList& list) {
  std::unordered_set<std::size_t> reached;
  const std::size_t first = list.problems.size();
  for (const std::size_t opening : story.openings) {
    Life life(ledger, story, opening, zone);
    list.problems.push_back(life.live(organisation));
    reached.insert(life.reached().begin(), life.reached().end());
    if (story.openings.size() == 1) continue;
    const std::string suffix = suffix_for(ledger, story, opening);
    list.problems.back().id += suffix;
    list.problems.back().suffix_bytes = suffix.size();
  }
  std::ptrdiff_t standing = 0;
  for (std::size_t i = first; i < list.problems.size(); ++i)
    standing += list.problems[i].status != Status::withdrawn;
  for (std::size_t i = first; i < list.problems.size(); ++i)
    list.problems[i].duplicate_id = standing > 1 && list.problems[i].status != Status::withdrawn;
  for (const std::size_t entry : story.others) {
    if (reached.contains(entry)) continue;
    list.waiting.push_back(entry);
    for (std::size_t i = first; i < list.problems.size(); ++i)
      tell_of_waiting(list.problems[i], entry);
  }
}

// 屡查屡犯: the newest problem with the same item and branch in an earlier quarter. What was
// withdrawn never was a problem. `problems` is in its order, so quarters ascend.
void link_recurrences(std::vector<Problem>& problems) {
  struct Seen {
    Quarter quarter;
    std::string newest;   // in `quarter`
    std::string earlier;  // in any quarter before it
  };
  std::map<std::pair<std::string, std::string>, Seen> seen;
  for (Problem& problem : problems) {
    if (problem.status == Status::withdrawn || problem.item.empty()) continue;
    Seen& last = seen[{problem.branch, problem.item}];
    if (!last.newest.empty() && last.quarter < problem.quarter) last.earlier = last.newest;
    problem.recurrence_of = last.earlier;
    last.quarter = problem.quarter;
    last.newest = problem.id;
  }
}

}  // namespace

bool in_list_order(const Problem& a, const Problem& b) {
  return std::tie(a.quarter, a.branch, a.device, a.serial, a.id) <
         std::tie(b.quarter, b.branch, b.device, b.serial, b.id);
}

ProblemList fold_problems(const Ledger& ledger, const Organisation& organisation,
                          const Zone& zone) {
  ProblemList list;
  for (const auto& [subject, story] : sort_by_subject(ledger))
    fold_story(ledger, story, organisation, zone, list);
  std::ranges::sort(list.problems, in_list_order);
  std::ranges::sort(list.waiting);
  link_recurrences(list.problems);
  return list;
}

}  // namespace sihu
