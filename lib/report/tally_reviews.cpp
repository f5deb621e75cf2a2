#include "report/tally_reviews.hpp"

#include "report/review_words.hpp"
#include "wording/number.hpp"

namespace sihu {

Phrase reviews_apart_words(const QuarterParts& parts) {
  if (parts.reviews.groups.empty()) return {};
  std::vector<Phrase> groups;
  for (const auto& group : parts.reviews.groups) {
    std::vector<Phrase> names;
    for (const std::string& id : group) {
      const BranchParts* branch = parts.find(id);
      names.push_back(branch ? branch->branch->name : same(id));
    }
    groups.push_back(enumerated(names));
  }
  return phrase(Text{"互评：{0}", "review: {0}"}, groups_apart(groups));
}

std::vector<Phrase> tally_review_words(const QuarterParts& parts, Quarter quarter) {
  std::vector<Phrase> words;
  if (Phrase apart = reviews_apart_words(parts); !apart.empty()) words.push_back(std::move(apart));
  if (const std::size_t waiting = parts.reviews.waiting; waiting > 0)
    words.push_back(phrase(
        Text{
            "互评：已交 {0} 份评分表，结果还没有记录，不计分；到齐以后由委员会记录：sihu review "
            "result {1} --record",
            "review: {0} handed in, and no result is recorded, so that they do not count; when all "
            "are there the committee records it: sihu review result {1} --record"},
        counted(static_cast<std::ptrdiff_t>(waiting), "sheet"), to_string(quarter)));
  return words;
}

}  // namespace sihu
