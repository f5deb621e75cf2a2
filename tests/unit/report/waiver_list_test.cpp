#include "report/waiver_list.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a waiver is listed with its state on the day") {
    const std::vector<Waiver> waivers{
        {"zb05", "DF-02", Date(2026, 10, 1), Date(2026, 10, 31), "p900", "合并账户"}};
    const auto state = [&](Date today) {
      const std::string text =
          render(waiver_table(waivers, an_organisation(), today), Format::jsonl, {});
      const std::size_t at = text.find("\"state\":\"") + 9;
      return text.substr(at, text.find('"', at) - at);
    };
    CHECK(state(Date(2026, 9, 30)) == "not-yet");
    CHECK(state(Date(2026, 10, 31)) == "holds");
    CHECK(state(Date(2026, 11, 1)) == "expired");
    CHECK(render(waiver_table(waivers, an_organisation(), Date(2026, 11, 1)), Format::table, {})
              .find("冯九") != std::string::npos);
  }
}
