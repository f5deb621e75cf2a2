// sihu learn drill: ten minutes of questions that one missed before, private to the person.
#include "exam/drill_run.hpp"
#include "exam/sitting_notes.hpp"
#include "store/banks.hpp"
#include "store/sitting_file.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/values.hpp"
#include "tools/terminal/line.hpp"
#include "wording/number.hpp"

#include <ostream>
#include <set>

namespace sihu {
namespace {

constexpr std::int64_t second = 1000;
constexpr int most_minutes = 240;
constexpr int most_fresh = 200;

struct LearnDrillOptions {
  int minutes = 10;
  std::string topic;
  int fresh = 0;
  bool no_record = false;
  bool plain = false;
};

void declare(Flags& flags, LearnDrillOptions& options) {
  flags.integer("--minutes", options.minutes,
                {"练几分钟，时间到了答完手上这题", "how many minutes"}, 1, most_minutes);
  flags.text("--topic", options.topic, {"只练这个专题的题", "questions of this topic alone"});
  flags.integer("--new", options.fresh,
                {"再加几道从没练过的题", "so many questions more that were never asked"}, 1,
                most_fresh);
  flags.flag("--no-record", options.no_record,
             {"练完也不在台账里记一笔", "don't record either that the drill was finished"});
  flags.flag("--plain", options.plain,
             {"不清屏，一题接一题", "don't clear the screen between questions"});
}

// Everything that a drill is made from.
struct DrillDesk {
  Workspace workspace;
  Author author;
  Ledger ledger;
  ExamState exams;
  std::vector<KeptBank> banks;
  Date today;
};

Result<DrillDesk> open_drill_desk(World& world) {
  auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  auto author = world.author(*workspace);
  if (!author) return tl::unexpected(author.error());
  const auto today = world.today(*workspace);
  if (!today) return tl::unexpected(today.error());
  auto ledger = workspace->read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  for (const Fault& note : ledger->notes) world.say_to_people(note.what);
  auto banks = read_banks(*workspace);
  if (!banks) return tl::unexpected(banks.error());
  ExamState exams = fold_exams(*ledger);
  return DrillDesk{std::move(*workspace), std::move(*author), std::move(*ledger),
                   std::move(exams),      std::move(*banks),  *today};
}

struct Missed {
  std::vector<MissedQuestion> questions;
  std::size_t locked = 0;           // own graded papers that can't be read here
  std::vector<Bank> unsealed = {};  // what sealed papers asked, with the keys that were published
};

Result<Missed> find_missed(const World& world, const DrillDesk& desk) {
  const std::string& person = desk.author.person;
  ExamForms forms(desk.workspace, desk.exams);
  const auto papers =
      mark_graded(world, desk.workspace, desk.exams, graded_papers_of(desk.exams, person), forms);
  if (!papers) return tl::unexpected(papers.error());
  Missed missed{missed_questions(desk.exams, desk.ledger, desk.workspace.zone(), person, *papers),
                0, forms.published_banks()};
  for (const MarkedPapers& marked : *papers)
    for (const std::string& subject : marked.locked)
      if (subject.ends_with("/" + person)) ++missed.locked;
  return missed;
}

Result<void> check_known_topic(const std::vector<KeptBank>& banks, const std::string& topic) {
  if (topic.empty()) return {};
  std::set<std::string> topics;
  for (const KeptBank& kept : banks)
    for (const BankQuestion& question : kept.bank.questions) topics.insert(question.topic);
  if (topics.contains(topic)) return {};
  return fail(Kind::input, "unknown-topic",
              phrase(Text{"没有一个题库有专题 {0}", "no bank has the topic {0}"}, topic),
              did_you_mean(topic, {topics.begin(), topics.end()}));
}

// A drill under way, and the private notes that remember it.
class Drill {
 public:
  Drill(World& world, const LearnDrillOptions& options, const DrillDesk& desk, SittingFile file,
        DrillNotes notes)
      : world_(world),
        options_(options),
        desk_(desk),
        file_(std::move(file)),
        notes_(std::move(notes)),
        time_(clock()) {}

  const DrillNotes& notes() const { return notes_; }
  Exit converse(std::vector<DrillQuestion> questions);
  Exit finish();

