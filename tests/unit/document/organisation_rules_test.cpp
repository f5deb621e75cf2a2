#include "document/organisation.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Result<Organisation> with(const std::string& rules) {
  return load_organisation(
      "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n" + rules,
      "sihu.yaml");
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("weights that are written add up by themselves") {
    const auto only = with("quarter: {weights: {check: 70.5, test: 29.5}}\n");
    REQUIRE(only);
    CHECK(only->quarter_weights.at("check") == Rational(141, 2));
    CHECK(only->quarter_weights.at("review").is_zero());
    CHECK(fault_names(with("quarter: {weights: {check: 99}}\n")) == "5:20 weights-do-not-add-up");
  }

  TEST_CASE("a quarter's ranking has defaults, and what is written replaces them") {
    const auto none = with("");
    REQUIRE(none);
    CHECK(none->ranking.ties == "standard");
    CHECK(none->ranking.halves == Halves::away);
    CHECK(none->ranking.tie_breaks.empty());
    const auto written =
        with("quarter: {ties: dense, rounding: half-even, tie-breaks: [rectification, check]}\n");
    REQUIRE(written);
    CHECK(written->ranking.ties == "dense");
    CHECK(written->ranking.halves == Halves::even);
    CHECK(written->ranking.tie_breaks == std::vector<std::string>{"rectification", "check"});
    CHECK(written->quarter_weights.at("check") == Rational(50));
    CHECK(
        fault_names(with("quarter: {ties: shared, rounding: up, tie-breaks: [check, check]}\n")) ==
        "5:17 unknown-word, 5:35 unknown-word, 5:59 duplicate-value");
  }

  TEST_CASE("a tie-break needs no weight, and nothing is said of it") {
    std::vector<Fault> warnings;
    REQUIRE(load_organisation(
        "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n"
        "quarter: {weights: {check: 100}, tie-breaks: [check, learn]}\n",
        "sihu.yaml", &warnings));
    for (const Fault& warning : warnings)
      CHECK(warning.name.find("tie-break") == std::string::npos);
  }

  TEST_CASE("rules that are written replace their defaults, the others stay") {
    const auto rules = with(
        "rectification: {limits: {minor: now}, extensions: {most: 0, by: [leader, committee]}, "
        "escalation: []}\n");
    REQUIRE(rules);
    CHECK(rules->rectification.limits.at(Severity::minor) == Limit{});
    CHECK(to_string(rules->rectification.limits.at(Severity::general)) == "10wd");
    CHECK(rules->rectification.extensions_most == 0);
    CHECK(rules->rectification.extension_days == 15);
    CHECK(rules->rectification.extensions_by.size() == 2);
    CHECK(rules->rectification.escalation.empty());
  }

  TEST_CASE("a time zone is a name or hours and minutes") {
    for (const char* zone : {"Asia/Shanghai", "UTC", "Etc/GMT-8", "+08:00", "'-03:30'"}) {
      INFO(zone);
      CHECK(with(std::string("timezone: ") + zone + "\n"));
    }
    for (const char* zone : {"+8", "+08:60", "/etc/passwd", "Asia/", "../x", "北京"}) {
      INFO(zone);
      CHECK(fault_names(with(std::string("timezone: ") + zone + "\n")) == "5:11 wrong-type");
    }
  }

  TEST_CASE("a time zone that the machine does not know is refused, and the nearest named") {
    const ZoneNames zones = [] { return std::vector<std::string>{"Asia/Tokyo", "Europe/Berlin"}; };
    const auto of = [&](const std::string& zone) {
      return load_organisation(
          "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n"
          "timezone: " +
              zone + "\n",
          "sihu.yaml", nullptr, zones);
    };
    for (const char* zone : {"Asia/Shanghai", "UTC", "+14:00", "Asia/Tokyo"}) CHECK(of(zone));
    CHECK(fault_names(of("+15:00")) == "5:11 wrong-type");
    const auto mars = of("Mars/Base");
    CHECK(fault_names(mars) == "5:11 unknown-timezone");
    CHECK(mars.error().faults[0].hint.en.starts_with("write an IANA name"));
    CHECK(of("Asia/Tokio").error().faults[0].hint.en == "did you mean Asia/Tokyo?");
    CHECK(
        load_organisation("sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\n"
                          "people: []\ntimezone: Mars/Base\n",
                          "sihu.yaml", nullptr, [] { return std::vector<std::string>(); }));
  }

  TEST_CASE("a calendar outside the workspace is refused") {
    for (const char* path : {"/etc/passwd", "../a.yaml", "a/../../b.yaml", "'a\\b'"}) {
      INFO(path);
      CHECK(fault_names(with(std::string("calendars: [") + path + "]\n")) ==
            "5:13 path-leaves-workspace");
    }
    CHECK(with("calendars: [calendars/cn-2026.yaml, a..b.yaml]\n"));
  }
}
