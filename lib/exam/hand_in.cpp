#include "exam/hand_in.hpp"

#include "base/sealed_box.hpp"
#include "exam/make_up.hpp"
#include "exam/open_paper.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

constexpr std::size_t key_digits = 16;

bool sets_paper(const PlanFile* plan, const std::string& from, const std::string& to) {
  if (!plan) return true;
  const auto is_about = [&](const PlanRow& row) {
    return row.mutual == Mutual::test && row.to == to;
  };
  return std::ranges::none_of(plan->rows, is_about) || plan->has(Mutual::test, from, to);
}

// The same paper once more, as when a command that was cut short is given again.
bool is_there_already(const PaperScene& scene, const NewPaper& paper) {
  const HandedPaper* handed = scene.state.sitting_of(paper.form->recorded.key.paper, paper.person);
  if (!handed || handed->by != scene.person.id) return false;
  const PaperReading reading = open_paper(*handed, *paper.form, scene.secret_for);
  return reading.how == PaperReading::How::open && reading.responses == paper.responses;
}

// Why the paper that is there is not replaced or taken back; nothing: it may be.
std::optional<Fault> why_not_corrected(const PaperScene& scene, const HandedPaper& handed) {
  if (scene.state.results.contains({handed.key, handed.branch}))
    return Fault{{},
                 "test-closed",
                 phrase(Text{"{0} 的 {1} 成绩已记录，答卷不再改",
                             "the result of {0} in {1} is recorded, and no paper is corrected any "
                             "more"},
                        handed.branch, subject_of(handed.key))};
  if (handed.by == handed.person)
    return Fault{{},
                 "handed-in-by-candidate",
                 phrase(Text{"{0} 是自己交的卷，谁也不能改",
                             "{0} handed the paper in, and nobody corrects that"},
                        handed.person)};
  if (!scene.person.has_role(RoleName::committee, scene.today))
    return Fault{{},
                 "not-committee",
                 phrase(Text{"录入过的答卷只有委员会能改，{0}在 {1} 不是委员会成员",
                             "only the committee corrects papers that were entered; {0} is no "
                             "member of it on {1}"},
                        scene.person.name, to_string(scene.today))};
  return std::nullopt;
}

Fault handed_in_already(const HandedPaper& handed) {
  return {
      {},
      "handed-in-already",
      phrase(Text{"{0} 的 {1} 已交卷", "{0} has handed in {1} already"}, handed.person,
             subject_of(handed.key)),
      handed.by == handed.person
          ? Phrase{}
          : phrase(Text{"录错了由委员会改：sihu test record 加 --reason 理由；录到别人名下的，先 "
                        "--cancel {0} --reason 理由",
                        "what was entered wrongly the committee corrects by sihu test record: add "
                        "--reason TEXT, or --cancel {0} --reason TEXT where it is somebody else's"},
                   handed.person)};
}

std::optional<Fault> why_not(const PaperScene& scene, const NewPaper& paper, bool own) {
  const PaperKey& key = paper.form->recorded.key.paper;
  const std::string& branch = paper.form->recorded.key.branch;
  if (key.quarter.first_day() > scene.today)
    return Fault{{},
                 "future-quarter",
                 phrase(Text{"{0} 还没开始，今天是 {1}", "{0} has not begun, today is {1}"},
                        to_string(key.quarter), to_string(scene.today))};
  if (is_make_up(key) && !may_make_up(scene.state, key, branch, paper.person))
    return Fault{{},
                 "not-to-make-up",
                 phrase(Text{"{0} 不用补考 {1}：第一次已及格，或第一次的成绩还没记录",
                             "{0} is not to sit {1} again: the first mark passes, or is not "
                             "recorded yet"},
                        paper.person, subject_of(first_of(key)))};
  if (const HandedPaper* handed = scene.state.sitting_of(key, paper.person)) {
    if (own || scene.reason.empty()) return handed_in_already(*handed);
    if (auto fault = why_not_corrected(scene, *handed)) return fault;
  }
  if (scene.state.results.contains({key, branch}))
    return Fault{{},
                 "test-closed",
                 phrase(Text{"{0} 的 {1} 成绩已记录，不再收卷",
                             "the result of {0} in {1} is recorded, no more papers are taken"},
                        branch, subject_of(key))};
  if (own) return std::nullopt;
  if (paper.person == scene.person.id)
    return Fault{{},
                 "own-paper",
                 phrase(Text{"自己的卷子自己在 sihu test take 里交，或由别人录入",
                             "one's own paper is handed in with sihu test take, or by others"})};
  if (auto may = may_record_papers(scene, scene.person, branch); !may)
    return may.error().faults.front();
  return std::nullopt;
}

