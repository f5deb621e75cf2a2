#include "appraise/appeal.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool was_decided_since(const PersonAppraisal& file, std::string_view item, std::size_t entry) {
  const auto corrected = file.corrected.find(std::string(item));
  if (corrected != file.corrected.end() && corrected->second.entry > entry) return true;
  return std::ranges::any_of(file.rejected,
                             [&](std::size_t turned_down) { return turned_down > entry; });
}

}  // namespace

bool may_be_decided(const PersonAppraisal& file, std::string_view item) {
  return std::ranges::any_of(file.appeals, [&](const AppraiseAppeal& appeal) {
    if (item.empty() || appeal.item == item) return !appeal.decided;
    // What is wrong with the whole may be wrong with several items.
    return appeal.item.empty() && !was_decided_since(file, item, appeal.entry);
  });
}

Result<void> check_appealed(const PersonAppraisal* file, const Person& whom,
                            const std::string& item) {
  if (file && may_be_decided(*file, item)) return {};
  if (!file || file->appeals.empty() || item.empty())
    return fail(Kind::refused, "no-appeal",
                phrase(Text{"{0}没有待裁定的申诉；公示以后，只有申诉才能改分",
                            "no appeal of {0} waits to be decided; once published marks change on "
                            "an appeal only"},
                       whom.name));
  return fail(Kind::refused, "no-appeal",
              phrase(Text{"{0}对 {1} 没有待裁定的申诉；公示以后，只有对这一项（或整体）的申诉才能"
                          "改它的分",
                          "no appeal of {0} against {1} waits to be decided; once published it "
                          "changes on an appeal against it, or against the whole, only"},
                     whom.name, item));
}

bool is_waiting_already(const PersonAppraisal& file, std::string_view item, std::string_view note) {
  return std::ranges::any_of(file.appeals, [&](const AppraiseAppeal& appeal) {
    return !appeal.decided && appeal.item == item && appeal.note == note;
  });
}

}  // namespace sihu
