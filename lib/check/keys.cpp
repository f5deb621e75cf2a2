#include "check/keys.hpp"

#include "base/utf8.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <array>

namespace sihu {

namespace {

struct KeyWords {
  KeyName key;
  char letter;
  std::array<std::string_view, 3> words;
  Text does;
};

constexpr std::array<KeyWords, 14> key_table{{
    {KeyName::pass, 'p', {"pass", "通过", "合格"}, {"通过", "pass"}},
    {KeyName::fail, 'f', {"fail", "不通过", "不合格"}, {"不通过 [说明]", "fail [what you found]"}},
    {KeyName::deduct,
     'd',
     {"deduct", "扣分", "扣"},
     {"按规则扣分：d late*2，d 1*2 3，d =1.5 原因",
      "deduct by rule: d late*2, d 1*2 3, d =1.5 why"}},
    {KeyName::na,
     'n',
     {"na", "不适用", "不涉及"},
     {"不适用，后写原因", "not applicable, then why"}},
    {KeyName::value,
     'v',
     {"value", "数值", "计数"},
     {"数出来的数，如 v 3", "the number counted, e.g. v 3"}},
    {KeyName::note,
     'm',
     {"note", "备注", "说明"},
     {"备注，随答案一起记", "a note, kept with the answer"}},
    {KeyName::evidence,
     'e',
     {"evidence", "佐证", "附件"},
     {"佐证文件，多个用 ; 隔开", "evidence files, ; between them"}},
    {KeyName::back, 'b', {"back", "返回", "上一项"}, {"上一项", "the item before"}},
    {KeyName::jump,
     'j',
     {"jump", "跳转", "到"},
     {"到某一项，如 j DF-02", "to an item, e.g. j DF-02"}},
    {KeyName::list, 'l', {"list", "列表", "清单"}, {"列出各项", "list the items"}},
    {KeyName::undo,
     'u',
     {"undo", "撤销", "清除"},
     {"丢掉这一项未记的备注和佐证；没有，就撤销上一个答案",
      "drop note and evidence not recorded yet, else take the last answer back"}},
    {KeyName::skip, 's', {"skip", "跳过", "下一项"}, {"跳过，以后再答", "skip, answer it later"}},
    {KeyName::help, '?', {"help", "帮助", "？"}, {"帮助", "this help"}},
    {KeyName::quit,
     'q',
     {"quit", "退出", "结束"},
     {"退出；已答的都已保存", "quit; what was answered is saved"}},
}};

constexpr std::string_view ideographic_blank = "\xe3\x80\x80";

// What an input method leaves in full width is meant in half width.
char half_width(char32_t code) {
  if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
  if (code >= 0x80) return 0;
  const char c = static_cast<char>(code);
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_ascii_word(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// The first word and what stands behind it.
std::pair<std::string_view, std::string_view> split_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] != ' ' && text[end] != '\t' &&
         !text.substr(end).starts_with(ideographic_blank))
    ++end;
  return {text.substr(0, end), trim_line(text.substr(end))};
}

std::optional<KeyLine> by_word(std::string_view word, std::string_view rest) {
  const auto lower = lowered(word);
  for (const auto& entry : key_table)
    if (std::ranges::find(entry.words, lower) != entry.words.end())
      return KeyLine{entry.key, std::string(rest)};
  return std::nullopt;
}

std::optional<std::string> rule_named(const Item& item, std::string_view name) {
  const auto rules = listed_rules(item);
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (lowered(rules[i].id) == lowered(name) || std::to_string(i + 1) == name) return rules[i].id;
  return std::nullopt;
}

tl::unexpected<Failure> unknown_rule(const Item& item, std::string_view name) {
  std::vector<std::string> known;
  std::string list;
  for (const auto& rule : listed_rules(item)) {
    known.push_back(rule.id);
    list += (list.empty() ? "" : ", ") + rule.id;
  }
  const auto close = nearest(name.substr(0, name.find('*')), known);
  Phrase hint =
      close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close)
      : known.empty()
          ? phrase(Text{"不按规则扣分写 d =1.5 原因", "to deduct without a rule type d =1.5 why"})
          : phrase(Text{"可用的规则：{0}", "its rules are {0}"}, list);
  return fail(
      Kind::input, "unknown-rule",
      phrase(Text{"{0} 没有扣分规则 “{1}”", "{0} has no rule \"{1}\""}, item.id, in_brief(name)),
      std::move(hint));
}

// `late*2` or `late×2`: the multiplication sign is what an input method gives.
std::string with_star(std::string_view word) {
  std::string text(word);
  for (const std::string_view sign : {"×", "＊", "x"}) {
    const auto at = text.rfind(sign);
    if (at == std::string::npos || at == 0 || sign.size() + at >= text.size()) continue;
    const auto count = text.substr(at + sign.size());
    if (std::ranges::all_of(count, [](char c) { return c >= '0' && c <= '9'; }) &&
        (sign != "x" ||
         std::ranges::all_of(text.substr(0, at), [](char c) { return c >= '0' && c <= '9'; })))
      return text.substr(0, at) + "*" + count;
  }
  return text;
}

Result<TypedDeduction> parse_points(std::string_view text) {
  const auto [word, rest] = split_word(trim_line(text.substr(1)));
  const auto points = Rational::parse(word);
  if (!points)
    return fail(Kind::input, "points-not-a-number",
                phrase(Text{"扣几分应写成数字（最多两位小数），如 d =1.5 原因，实际为 “{0}”",
                            "points must be a number with at most two decimals, as in d =1.5 why, "
                            "found \"{0}\""},
                       in_brief(word)));
  return TypedDeduction{{}, points, std::string(rest)};
}

