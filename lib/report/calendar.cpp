#include "report/calendar.hpp"

#include "base/utf8.hpp"
#include "report/due_list.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

constexpr std::size_t most_octets = 75;

std::string compact(Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day_of_month());
}

// The ledger's form without punctuation and milliseconds: 20261124T013000Z.
std::string compact(Instant at) {
  std::string text;
  for (const char c : to_string(at).substr(0, 19))
    if (c != '-' && c != ':') text += c;
  return text + 'Z';
}

std::string text_line(std::string_view name, std::string_view text) {
  return fold_content_line(name, escape_calendar_text(text));
}

Phrase summary_of(const DueRow& row, const ListContext& context) {
  const Phrase branch = branch_phrase(context.organisation, row.problem->branch);
  const Phrase title = title_of(*row.problem, context);
  if (row.why == DueRow::Why::verifier_late)
    return phrase(Text{"待销号：{0} {1}", "To verify: {0}, {1}"}, branch, title);
  if (row.why == DueRow::Why::overdue)
    return phrase(Text{"已逾期：{0} {1}", "Overdue: {0}, {1}"}, branch, title);
  return phrase(Text{"整改到期：{0} {1}", "Due: {0}, {1}"}, branch, title);
}

Phrase description_of(const DueRow& row, const ListContext& context) {
  const Problem& problem = *row.problem;
  return phrase(Text{"{0} {1}\n问题：{2}\n程度：{3}\n整改期限：{4}\n请问：{5}",
                     "{0} {1}\nFound: {2}\nSeverity: {3}\nDue: {4}\nAsk: {5}"},
                problem.id, problem.item, problem.text, wording(problem.severity),
                to_string(problem.due), person_names(context.organisation, row.ask));
}

std::string reminder(const std::string& summary) {
  return "BEGIN:VALARM\r\nACTION:DISPLAY\r\n" + text_line("DESCRIPTION", summary) +
         "TRIGGER:-P1D\r\nEND:VALARM\r\n";
}

std::string event_of(const DueRow& row, const ListContext& context, Instant now, Lang lang) {
  const Problem& problem = *row.problem;
  const Date day = row.why == DueRow::Why::verifier_late ? row.late.verify_by : problem.due;
  const std::string summary = summary_of(row, context).in(lang);
  return "BEGIN:VEVENT\r\n" +
         fold_content_line("UID", problem.id + '@' + context.organisation.id + ".sihu") +
         fold_content_line("DTSTAMP", compact(now)) +
         fold_content_line("DTSTART;VALUE=DATE", compact(day)) + text_line("SUMMARY", summary) +
         text_line("DESCRIPTION", description_of(row, context).in(lang)) +
         text_line("CATEGORIES", wording(problem.severity).in(lang)) + "TRANSP:TRANSPARENT\r\n" +
         reminder(summary) + "END:VEVENT\r\n";
}

// An iCalendar object has at least one component (RFC 5545, 3.6); one that means nothing serves
// when nothing is due.
constexpr std::string_view nothing_due =
    "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

}  // namespace

std::string escape_calendar_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t code = next_code_point(text, at);
    const std::string_view bytes = text.substr(start, at - start);
    if (code == '\n')
      out += "\\n";
    else if (code == '\\' || code == ';' || code == ',')
      (out += '\\') += bytes;
    else if (visible(bytes) == bytes)
      out += bytes;
    else
      (out += '\\') += visible(bytes);
  }
  return out;
}

std::string fold_content_line(std::string_view name, std::string_view value) {
  std::string out(name);
  out += ':';
  std::size_t octets = out.size();
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t start = at;
    next_code_point(value, at);
    if (octets + (at - start) > most_octets) {
      out += "\r\n ";
      octets = 1;
    }
    out += value.substr(start, at - start);
    octets += at - start;
  }
  return out + "\r\n";
}

std::string due_calendar(const std::vector<DueRow>& rows, const ListContext& context, Instant now,
                         Lang lang) {
  std::string out =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sihu//due//EN\r\nCALSCALE:GREGORIAN\r\n" +
      text_line("X-WR-CALNAME",
                say(lang, Text{"整改期限：{0}", "Rectification: {0}"}, context.organisation.name));
  for (const DueRow& row : rows) out += event_of(row, context, now, lang);
  if (rows.empty()) out += nothing_due;
  return out + "END:VCALENDAR\r\n";
}

}  // namespace sihu
