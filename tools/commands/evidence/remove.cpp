// sihu evidence remove: the committee has a file of evidence deleted, and the ledger says so.
#include "base/utf8.hpp"
#include "report/catalogue.hpp"
#include "store/forget_evidence.hpp"
#include "tools/cli/command.hpp"

namespace sihu {
namespace {

struct EvidenceRemoveOptions {
  std::string hash;
  std::string reason;
};

void declare(Flags& flags, EvidenceRemoveOptions& options) {
  flags.text("HASH", options.hash,
             {"文件名（SHA-256），或不含糊的开头，至少 6 位；从此处和今后并入的副本中删去",
              "the file's name (SHA-256), or a beginning of it, six digits at least; it goes here "
              "and, with the next merge, elsewhere"});
  flags.text("--reason", options.reason, {"理由，记入台账", "the reason; it goes into the ledger"});
  flags.required();
}

Phrase said(const EvidenceRemoval& outcome, const Organisation& organisation) {
  const Removal& removal = outcome.removal;
  if (outcome.recorded && !outcome.deleted.empty())
    return phrase(Text{"已删除 evidence/{0}，并记入台账", "removed evidence/{0}, and recorded it"},
                  removal.name);
  if (outcome.recorded)
    return phrase(Text{"已记录删除 evidence/{0}；这里本来没有这个文件",
                       "recorded that evidence/{0} is removed; it was not here"},
                  removal.name);
  const Phrase who = person_name(organisation, removal.by);
  if (!outcome.deleted.empty())
    return phrase(Text{"{1}于 {2} 已决定删除 evidence/{0}，现已删去",
                       "{1} had evidence/{0} removed on {2}; it is deleted now"},
                  removal.name, who, to_string(removal.on));
  return phrase(Text{"{1}已于 {2} 删除 evidence/{0}：{3}",
                     "evidence/{0} was removed by {1} on {2} already: {3}"},
                removal.name, who, to_string(removal.on), removal.reason);
}

Exit run(const EvidenceRemoveOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const auto outcome = forget_evidence(*workspace, *author, options.hash, options.reason);
  if (!outcome) return report_failure(world, outcome.error());
  for (const Fault& note : outcome->notes) world.say_to_people(note.what);
  const Phrase words = said(*outcome, workspace->organisation());
  world.say_recorded(visible(words.in(world.lang)) + "\n");
  return Exit::done;
}

}  // namespace

Command evidence_remove_command() {
  return make_command<EvidenceRemoveOptions>(
      "evidence remove",
      {"删除一份佐证；台账记下何人、何时、为何（委员会）",
       "delete a file of evidence; the ledger says who, when and why (committee)"},
      {"$ sihu evidence remove 4f35ee05 --reason 含身份证号",
       "$ sihu evidence remove 4f35ee05 --reason \"shows an identity number\""},
      declare, run);
}

}  // namespace sihu
