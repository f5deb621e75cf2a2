#include "plan/offsets.hpp"

#include "support/plans.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

double real(const Node& node) {
  return std::stod(node.text);
}

std::vector<int> consecutive(int count) {
  std::vector<int> steps(static_cast<std::size_t>(count));
  std::iota(steps.begin(), steps.end(), 1);
  return steps;
}

bool is_near(double a, double b) {
  return std::abs(a - b) < 1e-8;
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("efficiencies are those of the reference") {
    const Node reference = read_reference("plan/reference/circulant_efficiency.json");
    for (const Node& row : at(reference, "rows").items) {
      const int n = whole_number(at(row, "n"));
      CAPTURE(n);
      CHECK(is_near(design_efficiency(n, whole_numbers(at(row, "best_offsets"))),
                    real(at(row, "A_efficiency"))));
      CHECK(
          is_near(design_efficiency(n, consecutive(whole_number(at(row, "inspectors_per_branch")))),
                  real(at(row, "consecutive_offsets_efficiency"))));
    }
  }

  TEST_CASE("orders for small organisations are as good as the best known") {
    const Node reference = read_reference("plan/reference/circulant_efficiency.json");
    for (const Node& row : at(reference, "best_orders_odd_n").items) {
      const int n = whole_number(at(row, "n"));
      const int window = whole_number(at(row, "window"));
      const double best = real(at(row, "worst_window_efficiency"));
      CAPTURE(n);
      CHECK(is_near(worst_efficiency(n, whole_numbers(at(row, "half_order")), window), best));
      CHECK(is_near(worst_efficiency(n, natural_steps(n), window),
                    real(at(row, "default_order_worst"))));
      CHECK(worst_efficiency(n, spread_steps(n, window), window) > best - 1e-8);
    }
  }

  TEST_CASE("two inspectors a branch give three over n plus one") {
    CHECK(is_near(design_efficiency(12, {1, 2}), 3.0 / 13));
    CHECK(is_near(design_efficiency(7, {1, 2, 4}), 7.0 / 9));
    CHECK(is_near(design_efficiency(13, {1, 2, 4, 10}), 13.0 / 16));
  }

  TEST_CASE("steps that leave branches apart compare nothing") {
    CHECK(design_efficiency(9, {1, 4, 7}) == 0);  // differences are multiples of three
    CHECK(design_efficiency(9, {}) == 0);
  }

  TEST_CASE("a spread order is a rotation, and better than the natural one") {
    for (const int n : {5, 6, 9, 10, 12, 16, 17, 24, 31, 60, 101, 200}) {
      CAPTURE(n);
      const auto steps = spread_steps(n, 3);
      CHECK(rotation_fault(n, order_of(n, steps), (n - 1) / 2) == "");
      if (n > 9 && natural_steps(n).size() > 4)
        CHECK(worst_efficiency(n, steps, 3) > worst_efficiency(n, natural_steps(n), 3) + 0.01);
    }
  }

  TEST_CASE("a large organisation's order has every step once, well mixed") {
    const auto steps = spread_steps(5000, 3);
    std::set<int> sizes;
    for (const int step : steps) sizes.insert(std::abs(step));
    const auto natural = natural_steps(5000);
    CHECK(sizes == std::set<int>(natural.begin(), natural.end()));
    CHECK(steps != natural);
  }
}
