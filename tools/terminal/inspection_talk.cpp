#include "tools/terminal/inspection_talk.hpp"

#include "tools/terminal/line.hpp"
#include "tools/terminal/terminal_guard.hpp"

namespace sihu {

Phrase interrupted_but_saved() {
  return phrase(Text{"已中断；答过的都已保存", "interrupted; what was answered is saved"});
}

Exit say_interrupted(World& world) {
  world.say_to_people(interrupted_but_saved());
  return Exit::interrupted;
}

Exit talk(World& world, InspectionSession& session) {
  Run& run = session.run();
  LineReader reader(world);
  const LastWords if_killed(interrupted_but_saved().in(world.lang));
  bool any_wrong = false;  // a line from a pipe was not understood, or its file not kept
  const bool was_complete = run.complete();
  while (run.current()) {
    world.show(run.card());
    const auto line = reader.read(run.prompt().in(world.lang));
    if (reader.interrupted()) return say_interrupted(world);
    any_wrong = any_wrong || reader.unreadable();
    if (!line) break;
    const auto now = world.clock();
    auto reply = run.answer(*line, now);
    // How long somebody thought is known of a person at a terminal only.
    if (!world.in_terminal) reply.answer.answer.took.reset();
    world.show(reply.message);
    any_wrong = any_wrong || (reply.wrong && !world.in_terminal);
    if (reply.kind == Reply::Kind::quit) break;
    if (reply.kind == Reply::Kind::evidence) any_wrong = !session.attach(reply) || any_wrong;
    if (reply.kind != Reply::Kind::record) continue;
    // On a terminal the item is asked again.
    if (const auto exit = session.record(reply, now); exit && !world.in_terminal) return *exit;
    if (run.complete() && !was_complete) break;
  }
  const Exit exit = session.finish();
  return exit == Exit::done && any_wrong ? Exit::input : exit;
}

}  // namespace sihu
