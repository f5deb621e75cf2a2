// sihu test take: sit a paper, at a terminal or from a pipe.
#include "base/utf8.hpp"
#include "exam/run.hpp"
#include "store/sitting_file.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/terminal/line.hpp"
#include "tools/terminal/screen.hpp"
#include "tools/terminal/sitting_board.hpp"
#include "tools/terminal/sitting_start.hpp"
#include "tools/terminal/terminal_guard.hpp"
#include "wording/width.hpp"

#include <ostream>

namespace sihu {
namespace {

constexpr std::int64_t second = 1000;

struct TestTakeOptions {
  PaperChoice paper;
  bool start = false;
  bool plain = false;
};

void declare(Flags& flags, TestTakeOptions& options) {
  declare_paper(flags, options.paper);
  flags.flag("--start", options.start,
             {"不问，马上开始计时。在自己的机器上，时钟往回走过、拷贝文件夹开始或交卷两次，阅卷和核"
              "对时看得"
              "出来，但防不住",
              "begin at once, without asking; time runs. On your own machine a clock that went "
              "back and a paper begun or handed in twice are shown when papers are marked and "
              "verified, not "
              "prevented"});
  flags.flag(
      "--plain", options.plain,
      {"不用全屏，也不清屏，一题接一题", "no full screen, nor is it cleared between questions"});
}

// A sitting under way, and the file that remembers it.
class Sitting {
 public:
  Sitting(World& world, const ExamDesk& desk, const Author& author, const ExamForm& form,
          SittingFile file, Instant start, SittingNotes notes, bool wants_screens)
      : world_(world),
        wants_screens_(wants_screens),
        desk_(desk),
        author_(author),
        form_(form),
        file_(std::move(file)),
        start_(start),
        time_(std::max(start, notes.last), notes.seen, world.boot()),
        turned_back_(notes.turned_back),
        run_(form, author.person, std::move(notes)) {}

  /// By lines.
  Exit converse();
  /// On a full screen, until the paper is handed in or left; `note` is what to know before.
  Exit converse(std::unique_ptr<Screen> screen, const Phrase& note);

 private:
  enum class End { handed_in, time_up, left, interrupted };
  Result<End> converse_on(Screen& screen, const Phrase& note);
  Exit end_with(End end, bool any_wrong);

  int seconds_left() {
    const auto spent = now().milliseconds - start_.milliseconds;
    const auto left = (std::int64_t{form_.paper.minutes} * 60 * second - spent) / second;
    return static_cast<int>(std::max<std::int64_t>(left, 0));
  }
  Instant now() {
    return time_.at(sitting_clock(world_, author_, desk_.workspace), world_.uptime());
  }
  void show_card_after(const Phrase& message);
  Result<void> note_turning();
  SeenTime seen_now() { return {now(), world_.uptime(), world_.boot()}; }
  void note_time();
  Result<void> keep(const SittingStep& step);
  Result<void> keep_unfinished(std::string_view typed);
  bool refuse_late(const std::string& line);
  Exit hand_in(bool any_wrong);
  Exit leave(bool any_wrong);

