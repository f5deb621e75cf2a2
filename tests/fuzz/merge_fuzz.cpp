#include "ledger/file.hpp"
#include "ledger/outline.hpp"
#include "ledger/union.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace sihu;

constexpr const char* plain = "2026Q4/zb03.k7m2qx.tsv";

void demand(bool holds) {
  if (!holds) std::abort();
}

// Up to three texts with a byte FF between them, which no line has.
std::vector<std::string_view> texts_in(std::string_view bytes) {
  std::vector<std::string_view> texts;
  while (texts.size() < 3 && !bytes.empty()) {
    const std::string_view text = bytes.substr(0, bytes.find('\xff'));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
    texts.push_back(text);
  }
  return texts;
}

void add_lines(std::set<std::string>& lines, std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    lines.emplace(line);
  }
}

using Names = std::set<std::pair<std::string, std::string_view>>;

Names result_of(const Union& united, const std::vector<LedgerCopy>& copies) {
  Names names;
  for (const Union::Kept& kept : united.files) names.emplace(kept.name, copies[kept.copy].bytes);
  return names;
}

// The two ends of a file say of it what reading it says. (What has no header yet merge refuses,
// where the reader calls it a torn end.)
void compare_outline(std::string_view text, const LedgerFile& file) {
  if (file.header_check.empty()) return;
  const auto brief = outline(text, text, text.size(), "fuzz.tsv");
  demand(brief.has_value() && brief->has_value());
  demand((*brief)->whole_bytes == file.whole_bytes);
  demand((*brief)->last_check == file.last_check());
}

void unite_them(std::vector<LedgerCopy> copies) {
  const auto united = unite(plain, copies);
  if (!united) return;
  const Names result = result_of(*united, copies);
  std::set<std::string> before;
  std::set<std::string> after;
  for (const LedgerCopy& copy : copies) add_lines(before, copy.bytes);
  for (const auto& [name, bytes] : result) add_lines(after, bytes);
  demand(before == after);
  std::ranges::reverse(copies);
  const auto turned = unite(plain, copies);
  demand(turned.has_value() && result_of(*turned, copies) == result);
  // Merging the result again changes nothing.
  std::vector<LedgerCopy> stored;
  for (const auto& [name, bytes] : result) stored.push_back({bytes, name, name});
  const auto again = unite(plain, stored);
  demand(again.has_value() && again->place.empty() && again->remove.empty());
}

}  // namespace

// Any copies of a file that are sound by themselves: their union has every line of each, in
// whatever order they come, and is stable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<LedgerCopy> copies;
  for (const std::string_view text : texts_in({reinterpret_cast<const char*>(data), size})) {
    const auto file = read_ledger_file(text, "fuzz.tsv", true);
    if (!file) continue;
    compare_outline(text, *file);
    if (file->whole_bytes > 0) copies.push_back({text.substr(0, file->whole_bytes), "", "copy"});
  }
  const auto differs = [&](const LedgerCopy& copy) {
    return copy.bytes.substr(0, copy.bytes.find('\n')) !=
           copies.front().bytes.substr(0, copies.front().bytes.find('\n'));
  };
  if (copies.size() > 1 && std::ranges::none_of(copies, differs)) unite_them(std::move(copies));
  return 0;
}
