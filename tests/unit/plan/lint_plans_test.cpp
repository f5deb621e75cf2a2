#include "plan/lint_plans.hpp"

#include "plan/organise.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const LintFile organisation{
    "sihu.yaml",
    "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}, {id: b, name: B}, "
    "{id: c, name: C}, {id: d, name: D}, {id: e, name: E}]\npeople: []\nrecuse: [[a, b]]\n"};

LintFile plan(const std::string& quarter, const std::vector<std::string>& rows,
              const std::string& more = "") {
  std::string text = "plan: " + quarter + "\n" + more + "rows:\n";
  for (const std::string& row : rows)
    text += "  - {mutual: " + row.substr(0, row.find(' ')) +
            ", from: " + row.substr(row.find(' ') + 1, 1) + ", to: " + row.substr(row.size() - 1) +
            "}\n";
  return {"plans/" + quarter + ".yaml", text};
}

std::string judged(std::vector<LintFile> files, std::vector<LintFile> context = {organisation},
                   Date today = Date(2026, 9, 1)) {
  LintInput input;
  input.today = today;
  input.files = std::move(files);
  input.context = std::move(context);
  const auto faults = judge_plans(input);
  for (const Fault& fault : faults)
    CHECK(fault.warning == (fault.name != "itself" || today > Date(2026, 12, 31)));
  return fault_names(faults);
}

const std::vector<std::string> good{"check a c", "check b d", "check c e", "check d a",
                                    "check e b"};

