#include "plan/sheets_asked.hpp"

#include "document/rubric.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace sihu {

int sheets_asked(const Organisation& organisation, const LintInput& input) {
  const int least = organisation.review.least;
  const std::string& named = organisation.review.rubric;
  std::vector<const LintFile*> rubrics;
  for (const auto* files : {&input.files, &input.context})
    for (const LintFile& file : *files)
      if (file.name.starts_with("rubrics/") &&
          (named.empty() || file.name == "rubrics/" + named + ".yaml"))
        rubrics.push_back(&file);
  if (rubrics.size() != 1) return least;
  const auto rubric = load_rubric(rubrics.front()->text, rubrics.front()->name);
  return rubric ? std::max(least, rubric->least) : least;
}

}  // namespace sihu
