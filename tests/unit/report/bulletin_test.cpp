#include "report/bulletin.hpp"

#include "report/bulletin_document.hpp"
#include "report/bulletin_fields.hpp"
#include "report/bulletin_tables.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

constexpr const char* organisation_text = R"(sihu: 1
organisation: {id: nrpb, name: {zh: 某局, en: Bureau}}
branches:
  - {id: zb01, name: {zh: 第一党支部, en: Branch 1}}
  - {id: zb02, name: {zh: 第二党支部, en: Branch 2}}
people:
  - {id: p1, name: 张三, branch: zb01}
)";

constexpr const char* two_areas_text = R"(checklist: dues
version: '1'
title: 党费
full: 2
areas:
  - {id: collect, title: {zh: 收缴, en: Collecting}, points: 1}
  - {id: spend, title: {zh: 使用, en: Spending}, points: 1}
items:
  - {id: DF-02, area: collect, title: 收齐, points: 1}
  - {id: DF-03, area: spend, title: 公示, points: 1}
)";

Problem problem(const std::string& id, const std::string& branch, const std::string& item,
                Quarter quarter) {
  Problem problem;
  problem.id = id;
  problem.quarter = quarter;
  problem.branch = branch;
  problem.checklist = "dues";
  problem.item = item;
  problem.title = "按月足额交纳 <b>";
  problem.opened = quarter.first_day();
  problem.recorded = problem.opened;
  problem.due = problem.original_due = quarter.first_day() + 20;
  problem.owner = "p1";
  return problem;
}

// Two branches share one fault, one has another that is closed, one is from the quarter before.
struct Scene {
  Organisation organisation = *load_organisation(organisation_text, "sihu.yaml");
  Workdays workdays = {};
  Ledger ledger = {};
  Zone zone = {};
  ProblemList problems = {};
  QuarterParts parts = {};
  Tally tally = {};
  std::vector<Phrase> words = {{"说一句", "a word"}, {"第一党支部领先", "Branch 1 leads"}};
  ListContext context{organisation, workdays, Date(2026, 11, 10)};

  Scene() {
    const Quarter now{2026, 4};
    problems.problems = {problem("26Q4-zb01-a-1", "zb01", "DF-02", now),
                         problem("26Q4-zb02-a-2", "zb02", "DF-02", now),
                         problem("26Q4-zb02-a-3", "zb02", "DF-03", now),
                         problem("26Q3-zb01-a-4", "zb01", "DF-02", now.previous())};
    problems.problems[2].status = Status::closed;
    problems.problems[2].closed = now.first_day() + 8;
    problems.problems[0].recurrence_of = "26Q3-zb01-a-4";
    for (const Branch& branch : organisation.branches) {
      parts.branches.emplace_back();
      parts.branches.back().branch = &branch;
    }
    tally.quarter = now;
  }

  Bulletin bulletin() const {
    return make_bulletin({context, ledger, zone, problems, parts, nullptr, ""}, {2026, 4});
  }
};

