#include "store/few_lines.hpp"

#include "ledger/line.hpp"

#include <algorithm>

namespace sihu {

void FewLines::add(std::string_view bytes, std::uint32_t file, std::uint32_t number) {
  ++count_;
  if (first_.size() < most_named || bytes <= first_.back().bytes)
    place({std::string(bytes), file, number});
}

void FewLines::add(const FewLines& more) {
  count_ += more.count_;
  for (const PlacedLine& line : more.first_) place(line);
}

void FewLines::place(PlacedLine line) {
  const auto behind = std::ranges::upper_bound(first_, line);
  first_.insert(behind, std::move(line));
  if (first_.size() > most_named) first_.pop_back();
}

Ledger ledger_of(std::vector<PlacedLine> lines, const std::vector<std::string>& names) {
  Ledger ledger;
  for (const std::string& name : names) ledger.files.push_back({name, {}, 0});
  std::ranges::sort(lines);
  const std::string* before = nullptr;
  for (const PlacedLine& line : lines) {
    if (before && *before == line.bytes) continue;
    before = &line.bytes;
    if (auto event = read_line(line.bytes, names[line.file], static_cast<int>(line.number)))
      ledger.entries.push_back({std::move(*event), line.file, line.number});
  }
  hide_redacted(ledger);
  return ledger;
}

}  // namespace sihu
