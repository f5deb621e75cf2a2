#include "problem/usual_life.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t most_lines = 1000;  // of one life; the search below is quadratic

constexpr std::size_t due = rank_of("due");
constexpr std::size_t on = rank_of("on");
constexpr std::size_t after = rank_of("after");
constexpr std::size_t clock_key = rank_of("clock");

std::int32_t number_of(Date date) {
  return date - Date{};
}

// `day_of` of an opening, for a line that is not copied.
Date day_of_line(const PlainLine& line, const Zone& zone) {
  if (const auto day = Date::parse(line.get(on))) return *day;
  return zone.date_of(Instant::parse(line.get(clock_key)).value_or(line.at));
}

// An opening rests on nothing, so the day it opened on takes that place.
void take_opening(const PlainLine& line, const Zone& zone, LifeFact& fact) {
  const std::int32_t opened = number_of(day_of_line(line, zone));
  fact.kind = LifeFact::Kind::opening;
  fact.after = static_cast<std::uint64_t>(static_cast<std::int64_t>(opened));
  const auto named = Date::parse(line.get(due));
  fact.due = named ? std::max(number_of(*named), opened) : opened;
}

void take_step(const PlainLine& line, StepName step, LifeFact& fact) {
  fact.step = step;
  fact.due = LifeFact::no_date;
  bool good = true;
  if (line.has(after)) {
    const auto named = parse_check(line.get(after));
    good = named.value_or(0) != 0;
    fact.after = named.value_or(0);
  }
  const bool moves =
      step == StepName::extend || step == StepName::grant || step == StepName::reopen;
  if (moves && line.has(due)) {
    const auto named = Date::parse(line.get(due));
    good = good && named;
    if (named) fact.due = number_of(*named);
  }
  if (good) fact.kind = LifeFact::Kind::step;
}

// As much of a problem as decides which steps are possible. `state.cpp` has the rules; a property
// test holds the two together.
struct OpenedState {
  Status status = Status::open;
  std::int32_t opened = 0;
  std::int32_t due = 0;
  std::optional<std::int32_t> asked = {};  // until when

  bool take(const LifeFact& fact) {
    const auto next = next_status(status, fact.step);
    if (!next || fact.kind != LifeFact::Kind::step || !move_dates(fact)) return false;
    status = *next;
    if (status == Status::closed || status == Status::withdrawn) asked.reset();
    return true;
  }

 private:
  bool move_dates(const LifeFact& fact) {
    const bool dated = fact.due != LifeFact::no_date;
    switch (fact.step) {
      case StepName::extend:
        if (asked || !dated || fact.due <= due) return false;
        asked = fact.due;
        return true;
      case StepName::grant:
        if (!asked || (dated && fact.due <= due)) return false;
        due = dated ? fact.due : *asked;
        asked.reset();
        return true;
      case StepName::refuse:
        return std::exchange(asked, std::nullopt).has_value();
      case StepName::reopen:
        if (!dated || fact.due < opened) return false;
        due = fact.due;
        return true;
      default:
        return true;
    }
  }
};

// Brings the only fact that rests on the line `tip` to the front of `rest`.
bool bring_next(std::span<LifeFact> rest, std::uint64_t tip, bool at_opening) {
  const auto rests = [&](const LifeFact& fact) {
    return fact.after == tip || (at_opening && fact.after == 0);
  };
  const auto found = std::ranges::find_if(rest, rests);
  if (found == rest.end() || std::any_of(std::next(found), rest.end(), rests)) return false;
  std::iter_swap(rest.begin(), found);
  return true;
}

}  // namespace

std::uint64_t subject_hash(std::string_view subject) {
  return std::hash<std::string_view>{}(subject);
}

std::optional<LifeFact> life_fact(const PlainLine& line, const Zone& zone) {
  if (!line.name.starts_with("problem.")) return std::nullopt;
  LifeFact fact;
  fact.subject = subject_hash(line.subject);
  fact.check = line.check;
  if (line.name == "problem.open")
    take_opening(line, zone, fact);
  else if (const auto step = step_of_event(line.name))
    take_step(line, *step, fact);
  return fact;
}

bool is_usual_life(std::span<LifeFact> facts) {
  const auto is_opening = [](const LifeFact& fact) { return fact.kind == LifeFact::Kind::opening; };
  if (facts.size() > most_lines || std::ranges::count_if(facts, is_opening) != 1) return false;
  std::iter_swap(facts.begin(), std::ranges::find_if(facts, is_opening));
  const LifeFact& opening = facts.front();
  OpenedState standing{
      .opened = static_cast<std::int32_t>(static_cast<std::int64_t>(opening.after)),
      .due = opening.due};
  for (std::size_t i = 1; i < facts.size(); ++i) {
    const std::uint64_t tip = facts[i - 1].check;
    if (tip == 0 || !bring_next(facts.subspan(i), tip, i == 1) || !standing.take(facts[i]))
      return false;
  }
  return true;
}

}  // namespace sihu
