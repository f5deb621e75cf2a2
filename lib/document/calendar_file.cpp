#include "document/calendar_file.hpp"

#include "document/kind.hpp"
#include "gate/encoding.hpp"
#include "wording/nearest.hpp"

namespace sihu {
namespace {

// Marks `day`; a fault at `node` if it was marked before.
void mark(Reader& reader, const Node& node, Date day, bool works, Workdays& into) {
  const auto [before, is_new] = into.exceptions.emplace(day, works);
  if (is_new) return;
  if (before->second == works)
    reader.fault(node, "day-twice",
                 phrase(Text{"{0} 这一天写了两次", "the day {0} is there twice"}, to_string(day)));
  else
    reader.fault(
        node, "day-contradicts",
        phrase(Text{"{0} 既是假日又是调休上班日", "{0} is both a holiday and a working day"},
               to_string(day)));
}

void wrong_year(Reader& reader, const Node& node, Date day, int year) {
  reader.fault(node, "other-year",
               phrase(Text{"{0} 不在 {1} 年", "{0} is not in {1}"}, to_string(day), year));
}

void read_holiday(Reader& reader, const Node& node, int year, Workdays& into) {
  const Keys keys(reader, node, "holiday", {"name", "from", "to"});
  Phrase name;
  Date from;
  Date to;
  keys.require("name", name, &Reader::phrase);
  const bool begins = keys.require("from", from, &Reader::date);
  const bool ends = keys.require("to", to, &Reader::date);
  if (!begins || !ends) return;
  // The New Year of one year may begin in the last days of the year before.
  if (from.year() != year && from.year() != year - 1)
    wrong_year(reader, *node.find("from"), from, year);
  else if (to.year() != year)
    wrong_year(reader, *node.find("to"), to, year);
  else if (from > to)
    reader.fault(*node.find("to"), "dates-reversed",
                 phrase(Text{"止于 {0}，早于起始的 {1}", "it ends on {0}, before it begins on {1}"},
                        to_string(to), to_string(from)));
  else
    for (Date day = from; day <= to; day = day + 1) mark(reader, node, day, false, into);
}

void read_workday(Reader& reader, const Node& node, int year, Workdays& into) {
  const Keys keys(reader, node, "workday", {"date", "for"});
  Phrase reason;
  Date day;
  keys.read("for", reason, &Reader::phrase);
  if (!keys.require("date", day, &Reader::date)) return;
  const Node& at = *node.find("date");
  if (day.year() != year)
    wrong_year(reader, at, day, year);
  else if (day.weekday() < 6)
    reader.fault(
        at, "not-a-weekend",
        phrase(Text{"调休上班日应为周六或周日，{0} 是周{1}",
                    "a make-up day falls on a weekend, {0} does not (day {1} of the week)"},
               to_string(day), day.weekday()));
  else
    mark(reader, at, day, true, into);
}

void read_year(Reader& reader, const Node& node, Workdays& into) {
  const Keys keys(reader, node, "year", {"year", "holidays", "workdays"});
  int year = 0;
  const bool known = keys.require("year", year, [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, 1, 9999);
  });
  if (!known) return;
  if (!into.years.insert(year).second)
    reader.fault(*node.find("year"), "duplicate-year",
                 phrase(Text{"{0} 年写了两次", "the year {0} is there twice"}, year));
  if (const Node* holidays = keys.find("holidays"))
    for (const Node& one : reader.list(*holidays, "holidays"))
      read_holiday(reader, one, year, into);
  if (const Node* workdays = keys.find("workdays"))
    for (const Node& one : reader.list(*workdays, "workdays"))
      read_workday(reader, one, year, into);
}

void read_calendar(Reader& reader, const Node& root, Workdays& into) {
  const Keys keys(reader, root, "calendar",
                  {"calendar", "version", "title", "region", "source", "years"});
  std::string id;
  std::string version;
  std::string region;
  Phrase title;
  std::vector<Phrase> sources;
  keys.require("calendar", id, &Reader::id);
  keys.require("version", version, &Reader::word);
  keys.read("title", title, &Reader::phrase);
  keys.read("region", region, &Reader::word);
  keys.read("source", sources, &Reader::phrases);
  into.version = id + "@" + version;
  const Node* years = keys.require("years");
  if (!years) return;
  for (const Node& year : reader.list(*years, "years")) read_year(reader, year, into);
  if (years->is_sequence() && years->items.empty())
    reader.fault(*years, "empty-list",
                 phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "years"));
}

}  // namespace

Result<Workdays> load_calendar(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  Workdays workdays;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::calendar))
    read_calendar(reader, *root, workdays);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return workdays;
}

Fault missing_calendar(const Source& source, const CalendarName& named,
                       const std::vector<std::string>& known) {
  const auto meant = nearest(named.path, known);
  return source.fault(named.place, named.width, "no-such-file",
                      phrase(Text{"没有文件 {0}", "there is no file {0}"}, named.path),
                      meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
}

Result<Workdays> join_calendars(const std::vector<Workdays>& calendars) {
  Workdays joined;
  std::vector<Fault> faults;
  for (const Workdays& calendar : calendars) {
    joined.version += (joined.version.empty() ? "" : "+") + calendar.version;
    joined.years.insert(calendar.years.begin(), calendar.years.end());
    for (const auto& [day, works] : calendar.exceptions) {
      const auto [before, is_new] = joined.exceptions.emplace(day, works);
      if (is_new || before->second == works) continue;
      faults.push_back(
          {{},
           "calendars-contradict",
           phrase(Text{"{1} 对 {0} 的说法与其他日历不同",
                       "{1} says something else about {0} than the calendars before it"},
                  to_string(day), calendar.version)});
    }
  }
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  return joined;
}

}  // namespace sihu
