#pragma once

#include "document/organisation.hpp"
#include "document/reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Where the points of an appraisal's items come from, when nobody has to give them by hand.
enum class AppraiseSource {
  check,          ///< the branch's check score of the quarters, for its secretary
  check_items,    ///< the same items as inspected at the branch, for its secretary
  test,           ///< the person's own marks
  learn,          ///< the person's hours against what is asked
  rectification,  ///< how well the branch rectified, for its secretary
};

std::optional<AppraiseSource> parse_appraise_source(std::string_view text);
std::string_view to_string(AppraiseSource source);
const Text& wording(AppraiseSource source);

/// `fill:`: an item, or all items of an area, take their points from a source.
struct AppraiseFill {
  std::string area;  ///< one of these two is empty
  std::string item;
  AppraiseSource from = AppraiseSource::check;
};

/// What an appraisal calls somebody's total, best first.
enum class AppraiseGrade { excellent, good, pass, fail };

std::optional<AppraiseGrade> parse_appraise_grade(std::string_view text);
std::string_view to_string(AppraiseGrade grade);
/// 优秀 excellent, 良好 good, 合格 pass, 不合格 fail.
const Text& wording(AppraiseGrade grade);

/// How people are appraised at the end of a half-year (考核). The figures are proposals.
struct AppraiseSettings {
  std::string checklist = "cadre7";  ///< whose items are scored
  std::vector<RoleName> who{RoleName::secretary, RoleName::inspector, RoleName::leader};
  Rational areas_weight = 80;     ///< of the items that are scored
  Rational quarters_weight = 20;  ///< of the branch's two quarters, for its secretary
  std::vector<AppraiseFill> fill;
  Rational excellent = 90;  ///< totals from here on, out of 100
  Rational good = 80;
  Rational pass = 60;
  int quota = 20;  ///< percent of those appraised who may be excellent, rounded down, at least one
  AppraiseGrade commend_grade = AppraiseGrade::excellent;  ///< at least, to be listed
  bool commend_no_overdue = true;  ///< and has no problem overdue to answer for
  Rational help_below = 60;        ///< percent of an area's points
};

/// Reads `appraise:`.
void read_appraise(Reader& reader, const Node& node, AppraiseSettings& into);

/// What the text of a sihu.yaml says of appraisals, with the defaults for the rest. Read apart from
/// `Organisation`, so that the daily questions don't pay for it; `load_organisation` says what is
/// wrong with it, and a text that it refuses gives the same faults here.
Result<AppraiseSettings> load_appraise_settings(std::string_view text, std::string_view name);

}  // namespace sihu
