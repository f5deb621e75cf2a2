#include "exam/bank_csv.hpp"

#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string faults(std::string_view text) {
  QuestionIds ids("own", {"taken"});
  return fault_names(read_bank_csv(text, "q.csv", ids));
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("CSV of a bank: columns in Chinese, in any order, only those needed") {
    QuestionIds ids("own", {});
    const auto read = read_bank_csv(
        "\xef\xbb\xbf题干,题型,A,B,答案,填空,难度,编号\r\n"
        "多久交一次？,单选,每月,'=每年,A,,2,\r\n"
        "按月交。,判断题,,,对,,,Q2\r\n"
        "\"交____，\r\n____管\",填空,,,,\"每月 | 月\r\n支部\",,\r\n",
        "q.csv", ids);
    REQUIRE_MESSAGE(read, fault_names(read));
    const auto& all = read->bank.questions;
    REQUIRE(all.size() == 3);
    CHECK(all[0].id == "own-1");
    CHECK(all[0].choices[1].text.zh == "=每年");
    CHECK(all[0].key == "A");
    CHECK(all[0].difficulty == 2);
    CHECK(all[1].id == "Q2");
    CHECK(all[1].key == "T");
    CHECK(all[2].stem.zh == "交____，\n____管");
    CHECK(all[2].blanks == std::vector<std::vector<std::string>>{{"每月", "月"}, {"支部"}});
    CHECK(read->bank.id.empty());
  }

  TEST_CASE(
      "CSV of a bank: an id that another bank has is replaced, and said as of other formats") {
    QuestionIds ids("own", {"taken"});
    const auto read =
        read_bank_csv("kind,id,stem,key\njudge,taken,s,T\njudge,Q2,t,F\n", "q.csv", ids);
    REQUIRE(read.has_value());
    CHECK(read->bank.questions[0].id == "own-1");
    CHECK(read->bank.questions[1].id == "Q2");
    REQUIRE(read->losses.size() == 1);
    CHECK(read->losses[0].question == "own-1");
    CHECK(read->losses[0].what.en == "its id taken");
    CHECK(read->losses[0].place.line == 2);
  }

  TEST_CASE("CSV of a bank: all faults in one run, each at its cell") {
    CHECK(faults("kind,id,stem,A,B,key,difficulty,from,basis,author,draft\n"
                 "single,Q1,s,a,b,C,9,2026-02-30,X|1,ZB,perhaps\n"
                 "essay,taken,s,,,,,,,,\n"
                 "judge,taken,,,,maybe,,,,,\n"
                 "judge,b c,s,,,T,,,,,\n"
                 "judge,Q1,s,,,T,,,,,\n"
                 "law,L,t,,,,,,,,\n"
                 "law,L,t,,,,,,,,\n") ==
          "2:17 no-such-choice, 2:19 out-of-range, 2:21 no-such-date, 2:32 unknown-law, 2:36 "
          "bad-id, 2:39 wrong-type, 3:1 unknown-word, 4:1 missing-key, 4:16 "
          "wrong-type, 5:7 bad-id, 6:7 duplicate-id, 8:5 duplicate-id");
    CHECK(faults("kind,stem,key\njudge,s,T\n").empty());
    CHECK(faults("kind,stam,key,题型\njudge,s,T,x\n") ==
          "1:1 column-missing, 1:6 unknown-key, 1:15 column-twice");
    CHECK(faults("kind,stem,key\njudge,s\n") == "2:1 missing-key, 2:7 row-length");
    CHECK(faults("kind,stem,key\n") == "1:1 empty-list");
    CHECK(faults("") == "1:1 empty-file");
  }
}
