// sihu learn record: who was at which session, from the command line or a table.
#include "learn/attendance_words.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/learn.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

struct LearnRecordOptions {
  std::string course;
  std::optional<Date> on;
  std::string attended;
  std::string mentee;
  std::string hours;
  std::string teacher;
  std::string note;
  std::string reason;
  bool cancel = false;
  std::string answers;
  std::string encoding;
};

void declare(Flags& flags, LearnRecordOptions& options) {
  flags.optional_from_here();
  flags.text("COURSE", options.course, {"课程编号", "the course"}, Flags::What::course);
  flags.date("--on", options.on, {"哪天学的", "the day it was held"});
  flags.text("--attended", options.attended,
             {"谁参加，如 p001,p002；只听了一部分的写 p002=1.5",
              "who was there, as p001,p002; p002=1.5 for part of it"});
  flags.text("--mentee", options.mentee,
             {"传帮带带了谁，如 p005", "who was led by the mentor, as p005"});
  flags.text("--hours", options.hours,
             {"几个学时；不写按课程", "how many hours; without it those of the course"});
  flags.text("--teacher", options.teacher,
             {"谁讲：支部或人；传帮带写带教人", "who taught: a branch or a person; the mentor"});
  flags.text("--note", options.note, {"说明", "a note"});
  flags.text("--reason", options.reason,
             {"更正已登记的：为什么", "corrects what is recorded: says why"});
  flags.flag("--cancel", options.cancel,
             {"这次没有学，取消登记（要 --reason）", "it was not held: cancels it, with --reason"});
  flags.text("--answers", options.answers,
             {"签到表（CSV：on course person hours teacher note，也可写 日期 课程 人员 学时 讲课人 "
              "说明），- 为标准输入；有一处错就都不记",
              "a table of attendance (CSV: on course person hours teacher note), - for standard "
              "input; all of it or nothing"},
             Flags::What::file);
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"签到表的编码", "how the table is encoded"});
}

void complain(Failure& failure, bool wrong, std::string name, Phrase what) {
  if (wrong) failure.faults.push_back({{}, std::move(name), std::move(what)});
}

Result<void> check_use(const LearnRecordOptions& options) {
  Failure failure{Kind::usage, {}};
  const bool typed = !options.attended.empty() || !options.mentee.empty();
  complain(failure, options.answers.empty() && options.course.empty(), "missing-value",
           phrase(Text{"缺少课程编号", "COURSE is missing"}));
  complain(failure, options.answers.empty() && !options.on, "missing-value",
           phrase(Text{"缺少 --on 日期", "--on DATE is missing"}));
  complain(failure, options.answers.empty() && !typed && !options.cancel, "missing-value",
           phrase(Text{"缺少 --attended 谁参加", "--attended PEOPLE is missing"}));
  complain(failure, !options.answers.empty() && (typed || options.cancel), "either-or",
           phrase(Text{"--answers 不和 --attended、--mentee、--cancel 一起用",
                       "--answers goes without --attended, --mentee and --cancel"}));
  complain(failure, options.cancel && typed, "either-or",
           phrase(Text{"--cancel 不和 --attended、--mentee 一起用",
                       "--cancel goes without --attended and --mentee"}));
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Result<std::vector<NewSession>> read_table(World& world, const LearnRecordOptions& options,
                                           const AttendanceScene& scene) {
  const auto input = world.read_text(options.answers, options.encoding);
  if (!input) return tl::unexpected(input.error());
  return load_attendance(input->text, input->name, scene);
}

Result<std::vector<NewSession>> read_sessions(World& world, const LearnRecordOptions& options,
                                              const AttendanceScene& scene) {
  if (!options.answers.empty()) return read_table(world, options, scene);
  std::vector<AttendanceRow> rows = attendance_list(options.attended);
  std::ranges::move(attendance_list(options.mentee), std::back_inserter(rows));
  auto sessions = gather_sessions(rows, scene);
  if (sessions && !options.mentee.empty() && sessions->front().kind != CourseKind::mentoring)
    return fail(Kind::usage, "not-mentoring",
                phrase(Text{"{0} 不是传帮带课程，--mentee 改写 --attended",
                            "{0} is no mentoring; write --attended instead of --mentee"},
                       options.course));
  return sessions;
}

AttendanceScene scene_for(const LearnRecordOptions& options, const Workspace& workspace,
                          const Person& person, const CourseShelf& shelf) {
  return {workspace.organisation(),
          person,
          shelf.offered,
          {{"course", options.course},
           {"on", options.on ? to_string(*options.on) : std::string()},
           {"hours", options.hours},
           {"teacher", options.teacher},
           {"note", options.note}}};
}

// What lines rest on: the courses, each once.
std::vector<std::string> documents_of(const std::vector<NewSession>& sessions,
                                      const CourseShelf& shelf) {
  std::map<std::string, std::string> texts;
  for (const NewSession& session : sessions)
    texts.emplace(session.key.course, shelf.texts.at(session.key.course));
  std::vector<std::string> documents;
  for (auto& [course, text] : texts) documents.push_back(std::move(text));
  return documents;
}

using Record = std::function<Result<SessionsRecording>(const SessionsScene& scene)>;

// Judges and writes on the ledger as it is under the lock, durable.
Result<SessionsRecording> record(World& world, const Workspace& workspace, const Author& author,
                                 const std::string& reason,
                                 const std::vector<std::string>& documents, const Record& act) {
  const Person& person = *workspace.organisation().find_person(author.person);
  SessionsRecording recording;
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const LearnState state = fold_learning(ledger);
    auto wanted =
        act({workspace.organisation(), state, person, recording_day(author, workspace), reason});
    if (!wanted) return tl::unexpected(wanted.error());
    recording = std::move(*wanted);
    return Decision{recording.drafts, recording.role, documents};
  };
  const auto receipt = workspace.record(author, decide);
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  return recording;
}

