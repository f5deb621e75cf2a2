#include "store/verify_draws.hpp"

#include "exam/compose.hpp"
#include "support/papers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

RecordedForm form_of(const std::string& person, const std::string& first) {
  return named({{the_paper, "a", 1},
                "seed of " + first,
                paper_doc,
                "1",
                {{"base", paper_doc}},
                {"base/" + first, "base/s2"},
                Rational(4),
                0,
                person});
}

// Each form drawn on a machine of its own.
Ledger drawn_apart(const std::vector<RecordedForm>& forms) {
  Ledger ledger;
  std::int64_t at = 1797724800000;
  for (const RecordedForm& form : forms) {
    ledger.files.push_back({"ledger/2026Q4/hq." + std::to_string(ledger.files.size()), {}, 0});
    ledger.entries.push_back({event_of_draft(form_draft(form), "x"),
                              static_cast<std::uint32_t>(ledger.files.size() - 1), 2});
    ledger.entries.back().event.at = Instant{++at};
  }
  return ledger;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a merge says what two draws lead to, and what was so before is not said again") {
    const auto one_allowed = [](const RecordedForm&) { return std::optional(1); };
    const auto none_allowed = [](const RecordedForm&) { return std::optional(0); };
    const Ledger one = drawn_apart({form_of("pa", "s1")});
    const Ledger both = drawn_apart({form_of("pa", "s1"), form_of("pa", "s3")});
    const auto notes = new_draws_apart(one, both, one_allowed, Zone{});
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().name == "drawn-twice");
    CHECK(notes.front().place.file == "ledger/2026Q4/hq.1");
    CHECK(notes.front().warning);
    CHECK(new_draws_apart(both, both, one_allowed, Zone{}).empty());
    const Ledger two = drawn_apart({form_of("pa", "s1"), form_of("qa", "s3")});
    CHECK(new_draws_apart(one, two, one_allowed, Zone{}).empty());
    REQUIRE(new_draws_apart(one, two, none_allowed, Zone{}).size() == 1);
    CHECK(new_draws_apart(one, two, none_allowed, Zone{}).front().name == "papers-alike");
  }

  TEST_CASE("who handed in on two machines is named by a merge, once, with the later line") {
    const auto no_limit = [](const RecordedForm&) { return std::optional<int>(); };
    const auto hand_in = [](Ledger& ledger, const std::string& answers) {
      ledger.entries.push_back({Event{{},
                                      "pa",
                                      "test.sitting",
                                      "2026Q4/q4/pa",
                                      {{"branch", "a"}, {"answers", answers}, {"form", "1"}},
                                      {}},
                                0, 2});
    };
    Ledger once = drawn_apart({form_of("pa", "s1"), form_of("qa", "s3")});
    hand_in(once, "base/s2=A");
    CHECK(new_draws_apart({}, once, no_limit, Zone{}).empty());
    Ledger twice = once;
    hand_in(twice, "base/s2=B");
    twice.entries.back().file = 1;
    const auto notes = new_draws_apart(once, twice, no_limit, Zone{});
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().name == "handed-in-twice");
    CHECK(notes.front().what.en.find("pa handed in 2 times") != std::string::npos);
    CHECK(notes.front().place.file == "ledger/2026Q4/hq.1");
    CHECK(new_draws_apart(twice, twice, no_limit, Zone{}).empty());
  }

  TEST_CASE("what is looked at are draws, and what answers them") {
    for (const char* event : {"test.paper", "test.withdraw", "test.start", "test.sitting"})
      CHECK(is_about_draws(event));
    for (const char* event : {"test.key", "test.points", "problem.open"})
      CHECK_FALSE(is_about_draws(event));
  }
}
