#include "exam/exchange.hpp"

#include "base/utf8.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_tag = 50;

// A tag of Moodle, also as GIFT writes it.
bool can_be_tag(std::string_view text) {
  return count_code_points(text) <= longest_tag && is_plain_text(text) &&
         text.find_first_of("[]<>`\\,\t\n") == std::string_view::npos && trimmed_cell(text) == text;
}

std::string basis_tag(const Basis& basis, Lang lang) {
  std::string tag = "basis:" + basis.law + "|" + basis.article.in(lang);
  if (basis.status != SourceStatus::none) tag += "|" + std::string(to_string(basis.status));
  return tag;
}

bool basis_fits(const Basis& basis, const std::string& tag, Lang lang) {
  return can_be_tag(tag) && basis.law.find('|') == std::string::npos &&
         basis.article.in(lang).find('|') == std::string::npos &&
         trimmed_cell(basis.law) == basis.law &&
         trimmed_cell(basis.article.in(lang)) == basis.article.in(lang);
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

bool take_basis(std::string_view text, BankQuestion& question) {
  const auto parts = split(text, '|');
  if (parts.size() > 3 || is_blank(parts[0])) return false;
  Basis basis{parts[0], same(parts[0]), {}, SourceStatus::none};
  if (parts.size() > 1 && !is_blank(parts[1])) basis.article = same(parts[1]);
  if (parts.size() > 2) {
    const auto status = parse_source_status(parts[2]);
    if (!status) return false;
    basis.status = *status;
  }
  question.basis.push_back(std::move(basis));
  return true;
}

bool take_number(std::string_view key, std::string_view text, BankQuestion& question) {
  const auto number = Rational::parse(text);
  if (!number || *number < Rational(0)) return false;
  if (key == "expected") {
    if (*number > Rational(1)) return false;
    question.expected = number;
  } else if (key == "points") {
    if (number->is_zero()) return false;
    question.points = *number;
  } else {
    if (text.size() != 1 || text[0] < '1' || text[0] > '5') return false;
    question.difficulty = text[0] - '0';
  }
  return true;
}

bool take_day(std::string_view key, std::string_view text, BankQuestion& question) {
  const auto day = Date::parse(text);
  if (!day) return false;
  const auto& from = key == "from" ? day : question.valid_from;
  const auto& until = key == "from" ? question.valid_until : day;
  if (from && until && *from > *until) return false;
  (key == "from" ? question.valid_from : question.valid_until) = day;
  return true;
}

bool take_last(std::string_view text, BankQuestion& question) {
  const auto found = std::find_if(question.choices.begin(), question.choices.end(),
                                  [text](const Choice& choice) { return choice.letter == text; });
  if (found == question.choices.end()) return false;
  found->last = true;
  return true;
}

bool is_branch_id(std::string_view text) {
  return can_be_question_id(text) &&
         std::ranges::none_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool differs(const Phrase& text) {
  return text.zh != text.en;
}

void add_facts(const BankQuestion& question, const Bank& bank, bool with_points,
               std::vector<std::string>& tags) {
  if (question.difficulty != 1) tags.push_back("difficulty:" + std::to_string(question.difficulty));
  if (question.expected) tags.push_back("expected:" + question.expected->shortest());
  if (with_points && question.points != Rational(1))
    tags.push_back("points:" + question.points.shortest());
  if (question.valid_from) tags.push_back("from:" + to_string(*question.valid_from));
  if (question.valid_until) tags.push_back("until:" + to_string(*question.valid_until));
  if (!question.status.empty()) tags.push_back("status:" + question.status);
  const std::string& author = question.author.empty() ? bank.author : question.author;
  if (!author.empty()) tags.push_back("author:" + author);
  for (const Choice& choice : question.choices)
    if (choice.last) tags.push_back("last:" + choice.letter);
  if (question.draft) tags.emplace_back("draft");
}

}  // namespace

void LossList::add(bool lost, Text what) {
  add_words(lost, phrase(what));
}

void LossList::add_words(bool lost, const Phrase& what) {
  if (!lost) return;
  const bool first = words_.empty();
  words_.zh += (first ? "" : "、") + what.zh;
  words_.en += (first ? "" : ", ") + what.en;
}

bool can_be_question_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && text.front() != '-' &&
         std::ranges::all_of(text, [](char c) {
           return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                  (c >= 'A' && c <= 'Z');
         });
}

std::string QuestionIds::give(std::string_view wanted) {
  ++number_;
  std::string id(wanted);
  if (can_be_question_id(id) && taken_.contains(id)) ++collided_;
  for (std::size_t number = number_; !can_be_question_id(id) || taken_.contains(id); ++number)
    id = prefix_ + "-" + std::to_string(number);
  taken_.insert(id);
  ++(id == wanted ? kept_ : made_up_);
  return id;
}