Phrase people_counted(std::size_t people) {
  return people == 1 ? phrase(Text{"1 人", "1 person"})
                     : phrase(Text{"{0} 人", "{0} people"}, people);
}

// `2 h`, or where not all were there for as long `1.5 to 2 h`.
Phrase hours_of_all(const NewSession& session) {
  Rational least = session.attended.begin()->second;
  Rational most = least;
  for (const auto& [person, hours] : session.attended) {
    least = std::min(least, hours);
    most = std::max(most, hours);
  }
  if (least == most) return phrase(Text{"{0} 学时", "{0} h"}, most.shortest());
  return phrase(Text{"{0} 到 {1} 学时", "{0} to {1} h"}, least.shortest(), most.shortest());
}

std::string session_line(const NewSession& session, const CourseShelf& shelf, Lang lang) {
  return say(lang, Text{"已登记：{0} {1}，{2}，{3}\n", "recorded: {0} {1}, {2}, {3}\n"},
             to_string(session.key.on), shelf.offered.at(session.key.course).course.title,
             people_counted(session.attended.size()), hours_of_all(session));
}

std::string unchanged_line(std::ptrdiff_t unchanged, std::ptrdiff_t all, Lang lang) {
  if (unchanged == 0) return {};
  if (unchanged == all)
    return say(lang, Text{"早已这样登记，没有再写\n",
                          "it was recorded just so before: nothing was written\n"});
  return say(lang,
             Text{"其中 {0} 次早已这样登记，没有再写\n",
                  "{0} of these sessions were recorded just so before: not written again\n"},
             unchanged);
}

// The session of that day and course: whom the options name teaches it, or it is the only one.
Result<SessionKey> session_meant(const LearnRecordOptions& options, const SessionsScene& scene,
                                 const Organisation& organisation, const Person& person) {
  const Person* mentor = organisation.find_person(options.teacher);
  const SessionKey by_mentor{*options.on, options.course, mentor ? mentor->id : std::string()};
  const SessionKey by_branch{*options.on, options.course,
                             teaching_branch(organisation, options.teacher, person)};
  if (scene.state.find(by_mentor)) return by_mentor;
  if (!options.teacher.empty()) return by_branch;
  std::vector<SessionKey> that_day;
  std::vector<Phrase> hosts;
  for (auto at = scene.state.sessions.lower_bound({*options.on, options.course, {}});
       at != scene.state.sessions.end() && at->first.on == *options.on &&
       at->first.course == options.course;
       ++at) {
    that_day.push_back(at->first);
    hosts.push_back(same(at->first.host));
  }
  if (that_day.size() == 1) return that_day.front();
  if (that_day.empty()) return by_branch;
  return fail(Kind::usage, "which-session",
              phrase(Text{"{0} 的 {1} 登记了几次，由 {2} 讲：用 --teacher 写明取消哪一次",
                          "{1} on {0} is recorded several times, taught by {2}: say which with "
                          "--teacher"},
                     to_string(*options.on), options.course, enumerated(hosts)));
}

