#include "learn/people_table.hpp"

#include "base/utf8.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"
#include "gate/source.hpp"
#include "ledger/grammar.hpp"
#include "problem/returned.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace sihu {
namespace {

constexpr std::array role_names{RoleName::member, RoleName::secretary, RoleName::inspector,
                                RoleName::leader, RoleName::committee};

// The other words for columns: what people write, and the keys and headings of `sihu roster`.
const std::map<std::string, std::string, std::less<>> other_headings{
    {"person", "id"},          {"编号", "id"},     {"人员编号", "id"},
    {"person_name", "name"},   {"姓名", "name"},   {"英文名", "name_en"},
    {"英文姓名", "name_en"},   {"支部", "branch"}, {"支部编号", "branch"},
    {"branch_name", "branch"}, {"角色", "roles"},  {"角色编号", "roles"},
    {"专兼职", "duty"},        {"起始", "since"},  {"任职日期", "since"}};

// What `sihu roster --format csv` has besides, which sihu.yaml does not say.
const std::set<std::string, std::less<>> reckoned_columns{
    "months",   "term",      "term_end", "onboarding", "onboarding_due", "hours",
    "required", "mentoring", "mentors",  "exchange",   "exchange_due"};

std::string column_of(std::string_view heading) {
  const std::string typed = trimmed_cell(heading);
  const auto other = other_headings.find(typed);
  return other == other_headings.end() ? typed : other->second;
}

// Several in a cell, by `;`, `；` or `、`.
std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    if (code == U';' || code == U'；' || code == U'、')
      parts.emplace_back();
    else
      parts.back() += text.substr(from, at - from);
  }
  for (std::string& part : parts) part = trimmed_cell(part);
  std::erase(parts, "");
  return parts;
}

std::optional<RoleName> role_called(const std::string& word) {
  for (const RoleName role : role_names)
    if (word == wording(role).in(Lang::zh)) return role;
  return parse_role(word);
}

Phrase roles_there_are() {
  std::vector<Phrase> roles;
  for (const RoleName role : role_names)
    roles.push_back(phrase(Text{"{0}（{1}）", "{0} ({1})"}, to_string(role), wording(role)));
  return phrase(Text{"应为 {0}", "expected {0}"}, enumerated(roles));
}

using Cells = std::map<std::string, Cell, std::less<>>;

Phrase perhaps(std::string_view typed, const std::vector<std::string>& known) {
  const auto meant = nearest(typed, known);
  return meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{};
}

class PeopleReader {
 public:
  PeopleReader(const Source& source, const Organisation& organisation, std::vector<Fault> faults)
      : source_(source), organisation_(organisation), faults_(std::move(faults)) {
    for (const Branch& branch : organisation.branches) branches_.push_back(branch.id);
  }

  void check_head(const std::vector<Cell>& head) {
    const auto& columns = people_columns();
    std::set<std::string> before;
    for (const Cell& cell : head) {
      const std::string name = column_of(cell.text);
      const bool known = std::ranges::find(columns, name) != columns.end();
      if (!known && !reckoned_columns.contains(name))
        complain(cell, "unknown-key",
                 phrase(Text{"人员表没有 “{0}” 这一栏", "a table of people has no \"{0}\""},
                        in_brief(name)),
                 perhaps(name, columns));
      // A branch may be there by its id and by its name.
      else if (known && !before.insert(name).second && name != "branch")
        complain(cell, "duplicate-heading",
                 phrase(Text{"“{0}” 这一栏有两列（{1}）", "\"{0}\" is there twice ({1})"},
                        in_brief(trimmed_cell(cell.text)), name));
    }
  }

  void take(const Cells& cells, const Place& row) {
    row_ = Cell{{}, row};
    const std::size_t before = faults_.size();
    Person person;
    person.id = id(cells);
    person.name = name(cells);
    person.branch = branch(cells);
    person.roles = roles(cells);
    person.duty = duty(cells);
    person.since = day(cells, "since");
    if (faults_.size() == before) place(std::move(person), cells);
  }

  Result<PeopleTable> finish() {
    if (faults_.empty()) return std::move(table_);
    std::ranges::stable_sort(faults_, {}, &Fault::place);
    return fail(Kind::input, capped(std::move(faults_)));
  }

 private:
  void complain(const Cell& at, std::string name, Phrase what, Phrase hint = {}) {
    const int width = static_cast<int>(std::max<std::size_t>(count_code_points(at.text), 1));
    faults_.push_back(
        source_.fault(at.place, width, std::move(name), std::move(what), std::move(hint)));
  }

  const Cell& cell(const Cells& cells, std::string_view column) const {
    const auto found = cells.find(column);
    return found == cells.end() ? row_ : found->second;
  }

  std::string id(const Cells& cells) {
    const Cell& at = cell(cells, "id");
    if (at.text.empty())
      complain(at, "missing-value", phrase(Text{"没有写编号", "there is no id"}));
    else if (!is_ledger_id(at.text))
      complain(at, "not-an-id",
               phrase(Text{"编号只用小写字母、数字和 -，实际为 “{0}”",
                           "an id has lower-case letters, digits and - only, found \"{0}\""},
                      in_brief(at.text)));
    else if (!seen_.insert(at.text).second)
      complain(at, "duplicate-id",
               phrase(Text{"编号 {0} 前面已有", "the id {0} is there before"}, at.text));
    return at.text;
  }

