#include "review/record.hpp"

#include "base/sealed_box.hpp"
#include "support/fault_names.hpp"
#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// What somebody hands in, against a ledger.
struct Desk {
  Organisation organisation = reviewing();
  Rubric rubric = a_rubric();
  ReviewState state = fold_review(one_file_ledger({}), reviewed_quarter);
  Date today = review_day;
  int drawn = 0;

  Result<SheetsRecording> hand_in(const char* person, const std::vector<NewSheet>& sheets) {
    const auto draw = [this]() -> Result<std::string> {
      return std::string(63, 'a') + std::to_string(++drawn);
    };
    return sihu::hand_in({{organisation, rubric},
                          "0123456789abcdef",
                          state,
                          *organisation.find_person(person),
                          today,
                          draw},
                         sheets);
  }
};

NewSheet about(const char* branch, const char* person, const std::string& comment = "") {
  return {sheet_key(branch, person), a_sheet(4, 3, comment)};
}

std::string_view field(const Draft& draft, std::string_view key) {
  for (const Field& one : draft.fields)
    if (one.key == key) return one.value;
  return {};
}

ReviewResult told(std::string branch, std::size_t sheets) {
  ReviewResult result;
  result.branch = std::move(branch);
  result.state = ReviewResult::State::told;
  result.method = ReviewMethod::median;
  result.sheets = sheets;
  result.value = Rational(251, 3);
  result.mean = Rational(80);
  result.error = 2.5;
  result.low = 70.125;
  result.high = 90;
  result.reach = 2.5;
  return result;
}

