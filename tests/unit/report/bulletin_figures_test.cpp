#include "report/bulletin_figures.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("programs and people are told the same figures") {
    Bulletin bulletin;
    bulletin.quarter = {2026, 4};
    bulletin.branches = 3;
    bulletin.found.found = 5;
    bulletin.before.found = 4;
    bulletin.before.closed = 1;
    const Table table = figures_table(bulletin);
    const auto value_of = [&](const char* words) {
      for (const auto& row : table.rows)
        if (std::get<Phrase>(row[0]).en == words) return std::get<std::int64_t>(row[1]);
      return std::int64_t{-1};
    };
    CHECK(value_of("branches") == 3);
    CHECK(value_of("problems found") == 5);
    CHECK(value_of("of these not closed") == 3);
    const std::string json = figures_json(bulletin);
    for (const char* part : {"{\"branches\":3,", "\"found\":5,", "\"open_before\":3}"})
      CHECK_MESSAGE(json.find(part) != std::string::npos, part);
  }
}
