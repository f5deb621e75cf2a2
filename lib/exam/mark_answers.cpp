#include "exam/mark_answers.hpp"

#include "base/sealed_box.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

constexpr std::size_t key_digits = 16;

const GivenPoints* given_by(const ShortAnswer& answer, const std::string& person) {
  const auto found = std::ranges::find(answer.given, person, &GivenPoints::marker);
  return found == answer.given.end() ? nullptr : &*found;
}

// Those of the candidate's branch do not mark, whatever their role.
Result<RoleName> may_mark(const PaperScene& scene, const ShortAnswer& answer) {
  if (scene.person.id == answer.person || scene.person.branch == answer.branch)
    return fail(Kind::refused, "own-branch",
                phrase(Text{"{0} 是本支部的答卷，由别人评：委员会，或出题支部的检查员、书记",
                            "{0} is of one's own branch; others mark it: the committee, or an "
                            "inspector or secretary of the branch that sets the paper"},
                       answer.key.code));
  if (auto may = may_record_papers(scene, scene.person, answer.branch)) return may;
  return fail(Kind::refused, "may-not-mark",
              phrase(Text{"{0}不能评 {1} 的简答题：由委员会，或出题支部的检查员、书记评",
                          "{0} can't mark short answers of {1}: the committee does, or an "
                          "inspector or secretary of the branch that sets the paper"},
                     scene.person.name, answer.branch));
}

std::optional<Fault> why_not(const PaperScene& scene, const ShortAnswer& answer) {
  if (auto may = may_mark(scene, answer); !may) return may.error().faults.front();
  if (given_by(answer, scene.person.id)) {
    if (!scene.reason.empty()) return std::nullopt;
    return Fault{{},
                 "marked-already",
                 phrase(Text{"{0} 的 {1} 你已评过", "{1} of {0} is marked by you already"},
                        answer.key.code, answer.key.question),
                 phrase(Text{"评错了：--points 评分.csv --reason 理由",
                             "if that was a mistake: --points FILE --reason TEXT"})};
  }
  if (answer.settled.awaits == AwaitedMarker::nobody)
    return Fault{{},
                 "marked-in-full",
                 phrase(Text{"{0} 的 {1} 已评完", "{1} of {0} is marked in full"}, answer.key.code,
                        answer.key.question)};
  return std::nullopt;
}

const ShortAnswer& answer_of(const MarkedPapers& marked, const AnswerKey& key) {
  return *std::ranges::lower_bound(marked.short_answers, key, {}, &ShortAnswer::key);
}

Result<Draft> draft_of(const PaperScene& scene, const ShortAnswer& answer, const Rational& value) {
  Draft draft{
      "test.points",
      subject_of(answer.key),
      {{"question", answer.key.question}, {"paper", answer.form_name}, {"handed", answer.handed}}};
  if (given_by(answer, scene.person.id)) draft.fields.push_back({"reason", scene.reason});
  draft.fields.push_back({"points", value.fraction()});
  const std::string& key = scene.organisation.review.key;
  if (key.empty()) return draft;
  const auto fresh = scene.draw_key();
  if (!fresh) return tl::unexpected(fresh.error());
  auto box =
      seal_box(boxed_points(answer.key, scene.person.id, value), sealed_points_bytes, key, *fresh);
  if (!box)
    return fail(Kind::input, "not-a-review-key",
                phrase(Text{"sihu.yaml 的 review.key 不能用来密封",
                            "nothing can be sealed to review.key of sihu.yaml"}));
  draft.fields.back().value = std::move(*box);
  draft.fields.push_back({"key", key.substr(0, key_digits)});
  return draft;
}

}  // namespace

std::vector<const ShortAnswer*> answers_to_mark(const PaperScene& scene,
                                                const MarkedPapers& marked) {
  std::vector<const ShortAnswer*> answers;
  for (const ShortAnswer& answer : marked.short_answers)
    if (!why_not(scene, answer)) answers.push_back(&answer);
  std::ranges::stable_sort(
      answers, {}, [](const ShortAnswer* one) -> const std::string& { return one->key.question; });
  return answers;
}

std::vector<Phrase> why_nothing_to_mark(const PaperScene& scene, const MarkedPapers& marked) {
  std::map<std::string, Phrase> reasons;  // by kind, of the first answer of each
  std::map<std::string, int> counts;
  for (const ShortAnswer& answer : marked.short_answers) {
    if (answer.settled.awaits == AwaitedMarker::nobody) continue;
    const auto fault = why_not(scene, answer);
    if (!fault) return {};
    ++counts[fault->name];
    reasons.emplace(fault->name, fault->what);
  }
  std::vector<Phrase> words;
  for (const auto& [name, what] : reasons)
    words.push_back(
        phrase(Text{"还有 {0} 题等人评，不由你评：{1}", "{0} still waiting, and not for you: {1}"},
               counted(counts.at(name), "answer"), what));
  return words;
}

Result<PapersRecording> give_points(const PaperScene& scene, const MarkedPapers& marked,
                                    const std::vector<NewPoints>& points) {
  PapersRecording recording;
  std::vector<Fault> faults;
  for (const NewPoints& one : points) {
    const ShortAnswer& answer = answer_of(marked, one.key);
    const GivenPoints* before = given_by(answer, scene.person.id);
    if (before && before->value == one.value) continue;
    if (auto fault = why_not(scene, answer)) {
      fault->place = one.place;
      faults.push_back(std::move(*fault));
      continue;
    }
    recording.role = *may_mark(scene, answer);
    auto draft = draft_of(scene, answer, one.value);
    if (!draft) return tl::unexpected(draft.error());
    recording.drafts.push_back(std::move(*draft));
  }
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return recording;
}

std::optional<Rational> read_points(const ShortAnswer& answer, std::string_view written) {
  const auto value = Rational::parse(without_sheet_guard(trimmed_cell(written)));
  if (!value || *value < 0 || *value > answer.section->points) return std::nullopt;
  return value;
}

}  // namespace sihu
