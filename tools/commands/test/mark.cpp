// sihu test mark: give points to short answers, without knowing whose they are.
#include "base/utf8.hpp"
#include "exam/mark_answers.hpp"
#include "exam/points_file.hpp"
#include "exam/question_card.hpp"
#include "report/test_list.hpp"
#include "tools/cli/author_now.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/sealed_paper.hpp"
#include "tools/terminal/line.hpp"
#include "wording/number.hpp"

#include <optional>
#include <set>

namespace sihu {
namespace {

struct TestMarkOptions {
  PaperChoice paper;
  bool list = false;
  std::string points;
  std::string reason;
  std::vector<std::string> keys;
  Output output;
};

void declare(Flags& flags, TestMarkOptions& options) {
  declare_paper(flags, options.paper);
  flags.flag("--list", options.list,
             {"列出待你评的答案，可作评分表填写（-o 评分.csv）",
              "list what waits for you, to be filled in (-o marks.csv)"});
  flags.text("--points", options.points,
             {"填好的评分（CSV：code question points），- 为标准输入；有一处错就一个也不记",
              "marks that were filled in (CSV: code question points), - for standard input; all of "
              "it or nothing"},
             Flags::What::file);
  flags.text("--reason", options.reason,
             {"改正自己评错的分：为什么（配合 --points）",
              "corrects points that you gave by mistake: why (with --points)"});
  flags.texts("--key", options.keys,
              {"密封卷的答案文件，有它才看得到参考答案",
               "the key file of a sealed paper, which has the model answers"},
              Flags::What::file);
  declare_output(flags, options.output);
}

// Everything a marker's session rests on.
struct MarkingSession {
  World& world;
  const ExamDesk& desk;
  const Author& author;
  const PaperMarker& marker;
  const std::string& reason;  // of a correction

  PaperScene scene(const ExamState& state, const Author& acting) const {
    PaperScene scene = paper_scene(desk, state, acting);
    scene.reason = reason;
    return scene;
  }
};

Result<PapersRecording> record(const MarkingSession& session,
                               const std::vector<NewPoints>& points) {
  PapersRecording recording;
  const Author author = as_of_now(session.author, session.world);
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const ExamState state = fold_exams(ledger);
    auto wanted = give_points(session.scene(state, author), session.marker.mark(state), points);
    if (!wanted) return tl::unexpected(wanted.error());
    recording = std::move(*wanted);
    return Decision{recording.drafts, recording.role, {}};
  };
  const auto receipt = session.desk.workspace.record(author, decide);
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) session.world.say_to_people(note.what);
  return recording;
}

// By the ledger as it is now: what was just recorded may have settled an answer, or left it without
// anybody to mark it.
Result<void> say_unmarkable_now(const MarkingSession& session) {
  const auto ledger = session.desk.workspace.read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  const ExamState state = fold_exams(*ledger);
  say_unmarkable(session.world, session.desk, session.marker.mark(state));
  return {};
}

// Papers that can't be opened here have answers that nobody is shown.
Result<void> check_opened(const MarkedPapers& marked) {
  if (marked.locked.empty()) return {};
  return fail(Kind::refused, "sealed-papers",
              phrase(Text{"{0} 份卷子密封着，打开它们的私钥不在这台机器上",
                          "{0} sealed, and the key that opens them is not on this machine"},
                     counted(std::ssize(marked.locked), "paper")),
              phrase(Text{"在有委员会私钥的机器上评", "mark where the committee's key is"}));
}

void say_secrecy(World& world, const ExamDesk& desk) {
  world.say_to_people(
      phrase(desk.is_sealed()
                 ? Text{"只显示编码，不显示姓名和别人的评分；评分密封给委员会",
                        "only codes are shown, neither names nor the marks of others; marks are "
                        "sealed to the committee"}
                 : Text{"只显示编码，不显示姓名和别人的评分；没有 "
                        "review.key，台账里看得到，翻台账就能查出是谁",
                        "only codes are shown, neither names nor the marks of others; without a "
                        "review.key the ledger tells both to whoever looks"}));
}

