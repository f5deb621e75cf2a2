#include "exam/papers_file.hpp"

#include "gate/encoding.hpp"
#include "support/fault_names.hpp"
#include "support/papers.hpp"

#include <algorithm>
#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

const FormFixture& fixture() {
  static const FormFixture one;
  return one;
}

Result<const ExamForm*> form_of_a(const Person& person, const std::string& code) {
  if (!code.empty() && !fixture().recorded.key.name.starts_with(code))
    return fail(Kind::input, "no-such-form", same("no form " + code));
  return person.branch == "a" ? &fixture().form : nullptr;
}

Result<std::vector<NewPaper>> load(const std::string& text) {
  static const Organisation organisation = examined();
  return load_papers(text, "answers.csv", {organisation, form_of_a});
}

// The number that a question of the form has on a person's paper.
std::string number(const std::string& person, std::size_t index) {
  const auto shown = shown_to(fixture().form, person);
  const auto found = std::ranges::find(shown, index, &ShownQuestion::index);
  return std::to_string(found - shown.begin() + 1);
}

// Letters of the bank as they stand on a person's paper.
std::string printed(const std::string& person, std::size_t index, const std::string& letters) {
  for (const ShownQuestion& shown : shown_to(fixture().form, person))
    if (shown.index == index) return as_shown(shown.letters, letters);
  return {};
}

struct AnswerRow {
  std::string person;
  std::string number;
  std::string response;
  std::string question = {};
  std::string form = {};
  std::string end = "\n";

  std::string line() const {
    return person + "," + number + "," + response + "," + question + "," + form + end;
  }
};

// Two thousand people with an answer and four empty rows each; something is wrong with fifty.
struct ManyAnswers {
  Organisation organisation = examined();
  std::vector<AnswerRow> rows;
  std::map<std::string, int> faults;

  ManyAnswers() {
    const Person pa = *organisation.find_person("pa");
    const Person pb = *organisation.find_person("pb");
    constexpr std::size_t wrong = 50;
    for (std::size_t i = 0; i < 2000; ++i) {
      Person person = pa;
      person.id = "p" + std::to_string(10000 + i);
      organisation.people.push_back(person);
      Person other = pb;
      other.id = "b" + std::to_string(10000 + i);
      if (i < wrong) organisation.people.push_back(other);
      add(person.id);
      if (i < wrong) spoil(i, other.id);
    }
  }

  std::string text() const {
    std::string all = "person,number,response,question,form\n";
    for (const AnswerRow& row : rows) all += row.line();
    return all;
  }

 private:
  void add(const std::string& person) {
    const std::string judge = number(person, 3);
    for (const char* one : {"1", "2", "3", "4", "5"})
      if (one != judge) rows.push_back({person, one, ""});
    rows.push_back({person, judge, "T"});
  }

