// What only sihu.yaml and the rubrics together can tell.
#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::vector<const LintedFile*> rubric_files(const std::vector<LintedFile>& files) {
  std::vector<const LintedFile*> rubrics;
  for (const LintedFile& file : files)
    if (file.kind == DocumentKind::rubric && !file.id.empty()) rubrics.push_back(&file);
  return rubrics;
}

void say_unknown(LintedFile& organisation, const Node& node, const std::string& id,
                 const std::vector<const LintedFile*>& rubrics) {
  std::vector<std::string> known;
  for (const LintedFile* file : rubrics) known.push_back(file->id);
  const auto meant = nearest(id, known);
  lint_add(organisation, node, false, "unknown-rubric",
           phrase(Text{"rubrics/ 里没有 {0}", "there is no {0} in rubrics/"}, id),
           meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
}

}  // namespace

void lint_review(LintedFile& organisation, const std::vector<LintedFile>& files) {
  const Node* review = organisation.root->find("review");
  if (!review || !organisation.organisation) return;
  const ReviewSettings& settings = organisation.organisation->review;
  const auto rubrics = rubric_files(files);
  const LintedFile* used = rubrics.size() == 1 ? rubrics.front() : nullptr;
  if (!settings.rubric.empty()) {
    const auto named = std::ranges::find(rubrics, settings.rubric,
                                         [](const LintedFile* file) { return file->id; });
    if (named == rubrics.end())
      return say_unknown(organisation, *review->find("rubric"), settings.rubric, rubrics);
    used = *named;
  }
  if (settings.method == ReviewMethod::classes && used && used->rubric &&
      used->rubric->classes.empty())
    lint_add(organisation, *review->find("method"), false, "rubric-without-classes",
             phrase(Text{"按类别加权，但评分规则 {0} 没有 classes",
                         "classes are to be weighted, and the rubric {0} has none"},
                    used->id));
}

}  // namespace sihu
