#include "check/settlements.hpp"

#include "check/answer.hpp"
#include "check/key.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace sihu {
namespace {

// The lines of one item of a check.
struct ItemLines {
  std::unordered_map<std::string_view, std::size_t> by_check;  // entries
  std::vector<std::size_t> settlements;                        // entries, in ledger order
};

std::map<std::string_view, ItemLines> lines_of_items(const Ledger& ledger) {
  std::map<std::string_view, ItemLines> items;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    if (!event.name.starts_with("check.")) continue;
    ItemLines& lines = items[event.subject];
    lines.by_check.emplace(event.check, i);
    if (event.name == "check.settle") lines.settlements.push_back(i);
  }
  return items;
}

// Whether who wrote `later` had seen `earlier`: `after=` leads from one to the other. A line leads
// only to lines before it, so this ends.
bool rests_on(const Ledger& ledger, const ItemLines& lines, std::size_t later,
              std::size_t earlier) {
  while (later > earlier) {
    const auto before = lines.by_check.find(ledger.entries[later].event.get("after"));
    if (before == lines.by_check.end() || before->second >= later) return false;
    later = before->second;
  }
  return later == earlier;
}

// The problem that stands because of an answer: of its person, at its item, written behind it.
std::string opened_by(const GivenAnswer& given, const CheckKey& key, const std::string& item,
                      const ProblemList& problems) {
  const auto found = std::ranges::find_if(problems.problems, [&](const Problem& problem) {
    return problem.quarter == key.quarter && problem.branch == key.branch &&
           problem.checklist == key.checklist && problem.by == key.by && problem.item == item &&
           problem.opened_by == given.person && problem.opened_at >= given.at && !problem.ended();
  });
  return found == problems.problems.end() ? std::string() : found->id;
}

bool contradict(const Event& one, const Event& other) {
  const auto a = answer_of(one);
  const auto b = answer_of(other);
  return a && b && !judges_alike(*a, *b);
}

}  // namespace

Phrase SettledApart::why(const Ledger& ledger) const {
  return phrase(Text{"裁定时还不知道 {0} 的另一裁定，以那一行为准",
                     "settled without knowing {0}, which settles it otherwise and counts instead"},
                to_string(ledger.place(ledger.entries[counts])));
}

std::vector<SettledApart> settlements_apart(const Ledger& ledger) {
  std::vector<SettledApart> apart;
  for (const auto& [subject, lines] : lines_of_items(ledger)) {
    if (lines.settlements.size() < 2) continue;
    const std::size_t counts = lines.settlements.back();
    const std::size_t other = lines.settlements[lines.settlements.size() - 2];
    if (!rests_on(ledger, lines, counts, other) &&
        contradict(ledger.entries[counts].event, ledger.entries[other].event))
      apart.push_back({other, counts});
  }
  std::ranges::sort(apart, {}, &SettledApart::entry);
  return apart;
}

Phrase AnsweredAfterSign::why(const Ledger& ledger) const {
  const Event& event = ledger.entries[entry].event;
  const auto subject = parse_check_subject(event.subject);
  if (!problem.empty())
    return phrase(
        Text{
            "{0} 作答时 {1} 已签字，不计，但它开出的问题 {3} 仍在清单上；要计入由组长或委员会裁定："
            "{2}；不成立则撤销问题：sihu rectify withdraw {3} --reason 原因",
            "{0} answered behind the signature of {1}, which does not count, but {3}, which that "
            "opened, stands on the problem list; to have the answer count a leader or the "
            "committee settles it: {2}; if it is none: sihu rectify withdraw {3} --reason TEXT"},
        event.person, signed_off.person,
        subject ? settle_command(subject->key, subject->item) : std::string(), problem);
  return phrase(
      Text{"{0} 作答时 {1} 已签字，不计；要计入由组长或委员会裁定：{2}",
           "{0} answered behind the signature of {1}, which does not count; to have it count a "
           "leader or the committee settles it: {2}"},
      event.person, signed_off.person,
      subject ? settle_command(subject->key, subject->item) : std::string());
}

std::vector<AnsweredAfterSign> answers_after_sign(const Ledger& ledger,
                                                  const ProblemList& problems) {
  std::vector<AnsweredAfterSign> all;
  for (const auto& [key, state] : fold_checks(ledger)) {
    if (!state.signed_off) continue;
    for (const auto& [item, said] : state.items)
      for (const GivenAnswer& given : waiting_after_sign(said))
        all.push_back({given.entry, *state.signed_off, opened_by(given, key, item, problems)});
  }
  std::ranges::sort(all, {}, &AnsweredAfterSign::entry);
  return all;
}

Phrase AnsweredApart::why(const Ledger& ledger) const {
  const Event& event = ledger.entries[entry].event;
  const auto subject = parse_check_subject(event.subject);
  return phrase(Text{"{0} "
                     "在两处各答了一次，互不知道，结论不同（另一处：{1}"
                     "）；两个都算待定，由本人再答一次，或裁定：{2}",
                     "{0} answered on two machines that did not know of each other, and "
                     "differently (the other: "
                     "{1}); neither counts alone: answer again, or have it settled: {2}"},
                event.person, to_string(ledger.place(ledger.entries[other])),
                subject ? settle_command(subject->key, subject->item) : std::string());
}

std::vector<AnsweredApart> answers_apart(const Ledger& ledger) {
  std::vector<AnsweredApart> all;
  for (const auto& [key, state] : fold_checks(ledger))
    for (const auto& [item, said] : state.items)
      for (std::size_t i = 0; i + 1 < said.standing.size(); ++i)
        for (std::size_t k = i + 1; k < said.standing.size(); ++k)
          if (said.standing[i].person == said.standing[k].person)
            all.push_back({said.standing[i].entry, said.standing[k].entry});
  std::ranges::sort(all, {}, &AnsweredApart::entry);
  return all;
}

}  // namespace sihu
