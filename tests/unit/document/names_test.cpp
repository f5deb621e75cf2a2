#include "document/checklist.hpp"
#include "document/course.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("every word of a document reads back to itself") {
    for (const Severity one :
         {Severity::minor, Severity::general, Severity::serious, Severity::critical})
      CHECK(parse_severity(to_string(one)) == one);
    for (const RoleName one : {RoleName::member, RoleName::secretary, RoleName::inspector,
                               RoleName::leader, RoleName::committee})
      CHECK(parse_role(to_string(one)) == one);
    for (const SourceStatus one :
         {SourceStatus::none, SourceStatus::verified, SourceStatus::quoted,
          SourceStatus::unverified, SourceStatus::local, SourceStatus::disputed})
      CHECK(parse_source_status(to_string(one)) == one);
    for (const ReviewMethod one : {ReviewMethod::mean, ReviewMethod::trimmed, ReviewMethod::median,
                                   ReviewMethod::classes, ReviewMethod::severity})
      CHECK(parse_review_method(to_string(one)) == one);
    for (const CourseKind one : {CourseKind::exchange, CourseKind::onboarding,
                                 CourseKind::on_the_job, CourseKind::visit, CourseKind::mentoring})
      CHECK(parse_course_kind(to_string(one)) == one);
    CHECK_FALSE(parse_severity("Serious"));
    CHECK_FALSE(parse_role(""));
  }

  TEST_CASE("people read words of their language") {
    CHECK(wording(Severity::serious).in(Lang::zh) == "较重");
    CHECK(wording(RoleName::secretary).in(Lang::zh) == "书记");
    CHECK(wording(SourceStatus::disputed).in(Lang::en) == "disputed");
  }
}
