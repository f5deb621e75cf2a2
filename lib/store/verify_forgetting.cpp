#include "store/verify_forgetting.hpp"

#include "problem/forgetting.hpp"
#include "report/catalogue.hpp"

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

}  // namespace

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

}  // namespace sihu
