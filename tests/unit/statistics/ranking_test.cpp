#include "statistics/ranking.hpp"

#include "support/fractions.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Node reference() {
  return read_reference("statistics/reference/rank/expected_rank.json");
}

std::vector<Contender> contenders_with(const std::vector<Rational>& scores) {
  std::vector<Contender> contenders;
  for (const Rational& score : scores) contenders.push_back({score, Rational(1), false, {}});
  return contenders;
}

// The rank of each contender, 0 for none, in the order given.
std::vector<int> ranks(const std::vector<Contender>& contenders, const RankRules& rules = {}) {
  std::vector<int> list(contenders.size());
  for (const RankLine& line : rank(contenders, rules)) list[line.contender] = line.rank.value_or(0);
  return list;
}

std::vector<int> whole(const Node& list) {
  std::vector<int> values;
  for (const Node& item : list.items) values.push_back(std::stoi(item.text));
  return values;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("values are rounded as the reference rounds them, but never to -0") {
    const Node expected = reference();
    for (const Node& row : at(expected, "rounding").items) {
      const Rational value = decimal(at(row, "value").text);
      const int digits = std::stoi(at(row, "digits").text);
      const auto without_minus_zero = [](const std::string& text) {
        return text == "-0.0" ? "0.0" : text;
      };
      CHECK(value.rounded(digits) == without_minus_zero(at(row, "half_up").text));
      CHECK(value.rounded(digits, Halves::even) == without_minus_zero(at(row, "gbt8170").text));
      CHECK(value.to_places(digits) == decimal(value.rounded(digits)));
    }
    const Node& twice = at(expected, "double_rounding");
    CHECK(decimal(at(twice, "value").text).rounded(0) == at(twice, "once").text);
  }

  TEST_CASE("equal scores share a number, in each of three ways") {
    const Node expected = reference();
    const Node& rows = at(expected, "ranks");
    const auto contenders = contenders_with(decimals(at(rows, "scores")));
    RankRules rules;
    CHECK(ranks(contenders, rules) == whole(at(rows, "competition_1224")));
    rules.numbers = TieNumbers::dense;
    CHECK(ranks(contenders, rules) == whole(at(rows, "dense_1223")));
    rules.numbers = TieNumbers::last;
    CHECK(ranks(contenders, rules) == whole(at(rows, "modified_1334")));
  }

  TEST_CASE("ranks go by what is published") {
    const Node expected = reference();
    const Node& rows = at(expected, "rank_basis");
    const auto contenders = contenders_with(decimals(at(rows, "scores")));
    RankRules rules;
    rules.places = 1;
    CHECK(ranks(contenders, rules) == whole(at(rows, "rank_on_shown")));
    std::vector<std::string> shown(contenders.size());
    for (const RankLine& line : rank(contenders, rules)) shown[line.contender] = line.shown;
    CHECK(decimals(shown) == decimals(at(rows, "shown")));
    rules.places = 2;
    CHECK(ranks(contenders, rules) == whole(at(rows, "rank_on_raw")));
  }

  TEST_CASE("a veto takes the rank, not the score, and the others close up") {
    const Node expected = reference();
    const Node& veto = at(expected, "veto");
    std::vector<Contender> contenders;
    std::vector<std::string> ids;
    for (const Node& row : at(veto, "input").items) {
      contenders.push_back(
          {decimal(at(row, "score").text), Rational(1), at(row, "veto").text == "true", {}});
      ids.push_back(at(row, "id").text);
    }
    const auto lines = rank(contenders, {});
    const auto& order = at(veto, "order").items;
    REQUIRE(lines.size() == order.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string& id = ids[lines[i].contender];
      CHECK(id == order[i].text);
      const Node& rank = at(at(veto, "rank"), id);
      CHECK(lines[i].rank.has_value() != rank.is_null());
      if (lines[i].rank) CHECK(*lines[i].rank == std::stoi(rank.text));
      CHECK((lines[i].why == Unranked::vetoed) == rank.is_null());
      CHECK_FALSE(lines[i].shown.empty());
    }
  }

  TEST_CASE("too few parts, no score and a veto stand last, in this order") {
    const std::vector<Contender> contenders{{decimal("99"), Rational(1), true, {}},
                                            {std::nullopt, Rational(0), false, {}},
                                            {decimal("98"), Rational(79, 100), false, {}},
                                            {decimal("60"), Rational(80, 100), false, {}}};
    const auto lines = rank(contenders, {});
    const std::vector<Unranked> whys{Unranked::no, Unranked::little_coverage, Unranked::no_score,
                                     Unranked::vetoed};
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(lines[i].contender == 3 - i);
      CHECK(lines[i].why == whys[i]);
    }
    CHECK(lines[0].rank == 1);
    CHECK(lines[2].shown.empty());
  }

  TEST_CASE("tie-breaks decide in the order declared, and what they leave is a true tie") {
    const auto with = [](const std::vector<std::string>& breaks) {
      Contender one{decimal("90.001"), Rational(1), false, {}};
      for (const std::string& text : breaks)
        one.tie_breaks.push_back(text.empty() ? std::nullopt : std::optional(decimal(text)));
      return one;
    };
    CHECK(ranks({with({"1", "9"}), with({"2", "0"}), with({"2", "1"}), with({"2", "0"})}) ==
          std::vector<int>{4, 2, 1, 2});
    // What does not apply to one of the equals decides nothing among them: it is no 0.
    CHECK(ranks({with({"", "1"}), with({"0", "2"}), with({"9", "1"})}) ==
          std::vector<int>{2, 1, 2});
    CHECK(ranks({with({"1", ""}), with({"2", "3"}), with({"1", "9"})}) ==
          std::vector<int>{2, 1, 2});
  }
}
