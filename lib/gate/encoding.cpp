#include "gate/encoding.hpp"

#include "base/utf8.hpp"
#include "wording/shell_word.hpp"

#include <fmt/format.h>

#include <iconv.h>

#include <memory>
#include <optional>
#include <utility>

namespace sihu {
namespace {

// Stands for a byte that was not UTF-8, see `decode_marking`.
constexpr char32_t bad_byte = 0xffff;

struct CloseIconv {
  void operator()(void* handle) const { iconv_close(handle); }
};

// How far `bytes` could be converted, and what came out.
struct Converted {
  std::string text;
  std::size_t good = 0;
};

std::optional<Converted> convert(std::string_view bytes, const char* from,
                                 const char* to = "UTF-8") {
  const iconv_t handle = iconv_open(to, from);
  if (handle == reinterpret_cast<iconv_t>(-1)) return std::nullopt;  // NOLINT: iconv's own constant
  const std::unique_ptr<void, CloseIconv> closer(handle);
  std::string input(bytes);
  char* in = input.data();
  std::size_t in_left = input.size();
  Converted converted;
  converted.text.resize(bytes.size() * 3 + 4);
  char* out = converted.text.data();
  std::size_t out_left = converted.text.size();
  iconv(handle, &in, &in_left, &out, &out_left);
  converted.text.resize(converted.text.size() - out_left);
  converted.good = bytes.size() - in_left;
  return converted;
}

bool converts(std::string_view bytes, const char* from) {
  const auto converted = convert(bytes, from);
  return converted && converted->good == bytes.size();
}

// Text in UTF-16 without a mark still has a zero in every other byte of its line ends and commas.
bool every_other_byte_is_zero(std::string_view bytes, std::size_t first) {
  std::size_t zeros = 0;
  const std::string_view head = bytes.substr(0, 512);
  for (std::size_t i = first; i < head.size(); i += 2) zeros += head[i] == '\0';
  return head.size() >= 4 && zeros * 4 >= head.size();
}

std::string likely_encoding(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xff\xfe\0\0", 4))) return "UTF-32LE";
  if (bytes.starts_with("\xff\xfe") || every_other_byte_is_zero(bytes, 1)) return "UTF-16LE";
  if (bytes.starts_with("\xfe\xff") || every_other_byte_is_zero(bytes, 0)) return "UTF-16BE";
  if (bytes.find('\0') != std::string_view::npos) return {};
  if (converts(bytes, "GB18030")) return "GB18030";
  if (converts(bytes, "BIG5")) return "BIG5";
  return {};
}

bool looks_like_utf16(std::string_view bytes) {
  return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") ||
         every_other_byte_is_zero(bytes, 0) || every_other_byte_is_zero(bytes, 1);
}

Phrase what_encoding(const std::string& likely) {
  if (likely.empty())
    return phrase(Text{"不是 UTF-8 文本，也不像 GBK 或 UTF-16；也许不是文本文件",
                       "this is not UTF-8 text, nor does it look like GBK or UTF-16; perhaps it is "
                       "no text file at all"});
  const std::string shown = likely == "GB18030" ? "GB18030 (GBK)" : likely;
  return phrase(Text{"文本编码应为 UTF-8，实际像是 {0}",
                     "the text should be encoded in UTF-8, this looks like {0}"},
                shown);
}

Phrase how_to_convert(const std::string& likely, const std::string& name) {
  if (likely.empty()) return {};
  return phrase(Text{"在编辑器中另存为 UTF-8，或运行 iconv -f {0} -t UTF-8 {1} > 新文件",
                     "save it as UTF-8 in your editor, or run: iconv -f {0} -t UTF-8 {1} > NEW"},
                likely, shell_word(name));
}

Fault encoding_fault(const Source& source, std::size_t at) {
  const std::string likely = likely_encoding(source.text());
  // No excerpt: what it would show is garbage.
  return {source.place(at), "encoding", what_encoding(likely),
          how_to_convert(likely, source.name())};
}

bool is_line_separator(char32_t code) {
  return code == 0x2028 || code == 0x2029 || code == 0x85;
}

bool is_refused(char32_t code) {
  if (code == '\n' || code == '\t' || code == '\r') return false;
  return is_control(code) || is_line_separator(code) || code == 0xfeff || (code & 0xfffe) == 0xfffe;
}

Fault character_fault(const Source& source, std::size_t at, char32_t code) {
  const Place place = source.place(at);
  if (code == 0)
    return source.fault(
        place, 1, "nul",
        phrase(Text{"文本中有 NUL 字节（0x00）；文件可能已损坏",
                    "there is a NUL byte (0x00) in the text; the file may be damaged"}));
  if (code == bad_byte)
    return source.fault(place, 1, "not-utf8",
                        phrase(Text{"此处的字节不是 UTF-8", "a byte here is not UTF-8"}),
                        phrase(Text{"重写这个字", "write this character anew"}));
  const std::string shown = fmt::format("U+{:04X}", static_cast<unsigned>(code));
  return source.fault(place, 1, "control-character",
                      phrase(Text{"文本中有不可见的控制字符 {0}",
                                  "there is an invisible control character {0} in the text"},
                             shown),
                      phrase(Text{"删去它", "delete it"}));
}

Fault return_fault(const Source& source, std::size_t at) {
  return source.fault(source.place(at), 1, "bare-return",
                      phrase(Text{"行尾是单独的回车（CR），应为 LF 或 CRLF",
                                  "this line ends in a CR alone, expected LF or CRLF"}),
                      phrase(Text{"在编辑器中换一种换行方式另存", "save it with other line ends"}));
}

tl::unexpected<Failure> no_converter() {
  return fail(Kind::environment, "no-converter",
              phrase(Text{"本机没有 GB18030 转换表", "this machine has no GB18030 converter"}));
}

bool is_bare_return(std::string_view text, std::size_t at) {
  return text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
}

}  // namespace

std::string_view without_bom(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return text;
}

std::string without_refused_characters(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const bool drops = is_refused(next_code_point(text, at)) || is_bare_return(text, start);
    if (!drops) kept += text.substr(start, at - start);
  }
  return kept;
}

