#include "problem/waiver.hpp"

#include "problem/state.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::optional<Waiver> waiver_of(const Event& event, const Zone& zone) {
  if (event.name != "waive.grant") return std::nullopt;
  const std::size_t slash = event.subject.find('/');
  const auto until = Date::parse(event.get("until"));
  if (slash == std::string::npos || !until) return std::nullopt;
  return Waiver{event.subject.substr(0, slash),
                event.subject.substr(slash + 1),
                day_of(event, zone),
                *until,
                event.person,
                std::string(event.get("note"))};
}

void add(std::vector<Fault>& faults, std::string name, Phrase what) {
  faults.push_back({{}, std::move(name), std::move(what)});
}

}  // namespace

std::vector<Waiver> fold_waivers(const Ledger& ledger, const Zone& zone) {
  std::vector<Waiver> waivers;
  for (const Entry& entry : ledger.entries)
    if (auto waiver = waiver_of(entry.event, zone)) waivers.push_back(std::move(*waiver));
  return waivers;
}

const Waiver* waiver_for(const std::vector<Waiver>& waivers, std::string_view branch,
                         std::string_view item, Date day) {
  const Waiver* last = nullptr;
  for (const Waiver& waiver : waivers)
    if (waiver.branch == branch && waiver.item == item && waiver.granted <= day) last = &waiver;
  return last && last->holds_on(day) ? last : nullptr;
}

Result<Draft> grant_waiver(const WaiverRequest& request, const std::vector<const Item*>& items,
                           const Person& person, Date today) {
  if (request.note.empty())
    return fail(Kind::usage, "note-missing",
                phrase(Text{"豁免必须用 --note 说明理由", "a waiver needs a reason, with --note"}));
  if (items.empty())
    return fail(
        Kind::input, "unknown-item",
        phrase(Text{"没有检查表含有条目 {0}", "no checklist has the item {0}"}, request.item));
  std::vector<Fault> faults;
  if (!person.has_role(RoleName::committee, today))
    add(faults, "not-entitled",
        phrase(Text{"{0}不是委员会，只有委员会可以批准豁免",
                    "{0} is not of the committee, which alone grants waivers"},
               person.name));
  if (std::ranges::any_of(items, &Item::veto))
    add(faults, "veto-not-waivable",
        phrase(Text{"{0} 是一票否决项，不能豁免", "{0} is a veto item, which cannot be waived"},
               request.item));
  if (request.until < today)
    add(faults, "until-in-past",
        phrase(Text{"截止日 {0} 早于今天 {1}", "the last day {0} is before today, {1}"},
               to_string(request.until), to_string(today)));
  const Date last = today + longest_waiver_days;
  if (request.until > last)
    add(faults, "until-too-late",
        phrase(Text{"截止日 {0} 太晚：豁免一次最多 {1} 天（最晚 {2}）",
                    "the last day {0} is too late: a waiver lasts at most {1} days (at the latest: "
                    "{2})"},
               to_string(request.until), longest_waiver_days, to_string(last)));
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return Draft{"waive.grant",
               request.branch + '/' + request.item,
               {{"until", to_string(request.until)}, {"note", request.note}}};
}

}  // namespace sihu
