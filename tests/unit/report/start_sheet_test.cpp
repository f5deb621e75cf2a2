#include "report/start_sheet.hpp"

#include "problem/twins.hpp"
#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a page to start with: what is open, most urgent first, whom to ask, what to type") {
    const Organisation organisation = learning_organisation();
    const Workdays workdays;
    const auto opening = [](const std::string& id, const std::string& owner,
                            const std::string& due) {
      return Event{{},
                   "x",
                   "problem.open",
                   id,
                   {{"item", "A-1"},
                    {"severity", "general"},
                    {"due", due},
                    {"branch", "c"},
                    {"owner", owner},
                    {"title", "Late dues"}},
                   {}};
    };
    const ProblemList list =
        fold_problems(learning_ledger({opening("26Q4-c-k7m2qx-1", "nn", "2026-11-20"),
                                       opening("26Q4-c-k7m2qx-2", "nn", "2026-11-03"),
                                       opening("26Q4-c-k7m2qx-3", "qc", "2026-11-01")}),
                      organisation, Zone{});
    const std::vector<CheckKey> checks{{Quarter{2026, 4}, "b", "dues"}};
    const ListContext context{organisation, workdays, learn_day};
    const StartSheet sheet{*organisation.find_person("nn"), *organisation.find_person("qc"), list,
                           checks, context};
    const std::string page = render(start_sheet(sheet), Format::md, {Lang::en});
    const auto first = page.find("26Q4-c-k7m2qx-2");
    REQUIRE(first != std::string::npos);
    CHECK(first < page.find("26Q4-c-k7m2qx-1"));
    CHECK(page.find("26Q4-c-k7m2qx-3") == std::string::npos);
    CHECK(page.find("Qc (before you), Pc (secretary) and X (committee)") != std::string::npos);
    CHECK(page.find("sihu rectify show 26Q4-c-k7m2qx-2") != std::string::npos);
    CHECK(page.find("not signed off") != std::string::npos);
  }
}
