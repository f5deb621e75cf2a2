#include "review/form.hpp"

#include "review/sheets_file.hpp"
#include "support/fault_names.hpp"
#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

struct Forms {
  Organisation organisation = reviewing();
  Rubric rubric = a_rubric();

  SheetForm form(bool for_others = false) const {
    return {{reviewed_quarter, rubric},
            {&organisation.branches[1], &organisation.branches[2]},
            false,
            for_others};
  }
  Result<SheetsFile> load(const std::string& text, WrittenFormat format) const {
    return load_sheets(text, "form", format, {{reviewed_quarter, rubric}, organisation, "pa"});
  }
};

std::string filled(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("a form has the anchors, and says who can read it") {
    const Forms forms;
    const std::string yaml = yaml_sheets(forms.form(), Lang::en);
    CHECK(yaml.find("# C1 On time (60%): 1 late; 5 prompt\n") != std::string::npos);
    CHECK(yaml.find("whoever has the ledger can read the sheets") != std::string::npos);
    CHECK(yaml.find("  - branch: c  # C\n    C1:\n    C2:\n    comment:\n") != std::string::npos);
    SheetForm sealed = forms.form();
    sealed.sealed = true;
    CHECK(csv_sheets(sealed, Lang::zh).find("评分表密封") != std::string::npos);
  }

  TEST_CASE("an empty form is no sheet, a filled one is read back") {
    const Forms forms;
    for (const bool for_others : {false, true}) {
      const SheetForm form = forms.form(for_others);
      CHECK(fault_names(forms.load(yaml_sheets(form, Lang::zh), WrittenFormat::yaml)) ==
            "1:1 nothing-filled-in");
      CHECK(fault_names(forms.load(csv_sheets(form, Lang::zh).substr(3), WrittenFormat::csv)) ==
            "1:1 nothing-filled-in");
    }
    const auto yaml = forms.load(
        filled(yaml_sheets(forms.form(), Lang::zh), "C1:\n    C2:\n", "C1: 4\n    C2: 3\n"),
        WrittenFormat::yaml);
    REQUIRE(yaml);
    CHECK(yaml->sheets[0].key.branch == "b");
    const auto csv =
        forms.load(filled(csv_sheets(forms.form(), Lang::zh).substr(3), "b,乙,,,", "b,乙,4,3,好"),
                   WrittenFormat::csv);
    REQUIRE(csv);
    CHECK(csv->sheets[0].sheet == a_sheet(4, 3, "好"));
  }
}
