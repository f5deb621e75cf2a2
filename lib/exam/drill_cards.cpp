#include "exam/drill_cards.hpp"

#include "statistics/leitner.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

namespace sihu {
namespace {

constexpr int most_seconds = 86400;

std::vector<std::string_view> words_in(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const auto word = line.substr(0, line.find(' '));
    words.push_back(word);
    line.remove_prefix(std::min(word.size() + 1, line.size()));
  }
  return words;
}

std::optional<int> seconds_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 && number <= most_seconds ? std::optional(number) : std::nullopt;
}

void take_line(DrillNotes& notes, std::string_view line) {
  const auto words = words_in(line);
  const auto on = words.empty() ? std::nullopt : Date::parse(words[0]);
  if (!on) return;
  if (words.size() == 2 && words[1] == "done") {
    ++notes.finished;
    notes.open_from = notes.answers.size();
    return;
  }
  if (words.size() != 4 || (words[2] != "right" && words[2] != "wrong")) return;
  if (const auto seconds = seconds_of(words[3]))
    notes.answers.push_back({*on, std::string(words[1]), words[2] == "right", *seconds});
}

// Something that moves a card.
struct CardStep {
  Date on;
  bool test = false;
  bool right = false;
};

DrillCard moved(const DrillCard& card, const CardStep& step, Date today) {
  if (step.test) return {1, step.on};
  if (step.on > today) return {step.right ? card.box : 1, today};
  const int box = next_box(card.box, step.right);
  return {box, step.on + days_in_box(box)};
}

// Behind the last answer of a day before it.
std::size_t place_of_test(const std::vector<CardStep>& steps, Date on) {
  std::size_t place = 0;
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (!steps[i].test && steps[i].on < on) place = i + 1;
  return place;
}

// What happened to one question: answers as they were given, tests among them.
std::vector<CardStep> in_order(std::vector<Date> tests, std::vector<CardStep> steps) {
  std::ranges::sort(tests, std::greater<>());  // each stands before later ones
  for (const Date on : tests)
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(place_of_test(steps, on)),
                 CardStep{on, true, false});
  return steps;
}

}  // namespace

DrillNotes read_drill_notes(std::string_view text) {
  DrillNotes notes;
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    take_line(notes, text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return notes;
}

std::string drill_note(const DrillAnswer& answer) {
  return to_string(answer.on) + ' ' + answer.question + (answer.right ? " right " : " wrong ") +
         std::to_string(std::clamp(answer.seconds, 0, most_seconds)) + '\n';
}

std::string drill_finished_note(Date on) {
  return to_string(on) + " done\n";
}

std::map<std::string, DrillCard> drill_cards(const std::vector<MissedQuestion>& missed,
                                             const std::vector<DrillAnswer>& answers, Date today) {
  std::map<std::string, std::vector<Date>> tests;
  std::map<std::string, std::vector<CardStep>> given;
  for (const MissedQuestion& one : missed) tests[one.question].push_back(one.on);
  for (const DrillAnswer& answer : answers)
    given[answer.question].push_back({answer.on, false, answer.right});
  for (const auto& [question, days] : tests) given.try_emplace(question);
  std::map<std::string, DrillCard> cards;
  for (auto& [question, steps] : given) {
    DrillCard& card = cards[question];
    for (const CardStep& step : in_order(tests[question], std::move(steps)))
      card = moved(card, step, today);
  }
  return cards;
}

}  // namespace sihu