  // The rows that were added last.
  void spoil(std::size_t i, const std::string& without_paper) {
    AnswerRow& answer = rows.back();
    AnswerRow& empty = rows[rows.size() - 2];
    const auto change = [&](const char* name, std::string& cell, const std::string& into) {
      ++faults[name];
      cell = into;
    };
    switch (i % 17) {
      case 0:
        return change("control-character", answer.response, "T\x07");
      case 1:
        return change("not-utf8", answer.response, "T\xff");
      case 2:
        return change("nul", answer.response, std::string("T\0", 2));
      case 3:
        return change("bare-return", answer.response, "\rT");
      case 4:
        return change("row-length", answer.end, ",more\n");
      case 5:
        return change("text-behind-quote", empty.question, "\"\"x");
      case 6:
        return change("unknown-person", empty.person, "nobody" + std::to_string(i));
      case 7:
        return change("no-paper", empty.person, without_paper);
      case 8:
        return change("person-missing", empty.person, "");
      case 9:
        return change("number-missing", empty.number, "");
      case 10:
        return change("no-such-number", empty.number, "77");
      case 11:
        return change("answer-twice", empty.number, answer.number);
      case 12:
        return change("other-question", empty.question, "base/none");
      case 13:
        return change("not-an-answer", answer.response, "maybe");
      case 14:
        return change("answer-too-long", answer.response, std::string(400, 'x'));
      case 15:
        return change("no-such-form", empty.form, "zzzz");
      default:
        return change("nothing-answered", answer.response, "");
    }
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("answers are read by the numbers and letters of each person's own paper") {
    std::string text = "person,name,number,response\n# one answer a row,,,\n";
    for (const char* person : {"pa", "qa"}) {
      text +=
          std::string(person) + ",X," + number(person, 0) + "," + printed(person, 0, "B") + "\n";
      text += std::string(person) + ",X," + number(person, 2) + ",\"" + printed(person, 2, "AC") +
              " \"\n";
      text += std::string(person) + ",X," + number(person, 3) + ",√\n";
    }
    const auto papers = load(text);
    REQUIRE(papers);
    REQUIRE(papers->size() == 2);
    for (const NewPaper& paper : *papers)
      CHECK(paper.responses == Responses{"B", "", "AC", "T", ""});
    CHECK(papers->at(1).person == "qa");
  }

  TEST_CASE("headings may be Chinese, and digits of full width") {
    const char* const wide[] = {"０", "１", "２", "３", "４", "５"};
    const auto papers = load("人员,姓名,题号,答案\npa,X," +
                             std::string(wide[std::stoi(number("pa", 3))]) + ",对\n");
    REQUIRE(papers);
    CHECK(papers->front().responses[3] == "T");
    CHECK(
        fault_names(load("person,人员,number,response\npa,,1,\n")).find("1:8 duplicate-heading") ==
        0);
  }

  TEST_CASE("all that is wrong is said at once, where it stands, and quotes nobody's answers") {
    const std::string judge = number("pa", 3);
    const std::string single = number("pa", 0);
    const std::string blank = number("pa", 4);
    const auto bad = load("person,number,response,qestion\npz," + judge +
                          ",T,\npb,1,A,\n,1,A,\npa,,A,\npa,9,A,\n"
                          "pa,x,A,\npa," +
                          judge + ",maybe,\npa," + judge + ",T,\npa," + single + ",AB,\npa," +
                          blank + "," + std::string(301, 'x') + ",\nqa,1\n");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().kind == Kind::input);
    CHECK(fault_names(bad) ==
          "1:24 unknown-key, 2:1 unknown-person, 3:1 no-paper, 4:1 person-missing, 5:4 "
          "number-missing, 6:4 no-such-number, 7:4 no-such-number, 8:6 not-an-answer, 9:4 "
          "answer-twice, 10:6 not-an-answer, 11:6 answer-too-long, 12:4 row-length");
    for (const Fault& fault : bad.error().faults) CHECK(fault.excerpt.empty());
  }

  TEST_CASE("every row of somebody without a paper is named, those that follow one another once") {
    const std::string judge = number("pa", 3);
    const auto bad = load("person,number,response\npb,1,A\npb,2,A\npa," + judge +
                          ",T\npz,1,A\npb,3,A\npz,2,A\n");
    CHECK(fault_names(bad) == "2:1 no-paper, 5:1 unknown-person, 6:1 no-paper, 7:1 unknown-person");
    CHECK(bad.error().faults.front().what.en == "no paper was drawn for pb (through line 3)");
  }

  TEST_CASE("a wrong code is named in every row that it stands in") {
    const std::string judge = number("pa", 3);
    CHECK(fault_names(load("person,number,response,form\npa,1,A,\npa,2,A,zzzz\nqa," +
                           number("qa", 3) + ",T,\npa," + judge + ",T,zzzz\n")) ==
          "3:8 no-such-form, 5:" + std::to_string(7 + judge.size()) + " no-such-form");
  }

  TEST_CASE("whoever has only blank rows is not handed in by accident") {
    const std::string blank = "person,number,response\npa,1,\npa,2,\n";
    CHECK(fault_names(load(blank)) == "2:1 nothing-answered");
    CHECK(fault_names(load(blank + "qa," + number("qa", 3) + ",T\n")) == "2:1 nothing-answered");
    CHECK(fault_names(load("person,number,response\npa,1,\npa,99,A\n")) == "3:4 no-such-number");
  }

  TEST_CASE("who is said to have written nothing may have empty rows, and no others") {
    static const Organisation organisation = examined();
    const auto read = [](const std::string& text) {
      return load_papers(text, "answers.csv", {organisation, form_of_a, {}, {"pa", "pa"}});
    };
    const std::string other = "person,number,response\nqa," + number("qa", 3) + ",T\n";
    const auto with_rows = read(other + "pa,1,\npa,2,\n");
    REQUIRE(with_rows);
    CHECK(with_rows->at(1).responses == Responses(5));
    const auto without_rows = read(other);
    REQUIRE(without_rows);
    REQUIRE(without_rows->size() == 2);
    CHECK(without_rows->at(1).person == "pa");
    CHECK(without_rows->at(1).responses == Responses(5));
    CHECK(fault_names(read("person,number,response\npa," + number("pa", 3) + ",T\n")) ==
          "2:1 not-blank");
  }

