#include "report/id_places.hpp"

#include "base/utf8.hpp"
#include "calendar/half_year.hpp"
#include "wording/number.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sihu {
namespace {

bool is_of_ids(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return std::string(text);
}

IdPlace of_problem(const Problem& problem, const ListContext& context) {
  return {"problem",
          problem.id,
          phrase(Text{"{0}（{1}，{2}）", "{0} ({1}, {2})"}, title_of(problem, context),
                 branch_phrase(context.organisation, problem.branch), wording(problem.status)),
          {},
          "rectify show " + problem.id};
}

Coded coded_kind(const std::string& kind) {
  static constexpr std::array<std::pair<std::string_view, Text>, 11> words{{
      {"problem", {"问题", "problem"}},
      {"branch", {"支部", "branch"}},
      {"person", {"人员", "person"}},
      {"quarter", {"季度", "quarter"}},
      {"appraisal", {"考核", "appraisal"}},
      {"check", {"检查", "check"}},
      {"device", {"设备", "device"}},
      {"seal", {"封签", "seal"}},
      {"document", {"文件", "document"}},
      {"evidence", {"佐证", "evidence"}},
      {"line", {"台账行", "line"}},
  }};
  const auto found = std::ranges::find(words, kind, &std::pair<std::string_view, Text>::first);
  return {kind, phrase(found->second)};
}

// `#` begins one at the start of a line or behind a blank, but not within quotes. (`''` in single
// quotes ends and begins them.)
std::string_view without_comment(std::string_view line) {
  char quote = 0;
  char before = ' ';
  for (std::size_t at = 0; at < line.size(); before = line[at++]) {
    const char c = line[at];
    const bool opens = std::string_view(" \t[{,:'").find(before) != std::string_view::npos;
    if (quote != 0) {
      if (c == quote && (quote == '\'' || before != '\\')) quote = 0;
    } else if ((c == '"' || c == '\'') && opens) {
      quote = c;
    } else if (c == '#' && (before == ' ' || before == '\t')) {
      return line.substr(0, at);
    }
  }
  return line;
}

std::ptrdiff_t problems_of_quarter(std::string_view id, const ProblemList& list) {
  const auto quarter = Quarter::parse(id);
  if (!quarter) return 0;
  return std::ranges::count(list.problems, *quarter, &Problem::quarter);
}

Phrase roles_of(const Person& person, Date today) {
  std::vector<Phrase> names;
  for (const Role& role : person.roles)
    if (person.has_role(role.name, today)) names.push_back(phrase(wording(role.name)));
  return enumerated(names);
}

IdPlace of_person(const Person& person, Date today) {
  const Phrase roles = roles_of(person, today);
  return {"person",
          person.id,
          roles.empty() ? person.name : phrase(Text{"{0}：{1}", "{0}: {1}"}, person.name, roles),
          {},
          "roster show " + person.id};
}

// `plans/2026Q4.yaml` defines `2026Q4`.
std::string_view stem_of(std::string_view name) {
  name.remove_prefix(name.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

int number_in(std::string_view digits) {  // 0: it is none
  int number = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return end.ec == std::errc() && end.ptr == digits.data() + digits.size() ? number : 0;
}

std::string_view line_of(std::string_view text, int number) {
  if (number < 1) return {};
  for (; number > 1; --number) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

// What shows more of a document; nothing where no command does.
std::string command_for(std::string_view name, const std::string& stem) {
  if (name.starts_with("plans/")) return "plan show " + stem;
  if (name.starts_with("banks/")) return "test bank export " + stem + " --format csv";
  return {};
}

// One language of `{zh: 党费, en: Dues}`; of what is written in any other way, all of it.
std::string_view in_language(std::string_view value, std::string_view key) {
  const auto at = value.find(key);
  if (!value.starts_with("{zh: ") || at == std::string_view::npos) return value;
  const std::string_view words = value.substr(at + key.size());
  return words.substr(0, words.find_first_of(",}"));
}

// What the next lines call the thing whose id stands before them: a title, or a question's words.
Phrase called_below(std::string_view below) {
  constexpr int lines_looked_at = 8;
  for (int n = 0; n < lines_looked_at && !below.empty(); ++n) {
    const std::size_t end = std::min(below.find('\n'), below.size());
    const std::string line = trimmed(below.substr(0, end));
    below.remove_prefix(std::min(below.size(), end + 1));
    if (line.starts_with("- ")) break;
    for (const std::string_view key : {"title: ", "stem: ", "name: "})
      if (line.starts_with(key)) {
        const std::string_view value = std::string_view(line).substr(key.size());
        return {std::string(in_language(value, "zh: ")), std::string(in_language(value, "en: "))};
      }
  }
  return {};
}

// Whether the line says what the thing is that has the id, as `- id: DF-02` and `paper: half`.
bool defines(std::string_view line, std::string_view id) {
  if (line.starts_with("- ")) line.remove_prefix(2);
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos || line.substr(colon + 2) != id) return false;
  const std::string_view key = line.substr(0, colon);
  for (const std::string_view one : {"id", "bank", "checklist", "course", "paper", "rubric"})
    if (key == one) return true;
  return false;
}

// The line, and where it defines the id what that is called.
Phrase shown_line(std::string_view line, std::string_view id, std::string_view below) {
  const Phrase called = defines(line, id) ? called_below(below) : Phrase{};
  constexpr int most_columns = 80;  // a question tells little in less
  const auto with = [&](const std::string& words) {
    if (words.empty()) return in_brief(line);
    return shorten(visible(std::string(line) + "  " + words), most_columns);
  };
  return {with(called.zh), with(called.en)};
}

}  // namespace

bool has_id(std::string_view text, std::string_view id) {
  if (id.empty()) return false;
  for (auto at = text.find(id); at != std::string_view::npos; at = text.find(id, at + 1)) {
    const bool begins = at == 0 || !is_of_ids(text[at - 1]);
    const auto end = at + id.size();
    if (begins && (end == text.size() || !is_of_ids(text[end]))) return true;
  }
  return false;
}

std::vector<IdPlace> things_called(std::string_view id, const ProblemList& list,
                                   const ListContext& context) {
  std::vector<IdPlace> found;
  const std::string whole(id);
  if (const Branch* branch = context.organisation.find_branch(id))
    found.push_back({"branch", whole, branch->name, {}, "problems --branch " + whole});
  for (const Person& person : context.organisation.people)
    if (person.id == id || person.name.zh == id || person.name.en == id)
      found.push_back(of_person(person, context.today));
  if (const auto problems = problems_of_quarter(id, list); problems > 0)
    found.push_back({"quarter",
                     whole,
                     phrase(Text{"问题 {0} 个", "{0}"}, counted(problems, "problem")),
                     {},
                     "problems --quarter " + whole});
  if (HalfYear::parse(id))
    found.push_back({"appraisal",
                     whole,
                     phrase(Text{"半年考核", "half-year appraisal"}),
                     {},
                     "appraise " + whole});
  if (!found.empty()) return found;
  if (const auto one = list.find(id)) return {of_problem(**one, context)};
  for (const Problem& problem : list.problems) {
    if (found.size() == most_problems_meant) break;
    if (has_id(problem.id, id) || problem.item == id) found.push_back(of_problem(problem, context));
  }
  return found;
}

std::vector<IdPlace> places_in(std::string_view document, const std::string& name,
                               std::string_view id) {
  std::vector<IdPlace> found;
  int number = 0;
  while (!document.empty()) {
    ++number;
    const std::size_t end = std::min(document.find('\n'), document.size());
    std::string_view line = document.substr(0, end);
    if (name.ends_with(".yaml")) line = without_comment(line);
    document.remove_prefix(std::min(document.size(), end + 1));
    if (has_id(line, id))
      found.push_back({"document",
                       std::string(id),
                       shown_line(trimmed(line), id, document),
                       name + ":" + std::to_string(number),
                       {}});
  }
  return found;
}

std::vector<IdPlace> document_called(std::string_view id, std::string_view document,
                                     const std::string& name) {
  const bool in_folder = name.find('/') != std::string::npos;
  if (id == name || (in_folder && id == stem_of(name))) {
    const std::string stem(stem_of(name));
    return {{"document", stem, phrase(Text{"整个文件", "the whole file"}), name,
             command_for(name, stem)}};
  }
  if (!id.starts_with(name + ":")) return {};
  const std::string_view line = line_of(document, number_in(id.substr(name.size() + 1)));
  if (line.empty()) return {};
  return {
      {"document", std::string(stem_of(name)), same(in_brief(trimmed(line))), std::string(id), {}}};
}

void put_definitions_first(std::vector<IdPlace>& places, std::string_view id) {
  const std::string key = "id: " + std::string(id);
  std::stable_partition(places.begin(), places.end(), [&](const IdPlace& one) {
    return one.kind == "document" && has_id(one.what.zh, key);
  });
}

IdPlace place_in_ledger(const Event& event, const std::string& place, const Zone& zone) {
  // What a sheet says of a branch stays between its reviewer and who adds the sheets up.
  const bool is_sheet = event.name == "review.sheet";
  const auto note = is_sheet                    ? std::string_view{}
                    : event.get("note").empty() ? event.get("text")
                                                : event.get("note");
  std::string words = to_string(zone.date_of(event.at)) + " " + event.person + " " + event.subject;
  if (!note.empty()) words += "  " + in_brief(note);
  return {"line", event.name, same(visible(words)), place, {}};
}

Table id_places_table(const std::vector<IdPlace>& places) {
  using Align = Column::Align;
  Table table{phrase(Text{"在哪里", "Where it is"}),
              {{"kind", {"种类", "kind"}},
               {"id", {"编号", "id"}},
               {"what", {"内容", "what"}, Align::left, true, 20},
               {"place", {"位置", "place"}},
               {"command", {"命令", "command"}}},
              {}};
  for (const IdPlace& one : places)
    table.rows.push_back({coded_kind(one.kind), one.id, one.what, one.place,
                          one.command.empty() ? std::string() : "sihu " + one.command});
  return table;
}

}  // namespace sihu
