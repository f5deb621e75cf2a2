#include "plan/words.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::vector<std::string> ids{"zb01", "zb02", "zb03", "zb04", "zb05"};

PlanFault fault_of(PlanRule rule) {
  PlanFault fault{rule, {0, 1}};
  fault.found = 1;
  fault.wanted = 2;
  fault.reason = RecusalReason::shared_people;
  return fault;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("every broken rule is a sentence with ids, in both languages") {
    CHECK(sentence(fault_of(PlanRule::mutual), ids) ==
          Phrase{"zb01 与 zb02 同一季度互相检查", "zb01 and zb02 inspect each other"});
    CHECK(
        sentence(fault_of(PlanRule::recused), ids) ==
        Phrase{"zb01 不得检查 zb02：有共同人员", "zb01 must not inspect zb02: they share people"});
    CHECK(
        sentence(fault_of(PlanRule::too_soon), ids) ==
        Phrase{"zb01 查 zb02，而 zb02 在 1 个季度前刚查过 zb01（应隔 2 个季度）",
               "zb01 inspects zb02, which inspected zb01 1 quarter ago (it should be 2 or more)"});
    CHECK(sentence(fault_of(PlanRule::load), ids).en ==
          "zb01 makes 1 visit, where a fair share is 2");
    for (const auto rule : {PlanRule::unknown_branch, PlanRule::itself, PlanRule::twice,
                            PlanRule::demand, PlanRule::capacity, PlanRule::repeat}) {
      CHECK(sentence(fault_of(rule), ids).zh.find("zb0") != std::string::npos);
      CHECK(sentence(fault_of(rule), ids).en.find("zb0") != std::string::npos);
    }
    CHECK(sentence({PlanRule::unknown_branch, {0, 9}}, ids).en ==
          "zb01 inspects 9: there is no such branch");
    CHECK(to_string(PlanRule::too_soon) == "too-soon");
  }

  TEST_CASE("a conflict names the branches, the numbers and the recusals") {
    const PlanConflict conflict{ConflictKind::inspected, {1, 2, 3}, {0, 4}, 3, 2, {{1, 2}, {1, 3}}};
    CHECK(sentence(conflict, ids) ==
          Phrase{
              "zb02、zb03、zb04 共需接受 3 次检查，而只有 zb01、zb05 可以检查，按均衡分担最多 2 次",
              "zb02, zb03 and zb04 need 3 visits, and can be inspected only by zb01 and zb05, "
              "whose fair share is 2"});
    PlanConflict limited = conflict;
    limited.capacities = {{2, 0}, {3, 1}};
    CHECK(capacities_in_words(limited, ids) ==
          Phrase{"zb03 至多 0 次、zb04 至多 1 次", "zb03: 0 and zb04: 1"});
    CHECK(recusals_in_words(conflict, ids) ==
          Phrase{"zb02–zb03（回避）、zb02–zb04（回避）",
                 "zb02–zb03 (recused) and zb02–zb04 (recused)"});
    limited.teams = {{0, 1, 2}, {3, 4}};
    CHECK(teams_in_words(limited, ids) ==
          Phrase{"同一小组（zb01、zb02、zb03）、同一小组（zb04、zb05）",
                 "one team (zb01, zb02 and zb03) and one team (zb04 and zb05)"});
    CHECK(sentence(PlanConflict{ConflictKind::partners, {0}, {3, 4}, 4, 2}, ids) ==
          Phrase{
              "zb01 检查别人和被检查共 4 次，每次要与不同的支部，而可以相查的只有 2 个：zb04、zb05",
              "zb01 takes part in 4 visits, each with another branch, and may meet only 2: zb04 "
              "and zb05"});
    CHECK(sentence(PlanConflict{ConflictKind::inspected, {0}, {}}, ids) ==
          Phrase{"没有支部可以检查 zb01", "nobody may inspect zb01"});
    CHECK(sentence(PlanConflict{ConflictKind::mutual, {0, 4}, {}}, ids).zh ==
          "zb01、zb05 非互相检查不可");
  }

  TEST_CASE("of many branches and recusals ten are named, and how many more there are") {
    std::vector<std::string> names;
    PlanConflict conflict{ConflictKind::inspected, {}, {}, 0, 0};
    for (int i = 0; i < 51; ++i) {
      names.push_back("b" + std::to_string(i));
      conflict.these.push_back(i);
      if (i > 0) conflict.recusals.push_back({0, i});
    }
    CHECK(sentence(conflict, names) ==
          Phrase{"没有支部可以检查 b0、b1、b2、b3、b4、b5、b6、b7、b8、b9、另有 41 个",
                 "nobody may inspect b0, b1, b2, b3, b4, b5, b6, b7, b8, b9 and 41 more"});
    CHECK(recusals_in_words(conflict, names).en.ends_with("b0–b10 (recused) and 40 more"));
    conflict.these.resize(10);
    CHECK(sentence(conflict, names).en.ends_with("b8 and b9"));
  }

  TEST_CASE("every kind of conflict and every method has words") {
    for (int kind = 0; kind <= static_cast<int>(ConflictKind::unknown); ++kind) {
      const Phrase words = sentence(PlanConflict{static_cast<ConflictKind>(kind), {0}, {1}}, ids);
      CHECK_FALSE(words.zh.empty());
      CHECK_FALSE(words.en.empty());
    }
    CHECK(wording(PlanMethod::rotation).in(Lang::zh) == "轮转");
    CHECK(recusals_in_words(PlanConflict{}, ids).empty());
    CHECK(teams_in_words(PlanConflict{}, ids).empty());
  }
}
