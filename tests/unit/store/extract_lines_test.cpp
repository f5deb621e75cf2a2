#include "store/extract_lines.hpp"

#include "ledger/omission.hpp"
#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

struct Line {
  std::string name;
  std::string subject;
  std::vector<Field> fields = {};
  std::string person = "p003";
};

// A workspace with a file of these lines.
struct ExtractDesk {
  TemporaryFolder folder;
  Workspace workspace = make_workspace(folder.path());
  std::vector<Event> events;

  explicit ExtractDesk(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      events.push_back(
          an_event(noon(static_cast<std::int64_t>(events.size())), line.subject, line.fields));
      events.back().name = line.name;
      events.back().person = line.person;
    }
    put_file(folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv", file_text(a_header(), events));
  }

  ExtractLines lines() const {
    auto lines = extract_lines(workspace, "zb05");
    REQUIRE(lines);
    return std::move(*lines);
  }
};

// Whether zb05's extract has a line.
bool keeps(const Line& line) {
  return !ExtractDesk({line}).lines().files.empty();
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a branch's lines are those about it, and about its people's own papers") {
    CHECK(keeps({"problem.open", "26Q4-zb05-k7m2qx-1"}));
    CHECK(keeps({"check.answer", "26Q4/zb05/dues/DF-01"}));
    CHECK(keeps({"waive.grant", "zb05/DF-01"}));
    CHECK(keeps({"review.result", "2026Q4/zb05"}));
    CHECK(keeps({"practice.add", "practice/zb05/DF-01"}));
    CHECK(keeps({"test.paper", "2026Q4/safety/zb05/1"}));
    CHECK(keeps({"test.sitting", "2026Q4/safety/p005"}));
    CHECK(keeps({"learn.session", "learn/2026-10-12/dues/zb03", {{"attended", "p005=1.5"}}}));
    CHECK(keeps({"learn.drill", "drill/2026-10-12/p005", {}, "p005"}));
    CHECK(keeps({"quarter.archive", "2023Q4"}));
  }

  TEST_CASE("and not those about others, nor what nobody of the branch is to read") {
    CHECK_FALSE(keeps({"problem.open", "26Q4-zb03-k7m2qx-1"}));
    CHECK_FALSE(keeps({"problem.note", "26Q4-zb03-k7m2qx-1", {}, "p005"}));
    CHECK_FALSE(keeps({"check.answer", "26Q4/zb03/dues/DF-01", {}, "p005"}));
    CHECK_FALSE(keeps({"waive.grant", "zb03/DF-01"}));
    CHECK_FALSE(keeps({"test.paper", "2026Q4/safety/zb03/1"}));
    CHECK_FALSE(keeps({"test.sitting", "2026Q4/safety/p003"}));
    CHECK_FALSE(
        keeps({"learn.session", "learn/2026-10-12/dues/zb05", {{"attended", "p005;p003"}}}));
    CHECK_FALSE(keeps({"review.sheet", "2026Q4/zb05/p003"}));
    CHECK_FALSE(keeps({"appraise.score", "2026H2/p005"}));
    CHECK_FALSE(keeps({"roster.talk", "roster/2026-10-12/p005"}));
    CHECK_FALSE(keeps({"seal.close", "seal/2026Q4/k7m2qx"}));
    CHECK_FALSE(keeps({"something.new", "26Q4/zb05"}));
  }

  TEST_CASE("what hides a kept line, or removes its evidence, is kept with it") {
    const std::string photo(64, 'a');
    const Line opening{"problem.open", "26Q4-zb05-k7m2qx-1", {{"evidence", photo + ".jpg"}}};
    const ExtractDesk before({opening});
    const std::string check = before.events[0].check;
    const ExtractDesk desk({opening,
                            {"line.redact", check, {{"reason", "x"}}},
                            {"line.redact", "0123456789abcdef", {{"reason", "y"}}},
                            {"evidence.remove", photo + ".jpg", {{"reason", "x"}}},
                            {"evidence.remove", std::string(64, 'b') + ".jpg"}});
    const ExtractLines lines = desk.lines();
    REQUIRE(lines.files.size() == 1);
    CHECK(lines.files[0].lines == std::set<std::uint32_t>{2, 3, 5});
    CHECK(lines.kept() == 3);
    CHECK(lines.omitted() == 2);
  }

  TEST_CASE("what kept lines rest on is remembered") {
    const ExtractDesk desk(
        {{"check.answer",
          "26Q4/zb05/dues/DF-01",
          {{"evidence", "a.jpg;b.jpg"}, {"doc", "0123456789abcdef"}}},
         {"test.paper",
          "2026Q4/safety/zb05/1",
          {{"banks", "base:fedcba9876543210;own:00000000000000aa"}},
          "p900"},
         {"problem.open", "26Q4-zb03-k7m2qx-1", {{"evidence", "c.jpg"}}, "p004"}});
    const ExtractLines lines = desk.lines();
    CHECK(lines.people == std::set<std::string>{"p003", "p900"});
    CHECK(lines.evidence == std::set<std::string>{"a.jpg", "b.jpg"});
    CHECK(lines.documents ==
          std::set<std::string>{"0123456789abcdef", "00000000000000aa", "fedcba9876543210"});
  }

  TEST_CASE("the text of an extract is a whole chain in which every line has its place") {
    const ExtractDesk desk({{"problem.open", "26Q4-zb03-k7m2qx-1", {{"text", "别人的"}}},
                            {"problem.open", "26Q4-zb05-k7m2qx-2", {{"text", "自己的"}}},
                            {"problem.note", "26Q4-zb03-k7m2qx-1", {{"note", "别人的"}}}});
    const std::string whole = file_bytes(desk.folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv");
    const std::string text = extract_text(whole, desk.lines().files[0]);
    CHECK(text.find("别人的") == std::string::npos);
    CHECK(text.find("自己的") != std::string::npos);
    CHECK(fit_of_extract(text, whole) == ExtractFit::same);
    CHECK(read_ledger_file(text, "f").has_value());
  }

  TEST_CASE("a damaged ledger is not exported") {
    const ExtractDesk desk({{"problem.open", "26Q4-zb05-k7m2qx-2", {{"text", "自己的"}}}});
    const auto file = desk.folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv";
    std::string text = file_bytes(file);
    put_file(file, text.replace(text.find("自己的"), 9, "别人的"));
    const auto lines = extract_lines(desk.workspace, "zb05");
    REQUIRE_FALSE(lines);
    CHECK(lines.error().faults.front().name == "chain-broken");
  }
}