  TEST_CASE("a row that is broken hides no blank paper of somebody else") {
    std::string text = "person,number,response\n";
    for (const char* number : {"1", "2", "3", "4", "5"})
      text += std::string("pa,") + number + ",\n";
    CHECK(fault_names(load(text + "qa,1\n")) == "2:1 nothing-answered, 7:4 row-length");
    CHECK(fault_names(load("person,number,response\npa,1,\npa,2\n")) == "3:4 row-length");
  }

  TEST_CASE("a wrong code hides nothing else that is wrong with the paper") {
    CHECK(fault_names(load("person,number,response,form\npa,9,A,zzzz\npa,1,A,\n")) ==
          "2:4 no-such-number, 2:8 no-such-form");
  }

  TEST_CASE("an answer that a spreadsheet wrote in several lines is one line") {
    const auto papers =
        load("person,number,response\npa," + number("pa", 4) + ",\"one\r\ntwo\n\nthree\"\n");
    REQUIRE(papers);
    CHECK(papers->front().responses[4] == "one two three");
  }

  TEST_CASE("why a paper would not be taken is said beside what is wrong with the file") {
    static const Organisation organisation = examined();
    const auto form = [](const Person&, const std::string&) -> Result<const ExamForm*> {
      return &fixture().form;
    };
    const auto never = [](const NewPaper& paper) {
      return std::optional(Fault{paper.place, "never", same("never")});
    };
    const auto bad = load_papers("person,number,response\npa,99,A\nqa,1,A\n", "answers.csv",
                                 {organisation, form, never});
    CHECK(fault_names(bad) == "2:1 never, 2:4 no-such-number, 3:1 never");
    const auto apart = load_papers("person,number,response\npa,99,A\nqa,1,A\npa,2,A\n",
                                   "answers.csv", {organisation, form, never});
    CHECK(fault_names(apart).ends_with("4:1 never"));
    CHECK(load_papers("person,number,response\nqa," + number("qa", 3) + ",T\n", "answers.csv",
                      {organisation, form, never}));
  }

  TEST_CASE("the code of a paper may stand in any of the rows, and is one") {
    const std::string code = fixture().recorded.key.name;
    const std::string rows = "person,number,response,form\npa,1,A,\npa,2,A,";
    CHECK(load(rows + code + "\n"));
    CHECK(fault_names(load(rows + "zzzz\n")) == "3:8 no-such-form");
    CHECK(fault_names(load(rows + code + "\npa,3,A,ffff\n")) == "4:8 two-forms");
  }

  TEST_CASE("an answer under the number of another question is noticed where it is named") {
    const auto named = [](const std::string& ref) {
      return load("person,number,response,question\npa," + number("pa", 3) + ",T," + ref + "\n");
    };
    CHECK(named("base/j1"));
    CHECK(fault_names(named("base/s1")) == "2:8 other-question");
  }

  TEST_CASE("without the columns, or without an answer, nothing is read") {
    CHECK(fault_names(load("person,answer\npa,B\n")) ==
          "1:1 column-missing, 1:1 column-missing, 1:8 unknown-key");
    CHECK(fault_names(load("person,number,response\n")) == "1:1 nothing-filled-in");
    CHECK(fault_names(load("person,number,response\npa,1,\"B\n")).find("quote") !=
          std::string::npos);
  }

  TEST_CASE("ten thousand answers with fifty faults of seventeen kinds: all are said in one run") {
    const ManyAnswers many;
    const auto text = decode_marking(many.text(), Encoding::utf8, "answers.csv");
    REQUIRE(text);
    const auto bad = load_papers(*text, "answers.csv", {many.organisation, form_of_a});
    REQUIRE_FALSE(bad);
    std::map<std::string, int> found;
    for (const Fault& fault : bad.error().faults) ++found[fault.name];
    CHECK(found == many.faults);
    CHECK(found.size() == 17);
    CHECK(bad.error().faults.size() == 50);
  }

  TEST_CASE("ten thousand answers with a fault in each row: all are said") {
    std::string text = "person,number,response\n";
    for (int i = 0; i < 10000; ++i) text += "pa,77,A\n";
    const auto bad = load(text);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().faults.size() == 10000);
  }
}
