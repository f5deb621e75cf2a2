#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace sihu;

namespace {

const std::string head = ", version: '1', title: T, questions: [\n";

LintFile bank(const std::string& id, const std::string& questions) {
  return {"banks/" + id + ".yaml", "{bank: " + id + head + questions + "]}\n"};
}

std::string linted(const std::vector<LintFile>& banks, const std::vector<LintFile>& context = {}) {
  LintInput input;
  input.files = banks;
  input.context = context;
  input.today = Date(2026, 10, 12);
  return fault_names(lint(input));
}

// `count` single choices, every one another question, of which `of_b` have the key B.
std::string singles(int count, int of_b) {
  std::string questions;
  for (int i = 0; i < count; ++i)
    questions += fmt::format(
        "{{id: Q{0}, kind: single, stem: what {0}, key: {1}, choices: {{A: a{0}, B: b{0}, C: c{0}, "
        "D: "
        "d{0}}}}},\n",
        i, i < of_b ? 'B' : "ACD"[i % 3]);
  return questions;
}

std::string choices(const std::string& of, const std::string& key, const std::string& more = {}) {
  return "{id: Q, kind: single, stem: S, choices: {" + of + "}, key: " + key + more + "}";
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a letter that is the key far more often than chance is pointed at") {
    CHECK(linted({bank("a", singles(20, 5))}) == "");
    CHECK(linted({bank("a", singles(20, 10))}) == "");
    CHECK(linted({bank("a", singles(20, 11))}) == "1:46 uneven-keys");
    CHECK(linted({bank("a", singles(9, 9))}) == "");
    CHECK(linted({bank("a", singles(10, 10))}) == "1:46 uneven-keys");
  }

  TEST_CASE("a fault of one question hides no warning of the others") {
    const std::string twins = choices("A: x, B: x", "A") + ",\n";
    CHECK(linted({bank("a", twins + "{id: R, kind: judge, stem: T}")}) ==
          "2:41 equal-choices, 3:1 missing-key");
  }

  TEST_CASE(
      "keys that need no reading: a letter never right, judgments all true, one key for all") {
    const auto asked = [](int count, const char* letters, std::size_t of) {
      std::string questions;
      for (int i = 0; i < count; ++i)
        questions += fmt::format(
            "{{id: Q{0}, kind: single, stem: what {0}, key: {1}, choices: {{A: a{0}, B: b{0}, C: "
            "c{0}, D: d{0}}}}},\n",
            i, letters[static_cast<std::size_t>(i) % of]);
      return questions;
    };
    CHECK(linted({bank("a", asked(30, "ABC", 3))}) == "1:46 never-key");
    CHECK(linted({bank("a", asked(20, "ABC", 3))}) == "");
    CHECK(linted({bank("a", asked(30, "ABCD", 4))}) == "");
    const auto of_kind = [](int count, const std::string& rest, const std::string& last) {
      std::string questions;
      for (int i = 0; i < count; ++i)
        questions +=
            fmt::format("{{id: Q{0}, stem: what {0}, {1}}},\n", i, i + 1 < count ? rest : last);
      return questions;
    };
    const std::string yes = "kind: judge, key: true";
    CHECK(linted({bank("a", of_kind(10, yes, yes))}) == "1:46 one-key");
    CHECK(linted({bank("a", of_kind(10, yes, "kind: judge, key: false"))}) == "");
    CHECK(linted({bank("a", of_kind(9, yes, yes))}) == "");
    const std::string two = "kind: multiple, key: AB, choices: {A: red, B: blue, C: green}";
    CHECK(linted({bank("a", of_kind(10, two, two))}) == "1:46 one-key");
  }

  TEST_CASE("one stem asked in two kinds is asked twice") {
    CHECK(linted({bank("a",
                       "{id: Q1, kind: judge, stem: S t, key: true},\n"
                       "{id: Q2, kind: short, stem: S t, model: m}")}) == "3:29 duplicate-stem");
  }

  TEST_CASE("two options that say the same are noticed, whichever is right") {
    CHECK(linted({bank("a", choices("A: 党费, B: 党 费, C: 会费", "C"))}) == "2:41 equal-choices");
    CHECK(linted({bank("a", choices("A: '+', B: '-', C: '+'", "C"))}) == "2:41 equal-choices");
    CHECK(linted({bank("a", choices("A: '+', B: '-'", "A"))}) == "");
  }

