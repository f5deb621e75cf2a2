#include "tools/cli/late_entry.hpp"

namespace sihu {
namespace {

void check_flags(const LateEntry& late, std::vector<Fault>& faults) {
  if (late.on && late.reason.empty())
    faults.push_back({{},
                      "missing-reason",
                      phrase(Text{"补录（--on）须用 --reason 说明为何补录",
                                  "--on needs --reason: why it is recorded only now"})});
  if (!late.on && !late.reason.empty())
    faults.push_back({{},
                      "reason-without-on",
                      phrase(Text{"--reason 只和 --on 一起用", "--reason goes with --on only"})});
}

}  // namespace

void declare_late_entry(Flags& flags, LateEntry& late, Text day) {
  flags.date("--on", late.on, day);
  flags.text("--reason", late.reason, {"为何补录", "why it is recorded only now"});
}

Result<void> check_late_entry(const LateEntry& late, Quarter quarter, Date today,
                              const LateEntryHints& hints) {
  std::vector<Fault> faults;
  check_flags(late, faults);
  if (late.on && today < *late.on)
    faults.push_back(
        {{},
         "on-in-the-future",
         phrase(Text{"--on {0} 还没到", "--on {0} has not come yet"}, to_string(*late.on))});
  if (!late.on && quarter < Quarter::of(today))
    faults.push_back({{},
                      "past-quarter",
                      phrase(Text{"{0} 已过，今天是 {1}", "{0} is over, today is {1}"},
                             to_string(quarter), to_string(today)),
                      phrase(hints.flags)});
  if (late.on && Quarter::of(*late.on) != quarter)
    faults.push_back({{},
                      "on-outside-quarter",
                      phrase(Text{"--on {0} 不在 {1} 内", "--on {0} is not in {1}"},
                             to_string(*late.on), to_string(quarter)),
                      phrase(hints.other_quarter, to_string(Quarter::of(*late.on)))});
  if (faults.empty()) return {};
  return fail(Kind::usage, std::move(faults));
}

}  // namespace sihu
