#include "report/merge_summary.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

MergeSummary a_summary() {
  MergeSummary summary;
  summary.files = {{"ledger/2026Q4/a.tsv", FileChange::added, 100, {}},
                   {"ledger/2026Q4/b.tsv", FileChange::forked, 20, {"ledger/2026Q4/b~1.tsv"}},
                   {"ledger/2026Q4/c.tsv", FileChange::equal, 0, {}},
                   {"ledger/2026Q4/d.tsv", FileChange::older, 0, {}}};
  summary.lapsed = {{Place{"ledger/2026Q4/a.tsv", 7, 0}, "problem.verify", "26Q4-zb05-k7m2qx-1",
                     phrase(Text{"同时", "concurrent"}), true}};
  summary.evidence_brought = {"aa.jpg"};
  summary.evidence_missing = {"evidence/bb.jpg"};
  summary.evidence_deleted = {"dd.jpg"};
  summary.archived = {"2025Q4"};
  summary.documents = {{"sihu.yaml", "usb/sihu.yaml", false}};
  return summary;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("people read what changed, what does not fit, and counts") {
    CHECK(merge_as_text(a_summary(), Lang::zh) ==
          "新文件  ledger/2026Q4/a.tsv\n"
          "分叉  ledger/2026Q4/b.tsv，分叉在 ledger/2026Q4/b~1.tsv\n"
          "不并入  2025Q4：台账记载已归档（连同只属于它的佐证）\n"
          "不再生效  ledger/2026Q4/a.tsv:7 problem.verify（26Q4-zb05-k7m2qx-1）：同时\n"
          "缺佐证  evidence/bb.jpg\n"
          "已删除  dd.jpg：并入的台账记载已删除\n"
          "未合并  sihu.yaml：与这里的不同（usb/sihu.yaml）\n"
          "台账文件：新 1，变长 0，分叉 1，无新内容 2\n"
          "佐证：带来 1，已有 0，缺 1\n");
    MergeSummary tried;
    tried.dry_run = true;
    tried.histories_compared = false;
    tried.waiting = 2;
    tried.evidence_removed = {"cc.jpg"};
    CHECK(merge_as_text(tried, Lang::en) ==
          "a dry run: nothing was changed\n"
          "too large a ledger to compare before and after; sihu verify tells which lines do not "
          "apply\n"
          "waiting  2 lines whose problem's opening has not arrived yet\n"
          "not restored  cc.jpg: the ledger says it was removed\n"
          "ledger files: 0 new, 0 longer, 0 forked, 0 with nothing new\n"
          "evidence: 0 brought, 0 there already, 0 missing\n");
  }

  TEST_CASE("programs read one object with stable keys") {
    CHECK(
        merge_as_json(a_summary(), Lang::en) ==
        R"({"dry_run":false,"new":1,"longer":0,"forked":1,"equal":1,"older":1,"files":[)"
        R"({"file":"ledger/2026Q4/a.tsv","change":"new","bytes":100,"forks":[]},)"
        R"({"file":"ledger/2026Q4/b.tsv","change":"forked","bytes":20,"forks":["ledger/2026Q4/b~1.tsv"]},)"
        R"({"file":"ledger/2026Q4/c.tsv","change":"equal","bytes":0,"forks":[]},)"
        R"({"file":"ledger/2026Q4/d.tsv","change":"older","bytes":0,"forks":[]}],)"
        R"("archived":["2025Q4"],)"
        R"("events":[{"file":"ledger/2026Q4/a.tsv","line":7,"event":"problem.verify",)"
        R"("problem":"26Q4-zb05-k7m2qx-1","applied_before":true,"why":"concurrent"}],)"
        R"("histories_compared":true,"opened_twice":[],"found_twice":[],"waiting":0,)"
        R"("evidence":{"brought":["aa.jpg"],"equal":0,"missing":["evidence/bb.jpg"],"removed":[],)"
        R"("deleted":["dd.jpg"]},)"
        R"("documents":[{"document":"sihu.yaml","source":"usb/sihu.yaml","difference":"differs"}],)"
        R"("notes":[]})"
        "\n");
  }

  TEST_CASE("two findings that are one problem are named with what closes it, and need nobody") {
    MergeSummary summary;
    summary.found_twice = {{"26Q4-zb05-aaaaaa-1", "26Q4-zb05-bbbbbb-1", "DF-02"}};
    CHECK(merge_as_text(summary, Lang::en)
              .starts_with("one problem  26Q4-zb05-aaaaaa-1 and 26Q4-zb05-bbbbbb-1 (DF-02), found "
                           "twice: "));
    CHECK(merge_as_text(summary, Lang::en).find("closes all") == std::string::npos);
    CHECK(merge_as_json(summary, Lang::en)
              .find(R"("found_twice":[{"first":"26Q4-zb05-aaaaaa-1",)"
                    R"("again":"26Q4-zb05-bbbbbb-1","item":"DF-02"}])") != std::string::npos);
    CHECK_FALSE(summary.needs_a_person());
    summary.found_twice[0].closed = "26Q4-zb05-bbbbbb-1";
    CHECK(merge_as_text(summary, Lang::en).find("26Q4-zb05-bbbbbb-1 was closed") !=
          std::string::npos);
  }

  TEST_CASE("a person is needed for a new fork and for two openings of one id") {
    CHECK_FALSE(MergeSummary{}.needs_a_person());
    CHECK(merge_to_settle(MergeSummary{}).empty());
    CHECK(a_summary().needs_a_person());
    MergeSummary twice;
    twice.opened_twice = {"26Q4-zb05-k7m2qx-1"};
    twice.advice = {{"26Q4-zb05-k7m2qx-1", same("compare them")}};
    CHECK(twice.needs_a_person());
    REQUIRE(merge_to_settle(twice).size() == 1);
    CHECK(merge_to_settle(twice)[0].name == "opened-twice");
  }
}
