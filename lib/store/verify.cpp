#include "store/verify.hpp"

#include "document/extract.hpp"
#include "ledger/union.hpp"
#include "problem/problem_id.hpp"
#include "store/ledger_files.hpp"
#include "store/problem_lines.hpp"
#include "store/threads.hpp"
#include "store/verify_bank_keys.hpp"
#include "store/verify_draws.hpp"
#include "store/verify_evidence.hpp"
#include "store/verify_forgetting.hpp"
#include "store/verify_history.hpp"
#include "store/verify_lives.hpp"
#include "store/verify_omissions.hpp"
#include "store/verify_seals.hpp"
#include "store/verify_sieve.hpp"
#include "store/verify_signatures.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

using Passed = std::vector<std::optional<Result<PassedFile>>>;

void note_fork(const PassedFile& file, Verification& found) {
  if (file.name.find('~') == std::string::npos) return;
  found.notes.push_back(
      Fault{.place = Place{file.name},
            .name = "fork",
            .what = phrase(Text{"这是设备 {0} 台账的一个分叉，其中各行同样计入",
                                "a fork of the file of device {0}; its lines count as all others"},
                           file.header.device),
            .warning = true});
}

// What each file had to say, in their order: faults, forks, then what a crash left.
void report_files(const Passed& passed, Verification& found) {
  std::vector<Fault> tails;
  for (const auto& file : passed) {
    ++found.files;
    if (!*file) {
      const Failure& failure = file->error();
      std::ranges::copy(failure.faults, std::back_inserter(found.faults_of(failure.kind)));
      continue;
    }
    note_fork(**file, found);
    found.lines += (*file)->lines;
    std::ranges::copy((*file)->notes, std::back_inserter(tails));
  }
  std::ranges::move(tails, std::back_inserter(found.notes));
}

// Files that may have lines in common: one alone, or one and its forks.
std::vector<std::vector<std::uint32_t>> families_of(const std::vector<std::string>& names) {
  std::map<std::string, std::vector<std::uint32_t>> families;
  for (std::uint32_t i = 0; i < names.size(); ++i)
    families[plain_ledger_name(names[i])].push_back(i);
  std::vector<std::vector<std::uint32_t>> lists;
  for (auto& [name, family] : families) lists.push_back(std::move(family));
  return lists;
}

// The home of the device that wrote `ledger/2026Q4/zb03.k7m2qx.tsv`.
std::string branch_of(const std::string& name) {
  const std::size_t from = name.rfind('/') + 1;
  return name.substr(from, name.find('.', from) - from);
}

Passed pass_files(const std::vector<std::string>& names, const Workspace& workspace,
                  std::vector<Sieve>& sieves) {
  Passed passed(names.size());
  const auto families = families_of(names);
  share_out(families.size(), sieves.size(), [&](std::size_t piece, std::size_t thread) {
    Sieve& sieve = sieves[thread];
    sieve.begin_family(families[piece].size() == 1);
    for (const std::uint32_t file : families[piece]) {
      sieve.begin(file, branch_of(names[file]));
      passed[file] = pass_own_ledger_file(workspace.root(), names[file],
                                          workspace.organisation().id, true, sieve);
      if (*passed[file]) sieve.keep();
    }
  });
  return passed;
}

// Read once more, where it has to be said what became of a problem. What can't be read was said.
ProblemList problems_of(const Workspace& workspace, const std::string& branch) {
  const auto ledger = read_lines(workspace, [&](std::string_view event, std::string_view subject) {
    return event.starts_with("problem.") && is_of_branch(subject, branch);
  });
  return ledger ? fold_problems(*ledger, workspace.organisation(), workspace.zone())
                : ProblemList{};
}

