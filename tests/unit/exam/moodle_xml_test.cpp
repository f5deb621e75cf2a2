#include "exam/moodle_xml.hpp"

#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string question_xml(const std::string& type, const std::string& inside) {
  return "<question type=\"" + type +
         "\"><name><text>n</text></name><questiontext format=\"html\">" +
         "<text><![CDATA[<p>stem</p>]]></text></questiontext>" + inside + "</question>\n";
}

std::string answer_xml(const std::string& fraction, const std::string& text) {
  return "<answer fraction=\"" + fraction + "\"><text>" + text + "</text></answer>";
}

std::string faults(const std::string& questions) {
  QuestionIds ids("own", {});
  return fault_names(read_moodle_xml("<quiz>\n" + questions + "</quiz>", "q.xml", ids));
}

Result<ImportedBank> read(const std::string& questions) {
  QuestionIds ids("own", {});
  return read_moodle_xml("<quiz>" + questions + "</quiz>", "q.xml", ids);
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("Moodle XML: the kinds that a bank has") {
    const auto all = read(
        "<question "
        "type=\"category\"><category><text>$course$/top/消防</text></category></question>" +
        question_xml("multichoice",
                     "<idnumber>Q1</idnumber><defaultgrade>2.0000000</defaultgrade>"
                     "<single>true</single><shuffleanswers>false</shuffleanswers>" +
                         answer_xml("0", "x") + answer_xml("100", "y")) +
        question_xml("multichoice", "<single>false</single>" + answer_xml("50", "x") +
                                        answer_xml("50", "y") + answer_xml("-100", "z")) +
        question_xml("truefalse", answer_xml("0", "true") + answer_xml("100", "false")) +
        question_xml("shortanswer", answer_xml("100", "一半") + answer_xml("100", "1\\*2")) +
        question_xml("essay",
                     "<graderinfo format=\"html\"><text>&lt;p&gt;m&lt;/p&gt;</text>"
                     "</graderinfo><hidden>1</hidden>"));
    REQUIRE_MESSAGE(all, fault_names(all));
    const auto& questions = all->bank.questions;
    REQUIRE(questions.size() == 5);
    CHECK(questions[0].id == "Q1");
    CHECK(questions[0].topic == "消防");
    CHECK(questions[0].stem.zh == "stem");
    CHECK(questions[0].key == "B");
    CHECK(questions[0].points == Rational(2));
    CHECK_FALSE(questions[0].shuffle);
    CHECK(questions[1].kind == QuestionKind::multiple);
    CHECK(questions[1].key == "AB");
    CHECK(questions[1].id == "n");
    CHECK(questions[2].key == "F");
    CHECK(questions[3].blanks[0] == std::vector<std::string>{"一半", "1*2"});
    CHECK(questions[4].model.zh == "m");
    CHECK(questions[4].draft);
    CHECK(losses_text(all->losses) ==
          "Q1: its name n; own-3: its name n; own-4: its name n; own-5: its name n");
  }

  TEST_CASE("Moodle XML: what a question has that a bank can't hold is said in one line") {
    const auto all = read(
        question_xml(
            "multichoice",
            "<idnumber>Q1</idnumber><defaultgrade>0.3333333</defaultgrade><hint><text>h</text>"
            "</hint><tags><tag><text>week 2</text></tag><tag><text>difficulty:4</text></tag>"
            "</tags><single>false</single><answer fraction=\"30\"><text>x</text><feedback>"
            "<text>good</text></feedback></answer>" +
                answer_xml("70", "y")) +
        question_xml("essay",
                     "<idnumber>Q2</idnumber><attachments>2</attachments><responsetemplate>"
                     "<text>t</text></responsetemplate>") +
        "<question type=\"shortanswer\"><name><text>Q3</text></name><questiontext format=\"html\">"
        "<text>&lt;b&gt;what&lt;/b&gt;</text><file name=\"a.png\">AAAA</file></questiontext>"
        "<usecase>1</usecase>" +
        answer_xml("100", "x") + answer_xml("0", "y") + "</question>");
    REQUIRE_MESSAGE(all, fault_names(all));
    CHECK(losses_text(all->losses) ==
          "Q1: feedback to single answers, what each choice is worth (percent: A 30, B 70), its "
          "name n, its "
          "points 0.3333333, the tag week 2, hints; Q2: files to hand in, a template to fill in, "
          "its name "
          "n; Q3: wrong answers, that case matters, formatting, a picture (so it is a draft)");
    CHECK(all->bank.questions[0].difficulty == 4);
    CHECK(all->bank.questions[0].points == Rational(33, 100));
    CHECK(all->bank.questions[2].draft);
  }

  TEST_CASE("Moodle XML: all that is no question of a bank, in one run") {
    CHECK(
        faults(
            question_xml("matching", "") + question_xml("numerical", "") +
            question_xml("ddwtos", "") + question_xml("multichoice", answer_xml("100", "x")) +
            question_xml("multichoice", answer_xml("50", "x") + answer_xml("100", "y")) +
            question_xml("multichoice", answer_xml("0", "x") + answer_xml("0", "y")) +
            question_xml("multichoice", answer_xml("", "x") + answer_xml("100", "y")) +
            question_xml("shortanswer", answer_xml("100", "x*")) +
            question_xml("shortanswer", answer_xml("50", "x")) +
            question_xml("truefalse", answer_xml("0", "true")) +
            "<question type=\"essay\"><questiontext><text> </text></questiontext></question>\n") ==
        "2:2 foreign-type, 3:2 foreign-type, 4:2 foreign-type, 5:2 number-of-choices, 6:2 "
        "partly-right, 7:2 missing-key, 8:137 no-fraction, 9:2 wildcard, 10:2 partly-right, 11:2 "
        "missing-key, 12:2 empty-text");
    CHECK(faults("") == "1:2 no-questions");
    QuestionIds ids("own", {});
    CHECK(fault_names(read_moodle_xml("<html/>", "q.xml", ids)) == "1:2 not-moodle");
    CHECK(fault_names(read_moodle_xml("<quiz>", "q.xml", ids)) == "1:6 not-xml");
  }
}