// The same, and everybody is reviewed, though by one only: rows 8 to 12.
const std::vector<std::string> all_reviewed{"check a c",  "check b d",  "check c e",  "check d a",
                                            "check e b",  "review a d", "review b e", "review c a",
                                            "review d b", "review e c"};

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a plan that keeps the rules gets no warning") {
    CHECK(judged({plan("2026Q4", good)}) == "");
  }

  TEST_CASE("that a branch inspects or reviews itself can't be carried out, while there is time") {
    auto rows = good;
    rows[0] = "check a a";
    rows.push_back("review b b");
    LintInput input;
    input.files = {plan("2026Q4", rows)};
    input.context = {organisation};
    const auto faults_named_itself = [&] {
      std::ptrdiff_t count = 0;
      for (const Fault& fault : judge_plans(input))
        count += fault.name == "itself" && !fault.warning ? 1 : 0;
      return count;
    };
    input.today = Date(2026, 12, 31);
    CHECK(faults_named_itself() == 2);
    input.today = Date(2027, 1, 1);
    CHECK(faults_named_itself() == 0);
  }

  TEST_CASE("a broken rule is a warning at its row") {
    auto rows = good;
    rows[0] = "check a b";
    CHECK(judged({plan("2026Q4", rows)}) == "2:1 demand, 3:5 recused, 3:5 demand");
    rows = good;
    rows[1] = "check b e";
    rows[2] = "check c d";
    CHECK(judged({plan("2026Q4", rows)}) == "4:5 mutual");
    rows = good;
    rows.push_back("check e b");
    CHECK(judged({plan("2026Q4", rows)}) == "7:5 demand, 7:5 load, 8:5 twice");
  }

  TEST_CASE("what an earlier plan had counts, whether it is asked about or not") {
    CHECK(judged({plan("2026Q4", good)}, {organisation, plan("2026Q3", good)}) ==
          "3:5 repeat, 4:5 repeat, 5:5 repeat, 6:5 repeat, 7:5 repeat");
    CHECK(judged({plan("2026Q4", good)}, {organisation, plan("2027Q1", good)}) == "");
  }

  TEST_CASE("a plan for other branches is not asked for shares and turns") {
    CHECK(judged({plan("2026Q4", {"check a c", "check c a"})}) != "");
    CHECK(judged({plan("2026Q4", {"check a c"}, "made: {roster: '0123456789abcdef'}\n")}) == "");
    CHECK(judged({plan("2026Q4", {"check a b"}, "made: {roster: '0123456789abcdef'}\n")}) ==
          "4:5 recused");
  }

  TEST_CASE("the other mutuals have rules too") {
    auto rows = good;
    for (const char* row :
         {"review a a", "test a c", "test b c", "test c b", "learn a d", "learn a d"})
      rows.emplace_back(row);
    CHECK(judged({plan("2026Q4", rows)}) ==
          "2:1 left-out, 2:1 left-out, 2:1 left-out, 2:1 left-out, 2:1 left-out, 2:1 left-out, "
          "2:1 left-out, 2:1 left-out, 8:5 itself, 9:5 inspected-too, 10:5 mutual, 12:5 "
          "inspected-too, "
          "13:5 twice");
  }

  TEST_CASE("who judges does not teach, and nobody teaches more than learn: capacity") {
    auto rows = good;
    for (const char* row : {"learn a c", "learn c a", "learn b a", "learn b c", "learn b e"})
      rows.push_back(row);
    CHECK(judged({plan("2026Q4", rows)}) ==
          "8:5 inspected-too, 9:5 inspected-too, 12:5 inspected-too, 12:5 capacity");
    CHECK(judged({plan("2026Q4", rows)}, {organisation}, Date(2027, 1, 1)) == "");
    // the same two may have two lessons
    LintFile two = plan("2026Q4", good);
    two.text +=
        "  - {mutual: learn, from: a, to: b, item: x/A-1}\n"
        "  - {mutual: learn, from: a, to: b, item: x/A-2}\n";
    CHECK(judged({two}) == "");
    two.text += "  - {mutual: learn, from: a, to: b, item: x/A-2}\n";
    CHECK(judged({two}) == "10:5 twice, 10:5 capacity");
  }

  TEST_CASE("those who are recused neither review nor set papers for each other") {
    auto rows = all_reviewed;
    rows.emplace_back("review a b");
    rows.emplace_back("learn a b");
    CHECK(judged({plan("2026Q4", rows)}) == "2:1 few-reviewers, 13:5 recused");
    CHECK(judged({plan("2026Q4", {"test b a"}, "made: {roster: '0123456789abcdef'}\n")}) ==
          "4:5 recused");
  }

  TEST_CASE("a review of the branch one inspects is warned of where it can be helped") {
    auto rows = all_reviewed;
    rows.emplace_back("review c e");
    CHECK(judged({plan("2026Q4", rows)}) == "2:1 few-reviewers, 13:5 inspected-too");
    rows.emplace_back("review c b");
    CHECK(judged({plan("2026Q4", rows)}) == "2:1 few-reviewers, 13:5 inspected-too");
    rows.emplace_back("review c d");  // now it reviews all there are
    CHECK(judged({plan("2026Q4", rows)}).find("inspected-too") == std::string::npos);
  }

  TEST_CASE("whom nobody reviews or sets a paper for is told, where others have some") {
    auto rows = all_reviewed;
    rows.pop_back();
    CHECK(judged({plan("2026Q4", rows)}) == "2:1 left-out, 2:1 few-reviewers");
    rows = good;
    rows.emplace_back("test c a");
    CHECK(judged({plan("2026Q4", rows)}) ==
          "2:1 left-out, 2:1 left-out, 2:1 left-out, 2:1 left-out");
    CHECK(judged({plan("2026Q4", {"test c a"}, "made: {roster: '0123456789abcdef'}\n")}) == "");
  }

  TEST_CASE("a plan that sihu made and that lost all its reviews or papers has left all out") {
    const std::string made = "made: {by: p1, date: 2026-09-20}\n";
    CHECK(judged({plan("2026Q4", good, made)}) == "3:1 left-out, 3:1 left-out");
    CHECK(judged({plan("2026Q4", all_reviewed, made)}) == "3:1 few-reviewers, 3:1 left-out");
    CHECK(judged({plan("2026Q4", good)}) == "");
  }

  TEST_CASE("whom fewer branches review than a result needs sheets is told, where more could") {
    std::vector<std::string> rows{"check c d", "check d e", "check e c", "check a e", "check b c"};
    for (const char* to : {"a", "b", "c", "d", "e"})
      for (const char* from : {"a", "b", "c", "d", "e"})
        if (std::string(from) != to &&
            std::string("ab ba").find(std::string(from) + to) == std::string::npos)
          rows.push_back(std::string("review ") + from + " " + to);
    const auto few = [](const std::string& faults) {
      return faults.find("few-reviewers") != std::string::npos;
    };
    CHECK_FALSE(few(judged({plan("2026Q4", rows)})));
    LintFile more = organisation;
    more.text += "review: {least: 4}\n";
    // a and b, of whom neither reviews the other, have all that they can have.
    CHECK_FALSE(few(judged({plan("2026Q4", rows)}, {more})));
    rows.pop_back();
    CHECK_FALSE(few(judged({plan("2026Q4", rows)})));
    CHECK(few(judged({plan("2026Q4", rows)}, {more})));
    CHECK_FALSE(few(judged({plan("2026Q4", rows)}, {more}, Date(2027, 1, 1))));
  }

  TEST_CASE("that capacities make loads differ by more than one is told") {
    LintFile limited = organisation;
    limited.text += "plan: {capacity: {a: 0}}\n";
    const std::vector<std::string> rows{"check b c", "check b d", "check c e", "check d a",
                                        "check e b"};
    CHECK(judged({plan("2026Q4", rows)}, {limited}) == "2:1 uneven-loads");
    CHECK(judged({plan("2026Q4", rows)}, {limited}, Date(2027, 1, 1)) == "");
  }

  TEST_CASE("a place of the rotation that can't be is told") {
    const std::string made = "made: {by: p1, roster: '" + roster_of({"a", "b", "c", "d", "e"}) +
                             "'}\nrotation: {seed: "
                             "'0123456789abcdef', cycle: 0, round: ";
    const auto with_round = [&](const std::string& round) {
      LintFile file = plan("2026Q4", good, made + round + "}\n");
      return judged({file}, {organisation}, Date(2027, 1, 1));
    };
    CHECK(with_round("4") == "");
    CHECK(with_round("99") == "3:1 out-of-range");
  }

  TEST_CASE("a quarter that is over is not judged by what the rules became since") {
    const Date over(2027, 1, 1);
    auto rows = good;
    rows[0] = "check a b";  // by now recused, and c gets none
    for (const char* row : {"review a b", "review e b", "test b a", "test c e"})
      rows.emplace_back(row);
    CHECK(judged({plan("2026Q4", rows)}) != "");
    CHECK(judged({plan("2026Q4", rows)}, {organisation}, over) == "");
    CHECK(judged({plan("2026Q4", good)}, {organisation, plan("2026Q3", good)}, over) == "");
    CHECK(judged({plan("2026Q4", good, "made: {by: p1, date: 2026-09-20}\n")}, {organisation},
                 over) == "");
    rows = {"check a c", "check c a", "check d d", "check e b",  "check e b",
            "test a e",  "test e a",  "learn b c", "review d d", "learn b c"};
    CHECK(judged({plan("2026Q4", rows)}, {organisation}, over) ==
          "3:5 mutual, 5:5 itself, 7:5 twice, 8:5 mutual, 11:5 itself, 12:5 twice");
  }

  TEST_CASE("without sound documents nothing is judged") {
    CHECK(judged({plan("2026Q4", {"check a b"})}, {}) == "");
    CHECK(judged({{"plans/2026Q4.yaml", "plan: 2026Q4\n"}}) == "");
  }

  TEST_CASE("the rows that can be read are judged though another can't") {
    LintFile broken = plan("2026Q4", {"check a a", "check b d"});
    broken.text += "  - {mutual: chek, from: c, to: e}\n";
    CHECK(judged({broken}) == "3:5 itself");
    broken.text = "plan: 2026Q9\n" + broken.text.substr(broken.text.find('\n') + 1);
    CHECK(judged({broken}).empty());
  }
}
