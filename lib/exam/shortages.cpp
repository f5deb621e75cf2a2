#include "exam/shortages.hpp"

#include "wording/number.hpp"

namespace sihu {
namespace {

Phrase words_of(const DrawCell& cell) {
  const Phrase topic =
      cell.topic.empty() ? phrase(Text{"任意专题", "any topic"}) : same(cell.topic);
  const Phrase kind = phrase(wording(cell.kind));
  if (!cell.difficulty) return phrase(Text{"{0} {1}", "{0}, {1}"}, topic, kind);
  return phrase(Text{"{0} {1} 难度 {2}", "{0}, {1}, difficulty {2}"}, topic, kind,
                *cell.difficulty);
}

}  // namespace

void Shortages::add(const Phrase& name, int form, const std::vector<DrawShortage>& missing) {
  for (const DrawShortage& one : missing) lacking_[{form, one.cell, one.missing}].push_back(name);
}

Failure Shortages::failure() const {
  Failure failure{Kind::refused, {}};
  for (const auto& [what, names] : lacking_)
    failure.faults.push_back({{}, "too-few-questions", words(what, names), {}});
  failure.faults.back().hint = phrase(
      is_make_up_
          ? Text{"添题、减数量，或让别的支部出题：第一次考过的题、自己出的题、草稿和失效条文的题不"
                 "用",
                 "add questions, ask for fewer, or have another branch set them: questions that "
                 "were asked the first time, questions of one's own, drafts and rules out of force "
                 "are left out"}
          : Text{
                "添题、减数量，或让别的支部出题：自己出的题、草稿和失效条文的题不用",
                "add questions, ask for fewer, or have another branch set them: questions of one's "
                "own, drafts and rules out of force are left out"});
  return failure;
}

Phrase Shortages::words(const Lack& what, const std::vector<Phrase>& names) const {
  const DrawCell& cell = cells_[what.cell];
  const auto quota = phrase(Text{"{0} 要 {1} 题，缺 {2} 题", "{0}: {1} wanted, {2} missing"},
                            words_of(cell), cell.count, what.missing);
  if (forms_ == 1) return phrase(Text{"{0}：{1}", "{0}: {1}"}, enumerated(names), quota);
  return phrase(Text{"{0}第 {1} 套：{2}", "{0}, form {1}: {2}"}, enumerated(names), what.form,
                quota);
}

}  // namespace sihu
