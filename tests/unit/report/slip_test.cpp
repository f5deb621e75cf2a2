#include "report/slip.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("each branch has a page in two copies to sign") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const ListContext context{organisation, workdays, Date(2026, 10, 13)};
    const Problem problem = a_problem();
    Problem other = problem;
    other.id = "26Q4-zb07-k7m2qx-18";
    other.branch = "zb07";
    const std::string page = slips({&problem, &other}, context, Format::html, {.lang = Lang::zh});
    CHECK(count_of(page, "<section>") == 4);
    CHECK(count_of(page, "整改通知单（存根）：第五党支部") == 1);
    CHECK(count_of(page, "整改通知单（送达）：第七党支部") == 1);
    CHECK(count_of(page, "检查人（签字）") == 4);
    CHECK(count_of(page, "26Q4-zb07-k7m2qx-18") == 2);
    CHECK(count_of(page, "break-after: page") == 1);
    const std::string markdown = slips({&problem}, context, Format::md, {.lang = Lang::en});
    CHECK(count_of(markdown, "copy to keep") == 1);
    CHECK(count_of(markdown, "For the branch (signature)") == 2);
    CHECK(count_of(slips({&problem}, context, Format::table, {.lang = Lang::zh}), "\f") == 1);
  }

  TEST_CASE("slips are paper") {
    CHECK(is_for_slips(Format::html));
    CHECK_FALSE(is_for_slips(Format::csv));
    CHECK_FALSE(is_for_slips(Format::xlsx));
  }
}
