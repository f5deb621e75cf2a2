#include "document/computed.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string faults_of(const std::string& rule) {
  std::string names;
  const auto parsed = parse_computed(rule);
  if (parsed) return names;
  for (const Fault& fault : parsed.error().faults)
    names += (names.empty() ? "" : ", ") + fault.name +
             (fault.hint.empty() ? "" : " (" + fault.hint.en + ")");
  return names;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a rule that counts rows") {
    const auto computed = parse_computed(
        "{records: meetings, where: {kind: [支委会, 党课]}, filled: [chair], count-per: half-year, "
        "at-least: 1, deduct: d1, beyond: {zh: 余, en: rest}}");
    REQUIRE(computed);
    CHECK(computed->records == "meetings");
    CHECK(computed->filter.where[0].values.size() == 2);
    CHECK(computed->filter.filled == std::vector<std::string>{"chair"});
    CHECK(computed->deduct == "d1");
    CHECK(computed->beyond.en == "rest");
    const auto& count = std::get<CountRule>(computed->rule);
    CHECK(count.per == RecordPeriod::half_year);
    CHECK(count.bounds.hold(Rational(1)));
    CHECK_FALSE(count.bounds.hold(Rational(0)));
  }

  TEST_CASE("rules about shares, sums, limits and brackets") {
    CHECK(std::get<RatioRule>(
              parse_computed("{records: a, ratio: {sum: a, of: b}, at-least: 0.9}")->rule)
              .of == "b");
    const auto sum =
        parse_computed("{records: a, sum: c, equals: {records: b, sum: d}, per: month}");
    REQUIRE(sum);
    CHECK(registers_of(*sum) == std::vector<std::string>{"a", "b"});
    CHECK(std::get<WithinRule>(
              parse_computed("{records: a, within: {from: c, to: d, limit: 3wd}}")->rule)
              .limit == "3wd");
    const auto dues = parse_computed(
        "{records: a, brackets: {base: b, amount: p, rates: [{up-to: 3000, rate: 0.5}, {rate: "
        "1}]}}");
    REQUIRE(dues);
    CHECK(std::get<BracketRule>(dues->rule).rates[0].up_to == Rational(3000));
  }

  TEST_CASE("what is spelled wrong gets the nearest word") {
    CHECK(faults_of("{records: a, count-pr: month, at-least: 1}") ==
          "missing-key, unknown-key (did you mean count-per?)");
    CHECK(faults_of("{records: a, count-per: mont, at-least: 1}") ==
          "unknown-word (did you mean month?)");
    CHECK(faults_of("{records: a, count-per: month, at-lest: 1}") ==
          "missing-key, unknown-key (did you mean at-least?)");
  }

  TEST_CASE("rules that mean nothing are refused") {
    CHECK(faults_of("{records: a, count-per: month, at-least: 0}") == "out-of-range");
    CHECK(faults_of("{records: a, count-per: month, at-least: 2, at-most: 1}") == "out-of-range");
    CHECK(faults_of("{count-per: month, at-least: 1}") == "missing-key");
    CHECK(faults_of("{records: a, within: {from: c, to: d, limit: soon}}") == "not-a-limit");
    CHECK(faults_of("{records: a, ratio: {}, at-least: 1}") == "missing-key");
    CHECK(faults_of("{records: a, sum: x}") == "missing-key");
    CHECK(faults_of("{records: a, brackets: {base: b, amount: p, rates: [{rate: 1}, {up-to: 3, "
                    "rate: 2}]}}") == "brackets-out-of-order");
    CHECK(
        faults_of("{records: a, sum: x, within: {from: c, to: d, limit: 1m}}").find("two-rules") !=
        std::string::npos);
    CHECK(faults_of("always") == "wrong-type");
  }
}
