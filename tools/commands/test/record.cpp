// sihu test record: hand in answers that were given on paper.
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

struct Options {
  PaperChoice paper;
  std::string answers;
  std::string encoding;
};

void declare(Flags& flags, Options& options) {
  declare_paper(flags, options.paper);
  flags.text("--answers", options.answers,
             {"答卷（CSV：person number response），- 为标准输入；有一处错就一份也不记",
              "answers (CSV: person number response), - for standard input; all of it or nothing"},
             Flags::What::file);
  flags.required();
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"答卷的编码", "how the file of answers is encoded"});
}

Result<std::vector<NewPaper>> read_papers(World& world, const Options& options,
                                          const ExamDesk& desk, const Author& author,
                                          ExamForms& forms) {
  const auto input = world.read_text(options.answers, options.encoding);
  if (!input) return tl::unexpected(input.error());
  std::optional<Failure> broken;  // of a form, whatever the file says
  const auto form_for = [&](const Person& person) -> const ExamForm* {
    const auto form = forms.for_person(desk.key, person);
    if (!form) broken = form.error();
    return form ? *form : nullptr;
  };
  const PaperScene scene = recording_scene(world, desk, desk.state, author);
  const auto refusal = [&](const NewPaper& paper) { return why_not_taken(scene, paper, false); };
  auto papers =
      load_papers(input->text, input->name, {desk.workspace.organisation(), form_for, refusal});
  if (broken) return tl::unexpected(std::move(*broken));
  return papers;
}

Exit run(const Options& options, World& world) {
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  const auto author = world.author(desk->workspace);
  if (!author) return report_failure(world, author.error());
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  ExamForms forms(desk->workspace, desk->state);
  const auto papers = read_papers(world, options, *desk, *author, forms);
  if (!papers) return report_failure(world, papers.error());
  const auto recording = record_papers(world, *desk, *author, *papers, false);
  if (!recording) return report_failure(world, recording.error());
  say_papers_readable(world, *desk);
  world.say_recorded(say(world.lang, Text{"已录入 {0} 份答卷\n", "{0} handed in\n"},
                         counted(std::ssize(recording->drafts), "paper")));
  return Exit::done;
}

}  // namespace

Command test_record_command() {
  return make_command<Options>("test record",
                               {"录入在纸上答的卷子", "hand in answers that were given on paper"},
                               {"$ sihu test record 2026Q4 safety --answers 答卷.csv",
                                "$ sihu test record 2026Q4 safety --answers answers.csv"},
                               declare, run);
}

}  // namespace sihu
