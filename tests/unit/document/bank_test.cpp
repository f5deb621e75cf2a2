#include "document/bank.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string head = "bank: law\nversion: '1'\ntitle: Law\n";

std::string faults(const std::string& questions, const std::string& more = {}) {
  return fault_names(load_bank(head + more + "questions:\n" + questions, "banks/law.yaml"));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a bank holds questions of five kinds, each with its own key") {
    const auto bank = load_bank(
        head +
            "author: zb01\nlaws: {ZB: {title: Rules}}\nquestions:\n"
            "  - {id: Q1, kind: single, stem: S, choices: {A: x, B: w, C: all}, last: [C], key: "
            "B,\n"
            "     topic: dues, difficulty: 4, expected: 0.55, points: 2.5, author: zb02,\n"
            "     basis: [{law: ZB, article: '3', status: quoted}], status: quoted,\n"
            "     valid: {from: '2026-05-18', until: '2027-05-17'}, explanation: why,\n"
            "     readings: [one, other], draft: true}\n"
            "  - {id: Q2, kind: multiple, stem: S, choices: {A: x, B: w, C: z}, key: AC,\n"
            "     shuffle: false}\n"
            "  - {id: Q3, kind: judge, stem: S, key: false}\n"
            "  - {id: Q4, kind: blank, stem: a____b____, blanks: [[半数, 1/2], [3]]}\n"
            "  - {id: Q5, kind: short, stem: {zh: 为何, en: Why}, model: because}\n",
        "banks/law.yaml");
    REQUIRE(bank);
    CHECK(bank->author == "zb01");
    const BankQuestion& first = bank->questions[0];
    CHECK(first.key == "B");
    CHECK(first.choices[2].last);
    CHECK_FALSE(first.choices[1].last);
    CHECK(first.basis[0].title == same("Rules"));
    CHECK(first.expected == Rational(11, 20));
    CHECK(first.points == Rational(5, 2));
    CHECK(first.valid_until == Date(2027, 5, 17));
    CHECK(first.author == "zb02");
    CHECK(first.draft);
    CHECK(first.readings.size() == 2);
    CHECK(bank->find("Q2")->key == "AC");
    CHECK_FALSE(bank->find("Q2")->shuffle);
    CHECK(bank->find("Q3")->key == "F");
    CHECK(bank->find("Q4")->blanks ==
          std::vector<std::vector<std::string>>{{"半数", "1/2"}, {"3"}});
    CHECK(bank->find("Q5")->model.en == "because");
    CHECK(bank->find("Q6") == nullptr);
  }

  TEST_CASE("a bank that is kept with a paper may be sealed, and then tells no key") {
    const std::string seal = "sealed: " + std::string(64, 'a') + "\n";
    const auto drawn = [&](const std::string& question, const std::string& sealed) {
      return fault_names(load_drawn_bank(
          head + sealed + "questions:\n  - {id: Q, stem: S, " + question + "}\n", "b"));
    };
    const std::string single = "kind: single, choices: {A: x, B: w}";
    CHECK(drawn(single, seal).empty());
    CHECK(drawn("kind: judge", seal).empty());
    CHECK(drawn("kind: blank, blanks: [[], []]", seal).empty());
    CHECK(drawn(single + ", key: A", seal).ends_with("key-in-sealed-bank"));
    CHECK(drawn("kind: judge, key: true", seal).ends_with("key-in-sealed-bank"));
    CHECK(drawn("kind: blank, blanks: [[], [x]]", seal).ends_with("key-in-sealed-bank"));
    CHECK(drawn("kind: short, model: m", seal).ends_with("key-in-sealed-bank"));
    CHECK(drawn("kind: judge, explanation: e", seal).ends_with("key-in-sealed-bank"));
    CHECK(drawn("kind: judge", "").ends_with("missing-key"));
    CHECK(drawn("kind: judge", "sealed: abc\n").find("bad-seal") != std::string::npos);
    CHECK(drawn("kind: judge, key: true", "").empty());
    CHECK(faults("  - {id: Q, kind: judge, stem: S}\n", seal).find("unknown-key") !=
          std::string::npos);
  }

  TEST_CASE("a key names options that there are") {
    const auto with = [](const std::string& kind, const std::string& key) {
      return faults("  - {id: Q, kind: " + kind + ", stem: S, choices: {A: x, B: w}, key: " + key +
                    "}\n");
    };
    CHECK(with("single", "A") == "");
    CHECK(with("single", "C") == "5:64 no-such-choice");
    CHECK(with("single", "AB") == "5:64 bad-key");
    CHECK(with("multiple", "AB") == "");
    CHECK(with("multiple", "BA") == "5:66 bad-key");
    CHECK(with("multiple", "AA") == "5:66 bad-key");
    CHECK(faults("  - {id: Q, kind: single, stem: S, choices: {A: x, B: w}}\n") ==
          "5:5 missing-key");
    CHECK(faults("  - {id: Q, kind: judge, stem: S}\n") == "5:5 missing-key");
    CHECK(faults("  - {id: Q, kind: blank, stem: S}\n") == "5:5 missing-key");
  }

  TEST_CASE("options stand in order, two to eight") {
    const auto with = [](const std::string& choices) {
      return faults("  - {id: Q, kind: single, stem: S, key: A, choices: " + choices + "}\n");
    };
    CHECK(with("{A: x, C: w}") == "5:60 letter-out-of-order");
    CHECK(with("{A: x}") == "5:53 number-of-choices");
    CHECK(with("[x, w]") == "5:53 wrong-type");
    CHECK(with("{A: x, B: w}, last: [C]") == "5:74 no-such-choice");
  }

  TEST_CASE("what belongs to another kind is no silent loss") {
    CHECK(faults("  - {id: Q, kind: judge, stem: S, key: true, choices: {A: x, B: w}}\n") ==
          "5:55 key-of-other-kind");
    CHECK(faults("  - {id: Q, kind: short, stem: S, key: A}\n") == "5:40 key-of-other-kind");
    CHECK(faults("  - {id: Q, kind: quiz, stem: S}\n") == "5:19 unknown-word");
  }

  TEST_CASE("ids come once, laws are known, shares are shares") {
    CHECK(faults("  - {id: Q, kind: judge, stem: S, key: true}\n"
                 "  - {id: Q, kind: judge, stem: T, key: true}\n") == "6:10 duplicate-id");
    CHECK(faults("  - {id: Q, kind: judge, stem: S, key: true, basis: [{law: X}]}\n",
                 "laws: {ZB: {title: t}}\n") == "6:60 unknown-law");
    CHECK(faults("  - {id: Q, kind: judge, stem: S, key: true, expected: 1.5}\n") ==
          "5:56 out-of-range");
    CHECK(faults("  []\n") == "5:3 empty-list");
    CHECK(faults("  - {id: Q, kind: blank, stem: S, blanks: [[]]}\n") == "5:44 empty-list");
    CHECK(fault_names(load_bank("rubric: x\n", "banks/x.yaml")) == "1:9 other-document");
  }
}
