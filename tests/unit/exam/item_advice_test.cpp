#include "exam/item_advice.hpp"

#include "support/marked_tests.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string reference_name(const ItemNote& note) {
  if (note.flag == ItemFlag::key_negative) return "KEY_NEGATIVE";
  return note.option + (note.flag == ItemFlag::possible_key ? ":POSSIBLE_KEY" : ":NONFUNCTIONING");
}

bool is_in_reference(const ItemNote& note) {
  return note.flag == ItemFlag::key_negative || !note.option.empty();
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::ranges::sort(names);
  return names;
}

ItemStatistics item_with(double share, std::optional<double> r_rest) {
  ItemStatistics item;
  item.share = share;
  item.r_rest = r_rest;
  return item;
}

std::vector<ItemFlag> flags_of(const ItemStatistics& item, std::size_t candidates = 100) {
  std::vector<ItemFlag> flags;
  for (const ItemNote& note :
       notes_on(choice_question("q", QuestionKind::blank, ""), item, candidates))
    flags.push_back(note.flag);
  return flags;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("what may be wrong with a key or an option is what the reference says") {
    const TestStatistics found = analyse_items(reference_test());
    const Bank bank = reference_bank();
    const Node reference = read_reference("statistics/reference/test/expected_items.json");
    const auto& rows = at(reference, "distractors").items;
    REQUIRE(rows.size() == found.items.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::vector<std::string> got, expected;
      for (const ItemNote& note : notes_on(bank.questions[i], found.items[i], found.candidates))
        if (is_in_reference(note)) got.push_back(reference_name(note));
      for (const Node& flag : at(rows[i], "flags").items) expected.push_back(flag.text);
      CHECK(sorted(got) == sorted(expected));
    }
  }

  TEST_CASE("of fewer than 30 candidates nothing is said") {
    const ItemStatistics bad = item_with(0.1, -0.5);
    CHECK(flags_of(bad, 29).empty());
    CHECK_FALSE(quality_of(bad, 29).has_value());
    CHECK(flags_of(bad, 30) == std::vector<ItemFlag>{ItemFlag::key_negative, ItemFlag::too_hard});
  }

  TEST_CASE("too easy and too hard explain why nobody is told apart") {
    CHECK(flags_of(item_with(0.95, 0.1)) == std::vector<ItemFlag>{ItemFlag::too_easy});
    CHECK(flags_of(item_with(0.95, -0.1)) == std::vector<ItemFlag>{ItemFlag::too_easy});
    CHECK(flags_of(item_with(0.2, 0.1)) == std::vector<ItemFlag>{ItemFlag::too_hard});
    CHECK(flags_of(item_with(0.5, 0.19)) == std::vector<ItemFlag>{ItemFlag::weak});
    CHECK(flags_of(item_with(0.5, 0.2)).empty());
    CHECK(flags_of(item_with(1, std::nullopt)) == std::vector<ItemFlag>{ItemFlag::too_easy});
  }

  TEST_CASE("the quality goes by tenths") {
    CHECK(quality_of(item_with(0.5, 0.40), 30) == ItemQuality::very_good);
    CHECK(quality_of(item_with(0.5, 0.39), 30) == ItemQuality::good);
    CHECK(quality_of(item_with(0.5, 0.29), 30) == ItemQuality::weak);
    CHECK(quality_of(item_with(0.5, 0.19), 30) == ItemQuality::poor);
  }

  TEST_CASE("a judgment has no option to be replaced") {
    ItemStatistics item = item_with(0.94, -0.1);
    item.options = {{96, 0, 0, -0.1}, {4, 0, 0, 0.1}};
    const auto notes = notes_on(choice_question("q", QuestionKind::judge, "T"), item, 100);
    CHECK(notes == std::vector<ItemNote>{{ItemFlag::key_negative, "", true}});
  }

  TEST_CASE("what so few candidates don't settle is said with a perhaps") {
    const BankQuestion question = choice_question("q", QuestionKind::blank, "");
    const auto said = [&](const ItemStatistics& item, std::size_t candidates) {
      return advice(notes_on(question, item, candidates)).en;
    };
    CHECK(said(item_with(0.5, -0.1), 40).starts_with("perhaps whoever has it right"));
    CHECK(said(item_with(0.5, -0.5), 40).starts_with("whoever has it right"));
    CHECK(said(item_with(0.97, 0.3), 40).starts_with("perhaps too easy"));
    CHECK(said(item_with(0.99, 0.3), 2000).starts_with("too easy"));
  }

  TEST_CASE("the advice names the option, and says all there is to say") {
    CHECK(advice({}).empty());
    CHECK(advice({{ItemFlag::possible_key, "C"}, {ItemFlag::dead_option, "D"}}).en ==
          "whoever chose C does better elsewhere: might C be right too; hardly anybody chose D: "
          "find a better option");
    CHECK(advice({{ItemFlag::dead_option, "B"}, {ItemFlag::dead_option, "C"}}).en ==
          "hardly anybody chose B and C: find better options");
    CHECK(advice({{ItemFlag::dead_option, "B"}, {ItemFlag::dead_option, "C", true}}).en ==
          "hardly anybody chose B: find a better option; perhaps hardly anybody chose C: find a "
          "better option (too few to be sure)");
  }

  TEST_CASE("a wrong option that nearly everybody chose puts the key in doubt, and that is all") {
    ItemStatistics item = item_with(0, std::nullopt);
    item.options = {{60, 0, 0, {}}, {0, 0, 0, {}}, {0, 0, 0, {}}, {0, 0, 0, {}}};
    const auto notes = notes_on(choice_question("q", QuestionKind::single, "B"), item, 60);
    REQUIRE_FALSE(notes.empty());
    CHECK(to_string(notes.front().flag) == "wrong-favourite");
    CHECK(advice(notes).en == "nearly everybody chose A: check the key first");
    CHECK(advice(notes).zh == "几乎人人都选 A：先核对答案");
    item.options = {{57, 0, 0, {}}, {3, 0, 0, {}}, {0, 0, 0, {}}, {0, 0, 0, {}}};
    CHECK(advice(notes_on(choice_question("q", QuestionKind::single, "B"), item, 60))
              .en.starts_with("nearly everybody chose A"));
    item.options.front().chosen = 56;
    CHECK_FALSE(advice(notes_on(choice_question("q", QuestionKind::single, "B"), item, 60))
                    .en.starts_with("nearly"));
    item.options = {{0, 0, 0, {}}, {60, 0, 0, {}}};
    CHECK(advice(notes_on(choice_question("q", QuestionKind::judge, "T"), item, 60)).en ==
          "nearly everybody has it wrong: check the key first");
  }

  TEST_CASE("options that nobody takes of a question that is too easy are not said") {
    CHECK(advice({{ItemFlag::dead_option, "B"}, {ItemFlag::too_easy, ""}}).en ==
          "too easy, nearly everybody has it right");
  }
}
