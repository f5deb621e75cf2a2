#include "snapshot/organisation_bytes.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

KnownOrganisation everything() {
  KnownOrganisation known;
  Organisation& all = known.organisation;
  all.id = "nrpb";
  all.name = {"某局", "A bureau"};
  all.language = Lang::en;
  all.timezone = "Europe/Berlin";
  all.calendars = {{"calendars/cn-2026.yaml", {"sihu.yaml", 3, 5}, 9}};
  all.branches = {{"zb01", same("一"), {"organ", "new"}, Rational(5, 3), {"sihu.yaml", 7, 1}}};
  all.people = {{"p001",
                 same("张三"),
                 "zb01",
                 {{RoleName::leader, Date(2025, 1, 1), {}}, {RoleName::member, {}, Date(1, 1, 1)}},
                 "part-time",
                 Date(2024, 3, 1),
                 {{"ab", Date(2025, 1, 1), Date(2026, 1, 1), Date(2025, 5, 5)}},
                 {},
                 {"zb02"}}};
  all.recuse = {{"zb01", "zb02"}};
  all.plan = {2, {{"zb01", "zb03"}}, {{"zb01", 0}}, 3};
  all.review = {ReviewMethod::severity, "work", 7, "cd"};
  all.quarter_weights = {{"check", Rational(-1, 7)}};
  all.ranking = {"dense", Halves::even, {"rectification", "check"}};
  all.rectification.limits = {{Severity::critical, {Limit::Unit::now, 0}}};
  all.rectification.verify_within = {Limit::Unit::days, 9};
  all.rectification.extensions_most = 4;
  all.rectification.extension_days = 44;
  all.rectification.extensions_by = {RoleName::secretary, RoleName::leader};
  all.rectification.escalation = {{{Limit::Unit::workdays, 3}, RoleName::committee}};
  all.signed_steps = {{"verify", Date(2026, 10, 1)}, {"seal", {}}};
  all.retention = "3y";
  all.practice = true;
  known.workdays = {{{Date(2026, 1, 1), false}, {Date(2026, 1, 4), true}}, {2026}, "2026.1"};
  Fault warning{{"sihu.yaml", 5, 3}, "no-secretary", {"无书记", "no secretary"}, same("x")};
  warning.warning = true;
  warning.excerpt = "  - {id: zb01}";
  warning.stands_for = 3;
  warning.width = 4;
  known.warnings = {warning};
  return known;
}

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("an organisation comes back as it was, every part of it") {
    const std::string bytes = write_organisation(everything());
    const auto again = read_organisation(bytes);
    REQUIRE(again);
    CHECK(write_organisation(*again) == bytes);
    CHECK(again->organisation.branches[0].weight == Rational(5, 3));
    CHECK(again->organisation.people[0].roles[1].until == Date(1, 1, 1));
    CHECK(again->organisation.language == Lang::en);
    CHECK(again->organisation.rectification.escalation[0].after.count == 3);
    CHECK(again->organisation.people[0].keys[0].revoked == Date(2025, 5, 5));
    CHECK(again->organisation.signed_steps[0].from == Date(2026, 10, 1));
    CHECK(again->organisation.ranking.ties == "dense");
    CHECK(again->organisation.ranking.halves == Halves::even);
    CHECK(again->organisation.ranking.tie_breaks.size() == 2);
    CHECK(again->organisation.people[0].recuse == std::vector<std::string>{"zb02"});
    CHECK(again->organisation.recuse[0].b == "zb02");
    CHECK(again->organisation.plan.teams[0][1] == "zb03");
    CHECK(again->organisation.plan.capacity.at("zb01") == 0);
    CHECK(again->organisation.plan.gap == 3);
    CHECK(again->organisation.review.method == ReviewMethod::severity);
    CHECK(again->organisation.review.rubric == "work");
    CHECK(again->organisation.review.least == 7);
    CHECK(again->organisation.review.key == "cd");
    CHECK(again->organisation.practice);
    CHECK(again->workdays.exceptions.at(Date(2026, 1, 4)));
    CHECK(again->workdays.version == "2026.1");
    CHECK(again->warnings[0].what.en == "no secretary");
    CHECK(again->warnings[0].stands_for == 3);
    CHECK(again->warnings[0].warning);
  }

  TEST_CASE("a part of it is nothing, and so is more than it") {
    const std::string bytes = write_organisation(everything());
    for (std::size_t size = 0; size < bytes.size(); ++size)
      CHECK_FALSE(read_organisation(std::string_view(bytes).substr(0, size)));
    CHECK_FALSE(read_organisation(bytes + "x"));
  }
}
