#include "ledger/header.hpp"

#include "base/utf8.hpp"
#include "ledger/chain.hpp"
#include "ledger/grammar.hpp"
#include "ledger/rewritten.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr std::string_view magic = "#sihu";
constexpr std::string_view format_number = "1";

Fault fault_in_header(std::string_view name, std::string fault, Phrase what, Phrase hint = {}) {
  return Fault{Place{std::string(name), 1, 0}, std::move(fault), std::move(what), std::move(hint)};
}

// Exactly seven columns, or nothing.
std::optional<std::array<std::string_view, 7>> seven_columns(std::string_view line) {
  std::array<std::string_view, 7> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == columns.size())) return std::nullopt;
    columns[i] = line.substr(0, tab);
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return columns;
}

// The format number behind the magic, when it is one that this sihu does not know.
std::string_view newer_format(std::string_view line) {
  line.remove_prefix(magic.size() + 1);
  const std::string_view number = line.substr(0, line.find('\t'));
  const bool digits = !number.empty() && number.size() < 10 && number[0] != '0' &&
                      std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  return digits && number != format_number ? number : std::string_view{};
}

std::optional<Header> parse_header(std::string_view line) {
  const auto columns = seven_columns(line);
  if (!columns || (*columns)[1] != format_number) return std::nullopt;
  const auto quarter = Quarter::parse((*columns)[3]);
  if (!quarter || !is_ledger_id((*columns)[2]) || !is_ledger_id((*columns)[4]) ||
      !is_device_id((*columns)[5]) || !is_check((*columns)[6]))
    return std::nullopt;
  return Header{std::string((*columns)[2]), *quarter, std::string((*columns)[4]),
                std::string((*columns)[5])};
}

}  // namespace

std::string ledger_file_name(const Header& header) {
  return to_string(header.quarter) + "/" + header.branch + "." + header.device + ".tsv";
}

std::string write_header(const Header& header) {
  std::string line{magic};
  for (const std::string_view column : {format_number, std::string_view(header.organisation)})
    (line += '\t') += column;
  for (const std::string& column : {to_string(header.quarter), header.branch, header.device})
    (line += '\t') += column;
  return line;
}

Result<Header> read_header(std::string_view line, std::string_view name) {
  if (auto rewritten = rewritten_first_line(line, name))
    return fail(Kind::integrity, {std::move(*rewritten)});
  if (!line.starts_with(magic) || line.substr(magic.size(), 1) != "\t")
    return fail(
        Kind::integrity,
        {fault_in_header(name, "not-a-ledger",
                         phrase(Text{"这不是 sihu 台账：首行应以 #sihu 开头",
                                     "not a ledger of sihu: the first line begins with #sihu"}))});
  if (const std::string_view number = newer_format(line); !number.empty())
    return fail(
        Kind::integrity,
        {fault_in_header(name, "newer-format",
                         phrase(Text{"台账格式为 {0}，本程序只懂格式 {1}",
                                     "the ledger is of format {0}, this sihu knows format {1}"},
                                number, format_number),
                         phrase(Text{"请安装懂得格式 {0} 的新版 sihu",
                                     "install a newer sihu, one that knows format {0}"},
                                number))});
  auto header = parse_header(line);
  if (!header)
    return fail(
        Kind::integrity,
        {fault_in_header(name, "bad-header",
                         phrase(Text{"首行应为 #sihu、1、单位、季度、支部、设备、校验七栏",
                                     "the first line is #sihu, 1, organisation, quarter, branch, "
                                     "device and check"}))});
  return std::move(*header);
}

}  // namespace sihu
