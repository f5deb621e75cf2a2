#include "ledger/rewritten.hpp"

#include "base/utf8.hpp"

namespace sihu {
namespace {

const Text remedy{"有邮件程序或编辑器改写了文件：请向发送人要原文件，或从备份、其他副本恢复",
                  "a mail program or an editor rewrote the file: ask the sender for the original, "
                  "or restore it from a copy"};

bool is_between(char byte, unsigned char first, unsigned char last) {
  return static_cast<unsigned char>(byte) >= first && static_cast<unsigned char>(byte) <= last;
}

// How many bytes the character of GB18030 at the beginning of `text` has; 0: there is none.
std::size_t gb18030_character(std::string_view text) {
  if (is_between(text[0], 0, 0x7f)) return 1;
  if (text.size() < 2 || !is_between(text[0], 0x81, 0xfe)) return 0;
  if (is_between(text[1], 0x40, 0x7e) || is_between(text[1], 0x80, 0xfe)) return 2;
  const bool four = text.size() >= 4 && is_between(text[1], '0', '9') &&
                    is_between(text[2], 0x81, 0xfe) && is_between(text[3], '0', '9');
  return four ? 4 : 0;
}

// With its mark, or told by the zero beside its first character.
bool is_utf16(std::string_view line) {
  using namespace std::string_view_literals;
  return line.starts_with("\xff\xfe") || line.starts_with("\xfe\xff") ||
         line.starts_with("#\0"sv) || line.starts_with("\0#"sv);
}

}  // namespace

std::optional<Fault> rewritten_first_line(std::string_view line, std::string_view name) {
  const Place start{std::string(name), 1, 1};
  if (line.starts_with("\xef\xbb\xbf"))
    return Fault{start, "bom",
                 phrase(Text{"文件以字节顺序标记（BOM）开头，台账没有",
                             "the file begins with a byte order mark (BOM), a ledger has none"}),
                 phrase(remedy)};
  if (is_utf16(line))
    return Fault{
        start, "utf-16",
        phrase(Text{"文件是 UTF-16，台账只用 UTF-8", "the file is UTF-16, a ledger is UTF-8"}),
        phrase(remedy)};
  if (line.starts_with("#sihu\t") && line.ends_with('\r') && !find_invalid_utf8(line))
    return crlf_fault(line, start);
  return std::nullopt;
}

Fault crlf_fault(std::string_view line, Place place) {
  place.column = static_cast<int>(count_code_points(line));
  return {std::move(place), "crlf",
          phrase(Text{"行尾是 CRLF，必须只是 LF", "the line ends in CRLF, expected LF alone"}),
          phrase(Text{"{0}；用 git 的，还要在 .gitattributes 写上 “ledger/** -text”",
                      "{0}; who uses git also needs \"ledger/** -text\" in .gitattributes"},
                 phrase(remedy))};
}

Fault not_utf8_fault(std::string_view line, std::size_t bad, Place place) {
  place.column = static_cast<int>(count_code_points(line.substr(0, bad))) + 1;
  return {std::move(place), "not-utf8",
          looks_like_gbk(line) ? phrase(Text{"文字不是 UTF-8，像是 GBK（GB18030）",
                                             "the text is not UTF-8, it looks like GBK (GB18030)"})
                               : phrase(Text{"文字不是 UTF-8", "the text is not UTF-8"}),
          phrase(remedy)};
}

bool is_rewritten(std::string_view line) {
  return line.ends_with('\r') || (find_invalid_utf8(line) && looks_like_gbk(line));
}

bool looks_like_gbk(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = gb18030_character(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace sihu
