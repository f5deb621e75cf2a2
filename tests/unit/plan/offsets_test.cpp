#include "plan/offsets.hpp"

#include "support/plans.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
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

  TEST_CASE("quarters of three and more inspections are as good as can be in small organisations") {
    // By trying all orders: the worst quarter, and the mean of those orders that have it.
    struct Known {
      int n;
      int each;
      double worst;
      double mean;
    };
    for (const Known& known :
         {Known{7, 3, .778, .778}, Known{9, 3, .586, .688}, Known{9, 4, .832, .832},
          Known{11, 5, .880, .880}, Known{13, 3, .667, .667}, Known{13, 4, .791, .791}}) {
      CAPTURE(known.n);
      CAPTURE(known.each);
      const auto found =
          quarter_efficiencies(known.n, steps_for_quarters(known.n, known.each), known.each);
      const double mean =
          std::accumulate(found.begin(), found.end(), 0.0) / static_cast<double>(found.size());
      CHECK(std::ranges::min(found) > known.worst - .0006);
      CHECK(mean > known.mean - .0006);
    }
    CHECK(is_near(quarter_efficiencies(7, steps_for_quarters(7, 3), 3).front(), 7.0 / 9));
    CHECK(quarter_efficiencies(9, steps_for_quarters(9, 3), 3).front() > .722);
  }

  TEST_CASE("no quarter of three inspections leaves branches apart, but of twelve") {
    for (int n = 7; n <= 40; ++n) {
      CAPTURE(n);
      const auto found = quarter_efficiencies(n, steps_for_quarters(n, 3), 3);
      const auto apart = std::ranges::count(found, 0.0);
      // Behind the half turn comes its own step, then the three odd ones that are left: two groups.
      CHECK(apart == (n == 12 ? 2 : 0));
    }
    CHECK(quarter_efficiencies(12, steps_for_quarters(12, 3), 3).front() > .6);
    CHECK(std::ranges::min(quarter_efficiencies(16, steps_for_quarters(16, 3), 3)) > .59);
  }

  TEST_CASE("one inspection a quarter goes by three neighbouring rounds") {
    for (const int n : {5, 9, 10, 16, 31}) CHECK(steps_for_quarters(n, 1) == spread_steps(n, 3));
  }

  TEST_CASE("two inspections a quarter tie all branches together where that can be") {
    const auto apart = [](int n) {
      const auto found = quarter_efficiencies(n, steps_for_quarters(n, 2), 2);
      return std::ranges::count(found, 0.0);
    };
    for (const int n : {5, 7, 9, 15, 21, 25, 27, 35, 45, 201}) {
      CAPTURE(n);
      CHECK(apart(n) == 0);
    }
    for (const int n : {6, 14, 22, 26}) {
      CAPTURE(n);
      CHECK(apart(n) == 0);
    }
    // By trying all; of multiples of four two of each cycle, of which two are looked at.
    CHECK(apart(8) == 2);
    CHECK(apart(10) == 2);
    CHECK(apart(12) == 3);
    CHECK(apart(20) == 4);
  }

  TEST_CASE("a spread order is a rotation, and better than the natural one") {
    for (const int n : {5, 6, 9, 10, 12, 16, 17, 24, 31, 60, 101, 200}) {
      CAPTURE(n);
      const auto steps = spread_steps(n, 3);
      for (const auto& order : {steps, steps_for_quarters(n, 2), steps_for_quarters(n, 4)}) {
        CHECK(rotation_fault(n, order_of(n, order), (n - 1) / 2) == "");
        CHECK(rotation_fault(n, lasting_order(n, order_of(n, order)), (n - 1) / 2) == "");
        CHECK(rotation_fault(n, lasting_order(n, order_of(n, order), 2), (n - 1) / 2) == "");
      }
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
