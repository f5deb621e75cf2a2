#include "learn/attendance.hpp"

#include "base/utf8.hpp"
#include "gate/sheet_cell.hpp"
#include "learn/attendance_words.hpp"
#include "problem/returned.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace sihu {
namespace {

// The ids there are, to ask about many: sihu.yaml may have tens of thousands of people.
struct KnownIds {
  std::unordered_map<std::string_view, const Person*> people;
  std::unordered_set<std::string_view> branches;

  explicit KnownIds(const Organisation& organisation) {
    for (const Person& person : organisation.people) people.emplace(person.id, &person);
    for (const Branch& branch : organisation.branches) branches.insert(branch.id);
  }
  std::vector<std::string> ids(bool with_branches) const {
    std::vector<std::string> all;
    for (const auto& [id, person] : people) all.emplace_back(id);
    if (with_branches) all.insert(all.end(), branches.begin(), branches.end());
    std::ranges::sort(all);
    return all;
  }
};

Phrase meant_words(std::string_view typed, const std::vector<std::string>& known) {
  const auto meant = nearest(typed, known);
  return meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{};
}

class SessionsGatherer {
 public:
  SessionsGatherer(const AttendanceScene& scene, const Source* source)
      : scene_(scene), source_(source), known_(scene.organisation) {}

  /// A column that the table does not have is one fault, not one in each row.
  void refuse_without(std::string_view column, const Place& head) {
    if (scene_.usual.contains(column) || !absent_.emplace(column).second) return;
    faults_.push_back(
        source_->fault(head, 1, "column-missing",
                       phrase(Text{"缺少 {0} 这一栏", "the column {0} is missing"}, column)));
  }

  void take(const AttendanceRow& row) {
    row_ = &row;
    good_ = true;
    const OfferedCourse* offered = course();
    const auto on = day();
    const std::string person = learner();
    const std::string teacher = teacher_of(offered, person);
    const auto hours = hours_of(offered);
    if (!good_) return;
    NewSession& session = session_of(*offered, *on, teacher);
    // A table has no other word on how long the session took than what its rows say.
    if (is_table()) {
      session.hours = std::max(session.hours, *hours);
      told_[session.key].push_back({row_, *hours, offered->course.hours});
    }
    if (session.teacher != teacher)
      complain(
          "teacher", "two-teachers",
          phrase(Text{"同一次学习前面写的是 {0} 讲", "this session has the teacher {0} before"},
                 session.teacher.empty() ? "-" : session.teacher));
    if (!session.attended.emplace(person, *hours).second)
      complain("person", "attended-twice",
               phrase(Text{"{0} 在这次学习里已有", "{0} is in this session already"}, person));
  }

  Result<std::vector<NewSession>> finish(std::vector<Fault> faults) {
    check_hours();
    faults.insert(faults.end(), faults_.begin(), faults_.end());
    std::vector<NewSession> sessions;
    for (auto& [key, session] : sessions_) sessions.push_back(std::move(session));
    if (faults.empty()) return sessions;
    add_refusals(sessions, faults);
    return fail(Kind::input, capped(sorted(std::move(faults))));
  }

 private:
  // A session is longer than its course says where most people's rows are; else a longer row is a
  // slip.
  void check_hours() {
    for (const auto& [key, rows] : told_) {
      const auto is_longer = [](const ToldHours& one) { return one.hours > one.usual; };
      const auto longer = std::ranges::count_if(rows, is_longer);
      if (2 * longer > std::ssize(rows)) continue;
      for (const ToldHours& one : rows) {
        if (!is_longer(one)) continue;
        row_ = one.row;
        complain(
            "hours", "more-than-the-session",
            phrase(Text{"{0} 学时，这门课是 {1} 学时，同一次学习的多数人也没有更多",
                        "{0} hours: the course has {1}, and most of this session have no more"},
                   one.hours.shortest(), one.usual.shortest()),
            phrase(Text{"改这一格；这次学习真有这么长，就单独记录：sihu learn record --hours",
                        "mend the cell; if the session did take so long, record it by itself: "
                        "sihu learn record --hours"}));
      }
    }
  }

  // What the next round would say.
  void add_refusals(const std::vector<NewSession>& sessions, std::vector<Fault>& faults) const {
    faults.insert(faults.end(), late_.begin(), late_.end());
    if (!scene_.refusals) return;
    for (Fault& fault : scene_.refusals(sessions))
      if (fault.name != "still-to-come") faults.push_back(std::move(fault));
  }

  static std::vector<Fault> sorted(std::vector<Fault> faults) {
    std::ranges::stable_sort(faults, {}, &Fault::place);
    return faults;
  }

