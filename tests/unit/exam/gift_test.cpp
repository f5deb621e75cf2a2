#include "exam/gift.hpp"

#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string faults(std::string_view text) {
  QuestionIds ids("own", {});
  return fault_names(read_gift(text, "q.gift", ids));
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("GIFT: each kind of question, with names, categories and feedback") {
    QuestionIds ids("own", {});
    const auto read = read_gift(
        "// made by hand\n"
        "$CATEGORY: dues\n\n"
        "::Q1::[html]How \\{often\\}\\: a\\=b? {\n  =once#yes\n  ~twice#no\n  ~%0%never\n}\n\n"
        "::a name::Which? {~%50%one ~%50%two ~%-100%three ####because}\n\n"
        "It is so. {TRUE####why}\n\n"
        "It isn't. {F#wrong}\n\n"
        "Half of {=半数 =%100%1/2} of them.\n\n"
        "The half is ____ {=1/2}\n\n"
        "::Q1::Say why. {}\n",
        "q.gift", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    REQUIRE(read->bank.questions.size() == 7);
    const auto& all = read->bank.questions;
    CHECK(all[0].id == "Q1");
    CHECK(all[0].topic == "dues");
    CHECK(all[0].stem.zh == "How {often}: a=b?");
    CHECK(all[0].kind == QuestionKind::single);
    CHECK(all[0].key == "A");
    CHECK(all[0].choices[2].text.zh == "never");
    CHECK(all[0].place.line == 4);
    CHECK(all[1].id == "own-2");
    CHECK(all[1].kind == QuestionKind::multiple);
    CHECK(all[1].key == "AB");
    CHECK(all[1].explanation.zh == "because");
    CHECK(all[2].key == "T");
    CHECK(all[2].explanation.zh == "why");
    CHECK(all[3].key == "F");
    CHECK(all[4].stem.zh == "Half of ____ of them.");
    CHECK(all[4].blanks[0] == std::vector<std::string>{"半数", "1/2"});
    CHECK(all[5].stem.zh == "The half is ____");
    CHECK(all[6].kind == QuestionKind::short_answer);
    CHECK(all[6].id == "own-7");
    CHECK(losses_text(read->losses) ==
          "Q1: feedback to single answers; own-2: its id a name; own-4: feedback to single "
          "answers; own-7: its id Q1");
  }

  TEST_CASE("GIFT: weights that a bank can't hold are said, own ones and equal ones are not") {
    QuestionIds ids("own", {});
    const auto read = read_gift(
        "::Q1::x {~%60%a ~%40%b ~%-100%c}\n\n::Q2::x {~%33.3%a ~%33.3%b ~%33.3%c ~%-100%d}\n\n"
        "::Q3::x {~%50%a ~%50%b ~c}\n\n::Q4::x {=a ~%-50%b}\n\n::Q5::x {=a =b ~%0%c}\n\n"
        "::Q6::x {=%5-3%a ~b}\n",
        "q.gift", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    CHECK(losses_text(read->losses) ==
          "Q1: what each choice is worth (percent: A 60, B 40, C -100); "
          "Q3: what each choice is worth (percent: A 50, B 50, C 0); "
          "Q4: what each choice is worth (percent: A 100, B -50); "
          "Q5: what each choice is worth (percent: A 100, B 100, C 0)");
    CHECK(read->bank.questions[5].choices[0].text.zh == "%5-3%a");
    Bank bank = read->bank;
    for (BankQuestion& question : bank.questions) question.explanation = {};
    QuestionIds again("own", {});
    const auto back = read_gift(write_gift(bank, Lang::zh).text, "q.gift", again);
    REQUIRE_MESSAGE(back, fault_names(back));
    CHECK(losses_text(back->losses).empty());
  }

  TEST_CASE("GIFT: two questions without an empty line between them, where the second begins") {
    CHECK(faults("one {=a ~b}\n// a comment\n::Q2::two {T}\n\nthree {F}\n") == "3:1 no-blank-line");
    CHECK(faults("::Q1::one {=a ~b} {T}\n") == "1:1 braces-do-not-match");
    CHECK(faults("one {=a ~b}\nbehind it }\n") == "1:1 braces-do-not-match");
  }

  TEST_CASE("GIFT: what a question says it is, its answers and explanation are too") {
    QuestionIds ids("own", {});
    const auto read = read_gift(
        "[html]<p>One</p> {\n=<p>yes</p>\n~[plain]<no>\n####<p>because</p>\n}\n\n"
        "Two {=<a> ~b}\n",
        "q.gift", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    const auto& all = read->bank.questions;
    CHECK(all[0].choices[0].text.zh == "yes");
    CHECK(all[0].choices[1].text.zh == "<no>");
    CHECK(all[0].explanation.zh == "because");
    CHECK(all[1].choices[0].text.zh == "<a>");
  }

  TEST_CASE("GIFT: a name before a page does not hide that it is one") {
    QuestionIds ids("own", {});
    const auto read = read_gift("::G8:: [html]<b>Bold</b> &lt; {F}\n", "q.gift", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    CHECK(read->bank.questions[0].stem.zh == "Bold <");
  }

  TEST_CASE("GIFT: ids and tags in comments, as Moodle has them") {
    QuestionIds ids("own", {"Q9"});
    const auto read = read_gift(
        "// [id:lost]\n\n// [id:Q8] [tag:difficulty:3] [tag:week 2]\n// [tag:draft]\n::a name::x "
        "{T}\n\n"
        "// [id:Q9]\ny {=a ~b}\n// [tag:last:B] a comment behind it\n",
        "q.gift", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    const auto& all = read->bank.questions;
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == "Q8");
    CHECK(all[0].difficulty == 3);
    CHECK(all[0].draft);
    CHECK(all[0].place.line == 5);
    CHECK(all[1].choices[1].last);
    CHECK(losses_text(read->losses) == "Q8: its name a name, the tag week 2; own-2: its id Q9");
  }

  TEST_CASE("GIFT: pages are brought down to words, and a picture makes a draft") {
    QuestionIds ids("own", {});
    const auto read = read_gift(
        "::Q1::[html]<p>What <b>is</b> it?<img src\\=\"a.png\"></p> {=[html]<p>a</p> ~b}\n",
        "q.gift", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    const auto& all = read->bank.questions;
    CHECK(all[0].stem.zh == "What is it?");
    CHECK(all[0].choices[0].text.zh == "a");
    CHECK(all[0].draft);
    CHECK(losses_text(read->losses) == "Q1: formatting, a picture (so it is a draft)");
  }

  TEST_CASE("GIFT: all that a bank can't hold is said in one run, with its line") {
    CHECK(faults("Just words.\n\nA {=x ~y\n\nB {#3.14:0.01}\n\nC {=a -> b =c -> d}\n\n"
                 "D {=x ~%50%y ~z}\n\nE {~x ~y}\n\nF {x}\n\nG {=x ~}\n\n{T}\n\nH {~%50%x}\n") ==
          "1:1 no-answers, 3:1 braces-do-not-match, 5:1 number-answer, 7:1 matching, 9:1 "
          "partly-right, 11:1 missing-key, 13:1 no-marks, 15:1 empty-text, 17:1 empty-text, 19:1 "
          "number-of-choices");
    CHECK(faults("") == "1:1 no-questions");
    CHECK(faults("A } {T}\n") == "1:1 braces-do-not-match");
    CHECK(faults("A {T} {F}\n") == "1:1 braces-do-not-match");
    CHECK(faults("A {=x*}\n") == "1:1 wildcard");
    CHECK_FALSE(faults("\xff {T}\n").empty());
  }
}