std::vector<std::string> tags_of(const BankQuestion& question, const Bank& bank, Lang lang,
                                 bool with_points, LossList& lost) {
  std::vector<std::string> tags;
  add_facts(question, bank, with_points, tags);
  if (!question.shuffle && with_points) tags.emplace_back("shuffle:no");
  bool basis_lost = false;
  for (const Basis& basis : question.basis) {
    std::string tag = basis_tag(basis, lang);
    if (basis_fits(basis, tag, lang))
      tags.push_back(std::move(tag));
    else
      basis_lost = true;
  }
  lost.add(basis_lost, {"依据（太长，或有 , | 等符号）", "basis (too long, or with , or | in it)"});
  lost.add(!question.readings.empty(), {"异读", "readings"});
  const bool two =
      has_two_languages(question) ||
      std::ranges::any_of(question.basis, [](const Basis& one) { return differs(one.article); });
  lost.add(two, {"另一种语言", "the other language"});
  return tags;
}

bool take_tag(std::string_view tag, BankQuestion& question) {
  if (tag == "draft") return question.draft = true;
  const std::size_t colon = tag.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view key = tag.substr(0, colon);
  const std::string_view value = tag.substr(colon + 1);
  if (key == "difficulty" || key == "expected" || key == "points")
    return take_number(key, value, question);
  if (key == "from" || key == "until") return take_day(key, value, question);
  if (key == "basis") return take_basis(value, question);
  if (key == "last") return take_last(value, question);
  if (key == "shuffle" && value == "no") {
    question.shuffle = question.choices.empty();
    return !question.choices.empty();
  }
  if (key == "status" && parse_source_status(value)) {
    question.status = value;
    return true;
  }
  if (key != "author" || !is_branch_id(value)) return false;
  question.author = value;
  return true;
}

bool has_two_languages(const BankQuestion& question) {
  return differs(question.stem) || differs(question.explanation) || differs(question.model) ||
         std::ranges::any_of(question.choices,
                             [](const Choice& choice) { return differs(choice.text); });
}

bool has_blanks_around(const BankQuestion& question, Lang lang) {
  const auto around = [](const std::string& text) { return trimmed_cell(text) != text; };
  const auto any_of = [&](const std::vector<std::string>& texts) {
    return std::ranges::any_of(texts, around);
  };
  return around(question.stem.in(lang)) || around(question.explanation.in(lang)) ||
         std::ranges::any_of(question.choices,
                             [&](const Choice& one) { return around(one.text.in(lang)); }) ||
         std::ranges::any_of(question.blanks, any_of);
}

Phrase lost_of_bank(const Bank& bank) {
  LossList lost;
  lost.add(!bank.title.empty(), {"题库的名称", "the title of the bank"});
  lost.add(!bank.version.empty(), {"版本", "its version"});
  lost.add(!bank.laws.empty(), {"法规的全称、日期和说明", "titles, dates and notes of laws"});
  return lost.words();
}

std::string category_of(const std::string& topic) {
  std::string path = "$course$/top";
  if (topic.empty()) return path;
  path += '/';
  for (const char c : topic) path += c == '/' ? std::string("//") : std::string(1, c);
  return path;
}

std::string topic_of(std::string_view category) {
  std::string text = trimmed_cell(category);
  for (const std::string_view top : {"$course$", "$system$", "$module$", "$cat$"})
    if (text == top || text.starts_with(std::string(top) + "/"))
      text.erase(0, std::min(top.size() + 1, text.size()));
  if (text == "top" || text.starts_with("top/"))
    text.erase(0, std::min<std::size_t>(4, text.size()));
  std::string topic;
  for (std::size_t at = 0; at < text.size(); ++at) {
    topic += text[at];
    if (text[at] == '/' && at + 1 < text.size() && text[at + 1] == '/') ++at;
  }
  return trimmed_cell(topic);
}

std::string wildcard_escaped(std::string_view answer) {
  std::string out;
  for (const char c : answer) out += c == '*' ? std::string("\\*") : std::string(1, c);
  return out;
}

bool take_wildcard_escapes(std::string& answer) {
  std::string out;
  for (std::size_t at = 0; at < answer.size(); ++at) {
    if (answer[at] == '*') return false;
    if (answer[at] == '\\' && at + 1 < answer.size() && answer[at + 1] == '*') ++at;
    out += answer[at];
  }
  answer = std::move(out);
  return true;
}

}  // namespace sihu
