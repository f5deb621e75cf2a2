#include "store/fold_at_length.hpp"

#include "store/fold_ledger.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("what several found is folded at length and together, also where one has ended") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    int minute = 0;
    const auto record = [&](const std::string& device, const char* name, const char* subject,
                            std::vector<Field> fields) {
      Author author = an_author(noon(++minute));
      author.device.id = device;
      REQUIRE(workspace.record(author, [&](const Ledger&) -> Result<Decision> {
        return Decision{{Draft{name, subject, fields}}, RoleName::inspector, {}};
      }));
    };
    const std::vector<Field> fault{{"item", "DF-02"}, {"checklist", "dues"}, {"due", "2026-10-27"}};
    record("k7m2qx", "problem.open", "26Q4-zb05-k7m2qx-1", fault);
    record("k7m2qx", "problem.open", "26Q4-zb05-k7m2qx-2",
           {{"item", "DF-03"}, {"checklist", "dues"}, {"due", "2026-10-27"}});
    record("b5b5b5", "problem.open", "26Q4-zb05-b5b5b5-1", fault);
    record("b5b5b5", "problem.submit", "26Q4-zb05-k7m2qx-1", {{"note", "x"}});
    record("b5b5b5", "problem.verify", "26Q4-zb05-k7m2qx-1", {{"note", "x"}});
    record("b5b5b5", "problem.submit", "26Q4-zb05-b5b5b5-1", {{"note", "x"}});
    record("b5b5b5", "problem.reject", "26Q4-zb05-b5b5b5-1", {{"note", "x"}});
    const auto folded = fold_ledger(
        workspace, [](Status, Date, std::optional<Date>) { return true; }, true);
    REQUIRE(folded);
    CHECK(folded->counts.at("zb05") == StatusCounts{2, 0, 0, 0, 0});
    CHECK(folded->again.at("zb05") == 1);
    CHECK(folded->faults.size() == 3);
    for (const std::uint32_t start : folded->open.starts) {
      const OpenRow row = read_open_row(folded->open.bytes.data() + start);
      CHECK(row.odd == (row.item == "DF-02"));  // what nobody else found stays in the quick fold
    }

    const auto list =
        fold_at_length(workspace, folded->files, {"26Q4-zb05-k7m2qx-1", "26Q4-zb05-b5b5b5-1"}, {});
    REQUIRE(list);
    REQUIRE(list->problems.size() == 1);
    CHECK(list->problems[0].id == "26Q4-zb05-k7m2qx-1");
    CHECK(list->problems[0].also() == std::vector<std::string>{"26Q4-zb05-b5b5b5-1"});
    CHECK(list->problems[0].status == Status::open);
    CHECK(fold_at_length(workspace, folded->files, {}, {})->problems.empty());
  }
}
