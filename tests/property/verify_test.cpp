#include "store/verify.hpp"

#include "problem/usual_life.hpp"
#include "store/ledger_files.hpp"
#include "store/verify_evidence.hpp"
#include "store/verify_history.hpp"
#include "support/ledgers.hpp"
#include "support/problems.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

int below(int end) {
  return *rc::gen::resize(100, rc::gen::inRange(0, end));
}

const std::string& one_of(const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
}

// Lives of a few problems in the files of a few devices: mostly what may happen, sometimes not,
// with forks, missing evidence, wrong clocks and roles.
class Tale {
 public:
  void tell() {
    const std::string id = "26Q4-zb05-k7m2qx-" + std::to_string(1 + below(4));
    const bool opened = tips_.contains(id);
    Event event = an_event(noon(1000 * ++told_), id);
    event.name = opened && below(12) > 0 ? "problem." + one_of(steps_) : "problem.open";
    event.person = one_of({"p003", "p005", "p900", "p777", "-"});
    const auto put = [&](const char* key, std::string value) {
      if (!value.empty()) event.fields.push_back({key, std::move(value)});
    };
    put("due", below(4) > 0 ? to_string(Date(2026, 10, 10) + below(60)) : "");
    put("evidence", below(4) == 0 ? one_of({"a.jpg", "a.jpg;b.jpg", "a.jpg;a.jpg"}) : "");
    put("after", below(10) == 0 ? one_of({"", "0123456789abcdef", first_}) : tips_[id]);
    put("role", below(3) == 0 ? one_of({"inspector", "secretary", "member", "newer"}) : "");
    put("org", below(3) > 0 ? one_of({"0123456789abcdef", "1123456789abcdef"}) : "");
    put("clock", below(15) == 0 ? "2020-01-01T00:00:00.000Z" : "");
    tips_[id] = append(one_of({"aaaaaa", "bbbbbb", "cccccc"}), event);
    if (first_.empty()) first_ = tips_[id];
  }

  // Puts the files into a workspace, some of them damaged, torn, or forked.
  void put(const std::filesystem::path& root) {
    for (auto& [device, events] : files_) {
      const std::string name = "ledger/2026Q4/zb03." + device;
      std::string text = file_text(a_header(device), events);
      if (below(4) == 0) put_fork(root / (name + "~0123456789abcdef.tsv"), device, events);
      if (below(8) == 0) text += "torn";
      if (below(8) == 0) text[text.size() / 2] = 'X';
      put_file(root / (name + ".tsv"), text);
    }
  }

 private:
  std::string append(const std::string& device, const Event& event) {
    files_[device].push_back(event);
    file_text(a_header(device), files_[device]);
    return files_[device].back().check;
  }

  static void put_fork(const std::filesystem::path& file, const std::string& device,
                       std::vector<Event> events) {
    events.resize(events.size() / 2);
    events.push_back(an_event(noon(999999), "26Q4-zb05-k7m2qx-1", {{"org", "0123456789abcdef"}}));
    put_file(file, file_text(a_header(device), events));
  }

  const std::vector<std::string> steps_{"note",   "submit",   "submit", "verify", "verify",
                                        "reject", "extend",   "grant",  "refuse", "dispute",
                                        "uphold", "withdraw", "reopen", "newer",  "assign"};
  std::map<std::string, std::vector<Event>> files_;
  std::map<std::string, std::string> tips_;
  std::string first_;
  std::int64_t told_ = 0;
};

std::string said(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults)
    text += to_string(fault.place) + ' ' + fault.name + ' ' + fault.what.en + '\n';
  return text;
}

References references_of(const Ledger& ledger) {
  References references;
  for (const Entry& entry : ledger.entries)
    for (const char* key : {"evidence", "doc", "org"})
      each_name(entry.event.get(key), [&](std::string_view name) {
        references[std::string(name)].add(whole_line(entry.event), entry.file, entry.line);
      });
  return references;
}

void check_all_later(const Ledger& ledger, const std::vector<std::string>& names, Instant now,
                     Verification& found) {
  FewLines later;
  for (const Entry& entry : ledger.entries)
    if (entry.event.at > now + 60000) later.add(whole_line(entry.event), entry.file, entry.line);
  check_later(later, names, now, found);
}

// The same with the whole ledger at hand.
Verification verified_whole(const Workspace& workspace, Instant now) {
  Verification found;
  std::vector<LedgerFile> files;
  const std::vector<std::string> names = *ledger_file_names(workspace.root());
  for (const std::string& name : names) {
    auto file = read_own_ledger_file(workspace.root(), name, workspace.organisation().id, true);
    if (file)
      files.push_back(std::move(*file));
    else
      std::ranges::copy(file.error().faults, std::back_inserter(found.faults));
  }
  const Ledger ledger = join_ledger(std::move(files));
  std::vector<std::string> sound;
  for (const LedgerFileFacts& file : ledger.files) sound.push_back(file.name);
  found.notes = ledger.notes;
  EvidenceFolder(workspace.root()).report(references_of(ledger), sound, {}, found);
  check_histories(ledger, workspace.organisation(), workspace.zone(), found);
  check_authority(ledger, workspace.organisation(), workspace.zone(), found);
  check_clocks(ledger, found);
  check_all_later(ledger, sound, now, found);
  return found;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("verify finds without holding the ledger what there is to find in the whole of it") {
    CHECK(rc::check([] {
      const TemporaryFolder folder;
      const Workspace workspace = make_workspace(folder.path());
      Tale tale;
      for (int left = below(60); left > 0; --left) tale.tell();
      tale.put(folder.path());
      const Instant now = noon(1000 * below(60));
      auto found = verify_workspace(workspace, now);
      RC_ASSERT(found.has_value());
      std::erase_if(found->notes, [](const Fault& note) {
        return note.name == "fork" || note.name == "foreign-device";
      });
      const Verification expected = verified_whole(workspace, now);
      RC_ASSERT(said(found->faults) == said(expected.faults));
      RC_ASSERT(said(found->notes) == said(expected.notes));
    }));
  }
}
