#include "document/sound_questions.hpp"

#include "gate/yaml.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// The ids of the sound questions of a bank that is refused.
std::string sound_in(const std::string& text) {
  const Source source(text, "banks/base.yaml");
  std::vector<Fault> ignored;
  const auto root = read_yaml(source, ignored);
  const auto bank = load_bank(text, "banks/base.yaml");
  REQUIRE(root);
  REQUIRE_FALSE(bank);
  const auto sound = sound_questions(source, *root, bank.error().faults);
  std::string ids;
  if (sound)
    for (const BankQuestion& question : sound->questions) ids += question.id;
  return ids;
}

const std::string head = "bank: base\nversion: '1'\ntitle: T\nquestions:\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("of a bank with faults the questions without one are kept") {
    const std::string good = "  - {id: A, kind: judge, stem: S, key: true}\n";
    const std::string last = "  - id: C\n    kind: judge\n    stem: U\n    key: false\n";
    CHECK(sound_in(head + good + "  - id: B\n    kind: judge\n    stem: T\n" + last) == "AC");
    CHECK(sound_in(head + good + last + "    colour: red\n") == "A");
    CHECK(sound_in(head + good + good) == "A");
    CHECK(sound_in("bank: base\ntitle: T\nquestions:\n" + good) == "A");
  }

  TEST_CASE("without a sound question, or without questions, there is no bank") {
    CHECK(sound_in(head + "  - {id: B, kind: judge, stem: T}\n") == "");
    CHECK(sound_in("bank: base\nversion: '1'\ntitle: T\nquestions: none\n") == "");
  }
}
