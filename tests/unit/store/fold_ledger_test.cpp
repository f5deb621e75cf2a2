#include "store/fold_ledger.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("rows say where their lines stand, those of odd problems do not") {
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
    record("k7m2qx", "problem.open", "26Q4-zb05-k7m2qx-1", {{"due", "2026-10-27"}});
    record("b5b5b5", "problem.submit", "26Q4-zb05-k7m2qx-1", {{"note", "x"}});
    record("k7m2qx", "problem.open", "26Q4-zb05-k7m2qx-2", {{"due", "2026-10-28"}});
    record("b5b5b5", "problem.verify", "26Q4-zb05-k7m2qx-2", {{"note", "x"}});
    const auto all = [](Status, Date, std::optional<Date>) { return true; };
    const auto folded = fold_ledger(workspace, all, true);
    REQUIRE(folded);
    REQUIRE(folded->open.starts.size() == 2);
    const OpenRow first = read_open_row(folded->open.bytes.data() + folded->open.starts[0]);
    CHECK(first.status == Status::submitted);
    REQUIRE(first.line_count() == 2);
    CHECK(first.line(0).first == 0);
    CHECK(first.line(1).first == 1);
    const OpenRow second = read_open_row(folded->open.bytes.data() + folded->open.starts[1]);
    CHECK(second.odd);
    CHECK(second.line_count() == 0);
    CHECK(folded->serials.at("k7m2qx") == 2);
    CHECK(folded->counts.at("zb05") == StatusCounts{1, 1, 0, 0, 0});
    CHECK(fold_ledger(workspace, [](Status, Date due, std::optional<Date>) {
            return due <= Date(2026, 10, 27);
          })->open.starts.size() == 1);
  }
}
