#include "exam/form_code.hpp"

#include "exam/compose.hpp"
#include "support/papers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// What was drawn for pa, each on a machine of its own.
struct DrawnForPa {
  Organisation organisation = examined();
  Ledger ledger;

  static RecordedForm form(const std::string& first, int number = 1,
                           const std::string& person = "pa") {
    return named({{the_paper, "a", number},
                  "seed of " + first,
                  paper_doc,
                  "1",
                  {{"base", paper_doc}},
                  {"base/" + first, "base/s2"},
                  Rational(4),
                  0,
                  person});
  }
  void add(const Event& event) {
    ledger.files.push_back({"ledger/2026Q4/hq." + std::to_string(ledger.files.size()), {}, 0});
    ledger.entries.push_back({event, static_cast<std::uint32_t>(ledger.files.size() - 1), 2});
    ledger.entries.back().event.at = Instant{static_cast<std::int64_t>(ledger.files.size())};
  }
  void draw(const RecordedForm& form) { add(event_of_draft(form_draft(form), "x")); }
  void withdraw(const RecordedForm& form) {
    add(event_of_draft(
        {"test.withdraw", subject_of(form.key), {{"reason", "seed"}, {"paper", form.key.name}}},
        "x"));
  }
  // The name of the form that `code` means, or of the fault.
  std::string named_by(const std::string& code) const {
    const ExamState state = fold_exams(ledger);
    const auto found = form_by_code(state, the_paper, *organisation.find_person("pa"), code);
    if (!found) return found.error().faults.front().name;
    return *found ? (*found)->key.name : "none";
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("answers on paper say which of two draws they are of") {
    DrawnForPa drawn;
    const RecordedForm first = DrawnForPa::form("s1");
    const RecordedForm second = DrawnForPa::form("s3");
    CHECK(drawn.named_by("") == "none");
    drawn.draw(first);
    CHECK(drawn.named_by("") == first.key.name);
    drawn.draw(second);
    CHECK(drawn.named_by("") == "which-form");
    CHECK(drawn.named_by(second.key.name.substr(0, 6)) == second.key.name);
    for (const char* bad : {"zzzz", "0", "-1", "2", "1/2", "99999999999"})
      CHECK(drawn.named_by(bad) == "no-such-form");
    CHECK(drawn.named_by("1") == "which-form");
    drawn.withdraw(second);
    CHECK(drawn.named_by(second.key.name) == "form-withdrawn");
    CHECK(drawn.named_by("") == first.key.name);
    CHECK(drawn.named_by("1") == first.key.name);
  }

  TEST_CASE("the number of the form does, as it is printed and as people copy it") {
    DrawnForPa drawn;
    drawn.draw(DrawnForPa::form("s1", 1, "qa"));
    drawn.draw(DrawnForPa::form("s3", 2));
    for (const char* two : {"2", "第 2 套", "第２套", "Form 2", "form2", " 2 "})
      CHECK(drawn.named_by(two) == DrawnForPa::form("s3", 2).key.name);
    CHECK(drawn.named_by("1") == "no-such-form");
  }

  TEST_CASE("what can't be a form is refused with what is expected, by an example that would do") {
    DrawnForPa drawn;
    const RecordedForm form = DrawnForPa::form("s3", 2);
    drawn.draw(form);
    const ExamState state = fold_exams(drawn.ledger);
    const auto refused =
        form_by_code(state, the_paper, *drawn.organisation.find_person("pa"), "blue");
    REQUIRE_FALSE(refused);
    const Phrase hint = refused.error().faults.front().hint;
    CHECK(hint.en.ends_with("as 2 or " + form.key.name.substr(0, 8)));
    CHECK(hint.zh.ends_with("如 2 或 " + form.key.name.substr(0, 8)));
  }
}
