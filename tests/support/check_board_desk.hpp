#pragma once

#include "support/check_fixture.hpp"
#include "tools/terminal/check_board.hpp"

#include <string>

namespace sihu::test {

/// An inspection on a full screen, in memory: keys go to a board, and what it wants is recorded by
/// the same functions as on a terminal.
struct BoardDesk {
  CheckFixture check;
  std::string person = "p003";
  Instant now = check.zone.at(check.today, 10);
  ScoreBasis basis = check.basis();
  Run run{{check.key, basis, check.organisation, person}, check.state(), now};
  CheckBoard board{run, Lang::en, "/home", list, now};
  bool refuse = false;

  explicit BoardDesk(CheckFixture from = {}) : check(std::move(from)) {}

  static std::vector<FolderEntry> list(const std::filesystem::path&) { return {{"a.jpg", false}}; }

  CheckBoard::Effect press(Key::Kind kind, std::string text = {}) {
    now = now + 5000;
    auto effect = board.press({kind, std::move(text)}, now);
    if (effect.kind == CheckBoard::Effect::Kind::attach) {
      run.attach({"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.jpg"});
      board.carried_out("attached", true, now);
    }
    if (effect.kind == CheckBoard::Effect::Kind::record) record(effect.reply);
    return effect;
  }
  CheckBoard::Effect type(std::string key) { return press(Key::Kind::text, std::move(key)); }

  void record(const Reply& reply) {
    if (refuse) {
      run.refused();
      return board.carried_out("refused\n", false, now);
    }
    REQUIRE(check.act(
        person, [&](const CheckScene& scene) { return record_answers(scene, {reply.answer}); }));
    run.recorded(reply.answer, now);
    board.carried_out("recorded " + reply.answer.item + "\n", true, now);
  }

  std::string on() const { return run.current()->id; }
  std::string sign(std::string_view item) const {
    for (const RunRow& row : run.rows())
      if (row.item->id == item) return std::string(row.sign);
    return "?";
  }
};

}  // namespace sihu::test
