#include "faults/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>

namespace {

using namespace sihu::test;

const std::string stick = "stick";

void furnish_home(const Stage& stage) {
  copy_fixture("workspace", stage.path() / "w");
}

Outcome make_stick(const Stage& stage, std::map<std::string, std::string> more = {}) {
  return stage.sihu({"export", "--what", "workspace", "--branch", "zb05", "-o", stick}, more);
}

// The files whose names begin so, without what a killed program leaves beside.
Files below(const Files& files, const std::string& folder) {
  Files found;
  for (const auto& [name, bytes] : files)
    if (name == folder || name.starts_with(folder + "/")) found.emplace(name, bytes);
  return found;
}

bool has_left_over(const Files& files) {
  return std::ranges::any_of(files,
                             [](const auto& file) { return file.first.starts_with("." + stick); });
}

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE(
      "exporting a workspace for one branch: it is whole or not there, and home is as it was") {
    const Stage stage(furnish_home);
    const Files home = below(stage.files(), "w");
    REQUIRE(make_stick(stage).status == 0);
    const Files whole = below(stage.files(), stick);
    REQUIRE(whole.size() > 5);
    int disturbed = 0;
    for (const std::string& what :
         {std::to_string(EIO), std::to_string(ENOSPC), std::string("kill")}) {
      int since_last = 0;  // calls behind the last one that mattered
      for (int at = 1; since_last < 20; ++at) {
        stage.renew();
        const Outcome outcome = make_stick(stage, {{"LD_PRELOAD", SIHU_INJECT},
                                                   {"SIHU_FAULT_UNDER", stage.path().string()},
                                                   {"SIHU_FAULT_AT", std::to_string(at)},
                                                   {"SIHU_FAULT_DO", what}});
        INFO(what << " at call " << at << ": " << outcome.err);
        const bool killed = outcome.status == 128 + 9;
        CHECK((outcome.status == 0 || outcome.status == 4 || killed));
        const Files after = stage.files();
        const Files made = below(after, stick);
        CHECK((made == whole || (made.empty() && outcome.status != 0)));
        CHECK(lasting(below(after, "w")) == lasting(home));
        if (outcome.status == 0) CHECK_FALSE(has_left_over(after));
        disturbed += outcome.status != 0;
        since_last = outcome.status != 0 ? 0 : since_last + 1;
        if (made.empty()) CHECK(make_stick(stage).status == 0);
      }
    }
    CHECK(disturbed > 40);
  }
}
