#include "plan/seed.hpp"

#include "base/utf8.hpp"
#include "document/plan_file.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string refusal(const std::string& seed) {
  const auto checked = check_seed(seed);
  if (checked) return "";
  CHECK(checked.error().kind == Kind::usage);
  return checked.error().faults[0].name;
}

bool is_readable_in_a_plan(const std::string& seed) {
  PlanFile plan;
  plan.quarter = {2026, 4};
  plan.made = PlanOrigin{"", {}, seed, ""};
  const auto again = load_plan(write_plan(plan), "plans/2026Q4.yaml");
  return again && again->made && again->made->seed == seed;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("an empty seed draws nothing") {
    for (const char* seed : {"", " ", "\t\n", "　"}) CHECK(refusal(seed) == "empty-seed");
  }

  TEST_CASE("what can't be seen is no seed") {
    for (const char* seed : {"a\nb", "a\tb", "\x1b[31m", "a\x7f", "\u0085", "a\u200bb", "\u202e1",
                             "\u2028x", "\ufeffx", "x\uffff"})
      CHECK(refusal(seed) == "unprintable");
  }

  TEST_CASE("whatever is taken can be read in the plan it made") {
    for (const char* seed :
         {"双色球 2026117", "\"", "\\", "\\n", "'", "#", ": {", "null", "7", "-"})
      CHECK((refusal(seed) == "" && is_readable_in_a_plan(seed)));
    for (char32_t code = 1; code < 0x3000; ++code) {
      std::string seed = "1";
      append_utf8(seed, code);
      CAPTURE(static_cast<unsigned>(code));
      if (refusal(seed) == "") CHECK(is_readable_in_a_plan(seed));
    }
  }
}