  World& world_;
  bool wants_screens_;
  bool any_shown_ = false;
  const ExamDesk& desk_;
  const Author& author_;
  const ExamForm& form_;
  SittingFile file_;
  Instant start_;
  SteadyTime time_;
  Instant noted_;     // when the file was last told the time
  bool turned_back_;  // and it is on disk
  SittingRun run_;
  Phrase unfinished_;  // what became of what was typed when the time was up
};

// Also when it is set right again before the paper is handed in.
Result<void> Sitting::note_turning() {
  if (turned_back_ || !time_.turned_back()) return {};
  turned_back_ = true;
  return file_.add(note_of_turning(now()));
}

// At once and every so often, also while nobody answers: whoever goes on after `kill -9` with a
// clock that was set back has had the time by uptime, and where the machine was started anew gains
// no more than that. Where it can't be written the next answer says so.
void Sitting::note_time() {
  const SeenTime seen = seen_now();
  if (seen.at.milliseconds - noted_.milliseconds < 20 * second) return;
  noted_ = seen.at;
  [[maybe_unused]] const auto noted = file_.add(note_of_time(seen));
}

Result<void> Sitting::keep(const SittingStep& step) {
  if (auto noted = note_turning(); !noted) return noted;
  if (auto added = file_.add(note_of(now(), step)); !added) return added;
  run_.kept(step);
  return {};
}

// What was typed in time and not entered; said when the screen is gone.
Result<void> Sitting::keep_unfinished(std::string_view typed) {
  const SittingReply reply = run_.unfinished(typed);
  unfinished_ = reply.message;
  return reply.kind == SittingReply::Kind::keep ? keep(reply.step) : Result<void>();
}

// A line of which nobody knows when it was typed; whether a pipe is to be told.
bool Sitting::refuse_late(const std::string& line) {
  if (line.empty()) return false;
  unfinished_ = phrase(Text{"时间到以后才收到的这一行没有算：{0}",
                            "this line came when the time was up, and does not count: {0}"},
                       in_brief(line));
  return !world_.in_terminal;
}

Exit Sitting::hand_in(bool any_wrong) {
  // A paper that is handed in long after its time took no longer than that.
  const auto took = std::min<std::int64_t>((now().milliseconds - start_.milliseconds) / second,
                                           std::int64_t{form_.paper.minutes} * 60);
  const NewPaper paper{author_.person,
                       &form_,
                       run_.responses(),
                       static_cast<int>(took),
                       turned_back_ || time_.turned_back(),
                       {}};
  const auto recording = record_papers(world_, desk_, author_, {paper}, true);
  if (!recording) return report_failure(world_, recording.error());
  file_.forget();
  say_papers_readable(world_, desk_);
  world_.say_recorded(
      say(world_.lang, Text{"已交卷，{0} 题答了 {1} 题\n", "handed in: {1} of {0} answered\n"},
          form_.questions.size(), form_.questions.size() - run_.unanswered().size()));
  return any_wrong ? Exit::input : Exit::done;
}

// Also what a signal that ends the program leaves to say.
Phrase not_handed_in() {
  return phrase(Text{"没有交卷。答过的都在这台机器上，接着答：同一条命令；时间照走",
                     "not handed in. What was answered is on this machine; the same command "
                     "resumes, and time goes on"});
}

Exit Sitting::leave(bool any_wrong) {
  if (auto noted = note_turning(); !noted) return report_failure(world_, noted.error());
  if (auto noted = file_.add(note_of_time(seen_now())); !noted)
    return report_failure(world_, noted.error());
  world_.say_to_people(not_handed_in());
  return any_wrong ? Exit::input : Exit::done;
}

// One question a screen; what is to be said of the last one stands above it. The first stands below
// the introduction.
void Sitting::show_card_after(const Phrase& message) {
  if (wants_screens_ && any_shown_) world_.err << "\x1b[H\x1b[2J";
  any_shown_ = true;
  world_.show(message);
  world_.show(run_.card(seconds_left()));
}

Exit Sitting::converse() {
  LineReader reader(world_, [this] {
    note_time();
    return seconds_left() <= 0;
  });
  note_time();
  bool any_wrong = false;
  bool show_card = true;
  Phrase message;  // of the last answer
  while (seconds_left() > 0) {
    if (show_card) show_card_after(message);
    message = {};
    const auto line = reader.read(run_.prompt().in(world_.lang));
    if (reader.interrupted()) return end_with(End::interrupted, false);
    any_wrong = any_wrong || reader.unreadable();
    if (const auto& typed = reader.unfinished()) {
      if (auto kept = keep_unfinished(*typed); !kept) return report_failure(world_, kept.error());
      break;
    }
    if (!line) return leave(any_wrong);
    if (seconds_left() <= 0) {
      any_wrong = refuse_late(*line) || any_wrong;
      break;
    }
    const SittingReply reply = run_.answer(*line);
    show_card = reply.kind != SittingReply::Kind::stay;
    if (show_card)
      message = reply.message;
    else
      world_.show(reply.message);
    any_wrong = any_wrong || (reply.wrong && !world_.in_terminal);
    if (reply.kind == SittingReply::Kind::quit) return leave(any_wrong);
    if (reply.kind == SittingReply::Kind::hand_in) return hand_in(any_wrong);
    if (reply.kind != SittingReply::Kind::keep) continue;
    if (auto kept = keep(reply.step); !kept) return report_failure(world_, kept.error());
  }
  return end_with(End::time_up, any_wrong);
}

Exit Sitting::end_with(End end, bool any_wrong) {
  if (end == End::time_up) world_.show(phrase(Text{"时间到，交卷", "time is up; handing in"}));
  if (!unfinished_.empty()) world_.show(unfinished_);
  if (end == End::time_up || end == End::handed_in) return hand_in(any_wrong);
  const Exit left = leave(any_wrong);
  return end == End::interrupted ? Exit::interrupted : left;
}

Result<Sitting::End> Sitting::converse_on(Screen& screen, const Phrase& note) {
  using Effect = SittingBoard::Effect::Kind;
  SittingBoard board(run_, world_.lang, form_.paper.title.in(world_.lang));
  board.tell(note);
  note_time();
  while (seconds_left() > 0) {
    screen.show(board.draw(screen.size(), seconds_left()));
    const Key key = screen.next();
    note_time();
    if (seconds_left() <= 0) break;  // what is typed after the end does not count
    const auto effect = board.press(key);
    if (effect.kind == Effect::hand_in) return End::handed_in;
    if (effect.kind == Effect::leave) return End::left;
    if (effect.kind == Effect::interrupt) return End::interrupted;
    if (effect.kind == Effect::suspend) screen.suspend();
    if (effect.kind == Effect::redraw) screen.redraw();
    if (effect.kind != Effect::keep) continue;
    if (auto kept = keep(effect.step); !kept) return tl::unexpected(kept.error());
    board.went_on();
  }
  if (auto kept = keep_unfinished(board.typed().text()); !kept) return tl::unexpected(kept.error());
  return End::time_up;
}

Exit Sitting::converse(std::unique_ptr<Screen> screen, const Phrase& note) {
  const auto end = converse_on(*screen, note);
  screen.reset();
  if (!end) return report_failure(world_, end.error());
  return end_with(*end, false);
}

// Notes are of the sitting that a line of the ledger began; those that an older program began go on
// under the old name.
SittingNames names_of_notes(const BegunSitting& begun, const Person& person, const ExamForm& form) {
  std::string subject = sitting_subject(form.recorded.key.paper, person.id);
  if (begun.is_named) subject += "/" + form.recorded.key.name;
  return {begun.name, begun.others, std::move(subject)};
}

Exit run(const TestTakeOptions& options, World& world) {
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  const auto author = world.author(desk->workspace);
  if (!author) return report_failure(world, author.error());
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  ExamForms forms(desk->workspace, desk->state);
  const Person& person = *desk->workspace.organisation().find_person(author->person);
  const auto found = forms.drawn_for(desk->key, person);
  if (!found) return report_failure(world, found.error());
  const ExamForm* form = *found;
  const auto wanted = begin_sitting(paper_scene(*desk, desk->state, *author), *form);
  if (!wanted) return report_failure(world, wanted.error());
  const bool begun_before = wanted->drafts.empty();
  if (!begun_before)  // no time runs where answers can't be kept
    if (auto kept = SittingFile::try_out(world.state_home, desk->workspace.root()); !kept)
      return report_failure(world, kept.error());
  introduce_paper(world, *form);
  if (!options.start && !begun_before)
    if (const auto left = ask_to_begin(world, *form)) return *left;
  const auto begun = begin_own_sitting(world, *desk, *author, *form);
  if (!begun) return report_failure(world, begun.error());
  auto file = SittingFile::open(world.state_home, desk->workspace.root(),
                                names_of_notes(*begun, person, *form));
  if (!file) return report_failure(world, file.error());
  const Phrase note = begun_before && file->is_new() ? no_answers_here(*desk, begun->at) : Phrase{};
  auto notes = read_notes(file->text(), form->questions.size());
  const bool wants_screens = world.in_terminal && world.out_terminal && !options.plain;
  Sitting sitting(world, *desk, *author, *form, std::move(*file), begun->at, std::move(notes),
                  wants_screens);
  const LastWords if_killed(not_handed_in().in(world.lang));
  auto screen = options.plain ? nullptr : open_screen(world.color, world.interrupted);
  if (screen) return sitting.converse(std::move(screen), note);
  if (!note.empty()) world.say_to_people(note);
  return sitting.converse();
}

}  // namespace

Command test_take_command() {
  return make_command<TestTakeOptions>(
      "test take",
      {"在终端答卷，可随时中断、接着答", "sit a paper; may be interrupted and resumed"},
      {"$ sihu test paper 2026Q4 quarter --seed 20261001 --as p900\n"
       "$ sihu test take 2026Q4 quarter",
       "$ sihu test paper 2026Q4 quarter --seed 20261001 --as p900\n"
       "$ sihu test take 2026Q4 quarter"},
      declare, run);
}

}  // namespace sihu
