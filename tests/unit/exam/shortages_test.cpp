#include "exam/shortages.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::vector<DrawCell> two_cells = {{QuestionKind::single, "fire", {}, 3, 1},
                                         {QuestionKind::judge, "", 2, 4, 1}};

std::string in_english(const Failure& failure, std::size_t fault) {
  return failure.faults.at(fault).what.en;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("those with the same lack are named together, others apart") {
    Shortages shortages(two_cells, 1);
    CHECK_FALSE(shortages.any());
    shortages.add(same("A"), 1, {{0, 2}});
    shortages.add(same("B"), 1, {{0, 2}, {1, 1}});
    shortages.add(same("C"), 1, {{0, 1}});
    REQUIRE(shortages.any());
    const Failure failure = shortages.failure();
    CHECK(failure.kind == Kind::refused);
    REQUIRE(failure.faults.size() == 3);
    const std::string single(wording(QuestionKind::single).in(Lang::en));
    const std::string judge(wording(QuestionKind::judge).in(Lang::en));
    CHECK(in_english(failure, 0) == "C: fire, " + single + ": 3 wanted, 1 missing");
    CHECK(in_english(failure, 1) == "A and B: fire, " + single + ": 3 wanted, 2 missing");
    CHECK(in_english(failure, 2) ==
          "B: any topic, " + judge + ", difficulty 2: 4 wanted, 1 missing");
    CHECK(failure.faults.front().hint.en.empty());
    CHECK(failure.faults.back().hint.en.starts_with("add questions"));
  }

  TEST_CASE("of a make-up it is said that what was asked the first time is left out") {
    Shortages shortages(two_cells, 1, true);
    shortages.add(same("A"), 1, {{0, 1}});
    const Phrase hint = shortages.failure().faults.back().hint;
    CHECK(hint.en.find("asked the first time") != std::string::npos);
    CHECK(hint.zh.find("第一次考过的题") != std::string::npos);
  }

  TEST_CASE("the form is named where a branch has several") {
    Shortages shortages(two_cells, 3);
    shortages.add(same("A"), 2, {{0, 1}});
    CHECK(in_english(shortages.failure(), 0).starts_with("A, form 2: "));
    CHECK(shortages.failure().faults.front().what.zh.starts_with("A第 2 套："));
  }
}
