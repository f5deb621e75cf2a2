#include "report/form_list.hpp"

#include "support/papers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

struct Listed {
  Organisation organisation = examined();
  FormFixture fixture;
};

std::string all(const std::vector<Phrase>& words) {
  std::string text;
  for (const Phrase& phrase : words) text += phrase.en + "\n";
  return text;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("forms are listed with how hard they are guessed to be") {
    const Listed shown;
    const std::vector<ComposedForm> forms{{shown.fixture.recorded, 2}};
    CHECK(render(forms_table(forms, shown.fixture.paper, shown.organisation), Format::csv, {}) ==
          "branch,branch_name,form,person,questions,full,expected,repeated,seed,code\na,甲,1,,5,"
          "6.00,4.00,2,seed," +
              shown.fixture.recorded.key.name + "\n");
    CHECK(all(forms_words(forms, shown.fixture.paper, forms)) ==
          "the expected mean is 4.00 of 6 points, 3 to pass: guessed by difficulty, not "
          "measured\nseveral right options: a wrong option: nothing; too few: 0.5\n");
  }

  TEST_CASE("of forms that are somebody's own it is said how much two have in common") {
    const Listed shown;
    RecordedForm first = shown.fixture.recorded;
    first.person = "pa";
    RecordedForm second = first;
    second.key.form = 2;
    second.person = "qa";
    second.expected = Rational(9, 2);
    second.questions[0] = "base/s3";
    const std::vector<ComposedForm> forms{{first, 0}, {second, 0}};
    CHECK(render(forms_table(forms, shown.fixture.paper, shown.organisation), Format::csv, {})
              .find("a,甲,2,qa,5,") != std::string::npos);
    const std::string words = all(forms_words(forms, shown.fixture.paper, forms));
    CHECK(words.starts_with("expected means are 4.00 to 4.50 of 6 points"));
    CHECK(words.find("of 5 questions any two papers have 4 in common at most, 4.0 on average") !=
          std::string::npos);
  }

  TEST_CASE("that a limit is broken is said where the forms are listed") {
    Listed shown;
    RecordedForm first = shown.fixture.recorded;
    first.person = "pa";
    RecordedForm second = first;
    second.person = "qa";
    const std::vector<ComposedForm> forms{{first, 0}, {second, 0}};
    const auto words = [&] { return all(forms_words(forms, shown.fixture.paper, forms)); };
    CHECK(words().find("breaks the limit") == std::string::npos);
    shown.fixture.paper.overlap = 40;
    CHECK(words().find("breaks the limit, overlap 40% (2 at most)") != std::string::npos);
    shown.fixture.paper.overlap = 100;
    CHECK(words().find("breaks the limit") == std::string::npos);
  }
}
