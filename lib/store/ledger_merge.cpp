#include "store/ledger_merge.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

// Where the digits of `YYYY-MM-DDTHH:MM:SS.mmmZ` stand.
constexpr std::array<std::size_t, 17> digits{0,  1,  2,  3,  5,  6,  8,  9, 11,
                                             12, 14, 15, 17, 18, 20, 21, 22};

}  // namespace

std::uint64_t instant_key(std::string_view line) {
  std::uint64_t key = 0;
  for (const std::size_t at : digits) key = 10 * key + static_cast<std::uint64_t>(line[at] - '0');
  return key;
}

// Byte order of the lines; of equal lines the one of the first file comes first.
bool LedgerMerge::after(const Head& a, const Head& b) {
  if (a.key != b.key) return a.key > b.key;
  const int order = a.source->line().compare(b.source->line());
  return order != 0 ? order > 0 : a.source->name() > b.source->name();
}

bool LedgerMerge::is_tied() const {
  const auto tied = [this](std::size_t child) {
    return child < heap_.size() && heap_[child].key == key();
  };
  return tied(1) || tied(2);
}

Result<void> LedgerMerge::add(std::unique_ptr<LineSource> source) {
  const auto line = source->advance();
  if (!line) return tl::unexpected(line.error());
  if (!*line) return {};
  const std::uint64_t key = instant_key(source->line());
  heap_.push_back({key, std::move(source)});
  std::ranges::push_heap(heap_, after);
  return {};
}

Result<void> LedgerMerge::advance() {
  Head& head = heap_.front();
  const auto line = head.source->advance();
  if (!line) return tl::unexpected(line.error());
  if (*line) {
    head.key = instant_key(head.source->line());
    sink();
  } else {
    std::ranges::pop_heap(heap_, after);
    heap_.pop_back();
  }
  return {};
}

// Lets the top, which may be too great, down to its place.
void LedgerMerge::sink() {
  std::size_t at = 0;
  for (std::size_t child = 1; child < heap_.size(); child = 2 * at + 1) {
    if (child + 1 < heap_.size() && after(heap_[child], heap_[child + 1])) ++child;
    if (!after(heap_[at], heap_[child])) break;
    std::swap(heap_[at], heap_[child]);
    at = child;
  }
}

}  // namespace sihu