Result<Draft> draft_of(const PaperScene& scene, const NewPaper& paper) {
  const RecordedForm& form = paper.form->recorded;
  const std::string subject = sitting_subject(form.key.paper, paper.person);
  Draft draft{"test.sitting",
              subject,
              {{"version", form.version},
               {"took", paper.took ? std::to_string(*paper.took) : ""},
               {"branch", form.key.branch},
               {"doc", form.doc},
               {"form", std::to_string(form.key.form)},
               {"paper", form.key.name},
               {"turned", paper.turned_back ? "yes" : ""}}};
  if (scene.state.sitting_of(form.key.paper, paper.person))
    draft.fields.push_back({"reason", scene.reason});
  const std::string& key = scene.organisation.review.key;
  if (key.empty()) {
    draft.fields.push_back({"answers", write_responses(*paper.form, paper.responses)});
    return draft;
  }
  const auto fresh = scene.draw_key();
  if (!fresh) return tl::unexpected(fresh.error());
  auto box = seal_box(boxed_responses(*paper.form, subject, paper.responses),
                      sealed_paper_bytes(*paper.form), key, *fresh);
  if (!box)
    return fail(Kind::input, "not-a-review-key",
                phrase(Text{"sihu.yaml 的 review.key 不能用来密封",
                            "nothing can be sealed to review.key of sihu.yaml"}));
  draft.fields.push_back({"answers", std::move(*box)});
  draft.fields.push_back({"key", key.substr(0, key_digits)});
  return draft;
}

}  // namespace

Result<RoleName> may_record_papers(const PaperScene& scene, const Person& by,
                                   const std::string& branch) {
  if (by.has_role(RoleName::committee, scene.today)) return RoleName::committee;
  if (by.branch != branch && sets_paper(scene.plan, by.branch, branch))
    for (const RoleName role : {RoleName::inspector, RoleName::secretary, RoleName::leader})
      if (by.has_role(role, scene.today)) return role;
  return fail(Kind::refused, "may-not-record",
              phrase(Text{"{0}不能录入 {1} 的卷子：由委员会，或出题支部的检查员、书记录入",
                          "{0} can't hand in papers of {1}: the committee does, or an inspector or "
                          "secretary of the branch that sets the paper"},
                     by.name, branch));
}

Result<PapersRecording> begin_sitting(const PaperScene& scene, const ExamForm& form) {
  const PaperKey& key = form.recorded.key.paper;
  if (auto fault = why_not(scene, {scene.person.id, &form, {}}, true))
    return fail(Kind::refused, {*fault});
  PapersRecording recording;
  if (!scene.state.start_of(key, scene.person.id))
    recording.drafts.push_back({"test.start",
                                sitting_subject(key, scene.person.id),
                                {{"version", form.recorded.version},
                                 {"branch", form.recorded.key.branch},
                                 {"form", std::to_string(form.recorded.key.form)},
                                 {"paper", form.recorded.key.name}}});
  return recording;
}

std::optional<Fault> why_not_taken(const PaperScene& scene, const NewPaper& paper, bool own) {
  if (is_there_already(scene, paper)) return std::nullopt;
  auto fault = why_not(scene, paper, own);
  if (fault) fault->place = paper.place;
  return fault;
}

Result<PapersRecording> hand_in_papers(const PaperScene& scene, const std::vector<NewPaper>& papers,
                                       bool own) {
  PapersRecording recording;
  std::vector<Fault> faults;
  for (const NewPaper& paper : papers) {
    if (is_there_already(scene, paper)) continue;
    if (auto fault = why_not_taken(scene, paper, own)) {
      std::ranges::move(at_each_run(*fault, paper.rows), std::back_inserter(faults));
      continue;
    }
    auto draft = draft_of(scene, paper);
    if (!draft) return tl::unexpected(draft.error());
    recording.drafts.push_back(std::move(*draft));
  }
  std::ranges::stable_sort(
      faults, [](const Fault& one, const Fault& other) { return one.place < other.place; });
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  if (!own && !papers.empty())
    recording.role =
        *may_record_papers(scene, scene.person, papers.front().form->recorded.key.branch);
  return recording;
}

Result<PapersRecording> cancel_paper(const PaperScene& scene, const PaperKey& key,
                                     const std::string& person) {
  const HandedPaper* handed = scene.state.sitting_of(key, person);
  if (!handed)
    return fail(
        Kind::refused, "not-handed-in",
        phrase(Text{"{0} 没有交过 {1}", "{0} has not handed in {1}"}, person, subject_of(key)));
  if (auto fault = why_not_corrected(scene, *handed)) return fail(Kind::refused, {*fault});
  return PapersRecording{RoleName::committee,
                         {{"test.sitting",
                           sitting_subject(key, person),
                           {{"withdrawn", "yes"}, {"reason", scene.reason}}}}};
}

}  // namespace sihu
