#include "document/add_people.hpp"

#include "document/yaml_lines.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Letters first and a digit somewhere: nothing that YAML takes for a number, a date or a boolean.
std::string id_text(const std::string& id) {
  const bool plain = !id.empty() && id[0] >= 'a' && id[0] <= 'z' &&
                     id.find_first_of("0123456789") != std::string::npos;
  return plain ? id : write_quoted(id);
}

std::string day_text(Date day) {
  return "'" + to_string(day) + "'";
}

std::string role_text(const Role& role) {
  if (!role.from && !role.until) return std::string(to_string(role.name));
  std::string text = "{role: " + std::string(to_string(role.name));
  if (role.from) text += ", from: " + day_text(*role.from);
  if (role.until) text += ", until: " + day_text(*role.until);
  return text + '}';
}

struct TextLine {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind its line feed
  std::string_view words;
};

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size() - 1);
    lines.push_back({at, feed + 1, text.substr(at, feed + 1 - at)});
    at = feed + 1;
  }
  return lines;
}

bool says_nothing(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first == line.npos || line[first] == '#';
}

// Of the list below `people:`: how its entries are indented and where the next one goes.
struct PeoplePlace {
  std::string indent;
  std::size_t at = 0;
};

std::optional<PeoplePlace> place_in(const std::vector<TextLine>& lines, std::size_t key) {
  std::optional<PeoplePlace> place;
  for (std::size_t i = key + 1; i < lines.size(); ++i) {
    const std::string_view line = lines[i].words;
    if (says_nothing(line)) continue;
    const std::size_t indent = line.find_first_not_of(' ');
    const bool entry = line.substr(indent).starts_with("- ");
    if (indent == 0 && !entry) break;
    if (!place && !entry) return std::nullopt;
    if (!place) place = PeoplePlace{std::string(indent, ' '), 0};
    place->at = lines[i].end;
  }
  return place;
}

std::string entries_text(const std::vector<Person>& people, const std::string& indent) {
  std::string text;
  for (const Person& person : people) text += indent + "- " + person_entry(person) + '\n';
  return text;
}

std::optional<std::string> inserted(std::string_view text, const std::vector<Person>& people) {
  const auto lines = lines_of(text);
  const auto key = std::ranges::find_if(
      lines, [](const TextLine& line) { return line.words.starts_with("people:"); });
  if (key == lines.end()) return std::nullopt;
  const std::string_view rest = key->words.substr(std::string_view("people:").size());
  std::string whole(text);
  if (const std::size_t brackets = rest.find("[]"); says_nothing(rest)) {
    const auto place = place_in(lines, static_cast<std::size_t>(key - lines.begin()));
    if (!place) return std::nullopt;
    const bool feed = text[place->at - 1] == '\n';
    return whole.insert(place->at, (feed ? "" : "\n") + entries_text(people, place->indent));
  } else if (says_nothing(rest.substr(0, std::min(brackets, rest.size()))) &&
             brackets != rest.npos && says_nothing(rest.substr(brackets + 2))) {
    const std::string behind(rest.substr(brackets + 2));
    return whole.replace(key->begin, key->words.size(),
                         "people:" + (behind.empty() ? "\n" : behind) + entries_text(people, "  "));
  }
  return std::nullopt;
}

bool is_as_before(const Organisation& before, const Organisation& after, std::size_t more) {
  if (after.people.size() != before.people.size() + more) return false;
  return std::ranges::equal(before.people.begin(), before.people.end(), after.people.begin(),
                            after.people.begin() + std::ssize(before.people), {}, &Person::id,
                            &Person::id);
}

}  // namespace

std::string person_entry(const Person& person) {
  std::string text = "{id: " + id_text(person.id) + ", name: " + quoted_or_both(person.name);
  if (!person.branch.empty()) text += ", branch: " + id_text(person.branch);
  std::string roles;
  for (const Role& role : person.roles) roles += (roles.empty() ? "" : ", ") + role_text(role);
  if (!roles.empty()) text += ", roles: [" + roles + ']';
  if (!person.duty.empty()) text += ", duty: " + person.duty;
  if (person.since) text += ", since: " + day_text(*person.since);
  return text + '}';
}

Result<std::string> with_people(std::string_view text, const std::vector<Person>& people) {
  if (people.empty()) return std::string(text);
  const auto before = load_organisation(text, "sihu.yaml");
  if (!before) return tl::unexpected(before.error());
  const auto longer = inserted(text, people);
  if (longer) {
    const auto after = load_organisation(*longer, "sihu.yaml");
    if (!after) return tl::unexpected(after.error());
    if (is_as_before(*before, *after, people.size())) return *longer;
  }
  return fail(Kind::input, "people-not-a-list",
              phrase(Text{"sihu.yaml 的 people: 下面不是一行一个人（- {{…}}），不能往后写",
                          "people: of sihu.yaml has not a person a line (- {{…}}), so that no more "
                          "can be written behind them"}),
              phrase(Text{"把 people: 改成一行一个人", "write it a person a line"}));
}

}  // namespace sihu
