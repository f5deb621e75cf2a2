// What only the rules of a paper and the banks together can tell.
#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

using Names = std::vector<std::string>;

Phrase perhaps(const std::string& written, const Names& known) {
  const auto meant = nearest(written, known);
  return meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{};
}

void check_banks(LintedFile& paper, const Names& known) {
  const Node* banks = paper.root->find("banks");
  if (!banks) return;
  for (const Node& node : banks->items)
    if (std::ranges::find(known, node.text) == known.end())
      lint_add(paper, node, false, "unknown-bank",
               phrase(Text{"banks/ 里没有 {0}", "there is no {0} in banks/"}, node.text),
               perhaps(node.text, known));
}

// The topics of the banks that the paper draws from.
Names topics_of(const Paper& paper, const std::vector<LintedFile>& files) {
  std::set<std::string> topics;
  for (const LintedFile& file : files) {
    const bool is_drawn_from =
        paper.banks.empty() || std::ranges::find(paper.banks, file.id) != paper.banks.end();
    if (!file.bank || !is_drawn_from) continue;
    for (const BankQuestion& question : file.bank->questions) topics.insert(question.topic);
  }
  return {topics.begin(), topics.end()};
}

// The bank may be a sealed one that is elsewhere: no fault.
void check_topics(LintedFile& paper, const Names& known) {
  for (const Node& section : paper.root->find("sections")->items) {
    const Node* draw = section.find("draw");
    if (!draw) continue;
    for (const Node& quota : draw->items) {
      const Node* topic = quota.find("topic");
      if (!topic || std::ranges::find(known, topic->text) != known.end()) continue;
      lint_add(
          paper, *topic, true, "unknown-topic",
          phrase(Text{"题库里没有专题 {0} 的题", "no bank has questions about {0}"}, topic->text),
          perhaps(topic->text, known));
    }
  }
}

}  // namespace

void lint_paper(LintedFile& paper, const std::vector<LintedFile>& files) {
  Names banks;
  for (const LintedFile& file : files)
    if (file.kind == DocumentKind::bank && !file.id.empty()) banks.push_back(file.id);
  check_banks(paper, banks);
  const bool any = std::ranges::any_of(files, [](const LintedFile& file) { return !!file.bank; });
  if (paper.paper && any) check_topics(paper, topics_of(*paper.paper, files));
}

}  // namespace sihu
