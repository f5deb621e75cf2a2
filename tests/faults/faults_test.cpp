#include "base/sha256.hpp"
#include "faults/trial.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <sstream>

namespace {

using namespace sihu::test;
namespace fs = std::filesystem;

// Somebody else's workspace: a file that is new here, one that is longer, and evidence.
void furnish_merge(const Stage& stage) {
  copy_fixture("workspace", stage.path() / "w");
  copy_fixture("workspace", stage.path() / "theirs");
  put_file(stage.path() / "paper.txt", "paper");
  fs::remove(stage.path() / "w/ledger/2026Q4/zb07.m3m3m3.tsv");
  const auto act = [&](const char* note) {
    return stage.sihu({"-C", (stage.path() / "theirs").string(), "rectify", "note", "zb05-k7m2qx-2",
                       "--as", "p001", "--note", note, "--evidence", "paper.txt"},
                      {{"SIHU_DEVICE", "k7m2qx"}});
  };
  REQUIRE(act("one").status == 0);
}

const std::vector<std::string> answers{"check", "run",       "zb05",       "--as",
                                       "p003",  "--answers", "answers.csv"};

void furnish_check(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  put_file(stage.path() / "paper.txt", "paper");
  put_file(stage.path() / "answers.csv",
           "item,result,rule,note,evidence\nDF-01,deduct,late*2,two people,\n"
           "DF-02,pass,,,paper.txt\nDF-04,fail,,not published,\n");
}

// Sheets are readable here: a sealed one has other bytes each time.
void furnish_review(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  put_file(stage.path() / "w/rubrics/work.yaml",
           "rubric: work\nversion: '1'\ntitle: Work\nscale: {from: 1, to: 5}\n"
           "criteria: [{id: C1, title: A, weight: 100}]\n");
  put_file(stage.path() / "sheets.csv", "branch,C1,comment\nzb05,4,good\nzb09,3,\n");
}

void furnish_learning(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  put_file(stage.path() / "paper.txt", "paper");
  put_file(stage.path() / "w/courses/dues.yaml",
           "course: dues\nversion: '1'\ntitle: Dues\ntopic: dues\nkind: exchange\nhours: 2\n");
  put_file(stage.path() / "attendance.csv",
           "on,course,person,hours\n2026-10-12,dues,p001,\n2026-10-12,dues,p003,1.5\n"
           "2026-10-13,dues,p001,\n");
}

// Two of the branch that answers: what one leaves, the other takes over.
void furnish_roster(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  const auto organisation = stage.path() / "w/sihu.yaml";
  std::string people = file_bytes(organisation);
  people.insert(people.find("  - {id: p008"), "  - {id: p006, name: Wu Liu, branch: zb05}\n");
  put_file(organisation, people);
  put_file(stage.path() / "people.csv", "id,name,branch\np010,Ann,zb05\np011,Bob,zb05\n");
  put_file(stage.path() / "zb05.csv", "item,result,note,evidence\nDF-01,fail,a,\nDF-04,fail,b,\n");
  REQUIRE(stage.sihu({"check", "run", "zb05", "--as", "p003", "--answers", "zb05.csv"}).status ==
          0);
}

// A ledger that an office filled in: who owns each problem, and what is being done about it.
void furnish_returned(const Stage& stage) {
  furnish_roster(stage);
  const auto list = stage.sihu({"problems", "--columns", "id", "--format", "csv"});
  REQUIRE(list.status == 0);
  std::istringstream ids(list.out);
  std::string id;
  std::getline(ids, id);
  std::string back = "id,owner,measures\n";
  while (std::getline(ids, id)) back += id + ",p005,posted each month\n";
  put_file(stage.path() / "back.csv", back);
}

void furnish_appraisal(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  const auto organisation = stage.path() / "w/sihu.yaml";
  put_file(organisation, file_bytes(organisation) + "appraise: {checklist: dues}\n");
  put_file(stage.path() / "marks.csv",
           "item,points,reason\nDF-01,4,late once\nDF-02,na,new\nDF-04,8,seen\n");
}

// Yesterday a question was missed in a drill: it is due again.
void furnish_drill(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  copy_fixture("exam/banks", stage.path() / "w/banks");
  REQUIRE(
      stage.sihu({"learn", "drill", "--new", "1"}, {{"SIHU_NOW", "2026-11-09"}}, "/-\n").status ==
      0);
}

void furnish_plain(const Stage& stage) {
  copy_fixture("workspace", stage.path() / "w");
}

const std::vector<std::string> note{"rectify", "note", "zb05-k7m2qx-2", "--note", "催办了"};

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE("a first recording in a new quarter") {
    Trial({.furnish = furnish_plain, .command = note}).run();
  }

