#include "problem/archiving.hpp"

#include "problem/forgetting.hpp"
#include "problem/problem_id.hpp"
#include "problem/state.hpp"
#include "problem/waiver.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace sihu {
namespace {

constexpr std::size_t most_named = 10;

std::size_t number_in(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void add(std::vector<Fault>& faults, std::string name, Phrase what, Phrase hint = {}) {
  faults.push_back({{}, std::move(name), std::move(what), std::move(hint)});
}

void check_age(Quarter quarter, const ArchiveScene& scene, std::vector<Fault>& faults) {
  const std::string& retention = scene.organisation.retention;
  if (retention.empty())
    return add(faults, "no-retention",
               phrase(Text{"sihu.yaml 没有写 retention（保留多久），不能归档",
                           "sihu.yaml has no retention:, so nothing may be archived"}),
               phrase(Text{"例如 retention: 3y", "for example retention: 3y"}));
  const Date from = archivable_from(quarter, retention);
  if (scene.today < from)
    add(faults, "not-old-enough",
        phrase(Text{"{0} 须保留到期，{1} 起才可归档（retention: {2}）",
                    "{0} may be archived from {1} on (retention: {2})"},
               to_string(quarter), to_string(from), retention));
}

void check_oldest(Quarter quarter, const ArchiveScene& scene, std::vector<Fault>& faults) {
  std::set<Quarter> earlier;
  // By lines, not by files: one that a crash left without its header is of no quarter.
  for (const Entry& entry : scene.ledger.entries) {
    const Quarter of = scene.ledger.files[entry.file].header.quarter;
    if (of < quarter) earlier.insert(of);
  }
  if (!earlier.empty())
    add(faults, "earlier-quarter",
        phrase(Text{"台账中还有更早的 {0}，应从最早的开始归档",
                    "{0} is still in the ledger; the oldest goes first"},
               to_string(*earlier.begin())));
}

bool has_line_until(const Problem& problem, Quarter quarter, const Ledger& ledger) {
  return std::ranges::any_of(problem.history, [&](const HistoryStep& step) {
    return ledger.files[ledger.entries[step.entry].file].header.quarter <= quarter;
  });
}

void check_problems(Quarter quarter, const ArchiveScene& scene, std::vector<Fault>& faults) {
  std::string ids;
  std::size_t count = 0;
  for (const Problem& problem : scene.problems.problems) {
    if (problem.ended() || !has_line_until(problem, quarter, scene.ledger)) continue;
    if (++count <= most_named) ids += (count > 1 ? ", " : "") + problem.id;
  }
  if (count > most_named) ids += ", …";
  if (count > 0)
    add(faults, "problems-not-ended",
        phrase(
            Text{"其中有 {0} 个问题尚未了结：{1}", "problems in it that have not ended, {0}: {1}"},
            count, ids));
}

void check_waivers(Quarter quarter, const ArchiveScene& scene, std::vector<Fault>& faults) {
  for (const Waiver& waiver : fold_waivers(scene.ledger, scene.zone))
    if (Quarter::of(waiver.granted) <= quarter && waiver.until >= scene.today)
      add(faults, "waiver-holds",
          phrase(Text{"其中对 {0} 的 {1} 的豁免到 {2} 才满",
                      "a waiver in it, of {1} at {0}, holds until {2}"},
                 waiver.branch, waiver.item, to_string(waiver.until)));
}

}  // namespace

bool is_rightful_archiving(const Event& event, const Organisation& organisation, const Zone& zone) {
  const auto quarter = Quarter::parse(event.subject);
  return event.name == archive_event && quarter && quarter->last_day() < zone.date_of(event.at) &&
         is_entitled_to_forget(event, organisation, zone);
}

std::vector<ArchivedQuarter> fold_archived(const Ledger& ledger, const Organisation& organisation,
                                           const Zone& zone) {
  std::vector<ArchivedQuarter> archived;
  for (const Entry& entry : ledger.entries) {
    const Event& event = entry.event;
    if (!is_rightful_archiving(event, organisation, zone)) continue;
    const auto quarter = Quarter::parse(event.subject);
    archived.push_back({*quarter,
                        event.person,
                        day_of(event, zone),
                        std::string(event.get("reason")),
                        {number_in(event.get("files")), number_in(event.get("lines")),
                         std::string(event.get("fingerprint")), std::string(event.get("archive"))},
                        ledger.place(entry)});
  }
  return archived;
}

std::optional<Quarter> last_archived(const std::vector<ArchivedQuarter>& archived) {
  const auto last = std::ranges::max_element(archived, {}, &ArchivedQuarter::quarter);
  return last == archived.end() ? std::nullopt : std::optional(last->quarter);
}

bool is_about_archived(std::string_view subject, std::optional<Quarter> last) {
  const auto id = parse_problem_id(subject);
  return id && last && id->quarter <= *last;
}

Date archivable_from(Quarter quarter, std::string_view retention) {
  const auto count = static_cast<int>(number_in(retention));
  const Date last = quarter.last_day();
  if (retention.ends_with('d')) return last + (count + 1);
  const auto months = std::chrono::months(retention.ends_with('y') ? 12 * count : count);
  // The last day of that month: a quarter ends with a month.
  const auto ymd = last.ymd();
  const std::chrono::year_month then = std::chrono::year_month{ymd.year(), ymd.month()} + months;
  return Date(std::chrono::sys_days{then / std::chrono::last}) + 1;
}

Result<void> check_archivable(Quarter quarter, std::string_view reason, const ArchiveScene& scene) {
  if (reason.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return fail(Kind::usage, "reason-missing",
                phrase(Text{"必须用 --reason 说明理由", "this needs a reason, with --reason"}));
  std::vector<Fault> faults;
  if (!scene.person.has_role(RoleName::committee, scene.today))
    add(faults, "not-entitled",
        phrase(Text{"{0}不是委员会，只有委员会可以决定遗忘什么",
                    "{0} is not of the committee, which alone decides what is forgotten"},
               scene.person.name));
  check_age(quarter, scene, faults);
  check_oldest(quarter, scene, faults);
  check_problems(quarter, scene, faults);
  check_waivers(quarter, scene, faults);
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return {};
}

Draft archive_draft(Quarter quarter, const QuarterContents& contents, std::string_view reason) {
  return {std::string(archive_event),
          to_string(quarter),
          {{"reason", std::string(reason)},
           {"archive", contents.archive},
           {"files", std::to_string(contents.files)},
           {"fingerprint", contents.fingerprint},
           {"lines", std::to_string(contents.lines)}}};
}

}  // namespace sihu
