#include "tools/terminal/sitting_start.hpp"

#include "base/utf8.hpp"
#include "tools/cli/exam.hpp"
#include "tools/terminal/line.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

// No wider than the window: a conversation follows, and no word of it is to be cut in two.
void say_within(World& world, const Phrase& words) {
  if (!world.quiet) world.show(same(visible(words.in(world.lang))));
}

}  // namespace

void introduce_paper(World& world, const ExamForm& form) {
  say_within(
      world,
      phrase(
          Text{
              "{0}：{1} 题，满分 {2}，及格 "
              "{3}。在自己的机器上考，改时钟、拷文件夹看得出来，但拦不住",
              "{0}: {1} questions, {2} points, {3} to pass. On one's own machine cheating by clock "
              "or copied folder is shown, not prevented"},
          form.paper.title, form.questions.size(), form.paper.full().shortest(),
          form.paper.pass.shortest()));
  for (const std::string& promise : form.promised) say_within(world, promise_words(promise));
}

std::optional<Exit> ask_to_begin(World& world, const ExamForm& form) {
  LineReader reader(world);
  const std::string prompt =
      phrase(Text{"限时 {0} 分钟，从开始起不停。回车开始，q 离开> ",
                  "{0}, which run on once begun. Enter begins, q leaves> "},
             counted(form.paper.minutes, "minute"))
          .in(world.lang);
  bool any_wrong = false;
  while (true) {
    const auto line = reader.read(prompt);
    if (reader.interrupted()) return Exit::interrupted;
    any_wrong = any_wrong || reader.unreadable();
    if (line && line->empty()) return std::nullopt;
    if (line && *line != "q" && *line != "/q") {
      any_wrong = any_wrong || !world.in_terminal;
      continue;
    }
    world.say_to_people(phrase(Text{"没有开始，不计时", "not begun: no time runs"}));
    return any_wrong ? Exit::input : Exit::done;
  }
}

}  // namespace sihu
