// sihu test record: hand in answers that were given on paper.
#include "exam/form_code.hpp"
#include "exam/marking.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct TestRecordOptions {
  PaperChoice paper;
  std::string answers;
  std::vector<std::string> blank;
  std::string encoding;
  std::string cancel;
  std::string reason;
};

void declare(Flags& flags, TestRecordOptions& options) {
  declare_paper(flags, options.paper);
  flags.text(
      "--answers", options.answers,
      {"答卷（CSV：person number response，也可写 人员 题号 答案；可加 form "
       "卷号：卷上的第几套或卷号），- 为标准输入；有一处错"
       "就一份也不记",
       "answers (CSV: person number response; form if wanted, its number or code as printed), - "
       "for "
       "standard input; all of it or nothing"},
      Flags::What::file);
  flags.texts("--blank", options.blank,
              {"参加了、交白卷的人（可重复；也可与 --answers 一起用）",
               "somebody who sat and wrote nothing (may be repeated; also beside --answers)"},
              Flags::What::person);
  flags.text("--cancel", options.cancel,
             {"撤回录在这个人名下的答卷（委员会，要 --reason）",
              "take back the paper that was entered for this person (committee; needs --reason)"},
             Flags::What::person);
  flags.text(
      "--reason", options.reason,
      {"改正录错的答卷：为什么（委员会；考生自己交的不改）",
       "corrects papers that were entered wrongly: why (committee; what candidates handed in "
       "stays)"});
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"答卷的编码", "how the file of answers is encoded"});
}

Result<std::vector<NewPaper>> read_all(World& world, const TestRecordOptions& options,
                                       const PapersScene& scene) {
  if (options.answers.empty()) return blank_papers(scene);
  const auto input = world.read_text(options.answers, options.encoding);
  if (!input) return tl::unexpected(input.error());
  return load_papers(input->text, input->name, scene);
}

Result<std::vector<NewPaper>> read_papers(World& world, const TestRecordOptions& options,
                                          const ExamDesk& desk, const Author& author,
                                          ExamForms& forms) {
  std::optional<Failure> broken;  // of a form, whatever the file says
  const auto form_for = [&](const Person& person,
                            const std::string& code) -> Result<const ExamForm*> {
    const auto recorded = form_by_code(desk.state, desk.key, person, code);
    if (!recorded) return tl::unexpected(recorded.error());
    const auto form = *recorded ? forms.find((*recorded)->key) : nullptr;
    if (!form) broken = form.error();
    return form ? *form : nullptr;
  };
  PaperScene scene = recording_scene(world, desk, desk.state, author);
  scene.reason = options.reason;
  const auto refusal = [&](const NewPaper& paper) { return why_not_taken(scene, paper, false); };
  const PapersScene papers_scene{desk.workspace.organisation(), form_for, refusal, options.blank};
  auto papers = read_all(world, options, papers_scene);
  if (broken) return tl::unexpected(std::move(*broken));
  return papers;
}

// How much of a paper was answered: `p001: 28 of 30 questions answered, 2 blank`.
std::string paper_line(const NewPaper& paper, Lang lang) {
  const auto blank = std::ranges::count(paper.responses, std::string());
  const auto all = std::ssize(paper.responses);
  if (blank == 0)
    return say(lang, Text{"{0}：{1} 题全答\n", "{0}: {1} of {1} questions answered\n"},
               paper.person, all);
  return say(lang,
             Text{"{0}：{1} 题答了 {2} 题，{3} 题空着\n",
                  "{0}: {2} of {1} questions answered, {3} blank\n"},
             paper.person, all, all - blank, blank);
}

// Whoever left gaps empty can't be asked again: it is said, and taken.
void say_gaps(World& world, const NewPaper& paper) {
  std::size_t number = 0;
  for (const ShownQuestion& shown : shown_to(*paper.form, paper.person)) {
    ++number;
    const BankQuestion& question = *paper.form->questions[shown.index].question;
    const auto filled = gaps_filled(question, paper.responses[shown.index]);
    if (paper.responses[shown.index].empty() || filled == question.blanks.size()) continue;
    world.say_to_people(phrase(Text{"注意：{0} 第 {1} 题要填 {2} 处，答了 {3} 处，其余算空着",
                                    "note: question {1} of {0} asks for {2} parts and has {3}; "
                                    "the others count as blank"},
                               paper.person, number, question.blanks.size(), filled));
  }
}