  Phrase name(const Cells& cells) {
    const Cell& at = cell(cells, "name");
    if (at.text.empty())
      complain(at, "missing-value", phrase(Text{"没有写姓名", "there is no name"}));
    const std::string& en = cell(cells, "name_en").text;
    return {at.text, en.empty() ? at.text : en};
  }

  std::string branch(const Cells& cells) {
    const Cell& at = cell(cells, "branch");
    if (at.text.empty() || organisation_.find_branch(at.text)) return at.text;
    std::vector<std::string> called;
    for (const Branch& one : organisation_.branches)
      if (one.name.zh == at.text || one.name.en == at.text) called.push_back(one.id);
    if (called.size() == 1) return called.front();
    complain(at, "unknown-branch",
             phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, in_brief(at.text)),
             perhaps(at.text, branches_));
    return at.text;
  }

  std::string duty(const Cells& cells) {
    const Cell& at = cell(cells, "duty");
    if (at.text == "专职") return "full-time";
    if (at.text == "兼职") return "part-time";
    if (!at.text.empty() && at.text != "full-time" && at.text != "part-time")
      complain(at, "unknown-duty",
               phrase(Text{"duty 是 full-time（专职）或 part-time（兼职），实际为 “{0}”",
                           "duty is full-time or part-time, found \"{0}\""},
                      in_brief(at.text)));
    return at.text;
  }

  std::optional<Date> read_day(const Cell& at, std::string_view text) {
    const auto date = written_date(text);
    if (!date)
      complain(at, "not-a-date",
               phrase(Text{"应是日期，如 2026-10-12，实际为 “{0}”",
                           "must be a date such as 2026-10-12, found \"{0}\""},
                      in_brief(text)));
    return date;
  }

  std::optional<Date> day(const Cells& cells, std::string_view column) {
    const Cell& at = cell(cells, column);
    return at.text.empty() ? std::nullopt : read_day(at, at.text);
  }

  std::vector<Role> roles(const Cells& cells) {
    const Cell& at = cell(cells, "roles");
    std::vector<Role> roles;
    for (const std::string& one : listed(at.text)) {
      const std::string word = one.substr(0, one.find('='));
      Role role;
      if (const auto known = role_called(word))
        role.name = *known;
      else
        complain(at, "unknown-role",
                 phrase(Text{"没有 “{0}” 这种角色", "there is no role \"{0}\""}, in_brief(word)),
                 roles_there_are());
      if (word.size() < one.size()) role.from = read_day(at, one.substr(word.size() + 1));
      roles.push_back(role);
    }
    return roles;
  }

  // In any order; a day that the row leaves out is not compared.
  static bool same_roles(const std::vector<Role>& there, const std::vector<Role>& written) {
    return std::ranges::is_permutation(there, written, [](const Role& one, const Role& other) {
      return one.name == other.name && (!one.from || !other.from || one.from == other.from);
    });
  }

  void place(Person person, const Cells& cells) {
    const Person* there = organisation_.find_person(person.id);
    if (!there) {
      table_.fresh.push_back(std::move(person));
      return;
    }
    const bool same = there->name.zh == person.name.zh &&
                      (person.branch.empty() || there->branch == person.branch) &&
                      (person.roles.empty() || same_roles(there->roles, person.roles)) &&
                      (person.duty.empty() || there->duty == person.duty) &&
                      (!person.since || there->since == person.since);
    if (same) {
      ++table_.known;
      return;
    }
    complain(cell(cells, "id"), "person-there-otherwise",
             phrase(Text{"{0} 在 sihu.yaml 第 {1} 行已有，内容不同；导入只加新人，不改已有的",
                         "{0} is in line {1} of sihu.yaml, and otherwise; an import adds people "
                         "and changes nobody"},
                    person.id, there->place.line));
  }

  const Source& source_;
  const Organisation& organisation_;
  std::vector<Fault> faults_;
  std::vector<std::string> branches_;
  std::set<std::string> seen_;
  Cell row_;
  PeopleTable table_;
};

}  // namespace

const std::vector<std::string>& people_columns() {
  static const std::vector<std::string> columns{"id",    "name", "name_en", "branch",
                                                "roles", "duty", "since"};
  return columns;
}

Result<PeopleTable> load_people(std::string_view text, std::string_view name,
                                const Organisation& organisation) {
  const auto table = read_csv(text, name);
  if (!table) return tl::unexpected(table.error());
  const Source source(text, name);
  PeopleReader reader(source, organisation, table->faults);
  reader.check_head(table->head);
  for (const auto& row : table->rows) {
    if (row.empty() || trimmed_cell(row.front().text).starts_with('#')) continue;
    Cells cells;
    for (std::size_t i = 0; i < row.size() && i < table->head.size(); ++i)
      if (std::string cell = without_sheet_guard(trimmed_cell(row[i].text)); !cell.empty())
        cells.emplace(column_of(table->head[i].text), Cell{std::move(cell), row[i].place});
    reader.take(cells, row.front().place);
  }
  return reader.finish();
}

}  // namespace sihu
