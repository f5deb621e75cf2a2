#include "store/verify_forgetting.hpp"

#include "ledger/chain.hpp"
#include "problem/forgetting.hpp"
#include "report/catalogue.hpp"
#include "store/mapped.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

void note(Verification& found, Place place, std::string name, Phrase what, Phrase hint = {}) {
  found.notes.push_back(Fault{.place = std::move(place),
                              .name = std::move(name),
                              .what = std::move(what),
                              .hint = std::move(hint),
                              .warning = true});
}

Phrase removal_words(const Removal& removal, const Organisation& organisation) {
  return phrase(
      Text{"evidence/{0} 已由{1}于 {2} 删除：{3}", "evidence/{0} was removed by {1} on {2}: {3}"},
      removal.name, person_name(organisation, removal.by), to_string(removal.on), removal.reason);
}

// Where the lines stand that are redacted; the first place of each. Gone through only when there
// are any.
std::map<std::string, Place> places_of(const std::vector<Redaction>& redactions,
                                       const std::filesystem::path& root,
                                       const std::vector<std::string>& names) {
  std::map<std::string, Place> places;
  Redactions wanted;
  for (const Redaction& redaction : redactions) wanted.add(redaction.check);
  if (wanted.empty()) return places;
  for (const std::string& name : names) {
    const auto map = MappedFile::open(root / name, name);
    if (!map) continue;
    std::string_view rest = map->bytes();
    for (int line = 1; !rest.empty(); ++line) {
      const std::string_view bytes = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), bytes.size() + 1));
      if (const auto check = check_of(bytes); wanted.hides(check))
        places.emplace(check, Place{name, line, 0});
    }
  }
  return places;
}

}  // namespace

void check_entitled(const Ledger& forgetting, const Workspace& workspace, Verification& found) {
  for (const Entry& entry : forgetting.entries) {
    const Event& event = entry.event;
    const Organisation& organisation = workspace.organisation();
    const bool entitled = is_entitled_to_forget(event, organisation, workspace.zone());
    if (entitled && (event.name != archive_event ||
                     is_rightful_archiving(event, organisation, workspace.zone())))
      continue;
    found.faults.push_back(
        {forgetting.place(entry), "not-entitled",
         entitled
             ? phrase(Text{"{0} 归档的 {1} 当时还没有过去，这一行不算数",
                           "{0} archives {1}, which was not past then: this line does not count"},
                      event.person, event.subject)
             : phrase(Text{"{0} 当日不是委员会，只有委员会可以决定遗忘什么，这一行不算数",
                           "{0} was not of the committee on that day, which alone decides what is "
                           "forgotten: this line does not count"},
                      event.person)});
  }
}

void check_removals(const std::vector<Removal>& removals, const EvidenceFolder& evidence,
                    const Organisation& organisation, Verification& found) {
  for (const Removal& removal : removals) {
    // Of two removals of one file the first counts.
    if (removal_of(removals, removal.name) != &removal) continue;
    Phrase words = removal_words(removal, organisation);
    if (!evidence.has_bytes_of(removal.name))
      note(found, removal.place, "evidence-removed", std::move(words));
    else
      note(found, removal.place, "removed-but-there",
           phrase(Text{"{0}；但文件还在", "{0}; but it is still there"}, std::move(words)),
           phrase(Text{"用同样的命令删去：sihu evidence remove {0} --reason 原因",
                       "delete it with the same command: sihu evidence remove {0} --reason TEXT"},
                  removal.name.substr(0, 16)));
  }
}

void check_redactions(const std::vector<Redaction>& redactions, const Workspace& workspace,
                      const std::vector<std::string>& names, Verification& found) {
  const auto places = places_of(redactions, workspace.root(), names);
  for (const Redaction& redaction : redactions) {
    const auto place = places.find(redaction.check);
    const Phrase who = person_name(workspace.organisation(), redaction.by);
    if (place != places.end())
      note(found, place->second, "redacted",
           phrase(Text{"本行文字已由{0}于 {1} 隐去：{2}",
                       "the texts of this line were hidden by {0} on {1}: {2}"},
                  who, to_string(redaction.on), redaction.reason));
    else
      note(found, redaction.place, "redacted",
           phrase(Text{"本行隐去校验码为 {0} 的一行，那一行尚未到达",
                       "this hides a line with the check {0}, which has not arrived yet"},
                  redaction.check));
  }
}

void check_archived(const std::vector<ArchivedQuarter>& archived,
                    const std::vector<std::string>& names, const Organisation& organisation,
                    Verification& found) {
  for (const ArchivedQuarter& each : archived) {
    const std::string quarter = to_string(each.quarter);
    const std::string folder = "ledger/" + quarter + "/";
    Phrase words =
        phrase(Text{"{0} 已由{1}于 {2} 归档：{3}", "{0} was archived by {1} on {2}: {3}"}, quarter,
               person_name(organisation, each.by), to_string(each.on), each.reason);
    const bool there = std::ranges::any_of(
        names, [&](const std::string& name) { return name.starts_with(folder); });
    if (!there)
      note(found, each.place, "archived", std::move(words));
    else
      note(found, each.place, "archived-but-there",
           phrase(Text{"{0}；但文件还在", "{0}; but it is still there"}, std::move(words)),
           phrase(Text{"用同样的命令删去：sihu archive {0} … --reason 原因",
                       "delete it with the same command: sihu archive {0} … --reason TEXT"},
                  quarter));
  }
}

}  // namespace sihu
