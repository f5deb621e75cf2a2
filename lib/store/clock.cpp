#include "store/clock.hpp"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>

namespace sihu {
namespace {

using std::chrono::seconds;

// `+08:00` as seconds east.
std::optional<int> parse_offset(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  int digits[4];
  for (int i = 0; i < 4; ++i) {
    digits[i] = text[static_cast<std::size_t>(i < 2 ? i + 1 : i + 2)] - '0';
    if (digits[i] < 0 || digits[i] > 9) return std::nullopt;
  }
  const int hours = 10 * digits[0] + digits[1];
  const int minutes = 10 * digits[2] + digits[3];
  if (hours > 14 || minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -60 : 60) * (60 * hours + minutes);
}

Zone copy_zone(const date::time_zone& source, std::string_view name) {
  const date::sys_seconds first = date::sys_days{date::year{1970} / 1 / 1};
  const date::sys_seconds end = date::sys_days{date::year{2100} / 1 / 1};
  auto info = source.get_info(first);
  Zone zone{std::string(name), static_cast<int>(info.offset.count()), {}};
  while (info.end < end) {
    info = source.get_info(info.end);
    const int offset = static_cast<int>(info.offset.count());
    const int before = zone.changes.empty() ? zone.seconds_east : zone.changes.back().seconds_east;
    if (offset != before)
      zone.changes.push_back({Instant{info.begin.time_since_epoch().count() * 1000}, offset});
  }
  return zone;
}

}  // namespace

Instant system_time() {
  using namespace std::chrono;
  return Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::vector<std::string> zone_names() {
  std::vector<std::string> names;
  try {
    const date::tzdb& known = date::get_tzdb();
    for (const date::time_zone& zone : known.zones) names.push_back(zone.name());
#if !USE_OS_TZDB
    for (const auto& link : known.links) names.push_back(link.name());
#endif
  } catch (const std::exception&) {
    return {};
  }
  std::ranges::sort(names);
  return names;
}

Result<Zone> load_zone(std::string_view name) {
  if (name == "Asia/Shanghai") return Zone{};
  if (name == "UTC") return Zone{"UTC", 0, {}};
  if (const auto offset = parse_offset(name)) return Zone{std::string(name), *offset, {}};
  try {
    return copy_zone(*date::locate_zone(std::string(name)), name);
  } catch (const std::exception&) {
    return fail(
        Kind::input, "unknown-timezone",
        phrase(Text{"本机不认识时区“{0}”", "this machine knows no time zone \"{0}\""}, name),
        phrase(Text{"写 Asia/Shanghai、其他 IANA 名称或 +08:00，或安装 tzdata",
                    "write Asia/Shanghai, another IANA name or +08:00, or install tzdata"}));
  }
}

}  // namespace sihu
