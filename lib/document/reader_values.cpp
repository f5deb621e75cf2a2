// The values a Reader reads: one node in, one value or one fault out.
#include "base/utf8.hpp"
#include "document/reader.hpp"
#include "gate/plain.hpp"

#include <algorithm>
#include <charconv>

namespace sihu {
namespace {

constexpr std::size_t longest_id = 64;

Text kind_name(PlainKind kind) {
  switch (kind) {
    case PlainKind::number:
      return {"数字", "a number"};
    case PlainKind::boolean:
      return {"真假值", "a boolean"};
    case PlainKind::date:
      return {"日期", "a date"};
    case PlainKind::text:
      break;
  }
  return {"文字", "a text"};
}

Phrase with_quotes(const Node& node) {
  return phrase(Text{"加引号：'{0}'", "quote it: '{0}'"}, node.text);
}

bool is_letter_or_digit(char c, bool upper) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (upper && c >= 'A' && c <= 'Z');
}

bool is_spelled(std::string_view text, bool upper) {
  if (text.empty() || text.size() > longest_id || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [upper](char c) { return c == '-' || is_letter_or_digit(c, upper); });
}

// `[a，b]` and `[a、b]` are one text to YAML.
bool has_fullwidth_comma(std::string_view text) {
  return text.find("，") != std::string_view::npos || text.find("、") != std::string_view::npos;
}

bool has_fullwidth_quotes(std::string_view text) {
  for (const std::string_view quote : {"“", "”", "‘", "’"})
    if (text.starts_with(quote) || text.ends_with(quote)) return true;
  return false;
}

Phrase hint_for_id(const std::string& text, bool upper) {
  if (has_fullwidth_comma(text))
    return phrase(Text{"几个编号之间用半角逗号", "separate ids with a plain comma"});
  std::string low;
  for (const char c : text)
    low += !upper && c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32)
           : c == '_' || c == ' '         ? '-'
                                          : c;
  if (low != text && is_spelled(low, upper)) return phrase(Text{"写成 {0}", "write {0}"}, low);
  return {};
}

}  // namespace

std::optional<std::string> Reader::plain_text(const Node& node, std::string_view key) {
  if (!node.is_scalar()) {
    wrong_type(node, key, sihu::phrase(Text{"文字", "a text"}),
               node.is_null() && !node.text.empty() ? with_quotes(node) : Phrase{});
    return std::nullopt;
  }
  if (node.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    fault(node, "empty-text", sihu::phrase(Text{"{0} 不能是空的", "{0} must not be empty"}, key));
    return std::nullopt;
  }
  return node.text;
}

std::optional<std::string> Reader::word(const Node& node, std::string_view key) {
  auto text = plain_text(node, key);
  if (!text || node.quoted) return text;
  if (has_fullwidth_quotes(*text)) {
    fault(node, "fullwidth-quotes",
          sihu::phrase(Text{"{0} 用了全角引号：{1}", "{0} has full-width quotes: {1}"}, key, *text),
          sihu::phrase(Text{"用半角引号 '…'，或不用引号", "use plain quotes '…', or none"}));
    return std::nullopt;
  }
  const PlainKind kind = plain_kind(*text);
  if (kind == PlainKind::text) return text;
  fault(node, "needs-quotes",
        sihu::phrase(Text{"{0} 应为文字，但 YAML 会把 {1} 读成{2}",
                          "{0} should be a text, but YAML reads {1} as {2}"},
                     key, *text, sihu::phrase(kind_name(kind))),
        with_quotes(node));
  return std::nullopt;
}

std::optional<std::string> Reader::spelled(const Node& node, std::string_view key, bool upper) {
  auto text = word(node, key);
  if (!text || is_spelled(*text, upper)) return text;
  const Phrase rule =
      text->size() > longest_id ? sihu::phrase(Text{"至多64个字符", "at most 64 characters"})
      : upper ? sihu::phrase(Text{"字母、数字和连字符", "letters, digits and hyphens"})
              : sihu::phrase(Text{"小写字母、数字和连字符", "small letters, digits and hyphens"});
  fault(node, "bad-id",
        sihu::phrase(Text{"{0} 是编号，应为{1}，实际是“{2}”", "{0} is an id: {1}; found \"{2}\""},
                     key, rule, visible(text->substr(0, longest_id))),
        hint_for_id(*text, upper));
  return std::nullopt;
}

std::optional<std::string> Reader::id(const Node& node, std::string_view key) {
  return spelled(node, key, false);
}

std::optional<std::string> Reader::item_id(const Node& node, std::string_view key) {
  return spelled(node, key, true);
}

std::optional<std::string> Reader::choice(const Node& node, std::string_view key,
                                          const std::vector<std::string>& known) {
  if (!node.is_scalar()) {
    wrong_type(node, key, sihu::phrase(Text{"一个词", "a word"}));
    return std::nullopt;
  }
  if (std::find(known.begin(), known.end(), node.text) != known.end()) return node.text;
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
  if (known.size() == 1) {
    wrong_type(node, key, same(known.front()));
    return std::nullopt;
  }
  unknown(node, "unknown-word",
          sihu::phrase(
              Text{"{0} 应为 {1} 之一，实际是“{2}”", "{0} should be one of {1}, found \"{2}\""},
              key, all, node.text.substr(0, 200)),
          known);
  return std::nullopt;
}

