#include "store/forgetting_lines.hpp"

#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "problem/archiving.hpp"
#include "problem/forgetting.hpp"
#include "problem/signing.hpp"
#include "store/find_bytes.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool counts(const StandingLine& line, const Event& event, const Workspace& workspace) {
  const Organisation& organisation = workspace.organisation();
  const Zone& zone = workspace.zone();
  const bool rightful = event.name == archive_event
                            ? is_rightful_archiving(event, organisation, zone)
                            : is_entitled_to_forget(event, organisation, zone);
  return rightful && is_signed_as_demanded(line, event, zone.date_of(event.at), organisation);
}

// The check that ends the line before `begin`.
std::string_view check_before(std::string_view text, std::size_t begin) {
  return begin <= check_digits ? std::string_view{}
                               : text.substr(begin - 1 - check_digits, check_digits);
}

}  // namespace

std::vector<ForgettingLine> forgetting_lines(std::string_view text, std::string_view event_name,
                                             const std::string& shown, const Workspace& workspace) {
  const std::string column = '\t' + std::string(event_name) + '\t';
  std::vector<ForgettingLine> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t at = find_bytes(text.substr(from), column);
    if (at == std::string_view::npos) break;
    const std::size_t begin = text.rfind('\n', from + at) + 1;
    const std::size_t end = text.find('\n', from + at);
    if (end == std::string_view::npos) break;  // a torn end is no line
    const StandingLine line{text.substr(begin, end - begin), check_before(text, begin)};
    if (auto event = read_line(line.bytes, shown, 0)) {
      const bool good = counts(line, *event, workspace);
      lines.push_back({std::move(*event), good});
    }
    from = end;
  }
  return lines;
}

}  // namespace sihu
