#include "tools/terminal/sitting_board.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

using Next = SittingBoard::Effect::Kind;

// A candidate at a full screen; what is to be kept is kept.
struct Candidate {
  FormFixture fixture;
  SittingRun run{fixture.form, "pa", read_notes("", 5)};
  SittingBoard board{run, Lang::en, "Safety"};

  Next press(Key::Kind kind, std::string text = {}) {
    const auto effect = board.press({kind, std::move(text)});
    if (effect.kind == Next::keep) {
      run.kept(effect.step);
      board.went_on();
    }
    return effect.kind;
  }
  Next enter(std::string text) {
    press(Key::Kind::text, std::move(text));
    return press(Key::Kind::enter);
  }
  std::string drawn(WindowSize size) const {
    const Picture picture = board.draw(size, 125);
    CHECK(picture.rows.size() == static_cast<std::size_t>(size.rows));
    for (const auto& row : picture.rows) CHECK(width_of(row) == size.columns);
    return text_of(picture);
  }
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("terminal") {
  TEST_CASE("one question a screen, with what is answered and the time left") {
    Candidate candidate;
    for (const WindowSize size : {WindowSize{40, 12}, WindowSize{80, 24}, WindowSize{120, 40}})
      CHECK(holds(candidate.drawn(size), "0/5 answered  2:05 left"));
    CHECK(candidate.enter("c") == Next::keep);
    const auto text = candidate.drawn({80, 24});
    CHECK(holds(text, "  1+ > 2·"));
    CHECK(holds(text, "1/5 answered"));
    CHECK(holds(text, "2/5> "));
    CHECK(holds(text_of(candidate.board.draw({30, 9}, 1)), "too small"));
  }

  TEST_CASE("arrows move, Tab flags, a number jumps") {
    Candidate candidate;
    candidate.press(Key::Kind::down);
    CHECK(candidate.run.at() == 1);
    CHECK(candidate.press(Key::Kind::tab) == Next::keep);
    CHECK(candidate.run.marks()[1].flagged);
    CHECK(holds(candidate.drawn({80, 24}), "> 2·?"));
    candidate.enter("/5");
    CHECK(candidate.run.at() == 4);
    candidate.press(Key::Kind::up);
    CHECK(candidate.run.at() == 3);
  }

  TEST_CASE("the keys name what finds and undoes, and help fits the smallest window") {
    Candidate candidate;
    CHECK(holds(candidate.drawn({80, 24}), "/o open /s find /u undo /h hand in ? help"));
    CHECK(holds(candidate.drawn({40, 12}), "/u undo /h hand in ?"));
    candidate.press(Key::Kind::text, "?");
    CHECK(holds(candidate.drawn({40, 12}), "/h hand in, /q leave, ? help"));
    candidate.enter("c");
    CHECK(candidate.enter("/u") == Next::keep);
    CHECK(candidate.run.at() == 0);
    CHECK(holds(candidate.drawn({80, 24}), "0/5 answered"));
  }

  TEST_CASE("what was typed is not lost by an arrow, nor where it can't be taken") {
    Candidate candidate;
    candidate.press(Key::Kind::text, "zz");
    candidate.press(Key::Kind::down);
    CHECK(candidate.run.at() == 0);
    CHECK(candidate.board.typed().text() == "zz");
    CHECK(holds(candidate.board.message(), "not kept"));
    CHECK(candidate.press(Key::Kind::enter) == Next::none);
    CHECK(candidate.board.typed().text().empty());  // letters are typed anew
    while (!candidate.run.takes_words()) candidate.press(Key::Kind::down);
    candidate.press(Key::Kind::text, std::string(2000, 'x'));
    CHECK(candidate.press(Key::Kind::enter) == Next::none);
    CHECK(candidate.board.typed().text().size() == 2000);
    candidate.press(Key::Kind::escape);
    CHECK(candidate.board.typed().text().empty());
  }

  TEST_CASE("a paper is handed in when it is asked for twice, or left") {
    Candidate candidate;
    CHECK(candidate.enter("/h") == Next::none);
    CHECK(holds(candidate.board.message(), "/h once more"));
    CHECK(candidate.enter("/h") == Next::hand_in);
    CHECK(candidate.enter("/q") == Next::leave);
    CHECK(candidate.press(Key::Kind::end_of_input) == Next::leave);
    CHECK(candidate.press(Key::Kind::interrupt) == Next::interrupt);
    CHECK(candidate.press(Key::Kind::suspend) == Next::suspend);
    CHECK(candidate.press(Key::Kind::text, "？") == Next::none);
    CHECK(holds(candidate.board.message(), "hand in"));
  }

  TEST_CASE("an answer in words may begin with a question mark, and help is asked for by Enter") {
    Candidate candidate;
    while (!candidate.run.takes_words()) candidate.press(Key::Kind::down);
    CHECK(candidate.press(Key::Kind::text, "?") == Next::none);
    CHECK(candidate.board.typed().text() == "?");
    CHECK(holds(candidate.board.message(), "Enter shows help"));
    CHECK(candidate.enter("what") == Next::keep);
    CHECK(std::ranges::count(candidate.run.responses(), "?what") == 1);
    while (!candidate.run.takes_words()) candidate.press(Key::Kind::up);
    CHECK(candidate.enter("?") == Next::none);
    CHECK(holds(candidate.board.message(), "hand in"));
    CHECK(candidate.board.typed().text().empty());
  }
}