Phrase card(const ShortAnswer& answer, std::size_t number, std::size_t all) {
  const BankQuestion& question = *answer.asked->question;
  return phrase(Text{"\n{0}/{1}  {2}  {3}（{4} 分）\n题目：{5}\n参考：{6}\n答案：{7}",
                     "\n{0}/{1}  {2}  {3} ({4})\nasked: {5}\nmodel: {6}\nanswer: {7}"},
                number, all, answer.key.code, answer.key.question,
                phrase(answer.section->points == Rational(1) ? Text{"{0}", "{0} point"}
                                                             : Text{"{0}", "{0} points"},
                       answer.section->points.shortest()),
                shown_words(question.stem), shown_words(question.model), visible(answer.response));
}

Exit finish(World& world, int given, bool any_wrong) {
  world.say_recorded(say(world.lang, Text{"评了 {0} 题\n", "marked now: {0}\n"}, given));
  return any_wrong ? Exit::input : Exit::done;
}

// Marking answer after answer at the terminal.
class MarkingTalk {
 public:
  MarkingTalk(const MarkingSession& session, const std::vector<const ShortAnswer*>& answers)
      : session_(session), answers_(answers), reader_(session.world) {}

  Exit run() {
    while (at_ < answers_.size() && !ended_) step();
    finish(session_.world, static_cast<int>(given_.size()), false);
    if (reader_.interrupted()) return Exit::interrupted;
    if (failed_) return report_failure(session_.world, *failed_);
    if (auto said = say_unmarkable_now(session_); !said)
      return report_failure(session_.world, said.error());
    return any_wrong_ || reader_.unreadable() ? Exit::input : Exit::done;
  }

 private:
  std::optional<std::string> ask(const Text& prompt) {
    auto line = reader_.read(say(session_.world.lang, prompt));
    ended_ = ended_ || !line || reader_.interrupted();
    return line;
  }

  void step() {
    const ShortAnswer& answer = *answers_[at_];
    session_.world.show(card(answer, at_ + 1, answers_.size()));
    const auto line = ask({"给分（回车跳过，/b 上一题，/q 离开）> ",
                           "points (Enter skips, /b goes back, /q leaves)> "});
    if (ended_) return;
    if (went(*line)) return;
    if (line->empty())
      ++at_;
    else
      take(answer, *line);
  }

  // Whether the line leaves or goes back, at whatever question it stands.
  bool went(const std::string& line) {
    if (line == "/q")
      ended_ = true;
    else if (line == "/b")
      at_ -= at_ > 0 ? 1 : 0;
    return line == "/q" || line == "/b";
  }

  void take(const ShortAnswer& answer, const std::string& line) {
    const auto value = read_points(answer, line);
    if (!value) {
      any_wrong_ = any_wrong_ || !session_.world.in_terminal;
      session_.world.show(phrase(
          Text{"应是 0 到 {0}，至多两位小数", "points are 0 to {0}, with at most two decimals"},
          answer.section->points.shortest()));
      return;
    }
    std::string reason = session_.reason;
    if (given_.contains(answer.key)) {
      const auto why = ask({"刚才评过，改正的原因（回车不改，/b 上一题，/q 离开）> ",
                            "marked just now; why correct it (Enter leaves it, /b goes back, /q "
                            "leaves)> "});
      if (ended_ || why->empty() || went(*why)) return;
      reason = *why;
    }
    keep({answer.key, *value}, reason);
  }

  void keep(const NewPoints& points, const std::string& reason) {
    const MarkingSession acting{session_.world, session_.desk, session_.author, session_.marker,
                                reason};
    if (const auto recorded = record(acting, {points}); !recorded) {
      failed_ = recorded.error();
      ended_ = true;
      return;
    }
    given_.insert(points.key);
    ++at_;
  }

  const MarkingSession& session_;
  const std::vector<const ShortAnswer*>& answers_;
  LineReader reader_;
  std::set<decltype(ShortAnswer::key)> given_;
  std::size_t at_ = 0;
  bool ended_ = false;
  bool any_wrong_ = false;
  std::optional<Failure> failed_;
};

