#include "ledger/omission.hpp"

#include "ledger/chain.hpp"
#include "ledger/grammar.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t instant_bytes = 24;
constexpr std::string_view part_key = "\tpart=";

std::string_view next_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  return line;
}

}  // namespace

bool is_omission(std::string_view line) {
  if (line.size() < instant_bytes || !line.substr(instant_bytes).starts_with(omission_mark))
    return false;
  std::string_view rest = line.substr(instant_bytes + omission_mark.size());
  if (rest.starts_with(part_key.substr(1))) {
    const std::size_t tab = rest.find('\t');
    if (tab == std::string_view::npos) return false;
    rest.remove_prefix(tab + 1);
  }
  return is_check(rest);
}

std::string omission_of(std::string_view line) {
  std::string text(line.substr(0, instant_bytes));
  text += omission_mark;
  if (const std::size_t part = line.find(part_key); part != std::string_view::npos) {
    const std::size_t from = part + 1;
    text += line.substr(from, line.find('\t', from) + 1 - from);
  }
  return text.append(hidden_check);
}

namespace {

bool stands_for(std::string_view omission, std::string_view line) {
  if (!is_omission(omission)) return false;
  const std::string expected = omission_of(line);
  const std::size_t head = expected.size() - hidden_check.size();
  const std::string_view check = check_of(omission);
  return omission.substr(0, head) == std::string_view(expected).substr(0, head) &&
         (check == hidden_check || check == check_of(line));
}

}  // namespace

ExtractFit fit_of_extract(std::string_view extract, std::string_view file) {
  while (!extract.empty()) {
    if (file.empty()) return ExtractFit::ahead;
    const std::string_view line = next_line(extract);
    const std::string_view whole = next_line(file);
    if (line != whole && !stands_for(line, whole)) return ExtractFit::other;
  }
  return ExtractFit::same;
}

Fault extract_not_continued(std::string_view name) {
  return {.place = Place{std::string(name)},
          .name = "extract-not-continued",
          .what = phrase(Text{"这是摘录，有略去的行，不能再续写",
                              "this is an extract, with lines left out; it is not written on"}),
          .hint = phrase(Text{"用 sihu me --new-device 换一个设备号",
                              "take a new device id with sihu me --new-device"})};
}

}  // namespace sihu
