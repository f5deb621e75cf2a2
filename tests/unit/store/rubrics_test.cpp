#include "store/rubrics.hpp"

#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

std::string rubric_text(const std::string& id) {
  return "rubric: " + id +
         "\nversion: '1'\ntitle: W\nscale: {from: 1, to: 5}\ncriteria: [{id: C1, title: A, weight: "
         "100}]\n";
}

// A workspace with these rubrics; `review` stands in its sihu.yaml.
Workspace with_rubrics(const TemporaryFolder& folder, const std::vector<std::string>& ids,
                       const std::string& review = "{}") {
  put_file(folder.path() / "sihu.yaml",
           "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}]\npeople: []\n"
           "review: " +
               review + "\n");
  for (const std::string& id : ids)
    put_file(folder.path() / "rubrics" / (id + ".yaml"), rubric_text(id));
  auto workspace = Workspace::open(folder.path());
  REQUIRE(workspace);
  return std::move(*workspace);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("the only rubric is the one, of several it is the one that sihu.yaml names") {
    const TemporaryFolder one;
    const auto kept = current_rubric(with_rubrics(one, {"work"}));
    REQUIRE(kept);
    CHECK(kept->rubric.id == "work");
    CHECK(kept->doc() == kept->digest.substr(0, 16));
    const TemporaryFolder two;
    CHECK(current_rubric(with_rubrics(two, {"work", "other"}, "{rubric: work}"))->rubric.id ==
          "work");
  }

  TEST_CASE("none, several, or none of that name is said") {
    const TemporaryFolder none;
    CHECK(fault_names(current_rubric(with_rubrics(none, {}))) == "0:0 no-rubric");
    const TemporaryFolder two;
    CHECK(fault_names(current_rubric(with_rubrics(two, {"work", "other"}))) ==
          "0:0 several-rubrics");
    const TemporaryFolder wrong;
    CHECK(fault_names(current_rubric(with_rubrics(wrong, {"work"}, "{rubric: wrk}"))) ==
          "0:0 unknown-rubric");
  }

  TEST_CASE("what was recorded is found by its digest, whatever became of the file") {
    const TemporaryFolder folder;
    const auto workspace = with_rubrics(folder, {"work"});
    const auto kept = current_rubric(workspace);
    put_file(folder.path() / "evidence" / (kept->digest + ".yaml"), kept->text);
    put_file(folder.path() / "rubrics/work.yaml", rubric_text("new"));
    CHECK(recorded_rubric(workspace, kept->doc())->rubric.id == "work");
    CHECK(fault_names(recorded_rubric(workspace, "0000000000000000")) == "0:0 unknown-document");
  }
}
