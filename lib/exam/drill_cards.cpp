#include "exam/drill_cards.hpp"

#include "statistics/leitner.hpp"

#include <algorithm>
#include <charconv>
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
  std::string question;
  bool test = false;
  bool right = false;
};

DrillCard moved(const DrillCard& card, const CardStep& step, Date today) {
  if (step.test) return {1, step.on};
  const int box = next_box(card.box, step.right);
  return {box, step.on > today ? today : step.on + days_in_box(box)};
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
  std::vector<CardStep> steps;
  for (const MissedQuestion& one : missed) steps.push_back({one.on, one.question, true, false});
  for (const DrillAnswer& answer : answers)
    steps.push_back({answer.on, answer.question, false, answer.right});
  std::ranges::stable_sort(steps, {}, &CardStep::on);
  std::map<std::string, DrillCard> cards;
  for (const CardStep& step : steps) {
    DrillCard& card = cards[step.question];
    card = moved(card, step, today);
  }
  return cards;
}

}  // namespace sihu
