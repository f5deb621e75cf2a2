#include "store/verify_signatures.hpp"

#include "base/ed25519.hpp"
#include "ledger/chain.hpp"
#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string seed(64, '1');
const std::string other_seed(64, '2');
const std::string file = "ledger/2026Q4/hq.hhhhhh.tsv";

// The workspace with the keys of p900 as given, and `more`.
Workspace signing_workspace(const std::filesystem::path& root, const std::string& keys,
                            const std::string& more = "") {
  make_workspace(root, more);
  std::string yaml = file_bytes(root / "sihu.yaml");
  const std::string id = "id: p900, ";
  yaml.replace(yaml.find(id), id.size(), id + "keys: [" + keys + "], ");
  put_file(root / "sihu.yaml", yaml);
  return Workspace::open(root).value();
}

std::string key_of(const std::string& its_seed) {
  return "ed25519:" + ed25519_public_key(its_seed);
}

Result<Receipt> close_problem(const Workspace& workspace, const std::string& its_seed) {
  Author author = an_author(noon());
  author.person = "p900";
  author.device = {"hhhhhh", "hq"};
  if (!its_seed.empty()) author.key = SigningKey{ed25519_public_key(its_seed), its_seed};
  return workspace.record(author, [](const Ledger&) {
    Decision decision;
    decision.role = RoleName::committee;
    decision.drafts.push_back({"problem.verify", "26Q4-zb05-k7m2qx-1", {{"note", "看过"}}});
    return decision;
  });
}

std::string verdict(const Workspace& workspace) {
  const auto found = verify_workspace(workspace, noon(1000));
  std::string names;
  for (const Fault& fault : found->faults) names += fault.name + " ";
  for (const Fault& note : found->notes)
    if (note.name.starts_with("signature")) names += "(" + note.name + ") ";
  for (const SignatureState& good : found->signatures) names += good.person + " " + good.event;
  return names;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a step that sihu.yaml wants signed is signed, and who signed is said") {
    const TemporaryFolder folder;
    const Workspace workspace =
        signing_workspace(folder.path(), "'" + key_of(seed) + "'", "signed: [verify]\n");
    REQUIRE(close_problem(workspace, seed));
    CHECK(verdict(workspace) == "p900 problem.verify");
  }

  TEST_CASE("without a key the step is refused and nothing is written") {
    const TemporaryFolder folder;
    const Workspace workspace = signing_workspace(folder.path(), "", "signed: [verify]\n");
    const auto refused = close_problem(workspace, "");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::refused);
    CHECK(refused.error().faults[0].name == "signature-needed");
    CHECK_FALSE(std::filesystem::exists(folder.path() / file));
  }

  TEST_CASE("unsigned, forged, revoked and unknown are faults where a signature is demanded") {
    const TemporaryFolder folder;
    const std::string keys = "'" + key_of(seed) + "'";
    const std::string demands = "signed: [verify]\n";
    SUBCASE("unsigned") {
      REQUIRE(close_problem(signing_workspace(folder.path(), keys), ""));
      CHECK(verdict(signing_workspace(folder.path(), keys, demands)) == "signature-missing ");
      CHECK(verdict(signing_workspace(folder.path(), keys,
                                      "signed: [{step: verify, from: 2026-10-13}]\n")) == "");
    }
    SUBCASE("somebody else's") {
      REQUIRE(close_problem(signing_workspace(folder.path(), keys, demands), other_seed));
      CHECK(verdict(signing_workspace(folder.path(), keys, demands)) == "signature-wrong ");
      CHECK(verdict(signing_workspace(folder.path(), keys)) == "signature-wrong ");
    }
    SUBCASE("revoked since, on that day and the day after") {
      REQUIRE(close_problem(signing_workspace(folder.path(), keys, demands), seed));
      const auto revoked = [&](const std::string& day) {
        return "{key: '" + key_of(seed) + "', revoked: " + day + "}";
      };
      CHECK(verdict(signing_workspace(folder.path(), revoked("2026-10-12"), demands)) ==
            "signature-void ");
      CHECK(verdict(signing_workspace(folder.path(), revoked("2026-10-12"))) ==
            "(signature-void) ");
      CHECK(verdict(signing_workspace(folder.path(), revoked("2026-10-13"), demands)) ==
            "p900 problem.verify");
    }
    SUBCASE("of nobody sihu.yaml gives a key") {
      REQUIRE(close_problem(signing_workspace(folder.path(), keys, demands), seed));
      CHECK(verdict(signing_workspace(folder.path(), "", demands)) == "signature-unknown ");
      CHECK(verdict(signing_workspace(folder.path(), "")) == "(signature-unknown) ");
    }
  }

  TEST_CASE("a signature holds for its own place only: a line with a new chain is found") {
    const TemporaryFolder folder;
    const Workspace workspace =
        signing_workspace(folder.path(), "'" + key_of(seed) + "'", "signed: [verify]\n");
    REQUIRE(close_problem(workspace, seed));
    // The file's author puts another line in front and makes the chain anew.
    std::string text = file_bytes(folder.path() / file);
    const std::string header = text.substr(0, text.find('\n'));
    const std::string line = text.substr(header.size() + 1, text.size() - header.size() - 2);
    const auto body = [](const std::string& whole) { return whole.substr(0, whole.rfind('\t')); };
    Event early = an_event(Instant{noon().milliseconds - 5});
    std::string check = header.substr(header.rfind('\t') + 1);
    std::string forged = header + "\n";
    for (const std::string& next : {spell(early), body(line)}) {
      check = chain_check(check, next);
      forged += next + "\t" + check + "\n";
    }
    put_file(folder.path() / file, forged);
    CHECK(verdict(workspace) == "signature-wrong ");
  }
}
