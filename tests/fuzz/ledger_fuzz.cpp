#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ledger/file.hpp"
#include "ledger/line.hpp"
#include "problem/problem.hpp"

// Any bytes as a ledger file: it is read or refused; what was read is written back to the same
// bytes, and folding it must not fail.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sihu;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto file = read_ledger_file(text, "fuzz.tsv", false);
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
