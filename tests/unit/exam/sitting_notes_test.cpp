#include "exam/sitting_notes.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("exam") {
  TEST_CASE("steps come back, the last of each question counting") {
    const std::string text = note_of({100}, {0, false, "B"}) + note_of({200}, {2, true, ""}) +
                             note_of({300}, {0, false, "AC"}) + note_of({400}, {1, false, "a b "}) +
                             note_of({500}, {1, false, ""}) + note_of_time({{900}, 5, "b"});
    const auto notes = read_notes(text, 3);
    CHECK(notes.responses == Responses{"AC", "", ""});
    CHECK(notes.flagged == std::set<std::size_t>{2});
    CHECK(notes.last == Instant{900});
    CHECK(read_notes(text + note_of({950}, {2, true, ""}), 3).flagged.empty());
  }

  TEST_CASE("cut at any byte, what was whole is there and nothing else") {
    const std::string first = note_of({100}, {0, false, "B"});
    const std::string text = first + note_of({200}, {1, false, "words = 15"});
    for (std::size_t size = 0; size < text.size(); ++size) {
      const auto notes = read_notes(std::string_view(text).substr(0, size), 2);
      CHECK(notes.responses[0] == (size < first.size() ? "" : "B"));
      CHECK(notes.responses[1].empty());
    }
  }

  TEST_CASE("lines that are no steps are left out") {
    for (const char* line : {"x answer 0 B\n", "5 answer 9 B\n", "5 answer -1 B\n", "5 shout 0\n",
                             "\n", "answer 0 B\n", "5 answer  B\n"})
      CHECK(read_notes(line, 1).responses == Responses{""});
  }

  TEST_CASE("time never goes back, and a clock that was turned gives none away") {
    SteadyTime time(Instant{1000});
    CHECK(time.at({91500}, 0) == Instant{91500});
    CHECK(time.at({91000}, 0) == Instant{91500});
    CHECK(time.at({91100}, 0) == Instant{91600});
    CHECK_FALSE(time.turned_back());
    CHECK(time.at({700}, 0) == Instant{91600});
    CHECK(time.turned_back());
    CHECK(time.at({900}, 0) == Instant{91800});
    SteadyTime resumed(Instant{5000});
    CHECK(resumed.at({10}, 0) == Instant{5000});
    CHECK(resumed.at({1010}, 0) == Instant{6000});
  }

  TEST_CASE("an absurd time in the notes is as late as can be, and reckoned with") {
    const Instant end{253402300799999};
    CHECK(read_notes("99999999999999999 seen\n", 1).last == end);
    CHECK(read_notes("9223372036854775807 answer 0 B\n", 1).responses == Responses{"B"});
    CHECK(SteadyTime(read_notes("9223372036854775807 seen\n", 1).last).at({1000}, 5) == end);
  }

  TEST_CASE("that the clock was turned back is remembered until the paper is handed in") {
    CHECK_FALSE(read_notes(note_of_time({Instant{5}, 0, "b"}), 3).turned_back);
    CHECK(read_notes(note_of_turning(Instant{5}) + note_of_time({Instant{6}, 0, "b"}), 3)
              .turned_back);
  }

  TEST_CASE("a clock that was set back gains nothing, also where it was not looked at meanwhile") {
    constexpr std::int64_t minute = 60'000;
    SteadyTime time(Instant{0});
    CHECK(time.at({10 * minute}, 500 * minute) == Instant{10 * minute});
    CHECK(time.at({10 * minute}, 530 * minute) == Instant{40 * minute - 1000});
    CHECK(time.turned_back());
    CHECK(time.at({11 * minute}, 531 * minute) == Instant{41 * minute - 1000});
    SteadyTime honest(Instant{0});
    CHECK(honest.at({10 * minute}, 500 * minute) == Instant{10 * minute});
    CHECK(honest.at({40 * minute - 900}, 530 * minute) == Instant{40 * minute - 900});
    CHECK_FALSE(honest.turned_back());
  }

  TEST_CASE("a clock that stands still gains nothing, however often it is looked at") {
    constexpr std::int64_t second = 1000;
    SteadyTime time(Instant{0});
    for (std::int64_t at = 0; at <= 300; ++at) time.at({50 * second}, at * second);
    CHECK(time.at({50 * second}, 301 * second) == Instant{350 * second});
    SteadyTime slow(Instant{0});  // by a tenth
    for (std::int64_t at = 0; at <= 300; ++at) slow.at({at * 900}, at * second);
    CHECK(slow.at({300 * 900}, 300 * second) == Instant{299 * second});
  }

  TEST_CASE("whoever goes on with a clock set back has had the time that the machine was up") {
    constexpr std::int64_t minute = 60'000;
    const auto notes = read_notes(note_of_time({Instant{minute}, 7 * minute, "boot 1"}), 1);
    REQUIRE(notes.seen);
    CHECK(notes.seen->boot == "boot 1");
    SteadyTime same(notes.last, notes.seen, "boot 1");
    CHECK(same.at({minute}, 10 * minute) == Instant{4 * minute - 1000});
    CHECK(same.turned_back());
    SteadyTime honest(notes.last, notes.seen, "boot 1");
    CHECK(honest.at({4 * minute}, 10 * minute) == Instant{4 * minute});
    CHECK_FALSE(honest.turned_back());
    SteadyTime another(notes.last, notes.seen, "boot 2");  // or machine: its uptime says nothing
    CHECK(another.at({minute}, 900 * minute) == Instant{minute});
    CHECK_FALSE(read_notes("5 seen\n", 1).seen);
  }
}
