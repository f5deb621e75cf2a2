#include "faults/trial.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <cerrno>

namespace {

using namespace sihu::test;
namespace fs = std::filesystem;

void furnish_plain(const Stage& stage) {
  copy_fixture("workspace", stage.path() / "w");
}

// A workspace that keeps its quarters for a month, so that the third of 2026 may go.
void furnish_kept_a_month(const Stage& stage) {
  furnish_plain(stage);
  const auto settings = stage.path() / "w/sihu.yaml";
  put_file(settings, file_bytes(settings) + "retention: 30d\n");
}

// Answers are readable here: sealed ones have other bytes each time.
void furnish_exam(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  fs::copy(fs::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/exam", stage.path() / "w",
           fs::copy_options::recursive);
}

// The secret keys below the home of a stage, and that only their owner may read them.
std::vector<fs::path> secret_keys(const Stage& stage) {
  std::vector<fs::path> keys;
  const auto folder = stage.path() / ".config/sihu/keys";
  if (!fs::exists(folder)) return keys;
  for (const auto& entry : fs::directory_iterator(folder)) {
    struct stat status {};
    REQUIRE(::stat(entry.path().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    if (entry.path().extension() == ".key") keys.push_back(entry.path());
  }
  return keys;
}

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE("sealing") {
    Trial({.furnish = furnish_plain,
           .command = {"seal", "--as", "p900", "--note", "October bulletin"},
           .once = true})
        .run();
  }

  TEST_CASE("hiding the texts of a line") {
    Trial({.furnish = furnish_plain,
           .command = {"redact", "2026Q4/zb03.k7m2qx.tsv:2", "--as", "p900", "--reason", "illness"},
           .once = true,
           .lang = "zh"})
        .run();
  }

  TEST_CASE("archiving a quarter") {
    Trial({.furnish = furnish_kept_a_month,
           .command = {"archive", "2026Q3", "--as", "p900", "-o", "q3.tar.gz", "--reason", "kept"},
           .once = true,
           .archive = "q3.tar.gz"})
        .run();
  }

  TEST_CASE("planning a quarter") {
    Trial({.furnish = furnish_plain,
           .command = {"plan", "2026Q4", "--as", "p900", "--replace", "--seed", "2026117"},
           .once = true})
        .run();
  }

  TEST_CASE("examining: a paper is drawn") {
    Trial({.furnish = furnish_exam,
           .command = {"test", "paper", "2026Q4", "safety", "--seed", "1", "--as", "p900"},
           .once = true})
        .run();
  }

  TEST_CASE("examining: answers on paper are handed in, and marked") {
    const auto furnish = [](const Stage& stage) {
      furnish_exam(stage);
      REQUIRE(
          stage.sihu({"test", "paper", "2026Q4", "safety", "--seed", "1", "--as", "p900"}).status ==
          0);
      put_file(stage.path() / "answers.csv", "person,number,response\np001,1,A\np003,2,B\n");
    };
    const std::vector<std::string> hand_in{"test",      "record",      "2026Q4", "safety",
                                           "--answers", "answers.csv", "--as",   "p900"};
    Trial({.furnish = furnish, .command = hand_in, .once = true}).run();
    const auto handed_in = [&](const Stage& stage) {
      furnish(stage);
      REQUIRE(stage.sihu(hand_in).status == 0);
    };
    Trial({.furnish = handed_in,
           .command = {"test", "grade", "2026Q4", "safety", "--record", "--as", "p900"},
           .once = true})
        .run();
  }

  TEST_CASE("examining: a bank of another program is taken over") {
    const auto furnish = [](const Stage& stage) {
      furnish_exam(stage);
      put_file(stage.path() / "extra.gift", "::X-1::It is so. {T}\n\n::X-2::Which? {=a ~b}\n");
    };
    Trial({.furnish = furnish,
           .command = {"test", "bank", "import", "extra.gift", "--replace"},
           .once = true})
        .run();
  }

  TEST_CASE("making a key") {
    const std::vector<std::string> command{"key", "new", "--as", "p900"};
    const auto with = [](const std::string& what, const Stage& stage, int at) {
      return std::map<std::string, std::string>{{"LD_PRELOAD", SIHU_INJECT},
                                                {"SIHU_FAULT_UNDER", stage.path().string()},
                                                {"SIHU_FAULT_AT", std::to_string(at)},
                                                {"SIHU_FAULT_DO", what}};
    };
    const Stage stage(furnish_plain);
    int disturbed = 0;
    for (const std::string& what :
         {std::to_string(EIO), std::to_string(ENOSPC), std::string("short"), std::string("kill")}) {
      for (int at = 1; at <= 60; ++at) {
        stage.renew();
        const Outcome outcome = stage.sihu(command, with(what, stage, at));
        INFO(what << " at call " << at << ": " << outcome.err);
        disturbed += outcome.status != 0;
        const bool killed = outcome.status == 128 + 9;
        CHECK((outcome.status == 0 || outcome.status == 4 || killed));
        const auto keys = secret_keys(stage);
        if (outcome.status == 0) CHECK(keys.size() == 1);
        if (outcome.out.find("ed25519:") != std::string::npos) CHECK(keys.size() == 1);
        // Whatever lies there is a whole key, and the next one can be made.
        const Outcome list = stage.sihu({"key", "list", "--format", "csv"});
        CHECK_MESSAGE(list.status == 0, list.err);
        CHECK(stage.sihu(command).status == 0);
        CHECK(secret_keys(stage).size() == keys.size() + 1);
      }
    }
    CHECK(disturbed > 20);
  }
}
