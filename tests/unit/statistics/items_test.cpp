#include "statistics/items.hpp"

#include "support/sat_tests.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

constexpr double part = 1e-9;

Node items_reference() {
  return read_reference("statistics/reference/test/expected_items.json");
}

double of(const Node& node, const std::string& key) {
  return number(at(node, key));
}

void check_whole(const TestStatistics& found, const Node& expected) {
  CHECK(static_cast<double>(found.candidates) == of(expected, "N"));
  CHECK(static_cast<double>(found.items.size()) == of(expected, "k"));
  CHECK(is_near(found.mean, of(expected, "mean"), part));
  CHECK(is_near(found.median, of(expected, "median"), part));
  CHECK(is_near(found.deviation, of(expected, "sd"), part));
  CHECK(is_near(found.alpha.value(), of(expected, "alpha"), part));
  CHECK(is_near(found.error.value(), of(expected, "sem"), part));
  CHECK(static_cast<double>(found.tail) == of(expected, "group"));
  CHECK(is_near(found.skewness.value(), of(expected, "skewness"), part));
}

void check_items(const TestStatistics& found, const TestAnswers& test, const Node& expected) {
  const auto& rows = at(expected, "items").items;
  REQUIRE(rows.size() == found.items.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ItemStatistics& item = found.items[i];
    const double full = test.items[i].full;
    CHECK(is_near(item.mean, of(rows[i], "p"), part));
    CHECK(is_near(item.deviation, of(rows[i], "sd"), part));
    CHECK(is_near(item.r.value(), of(rows[i], "pbis"), part));
    CHECK(is_near(item.r_rest.value(), of(rows[i], "pbis_corrected"), part));
    CHECK(is_near(item.difference.value() * full, of(rows[i], "D27"), part));
    CHECK(is_near(item.alpha_without.value(), of(rows[i], "alpha_if_deleted"), part));
  }
}

void check_moodle(const TestStatistics& found, const TestAnswers& test, const Node& expected) {
  const auto& rows = at(expected, "items").items;
  REQUIRE(rows.size() == found.items.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ItemStatistics& item = found.items[i];
    CHECK(is_near(100 * item.share, of(rows[i], "facility"), part));
    CHECK(is_near(100 * item.deviation / test.items[i].full, of(rows[i], "sd_percent"), part));
    CHECK(is_near(100 * item.r_rest.value(), of(rows[i], "discrimination_index"), part));
    CHECK(is_near(100 * item.efficiency.value(), of(rows[i], "discriminative_efficiency"), part));
    const Node& weight = at(rows[i], "effective_weight");
    REQUIRE(item.weight.has_value() != weight.is_null());
    if (item.weight) CHECK(is_near(100 * *item.weight, number(weight), part));
  }
  CHECK(is_near(100 * found.alpha.value(), of(expected, "cic"), part));
  CHECK(is_near(100 * std::sqrt(1 - *found.alpha), of(expected, "error_ratio"), part));
  CHECK(is_near(found.error.value(), of(expected, "standard_error"), part));
}