std::optional<Phrase> Reader::phrase(const Node& node, std::string_view key) {
  if (node.is_map()) {
    const Keys keys(*this, node, key, {"zh", "en"});
    Phrase both;
    const auto read = [this](const Node& one, std::string_view name) {
      auto text = phrase(one, name);
      return text ? std::optional<std::string>(text->zh) : std::nullopt;
    };
    const auto language = [&](std::string_view name, std::string& into) {
      const Node* one = keys.find(name);
      if (one && !one->is_map()) return keys.read(name, into, read);
      if (one) wrong_type(*one, name, sihu::phrase(Text{"文字", "a text"}));
      return !one;
    };
    const bool zh = language("zh", both.zh);
    const bool en = language("en", both.en);
    const bool good = zh && en;
    if (both.empty() && good && node.entries.empty())
      fault(node, "empty-text", sihu::phrase(Text{"{0} 不能是空的", "{0} must not be empty"}, key));
    if (both.zh.empty()) both.zh = both.en;
    if (both.en.empty()) both.en = both.zh;
    return both.empty() ? std::nullopt : std::optional<Phrase>(both);
  }
  auto text = plain_text(node, key);
  if (!text) return std::nullopt;
  // A number is a good title; what would turn into `true` or `7` elsewhere is not.
  if (!node.quoted && (plain_kind(*text) == PlainKind::boolean || has_leading_zero(*text))) {
    word(node, key);
    return std::nullopt;
  }
  return same(std::move(*text));
}

std::optional<bool> Reader::boolean(const Node& node, std::string_view key) {
  if (node.is_scalar() && !node.quoted && node.text == "true") return true;
  if (node.is_scalar() && !node.quoted && node.text == "false") return false;
  wrong_type(node, key, sihu::phrase(Text{" true 或 false", "true or false"}),
             node.quoted ? sihu::phrase(Text{"去掉引号", "leave out the quotes"}) : Phrase{});
  return std::nullopt;
}

std::optional<Rational> Reader::number(const Node& node, std::string_view key) {
  const bool readable = node.is_scalar() && !node.quoted;
  if (readable && has_leading_zero(node.text)) {
    fault(node, "leading-zero",
          sihu::phrase(Text{"{0} 是数字，不能以 0 开头：{1}",
                            "{0} is a number and cannot begin with 0: {1}"},
                       key, node.text),
          sihu::phrase(Text{"去掉开头的 0", "drop the zero"}));
    return std::nullopt;
  }
  const auto value = readable ? Rational::parse(node.text) : std::nullopt;
  if (!value)
    wrong_type(node, key,
               sihu::phrase(Text{"数字（至多两位小数）", "a number with at most two decimals"}),
               node.quoted && Rational::parse(node.text)
                   ? sihu::phrase(Text{"去掉引号", "leave out the quotes"})
                   : Phrase{});
  return value;
}

std::optional<Rational> Reader::not_negative(const Node& node, std::string_view key) {
  const auto value = number(node, key);
  if (!value || *value >= Rational(0)) return value;
  fault(node, "out-of-range",
        sihu::phrase(Text{"{0} 不能小于 0，实际是 {1}", "{0} must not be below 0, found {1}"}, key,
                     node.text));
  return std::nullopt;
}

std::optional<Rational> Reader::positive(const Node& node, std::string_view key) {
  const auto value = number(node, key);
  if (!value || *value > Rational(0)) return value;
  fault(node, "out-of-range",
        sihu::phrase(Text{"{0} 应大于 0，实际是 {1}", "{0} should be more than 0, found {1}"}, key,
                     node.text));
  return std::nullopt;
}

std::optional<int> Reader::integer(const Node& node, std::string_view key, int least, int most) {
  const auto exact = number(node, key);
  if (!exact) return std::nullopt;
  int value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, value);
  if (error == std::errc{} && stop == end && value >= least && value <= most) return value;
  fault(node, "out-of-range",
        sihu::phrase(Text{"{0} 应为 {1} 到 {2} 的整数，实际是 {3}",
                          "{0} should be a whole number from {1} to {2}, found {3}"},
                     key, least, most, node.text));
  return std::nullopt;
}

std::optional<Date> Reader::date(const Node& node, std::string_view key) {
  const auto value = node.is_scalar() ? Date::parse(node.text) : std::nullopt;
  if (value) return value;
  const auto digits = [&](std::size_t at, std::size_t count) {
    return node.text.substr(at, count).find_first_not_of("0123456789") == std::string::npos;
  };
  const bool shaped = node.is_scalar() && node.text.size() == 10 && node.text[4] == '-' &&
                      node.text[7] == '-' && digits(0, 4) && digits(5, 2) && digits(8, 2);
  if (shaped)
    fault(node, "no-such-date",
          sihu::phrase(Text{"{0}：没有 {1} 这一天", "{0}: there is no day {1}"}, key, node.text));
  else
    wrong_type(node, key, sihu::phrase(Text{"日期 YYYY-MM-DD", "a date YYYY-MM-DD"}));
  return std::nullopt;
}

std::optional<Limit> Reader::limit(const Node& node, std::string_view key) {
  const auto value = node.is_scalar() ? Limit::parse(node.text) : std::nullopt;
  if (!value)
    wrong_type(node, key,
               sihu::phrase(
                   Text{"时限：now（当天）、15d（自然日）或 15wd（工作日），至多3650",
                        "a limit: now, 15d (calendar days) or 15wd (working days), at most 3650"}));
  return value;
}

}  // namespace sihu