Exit cancel(const LearnRecordOptions& options, World& world, const Workspace& workspace,
            const Author& author) {
  const Person& person = *workspace.organisation().find_person(author.person);
  SessionKey cancelled;
  const auto act = [&](const SessionsScene& scene) -> Result<SessionsRecording> {
    const auto meant = session_meant(options, scene, workspace.organisation(), person);
    if (!meant) return tl::unexpected(meant.error());
    cancelled = *meant;
    return cancel_session(scene, cancelled);
  };
  if (const auto done = record(world, workspace, author, options.reason, {}, act); !done)
    return report_failure(world, done.error());
  world.say_recorded(
      say(world.lang, Text{"已取消：{0} {1}（{2} 讲的）\n", "cancelled: {0} {1}, taught by {2}\n"},
          to_string(*options.on), options.course, cancelled.host));
  return Exit::done;
}

Exit run(const LearnRecordOptions& options, World& world) {
  if (const auto use = check_use(options); !use) return report_failure(world, use.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  if (options.cancel) return cancel(options, world, *workspace, *author);
  const auto shelf = open_courses(*workspace);
  if (!shelf) return report_failure(world, shelf.error());
  const Person& person = *workspace->organisation().find_person(author->person);
  const auto ledger = workspace->read_ledger();
  if (!ledger) return report_failure(world, ledger.error());
  const LearnState state = fold_learning(*ledger);
  AttendanceScene scene = scene_for(options, *workspace, person, *shelf);
  scene.today = recording_day(*author, *workspace);
  scene.refusals = [&](const std::vector<NewSession>& read) {
    const auto recording = record_sessions(
        {workspace->organisation(), state, person, *scene.today, options.reason}, read);
    return recording ? std::vector<Fault>{} : recording.error().faults;
  };
  const auto sessions = read_sessions(world, options, scene);
  if (!sessions) return report_failure(world, sessions.error());
  const auto done =
      record(world, *workspace, *author, options.reason, documents_of(*sessions, *shelf),
             [&](const SessionsScene& scene) { return record_sessions(scene, *sessions); });
  if (!done) return report_failure(world, done.error());
  std::string lines;
  if (done->unchanged < std::ssize(*sessions))
    for (const NewSession& session : *sessions) lines += session_line(session, *shelf, world.lang);
  world.say_recorded(lines + unchanged_line(done->unchanged, std::ssize(*sessions), world.lang));
  say_counted_once(world, done->again);
  return Exit::done;
}

}  // namespace

Command learn_record_command() {
  return make_command<LearnRecordOptions>(
      "learn record", {"登记谁参加了哪次学习", "record who was at which session"},
      {"$ sihu learn record dues --on 2026-10-12 --attended p001,p002 --teacher zb03\n"
       "$ sihu learn record mentoring --on 2026-10-12 --teacher p004 --mentee p007\n"
       "$ printf '日期,课程,人员\\n2026-10-12,members,p013\\n' >签到.csv\n"
       "$ sihu learn record --answers 签到.csv",
       "$ sihu learn record dues --on 2026-10-12 --attended p001,p002 --teacher zb03\n"
       "$ sihu learn record mentoring --on 2026-10-12 --teacher p004 --mentee p007\n"
       "$ printf 'on,course,person\\n2026-10-12,members,p013\\n' >attendance.csv\n"
       "$ sihu learn record --answers attendance.csv"},
      declare, run);
}

}  // namespace sihu