Result<ResultsRecording> record(const Desk& desk, const std::vector<ReviewResult>& results,
                                const char* person = "x") {
  return record_results(results, desk.state, desk.rubric, *desk.organisation.find_person(person),
                        review_day);
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("without a key a sheet is a readable line") {
    Desk desk;
    const auto recording = desk.hand_in("pa", {about("b", "pa", "good")});
    REQUIRE(recording);
    REQUIRE(recording->drafts.size() == 1);
    const Draft& draft = recording->drafts[0];
    CHECK(draft.subject == "2026Q4/b/pa");
    CHECK(field(draft, "sheet") == "C1=4;C2=3");
    CHECK(field(draft, "note") == "good");
    CHECK(field(draft, "key") == "");
    CHECK(recording->role == RoleName::secretary);
  }

  TEST_CASE("with one it is a box, each with a key of its own, that says nothing by its length") {
    Desk desk;
    desk.organisation = reviewing("{key: 'x25519:" + box_open + "'}");
    const auto recording = desk.hand_in("pa", {about("b", "pa", "good"), about("c", "pa")});
    REQUIRE(recording);
    const auto first = field(recording->drafts[0], "sheet");
    const auto second = field(recording->drafts[1], "sheet");
    CHECK(first.size() == second.size());
    CHECK(first.substr(0, 43) != second.substr(0, 43));
    CHECK(field(recording->drafts[0], "note") == "");
    CHECK(field(recording->drafts[0], "key") == box_open.substr(0, 16));
    const auto text = open_box(first, sheet_bytes, box_secret);
    REQUIRE(text);
    CHECK(read_boxed(*text, sheet_key("b", "pa")) == a_sheet(4, 3, "good"));
  }

  TEST_CASE("the committee alone hands in for others, who must be allowed to review") {
    Desk desk;
    CHECK(fault_names(desk.hand_in("pa", {about("c", "pb")})) == "0:0 not-own-sheet");
    const auto many = desk.hand_in("x", {about("c", "pb"), about("a", "pb"), about("a", "x")});
    REQUIRE(many);
    CHECK(many->drafts.size() == 3);
    CHECK(many->role == RoleName::committee);
    CHECK(fault_names(desk.hand_in("x", {about("b", "pb"), about("c", "pc")})) ==
          "0:0 own-branch, 0:0 own-branch");
  }

  TEST_CASE("one's own sheet is replaced by oneself, and by nobody else") {
    Desk desk;
    desk.state = fold_review(one_file_ledger({sheet_event(sheet_key("b", "pa"), "C1=1;C2=1")}),
                             reviewed_quarter);
    const auto again = desk.hand_in("pa", {about("b", "pa")});
    REQUIRE(again);
    CHECK(again->replaced == 1);
    CHECK(again->overwritten.empty());
    CHECK(fault_names(desk.hand_in("x", {about("b", "pa")})) == "0:0 has-own-sheet");
  }

  TEST_CASE("a sheet that the committee had entered is named when another one replaces it") {
    Desk desk;
    desk.state = fold_review(one_file_ledger({sheet_event(sheet_key("b", "pa"), "C1=1;C2=1", "x")}),
                             reviewed_quarter);
    const auto again = desk.hand_in("x", {about("b", "pa"), about("c", "pa")});
    REQUIRE(again);
    REQUIRE(again->overwritten.size() == 1);
    CHECK(again->overwritten[0].key == sheet_key("b", "pa"));
    CHECK(again->overwritten[0].by == "x");
    CHECK(desk.hand_in("pa", {about("b", "pa")})->overwritten.size() == 1);
  }

  TEST_CASE("before the quarter and behind its result no sheet is taken") {
    Desk desk;
    desk.today = Date(2026, 9, 30);
    CHECK(fault_names(desk.hand_in("pa", {about("b", "pa")})) == "0:0 future-quarter");
    Desk closed;
    closed.state = fold_review(one_file_ledger({result_event("b", "80", 3)}), reviewed_quarter);
    CHECK(fault_names(closed.hand_in("pa", {about("b", "pa")})) == "0:0 review-closed");
    CHECK(closed.hand_in("pa", {about("c", "pa")}));
  }

  TEST_CASE("a result is recorded by the committee, with all that is told of it") {
    const Desk desk;
    CHECK(fault_names(record(desk, {told("b", 3)}, "pa")) == "0:0 not-committee");
    ReviewResult few;
    few.branch = "c";
    few.sheets = 2;
    const auto recording = record(desk, {told("b", 5), few});
    REQUIRE(recording);
    REQUIRE(recording->drafts.size() == 1);
    const Draft& draft = recording->drafts[0];
    CHECK(draft.subject == "2026Q4/b");
    CHECK(field(draft, "value") == "251/3");
    CHECK(field(draft, "mean") == "80");
    CHECK(field(draft, "method") == "median");
    CHECK(field(draft, "sheets") == "5");
    CHECK(field(draft, "error") == "2.5");
    CHECK(field(draft, "low") == "77.4");
    CHECK(field(draft, "high") == "89.9");
  }

  TEST_CASE("of three sheets no error and no mean is recorded that would tell one the other two") {
    const Desk desk;
    const auto recording = record(desk, {told("b", 3)});
    REQUIRE(recording);
    const Draft& draft = recording->drafts.at(0);
    CHECK(field(draft, "value") == "251/3");
    for (const char* key : {"error", "low", "high"}) CHECK(field(draft, key) == "");
  }

  TEST_CASE("a result says which sheets it is of, and comes later than them, whatever the clock") {
    std::vector<Event> events{sheet_event(sheet_key("b", "pa"), "C1=1;C2=1"),
                              sheet_event(sheet_key("b", "pc"), "C1=1;C2=1"),
                              sheet_event(sheet_key("a", "pc"), "C1=1;C2=1")};
    const Ledger ledger = one_file_ledger(events);
    Desk desk;
    desk.state = fold_review(ledger, reviewed_quarter);
    const auto recording = record(desk, {told("b", 5)});
    REQUIRE(recording);
    const Draft& draft = recording->drafts.at(0);
    CHECK(draft.past == ledger.entries[1].event.at);
    CHECK(field(draft, "counted") == digest_of_sheets(desk.state, "b"));
    CHECK(field(draft, "counted").size() == 16);
  }

  TEST_CASE("how far sheets lie apart is recorded with the first results of a quarter alone") {
    std::vector<ReviewResult> five;
    for (const char* branch : {"a", "b", "c", "d", "e"}) five.push_back(told(branch, 3));
    Desk desk;
    const auto recording = record(desk, five);
    REQUIRE(recording);
    CHECK(field(recording->drafts.at(0), "spread") == "5");  // 2.5 √3 = 4.3
    CHECK(field(record(desk, {told("a", 3)})->drafts.at(0), "spread") == "");
    Event before = result_event("f", "80", 3);
    before.fields.push_back({"spread", "10"});
    desk.state = fold_review(one_file_ledger({before}), reviewed_quarter);
    CHECK(field(record(desk, five)->drafts.at(0), "spread") == "");
  }

  TEST_CASE("a recorded result stays, however many sheets have come since") {
    Desk desk;
    desk.state = fold_review(one_file_ledger({result_event("b", "80", 3)}), reviewed_quarter);
    const auto soon = record(desk, {told("b", 5)});
    REQUIRE(soon);
    CHECK(soon->drafts.empty());
    CHECK(soon->kept == std::vector<std::string>{"b"});
    CHECK(record(desk, {told("b", 60)})->drafts.empty());
  }
}