  TEST_CASE("a recording behind a torn end, with evidence") {
    const auto furnish = [](const Stage& stage) {
      furnish_plain(stage);
      REQUIRE(stage.sihu(note, {{"SIHU_NOW", "2026-11-09"}}).status == 0);
      const auto file = stage.path() / "w/ledger/2026Q4/zb05.b5b5b5.tsv";
      put_file(file, file_bytes(file) + "2026-11-09T00:00:00.0");
      put_file(stage.path() / "paper.txt", "paper");
    };
    auto command = note;
    command.insert(command.end(), {"--evidence", "paper.txt"});
    Trial({.furnish = furnish, .command = command}).run();
  }

  TEST_CASE("a whole checklist of answers, with evidence") {
    Trial({.furnish = furnish_check, .command = answers, .once = true}).run();
  }

  TEST_CASE("a whole file of answers, a workbook") {
    const auto furnish = [](const Stage& stage) {
      copy_fixture("inspection", stage.path() / "w");
      fs::copy_file(fs::path(SIHU_SOURCE_DIR) / "tests/fixtures/workbooks/answers.xlsx",
                    stage.path() / "answers.xlsx");
    };
    Trial({.furnish = furnish,
           .command = {"check", "run", "zb05", "--as", "p003", "--answers", "answers.xlsx"},
           .once = true})
        .run();
  }

  TEST_CASE("a whole file of answers to fill in, a workbook") {
    Trial({.furnish = furnish_check,
           .command = {"check", "form", "zb05", "-o", "form.xlsx", "--replace"},
           .once = true})
        .run();
  }

  TEST_CASE("the plan of a quarter") {
    Trial({.furnish = furnish_plain,
           .command = {"plan", "2026Q4", "--replace", "--as", "p900"},
           .once = true})
        .run();
  }

  TEST_CASE("a whole file of review sheets") {
    Trial({.furnish = furnish_review,
           .command = {"review", "record", "2026Q4", "--as", "p001", "--answers", "sheets.csv"}})
        .run();
  }

  TEST_CASE("appraising from a whole file") {
    Trial(
        {.furnish = furnish_appraisal,
         .command = {"appraise", "run", "2026H2", "p005", "--as", "p900", "--answers", "marks.csv"},
         .once = true})
        .run();
  }

  TEST_CASE("appraising by typing, an item with its reason") {
    Trial({.furnish = furnish_appraisal,
           .command = {"appraise", "run", "2026H2", "p005", "--as", "p900"},
           .input = "4\nlate once\nq\n"})
        .run();
  }

  TEST_CASE("appraising: a veto") {
    Trial({.furnish = furnish_appraisal,
           .command = {"appraise", "veto", "2026H2", "p005", "--as", "p900", "--number", "2026-3",
                       "--reason", "clause 2"}})
        .run();
  }

  TEST_CASE("learning from a whole table") {
    Trial({.furnish = furnish_learning,
           .command = {"learn", "record", "--as", "p900", "--answers", "attendance.csv"},
           .once = true})
        .run();
  }

  TEST_CASE("learning from others, a practice with evidence") {
    Trial({.furnish = furnish_learning,
           .command = {"practice", "add", "zb05", "--item", "DF-02", "--note", "a list",
                       "--evidence", "paper.txt", "--as", "p003"},
           .once = true})
        .run();
  }

  TEST_CASE("the ledger of an office comes back, all of it or nothing") {
    Trial({.furnish = furnish_returned,
           .command = {"rectify", "import", "back.csv", "--as", "p005"},
           .once = true})
        .run();
  }

  TEST_CASE("the roster: open problems pass on, all or none") {
    Trial({.furnish = furnish_roster,
           .command = {"roster", "handover", "p005", "--to", "p006", "--note", "moved", "--as",
                       "p900"},
           .once = true,
           .lang = "zh"})
        .run();
  }

  TEST_CASE("the roster: a talk is logged once") {
    Trial({.furnish = furnish_roster,
           .command = {"roster", "log", "p003", "--kind", "talk", "--on", "2026-10-01", "--as",
                       "p900"},
           .once = true})
        .run();
  }

  TEST_CASE("the roster: people of a table, all or nobody") {
    Trial({.furnish = furnish_roster, .command = {"roster", "import", "people.csv"}, .once = true})
        .run();
  }

  TEST_CASE("learning by a drill: what was answered stays, and it is recorded once") {
    Trial({.furnish = furnish_drill, .command = {"learn", "drill"}, .once = true, .input = "/-\n"})
        .run();
  }