  std::string text(std::string_view name) const {
    const std::string_view own = row_->text(name);
    if (!own.empty()) return std::string(own);
    const auto usual = scene_.usual.find(name);
    return usual == scene_.usual.end() ? std::string() : usual->second;
  }

  void complain(std::string_view column, std::string name, Phrase what, Phrase hint = {}) {
    good_ = false;
    if (!source_) {
      // What was said once for all is wrong once.
      const auto said = [&](const Fault& fault) { return fault.what.en == what.en; };
      if (std::ranges::any_of(faults_, said)) return;
      faults_.push_back({{}, std::move(name), std::move(what), std::move(hint)});
      return;
    }
    const int width =
        static_cast<int>(std::max<std::size_t>(count_code_points(row_->text(column)), 1));
    faults_.push_back(source_->fault(row_->place_of(column), width, std::move(name),
                                     std::move(what), std::move(hint)));
  }

  void missing(std::string_view column, Text what) {
    good_ = false;
    if (absent_.contains(column)) return;  // was said of the head
    complain(column, "missing-value", phrase(Text{"没有写{0}", "there is no {0}"}, what));
  }

  const OfferedCourse* course() {
    const std::string id = text("course");
    const auto found = scene_.courses.find(id);
    if (found != scene_.courses.end()) return &found->second;
    std::vector<std::string> ids;
    for (const auto& [known, offered] : scene_.courses) ids.push_back(known);
    if (id.empty())
      missing("course", {"课程", "course"});
    else
      complain("course", "unknown-course",
               phrase(Text{"courses/ 里没有 {0}", "there is no {0} in courses/"}, in_brief(id)),
               meant_words(id, ids));
    return nullptr;
  }

  std::optional<Date> day() {
    const std::string written = text("on");
    const auto on = written_date(written);
    if (written.empty())
      missing("on", {"日期", "day"});
    else if (!on)
      complain("on", "not-a-date",
               phrase(Text{"应是日期，如 2026-10-12，实际为 “{0}”",
                           "must be a date such as 2026-10-12, found \"{0}\""},
                      in_brief(written)));
    if (on && scene_.today && *on > *scene_.today) note_late(*on);
    return on;
  }

  void note_late(Date on) {
    Fault fault = still_to_come(on, source_ ? row_->place_of("on") : Place{});
    const auto said = [&](const Fault& one) { return one.what.en == fault.what.en; };
    if (std::ranges::none_of(late_, said)) late_.push_back(std::move(fault));
  }

  std::string learner() {
    const std::string id(row_->text("person"));
    if (id.empty())
      missing("person", {"人员编号", "person"});
    else if (!known_.people.contains(id))
      complain("person", "unknown-person",
               phrase(Text{"没有编号为 {0} 的人", "there is no person {0}"}, in_brief(id)),
               meant_words(id, known_.ids(false)));
    return id;
  }

  std::string teacher_of(const OfferedCourse* offered, const std::string& person) {
    const std::string id = text("teacher");
    const bool is_person = known_.people.contains(id);
    if (!id.empty() && !is_person && !known_.branches.contains(id))
      complain("teacher", "unknown-teacher",
               phrase(Text{"没有编号为 {0} 的支部或人", "there is no branch and no person {0}"},
                      in_brief(id)),
               meant_words(id, known_.ids(true)));
    else if (offered && offered->course.kind == CourseKind::mentoring && !is_person)
      complain(
          "teacher", "mentor-missing",
          phrase(Text{"传帮带要写带教人（人员编号）", "mentoring needs its mentor, a person"}));
    else if (is_person && id == person && offered->course.kind == CourseKind::mentoring)
      complain("person", "own-mentor",
               phrase(Text{"{0} 不能带自己", "{0} can't be the own mentor"}, id));
    return id;
  }

  std::optional<Rational> hours_of(const OfferedCourse* offered) {
    const std::string written = text("hours");
    if (written.empty()) return offered ? std::optional(offered->course.hours) : std::nullopt;
    const auto hours = read_session_hours(written);
    if (!hours)
      complain("hours", "not-hours",
               phrase(Text{"学时应大于 0、不超过 {0}，至多两位小数，实际为 “{1}”",
                           "hours are more than 0, at most {0}, with two decimals at most, found "
                           "\"{1}\""},
                      longest_session_hours, in_brief(written)));
    return hours;
  }

  bool is_table() const {
    const auto usual = scene_.usual.find("course");
    return usual == scene_.usual.end() || usual->second.empty();
  }

