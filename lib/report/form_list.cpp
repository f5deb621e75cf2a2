#include "report/form_list.hpp"

#include "exam/make_up.hpp"
#include "exam/marking.hpp"
#include "exam/overlap.hpp"
#include "report/catalogue.hpp"
#include "report/item_figures.hpp"

#include <algorithm>
#include <string>

namespace sihu {
namespace {

constexpr auto right = Column::Align::right;
constexpr auto left = Column::Align::left;

bool is_own(const std::vector<ComposedForm>& forms) {
  return std::ranges::any_of(forms,
                             [](const ComposedForm& one) { return !one.form.person.empty(); });
}

// How much the papers of two candidates have in common; of shared forms nothing is to be said.
std::vector<Phrase> overlap_words(const std::vector<ComposedForm>& forms, const Paper& paper) {
  if (forms.size() < 2 || !is_own(forms)) return {};
  std::vector<std::vector<std::string>> questions;
  for (const ComposedForm& one : forms) questions.push_back(one.form.questions);
  const PairOverlap overlap = overlap_of_pairs(questions);
  const auto mean = decimals(overlap.mean, 1);
  std::vector<Phrase> words;
  const auto allowed = paper.most_shared();
  if (allowed && overlap.most > *allowed)
    words.push_back(phrase(
        Text{"注意：超过了 overlap {0}%（最多 {1} 道）的限制，几台机器各自抽的卷合在一起才会这样",
             "note: this breaks the limit, overlap {0}% ({1} at most), as machines do that draw "
             "without knowing of each other"},
        *paper.overlap, *allowed));
  words.insert(
      words.begin(),
      phrase(Text{"{0} 道题里，任意两人最多有 {1} 道相同，平均 {2} 道",
                  "of {0} questions any two papers have {1} in common at most, {2} on average"},
             paper.count(), overlap.most, mean));
  return words;
}

Phrase expected_words(const std::vector<ComposedForm>& forms, const Paper& paper) {
  const auto [low, high] = std::ranges::minmax_element(
      forms, {}, [](const ComposedForm& one) { return one.form.expected; });
  const std::string least = low->form.expected.rounded(2);
  const std::string most = high->form.expected.rounded(2);
  const Phrase means =
      least == most
          ? phrase(Text{"预期平均都是 {0} 分", "the expected mean is {0}"}, least)
          : phrase(Text{"预期平均 {0} 到 {1} 分", "expected means are {0} to {1}"}, least, most);
  return phrase(Text{"{0}（满分 {1}，及格 {2}）：是按难度估的，不是考出来的",
                     "{0} of {1} points, {2} to pass: guessed by difficulty, not measured"},
                means, paper.full().shortest(), paper.pass.shortest());
}

}  // namespace

Table forms_table(const std::vector<ComposedForm>& forms, const Paper& paper,
                  const Organisation& organisation) {
  Table table{{},
              {{"branch", {"支部编号", "branch id"}},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"form", {"套", "form"}, right},
               {"person", {"考生", "for"}, left, is_own(forms)},
               {"questions", {"题数", "questions"}, right},
               {"full", {"满分", "full"}, right},
               {"expected", {"预期平均", "expected mean"}, right},
               {"repeated", {"考过的题", "asked before"}, right},
               {"seed", {"种子", "seed"}, left, false},
               {"code", {"卷号", "code"}, left, false}},
              {}};
  for (const ComposedForm& composed : forms) {
    const RecordedForm& form = composed.form;
    table.rows.push_back({form.key.branch, branch_phrase(organisation, form.key.branch),
                          std::int64_t{form.key.form}, form.person,
                          static_cast<std::int64_t>(form.questions.size()), paper.full().rounded(2),
                          form.expected.rounded(2), static_cast<std::int64_t>(composed.repeated),
                          form.seed, form.key.name});
  }
  return table;
}

std::vector<Phrase> forms_words(const std::vector<ComposedForm>& forms, const Paper& paper,
                                const std::vector<ComposedForm>& all) {
  if (forms.empty()) return {};
  std::vector<Phrase> words{expected_words(forms, paper)};
  for (Phrase& word : overlap_words(all, paper)) words.push_back(std::move(word));
  if (is_make_up(forms.front().form.key.paper)) words.push_back(make_up_words(paper));
  for (const PaperSection& section : paper.sections)
    if (section.kind == QuestionKind::multiple)
      words.push_back(phrase(Text{"多选题给分：{0}", "several right options: {0}"},
                             marking_words(section.marking)));
  return words;
}

}  // namespace sihu
