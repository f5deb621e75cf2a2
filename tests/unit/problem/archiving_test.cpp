#include "problem/archiving.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string id = "26Q4-zb05-k7m2qx-1";

std::vector<std::string> faults_of(const Result<void>& result) {
  std::vector<std::string> names;
  if (!result)
    for (const Fault& fault : result.error().faults) names.push_back(fault.name);
  return names;
}

struct Archivist {
  Offices offices;
  Organisation organisation = an_organisation();
  Zone zone;

  std::vector<std::string> ask(Quarter quarter, const std::string& person, Date today,
                               std::string_view reason = "期满") const {
    const Ledger ledger = offices.ledger();
    const ProblemList problems = offices.fold();
    return faults_of(check_archivable(
        quarter, reason,
        {ledger, problems, organisation, zone, *organisation.find_person(person), today}));
  }
};

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a quarter may be archived when its last day lies the retention back") {
    CHECK(archivable_from({2026, 3}, "90d") == Date(2026, 12, 30));
    CHECK(archivable_from({2026, 4}, "1y") == Date(2028, 1, 1));
    CHECK(archivable_from({2026, 3}, "5m") == Date(2027, 3, 1));
    CHECK(archivable_from({2027, 3}, "5m") == Date(2028, 3, 1));
    CHECK(archivable_from({2026, 2}, "36m") == Date(2029, 7, 1));
  }

  TEST_CASE("what was archived is read from the ledger, and covers all quarters before") {
    Archivist archivist;
    CHECK_FALSE(last_archived(
        fold_archived(archivist.offices.ledger(), archivist.organisation, archivist.zone)));
    Draft draft = archive_draft({2026, 3}, {2, 17, "f0", "a0"}, "期满");
    draft.fields.push_back({"role", "committee"});
    CHECK(draft.name == archive_event);
    archivist.offices.tell("k7m2qx", "p900", draft.name, draft.subject, draft.fields,
                           Date(2027, 1, 5));
    const auto archived =
        fold_archived(archivist.offices.ledger(), archivist.organisation, archivist.zone);
    REQUIRE(archived.size() == 1);
    CHECK(archived[0].quarter == Quarter{2026, 3});
    CHECK(archived[0].by == "p900");
    CHECK(archived[0].contents.files == 2);
    CHECK(archived[0].contents.lines == 17);
    CHECK(archived[0].contents.fingerprint == "f0");
    CHECK(archived[0].contents.archive == "a0");
    const auto last = last_archived(archived);
    CHECK(last == Quarter{2026, 3});
    CHECK(is_about_archived("26Q2-zb05-k7m2qx-1", last));
    CHECK(is_about_archived("26Q3-zb05-k7m2qx-1", last));
    CHECK_FALSE(is_about_archived(id, last));
    CHECK_FALSE(is_about_archived("26Q2-zb05-k7m2qx-1", std::nullopt));
    CHECK_FALSE(is_about_archived("zb05/DF-02", last));
  }

  TEST_CASE("what is not the committee's, or of a quarter that was not past, archives nothing") {
    Archivist archivist;
    const auto tell = [&](const std::string& person, const std::string& quarter,
                          const std::string& role) {
      archivist.offices.tell("k7m2qx", person, std::string(archive_event), quarter,
                             {{"reason", "x"}, {"role", role}}, Date(2027, 1, 5));
    };
    tell("p001", "2026Q3", "committee");
    tell("p900", "2026Q3", "member");
    tell("p777", "2026Q3", "committee");
    tell("p900", "2027Q1", "committee");
    tell("p900", "2099Q4", "committee");
    CHECK(
        fold_archived(archivist.offices.ledger(), archivist.organisation, archivist.zone).empty());
    tell("p900", "2026Q4", "committee");
    CHECK(last_archived(fold_archived(archivist.offices.ledger(), archivist.organisation,
                                      archivist.zone)) == Quarter{2026, 4});
  }

  TEST_CASE("every rule that forbids it is said at once") {
    Archivist archivist;
    archivist.offices.open(id);
    CHECK(archivist.ask({2026, 4}, "p001", Date(2027, 1, 5)) ==
          std::vector<std::string>{"not-entitled", "no-retention", "problems-not-ended"});
    archivist.organisation.retention = "1y";
    CHECK(archivist.ask({2026, 4}, "p900", Date(2027, 12, 31)) ==
          std::vector<std::string>{"not-old-enough", "problems-not-ended"});
    CHECK(archivist.ask({2027, 1}, "p900", Date(2029, 1, 1)) ==
          std::vector<std::string>{"earlier-quarter", "problems-not-ended"});
    CHECK(archivist.ask({2026, 4}, "p900", Date(2028, 1, 1), " ") ==
          std::vector<std::string>{"reason-missing"});
  }

  TEST_CASE("a waiver that still holds keeps its quarter") {
    Archivist archivist;
    archivist.organisation.retention = "90d";
    archivist.offices.tell("k7m2qx", "p900", "waive.grant", "zb05/DF-02",
                           {{"until", "2027-06-30"}, {"note", "并户"}}, Date(2026, 10, 13));
    CHECK(archivist.ask({2026, 4}, "p900", Date(2027, 6, 30)) ==
          std::vector<std::string>{"waiver-holds"});
    CHECK(archivist.ask({2026, 4}, "p900", Date(2027, 7, 1)).empty());
  }
}