// A rule that exists, taken a number of times that nobody can mean.
std::optional<Failure> wrong_count(const Item& item, std::string_view word) {
  const auto plain = with_star(word);
  const auto star = plain.rfind('*');
  if (star == std::string::npos || !rule_named(item, plain.substr(0, star))) return std::nullopt;
  return fail(Kind::input, "count-not-read",
              phrase(Text{"次数应是 1 到 {0} 的整数，实际为 “{1}”",
                          "the count must be a whole number from 1 to {0}, found \"{1}\""},
                     most_times, in_brief(plain.substr(star + 1))))
      .value();
}

std::string blanks_for_separators(std::string_view text) {
  std::string plain(text);
  for (const std::string_view sign : {";", "；", ",", "，", "、"})
    for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at + 1))
      plain.replace(at, sign.size(), " ");
  return plain;
}

}  // namespace

std::string_view trim_line(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    if (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1), again = true;
    if (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1), again = true;
    if (text.starts_with(ideographic_blank)) text.remove_prefix(3), again = true;
    if (text.ends_with(ideographic_blank)) text.remove_suffix(3), again = true;
  }
  return text;
}

std::optional<KeyLine> parse_key(std::string_view line) {
  line = trim_line(line);
  if (line.empty()) return std::nullopt;
  const auto [word, rest] = split_word(line);
  if (auto found = by_word(word, rest)) return found;
  std::size_t behind = 0;
  const char letter = half_width(next_code_point(line, behind));
  const auto entry = std::ranges::find(key_table, letter, &KeyWords::letter);
  if (entry == key_table.end() || letter == 0) return std::nullopt;
  // `f八月未收缴` is a key and words; `fail2` or `q1` is neither.
  const bool alone = behind == word.size();
  const bool before_chinese =
      behind < line.size() && static_cast<unsigned char>(line[behind]) >= 0x80;
  const bool before_sign =
      entry->key == KeyName::deduct && behind < line.size() && line[behind] == '=';
  const bool before_number = entry->key == KeyName::value && behind < line.size() &&
                             line[behind] >= '0' && line[behind] <= '9';
  if (!alone && !before_chinese && !before_sign && !before_number) return std::nullopt;
  return KeyLine{entry->key, std::string(trim_line(line.substr(behind)))};
}

std::vector<ListedRule> listed_rules(const Item& item) {
  std::vector<ListedRule> rules;
  for (const auto& rule : item.deduct) {
    auto words = rule.per.empty()
                     ? phrase(Text{"{0}，扣 {1}", "{0}, {1} off"}, rule.when, rule.each.shortest())
                     : phrase(Text{"{0}，每{2}扣 {1}", "{0}, {1} off per {2}"}, rule.when,
                              rule.each.shortest(), rule.per);
    if (rule.most)
      words = phrase(Text{"{0}，最多 {1}", "{0}, at most {1}"}, words, rule.most->shortest());
    rules.push_back({rule.id, std::move(words)});
  }
  for (std::size_t i = 0; i < item.zero_if.size(); ++i)
    rules.push_back({"zero-" + std::to_string(i + 1),
                     phrase(Text{"{0}，扣完", "{0}, all points off"}, item.zero_if[i])});
  return rules;
}

Result<TypedDeduction> parse_deduction(const Item& item, std::string_view text) {
  text = trim_line(text);
  if (text.starts_with("=")) return parse_points(text);
  TypedDeduction typed;
  const auto plain = blanks_for_separators(text);
  for (std::string_view rest = trim_line(plain); !rest.empty();) {
    const auto [word, behind] = split_word(rest);
    const auto rules = parse_rules(with_star(word));
    const auto id =
        rules && rules->size() == 1 ? rule_named(item, rules->front().rule) : std::nullopt;
    if (id) {
      typed.rules.push_back({*id, rules->front().count});
      rest = behind;
      continue;
    }
    if (const auto wrong = wrong_count(item, word)) return tl::unexpected(*wrong);
    if (typed.rules.empty() || is_ascii_word(word)) return unknown_rule(item, word);
    // Words of the note keep their own signs: taken from what was typed.
    typed.note = std::string(text.substr(text.find(word)));
    break;
  }
  return typed;
}

std::vector<std::string> split_paths(std::string_view text) {
  std::vector<std::string> paths;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    const auto path = trim_line(text.substr(0, end));
    if (!path.empty()) paths.emplace_back(path);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paths;
}

std::optional<Existed> existed_typed(std::string_view line) {
  if (line.empty()) return Existed::unknown;
  for (const std::string_view yes : {"y", "Y", "yes", "有", "是", "ｙ"})
    if (line == yes) return Existed::yes;
  for (const std::string_view no : {"n", "N", "no", "没有", "无", "否", "ｎ"})
    if (line == no) return Existed::no;
  for (const std::string_view unknown : {"u", "U", "unknown", "不清楚", "不知道"})
    if (line == unknown) return Existed::unknown;
  return std::nullopt;
}

Phrase key_help() {
  Phrase help;
  for (const auto& entry : key_table) {
    help.zh +=
        std::string("  ") + entry.letter + "  " + std::string(entry.does.in(Lang::zh)) + "\n";
    help.en +=
        std::string("  ") + entry.letter + "  " + std::string(entry.does.in(Lang::en)) + "\n";
  }
  return help;
}

}  // namespace sihu
