#include "gate/fullwidth.hpp"

#include "base/utf8.hpp"

namespace sihu {

int find_fullwidth_colon(std::string_view line) {
  static constexpr std::string_view colon = "：";
  static constexpr int longest_key = 24;
  const std::size_t start = line.find_first_not_of(" -{");
  if (start == std::string_view::npos) return 0;
  // No further than the longest key may reach: a line can be megabytes long.
  const std::size_t at =
      line.substr(0, start + 4 * std::size_t{longest_key} + colon.size()).find(colon, start);
  if (at == std::string_view::npos || at == start) return 0;
  const std::string_view key = line.substr(start, at - start);
  if (key.find_first_of(" :#\"'") != std::string_view::npos) return 0;
  if (count_code_points(key) > longest_key) return 0;
  return static_cast<int>(count_code_points(line.substr(0, at))) + 1;
}

Fault fullwidth_colon_fault(const Source& source, const Place& place) {
  return source.fault(
      place, 1, "fullwidth-colon",
      phrase(Text{"键后面是全角冒号“：”，应为半角冒号加空格",
                  "there is a full-width colon (：) behind the key, expected a colon "
                  "and a blank"}),
      phrase(Text{"把“：”改成“: ”", "change ： to `: `"}));
}

}  // namespace sihu
