#include "exam/points_file.hpp"

#include "support/fault_names.hpp"
#include "support/short_papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

struct Handed {
  ShortPaper paper;
  ExamState state;
  MarkedPapers marked;

  Handed() {
    paper.hand_in("pa", {"T", "words", "more"});
    state = paper.state();
    marked = paper.mark(state);
  }
  std::string code() const { return paper.key("pa", "").code; }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("marks are read back from the sheet, rows left empty are for later") {
    const Handed handed;
    const auto points = load_points("code,question,full,response,points\n" + handed.code() +
                                        ",base/t1,5,words,3.5\n" + handed.code() +
                                        ",base/t2,5,more,\n# a remark,,,,\n",
                                    "marks.csv", handed.marked.short_answers);
    REQUIRE(points);
    REQUIRE(points->size() == 1);
    CHECK(points->at(0).key == handed.paper.key("pa", "base/t1"));
    CHECK(points->at(0).value == Rational(7, 2));
  }

  TEST_CASE("all that is wrong with a sheet of marks is said at once") {
    const Handed handed;
    const std::string code = handed.code();
    CHECK(fault_names(load_points("code,question,points,mark\n" + code + ",base/t1,6,\n" + code +
                                      ",base/t9,1,\n" + "0000000000,base/t1,1,\n" + code +
                                      ",base/t2,1,\n" + code + ",base/t2,2,\n",
                                  "marks.csv", handed.marked.short_answers)) ==
          "1:22 unknown-key, 2:20 not-points, 3:12 no-such-answer, 4:1 unknown-code, 6:1 "
          "points-twice");
    CHECK(fault_names(load_points("code,points\n", "marks.csv", handed.marked.short_answers)) ==
          "1:1 column-missing");
    CHECK(fault_names(load_points("code,question,points\n" + code + ",base/t1,\n", "marks.csv",
                                  handed.marked.short_answers)) == "1:1 nothing-filled-in");
  }

  TEST_CASE("each cell of a row that is wrong is said, and what a rule forbids, in the same run") {
    const Handed handed;
    const std::string code = handed.code();
    CHECK(fault_names(load_points("code,question,points\n0000000000,base/t9,x\n" + code +
                                      ",base/t1,1\n" + code + ",base/t1,6\n0000000000,base/t1,-1\n",
                                  "marks.csv", handed.marked.short_answers)) ==
          "2:1 unknown-code, 2:12 unknown-question, 2:20 not-points, 4:1 points-twice, 4:20 "
          "not-points, 5:1 unknown-code, 5:20 not-points");
    const PointsRefusal refusal = [](const NewPoints& one) -> std::optional<Fault> {
      return Fault{one.place, "own-branch", {}};
    };
    const std::string good = "code,question,points\n" + code + ",base/t1,1\n";
    CHECK(fault_names(load_points(good + code + ",base/t2,x\n", "marks.csv",
                                  handed.marked.short_answers, refusal)) ==
          "2:20 own-branch, 3:20 not-points");
    CHECK(load_points(good, "marks.csv", handed.marked.short_answers, refusal));
  }
}
