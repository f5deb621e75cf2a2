#include "ledger/file.hpp"
#include "ledger/line.hpp"
#include "problem/problem.hpp"
#include "snapshot/open_row.hpp"
#include "snapshot/quick_fold.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace sihu;

std::string text_of(std::string_view id, Status status, Date due, std::string_view owner) {
  return std::string(id) + '|' + std::string(to_string(status)) + '|' + to_string(due) + '|' +
         std::string(owner);
}

// What the quick fold says is open.
std::multiset<std::string> quick_open(const QuickFold& fold,
                                      const std::vector<std::string>& lines) {
  OpenRows rows;
  fold.for_each_open([&](const Record& record) {
    const auto life = fold.life_of(record);
    add_row(rows, *split_line(lines[record.offset]), life.record, life.request, fold.people());
  });
  std::multiset<std::string> open;
  for (const std::uint32_t start : rows.starts) {
    const OpenRow row = read_open_row(rows.bytes.data() + start);
    open.insert(text_of(row.id, row.status, row.due, row.owner));
  }
  return open;
}

}  // namespace

// Any ledger file that can be read: the quick fold, its lines turned round, and the whole fold say
// the same of every life that the quick one does not leave to the other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto file = read_ledger_file({reinterpret_cast<const char*>(data), size}, "fuzz.tsv", false);
  if (!file) return 0;
  std::vector<std::string> lines;
  for (const Event& event : file->events) lines.push_back(whole_line(event));
  const Ledger ledger = join_ledger({*std::move(file)});
  QuickFold fold{Zone{}};
  for (std::size_t i = lines.size(); i-- > 0;)
    if (const auto raw = split_line(lines[i]))
      fold.take(*raw, tail_fields(*raw), static_cast<std::uint32_t>(i));
  fold.finish();
  const auto odd = fold.odd_subjects();
  std::multiset<std::string> whole;
  for (const Problem& problem : fold_problems(ledger, Organisation{}, Zone{}).problems)
    if (!problem.ended() && !odd.contains(std::string(problem.subject())))
      whole.insert(text_of(problem.id, problem.status, problem.due, problem.owner));
  if (quick_open(fold, lines) != whole) std::abort();
  return 0;
}
