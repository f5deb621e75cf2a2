#include "problem/forgetting.hpp"

#include "problem/archiving.hpp"
#include "problem/state.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t short_digits = 16;  // as `org=` and `doc=` have them

std::string_view digest_of(std::string_view name) {
  return name.substr(0, name.find('.'));
}

Result<void> check_reason(std::string_view reason) {
  if (reason.find_first_not_of(" \t\r\n") != std::string_view::npos) return {};
  return fail(Kind::usage, "reason-missing",
              phrase(Text{"必须用 --reason 说明理由", "this needs a reason, with --reason"}));
}

void check_committee(const Person& person, Date today, std::vector<Fault>& faults) {
  if (!person.has_role(RoleName::committee, today))
    faults.push_back({{},
                      "not-entitled",
                      phrase(Text{"{0}不是委员会，只有委员会可以决定遗忘什么",
                                  "{0} is not of the committee, which alone decides what is "
                                  "forgotten"},
                             person.name)});
}

bool names_document(const Event& event, std::string_view digits) {
  return event.get("org") == digits || event.get("doc").find(digits) != std::string_view::npos;
}

}  // namespace

bool is_about_forgetting(std::string_view event_name) {
  return event_name == removal_event || event_name == redaction_event ||
         event_name == archive_event;
}

bool is_entitled_to_forget(const Event& event, const Organisation& organisation, const Zone& zone) {
  const Person* person = organisation.find_person(event.person);
  return is_about_forgetting(event.name) && event.get("role") == to_string(RoleName::committee) &&
         person && person->has_role(RoleName::committee, zone.date_of(event.at));
}

std::vector<Removal> fold_removals(const Ledger& ledger, const Organisation& organisation,
                                   const Zone& zone) {
  std::vector<Removal> removals;
  for (const Entry& entry : ledger.entries) {
    const Event& event = entry.event;
    if (event.name == removal_event && is_entitled_to_forget(event, organisation, zone))
      removals.push_back({event.subject, event.person, day_of(event, zone),
                          std::string(event.get("reason")), ledger.place(entry)});
  }
  return removals;
}

const Removal* removal_of(const std::vector<Removal>& removals, std::string_view name) {
  const auto found = std::ranges::find(
      removals, digest_of(name), [](const Removal& removal) { return digest_of(removal.name); });
  return found == removals.end() ? nullptr : &*found;
}

std::vector<Redaction> fold_redactions(const Ledger& ledger, const Organisation& organisation,
                                       const Zone& zone) {
  std::vector<Redaction> redactions;
  for (const Entry& entry : ledger.entries) {
    const Event& event = entry.event;
    if (event.name == redaction_event && is_entitled_to_forget(event, organisation, zone) &&
        std::ranges::find(redactions, event.subject, &Redaction::check) == redactions.end())
      redactions.push_back({event.subject, event.person, day_of(event, zone),
                            std::string(event.get("reason")), ledger.place(entry)});
  }
  return redactions;
}

Result<Draft> redact_line(const Event& line, std::string_view reason, const Person& person,
                          Date today) {
  if (auto given = check_reason(reason); !given) return tl::unexpected(given.error());
  std::vector<Fault> faults;
  check_committee(person, today, faults);
  if (std::ranges::none_of(line.fields, is_text_key, &Field::key))
    faults.push_back({{},
                      "no-text",
                      phrase(Text{"这一行（{0}）没有可隐去的文字",
                                  "this line ({0}) has no text that could be hidden"},
                             line.name)});
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return Draft{std::string(redaction_event), line.check, {{"reason", std::string(reason)}}};
}

Result<Draft> remove_evidence(std::string_view name, std::string_view reason, const Ledger& ledger,
                              const Person& person, Date today) {
  if (auto given = check_reason(reason); !given) return tl::unexpected(given.error());
  std::vector<Fault> faults;
  check_committee(person, today, faults);
  const std::string_view digits = name.substr(0, short_digits);
  const auto rests_on = std::ranges::find_if(ledger.entries, [&](const Entry& entry) {
    return name.ends_with(".yaml") && names_document(entry.event, digits);
  });
  if (rests_on != ledger.entries.end())
    faults.push_back(
        {{},
         "document-in-use",
         phrase(Text{"{0} 是留存的文件，{1} 等行依此判定，不能删除",
                     "{0} is a kept document that {1} and maybe others were judged by; it can't "
                     "be removed"},
                name, to_string(ledger.place(*rests_on)))});
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return Draft{std::string(removal_event), std::string(name), {{"reason", std::string(reason)}}};
}

}  // namespace sihu
