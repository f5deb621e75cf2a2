// What only the rules of a paper and the banks together can tell.
#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {

void lint_paper(LintedFile& paper, const std::vector<LintedFile>& files) {
  std::vector<std::string> known;
  for (const LintedFile& file : files)
    if (file.kind == DocumentKind::bank && !file.id.empty()) known.push_back(file.id);
  const Node* banks = paper.root->find("banks");
  if (!banks) return;
  for (const Node& node : banks->items) {
    if (std::ranges::find(known, node.text) != known.end()) continue;
    const auto meant = nearest(node.text, known);
    lint_add(paper, node, false, "unknown-bank",
             phrase(Text{"banks/ 里没有 {0}", "there is no {0} in banks/"}, node.text),
             meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
  }
}

}  // namespace sihu
