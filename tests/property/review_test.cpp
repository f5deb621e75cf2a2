#include "base/sealed_box.hpp"
#include "report/review_words.hpp"
#include "review/classes.hpp"
#include "review/severity.hpp"
#include "support/reviews.hpp"

#include <rapidcheck.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

ReviewMethod any_method() {
  return *rc::gen::element(ReviewMethod::mean, ReviewMethod::trimmed, ReviewMethod::median,
                           ReviewMethod::classes, ReviewMethod::severity);
}

// Some of nine people about some of three branches; a sheet has a class or none, and perhaps a
// comment.
std::vector<OpenedSheet> any_sheets() {
  std::vector<OpenedSheet> sheets;
  for (const char* branch : {"a", "b", "c"})
    for (int person = 0; person < 9; ++person) {
      if (*rc::gen::arbitrary<bool>()) continue;
      const std::string reviewers = *rc::gen::element<std::string>("heads", "above", "");
      sheets.push_back(
          opened("p" + std::to_string(person), branch, *rc::gen::inRange(0, 101), reviewers));
      if (*rc::gen::arbitrary<bool>())
        sheets.back().comment = "c" + std::to_string(*rc::gen::inRange(0, 5));
    }
  return sheets;
}

ReviewMethodRules rules_of(ReviewMethod method) {
  return {method, 3, a_rubric(two_classes).classes, "2026Q4"};
}

std::string shown(const std::vector<OpenedSheet>& sheets, ReviewMethod method) {
  const auto organisation = reviewing();
  const ReviewState state;
  ReviewList list{state, organisation, method};
  list.results = review_results({"a", "b", "c"}, sheets, rules_of(method));
  list.groups = compared_branches(sheets);
  std::string text = render(review_table(list), Format::json, {Lang::en});
  for (const Phrase& line : review_words(list)) text += line.en + "\n";
  return text;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("what is shown does not depend on the order of the sheets") {
    CHECK(rc::check([] {
      const auto sheets = any_sheets();
      const auto method = any_method();
      auto other = sheets;
      std::ranges::reverse(other);
      RC_ASSERT(shown(other, method) == shown(sheets, method));
    }));
  }

  // Who is lenient shows only over several branches; by every other method people are alike.
  TEST_CASE("people of one class who swap what they gave change nothing that is shown") {
    CHECK(rc::check([] {
      auto sheets = any_sheets();
      const auto method = *rc::gen::element(ReviewMethod::mean, ReviewMethod::trimmed,
                                            ReviewMethod::median, ReviewMethod::classes);
      const std::string before = shown(sheets, method);
      for (std::size_t i = 0; i < sheets.size(); ++i)
        for (std::size_t j = i + 1; j < sheets.size(); ++j)
          if (sheets[i].branch == sheets[j].branch && sheets[i].reviewers == sheets[j].reviewers) {
            std::swap(sheets[i].total, sheets[j].total);
            std::swap(sheets[i].comment, sheets[j].comment);
          }
      RC_ASSERT(shown(sheets, method) == before);
    }));
  }

  TEST_CASE("of fewer than three sheets nothing is told, and values stay within 0 and 100") {
    CHECK(rc::check([] {
      const auto sheets = any_sheets();
      const auto method = any_method();
      for (const ReviewResult& result : review_results({"a", "b", "c"}, sheets, rules_of(method))) {
        if (result.sheets < 3) RC_ASSERT(!result.value && !result.mean && !result.error);
        RC_ASSERT(result.comments.empty() || result.comments.size() >= 3);
        if (!result.value) continue;
        RC_ASSERT(*result.value >= Rational(0) && *result.value <= Rational(100));
        if (result.error) RC_ASSERT(*result.low <= *result.high && *result.error >= 0);
      }
    }));
  }

  TEST_CASE(
      "groups that are weighed have three sheets, or are all there is, and no sheet is lost") {
    CHECK(rc::check([] {
      std::vector<WeighedGroup> groups;
      std::size_t sheets = 0;
      const int count = *rc::gen::inRange(1, 6);
      for (int i = 0; i < count; ++i) {
        const auto size = static_cast<std::size_t>(*rc::gen::inRange(0, 6));
        groups.push_back({{std::to_string(i)}, Rational(*rc::gen::inRange(0, 4)), {}});
        groups.back().totals.assign(size, Rational(*rc::gen::inRange(0, 101)));
        sheets += size;
      }
      const auto joined = joined_groups(groups, 3);
      std::size_t kept = 0;
      for (const WeighedGroup& group : joined) {
        kept += group.totals.size();
        if (joined.size() > 1) RC_ASSERT(group.totals.size() >= 3 && !group.weight.is_zero());
      }
      RC_ASSERT(kept == sheets);
    }));
  }

  TEST_CASE("every sheet comes out of its box as it went in, and boxes are of one length") {
    CHECK(rc::check([] {
      const SheetKey key = sheet_key("b", "pa");
      const auto comment = *rc::gen::container<std::string>(rc::gen::inRange<char>('\n', '~'));
      const ReviewSheet sheet =
          a_sheet(*rc::gen::inRange(1, 6), *rc::gen::inRange(1, 6), comment.substr(0, 1500));
      const auto box = seal_box(boxed_text(key, sheet), sheet_bytes, box_open,
                                std::string(63, 'd') + std::to_string(*rc::gen::inRange(0, 10)));
      RC_ASSERT(box.has_value());
      RC_ASSERT(box->size() == 2796u);
      const auto text = open_box(*box, sheet_bytes, box_secret);
      RC_ASSERT(text.has_value());
      RC_ASSERT(read_boxed(*text, key) == sheet);
    }));
  }
}
