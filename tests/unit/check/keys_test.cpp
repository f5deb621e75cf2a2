#include "check/keys.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string typed(std::string_view line) {
  const auto key = parse_key(line);
  if (!key) return "none";
  return std::to_string(static_cast<int>(key->key)) + "|" + key->rest;
}

std::string key_of(KeyName key, std::string_view rest = {}) {
  return std::to_string(static_cast<int>(key)) + "|" + std::string(rest);
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("a key is a letter, a word, a full-width letter or a Chinese word") {
    for (const char* line : {"p", "P", " p ", "pass", "通过", "合格", "ｐ", "　ｐ　"})
      CHECK_MESSAGE(typed(line) == key_of(KeyName::pass), line);
    CHECK(typed("f 八月未收缴") == key_of(KeyName::fail, "八月未收缴"));
    CHECK(typed("f八月未收缴") == key_of(KeyName::fail, "八月未收缴"));
    CHECK(typed("不通过　八月未收缴") == key_of(KeyName::fail, "八月未收缴"));
    CHECK(typed("d late*2") == key_of(KeyName::deduct, "late*2"));
    CHECK(typed("d=1.5 缺页") == key_of(KeyName::deduct, "=1.5 缺页"));
    CHECK(typed("v3") == key_of(KeyName::value, "3"));
    CHECK(typed("？") == key_of(KeyName::help));
  }

  TEST_CASE("what is no key is not taken for one") {
    for (const char* line : {"", "x", "fail2", "quit1", "pp", "p1", "你好", "123"})
      CHECK_MESSAGE(typed(line) == "none", line);
  }

  TEST_CASE("deductions are typed by id or by number, with counts and words") {
    const auto list = load_test_checklist(checklist_yaml);
    const auto& item = *list.find("A-1");
    CHECK(to_string(parse_deduction(item, "late*2")->rules) == "late*2");
    CHECK(to_string(parse_deduction(item, "1*2 2")->rules) == "late*2;short");
    CHECK(to_string(parse_deduction(item, "1×2，2")->rules) == "late*2;short");
    CHECK(to_string(parse_deduction(item, "late*2; short")->rules) == "late*2;short");
    CHECK(to_string(parse_deduction(item, "3")->rules) == "zero-1");
    const auto with_words = parse_deduction(item, "late 八月；九月 两次");
    CHECK(to_string(with_words->rules) == "late");
    CHECK(with_words->note == "八月；九月 两次");
    CHECK(parse_deduction(item, "=1.5 缺一页")->points == Rational(3, 2));
    CHECK(parse_deduction(item, "=1.5 缺一页")->note == "缺一页");
  }

  TEST_CASE("an unknown rule is refused with the nearest one") {
    const auto list = load_test_checklist(checklist_yaml);
    const auto typo = parse_deduction(*list.find("A-1"), "lat*2");
    REQUIRE_FALSE(typo);
    CHECK(typo.error().faults[0].hint.en == "did you mean late?");
    CHECK_FALSE(parse_deduction(*list.find("A-1"), "4"));
    CHECK_FALSE(parse_deduction(*list.find("A-1"), "late shrt"));
    CHECK_FALSE(parse_deduction(*list.find("A-1"), "=viel"));
  }

  TEST_CASE("a count nobody can mean is called a count, not an unknown rule") {
    const auto list = load_test_checklist(checklist_yaml);
    for (const char* typed : {"late*0", "1*1000000", "late*x"}) {
      const auto wrong = parse_deduction(*list.find("A-1"), typed);
      REQUIRE_FALSE(wrong);
      CHECK(wrong.error().faults[0].name == "count-not-read");
    }
  }

  TEST_CASE("paths behind a key are told apart by semicolons, whatever blanks are around") {
    CHECK(split_paths(" 收据.jpg ; 会议 记录.pdf;;") ==
          std::vector<std::string>{"收据.jpg", "会议 记录.pdf"});
    CHECK(split_paths(" ; ").empty());
  }

  TEST_CASE("whether a finding existed before is answered in either language, or not known") {
    CHECK(existed_typed("") == Existed::unknown);
    CHECK(existed_typed("是") == Existed::yes);
    CHECK(existed_typed("ｙ") == Existed::yes);
    CHECK(existed_typed("没有") == Existed::no);
    CHECK(existed_typed("不清楚") == Existed::unknown);
    CHECK_FALSE(existed_typed("q"));
  }

  TEST_CASE("the help names every key in both languages") {
    const auto help = key_help();
    for (const char letter : std::string("pfdnvmebjlus?q")) {
      CHECK(help.zh.find(std::string("  ") + letter + "  ") != std::string::npos);
      CHECK(help.en.find(std::string("  ") + letter + "  ") != std::string::npos);
    }
  }
}
