#include "exam/aiken.hpp"

#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string faults(std::string_view text) {
  QuestionIds ids("own", {});
  return fault_names(read_aiken(text, "q.txt", ids));
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("Aiken: questions with their options and keys") {
    QuestionIds ids("own", {"own-1"});
    const auto read = read_aiken(
        "\xef\xbb\xbf党费什么时候交？\r\nA. 每月\r\nB) 每年\r\nANSWER: A\r\n\r\n"
        "Two lines\nof question\nA) x\n\nB) y\nC) z\nANSWER:C",
        "q.txt", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    REQUIRE(read->bank.questions.size() == 2);
    const auto& all = read->bank.questions;
    CHECK(all[0].id == "own-2");
    CHECK(all[0].stem.zh == "党费什么时候交？");
    CHECK(all[0].choices[1].text.zh == "每年");
    CHECK(all[0].key == "A");
    CHECK(all[1].stem.en == "Two lines\nof question");
    CHECK(all[1].key == "C");
    CHECK(all[1].place.line == 6);
  }

  TEST_CASE("Aiken: the answer's colon may be full-width, its word in small letters") {
    QuestionIds ids("own", {});
    const auto read =
        read_aiken("q1\nA. x\nB. y\nANSWER：B\n\nq2\nA. x\nB. y\nanswer: a\n", "q.txt", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    REQUIRE(read->bank.questions.size() == 2);
    CHECK(read->bank.questions[0].key == "B");
    CHECK(faults("q1\nA. x\nB. y\nANSWERS: B\n").find("text-behind-options") != std::string::npos);
  }

  TEST_CASE("Aiken: all faults in one run") {
    CHECK(faults(
              "q1\nA. x\nC. y\nANSWER: A\n\nq2\nA. x\nANSWER: A\n\nq3\nA. x\nB. y\nANSWER: AB\n\n"
              "A. x\nB. y\nANSWER: A\n\nANSWER: A\n\nq6\nA. x\nB. y\nstray\nANSWER: D\n\nq7\nA. x\n"
              "B. y\n") ==
          "3:1 letter-out-of-order, 6:1 number-of-choices, 13:1 bad-key, 15:1 empty-text, 19:1 "
          "empty-text, 24:1 text-behind-options, 25:1 bad-key, 27:1 missing-key");
    CHECK(faults("") == "1:1 no-questions");
    CHECK_FALSE(faults("\xff\n").empty());
  }

  TEST_CASE("Aiken: a question right below one without a key is named where it begins") {
    CHECK(faults("q1\nA. x\nB. y\nq2\nof two lines\nA. x\nB. y\nANSWER: A\n") ==
          "4:1 no-blank-line");
    CHECK(faults("q1\nA. x\nB. y\n\nq2\nA. x\nB. y\nANSWER: C\n") ==
          "5:1 missing-key, 8:1 bad-key");
    CHECK(faults("q1\nA. x\nand more\nB. y\nANSWER: A\n") == "3:1 text-behind-options");
    CHECK(faults("q1\nA. x\nB. y\nand more\n") == "4:1 text-behind-options, 1:1 missing-key");
    QuestionIds ids("own", {});
    const auto read =
        read_aiken("q1\nA. x\nB. y\nANSWER: A\nq2\nA. x\nB. y\nANSWER: B\n", "q.txt", ids);
    REQUIRE(read);
    CHECK(read->bank.questions.size() == 2);
  }

  TEST_CASE("Aiken: what goes out, what is lost of it, and what stays behind") {
    Bank bank;
    bank.questions = {choice_question("Q1", "Which\nday?", {"one", "two"}, "B"),
                      choice_question("Q2", "All?", {"one", "two"}, "AB"),
                      bank_question("Q3", QuestionKind::judge, "It is.", "T"),
                      choice_question("Q4", "ANSWER: what", {"one", "two"}, "A")};
    bank.questions[0].topic = "days";
    bank.questions[0].basis = {{"L", same("L"), {}, SourceStatus::none}};
    const ExportedBank out = write_aiken(bank, Lang::en);
    CHECK(out.text == "Which day?\nA. one\nB. two\nANSWER: B\n");
    CHECK(out.written == 1);
    CHECK(losses_text(out.losses) ==
          "Q1: id, topic, basis, line breaks; Q2! Aiken holds no multiple choice; Q3! Aiken holds "
          "no true or false; Q4! its stem would be taken for an option or an answer");
  }
}