// Papers that changed hands on the table are marked as what they are; that they did is said.
void say_other_form(World& world, const ExamDesk& desk, const NewPaper& paper) {
  const Person* person = desk.workspace.organisation().find_person(paper.person);
  const RecordedForm* given =
      person ? given_form(desk.state, desk.key, person->id, person->branch) : nullptr;
  const RecordedForm& answered = paper.form->recorded;
  if (!given || given->key == answered.key) return;
  world.say_to_people(phrase(
      Text{
          "注意：发给 {0} 的是第 {1} 套（卷号 {2}），录入的是第 {3} 套（卷号 {4}），按所答的那套评",
          "note: {0} was given form {1} ({2}), and answered form {3} ({4}), by which it is marked"},
      paper.person, given->key.form, given->key.name, answered.key.form, answered.key.name));
}

bool is_written(const PapersRecording& recording, const std::string& subject) {
  return std::ranges::find(recording.drafts, subject, &Draft::subject) != recording.drafts.end();
}

Result<void> check_use(const TestRecordOptions& options) {
  const bool hands_in = !options.answers.empty() || !options.blank.empty();
  if (hands_in != options.cancel.empty())
    return fail(Kind::usage, "either-or",
                phrase(Text{"写 --answers 文件、--blank 编号，或只写 --cancel 编号",
                            "give --answers FILE, --blank PERSON, or --cancel PERSON alone"}));
  if (options.cancel.empty() || !options.reason.empty()) return {};
  return fail(Kind::usage, "missing-option",
              phrase(Text{"--cancel 要用 --reason 说明理由", "say why with --reason"}));
}

Exit cancel(const TestRecordOptions& options, World& world, const ExamDesk& desk,
            const Author& author) {
  const auto recording = cancel_recorded(world, desk, author, options.cancel, options.reason);
  if (!recording) return report_failure(world, recording.error());
  world.say_recorded(say(world.lang,
                         Text{"已撤回 {0} 的答卷，可以重新录入，或由本人考\n",
                              "taken back: the paper of {0}, who may sit or be entered anew\n"},
                         options.cancel));
  return Exit::done;
}

Exit run(const TestRecordOptions& options, World& world) {
  if (auto use = check_use(options); !use) return report_failure(world, use.error());
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  const auto author = world.author(desk->workspace);
  if (!author) return report_failure(world, author.error());
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  if (!options.cancel.empty()) return cancel(options, world, *desk, *author);
  ExamForms forms(desk->workspace, desk->state);
  const auto papers = read_papers(world, options, *desk, *author, forms);
  if (!papers) return report_failure(world, papers.error());
  const auto recording = record_papers(world, *desk, *author, *papers, false, options.reason);
  if (!recording) return report_failure(world, recording.error());
  say_papers_readable(world, *desk);
  const auto taken = std::ssize(recording->drafts);
  std::string lines;
  for (const NewPaper& paper : *papers)
    if (is_written(*recording, sitting_subject(desk->key, paper.person)))
      lines += paper_line(paper, world.lang);
  world.say_recorded(lines + say(world.lang, Text{"已录入 {0} 份答卷\n", "{0} handed in\n"},
                                 counted(taken, "paper")));
  if (const auto known = std::ssize(*papers) - taken; known > 0)
    world.say_to_people(phrase(Text{"另有 {0} 份早已这样录入，没有再写",
                                    "handed in just so before, not written again: {0}"},
                               counted(known, "paper")));
  for (const NewPaper& paper : *papers) {
    say_gaps(world, paper);
    say_other_form(world, *desk, paper);
  }
  return Exit::done;
}

}  // namespace

Command test_record_command() {
  return make_command<TestRecordOptions>(
      "test record", {"录入在纸上答的卷子", "hand in answers that were given on paper"},
      {"$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ printf '人员,题号,答案\\np013,1,A\\np013,2,C\\n' >答卷.csv\n"
       "$ sihu test record 2026Q4 quarter --answers 答卷.csv",
       "$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ printf 'person,number,response\\np013,1,A\\np013,2,C\\n' >answers.csv\n"
       "$ sihu test record 2026Q4 quarter --answers answers.csv"},
      declare, run);
}

}  // namespace sihu