void check_option(const OptionStatistics& found, const Node& expected) {
  CHECK(static_cast<double>(found.chosen) == of(expected, "n"));
  CHECK(is_near(found.upper, of(expected, "upper"), part));
  CHECK(is_near(found.lower, of(expected, "lower"), part));
  const Node& r = at(expected, "pbis_rest");
  REQUIRE(found.r.has_value() != r.is_null());
  if (found.r) CHECK(is_near(*found.r, number(r), part));
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("items that are right or wrong have the figures of the reference") {
    const Node reference = items_reference();
    const TestAnswers test = reference_test();
    const TestStatistics found = analyse_items(test);
    check_whole(found, at(reference, "answers"));
    CHECK(found.right_or_wrong);
    CHECK(is_near(found.alpha.value(), of(at(reference, "answers"), "kr20"), part));
    CHECK(is_near(found.kr21.value(), of(at(reference, "answers"), "kr21"), part));
    check_items(found, test, at(reference, "answers"));
    check_moodle(found, test, at(reference, "answers_moodle"));
  }

  TEST_CASE("items marked in parts have the figures of the reference") {
    const Node reference = items_reference();
    const TestAnswers test = partial_reference_test();
    const TestStatistics found = analyse_items(test);
    check_whole(found, at(at(reference, "partial_credit10"), "ctt"));
    CHECK_FALSE(found.right_or_wrong);
    CHECK_FALSE(found.kr21.has_value());
    check_items(found, test, at(at(reference, "partial_credit10"), "ctt"));
    check_moodle(found, test, at(at(reference, "partial_credit10"), "moodle"));
  }

  TEST_CASE("options are chosen as in the reference") {
    const TestStatistics found = analyse_items(reference_test());
    const Node reference = items_reference();
    const auto& rows = at(reference, "distractors").items;
    REQUIRE(rows.size() == found.items.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Node& options = at(rows[i], "options");
      REQUIRE(found.items[i].options.size() == 4);
      for (std::size_t option = 0; option < 4; ++option)
        check_option(found.items[i].options[option],
                     at(options, std::string(1, static_cast<char>('A' + option))));
      check_option(found.items[i].unanswered, at(options, "-"));
    }
  }

  TEST_CASE("whoever chose two options counts for both") {
    TestAnswers test = marked({{2}, {0}, {1}}, {2});
    test.items[0].options = 3;
    test.items[0].kinds = {{2, 0b011}, {0, 0b110}, {1, 0b001}};
    const ItemStatistics item = analyse_items(test).items[0];
    CHECK(item.options[0].chosen == 2);
    CHECK(item.options[1].chosen == 2);
    CHECK(item.options[2].chosen == 1);
    CHECK(item.unanswered.chosen == 0);
  }

  TEST_CASE("efficiency is the same with few marks and with many") {
    // Nine different marks, the other item in the same order but for one pair: of a sum of products
    // of 60 that could be, 59 are.
    std::vector<std::vector<double>> rows;
    for (int i = 0; i < 9; ++i) rows.push_back({i + 0.0, i + 0.0});
    CHECK(analyse_items(marked(rows, {8, 8})).items[0].efficiency.value() == doctest::Approx(1));
    std::swap(rows[0][1], rows[1][1]);
    CHECK(analyse_items(marked(rows, {8, 8})).items[0].efficiency.value() ==
          doctest::Approx(59.0 / 60));
  }

  TEST_CASE("points that all items have more of change no coefficient") {
    TestAnswers test = reference_test();
    const TestStatistics once = analyse_items(test);
    for (ItemAnswers& item : test.items) {
      item.full *= 5;
      for (AnswerKind& kind : item.kinds) kind.mark *= 5;
    }
    const TestStatistics found = analyse_items(test);
    CHECK(found.mean == doctest::Approx(5 * once.mean));
    CHECK(found.kr21.value() == doctest::Approx(once.kr21.value()));
    CHECK(found.items[6].difference.value() == doctest::Approx(once.items[6].difference.value()));
    CHECK(found.items[6].efficiency.value() == doctest::Approx(once.items[6].efficiency.value()));
  }

  TEST_CASE("where nothing varies there is no coefficient") {
    const TestStatistics one = analyse_items(marked({{1, 0}}, {1, 1}));
    CHECK(one.mean == 1);
    CHECK_FALSE(one.alpha.has_value());
    CHECK_FALSE(one.items[0].difference.has_value());
    const TestStatistics alike = analyse_items(marked({{1, 0}, {0, 1}, {1, 0}}, {1, 1}));
    CHECK_FALSE(alike.alpha.has_value());
    CHECK_FALSE(alike.items[0].r.has_value());
    const TestStatistics single = analyse_items(marked({{1}, {0}, {1}}, {1}));
    CHECK_FALSE(single.alpha.has_value());
    CHECK_FALSE(single.items[0].r_rest.has_value());
    CHECK(single.items[0].r.value() == doctest::Approx(1));
    const TestStatistics solved = analyse_items(marked({{1, 1}, {1, 0}, {1, 1}}, {1, 1}));
    CHECK(solved.items[0].share == 1);
    CHECK_FALSE(solved.items[0].r.has_value());
    CHECK_FALSE(solved.items[0].efficiency.has_value());
  }
}
