// sihu rectify submit: the answering branch says that it is done.
#include "tools/cli/rectify.hpp"
#include "tools/terminal/line.hpp"

namespace sihu {
namespace {

bool says_something(const RectifyOptions& options) {
  return !options.note.empty() || !options.reason.empty() || !options.evidence.empty();
}

// The command that reminders and the home screen name says nothing of what was done: where somebody
// sits before it, it is asked for.
Exit run(const RectifyOptions& options, World& world) {
  if (!world.in_terminal || says_something(options))
    return run_step(StepName::submit, options, world);
  if (const auto may = check_step(StepName::submit, options, world); !may)
    return report_failure(world, may.error());
  world.show(
      phrase(Text{"怎样整改的？写一行，回车报送；有佐证材料的，Ctrl-C 退出后用 --evidence 文件",
                  "What was done? One line, Enter submits it; with a file as evidence leave "
                  "with Ctrl-C and give --evidence FILE"}));
  RectifyOptions told = options;
  LineReader reader(world);
  const auto line = reader.read("> ");
  if (line && line->find_first_not_of(' ') != std::string::npos) told.note = *line;
  if (reader.interrupted()) return Exit::interrupted;
  return run_step(StepName::submit, told, world);
}

}  // namespace

Command rectify_submit_command() {
  return make_command<RectifyOptions>(
      "rectify submit", {"报送整改结果", "submit what was done about a problem"},
      {"$ sihu rectify submit 26Q3-zb09-e5t6vy-6 --note 已补齐 --evidence records/meetings.csv",
       "$ sihu rectify submit 26Q3-zb09-e5t6vy-6 --note completed --evidence "
       "records/meetings.csv"},
      [](Flags& flags, RectifyOptions& options) { declare_step(flags, options, StepName::submit); },
      run);
}

}  // namespace sihu
