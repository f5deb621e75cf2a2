#include "document/reader.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// What `read` makes of `v: TEXT`, and its fault.
template <class Read>
auto value_of(const std::string& text, Read read, std::string* fault = nullptr) {
  const std::string document = "v: " + text + "\n";
  const Source source(document, "a");
  Reader reader(source);
  const auto root = reader.document();
  auto value = (reader.*read)(*root->find("v"), "v");
  const std::vector<Fault> faults = reader.take_faults();
  if (fault) *fault = faults.empty() ? "" : faults[0].name;
  CHECK(value.has_value() == faults.empty());
  return value;
}

template <class Read>
std::string fault_of(const std::string& text, Read read) {
  std::string fault;
  value_of(text, read, &fault);
  return fault;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("an id that YAML reads as something else needs quotes") {
    for (const char* text : {"no", "1.10", "2026-01-01", "007", "1e3"})
      CHECK(fault_of(text, &Reader::id) == "needs-quotes");
    CHECK(fault_of("~", &Reader::id) == "wrong-type");
    CHECK(value_of("'no'", &Reader::id) == "no");
    CHECK(value_of("'1.10'", &Reader::word) == "1.10");
    CHECK(fault_of("DF-02", &Reader::id) == "bad-id");
    CHECK(value_of("DF-02", &Reader::item_id) == "DF-02");
    CHECK(fault_of("“x”", &Reader::word) == "fullwidth-quotes");
  }

  TEST_CASE("numbers are decimal, plain and exact") {
    CHECK(value_of("0.25", &Reader::number) == Rational(1, 4));
    CHECK(value_of("-1", &Reader::number) == Rational(-1));
    CHECK(fault_of("010", &Reader::number) == "leading-zero");
    CHECK(fault_of("'5'", &Reader::number) == "wrong-type");
    CHECK(fault_of("1e1", &Reader::number) == "wrong-type");
    CHECK(fault_of("0", &Reader::positive) == "out-of-range");
    CHECK(fault_of("-0.01", &Reader::not_negative) == "out-of-range");
  }

  TEST_CASE("a text stands for both languages, and one of two for the other") {
    CHECK(value_of("收缴", &Reader::phrase) == same("收缴"));
    CHECK(value_of("{zh: 收缴, en: dues}", &Reader::phrase) == Phrase{"收缴", "dues"});
    CHECK(value_of("{en: dues}", &Reader::phrase) == same("dues"));
    CHECK(value_of("2026", &Reader::phrase) == same("2026"));
    CHECK(fault_of("no", &Reader::phrase) == "needs-quotes");
    CHECK(fault_of("{}", &Reader::phrase) == "empty-text");
    CHECK(fault_of("{zh: {zh: x}}", &Reader::phrase) == "wrong-type");
    CHECK(fault_of("{fr: x, zh: y}", &Reader::id) == "wrong-type");
  }

  TEST_CASE("a day that does not exist is told apart from what is no date") {
    CHECK(value_of("2024-02-29", &Reader::date) == Date(2024, 2, 29));
    CHECK(fault_of("2026-02-29", &Reader::date) == "no-such-date");
    CHECK(fault_of("2026/2/1", &Reader::date) == "wrong-type");
  }

  TEST_CASE("only true and false are booleans") {
    CHECK(value_of("true", &Reader::boolean) == true);
    for (const char* text : {"yes", "True", "'true'", "1", "~"})
      CHECK(fault_of(text, &Reader::boolean) == "wrong-type");
  }
}
