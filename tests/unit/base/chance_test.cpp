#include "base/chance.hpp"

#include "support/reference.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

std::string joined(const Node& list) {
  std::vector<std::string> words;
  for (const Node& item : list.items) words.push_back(item.text);
  return joined(words);
}

template <class Draw>
std::string drawn(std::size_t count, const Draw& draw) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(std::to_string(draw()));
  return joined(words);
}

std::string in_words(const std::vector<int>& numbers) {
  std::size_t at = 0;
  return drawn(numbers.size(), [&] { return numbers[at++]; });
}

}  // namespace

TEST_SUITE("base") {
  TEST_CASE("chance draws what the reference drew, for every seed") {
    const Node reference = read_reference("base/reference/prng_vectors.json");
    for (const std::uint64_t seed : {0u, 1u, 1234567u, 20260101u}) {
      const auto of = [&](const std::string& name) -> const Node& {
        return at(reference, name + "_seed_" + std::to_string(seed));
      };
      Chance stream(seed);
      CHECK(drawn(5, [&] { return stream.next(); }) == joined(of("next")));
      Chance bounded(seed);
      CHECK(drawn(20, [&] { return bounded.below(10); }) == joined(of("bounded10")));
      CHECK(in_words(shuffled_numbers(12, seed)) == joined(of("shuffle_0_11")));
    }
  }

  TEST_CASE("a text stands for a seed") {
    const Node reference = read_reference("base/reference/prng_vectors.json");
    const Node& expected = at(reference, "text_seed");
    CHECK(std::to_string(seed_of(at(expected, "text").text)) == at(expected, "seed").text);
  }

  TEST_CASE("a bound of one draws zero, and a bound that divides nothing draws below it") {
    Chance chance(7);
    CHECK(chance.below(1) == 0);
    const std::uint64_t bound = (std::uint64_t{1} << 63) + 1;
    for (int i = 0; i < 100; ++i) CHECK(chance.below(bound) < bound);
  }

  TEST_CASE("a bound just above half throws away the draws behind it") {
    // Nearly every other draw is too large: what is drawn is the next one that is not.
    const std::uint64_t bound = (std::uint64_t{1} << 63) + 1;
    Chance raw(7);
    Chance bounded(7);
    for (int i = 0; i < 20; ++i) {
      std::uint64_t expected = raw.next();
      while (expected >= bound) expected = raw.next();
      CHECK(bounded.below(bound) == expected);
    }
  }

  TEST_CASE("a shuffle keeps every item once, and none is a shuffle too") {
    const auto numbers = shuffled_numbers(500, 3);
    CHECK(std::set<int>(numbers.begin(), numbers.end()).size() == 500);
    CHECK(shuffled_numbers(0, 3).empty());
    CHECK(shuffled_numbers(1, 3) == std::vector<int>{0});
  }
}
