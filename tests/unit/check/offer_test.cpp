#include "check/offer.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string late_rule = "records: meetings, count-per: month, at-least: 1, deduct: late";

ComputedResult some_result(RecordVerdict verdict, int amiss = 0) {
  ComputedResult result;
  result.verdict = verdict;
  result.amiss = amiss;
  result.digest = "0123456789abcdef";
  result.rows = {{{"records/meetings.csv", 3, 1}, Date(2026, 10, 8), {}}};
  result.stretches = {{"2026-10", StretchResult::State::met, same("2026-10: 1")}};
  return result;
}

RecordOffer offer_with(const std::string& rule, ComputedResult result) {
  const CheckFixture check;
  return make_offer(*check.checklist.find("A-1"), parse_computed("{" + rule + "}").value(),
                    std::move(result), Lang::en);
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("what records meet is offered as a pass, unless a part lies beyond them") {
    CHECK(offer_with(late_rule, some_result(RecordVerdict::met)).answer->verdict == Verdict::pass);
    CHECK_FALSE(
        offer_with(late_rule + ", beyond: receipts", some_result(RecordVerdict::met)).answer);
  }

  TEST_CASE("a gap takes the rule as often as something is amiss") {
    const auto offer = offer_with(late_rule, some_result(RecordVerdict::gap, 2));
    CHECK(to_string(offer.answer->rules) == "late*2");
    CHECK(offer.answer->points == Rational(2));
    CHECK(offer.answer->note == "2026-10: 1");
    const std::string once = "records: m, count-per: month, at-least: 1, deduct: short";
    CHECK(to_string(offer_with(once, some_result(RecordVerdict::gap, 2)).answer->rules) == "short");
  }

  TEST_CASE("what can't be said is offered as nothing and leaves no trace") {
    const auto offer = offer_with(late_rule, some_result(RecordVerdict::unsaid));
    CHECK_FALSE(offer.answer);
    CHECK(record_fields(offer).empty());
    CHECK_FALSE(overrides(offer, Answer{}));
  }

  TEST_CASE("the line says met or gap, how many rows, and their digest") {
    const auto fields = record_fields(offer_with(late_rule, some_result(RecordVerdict::met)));
    REQUIRE(fields.size() == 2);
    CHECK(fields[0].value == "met");
    CHECK(fields[1].value == "1:0123456789abcdef");
  }

  TEST_CASE("another judgement overrides, another note does not") {
    const auto offer = offer_with(late_rule, some_result(RecordVerdict::gap, 1));
    CHECK(overrides(offer, Answer{}));
    CHECK(unexplained(offer, "A-1", Answer{})->name == "records-say-otherwise");
    Answer with_note;
    with_note.note = "the minutes are in the safe";
    CHECK_FALSE(unexplained(offer, "A-1", with_note));
    Answer same_judgement = *offer.answer;
    same_judgement.note.clear();
    CHECK_FALSE(overrides(offer, same_judgement));
  }

  TEST_CASE("what records meet is failed with a reason, also where somebody has to look") {
    const auto offer =
        offer_with(late_rule + ", beyond: receipts", some_result(RecordVerdict::met));
    Answer fails;
    fails.verdict = Verdict::fail;
    CHECK(unexplained(offer, "A-1", fails)->what.en.find("(pass)") != std::string::npos);
    CHECK_FALSE(overrides(offer, Answer{}));
    fails.note = "no receipts";
    CHECK_FALSE(unexplained(offer, "A-1", fails));
  }

  TEST_CASE("rows with something amiss stand first, and only so many are shown") {
    auto result = some_result(RecordVerdict::gap, 1);
    for (int line = 4; line < 14; ++line)
      result.rows.push_back({{"r.csv", line, 1}, Date(2026, 10, 9), {}});
    result.rows.back().amiss = same("late");
    const auto lines = offer_lines(offer_with(late_rule, result), 3);
    CHECK(lines[1].en == "2026-10-09  r.csv:13  late");
    CHECK(lines.back().en == "… and 8 more");
  }

  TEST_CASE("an explanation shows the rows while they are the same") {
    const auto offer = offer_with(late_rule, some_result(RecordVerdict::met));
    Event event;
    CHECK(explain_records(event, &offer).empty());
    for (const Field& field : record_fields(offer)) event.fields.push_back(field);
    CHECK(explain_records(event, &offer).back().en == "2026-10-08  records/meetings.csv:3");
    CHECK(explain_records(event, nullptr).back().en == "those rows have changed since");
  }
}
