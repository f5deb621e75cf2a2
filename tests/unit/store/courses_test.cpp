#include "store/courses.hpp"

#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string course_text(const std::string& id, const std::string& hours = "2") {
  return "course: " + id + "\nversion: '1'\ntitle: C\ntopic: t\nkind: exchange\nhours: " + hours +
         "\n";
}

Workspace with_courses(const TemporaryFolder& folder,
                       const std::vector<std::pair<std::string, std::string>>& courses) {
  put_file(folder.path() / "sihu.yaml",
           "sihu: 1\norganisation: {id: s, name: S}\nbranches: [{id: a, name: A}]\npeople: []\n");
  for (const auto& [id, text] : courses) put_file(folder.path() / "courses" / (id + ".yaml"), text);
  auto workspace = Workspace::open(folder.path());
  REQUIRE(workspace);
  return std::move(*workspace);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a course is found by its id, and an unknown one is said with the nearest") {
    const TemporaryFolder folder;
    const auto workspace = with_courses(folder, {{"dues", course_text("dues")}});
    const auto kept = read_course(workspace, "dues");
    REQUIRE(kept);
    CHECK(kept->course.hours == 2);
    CHECK(kept->doc() == kept->digest.substr(0, 16));
    const auto unknown = read_course(workspace, "due");
    CHECK(fault_names(unknown) == "0:0 unknown-course");
    CHECK(unknown.error().faults[0].hint.en == "did you mean dues?");
    CHECK(fault_names(read_course(workspace, "../sihu")) == "0:0 unknown-course");
  }

  TEST_CASE("all courses come by id, and what is wrong with any of them in one run") {
    const TemporaryFolder good;
    const auto all =
        read_courses(with_courses(good, {{"b", course_text("b")}, {"a", course_text("a")}}));
    REQUIRE(all);
    REQUIRE(all->size() == 2);
    CHECK((*all)[0].course.id == "a");
    const TemporaryFolder bad;
    CHECK(fault_names(read_courses(
              with_courses(bad, {{"b", course_text("b", "0")}, {"a", course_text("a", "x")}}))) ==
          "6:8 wrong-type, 6:8 out-of-range");
    const TemporaryFolder none;
    CHECK(read_courses(with_courses(none, {}))->empty());
  }
}