bool has(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

std::string markdown(const Scene& scene, Naming naming, const std::string& text) {
  const Bulletin bulletin = scene.bulletin();
  const auto made = bulletin_markdown({bulletin, scene.tally, scene.words, scene.context, naming},
                                      {"t.md", text}, Lang::zh);
  REQUIRE(made);
  return *made;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("problems stand by the areas of their checklist") {
    const Checklist list = *load_checklist(two_areas_text, "dues.yaml", {});
    Scene scene;
    CheckSummary check;
    check.key = {{2026, 4}, "zb01", "dues"};
    check.checklist = &list;
    check.progress = Progress::complete;
    scene.parts.checks = {check};
    const Bulletin bulletin = scene.bulletin();
    REQUIRE(bulletin.areas.size() == 2);
    CHECK(bulletin.areas[0].title.en == "Collecting");
    CHECK(bulletin.areas[0].problems == 2);
    CHECK(bulletin.areas[0].branches == 2);
    CHECK(bulletin.areas[0].earlier == 1);
    CHECK(bulletin.areas[1].title.en == "Spending");
    CHECK(bulletin.areas[1].problems == 1);
    CHECK(bulletin.areas[1].inspections == 1);
  }

  TEST_CASE("figures of a quarter, and of the one before") {
    const Scene scene;
    const Bulletin bulletin = scene.bulletin();
    CHECK(bulletin.found.found == 3);
    CHECK(bulletin.found.closed == 1);
    CHECK(bulletin.found.open == 2);
    CHECK(bulletin.found.overdue == 2);
    CHECK(bulletin.before.found == 1);
    REQUIRE(bulletin.rectified.size() == 1);
    CHECK(bulletin.rectified.front()->id == "26Q3-zb01-a-4");
    CHECK(bulletin.recurring == 1);
    CHECK(bulletin.overdue.size() == 3);
    CHECK(bulletin.overdue.front()->id == "26Q3-zb01-a-4");
    CHECK_FALSE(bulletin.first_due);  // all that is open is overdue by now
    CHECK(bulletin.areas.front().problems == 3);
    CHECK(bulletin.areas.front().earlier == 1);
    CHECK(bulletin.areas.front().branches == 2);
    // Eight days: in the group of 4 to 10.
    CHECK(bulletin.closing.closed[1] == 1);
    CHECK(bulletin.closing.not_yet == 3);
  }

  TEST_CASE("what several branches have comes first and is common") {
    const Scene scene;
    const Bulletin bulletin = scene.bulletin();
    REQUIRE(bulletin.items.size() == 2);
    CHECK(bulletin.items[0].item == "DF-02");
    CHECK(bulletin.items[0].is_common());
    CHECK_FALSE(bulletin.items[1].is_common());
  }

  TEST_CASE("branches are named where they are to be, people nowhere") {
    const Scene scene;
    const std::string text =
        "{{#common}}\n- {{title}}{{#names}}: {{names}}{{/names}}\n{{/common}}\n[[table "
        "problems]]\n\n{{#ranking_words}}{{words}}. {{/ranking_words}}";
    const std::string body = markdown(scene, Naming::body, text);
    CHECK(has(body, "按月足额交纳 &lt;b&gt;: 第一党支部、第二党支部"));
    CHECK_FALSE(has(body, "张三"));
    const std::string annex = markdown(scene, Naming::annex, text);
    CHECK(has(annex, "按月足额交纳 &lt;b&gt;\n"));
    CHECK(has(annex, "| 26Q4-zb01-a-1 | 第一党支部 |"));
    const std::string hidden = markdown(scene, Naming::hidden, text);
    CHECK_FALSE(has(hidden, "zb01"));
    CHECK_FALSE(has(hidden, "党支部"));
    CHECK(has(hidden, "说一句"));
  }

  TEST_CASE("every name of the text is filled or empty, none is unknown") {
    const Scene scene;
    const Bulletin bulletin = scene.bulletin();
    const Filling filling =
        bulletin_fields({bulletin, scene.tally, scene.words, scene.context}, Lang::en);
    const auto names = bulletin_names();
    for (const auto& entry : filling.texts) {
      const std::string& name = entry.first;
      CAPTURE(name);
      CHECK(std::ranges::find(names, name) != names.end());
    }
    CHECK(filling.texts.at("mean").empty());
    CHECK(filling.texts.at("quarter_words") == "fourth quarter");
    CHECK(filling.texts.at("day_words") == "2026-11-10");
  }

  TEST_CASE("a page has its charts with words for those who do not see them") {
    const Scene scene;
    const Bulletin bulletin = scene.bulletin();
    const auto page = bulletin_html({bulletin, scene.tally, scene.words, scene.context},
                                    {"t.md", "# T\n\n[[chart areas]]\n"}, Lang::en);
    REQUIRE(page);
    CHECK(has(*page, "<title>problems by area</title>"));
    CHECK(has(*page, "<figcaption>problems by area</figcaption>"));
    CHECK_FALSE(has(*page, "<script"));
    CHECK(has(*page, "default-src 'none'"));
  }

  TEST_CASE("the interval of a total that is drawn stands in the table, too") {
    Scene scene;
    TallyRow first;
    first.entry.branch = "zb01";
    first.entry.name = {"第一党支部", "Branch 1"};
    first.total = Rational(95);
    first.shown = "95.00";
    first.error = 4;
    TallyRow without_total;
    without_total.entry.branch = "zb02";
    without_total.entry.name = {"第二党支部", "Branch 2"};
    scene.tally.rows = {first, without_total};
    const std::string made = markdown(scene, Naming::annex, "[[table ranking]]\n");
    CHECK(has(made, "| 总分 | 总分范围 |"));
    CHECK(has(made, "| 95.00 | 87.0–100.0 |"));
    CHECK_FALSE(total_interval(without_total));
  }

  TEST_CASE("of more branches than can be drawn the numbers per band stand below the chart") {
    Scene scene;
    for (int i = 0; i < 41; ++i) {
      TallyRow row;
      row.entry.branch = "zb01";
      if (i != 0) row.total = i == 1 ? Rational(100) : Rational(i == 2 ? 70 : 90);
      scene.tally.rows.push_back(row);
    }
    const Bulletin bulletin = scene.bulletin();
    const auto page = [&] {
      return *bulletin_html({bulletin, scene.tally, scene.words, scene.context, Naming::hidden},
                            {"t.md", "# T\n\n[[chart scores]]\n"}, Lang::en);
    };
    CHECK(has(page(), "<figcaption>how many branches have which total</figcaption>"));
    CHECK(has(page(), ">branches</th>"));
    const auto bands = total_bands(scene.tally);
    REQUIRE(bands.size() == 3);
    CHECK(bands[0].high == 100);
    CHECK(bands[0].branches == 39);
    CHECK(bands[1].branches == 0);
    CHECK(bands[2].low == 70);
    CHECK(bands[2].branches == 1);

    scene.tally.rows.pop_back();
    CHECK(total_bands(scene.tally).empty());
    CHECK_FALSE(has(page(), "<th"));
  }

  TEST_CASE("all that is wrong with a text is told at once") {
    const Scene scene;
    const Bulletin bulletin = scene.bulletin();
    const auto page = bulletin_html({bulletin, scene.tally, scene.words, scene.context},
                                    {"t.md", "{{yeer}}\n\n[[table rankin]]\n"}, Lang::en);
    REQUIRE_FALSE(page);
    CHECK(page.error().faults.size() == 2);
  }

  TEST_CASE("a text is judged by itself: an empty one, other bytes, what there is not") {
    const auto name_of_fault = [](const std::string& text) {
      const auto judged = check_bulletin_text({"t.md", text});
      return judged ? std::string() : judged.error().faults.front().name;
    };
    CHECK(name_of_fault("# {{organisation}}\n\n[[table ranking]]\n").empty());
    CHECK(name_of_fault("") == "empty-template");
    CHECK(name_of_fault(" \n\t\n") == "empty-template");
    CHECK(name_of_fault("\xd6\xd0") == "not-utf8");
    CHECK(name_of_fault("[[table rankin]]\n") == "unknown-part");
    CHECK(name_of_fault("{{#found}}\n") == "broken-template");
  }
}
