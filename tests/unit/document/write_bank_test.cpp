#include "document/bank.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string head = "bank: law\nversion: '1'\ntitle: Law\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("what is written is read back the same, and written the same again") {
    const auto good = load_bank(
        head +
            "author: a\nlaws: {ZB: {title: '\"A\": b', issued: '2018', note: w}}\nquestions:\n"
            "  - {id: Q1, kind: single, stem: \"a\\n: b\", choices: {A: 'no', B: '1'}, last: [B],\n"
            "     key: A, expected: 0.5, basis: [{law: ZB}], valid: {from: '2026-05-18'}}\n"
            "  - {id: Q2, kind: judge, stem: {zh: 甲, en: a}, key: true, readings: [x]}\n"
            "  - {id: Q3, kind: blank, stem: ____, blanks: [['1', 一], [x]], draft: true}\n"
            "  - {id: Q4, kind: short, stem: s, model: m, author: b, topic: t, status: local}\n",
        "b.yaml");
    REQUIRE(good);
    const std::string written = write_bank(*good);
    const auto again = load_bank(written, "c.yaml");
    REQUIRE_MESSAGE(again, fault_names(again));
    CHECK(write_bank(*again) == written);
    CHECK(again->questions[0].stem.zh == "a\n: b");
    CHECK(again->questions[0].choices[1].last);
    CHECK(again->questions[1].key == "T");
    CHECK(again->questions[2].draft);
    CHECK(again->questions[2].blanks == good->questions[2].blanks);
    CHECK(again->questions[3].status == "local");
    CHECK(again->laws[0].title == good->laws[0].title);
  }
}