  // What is said of all of them, else the course's.
  Rational session_hours(const OfferedCourse& offered) const {
    const auto usual = scene_.usual.find("hours");
    const auto said =
        usual == scene_.usual.end() ? std::nullopt : read_session_hours(usual->second);
    return said.value_or(offered.course.hours);
  }

  NewSession& session_of(const OfferedCourse& offered, Date on, const std::string& teacher) {
    const bool mentoring = offered.course.kind == CourseKind::mentoring;
    const SessionKey key{
        on, offered.course.id,
        mentoring ? teacher : teaching_branch(scene_.organisation, teacher, scene_.person)};
    const auto [found, fresh] = sessions_.try_emplace(key);
    if (fresh)
      found->second = {key,        offered.course.kind, session_hours(offered), {},
                       teacher,    text("note"),        offered.course.version, offered.doc,
                       row_->place};
    return found->second;
  }

  const AttendanceScene& scene_;
  const Source* source_;
  KnownIds known_;
  const AttendanceRow* row_ = nullptr;
  bool good_ = true;
  // What a row of a table says of its session.
  struct ToldHours {
    const AttendanceRow* row;
    Rational hours;
    Rational usual;  // of the course
  };

  std::map<SessionKey, NewSession> sessions_;
  std::map<SessionKey, std::vector<ToldHours>> told_;
  std::vector<Fault> faults_;
  std::vector<Fault> late_;  // days that are still to come
  std::set<std::string, std::less<>> absent_;
};

std::vector<AttendanceRow> attendance_rows(const Sheet& table, const Source& source,
                                           std::vector<Fault>& faults) {
  const auto& columns = attendance_columns();
  std::set<std::string> before;
  for (const Cell& cell : table.head) {
    const std::string name = attendance_column(cell.text);
    const auto width = static_cast<int>(std::max<std::size_t>(count_code_points(cell.text), 1));
    if (std::ranges::find(columns, name) == columns.end())
      faults.push_back(source.fault(
          cell.place, width, "unknown-key",
          phrase(Text{"签到表没有 “{0}” 这一栏", "attendance has no \"{0}\""}, in_brief(name)),
          meant_words(name, columns)));
    else if (!before.insert(name).second)
      faults.push_back(
          source.fault(cell.place, width, "duplicate-heading",
                       phrase(Text{"“{0}” 这一栏有两列", "the column {0} is there twice"}, name)));
  }
  std::vector<AttendanceRow> rows;
  for (const auto& cells : table.rows) {
    if (cells.empty() || trimmed_cell(cells.front().text).starts_with('#')) continue;
    AttendanceRow row{cells.front().place, {}};
    for (std::size_t i = 0; i < cells.size() && i < table.head.size(); ++i)
      if (std::string text = without_sheet_guard(trimmed_cell(cells[i].text)); !text.empty())
        row.cells[attendance_column(table.head[i].text)] = {std::move(text), cells[i].place};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

std::string_view AttendanceRow::text(std::string_view name) const {
  const auto found = cells.find(name);
  return found == cells.end() ? std::string_view{} : std::string_view(found->second.text);
}

const Place& AttendanceRow::place_of(std::string_view name) const {
  const auto found = cells.find(name);
  return found == cells.end() ? place : found->second.place;
}

const std::vector<std::string>& attendance_columns() {
  static const std::vector<std::string> columns{"on",    "course",  "person", "name",
                                                "hours", "teacher", "note"};
  return columns;
}

Result<std::vector<NewSession>> gather_sessions(const std::vector<AttendanceRow>& rows,
                                                const AttendanceScene& scene,
                                                const Source* source) {
  SessionsGatherer gatherer(scene, source);
  for (const AttendanceRow& row : rows) gatherer.take(row);
  return gatherer.finish({});
}

Result<std::vector<NewSession>> load_attendance(std::string_view text, std::string_view name,
                                                const AttendanceScene& scene) {
  const auto table = read_csv(text, name);
  if (!table) return tl::unexpected(table.error());
  const Source source(text, name);
  std::vector<Fault> faults = table->faults;
  const auto rows = attendance_rows(*table, source, faults);
  if (rows.empty() && faults.empty())
    faults.push_back(source.fault({std::string(name), 1, 1}, 1, "nothing-filled-in",
                                  phrase(Text{"一行也没有填", "no row is filled in"})));
  SessionsGatherer gatherer(scene, &source);
  for (const char* column : {"on", "course", "person"})
    if (std::ranges::find(table->head, column, [](const Cell& cell) {
          return attendance_column(cell.text);
        }) == table->head.end())
      gatherer.refuse_without(column, table->head.front().place);
  for (const AttendanceRow& row : rows) gatherer.take(row);
  return gatherer.finish(std::move(faults));
}

}  // namespace sihu