Exit take_file(const MarkingSession& session, const TestMarkOptions& options,
               const MarkedPapers& marked) {
  World& world = session.world;
  const auto input = world.read_text(options.points, options.output.encoding);
  if (!input) return report_failure(world, input.error());
  const PaperScene scene = session.scene(session.desk.state, session.author);
  const auto refusal = [&](const NewPoints& one) -> std::optional<Fault> {
    const auto taken = give_points(scene, marked, {one});
    return taken ? std::nullopt : std::optional(taken.error().faults.front());
  };
  const auto points = load_points(input->text, input->name, marked.short_answers, refusal);
  if (!points) return report_failure(world, points.error());
  const auto recording = record(session, *points);
  if (!recording) return report_failure(world, recording.error());
  if (auto said = say_unmarkable_now(session); !said) return report_failure(world, said.error());
  return finish(world, static_cast<int>(recording->drafts.size()), false);
}

// Only of papers that were handed in: nobody waits for the others.
void say_nothing_waits(World& world, const PaperScene& scene, const MarkedPapers& marked) {
  const auto reasons = why_nothing_to_mark(scene, marked);
  for (const Phrase& why : reasons) world.say_to_people(why);
  if (marked.short_answers.empty())
    world.say_to_people(phrase(Text{"交上来的卷子里没有答了的简答题，没有要评的",
                                    "no paper that was handed in has a short answer: nothing is "
                                    "to be marked"}));
  else if (reasons.empty())
    world.say_to_people(phrase(Text{"交上来的简答题都评完了",
                                    "all short answers that were handed in are marked in full"}));
  else
    world.say_to_people(phrase(Text{"没有待你评的简答题", "no short answer waits for you"}));
}

Exit run(const TestMarkOptions& options, World& world) {
  if (!options.reason.empty() && options.points.empty())
    return report_failure(
        world, fail(Kind::usage, "missing-option",
                    phrase(Text{"--reason 配合 --points 用", "--reason goes with --points"}))
                   .value());
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  const auto author = world.author(desk->workspace);
  if (!author) return report_failure(world, author.error());
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  ExamForms forms(desk->workspace, desk->state);
  if (!options.keys.empty())
    if (auto opened = open_keys(world, options.keys, desk->key, forms); !opened)
      return report_failure(world, opened.error());
  const auto marker = PaperMarker::open(world, desk->workspace, desk->state, desk->key, forms);
  if (!marker) return report_failure(world, marker.error());
  const MarkedPapers marked = marker->mark(desk->state);
  if (auto all = check_opened(marked); !all) return report_failure(world, all.error());
  const MarkingSession session{world, *desk, *author, *marker, options.reason};
  say_secrecy(world, *desk);
  if (!options.points.empty()) return take_file(session, options, marked);
  const auto answers = answers_to_mark(paper_scene(*desk, desk->state, *author), marked);
  if (options.list || answers.empty()) say_unmarkable(world, *desk, marked);
  if (answers.empty()) say_nothing_waits(world, paper_scene(*desk, desk->state, *author), marked);
  if (options.list) return print_table(world, options.output, short_answers_table(answers));
  return answers.empty() ? Exit::done : MarkingTalk(session, answers).run();
}

}  // namespace

Command test_mark_command() {
  return make_command<TestMarkOptions>(
      "test mark",
      {"评简答题：两人各评，相差太多由第三人评",
       "mark short answers: two people, and a third where they differ"},
      {"$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ sihu test mark 2026Q4 quarter\n"
       "$ sihu test mark 2026Q4 quarter --list -o 评分.csv\n"
       "# 有简答题时：填好各行的分\n"
       "$ sihu test mark 2026Q4 quarter --points 评分.csv",
       "$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ sihu test mark 2026Q4 quarter\n"
       "$ sihu test mark 2026Q4 quarter --list -o marks.csv\n"
       "# where there are short answers: fill in their points\n"
       "$ sihu test mark 2026Q4 quarter --points marks.csv"},
      declare, run);
}

}  // namespace sihu
