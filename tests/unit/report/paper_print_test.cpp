#include "report/paper_print.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// A question that tries to be markup.
struct Printer {
  Organisation organisation = examined();
  FormFixture fixture;

  Printer() { fixture.bank.questions[0].stem = same("<b>1 | 2</b> & \x1b[2J"); }
  std::vector<PaperToPrint> papers(bool with_ids = false) const {
    return {{&fixture.form, organisation.find_person("pa"), with_ids},
            {&fixture.form, organisation.find_person("qa"), with_ids}};
  }
};

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("each person's paper has all questions, in order of its own, and a sheet for answers") {
    const Printer printer;
    const auto text = paper_markdown(printer.papers(), printer.organisation, Lang::zh);
    CHECK(count(text, "# 测验（2026Q4）") == 2);
    CHECK(count(text, "# 答题卡：测验（2026Q4）") == 2);
    CHECK(count(text, "base/") == 0);
    CHECK(count(paper_html(printer.papers(), printer.organisation, Lang::zh), "base/") == 0);
    CHECK(count(text, "\n5\\. ") == 2);
    CHECK(count(text, "| 5 |  |\n") == 2);
    CHECK(count(text, "甲 QA（qa），第 1 套") == 2);
    CHECK(text.find("10 分钟，满分 6，及格 3") != std::string::npos);
  }

  TEST_CASE("options stand where that person's paper has them") {
    const Printer printer;
    const auto text = paper_markdown({printer.papers(true)[0]}, printer.organisation, Lang::en);
    for (const ShownQuestion& shown : shown_to(printer.fixture.form, "pa")) {
      if (shown.index != 2) continue;
      std::string options;
      for (std::size_t i = 0; i < 4; ++i)
        options += std::string("\n   ") + static_cast<char>('A' + i) + ". option " +
                   shown.letters[i] + "\n";
      CHECK(text.find("(base/m1)\n" + options) != std::string::npos);
    }
  }

  TEST_CASE("a page begins each paper and each sheet anew, and nothing in a bank is markup") {
    const Printer printer;
    const auto page = paper_html(printer.papers(), printer.organisation, Lang::en);
    CHECK(count(page, "<section>") == 4);
    CHECK(count(page, "class=\"box\"") == 8);
    CHECK(count(page, "class=\"words\"") == 2);
    CHECK(page.find("<b>1") == std::string::npos);
    CHECK(page.find("&lt;b&gt;1 | 2&lt;/b&gt; &amp; ") != std::string::npos);
    CHECK(page.find('\x1b') == std::string::npos);
    const auto text = paper_markdown(printer.papers(), printer.organisation, Lang::en);
    CHECK(text.find("<b>") == std::string::npos);
    CHECK(text.find("1 \\| 2") != std::string::npos);
  }

  TEST_CASE("line feeds and tabs of a question are on paper what they are") {
    Printer printer;
    printer.fixture.bank.questions[0].stem = same("if:\n\tx\n");
    const auto page = paper_html(printer.papers(true), printer.organisation, Lang::en);
    CHECK(count(page, "if:<br>    x <small>base/s1</small></p>") == 2);
    CHECK(count(page, "white-space: pre-wrap") == 1);
    const auto text = paper_markdown(printer.papers(true), printer.organisation, Lang::en);
    CHECK(count(text, "if:<br>\u00a0\u00a0\u00a0\u00a0x (base/s1)") == 2);
  }

  TEST_CASE("a section says how many questions, points, and how options are marked") {
    const Paper paper = small_paper();
    CHECK(section_heading(paper.sections[1], 1).zh ==
          "二、多选题（1 题，每题 2 分；错选不得分，少选得 0.5 分）");
    CHECK(section_heading(paper.sections[0], 0).en.ends_with("(2 × 1 points)"));
    CHECK(section_heading(paper.sections[0], 11).zh.starts_with("12. "));
  }

  TEST_CASE("a sealed paper says at its foot what its key is promised to be") {
    Printer printer;
    printer.fixture.form.promised = {std::string(64, 'a')};
    const std::string promise = "SHA-256 of the key: " + std::string(64, 'a');
    const auto text = paper_markdown(printer.papers(), printer.organisation, Lang::en);
    CHECK(count(text, "\n" + promise + "\n\n---\n") == 2);
    const auto page = paper_html(printer.papers(), printer.organisation, Lang::zh);
    CHECK(count(page, "<footer>答案的 SHA-256：" + std::string(64, 'a') + "</footer>") == 2);
  }
}
