#include "store/seal.hpp"

#include "ledger/seal.hpp"
#include "store/seal_bytes.hpp"
#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string note_file = "ledger/2026Q4/zb03.k7m2qx.tsv";

Author sealer(Instant clock) {
  Author author = an_author(clock);
  author.person = "p900";
  author.device = {"hhhhhh", "hq"};
  return author;
}

void write_notes(const Workspace& workspace, std::int64_t later, int count = 2) {
  REQUIRE(workspace.record(an_author(noon(later)),
                           [&](const Ledger&) { return some_notes("a", count); }));
}

std::string names_of(const std::vector<Fault>& faults) {
  std::string names;
  for (const Fault& fault : faults) names += fault.name + " ";
  return names;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("an empty ledger has nothing to seal") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const auto receipt = make_seal(workspace, sealer(noon()), "");
    REQUIRE(receipt);
    CHECK(receipt->fingerprint.empty());
    CHECK_FALSE(std::filesystem::exists(folder.path() / "ledger"));
  }

  TEST_CASE("a second seal of the same writes nothing, one of more lists what changed") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    const auto first = make_seal(workspace, sealer(noon(10)), "");
    REQUIRE(first);
    CHECK(first->changed == 1);
    const auto before = snapshot(folder.path());
    const auto again = make_seal(workspace, sealer(noon(20)), "");
    REQUIRE(again);
    CHECK(again->fingerprint == first->fingerprint);
    CHECK(again->changed == 0);
    CHECK(snapshot(folder.path()) == before);
    write_notes(workspace, 30);
    const auto second = make_seal(workspace, sealer(noon(40)), "");
    REQUIRE(second);
    CHECK(second->files == 2);
    CHECK(second->changed == 2);  // the notes, and the first seal
    CHECK(second->fingerprint != first->fingerprint);
  }

  TEST_CASE("growth keeps a seal, every cut and every flipped bit of what it holds breaks it") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    const std::string sealed = file_bytes(folder.path() / note_file);
    REQUIRE(make_seal(workspace, sealer(noon(10)), ""));
    const auto lines = read_seal_lines(workspace);
    REQUIRE(lines);
    const SealList list = read_seals(*lines);
    const auto faults = [&] {
      return names_of(SealedBytes::compare(workspace, list.seals)->faults(list.seals, *lines));
    };
    write_notes(workspace, 20);
    CHECK(faults().empty());
    for (std::size_t cut = 0; cut < sealed.size(); ++cut) {
      put_file(folder.path() / note_file, sealed.substr(0, cut));
      CHECK(faults() == "sealed-bytes-missing ");
      std::string flipped = sealed;
      flipped[cut] ^= 1;
      put_file(folder.path() / note_file, flipped);
      CHECK(faults() == "sealed-bytes-changed ");
    }
    std::filesystem::remove(folder.path() / note_file);
    CHECK(faults() == "sealed-file-missing ");
  }

  TEST_CASE("sealed bytes that a merge gave a fork's name are found there") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    REQUIRE(make_seal(workspace, sealer(noon(10)), ""));
    std::filesystem::rename(folder.path() / note_file,
                            folder.path() / "ledger/2026Q4/zb03.k7m2qx~0123456789abcdef.tsv");
    const auto found = verify_workspace(workspace, noon(1000));
    REQUIRE(found);
    CHECK(found->intact());
    REQUIRE(found->seals.size() == 1);
    CHECK(found->seals[0].intact);
  }

  TEST_CASE("the first seal of a quarter stands by itself") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    REQUIRE(make_seal(workspace, sealer(noon(10)), ""));
    const std::int64_t next_quarter = 90LL * 86'400'000;
    write_notes(workspace, next_quarter);
    const auto seal = make_seal(workspace, sealer(noon(next_quarter + 10)), "");
    REQUIRE(seal);
    CHECK(seal->changed == seal->files);
    std::filesystem::remove_all(folder.path() / "ledger/2026Q4");
    const SealList list = read_seals(*read_seal_lines(workspace));
    REQUIRE(list.seals.size() == 1);
    CHECK(list.seals[0].fingerprint == seal->fingerprint);
    CHECK(list.notes.empty());
  }

  TEST_CASE("what left with an archived quarter is gone rightly, and can't be read any more") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    const Instant next_year{noon().milliseconds + 150LL * 86'400'000};
    const auto seal = make_seal(workspace, sealer(next_year), "");
    REQUIRE(seal);
    REQUIRE(workspace.record(sealer(next_year), [](const Ledger&) {
      Decision decision;
      decision.role = RoleName::committee;
      decision.drafts.push_back({"quarter.archive", "2026Q4", {{"reason", "kept long enough"}}});
      return decision;
    }));
    std::filesystem::remove_all(folder.path() / "ledger/2026Q4");
    const auto found = verify_workspace(workspace, next_year);
    REQUIRE(found);
    CHECK(names_of(found->faults).empty());
    REQUIRE(found->seals.size() == 1);
    CHECK(found->seals[0].intact);
    CHECK(found->seals[0].archived == 1);
    CHECK(workspace.as_sealed(seal->fingerprint).error().faults[0].name == "sealed-file-archived");
  }

  TEST_CASE("who is not of the committee can't excuse that sealed files are gone") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    const Instant next_year{noon().milliseconds + 150LL * 86'400'000};
    REQUIRE(make_seal(workspace, sealer(next_year), ""));
    Author member = an_author(next_year);
    REQUIRE(workspace.record(member, [](const Ledger&) {
      Decision decision;
      decision.role = RoleName::committee;  // which p003 is not
      decision.drafts.push_back({"quarter.archive", "2026Q4", {{"reason", "nothing to see"}}});
      return decision;
    }));
    std::filesystem::remove_all(folder.path() / "ledger/2026Q4");
    const auto found = verify_workspace(workspace, next_year);
    REQUIRE(found);
    CHECK(names_of(found->faults) == "not-entitled sealed-file-missing ");
    REQUIRE(found->seals.size() == 1);
    CHECK_FALSE(found->seals[0].intact);
  }

  TEST_CASE("what is broken is not sealed, and what was sealed must stand") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    REQUIRE(make_seal(workspace, sealer(noon(10)), ""));
    const std::string whole = file_bytes(folder.path() / note_file);
    put_file(folder.path() / note_file, whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1));
    const auto shorter = make_seal(workspace, sealer(noon(20)), "");
    REQUIRE_FALSE(shorter);
    CHECK(shorter.error().kind == Kind::integrity);
    CHECK(names_of(shorter.error().faults) == "sealed-bytes-missing ");
    put_file(folder.path() / note_file, whole);
    write_notes(workspace, 30);
    std::string edited = file_bytes(folder.path() / note_file);
    edited[edited.rfind("note=") + 6] ^= 1;
    put_file(folder.path() / note_file, edited);
    const auto broken = make_seal(workspace, sealer(noon(40)), "");
    REQUIRE_FALSE(broken);
    CHECK(names_of(broken.error().faults) == "chain-broken ");
  }

  TEST_CASE("a sealed workspace has the lines, the people and the day of its seal") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    write_notes(workspace, 0);
    const auto seal = make_seal(workspace, sealer(noon(10)), "");
    REQUIRE(seal);
    write_notes(workspace, 20);
    const std::string yaml = file_bytes(folder.path() / "sihu.yaml");
    put_file(folder.path() / "sihu.yaml",
             std::string(yaml).replace(yaml.find("甲三"), sizeof("甲三") - 1, "丁四"));
    const auto now = Workspace::open(folder.path());
    const auto then = now->as_sealed(seal->fingerprint);
    REQUIRE(then);
    CHECK(then->organisation().find_person("p003")->name.zh == "甲三");
    CHECK(then->read_ledger()->entries.size() == 2);
    CHECK(now->read_ledger()->entries.size() == 6);
    CHECK(workspace.zone().date_of(then->sealed()->at) == workspace.zone().date_of(noon()));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "evidence"))
      std::filesystem::remove(entry.path());
    CHECK(now->as_sealed(seal->fingerprint).error().kind == Kind::integrity);
  }
}
