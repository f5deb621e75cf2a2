#include "exam/html_text.hpp"

#include "base/utf8.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t longest_name = 10;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A character by its number, `#10` or `#x4e00`; empty when it is none that a text may have.
std::string by_number(std::string_view name) {
  const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  const std::string digits(name.substr(hexadecimal ? 2 : 1));
  const auto good = [hexadecimal](char c) {
    return is_digit(c) || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  };
  if (digits.empty() || digits.size() > 7 || !std::ranges::all_of(digits, good)) return {};
  const auto code = static_cast<char32_t>(std::stoul(digits, nullptr, hexadecimal ? 16 : 10));
  if (is_control(code) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return {};
  std::string text;
  append_utf8(text, code);
  return text;
}

std::string by_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> known{
      {{"lt", "<"},
       {"gt", ">"},
       {"amp", "&"},
       {"quot", "\""},
       {"apos", "'"},
       {"nbsp", " "},
       {"ldquo", "“"},
       {"rdquo", "”"},
       {"lsquo", "‘"},
       {"rsquo", "’"},
       {"hellip", "…"},
       {"mdash", "—"},
       {"ndash", "–"},
       {"middot", "·"}}};
  if (name.starts_with('#')) return by_number(name);
  for (const auto& [key, text] : known)
    if (key == name) return std::string(text);
  return {};
}

class HtmlWords {
 public:
  explicit HtmlWords(std::string_view html) : html_(html) {}

  PlainOfHtml read() {
    while (at_ < html_.size())
      if (!(html_[at_] == '<' && tag()) && !(html_[at_] == '&' && character())) word();
    while (!out_.text.empty() && (out_.text.back() == '\n' || out_.text.back() == ' '))
      out_.text.pop_back();
    return std::move(out_);
  }

 private:
  // Blanks of the source are one blank; at the beginning of a line they are none.
  void word() {
    const char c = html_[at_++];
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
      out_.text += c;
    } else if (!out_.text.empty() && out_.text.back() != ' ' && out_.text.back() != '\n') {
      out_.text += ' ';
    }
  }

  bool character() {
    const std::size_t end = html_.substr(at_ + 1, longest_name).find(';');
    if (end == std::string_view::npos) return false;
    const std::string text = by_name(html_.substr(at_ + 1, end));
    if (text.empty()) return false;
    out_.text += text;
    at_ += end + 2;
    return true;
  }

  bool tag() {
    if (html_.substr(at_).starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at_);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return true;
    }
    std::size_t from = at_ + 1;
    if (from < html_.size() && html_[from] == '/') ++from;
    std::size_t end = from;
    while (end < html_.size() && (is_letter(html_[end]) || is_digit(html_[end]))) ++end;
    const std::size_t close = html_.find('>', end);
    if (end == from || !is_letter(html_[from]) || close == std::string_view::npos) return false;
    std::string name(html_.substr(from, end - from));
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    take(name);
    at_ = close + 1;
    return true;
  }

  void take(std::string_view name) {
    if (is_one_of(name, {"p", "br", "div", "li", "ul", "ol"})) {
      while (!out_.text.empty() && out_.text.back() == ' ') out_.text.pop_back();
      if (!out_.text.empty() && out_.text.back() != '\n') out_.text += '\n';
    } else if (is_one_of(name, {"img", "audio", "video", "object", "svg", "iframe", "math"})) {
      out_.picture = true;
    } else if (name != "span") {
      out_.formatting = true;
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  PlainOfHtml out_;
};

}  // namespace

PlainOfHtml plain_of_html(std::string_view html) {
  return HtmlWords(html).read();
}

}  // namespace sihu
