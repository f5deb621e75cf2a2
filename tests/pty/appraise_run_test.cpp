#include "support/office.hpp"

#include <fstream>
#include <iterator>
#include <string>

using namespace sihu::test;

namespace {

// The committee appraises the secretary of zb05 by the checklist on dues.
class Appraisers {
 public:
  Appraisers() {
    std::ofstream(office.workspace() / "sihu.yaml", std::ios::app)
        << "appraise: {checklist: dues}\n";
  }

  PtyProcess::Setting scorer(const std::string& as = "p900") const {
    return office.sihu({"appraise", "run", "2026H2", "p005", "--as", as}, "2026-12-20");
  }
  std::string marks() const {
    std::ifstream in(office.workspace() / "ledger/2026Q4/hq.k7m2qx.tsv", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  bool has(const std::string& text) const { return marks().find(text) != std::string::npos; }

  TerminalOffice office;
};

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE(
      "somebody is appraised by typing: points, then why, and each item is recorded at once") {
    const Appraisers appraisers;
    PtyProcess run(appraisers.scorer());
    REQUIRE(run.expect("p005 DF-01> "));
    run.send("9\r");
    REQUIRE(run.expect("p005 DF-01> "));  // of 5 points
    run.send("４\r");
    REQUIRE(run.expect("p005 DF-01 理由> "));
    run.send("\r");
    REQUIRE(run.expect("p005 DF-01 理由> "));  // never without a reason
    CHECK(appraisers.marks().empty());
    run.send("台账齐，晚错\x7f一次\r");
    REQUIRE(run.expect("p005 DF-02> "));
    CHECK(appraisers.has("item=DF-01\t"));
    CHECK(appraisers.has("points=4\treason=台账齐，晚一次\t"));
    run.send("s\r");
    REQUIRE(run.expect("p005 DF-03> "));
    run.send("b\r");
    REQUIRE(run.expect("p005 DF-02> "));
    run.send("na\r");
    REQUIRE(run.expect("p005 DF-02 理由> "));
    run.send("新任\r");
    REQUIRE(run.expect("p005 DF-03> "));
    CHECK(appraisers.has("result=na\treason=新任\t"));
    run.send("q\r");
    REQUIRE(run.expect("这次打了 2 项"));
    CHECK(run.wait() == 0);
    CHECK(run.terminal_is_normal());
  }

  TEST_CASE("killed while a reason is typed, what was recorded stays and the item is asked again") {
    const Appraisers appraisers;
    {
      PtyProcess run(appraisers.scorer());
      REQUIRE(run.expect("p005 DF-01> "));
      run.send("5\r");
      REQUIRE(run.expect("p005 DF-01 理由> "));
      run.send("都看了\r");
      REQUIRE(run.expect("p005 DF-02> "));
      run.send("3\r");
      REQUIRE(run.expect("p005 DF-02 理由> "));
      run.send("缺");
      run.kill_hard();
      CHECK(run.wait() == 128 + 9);
    }
    CHECK(appraisers.has("item=DF-01\t"));
    CHECK_FALSE(appraisers.has("item=DF-02\t"));
    PtyProcess again(appraisers.scorer());
    REQUIRE(again.expect("p005 DF-02> "));
    again.send("\x04");
    CHECK(again.wait() == 0);
    CHECK(again.terminal_is_normal());
  }

  TEST_CASE("Ctrl-C leaves the item that was begun unrecorded") {
    const Appraisers appraisers;
    PtyProcess run(appraisers.scorer());
    REQUIRE(run.expect("p005 DF-01> "));
    run.send("5\r");
    REQUIRE(run.expect("p005 DF-01 理由> "));
    run.send("\x03");
    REQUIRE(run.expect("已中断；打过的都已保存"));
    CHECK(run.wait() == 130);
    CHECK(run.terminal_is_normal());
    CHECK(appraisers.marks().empty());
  }

  TEST_CASE("who may not appraise is told before anything is asked") {
    const Appraisers appraisers;
    PtyProcess run(appraisers.scorer("p005"));
    CHECK(run.wait() == 5);
    CHECK(run.shown().find("DF-01>") == std::string::npos);
  }
}
