#include "snapshot/open_row.hpp"

#include "problem/problem_id.hpp"
#include "snapshot/small_line.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>

namespace sihu {
namespace {

constexpr std::size_t text_count = 15;
constexpr std::int32_t no_date = INT32_MIN;

// What stands before the texts of a row.
struct Head {
  std::uint64_t check;
  std::int32_t serial;
  std::int32_t opened;
  std::int32_t due;
  std::int32_t original_due;
  std::int32_t submitted;
  std::int32_t asked;
  std::uint8_t severity;
  std::uint8_t status;
  std::uint8_t duplicate_id;
  std::uint8_t odd;
  std::array<std::uint32_t, text_count> lengths;
};
static_assert(sizeof(Head) == row_head_bytes);

std::array<std::string_view*, text_count> texts_of(OpenRow& row) {
  return {&row.id,       &row.quarter, &row.branch,    &row.item,      &row.title,
          &row.text,     &row.doc,     &row.owner,     &row.opened_by, &row.device,
          &row.asked_by, &row.places,  &row.checklist, &row.by,        &row.findings};
}

std::int32_t number(Date date) {
  return date - Date();
}

std::int32_t number(const std::optional<Date>& date) {
  return date ? number(*date) : no_date;
}

std::optional<Date> date(std::int32_t number) {
  return number == no_date ? std::nullopt : std::optional(Date() + number);
}

// What stands before `mark`, which is taken away with it.
std::string_view take_before(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

// Who inspects: the branch that does so for itself, or that of who opened it.
void set_inspecting(Problem& problem, const Organisation& organisation) {
  problem.inspecting_branch = problem.by;
  if (!problem.by.empty()) return;
  if (const auto* opener = organisation.find_person(problem.opened_by))
    problem.inspecting_branch = opener->branch;
}

void read_findings(std::string_view text, const Organisation& organisation, Problem& problem) {
  while (!text.empty()) {
    std::string_view part = take_before(text, ';');
    Problem finding;
    finding.id = take_before(part, ' ');
    finding.status = parse_status(take_before(part, ' ')).value_or(Status::open);
    finding.by = take_before(part, ' ');
    finding.opened_by = part;
    set_inspecting(finding, organisation);
    const std::string& branch = finding.inspecting_branch;
    const bool is_other = !branch.empty() && branch != problem.inspecting_branch;
    if (is_other && std::ranges::find(problem.found_by, branch) == problem.found_by.end())
      problem.found_by.push_back(branch);
    problem.findings.push_back(std::move(finding));
  }
}

}  // namespace

std::string write_places(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& lines) {
  std::string bytes;
  for (const auto& [file, offset] : lines) {
    const std::array<std::uint32_t, 2> place{file, offset};
    char raw[sizeof place];
    std::memcpy(raw, place.data(), sizeof raw);
    bytes.append(raw, sizeof raw);
  }
  return bytes;
}

std::pair<std::uint32_t, std::uint32_t> OpenRow::line(std::size_t index) const {
  std::array<std::uint32_t, 2> place{};
  std::memcpy(place.data(), places.data() + index * sizeof place, sizeof place);
  return {place[0], place[1]};
}

std::string write_findings(const Problem& problem) {
  std::string text;
  for (const Problem& finding : problem.findings) {
    if (!text.empty()) text += ';';
    (text += finding.id) += ' ';
    (text += to_string(finding.status)) += ' ';
    (text += finding.by) += ' ';
    text += finding.opened_by;
  }
  return text;
}

OpenRow open_row_of(const Problem& problem, std::string_view quarter, std::string_view findings) {
  OpenRow row;
  row.id = problem.id;
  row.quarter = quarter;
  row.branch = problem.branch;
  row.checklist = problem.checklist;
  row.item = problem.item;
  row.title = problem.title;
  row.text = problem.text;
  row.doc = problem.doc;
  row.owner = problem.owner;
  row.opened_by = problem.opened_by;
  row.by = problem.by;
  row.findings = findings;
  row.device = problem.device;
  row.serial = problem.serial;
  row.check = check_number(problem.last_check);
  row.severity = problem.severity;
  row.status = problem.status;
  row.opened = problem.opened;
  row.due = problem.due;
  row.original_due = problem.original_due;
  row.submitted = problem.submitted;
  if (problem.asked) {
    row.asked = problem.asked->due;
    row.asked_by = problem.asked->by;
  }
  row.duplicate_id = problem.duplicate_id;
  row.odd = true;
  return row;
}

Problem problem_of(const OpenRow& row, const Organisation& organisation) {
  Problem problem;
  problem.id = row.id;
  // What the fold adds to tell two openings apart stands behind the serial.
  const std::size_t suffix = row.id.find('~', row.id.rfind('-') + 1);
  problem.suffix_bytes = suffix == std::string_view::npos ? 0 : row.id.size() - suffix;
  problem.quarter = Quarter::parse(row.quarter).value_or(Quarter{});
  problem.branch = row.branch;
  problem.checklist = row.checklist;
  problem.item = row.item;
  problem.title = row.title;
  problem.text = row.text;
  problem.doc = row.doc;
  problem.owner = row.owner;
  problem.opened_by = row.opened_by;
  problem.device = row.device;
  problem.serial = row.serial;
  problem.severity = row.severity;
  problem.status = row.status;
  problem.opened = row.opened;
  problem.due = row.due;
  problem.original_due = row.original_due;
  problem.submitted = row.submitted;
  if (row.asked) problem.asked = ExtensionRequest{*row.asked, std::string(row.asked_by), {}};
  problem.duplicate_id = row.duplicate_id;
  problem.by = row.by;
  set_inspecting(problem, organisation);
  read_findings(row.findings, organisation, problem);
  return problem;
}

void add_row(OpenRows& rows, const RawLine& opening, const Record& record,
             const SmallRequest& request, const Names& people, std::string_view places) {
  const auto id = parse_problem_id(opening.subject);
  const auto terms = opening_terms(opening, record.opened);
  if (!id || !terms) return;
  const std::string quarter = to_string(id->quarter);
  const std::string checklist = unescaped_field(opening, "checklist");
  const std::string item = unescaped_field(opening, "item");
  const std::string title = unescaped_field(opening, "title");
  const std::string text = unescaped_field(opening, "text");
  const std::string doc = unescaped_field(opening, "doc");
  const std::string by = unescaped_field(opening, "by");
  OpenRow row;
  row.id = opening.subject;
  row.quarter = quarter;
  row.branch = id->branch;
  row.device = id->device;
  row.serial = id->serial;
  row.checklist = checklist;
  row.item = item;
  row.title = title;
  row.text = text;
  row.doc = doc;
  row.owner = people.name(record.owner);
  row.asked_by = people.name(request.by);
  row.opened_by = opening.person;
  row.by = by;
  row.check = record.check;
  row.severity = terms->severity;
  row.status = static_cast<Status>(record.status);
  row.opened = date_of(record.opened);
  row.due = date_of(record.due);
  row.original_due = date_of(terms->due);
  row.submitted = optional_date(record.submitted);
  row.asked = optional_date(request.until);
  row.places = places;
  rows.add(row);
}

bool more_urgent(const OpenRow& a, const OpenRow& b) {
  if (a.due != b.due) return a.due < b.due;
  if (a.severity != b.severity) return a.severity > b.severity;
  return stands_before(a, b);
}

bool stands_before(const OpenRow& a, const OpenRow& b) {
  return std::tie(a.quarter, a.branch, a.device, a.serial, a.id) <
         std::tie(b.quarter, b.branch, b.device, b.serial, b.id);
}

void write_row(const OpenRow& row, std::string& bytes) {
  OpenRow copy = row;
  Head head{row.check,
            row.serial,
            number(row.opened),
            number(row.due),
            number(row.original_due),
            number(row.submitted),
            number(row.asked),
            static_cast<std::uint8_t>(row.severity),
            static_cast<std::uint8_t>(row.status),
            row.duplicate_id,
            row.odd,
            {}};
  const auto texts = texts_of(copy);
  for (std::size_t i = 0; i < text_count; ++i)
    head.lengths[i] = static_cast<std::uint32_t>(texts[i]->size());
  char raw[sizeof(Head)];
  std::memcpy(raw, &head, sizeof head);
  bytes.append(raw, sizeof raw);
  for (const std::string_view* text : texts) bytes.append(*text);
}

OpenRow read_open_row(const char* bytes) {
  Head head;
  std::memcpy(&head, bytes, sizeof head);
  bytes += sizeof head;
  OpenRow row;
  const auto texts = texts_of(row);
  for (std::size_t i = 0; i < text_count; ++i) {
    *texts[i] = {bytes, head.lengths[i]};
    bytes += head.lengths[i];
  }
  row.serial = head.serial;
  row.check = head.check;
  row.severity = static_cast<Severity>(head.severity);
  row.status = static_cast<Status>(head.status);
  row.opened = Date() + head.opened;
  row.due = Date() + head.due;
  row.original_due = Date() + head.original_due;
  row.submitted = date(head.submitted);
  row.asked = date(head.asked);
  row.duplicate_id = head.duplicate_id != 0;
  row.odd = head.odd != 0;
  return row;
}

std::size_t row_bytes(const char* bytes) {
  Head head;
  std::memcpy(&head, bytes, sizeof head);
  std::size_t size = sizeof head;
  for (const std::uint32_t length : head.lengths) size += length;
  return size;
}

void OpenRows::sort() {
  struct Key {
    std::int32_t due;
    std::int32_t severity;
    std::uint32_t start;
  };
  std::vector<Key> keys;
  keys.reserve(starts.size());
  for (const std::uint32_t start : starts) {
    const OpenRow row = read_open_row(bytes.data() + start);
    keys.push_back({number(row.due), -static_cast<int>(row.severity), start});
  }
  std::ranges::sort(keys, [&](const Key& a, const Key& b) {
    if (std::tie(a.due, a.severity) != std::tie(b.due, b.severity))
      return std::tie(a.due, a.severity) < std::tie(b.due, b.severity);
    return more_urgent(read_open_row(bytes.data() + a.start),
                       read_open_row(bytes.data() + b.start));
  });
  for (std::size_t i = 0; i < keys.size(); ++i) starts[i] = keys[i].start;
}

}  // namespace sihu