void report_lines(Sifted sifted, const EvidenceFolder& evidence, const Ledger& unusual,
                  const std::vector<std::string>& names, const Workspace& workspace, Instant now,
                  Verification& found) {
  const Ledger forgetting = ledger_of(std::move(sifted.forgetting), names);
  check_entitled(forgetting, workspace, found);
  const auto removals = fold_removals(forgetting, workspace.organisation(), workspace.zone());
  evidence.report(sifted.references, names, removals, found);
  const auto archived = fold_archived(forgetting, workspace.organisation(), workspace.zone());
  check_histories(unusual, workspace.organisation(), workspace.zone(), found,
                  last_archived(archived));
  check_reviews(unusual, found);
  const Ledger papers = ledger_of(std::move(sifted.papers), names);
  check_bank_keys(papers, workspace, found);
  check_draws(papers, workspace, found);
  check_settlements(
      unusual, [&](const std::string& branch) { return problems_of(workspace, branch); }, found);
  const Ledger marked = ledger_of(std::move(sifted.marked), names);
  check_authority(marked, workspace.organisation(), workspace.zone(), found);
  check_clocks(marked, found);
  check_devices(sifted.foreign, names, found);
  check_later(sifted.later, names, now, found);
  check_archived(archived, names, workspace.organisation(), found);
  check_redactions(fold_redactions(forgetting, workspace.organisation(), workspace.zone()),
                   workspace, names, found);
  check_removals(removals, evidence, workspace.organisation(), found);
}

// What was settled more than once.
Subjects settled_again(std::vector<std::uint64_t> settled) {
  std::ranges::sort(settled);
  Subjects again;
  for (std::size_t i = 1; i < settled.size(); ++i)
    if (settled[i] == settled[i - 1]) again.insert(settled[i]);
  return again;
}

// The checks that were answered behind their first signature, and the items that were.
Subjects answered_after_sign(const std::vector<SignTrace>& signs) {
  std::unordered_map<std::uint64_t, Instant> signed_at;
  for (const SignTrace& sign : signs) {
    if (sign.item != 0) continue;
    const auto [first, is_new] = signed_at.emplace(sign.check, sign.at);
    if (!is_new) first->second = std::min(first->second, sign.at);
  }
  Subjects subjects;
  for (const SignTrace& answer : signs) {
    const auto sign = signed_at.find(answer.check);
    if (answer.item == 0 || sign == signed_at.end() || answer.at < sign->second) continue;
    subjects.insert(answer.check);
    subjects.insert(answer.item);
  }
  return subjects;
}

// A file by itself: nobody asks for its lines.
class NoTaker : public LineTaker {
 public:
  void take(const PlainLine&, std::string_view, std::uint32_t) override {}
  void forget() override {}
};

}  // namespace

Result<Verification> verify_workspace(const Workspace& workspace, Instant now) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  const EvidenceFolder evidence(workspace.root());
  const std::string extract = extract_branch(workspace.organisation_text());
  const SieveRules rules{evidence, workspace.organisation(), workspace.zone(), now,
                         !extract.empty()};
  std::vector<Sieve> sieves(threads_for(names->size()), Sieve(rules));
  const Passed passed = pass_files(*names, workspace, sieves);
  Sifted sifted;
  std::vector<LifePools*> pools;
  for (Sieve& sieve : sieves) {
    sifted.add(std::move(sieve.kept()));
    pools.push_back(&sieve.lives());
  }
  Verification found;
  report_files(passed, found);
  check_omissions(sifted.omitted, *names, extract, found);
  // Only lives in which something is unusual are lived through again, with all they hold.
  Subjects subjects = unusual_subjects(pools);
  subjects.merge(forked_reviews(std::move(sifted.reviews)));
  subjects.merge(settled_again(std::move(sifted.settled)));
  subjects.merge(answered_after_sign(sifted.signs));
  const Ledger unusual = ledger_of(lines_about(subjects, workspace.root(), passed), *names);
  report_lines(std::move(sifted), evidence, unusual, *names, workspace, now, found);
  check_seals(workspace, found);
  check_signatures(workspace, passed, found);
  return found;
}

Verification verify_ledger_files(
    const std::vector<std::pair<std::filesystem::path, std::string>>& files) {
  Passed passed(files.size());
  std::vector<NoTaker> takers(threads_for(files.size()));
  share_out(files.size(), takers.size(), [&](std::size_t i, std::size_t thread) {
    passed[i] = pass_ledger_file(files[i].first, files[i].second, true, takers[thread]);
  });
  Verification found;
  report_files(passed, found);
  return found;
}

}  // namespace sihu