  TEST_CASE("reminding: who was told is recorded, and told no more") {
    const auto furnish = [](const Stage& stage) {
      furnish_plain(stage);
      const auto organisation = stage.path() / "w/sihu.yaml";
      put_file(organisation, file_bytes(organisation) + "remind: {deliver: ['true']}\n");
    };
    Trial({.furnish = furnish,
           .command = {"remind", "--as", "p900"},
           .whole = false,
           .so_far = true,
           .once = true,
           .lang = "zh"})
        .run();
  }

  TEST_CASE("what is due, without a snapshot") {
    Trial({.furnish = furnish_plain,
           .command = {"due"},
           .status = 1,
           .lasting = false,
           .once = true,
           .lang = "zh"})
        .run();
  }

  TEST_CASE("what is due, by the snapshot and what is new") {
    const auto furnish = [](const Stage& stage) {
      furnish_plain(stage);
      REQUIRE(stage.sihu({"due"}).status == 1);
      REQUIRE(stage.sihu(note).status == 0);
    };
    Trial({.furnish = furnish,
           .command = {"due"},
           .status = 1,
           .lasting = false,
           .once = true,
           .lang = "zh"})
        .run();
  }

  TEST_CASE("merging") {
    Trial({.furnish = furnish_merge, .command = {"merge", "theirs"}, .whole = false, .once = true})
        .run();
  }

  TEST_CASE("exporting over an older file") {
    const auto furnish = [](const Stage& stage) {
      furnish_plain(stage);
      put_file(stage.path() / "lines.jsonl", "old");
    };
    Trial({.furnish = furnish,
           .command = {"export", "--what", "events", "-o", "lines.jsonl"},
           .once = true})
        .run();
  }

  TEST_CASE("the committee has evidence removed") {
    const auto furnish = [](const Stage& stage) {
      furnish_plain(stage);
      put_file(stage.path() / "paper.txt", "paper");
      auto with_paper = note;
      with_paper.insert(with_paper.end(), {"--evidence", "paper.txt"});
      REQUIRE(stage.sihu(with_paper).status == 0);
    };
    Trial({.furnish = furnish,
           .command = {"evidence", "remove", sihu::sha256_hex("paper").substr(0, 12), "--as",
                       "p900", "--reason", "a face"},
           .once = true})
        .run();
  }

  TEST_CASE("a fault in looking where we are makes no new device and forgets nobody") {
    const Stage stage([](const Stage& made) {
      furnish_plain(made);
      REQUIRE(made.sihu({"me", "p005"}).status == 0);
    });
    const std::map<std::string, std::string> nobody{{"SIHU_DEVICE", ""}, {"SIHU_AS", ""}};
    REQUIRE(stage.sihu(note, nobody).status == 0);
    const std::string state = (stage.path() / "state").string();
    const auto remembered = [&] { return files_below(state); };
    const Files before = remembered();
    for (int at = 1; at <= 40; ++at) {
      auto more = nobody;
      more.insert({{"LD_PRELOAD", SIHU_INJECT},
                   {"SIHU_FAULT_UNDER", state + ":/etc/machine-id"},
                   {"SIHU_FAULT_AT", std::to_string(at)},
                   {"SIHU_FAULT_DO", std::to_string(EIO)}});
      const Outcome outcome = stage.sihu(note, more);
      CHECK_MESSAGE((outcome.status == 0 || outcome.status == 4), outcome.err);
      CHECK(remembered() == before);
    }
  }

  TEST_CASE("on a file system that lets nothing be written") {
    const std::vector<std::vector<std::string>> reading{{"due"},
                                                        {"problems"},
                                                        {"verify"},
                                                        {"export", "--what", "events"},
                                                        {"check", "status"},
                                                        {"rectify", "show", "zb05-k7m2qx-2"},
                                                        {"lint"}};
    for (const auto& command : reading) {
      const Stage stage(furnish_plain);
      const int status = stage.sihu(command).status;
      Trial trial(
          {.furnish = furnish_plain, .command = command, .status = status, .lasting = false});
      const Outcome outcome = trial.run_read_only();
      CHECK_MESSAGE(outcome.status == status, command[0] << ": " << outcome.err);
      CHECK(outcome.out == trial.undisturbed().out);
    }
    const Outcome refused = Trial({.furnish = furnish_plain, .command = note}).run_read_only();
    CHECK(refused.status == 4);
    CHECK(refused.err.find("hint: mount it writable") != std::string::npos);
  }
}
