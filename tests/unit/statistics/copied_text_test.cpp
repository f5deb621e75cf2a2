#include "statistics/copied_text.hpp"

#include "support/numbers.hpp"
#include "wording/letters.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("texts are as similar as in the reference") {
    const Node reference = read_reference("statistics/reference/detect/expected_text.json");
    for (const Node& row : reference.items) {
      CHECK(letters_of(at(row, "a").text) == at(row, "norm_a").text);
      CHECK(letters_of(at(row, "b").text) == at(row, "norm_b").text);
      const auto similarity = text_similarity(at(row, "a").text, at(row, "b").text);
      REQUIRE(similarity.has_value() != at(row, "jaccard").is_null());
      if (similarity) CHECK(is_near(*similarity, number(at(row, "jaccard")), 1e-12));
    }
  }

  TEST_CASE("what was copied from branch to branch is listed, the most alike first") {
    const std::vector<WrittenText> texts{{1, "第一支部八月党费未按月足额收缴台账缺失"},
                                         {2, "第二支部八月党费未按月足额收缴，台账缺失！"},
                                         {1, "八月党费未按月足额收缴，台账缺失"},
                                         {3, "良好"},
                                         {4, "良好。"},
                                         {5, "灭火器压力不足"},
                                         {6, "。"},
                                         {7, "！"}};
    const auto copied = find_copied(texts);
    REQUIRE(copied.size() == 2);
    CHECK(copied[0].first == 3);
    CHECK(copied[0].second == 4);
    CHECK(copied[0].identical);
    CHECK(copied[1].first == 0);
    CHECK(copied[1].second == 1);
    CHECK_FALSE(copied[1].identical);
    CHECK(copied[1].similarity >= 0.8);
    CHECK(find_copied({{1, "良好"}, {1, "良好"}}).empty());
  }
}
