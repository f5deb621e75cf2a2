#include "report/appraise_words.hpp"

#include "support/appraisals.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string all_words(const Appraisal& appraisal, const AppraiseState& state, Date today) {
  const Checklist checklist = appraised_checklist();
  const AppraiseSettings settings;
  std::string text;
  for (const Phrase& one : appraise_words({appraisal, settings, state, checklist, today}))
    text += one.en + "\n" + one.zh + "\n";
  return text;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("everything that is printed says what it is for") {
    const std::string words = all_words({}, appraised({}), appraise_day);
    CHECK(words.find("for reference only") != std::string::npos);
    CHECK(words.find("仅供参考") != std::string::npos);
  }

  TEST_CASE("few people, a tie at the line, a publication are said") {
    const auto organisation = appraised_organisation();
    const auto appraisal = make_appraisal(
        appraised_half, {},
        {scored_entry(organisation.people[0], 95), scored_entry(organisation.people[1], 95)});
    const auto state = appraised({publish_event()});
    const std::string open = all_words(appraisal, state, Date(2027, 1, 15));
    CHECK(open.find("样本较少，名次仅供参考") != std::string::npos);
    CHECK(open.find("equal at the quota's line: Pa and Pb") != std::string::npos);
    CHECK(open.find("appeals are open until 2027-01-15") != std::string::npos);
    CHECK(all_words(appraisal, state, Date(2027, 1, 16)).find("appeals closed") !=
          std::string::npos);
  }

  TEST_CASE("the rule for commendation is said where nobody meets it, and only there") {
    const auto organisation = appraised_organisation();
    const auto said = [&](int points) {
      return all_words(
          make_appraisal(appraised_half, {}, {scored_entry(organisation.people[0], points)}),
          appraised({}), appraise_day);
    };
    CHECK(said(50).find("nobody meets the rule for commendation") != std::string::npos);
    CHECK(said(50).find("等次不低于“优秀”") != std::string::npos);
    CHECK(said(95).find("commendation") == std::string::npos);
    CHECK(all_words({}, appraised({}), appraise_day).find("commendation") == std::string::npos);
  }

  TEST_CASE("of a person what is missing and what holds back is said") {
    const auto organisation = appraised_organisation();
    auto entry = scored_entry(organisation.people[0], 95);
    entry.sheet.done = 1;
    entry.newcomer = true;
    entry.veto = AppraiseVeto{"3", "r", 0};
    const auto appraisal = make_appraisal(appraised_half, {}, {entry});
    CHECK(appraise_row_words(appraisal.rows[0]).en ==
          "provisional: 1 of 2 items scored; vetoed: not excellent; new, in the first half-year");
  }
}