 private:
  Instant clock() const { return sitting_clock(world_, desk_.author, desk_.workspace); }
  Instant now() { return time_.at(clock(), world_.uptime()); }
  bool wants_screens() const {
    return world_.in_terminal && world_.out_terminal && !options_.plain;
  }
  Result<void> keep(const DrillAnswer& answer);
  void wait_for_reader(LineReader& reader) const;
  Exit leave(bool any_wrong);
  Exit stopped(const LineReader& reader, bool any_wrong);

  World& world_;
  const LearnDrillOptions& options_;
  const DrillDesk& desk_;
  SittingFile file_;
  DrillNotes notes_;
  SteadyTime time_;
};

Result<void> Drill::keep(const DrillAnswer& answer) {
  if (auto added = file_.add(drill_note(answer)); !added) return added;
  notes_.answers.push_back(answer);
  return {};
}

void Drill::wait_for_reader(LineReader& reader) const {
  if (!wants_screens()) return;
  reader.read(say(world_.lang, Text{"回车继续", "Enter goes on"}));
  world_.err << "\x1b[H\x1b[2J";
}

Exit Drill::leave(bool any_wrong) {
  if (notes_.open_from < notes_.answers.size())
    world_.say_to_people(phrase(Text{"还没有练完，答过的都记在这台机器上；接着练：同一条命令",
                                     "not finished; what was answered is on this machine, and the "
                                     "same command goes on"}));
  return any_wrong ? Exit::input : Exit::done;
}

Exit Drill::stopped(const LineReader& reader, bool any_wrong) {
  const Exit left = leave(any_wrong);
  return reader.interrupted() ? Exit::interrupted : left;
}

Exit Drill::converse(std::vector<DrillQuestion> questions) {
  DrillRun run(std::move(questions));
  LineReader reader(world_);
  const Instant end = now() + std::int64_t{options_.minutes} * 60 * second;
  bool any_wrong = false;
  bool show_card = true;
  Instant asked = now();
  while (!run.is_over() && now() < end) {
    const auto left = (end.milliseconds - now().milliseconds) / second;
    if (show_card) world_.show(run.card(static_cast<int>(left)));
    const auto line = reader.read(run.prompt().in(world_.lang));
    any_wrong = any_wrong || reader.unreadable();
    if (!line) return stopped(reader, any_wrong);
    const DrillReply reply = run.answer(*line);
    any_wrong = any_wrong || (reply.wrong_line && !world_.in_terminal);
    show_card = reply.kind == DrillReply::Kind::answered;
    if (reply.kind == DrillReply::Kind::quit) return leave(any_wrong);
    if (reply.kind == DrillReply::Kind::answered) {
      const auto took = (now().milliseconds - asked.milliseconds) / second;
      const DrillAnswer answer{desk_.today, run.asked().ref, reply.right, static_cast<int>(took)};
      if (auto kept = keep(answer); !kept) return report_failure(world_, kept.error());
    }
    world_.show(reply.message);
    if (!show_card) continue;
    run.next();
    wait_for_reader(reader);
    if (reader.interrupted()) return stopped(reader, any_wrong);
    asked = now();
  }
  const Exit finished = finish();
  return finished == Exit::done && any_wrong ? Exit::input : finished;
}

Exit Drill::finish() {
  const auto finished = open_drill(notes_, desk_.author.person, desk_.today);
  if (!finished) return leave(false);  // time was up before anything was answered
  if (!options_.no_record) {
    const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
      Decision decision{{}, RoleName::member, {}};
      if (auto draft = record_drill(ledger, *finished))
        decision.drafts.push_back(std::move(*draft));
      return decision;
    };
    const auto receipt = desk_.workspace.record(desk_.author, decide);
    if (!receipt) return report_failure(world_, receipt.error());
    for (const Fault& note : receipt->notes) world_.say_to_people(note.what);
  }
  if (auto noted = file_.add(drill_finished_note(desk_.today)); !noted)
    return report_failure(world_, noted.error());
  world_.show(phrase(Text{"练完了：{0} 题，对 {1} 题（只有自己看得到）",
                          "finished: {0}, {1} right (only you see that)"},
                     counted(finished->questions, "question"), finished->right));
  if (!options_.no_record)
    world_.say_recorded(say(world_.lang,
                            Text{"已记录：{0} 练了 {1} 分钟、{2} 题，不计学时\n",
                                 "recorded: {0}, {1} and {2}; it counts as no hours\n"},
                            desk_.author.person, counted(finished->minutes, "minute"),
                            counted(finished->questions, "question")));
  return Exit::done;
}

void say_plan(World& world, const DrillPlan& plan, const Missed& missed) {
  if (missed.locked > 0)
    world.say_to_people(phrase(
        Text{"{0} 份自己的卷子是密封的，这里打不开：其中答错的题练不到",
             "{0} of your own sealed to a key that is not here: what was missed there can't be "
             "drilled"},
        counted(std::ptrdiff_t(missed.locked), "paper")));
  if (plan.open + plan.unfit > 0)
    world.say_to_people(
        phrase(Text{"{0} 道题现在不练：卷子还没有考完，或是草稿、条文失效、题库里已没有",
                    "{0} not asked now: of a paper that is still open, a draft, out of "
                    "force, or no longer in a bank"},
               counted(plan.open + plan.unfit, "question")));
}

void say_nothing_due(World& world, const DrillPlan& plan, bool fresh_too) {
  if (fresh_too && !plan.next_due)
    return world.say_to_people(phrase(Text{"没有答错过、可以练的题，也没有现在能练的新题",
                                           "nothing was missed that could be drilled, and there is "
                                           "no new question to ask now"}));
  world.say_to_people(
      plan.next_due
          ? phrase(Text{"今天没有到期的题；{0} 道在后面，最早 {1}。--new 10 练没有练过的题",
                        "nothing is due today; {0} later, the first on {1}. --new 10 asks what "
                        "was never asked"},
                   counted(plan.later, "question"), to_string(*plan.next_due))
          : phrase(Text{"没有答错过、可以练的题。--new 10 练没有练过的题",
                        "nothing was missed that could be drilled. --new 10 asks what was never "
                        "asked"}));
}

Exit run(const LearnDrillOptions& options, World& world) {
  const auto desk = open_drill_desk(world);
  if (!desk) return report_failure(world, desk.error());
  if (auto known = check_known_topic(desk->banks, options.topic); !known)
    return report_failure(world, known.error());
  const auto missed = find_missed(world, *desk);
  if (!missed) return report_failure(world, missed.error());
  auto file = SittingFile::open(world.state_home, desk->workspace.root(),
                                "drill/" + desk->author.person, NotesOf::drill);
  if (!file) return report_failure(world, file.error());
  DrillNotes notes = read_drill_notes(file->text());
  const auto cards = drill_cards(missed->questions, notes.answers, desk->today);
  std::vector<const Bank*> banks;
  for (const KeptBank& kept : desk->banks) banks.push_back(&kept.bank);
  for (const Bank& bank : missed->unsealed) banks.push_back(&bank);
  const auto open = open_questions(desk->exams, desk->workspace.organisation());
  DrillPlan plan =
      plan_drill({banks, cards, open, desk->today, options.topic, options.fresh,
                  desk->author.person, tested_questions(desk->exams, desk->author.person)});
  Drill drill(world, options, *desk, std::move(*file), std::move(notes));
  say_plan(world, plan, *missed);
  if (!plan.questions.empty()) return drill.converse(std::move(plan.questions));
  // All was answered, and the machine stopped before it was recorded.
  if (drill.notes().open_from < drill.notes().answers.size()) return drill.finish();
  say_nothing_due(world, plan, options.fresh > 0);
  return Exit::done;
}

}  // namespace

Command learn_drill_command() {
  return make_command<LearnDrillOptions>(
      "learn drill",
      {"练自己答错过的题，只有自己看得到", "questions one missed before, for oneself alone"},
      {"$ sihu learn drill\n"
       "$ sihu learn drill --minutes 5 --topic orglife --new 10",
       "$ sihu learn drill\n"
       "$ sihu learn drill --minutes 5 --topic orglife --new 10"},
      declare, run);
}

}  // namespace sihu
