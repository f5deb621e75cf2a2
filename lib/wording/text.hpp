#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sihu {

/// The languages sihu speaks; every sentence exists in both.
enum class Lang { zh, en };

/// A finished sentence, or a text from a document, in both languages.
///
/// The quiet core makes phrases and never chooses: the language is picked at the very end, by `in`.
struct Phrase {
  std::string zh;
  std::string en;

  const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  bool empty() const { return zh.empty() && en.empty(); }
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// The same words in both languages: an id, a number, something a person typed.
inline Phrase same(const std::string& words) {
  return Phrase{words, words};
}

/// A sentence pattern in both languages, with fmt's numbered placeholders (`{0}`, `{1}`).
///
/// It does not compile if a language is empty or if the two use different placeholders.
class Text {
 public:
  consteval Text(const char* zh, const char* en) : zh_(zh), en_(en) {
    if (zh_.empty() || en_.empty()) throw "a Text needs both languages";
    if (placeholders(zh_) != placeholders(en_)) throw "both languages need the same placeholders";
  }

  constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh_ : en_; }

 private:
  // One bit for each of {0}..{9}; anything else in braces does not compile.
  static consteval unsigned placeholders(std::string_view pattern) {
    unsigned seen = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '{' && pattern[i] != '}') continue;
      if (i + 1 < pattern.size() && pattern[i + 1] == pattern[i]) {
        ++i;
        continue;
      }
      if (pattern[i] == '}' || i + 2 >= pattern.size() || pattern[i + 1] < '0' ||
          pattern[i + 1] > '9' || pattern[i + 2] != '}')
        throw "placeholders are {0} to {9}";
      seen |= 1u << static_cast<unsigned>(pattern[i + 1] - '0');
      i += 2;
    }
    return seen;
  }

  std::string_view zh_;
  std::string_view en_;
};

namespace detail {

template <class Arg>
decltype(auto) in_language(Lang lang, const Arg& arg) {
  if constexpr (std::is_same_v<Arg, Phrase> || std::is_same_v<Arg, Text>)
    return arg.in(lang);
  else
    return arg;
}

}  // namespace detail

/// `text` in one language, its placeholders filled; arguments that are `Phrase` or `Text` speak the
/// same language.
template <class... Args>
std::string say(Lang lang, Text text, const Args&... args) {
  // Held by value so that fmt sees lvalues.
  const auto format = [&](const auto&... chosen) {
    return fmt::format(fmt::runtime(text.in(lang)), chosen...);
  };
  return format(detail::in_language(lang, args)...);
}

/// `text` in both languages, its placeholders filled.
template <class... Args>
Phrase phrase(Text text, const Args&... args) {
  return Phrase{say(Lang::zh, text, args...), say(Lang::en, text, args...)};
}

}  // namespace sihu