  TEST_CASE("options that contain one another, unless both are right") {
    CHECK(linted({bank("a", choices("A: 警告, B: 严重警告", "A"))}) ==
          "2:41 choice-contains-other");
    CHECK(linted({bank("a", choices("A: 3个月, B: 13个月", "A"))}) == "");
    CHECK(linted({bank("a", choices("A: 年, B: 半年", "A"))}) == "");
    CHECK(linted({bank("a", choices("A: 一年, B: 一年半", "A", ", shuffle: false"))}) == "");
    CHECK(linted({bank("a", choices("A: 支部, B: 支部。", "B"))}) == "2:41 equal-choices");
    CHECK(linted({bank("a", choices("A: 500, B: 5000, C: x", "A"))}) == "");
    CHECK(linted({bank("a", choices("A: 警告, B: 严重警告, C: 记过", "C"))}) ==
          "2:41 choice-contains-other");
    CHECK(linted({bank("a",
                       "{id: Q, kind: multiple, stem: S, choices: {A: 警告, B: 严重警告, C: "
                       "罚款}, key: AB}")}) == "");
    CHECK(linted({bank("a", choices("A: 三个月, B: 十三个月", "A"))}) == "");
    CHECK(linted({bank("a", choices("A: men, B: women, C: x", "A"))}) == "");
    CHECK(linted({bank("a", choices("A: the men, B: men, C: x", "C"))}) ==
          "2:41 choice-contains-other");
    CHECK(linted({bank("a", choices("A: 5%, B: 15%, C: 1.5%", "A"))}) == "");
  }

  TEST_CASE("the gaps of a stem are as many as the answers") {
    const auto blank = [](const std::string& stem) {
      return linted({bank("a", "{id: Q, kind: blank, stem: " + stem + ", blanks: [[x], [z]]}")});
    };
    CHECK(blank("a____b____c") == "");
    CHECK(blank("a____b") == "2:44 gaps-differ");
    CHECK(linted({bank("a", "{id: Q, kind: short, stem: S}")}) == "2:1 no-model");
    CHECK(linted({bank("a", "{id: Q, kind: blank, stem: a____b____c, blanks: [[x], ['y；z']]}")}) ==
          "2:49 semicolon-in-blank");
    CHECK(linted({bank("a", "{id: Q, kind: blank, stem: a____b, blanks: [['y;z']]}")}) == "");
  }

  TEST_CASE("a rule that has ended is asked for no more, unless the question is a draft") {
    const auto dated = [](const std::string& more) {
      return linted({bank("a", "{id: Q, kind: judge, stem: S, key: true, " + more + "}")});
    };
    CHECK(dated("valid: {until: '2026-10-12'}") == "");
    CHECK(dated("valid: {until: '2026-10-11'}") == "2:49 rule-out-of-date");
    CHECK(dated("valid: {until: '2026-10-11'}, draft: true") == "");
    CHECK(dated("valid: {from: '2026-10-13'}") == "2:49 rule-not-yet");
    const std::string laws =
        "{bank: a, version: '1', title: T, laws: {L9: {title: x, issued: '2027', valid-from: "
        "2027-06-01}}, questions: [\n";
    const std::string basis = "{id: Q, kind: judge, stem: S, key: true, basis: [{law: L9}]}]}\n";
    CHECK(linted({{"banks/a.yaml", laws + basis}}) == "2:49 rule-not-yet");
  }

  TEST_CASE("stems come once, and ids once in all banks") {
    const std::string first = "{id: Q1, kind: judge, stem: 党支部每3年换届。, key: true}";
    const std::string twin = "{id: Q2, kind: judge, stem: ' 党支部每３年换届', key: false}";
    const std::string other = "{id: Q2, kind: judge, stem: 党支部每5年换届。, key: true}";
    CHECK(linted({bank("a", first + ",\n" + twin)}) == "3:29 duplicate-stem");
    CHECK(linted({bank("a", first + ",\n" + other)}) == "");
    CHECK(linted({bank("a", first), bank("b", twin)}) == "2:29 duplicate-stem");
    const LintFile beside = bank("a", "{id: Q1, kind: short, stem: x, model: m}");
    CHECK(linted({bank("b", first)}, {beside}) == "");  // of one folder, and no workspace
    CHECK(linted({bank("b", first)}, {beside, {"sihu.yaml", "sihu: 1\n"}}) ==
          "2:6 duplicate-question");
    const std::string which = "stem: 下列正确的是, kind: single, key: A, choices: ";
    CHECK(linted({bank("a", "{id: Q1, " + which + "{A: a1, B: b1}},\n{id: Q2, " + which +
                                "{A: a2, B: b2}}")}) == "");
    CHECK(linted({bank("a", "{id: Q1, " + which + "{A: a1, B: b1}},\n{id: Q2, " + which +
                                "{A: b1, B: b2}}")}) == "3:16 duplicate-stem");
  }

  TEST_CASE("who wrote a question is a branch") {
    const LintFile organisation{
        "sihu.yaml",
        "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: zb01, name: A}]\npeople: [{id: "
        "p, name: P, branch: zb01, roles: [secretary]}]\n"};
    const auto by = [&](const std::string& author) {
      return linted({bank("a", "{id: Q, kind: judge, stem: S, key: true, author: " + author + "}")},
                    {organisation});
    };
    CHECK(by("zb01") == "");
    CHECK(by("zb02") == "2:50 unknown-branch");
  }
}