std::vector<Fault> check_characters(const Source& source, std::size_t most) {
  const std::string_view text = source.text();
  if (looks_like_utf16(text)) return {encoding_fault(source, 0)};
  if (const auto bad = find_invalid_utf8(text)) return {encoding_fault(source, *bad)};
  std::vector<Fault> faults;
  // Where all lines end in a CR it is said once.
  const bool has_lines = text.find('\n') != std::string_view::npos;
  bool returns = false;
  for (std::size_t at = 0; at < text.size() && faults.size() < most;) {
    const std::size_t start = at;
    const char32_t code = next_code_point(text, at);
    if (is_refused(code)) faults.push_back(character_fault(source, start, code));
    if (is_bare_return(text, start) && (!std::exchange(returns, true) || has_lines))
      faults.push_back(return_fault(source, start));
  }
  return faults;
}

namespace {

// Two characters of GB18030 may chance to be one of UTF-8; many never are.
bool has_several_wide(std::string_view utf8) {
  constexpr int several = 3;
  int wide = 0;
  for (std::size_t at = 0; at < utf8.size() && wide < several;)
    wide += next_code_point(utf8, at) > 0x7f;
  return wide == several;
}

}  // namespace

Result<std::string> decode(std::string_view bytes, Encoding encoding, std::string_view name) {
  if (encoding == Encoding::utf8) {
    const Source source(without_bom(bytes), name);
    if (!looks_like_utf16(source.text()) && !find_invalid_utf8(source.text()))
      return std::string(source.text());
    const bool sixteen = looks_like_utf16(source.text());
    Fault fault = encoding_fault(source, sixteen ? 0 : *find_invalid_utf8(source.text()));
    if (likely_encoding(source.text()) == "GB18030")
      fault.hint = phrase(Text{"加上 --encoding gb18030", "add --encoding gb18030"});
    return fail(Kind::input, {std::move(fault)});
  }
  const bool utf8 = !find_invalid_utf8(bytes);
  if (utf8 && has_several_wide(bytes))
    return fail(Kind::input, {Source(bytes, name)
                                  .fault(Source(bytes, name).place(0), 1, "encoding",
                                         phrase(Text{"文件像是 UTF-8，不是 GB18030",
                                                     "this looks like UTF-8, not like GB18030"}),
                                         phrase(Text{"去掉 --encoding", "leave out --encoding"}))});
  auto converted = convert(bytes, "GB18030");
  if (!converted) return no_converter();
  if (converted->good == bytes.size()) return std::string(without_bom(converted->text));
  const Source source(converted->text, name);
  return fail(Kind::input,
              {source.fault(source.place(converted->text.size()), 1, "encoding",
                            phrase(Text{"此处不是 GB18030", "this is not GB18030"}),
                            utf8 ? phrase(Text{"文件像是 UTF-8：去掉 --encoding",
                                               "the file looks like UTF-8: leave out --encoding"})
                                 : Phrase{})});
}

namespace {

// A text with U+FFFF for each byte that is not UTF-8, and how many there are beside the characters
// of several bytes that are.
struct Marked {
  std::string text;
  std::size_t bad = 0;
  std::size_t wide = 0;
};

Marked mark_bad_bytes(std::string_view bytes) {
  Marked marked;
  while (!bytes.empty()) {
    const std::size_t good = find_invalid_utf8(bytes).value_or(bytes.size());
    for (std::size_t at = 0; at < good;) marked.wide += next_code_point(bytes, at) > 0x7f;
    marked.text += bytes.substr(0, good);
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    append_utf8(marked.text, bad_byte);
    ++marked.bad;
    bytes.remove_prefix(1);
  }
  return marked;
}

// Slips in a text that is UTF-8, and not one in another encoding, or no text.
bool are_slips(const Marked& marked, std::string_view bytes) {
  constexpr std::size_t several = 3;
  constexpr std::size_t among = 50;  // bytes, of which one may be wrong
  if (looks_like_utf16(bytes)) return false;
  if (marked.wide >= several * marked.bad) return true;
  return likely_encoding(bytes).empty() && marked.bad * among <= bytes.size();
}

}  // namespace

Result<std::string> decode_marking(std::string_view bytes, Encoding encoding,
                                   std::string_view name) {
  auto text = decode(bytes, encoding, name);
  if (text || encoding != Encoding::utf8) return text;
  Marked marked = mark_bad_bytes(without_bom(bytes));
  if (!are_slips(marked, without_bom(bytes))) return text;
  return std::move(marked.text);
}

Result<std::string> encode(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::utf8) return std::string(text);
  auto converted = convert(text, "UTF-8", "GB18030");
  // GB18030 has every character there is, so only a missing table can stop it.
  if (!converted || converted->good != text.size()) return no_converter();
  return std::move(converted->text);
}

}  // namespace sihu
