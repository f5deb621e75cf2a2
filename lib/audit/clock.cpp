#include "audit/tests.hpp"
#include "base/utf8.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

constexpr std::int64_t minute = 60 * 1000;  // milliseconds

struct SetBack {
  std::vector<std::size_t> entries;
  std::int64_t most = 0;  // milliseconds behind
};

std::string device_of(const Header& header) {
  return header.branch + "." + header.device;
}

Question question_about(const std::string& device, const SetBack& set_back, const Ledger& ledger,
                        const Zone& zone) {
  Question question;
  question.test = AuditTest::clock;
  question.about = About::device;
  question.ids = {visible(device)};
  question.statistic = std::to_string(set_back.most / minute);
  question.n = set_back.entries.size();
  question.entries = set_back.entries;
  const Event& first = ledger.entries[set_back.entries.front()].event;
  question.words =
      phrase(Text{"请了解设备 {0}：有 {1} 行记录时，机器时钟比已记的还早，最多早 {2} "
                  "分钟；最先一行时钟是 {3}",
                  "Ask about the device {0}: {1} recorded while its clock was behind what had been "
                  "recorded, by {2} at most; at the first of them it said {3}"},
             question.ids.front(), counted(static_cast<std::ptrdiff_t>(question.n), "line"),
             counted(static_cast<std::ptrdiff_t>(set_back.most / minute), "minute"),
             to_local_string(recorded_at(first), zone));
  return question;
}

}  // namespace

TestResult ask_clocks(const Ledger& ledger, const Zone& zone, Quarter quarter) {
  std::map<std::string, SetBack> devices;
  TestResult result;
  result.test = AuditTest::clock;
  result.over = phrase(Text{"{0} 的行", "lines of {0}"}, to_string(quarter));
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Entry& entry = ledger.entries[i];
    const Header& header = ledger.files[entry.file].header;
    if (header.quarter != quarter) continue;
    ++result.looked_at;
    const std::int64_t behind = entry.event.at.milliseconds - recorded_at(entry.event).milliseconds;
    if (behind <= minute) continue;
    SetBack& set_back = devices[device_of(header)];
    set_back.entries.push_back(i);
    set_back.most = std::max(set_back.most, behind);
  }
  for (const auto& [device, set_back] : devices)
    result.questions.push_back(question_about(device, set_back, ledger, zone));
  return result;
}

}  // namespace sihu
