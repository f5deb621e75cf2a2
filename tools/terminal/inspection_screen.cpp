#include "tools/terminal/inspection_screen.hpp"

#include "tools/terminal/captured.hpp"
#include "tools/terminal/check_board_view.hpp"
#include "tools/terminal/inspection_talk.hpp"
#include "tools/terminal/terminal_guard.hpp"

namespace sihu {
namespace {

using BoardEffect = CheckBoard::Effect::Kind;

void carry_out(World& world, InspectionSession& session, CheckBoard& board,
               const CheckBoard::Effect& effect, Instant now) {
  const Captured said(world);
  const bool taken = effect.kind == BoardEffect::record ? !session.record(effect.reply, now)
                                                        : session.attach(effect.reply);
  board.carried_out(said.text(), taken, now);
}

// The key that ended it.
BoardEffect converse(World& world, InspectionSession& session, Screen& screen,
                     std::string_view title, std::string_view before) {
  CheckBoard board(session.run(), world.lang, world.directory, list_to_pick, world.clock());
  board.tell(before);
  while (true) {
    screen.show(draw_board(board, title, screen.size(), world.clock()));
    const Key key = screen.next();
    const auto now = world.clock();
    const auto effect = board.press(key, now);
    switch (effect.kind) {
      case BoardEffect::record:
      case BoardEffect::attach:
        carry_out(world, session, board, effect, now);
        break;
      case BoardEffect::leave:
      case BoardEffect::interrupt:
        return effect.kind;
      case BoardEffect::suspend:
        screen.suspend();
        break;
      case BoardEffect::redraw:
        screen.redraw();
        break;
      case BoardEffect::none:
        break;
    }
  }
}

}  // namespace

Exit inspect_on_screen(World& world, InspectionSession& session, std::unique_ptr<Screen> screen,
                       std::string_view title, std::string_view before) {
  const LastWords if_killed(interrupted_but_saved().in(world.lang));
  const BoardEffect end = converse(world, session, *screen, title, before);
  screen.reset();
  if (end == BoardEffect::interrupt) return say_interrupted(world);
  return session.finish();
}

}  // namespace sihu
