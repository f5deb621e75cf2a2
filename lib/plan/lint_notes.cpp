#include "plan/lint_notes.hpp"

#include "document/plan_file.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool is_rubric(const LintFile& file) {
  return file.name.starts_with("rubrics/");
}

// Plans that `judge_plans` asks little, since their quarters are over.
std::vector<std::string> plans_over(const LintInput& input) {
  std::vector<std::string> names;
  for (const LintFile& file : input.files) {
    if (file.text.find("plan: ") == std::string::npos) continue;
    const auto plan = load_plan(file.text, file.name);
    if (plan && plan->quarter.last_day() < input.today) names.push_back(file.name);
  }
  return names;
}

const LintFile* settings_among(const std::vector<LintFile>& files) {
  const auto found = std::ranges::find(files, "sihu.yaml", &LintFile::name);
  return found == files.end() ? nullptr : &*found;
}

void note_readable_sheets(const LintInput& input, std::vector<Phrase>& notes) {
  const LintFile* settings = settings_among(input.files);
  const bool reviews =
      std::ranges::any_of(input.files, is_rubric) || std::ranges::any_of(input.context, is_rubric);
  if (!settings || !reviews) return;
  const auto organisation = load_organisation(settings->text, settings->name);
  if (!organisation || !organisation->review.key.empty()) return;
  notes.push_back(phrase(
      Text{"sihu.yaml 里没有 review.key：评分表不密封，谁拿到台账，谁就读得到谁打了几分；"
           "要密封：sihu key new --review",
           "sihu.yaml has no review.key: review sheets are not sealed, and whoever has the ledger "
           "can read who gave what; to seal them: sihu key new --review"}));
}

void note_plans_over(const LintInput& input, std::vector<Phrase>& notes) {
  // Without a sihu.yaml plans are not judged at all.
  if (!settings_among(input.files) && !settings_among(input.context)) return;
  const auto over = plans_over(input);
  if (over.empty()) return;
  notes.push_back(phrase(
      Text{"{0}：季度已过，只查对自己、写两次、互相对、没有的支部；别的规则不查，它们以当时的 "
           "sihu.yaml 为准",
           "{0}: the quarter is over; only rows for oneself, rows twice, mutual pairs and unknown "
           "branches are looked for, the other rules went by the sihu.yaml of that time"},
      listed_briefly(over)));
}

}  // namespace

std::vector<Phrase> lint_notes(const LintInput& input) {
  std::vector<Phrase> notes;
  note_plans_over(input, notes);
  note_readable_sheets(input, notes);
  return notes;
}

}  // namespace sihu
