#include "document/appraise_defaults.hpp"

#include "document/appraise_settings.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("the defaults that are printed are those that hold") {
    for (const Lang lang : {Lang::zh, Lang::en}) {
      const std::string text = explain_appraise(lang);
      CHECK(text.find("quota: 20  # ") != std::string::npos);
      const auto read = load_appraise_settings(text, "sihu.yaml");
      REQUIRE(read);
      const AppraiseSettings none;
      CHECK(read->who == none.who);
      CHECK(read->quarters_weight == none.quarters_weight);
      CHECK(read->good == none.good);
      CHECK(read->fill.empty());
      CHECK(read->help_below == none.help_below);
    }
  }
}
