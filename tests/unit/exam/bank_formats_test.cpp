#include "exam/bank_formats.hpp"

#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("a format is told by the ending, else by what the text looks like") {
    CHECK(guess_bank_format("q.gift", "") == BankFormat::gift);
    CHECK(guess_bank_format("q.aiken", "") == BankFormat::aiken);
    CHECK(guess_bank_format("q.xml", "") == BankFormat::moodle);
    CHECK(guess_bank_format("q.csv", "") == BankFormat::csv);
    CHECK(guess_bank_format("q.txt", " <?xml?>") == BankFormat::moodle);
    CHECK(guess_bank_format("q.txt", "q\nA. x\nB. y\nANSWER: A\n") == BankFormat::aiken);
    CHECK(guess_bank_format("q.txt", "q {T}\n") == BankFormat::gift);
    CHECK(guess_bank_format("q.txt", "\xef\xbb\xbf题型,题干\n") == BankFormat::csv);
    CHECK_FALSE(guess_bank_format("q.txt", "words, and more"));
    CHECK_FALSE(guess_bank_format("", ""));
    CHECK(parse_bank_format("moodle") == BankFormat::moodle);
    CHECK_FALSE(parse_bank_format("xml"));
  }

  TEST_CASE("what can't be read is said to be what it looks like") {
    const auto found = [](BankFormat expected, const char* text) {
      const auto words = looks_like_another(expected, text);
      return words ? words->en : std::string();
    };
    CHECK(found(BankFormat::gift, "# ours\nbank: base\nquestions: []\n")
              .starts_with("this is a bank of this program (YAML), no GIFT"));
    CHECK(found(BankFormat::gift, "<quiz/>") == "expected GIFT, and this looks like Moodle XML");
    CHECK(found(BankFormat::csv, "Stem\nA. x\nB. y\nANSWER: A\n") ==
          "expected CSV, and this looks like Aiken");
    CHECK(found(BankFormat::gift, "x {T}").empty());
    CHECK(found(BankFormat::aiken, "nothing at all").empty());
  }

  TEST_CASE("what goes out: a topic, no drafts, the laws that are cited") {
    Bank bank;
    bank.laws = {{"L1", same("x"), "", {}, {}}, {"L2", same("y"), "", {}, {}}};
    bank.questions = {bank_question("Q1", QuestionKind::judge, "a", "T"),
                      bank_question("Q2", QuestionKind::judge, "b", "T")};
    bank.questions[0].topic = "dues";
    bank.questions[0].basis = {{"L2", same("y"), {}, SourceStatus::none}};
    bank.questions[1].draft = true;
    const auto dues = selected_bank(bank, {"dues", false});
    REQUIRE(dues);
    CHECK(dues->questions.size() == 1);
    REQUIRE(dues->laws.size() == 1);
    CHECK(dues->laws[0].code == "L2");
    CHECK(selected_bank(bank, {"", true})->questions.size() == 2);
    CHECK(selected_bank(bank, {"", true})->laws.size() == 2);
    CHECK(selected_bank(bank, {"due", false}).error().kind == Kind::input);
    bank.questions.erase(bank.questions.begin());
    CHECK(selected_bank(bank, {"", false}).error().kind == Kind::refused);
  }

  TEST_CASE("files become one bank that lint accepts") {
    ImportedBank first;
    first.bank.questions = {bank_question("Q1", QuestionKind::judge, "a", "T")};
    first.bank.questions[0].basis = {{"X", same("X"), {}, SourceStatus::none}};
    ImportedBank second;
    second.bank.title = same("title");
    second.bank.version = "3";
    second.bank.author = "zb02";
    second.bank.laws = {{"L1", same("x"), "", {}, {}}};
    second.bank.questions = {bank_question("Q2", QuestionKind::judge, "b", "T")};
    second.bank.questions[0].topic = "own";
    second.bank.questions[0].author = "zb03";
    const Bank bank = joined_bank({first, second}, {"new", "dues", ""});
    CHECK(bank.id == "new");
    CHECK(bank.version == "3");
    CHECK(bank.author == "zb02");
    CHECK(bank.questions[0].topic == "dues");
    CHECK(bank.questions[1].topic == "own");
    CHECK(bank.questions[1].author == "zb03");
    CHECK_MESSAGE(load_bank(write_bank(bank), "b"), fault_names(load_bank(write_bank(bank), "b")));
    const Bank own = joined_bank({first, second}, {"new", "", "zb05"});
    CHECK(own.author == "zb05");
    CHECK(own.questions[1].author.empty());
    CHECK(joined_bank({first}, {"new", "", ""}).title == same("new"));
  }

  TEST_CASE("branches that nobody knows are named once, where they first are") {
    Bank bank;
    bank.questions = {bank_question("Q1", QuestionKind::judge, "a", "T"),
                      bank_question("Q2", QuestionKind::judge, "b", "T")};
    for (auto& question : bank.questions) question.author = "zb99";
    bank.questions[0].place = {"q.csv", 2, 1};
    CHECK(fault_names(unknown_authors(bank, {})) == "2:1 unknown-branch");
    CHECK(unknown_authors({}, {}).empty());
  }

  TEST_CASE("each format reads what it writes") {
    Bank bank;
    bank.id = "b";
    bank.version = "1";
    bank.title = same("b");
    bank.questions = {choice_question("Q1", "which one", {"one", "two"}, "B")};
    for (const BankFormat format :
         {BankFormat::gift, BankFormat::aiken, BankFormat::moodle, BankFormat::csv}) {
      QuestionIds ids("q", {});
      const auto back = read_bank_as(format, write_bank_as(format, bank, Lang::zh).text, "f", ids);
      REQUIRE_MESSAGE(back, fault_names(back));
      CHECK(back->bank.questions[0].key == "B");
    }
  }
}
