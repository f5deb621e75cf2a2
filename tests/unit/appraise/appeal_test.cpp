#include "appraise/appeal.hpp"

#include "support/appraisals.hpp"
#include "support/fault_names.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Event appeal(const std::string& item) {
  std::vector<Field> fields{{"note", "why"}};
  if (!item.empty()) fields.push_back({"item", item});
  return appraise_event("appeal", "pa", "pa", fields);
}

Event turned_down() {
  return appraise_event("decide", "pa", "x", {{"reason", "no"}, {"role", "committee"}});
}

PersonAppraisal published(std::vector<Event> events) {
  events.insert(events.begin(), {publish_event(), result_event("pa", "A-01=1;A-02=2")});
  const AppraiseState state = appraised(std::move(events));
  const PersonAppraisal* file = state.find("pa");
  return file ? *file : PersonAppraisal{};
}

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("a decision is on the item that was appealed against, once for each appeal") {
    const auto one = published({appeal("A-01")});
    CHECK(may_be_decided(one, "A-01"));
    CHECK_FALSE(may_be_decided(one, "A-02"));
    const auto decided = published({appeal("A-01"), decide_event("pa", "A-01", "9")});
    CHECK_FALSE(may_be_decided(decided, "A-01"));
    CHECK_FALSE(may_be_decided(decided, ""));
    CHECK(may_be_decided(
        published({appeal("A-01"), decide_event("pa", "A-01", "9"), appeal("A-01")}), "A-01"));
  }

  TEST_CASE("an appeal against the whole is decided item by item, until it is turned down") {
    const auto decided = published({appeal(""), decide_event("pa", "A-01", "9")});
    CHECK(decided.open_appeals() == 0);
    CHECK_FALSE(may_be_decided(decided, "A-01"));
    CHECK(may_be_decided(decided, "A-02"));
    CHECK_FALSE(may_be_decided(published({appeal(""), turned_down()}), "A-02"));
  }

  TEST_CASE("who did not appeal, or waits for nothing, is told so") {
    const Organisation organisation = appraised_organisation();
    const Person& pa = *organisation.find_person("pa");
    const auto file = published({appeal("A-01"), turned_down()});
    CHECK(fault_names(check_appealed(nullptr, pa, "A-01")) == "0:0 no-appeal");
    CHECK(fault_names(check_appealed(&file, pa, "")) == "0:0 no-appeal");
    const auto refused = check_appealed(&file, pa, "A-02");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().faults.front().what.en.find("against A-02") != std::string::npos);
  }

  TEST_CASE("the same appeal is there already while it waits") {
    CHECK(is_waiting_already(published({appeal("A-01")}), "A-01", "why"));
    CHECK_FALSE(is_waiting_already(published({appeal("A-01")}), "A-01", "why indeed"));
    CHECK_FALSE(is_waiting_already(published({appeal("A-01")}), "", "why"));
    CHECK_FALSE(is_waiting_already(published({appeal("A-01"), turned_down()}), "A-01", "why"));
  }
}
