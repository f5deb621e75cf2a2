#include "exam/open_paper.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("a paper is read as it lies there, or not for a reason") {
    const FormFixture fixture;
    HandedPaper handed;
    handed.key = the_paper;
    handed.person = "pa";
    handed.text = "base/s1=B";
    const PaperReading open = open_paper(handed, fixture.form, {});
    CHECK(open.how == PaperReading::How::open);
    CHECK(open.responses == Responses{"B", "", "", "", ""});
    handed.text = "base/none=B";
    CHECK(open_paper(handed, fixture.form, {}).how == PaperReading::How::damaged);
    handed.box_key = "0123456789abcdef";
    CHECK(open_paper(handed, fixture.form, {}).how == PaperReading::How::locked);
    const auto wrong = [](const std::string&) { return std::optional(std::string(64, '7')); };
    CHECK(open_paper(handed, fixture.form, wrong).how == PaperReading::How::damaged);
  }
}
