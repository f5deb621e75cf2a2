#include "exam/overlap.hpp"

#include "support/papers.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

// A pool of one cell, and forms that are there already.
struct Stock {
  std::vector<PoolQuestion> pool;
  std::vector<DrawCell> cells;
  FormOverlap others;
  FormOverlap::Numbers numbers;

  Stock(int questions, int asked) {
    for (int i = 0; i < questions; ++i) {
      pool.push_back({"q" + std::to_string(i), QuestionKind::single, "", 1, Rational(1, 2)});
      numbers.push_back(others.number_of(pool.back().id));
    }
    cells.push_back({QuestionKind::single, "", {}, asked});
  }
  int shared(const DrawnForm& form) const {
    FormOverlap::Numbers own;
    for (const std::size_t question : form.questions) own.push_back(numbers[question]);
    const auto all = others.shared_with(own);
    return all.empty() ? 0 : *std::ranges::max_element(all);
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("what forms have in common is counted for each, and over all pairs") {
    Stock stock(6, 3);
    stock.others.add({0, 1, 2});
    stock.others.add({2, 3, 4});
    CHECK(stock.others.shared_with({1, 2, 5}) == std::vector<int>{2, 1});
    CHECK(stock.others.forms_with(2).size() == 2);
    const PairOverlap pairs = overlap_of_pairs({{"a", "b"}, {"b", "c"}, {"c", "b"}});
    CHECK(pairs.most == 2);
    CHECK(std::abs(pairs.mean - 4.0 / 3) < 1e-12);
  }

  TEST_CASE("a form that is too much like another is exchanged until it is not") {
    Stock stock(8, 4);
    stock.others.add({0, 1, 2, 3});
    DrawnForm form{{0, 1, 2, 3}};
    CHECK(separate_form(stock.cells, stock.pool, stock.others, stock.numbers, 1, {}, form) == 1);
    CHECK(stock.shared(form) == 1);
    std::ranges::sort(form.questions);
    CHECK(std::ranges::adjacent_find(form.questions) == form.questions.end());
  }

  TEST_CASE(
      "what must not be asked is not taken, and what can't be done is said by how near it is") {
    Stock stock(6, 4);
    stock.others.add({0, 1, 2, 3});
    DrawnForm form{{0, 1, 2, 3}};
    CHECK(separate_form(stock.cells, stock.pool, stock.others, stock.numbers, 0, {}, form) == 2);
    DrawnForm kept{{0, 1, 2, 3}};
    CHECK(separate_form(stock.cells, stock.pool, stock.others, stock.numbers, 0, {"q4", "q5"},
                        kept) == 4);
    CHECK(kept.questions == std::vector<std::size_t>{0, 1, 2, 3});
  }

  TEST_CASE("an exchange may bring a form no nearer to another than is allowed, as it then is") {
    Stock stock(8, 3);
    stock.others.add({0, 1, 2});
    DrawnForm form{{0, 4, 5}};
    const auto may = stays_apart(stock.others, stock.numbers, 1, form);
    CHECK_FALSE(may(4, 1));
    CHECK(may(4, 6));
    CHECK(may(0, 1));
    form.questions[0] = 6;
    CHECK(may(4, 1));
  }

  TEST_CASE("a form that is replaced is counted as it then is, and taken out not at all") {
    Stock stock(6, 3);
    for (int i = 0; i < 3; ++i) stock.others.add({0, 1, 2});
    stock.others.replace(1, {2, 3, 4});
    CHECK(stock.others.shared_with({0, 1, 2}) == std::vector<int>{3, 1, 3});
    CHECK(stock.others.forms_with(2) == std::vector<std::uint32_t>{0, 1, 2});
    stock.others.replace(0, {});
    CHECK(stock.others.shared_with({0, 1, 2}) == std::vector<int>{0, 1, 3});
    CHECK(stock.others.forms_with(2) == std::vector<std::uint32_t>{1, 2});
  }

  TEST_CASE("without other forms nothing is to be done") {
    Stock stock(4, 2);
    DrawnForm form{{0, 1}};
    CHECK(separate_form(stock.cells, stock.pool, stock.others, stock.numbers, 0, {}, form) == 0);
    CHECK(form.questions == std::vector<std::size_t>{0, 1});
  }
}
