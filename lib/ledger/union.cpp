#include "ledger/union.hpp"

#include "ledger/chain.hpp"
#include "ledger/grammar.hpp"

#include <algorithm>
#include <cstring>

namespace sihu {
namespace {

constexpr std::string_view ending = ".tsv";
constexpr std::size_t block = 65536;

// A copy that no other one contains, and the line at which it parts from the others.
struct LongestCopy {
  std::size_t copy = 0;
  std::size_t shared = 0;  // bytes that it has in common with the copy nearest to it
  std::string key = {};
};

// Copies that are no prefix of another, equal ones once, in byte order. In that order a copy stands
// directly before what continues it, and next to the one with which it has most in common.
std::vector<LongestCopy> longest(const std::vector<LedgerCopy>& copies) {
  std::vector<std::size_t> order(copies.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return copies[i].bytes; });
  std::vector<LongestCopy> kept;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string_view bytes = copies[order[i]].bytes;
    if (i + 1 < order.size() && copies[order[i + 1]].bytes.starts_with(bytes)) continue;
    if (!bytes.empty()) kept.push_back({order[i]});
  }
  for (std::size_t i = 1; i < kept.size(); ++i) {
    const std::size_t shared =
        common_bytes(copies[kept[i - 1].copy].bytes, copies[kept[i].copy].bytes);
    kept[i - 1].shared = std::max(kept[i - 1].shared, shared);
    kept[i].shared = shared;
  }
  return kept;
}

std::string_view line_at(std::string_view bytes, std::size_t start) {
  return bytes.substr(start, bytes.find('\n', start) - start);
}

Fault broken(const LedgerCopy& copy, std::size_t start) {
  const auto lines = std::ranges::count(copy.bytes.substr(0, start), '\n');
  return {
      .place = Place{copy.shown, static_cast<int>(lines) + 1, 0},
      .name = "chain-broken",
      .what = phrase(Text{"校验与本行及上一行不符：有行被改动、删除或调换",
                          "the check does not match this line and the one before: a line was "
                          "edited, removed or moved"}),
      .hint = phrase(Text{"用 sihu verify 文件 查看全部问题；从另一份副本恢复该文件",
                          "sihu verify FILE shows all of it; restore the file from another copy"})};
}

// The key of a branch, or why its line can't be one.
Result<std::string> key_of(const LedgerCopy& copy, std::size_t shared) {
  const std::size_t before =
      shared == 0 ? std::string_view::npos : copy.bytes.rfind('\n', shared - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = line_at(copy.bytes, start);
  const std::string_view key = check_of(line);
  std::string_view previous;
  if (start > 0) {
    const std::string_view above = copy.bytes.substr(0, start - 1);
    previous = check_of(above.substr(above.rfind('\n') + 1));
  }
  const std::string_view body = line.substr(0, std::min(line.rfind('\t'), line.size()));
  if (is_check(key) && chain_check(previous, body) == key) return std::string(key);
  return fail(Kind::integrity, {broken(copy, start)});
}

// Keys for branches, smallest first.
Result<void> find_keys(std::vector<LongestCopy>& branches, const std::vector<LedgerCopy>& copies) {
  Failure failure{Kind::integrity, {}};
  for (LongestCopy& branch : branches) {
    auto key = key_of(copies[branch.copy], branch.shared);
    if (key)
      branch.key = std::move(*key);
    else
      std::ranges::move(key.error().faults, std::back_inserter(failure.faults));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  std::ranges::sort(branches, {}, &LongestCopy::key);
  // Two lines with one check: made on purpose, by trying billions of texts. One name can't hold
  // both.
  const auto twin = std::ranges::adjacent_find(branches, {}, &LongestCopy::key);
  if (twin == branches.end()) return {};
  return fail(Kind::integrity, {broken(copies[twin->copy], twin->shared)});
}

bool is_there(const Union::Kept& kept, const std::vector<LedgerCopy>& copies) {
  return std::ranges::any_of(copies, [&](const LedgerCopy& copy) {
    return copy.stored_as == kept.name && copy.bytes == copies[kept.copy].bytes;
  });
}

}  // namespace

std::size_t common_bytes(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at < size) {
    const std::size_t step = std::min(block, size - at);
    if (std::memcmp(a.data() + at, b.data() + at, step) != 0) break;
    at += step;
  }
  while (at < size && a[at] == b[at]) ++at;
  return at;
}

std::string fork_name(std::string_view plain, std::string_view key) {
  return std::string(plain.substr(0, plain.size() - ending.size())) + '~' + std::string(key) +
         std::string(ending);
}

std::string plain_ledger_name(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::size_t tilde = name.find('~', slash == std::string_view::npos ? 0 : slash);
  if (tilde == std::string_view::npos) return std::string(name);
  return std::string(name.substr(0, tilde)) + std::string(ending);
}

Result<Union> unite(const std::string& plain, const std::vector<LedgerCopy>& copies) {
  std::vector<LongestCopy> branches = longest(copies);
  if (branches.size() > 1)
    if (auto found = find_keys(branches, copies); !found) return tl::unexpected(found.error());
  Union united;
  for (const LongestCopy& branch : branches)
    united.files.push_back(
        {united.files.empty() ? plain : fork_name(plain, branch.key), branch.copy});
  // Forks first: whatever stands under the plain name has its own by the time it is replaced.
  for (auto kept = united.files.rbegin(); kept != united.files.rend(); ++kept)
    if (!is_there(*kept, copies)) united.place.push_back(*kept);
  for (const LedgerCopy& copy : copies)
    if (!copy.stored_as.empty() && !united.files.empty() &&
        std::ranges::find(united.files, copy.stored_as, &Union::Kept::name) == united.files.end())
      united.remove.push_back(copy.stored_as);
  std::ranges::sort(united.remove);
  return united;
}

}  // namespace sihu
