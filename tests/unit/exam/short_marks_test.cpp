#include "exam/short_marks.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// Marks that p1, p2, … gave one after the other, of ten points, two of them tolerated.
SettledPoints settled(const std::vector<long>& marks) {
  std::vector<GivenPoints> given;
  for (const long mark : marks)
    given.push_back({"p" + std::to_string(given.size() + 1), Rational(mark)});
  return settle_points(given, Rational(2));
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("two marks that are near enough count with their mean") {
    CHECK(settled({}).awaits == AwaitedMarker::first);
    CHECK(settled({6}).awaits == AwaitedMarker::second);
    CHECK(settled({6, 8}).awaits == AwaitedMarker::nobody);
    CHECK(settled({6, 8}).value == Rational(7));
    CHECK(settled({8, 7}).value == Rational(15, 2));
    CHECK(settled({6, 8, 0}).value == Rational(7));
  }

  TEST_CASE("further apart a third marks, and the two nearest count, whichever they are") {
    CHECK(settled({2, 9}).awaits == AwaitedMarker::third);
    CHECK(settled({2, 9, 8}).value == Rational(17, 2));
    CHECK(settled({2, 9, 0}).value == Rational(1));
    CHECK(settled({2, 5, 10}).value == Rational(7, 2));
    CHECK(settled({9, 3, 6}).value == Rational(6));
    CHECK(settled({2, 9, 8, 0}).value == Rational(17, 2));
  }

  TEST_CASE("who marks when it is settled already is named") {
    const auto surplus = [](const std::vector<long>& marks) {
      std::vector<GivenPoints> given;
      for (const long mark : marks)
        given.push_back({"p" + std::to_string(given.size() + 1), Rational(mark)});
      return surplus_markers(given, Rational(2));
    };
    CHECK(surplus({6, 8}).empty());
    CHECK(surplus({6, 8, 0}) == std::vector<std::string>{"p3"});
    CHECK(surplus({2, 9, 8}).empty());
    CHECK(surplus({2, 9, 8, 0}) == std::vector<std::string>{"p4"});
  }

  TEST_CASE("where the middle mark is as near to both others it counts, whoever gave which first") {
    for (const auto& marks : {std::vector<long>{0, 8, 4}, {8, 0, 4}, {4, 0, 8}, {0, 4, 8}})
      CHECK(settled(marks).value == Rational(4));
    CHECK(settled({0, 5, 10}).value == Rational(5));
    CHECK(settled({0, 9, 5}).value == Rational(7));
  }

  TEST_CASE("a candidate has another code with another seed, and none tells the name") {
    const std::string code = candidate_code("seed", "p001");
    CHECK(code.size() == 10);
    CHECK(code != candidate_code("seed", "p002"));
    CHECK(code != candidate_code("seeds", "p001"));
  }
}
