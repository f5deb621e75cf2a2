#include "store/clock.hpp"

#ifdef SIHU_STATIC
#include <absl/time/internal/cctz/include/cctz/time_zone.h>
#else
#include <cctz/time_zone.h>
#endif

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace sihu {
namespace {

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

// Debian's cctz is a shared library alone; a program that is one file takes the copy in Abseil,
// which is the same.
#ifdef SIHU_STATIC
namespace cctz = absl::time_internal::cctz;
#endif

// Every change of the offset between two moments, as Unix seconds.
Zone copy_zone(const cctz::time_zone& source, std::string_view name) {
  using Seconds = cctz::time_point<cctz::seconds>;
  const Seconds end = cctz::convert(cctz::civil_year(2100), cctz::utc_time_zone());
  Seconds at{};
  Zone zone{std::string(name), source.lookup(at).offset, {}};
  for (cctz::time_zone::civil_transition change; source.next_transition(at, &change);) {
    at = source.lookup(change.to).trans;
    if (at >= end) break;
    const int offset = source.lookup(at).offset;
    const int before = zone.changes.empty() ? zone.seconds_east : zone.changes.back().seconds_east;
    const Instant from{std::chrono::milliseconds(at.time_since_epoch()).count()};
    if (offset != before) zone.changes.push_back({from, offset});
  }
  return zone;
}

// Where cctz looks too.
std::filesystem::path zone_folder() {
  const char* named = std::getenv("TZDIR");
  return named && *named ? named : "/usr/share/zoneinfo";
}

}  // namespace

Instant system_time() {
  using namespace std::chrono;
  return Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::int64_t uptime_milliseconds() {
  timespec since{};
  ::clock_gettime(CLOCK_BOOTTIME, &since);
  return std::int64_t{since.tv_sec} * 1000 + since.tv_nsec / 1'000'000;
}

std::string boot_of_machine() {
  std::ifstream in("/proc/sys/kernel/random/boot_id");
  std::string text;
  std::getline(in, text);
  return text;
}

std::vector<std::string> zone_names() {
  // The table of zones and links that tzdata carries beside its compiled files: "Z name …" begins a
  // zone, "L zone name" is another name for one.
  std::ifstream table(zone_folder() / "tzdata.zi");
  std::vector<std::string> names;
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    std::string kind, first, second;
    words >> kind >> first >> second;
    if (kind == "Z") names.push_back(first);
    if (kind == "L") names.push_back(second);
  }
  std::ranges::sort(names);
  return names;
}

Result<Zone> load_zone(std::string_view name) {
  if (name == "Asia/Shanghai") return Zone{};
  if (name == "UTC") return Zone{"UTC", 0, {}};
  if (const auto offset = parse_offset(name)) return Zone{std::string(name), *offset, {}};
  cctz::time_zone zone;
  // A name and nothing else: cctz would open any file of that path, and knows names of its own.
  const bool is_name = !name.empty() && name[0] != '/' && name.find("..") == name.npos &&
                       !name.starts_with("Fixed/") && !name.starts_with("libc:");
  if (is_name && cctz::load_time_zone(std::string(name), &zone)) return copy_zone(zone, name);
  return fail(Kind::input, "unknown-timezone",
              phrase(Text{"本机不认识时区“{0}”", "this machine knows no time zone \"{0}\""}, name),
              phrase(Text{"写 Asia/Shanghai、其他 IANA 名称或 +08:00，或安装 tzdata",
                          "write Asia/Shanghai, another IANA name or +08:00, or install tzdata"}));
}

}  // namespace sihu
