#include "ledger/file.hpp"
#include "ledger/line.hpp"
#include "ledger/plain_file.hpp"
#include "problem/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Any bytes as a ledger file: it is read or refused; what was read is written back to the same
// bytes, and folding it must not fail.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sihu;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // The look in passing accepts no more than the reader, and sees the same lines.
  std::size_t passed = 0;
  const auto plain = pass_through(
      text, false, [&](const PlainLine&, std::string_view, std::uint32_t) { ++passed; });
  auto file = read_ledger_file(text, "fuzz.tsv", false);
  if (plain && (!file || file->events.size() != passed || plain->lines != passed ||
                file->header != plain->header))
    std::abort();
  if (!file) return 0;
  std::size_t at = text.find('\n') + 1;
  for (const Event& event : file->events) {
    const std::size_t end = text.find('\n', at);
    const std::string_view line = text.substr(at, end - at);
    const auto written = write_line(event);
    if (!written || *written + '\t' + event.check != line) std::abort();
    at = end + 1;
  }
  const Ledger ledger = join_ledger({*std::move(file)});
  fold_problems(ledger, Organisation{}, Zone{});
  return 0;
}
