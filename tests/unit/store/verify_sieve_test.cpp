#include "store/verify_sieve.hpp"

#include "store/evidence.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

void show(Sieve& sieve, std::vector<Event> events) {
  const std::string text = file_text(a_header(), events);
  visit_lines(text, [&](const PlainLine& line, std::string_view bytes, std::uint32_t number) {
    sieve.take(line, bytes, number);
  });
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a line is kept for what is missing, later, marked or about a problem") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const std::string photo = *keep_bytes(folder.path(), "photo", "jpg");
    const EvidenceFolder evidence(folder.path());
    Sieve sieve({evidence, workspace.organisation(), workspace.zone(), noon()});
    sieve.begin(0, "zb03");
    show(sieve, {an_event(noon(0), "a", {{"evidence", photo + ";gone.jpg"}}),
                 an_event(noon(1), "a", {{"evidence", photo}, {"role", "inspector"}}),
                 an_event(noon(2), "a", {{"role", "committee"}, {"org", "0123456789abcdef"}}),
                 an_event(noon(120000), "a", {{"doc", "0123456789abcdef"}, {"clock", "x"}})});
    sieve.keep();
    Sifted& kept = sieve.kept();
    REQUIRE(kept.references.size() == 2);
    CHECK(kept.references.at("gone.jpg").first()[0].number == 2);
    CHECK(kept.references.at("0123456789abcdef").count() == 2);
    CHECK(kept.later.count() == 1);
    REQUIRE(kept.marked.size() == 2);
    CHECK(kept.marked[0].number == 4);
    std::vector<LifeFact> facts;
    for (std::size_t pool = 0; pool < LifePools::count; ++pool) sieve.lives().drain(pool, facts);
    CHECK(facts.size() == 4);
  }

  TEST_CASE("steps reserved to a role are kept when another branch's device wrote them") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const EvidenceFolder evidence(folder.path());
    Sieve sieve({evidence, workspace.organisation(), workspace.zone(), noon()});
    const auto step = [](std::int64_t at, std::string person, std::string name, std::string role) {
      Event event = an_event(noon(at), "26Q4-zb05-k7m2qx-1", {{"role", std::move(role)}});
      event.person = std::move(person);
      event.name = std::move(name);
      return event;
    };
    for (const auto& [branch, count] : {std::pair{"zb05", 2}, {"zb03", 0}}) {
      sieve.begin(0, branch);
      show(sieve, {step(1, "p003", "problem.verify", "inspector"),
                   step(2, "p003", "problem.reject", "inspector"),
                   step(3, "p003", "problem.submit", "inspector"),
                   step(4, "p003", "problem.withdraw", "member")});
      sieve.keep();
      const auto& foreign = sieve.kept().foreign;
      const auto found = foreign.find({"p003", "inspector", branch});
      CHECK((found == foreign.end() ? 0 : found->second.count()) == count);
    }
    // The committee is at home at headquarters.
    sieve.begin(1, "hq");
    show(sieve, {step(1, "p900", "problem.grant", "committee")});
    sieve.keep();
    CHECK(sieve.kept().foreign.size() == 1);
  }

  TEST_CASE("what a fork shares with its file counts once, unless the file is damaged") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const EvidenceFolder evidence(folder.path());
    for (const bool damaged : {false, true}) {
      Sieve sieve({evidence, workspace.organisation(), workspace.zone(), Instant{}});
      sieve.begin_family(false);
      sieve.begin(0, "zb03");
      show(sieve, {an_event(noon(0)), an_event(noon(1))});
      if (!damaged) sieve.keep();
      sieve.begin(1, "zb03");
      show(sieve, {an_event(noon(0)), an_event(noon(2))});
      sieve.keep();
      CHECK(sieve.kept().later.count() == (damaged ? 2 : 3));
    }
  }
}
