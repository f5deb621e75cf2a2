#include "exam/sitting_notes.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sihu {
namespace {

constexpr std::int64_t usual_correction = 60000;  // milliseconds
constexpr std::int64_t end_of_time =
    253402300799999;  // of the year 9999; reckoning overflows later

std::string_view take_word(std::string_view& line) {
  const auto word = line.substr(0, std::min(line.find(' '), line.size()));
  line.remove_prefix(std::min(word.size() + 1, line.size()));
  return word;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = error == std::errc() && end == text.data() + text.size() && !text.empty();
  return good ? std::optional(number) : std::nullopt;
}

// Older notes have the time alone.
void take_seen(Instant at, std::string_view rest, SittingNotes& into) {
  const auto uptime = number_of<std::int64_t>(take_word(rest));
  if (uptime && !rest.empty()) into.seen = SeenTime{at, *uptime, std::string(rest)};
}

void take_step(std::string_view line, SittingNotes& into) {
  const auto at = number_of<std::int64_t>(take_word(line));
  const auto what = take_word(line);
  if (!at) return;
  into.last = std::max(into.last, Instant{std::min(*at, end_of_time)});
  into.turned_back = into.turned_back || what == "turned";
  if (what == "seen") return take_seen(into.last, line, into);
  const auto index = number_of<std::size_t>(take_word(line));
  if (!index || *index >= into.responses.size()) return;
  if (what == "answer") into.responses[*index] = line;
  if (what == "flag" && into.flagged.erase(*index) == 0) into.flagged.insert(*index);
}

}  // namespace

SittingNotes read_notes(std::string_view text, std::size_t questions) {
  SittingNotes notes{{}, Responses(questions), {}};
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    take_step(text.substr(0, end), notes);
    text.remove_prefix(end + 1);
  }
  return notes;
}

std::string note_of(Instant at, const SittingStep& step) {
  const std::string begin =
      std::to_string(at.milliseconds) + (step.is_flag ? " flag " : " answer ");
  return begin + std::to_string(step.index) + (step.is_flag ? "" : " " + step.response) + "\n";
}

std::string note_of_time(const SeenTime& seen) {
  return std::to_string(seen.at.milliseconds) + " seen " + std::to_string(seen.uptime) + " " +
         seen.boot + "\n";
}

std::string note_of_turning(Instant at) {
  return std::to_string(at.milliseconds) + " turned\n";
}

Instant SteadyTime::at(Instant clock, std::int64_t uptime) {
  // By which two clocks may differ, however often they are looked at: a second at each look would
  // let no time pass while somebody looks every second and the clock is stopped.
  constexpr std::int64_t drift = 1000;
  steady_ = steady_ + std::max<std::int64_t>(0, uptime - uptime_.value_or(uptime));
  uptime_ = uptime;
  const Instant least = std::max(last_, Instant{steady_.milliseconds - drift});
  const Instant now = clock + ahead_;
  const auto back = least.milliseconds - now.milliseconds;
  if (back > 0) ahead_ += back;
  turned_back_ = turned_back_ || back > usual_correction;
  last_ = std::max(now, least);
  steady_ = std::max(steady_, last_);
  return last_;
}

}  // namespace sihu
