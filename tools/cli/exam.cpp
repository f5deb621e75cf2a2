#include "tools/cli/exam.hpp"

#include "store/plans.hpp"
#include "store/review_keys.hpp"
#include "store/secret_file.hpp"
#include "tools/cli/author_now.hpp"

#include <set>

namespace sihu {
void declare_paper(Flags& flags, PaperChoice& choice) {
  flags.quarter("QUARTER", choice.quarter, {"季度", "the quarter"});
  flags.text("PAPER", choice.paper, {"组卷规则，papers/ 里的编号", "its rules, an id of papers/"},
             Flags::What::paper);
  flags.flag("--make-up", choice.make_up,
             {"补考：给缺考和不及格的人", "its make-up, for who was absent or failed"});
}

Result<ExamDesk> open_exam_desk(World& world, const PaperChoice& choice) {
  const Quarter quarter = *choice.quarter;
  const PaperKey first{quarter, choice.paper};
  auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto today = world.today(*workspace);
  if (!today) return tl::unexpected(today.error());
  auto plan = read_plan(*workspace, quarter);
  if (!plan) return tl::unexpected(plan.error());
  const auto ledger = workspace->read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  for (const Fault& note : ledger->notes) world.say_to_people(note.what);
  ExamState state = fold_exams(*ledger);
  return ExamDesk{std::move(*workspace), choice.make_up ? make_up_of(first) : first,
                  std::move(*plan), std::move(state), *today};
}

Result<void> check_drawn(const ExamDesk& desk) {
  if (desk.state.first_form(desk.key)) return {};
  if (auto known = check_known_paper(desk.workspace, first_of(desk.key).paper); !known)
    return known;
  return fail(
      Kind::refused, "not-drawn",
      phrase(Text{"{0} 还没有抽卷", "no paper was drawn for {0} yet"}, subject_of(desk.key)),
      phrase(Text{"由委员会抽：sihu test paper {0} --seed 文字",
                  "the committee draws it: sihu test paper {0} --seed TEXT"},
             typed_key(desk.key)));
}

Result<void> ExamForms::read_documents(const RecordedForm& recorded) {
  if (!papers_.contains(recorded.doc)) {
    auto paper = recorded_paper(workspace_, recorded.doc);
    if (!paper) return tl::unexpected(paper.error());
    papers_.emplace(recorded.doc, std::move(*paper));
  }
  for (const BankDigest& digest : recorded.banks) {
    if (banks_.contains(digest.doc)) continue;
    auto bank = recorded_bank(workspace_, digest.doc);
    if (!bank) return tl::unexpected(bank.error());
    banks_.emplace(digest.doc, bank->document);
    if (bank->document.sealed.empty()) continue;
    if (auto opened = unseal(recorded.key.paper, digest, std::move(bank->document)); !opened)
      return opened;
  }
  return {};
}

Result<const ExamForm*> ExamForms::find(const FormKey& key) {
  if (const auto found = forms_.find(key); found != forms_.end()) return &found->second;
  const RecordedForm* recorded = state_.find_form(key);
  if (!recorded) return nullptr;
  if (auto read = read_documents(*recorded); !read) return tl::unexpected(read.error());
  const auto bank_for = [this](const BankDigest& digest) {
    const auto found = banks_.find(digest.doc);
    return found == banks_.end() ? nullptr : &found->second;
  };
  auto form = assemble_form(*recorded, papers_.at(recorded->doc).document, bank_for);
  if (!form) return tl::unexpected(form.error());
  for (const BankDigest& digest : recorded->banks)
    if (const auto sealed = sealed_.find(digest.doc); sealed != sealed_.end())
      form->promised.push_back(sealed->second.bank.sealed);
  return &forms_.emplace(key, std::move(*form)).first->second;
}

FormByKey ExamForms::by_key() {
  return [this](const FormKey& key) {
    const auto form = find(key);
    return form ? *form : nullptr;
  };
}

Result<const ExamForm*> ExamForms::for_person(const PaperKey& key, const Person& person) {
  const RecordedForm* form = given_form(state_, key, person.id, person.branch);
  return form ? find(form->key) : nullptr;
}

Result<const ExamForm*> ExamForms::drawn_for(const PaperKey& key, const Person& person) {
  auto form = for_person(key, person);
  if (form && !*form)
    return fail(Kind::refused, "no-paper",
                phrase(Text{"没有给 {0} 抽过卷", "no paper was drawn for {0}"}, person.id));
  return form;
}

Result<const Paper*> ExamForms::rules(const PaperKey& key) {
  const auto form = find(state_.first_form(key)->key);
  if (!form) return tl::unexpected(form.error());
  return &(*form)->paper;
}

PaperScene paper_scene(const ExamDesk& desk, const ExamState& state, const Author& author) {
  const Organisation& organisation = desk.workspace.organisation();
  return {organisation,
          desk.plan ? &*desk.plan : nullptr,
          state,
          *organisation.find_person(author.person),
          recording_day(author, desk.workspace),
          draw_secret};
}

PaperScene recording_scene(const World& world, const ExamDesk& desk, const ExamState& state,
                           const Author& author) {
  PaperScene scene = paper_scene(desk, state, author);
  scene.secret_for = [&world](const std::string& key16) {
    return review_secret(world.config_home, key16).value_or(std::nullopt);
  };
  return scene;
}

Result<PaperMarker> PaperMarker::open(const World& world, const Workspace& workspace,
                                      const ExamState& state, const PaperKey& key,
                                      ExamForms& forms) {
  PaperMarker marker(key, workspace.organisation(), forms);
  const auto look_for = [&](const std::string& key16) -> Result<void> {
    if (key16.empty() || marker.secrets_.contains(key16)) return {};
    auto secret = review_secret(world.config_home, key16);
    if (!secret) return tl::unexpected(secret.error());
    marker.secrets_.emplace(key16, std::move(*secret));
    return {};
  };
  for (const auto& [of, handed] : state.sittings) {
    if (of.first != key) continue;
    if (auto looked = look_for(handed.box_key); !looked) return tl::unexpected(looked.error());
    if (const auto form = forms.find(handed.form_key()); !form) return tl::unexpected(form.error());
  }
  for (const auto& [of, given] : state.points)
    for (const RecordedPoints& points : given)
      if (of.paper == key)
        if (auto looked = look_for(points.box_key); !looked) return tl::unexpected(looked.error());
  return marker;
}

MarkedPapers PaperMarker::mark(const ExamState& state) const {
  const auto secret_for = [this](const std::string& key16) {
    const auto found = secrets_.find(key16);
    return found == secrets_.end() ? std::nullopt : found->second;
  };
  return mark_papers(state, key_, {forms_->by_key(), secret_for, organisation_});
}

Result<std::vector<MarkedPapers>> mark_graded(const World& world, const Workspace& workspace,
                                              const ExamState& state,
                                              const std::vector<PaperKey>& keys, ExamForms& forms) {
  std::vector<MarkedPapers> papers;
  for (const PaperKey& key : keys) {
    const auto marker = PaperMarker::open(world, workspace, state, key, forms);
    if (!marker) return tl::unexpected(marker.error());
    papers.push_back(marker->mark(state));
    for (const HandedPaper* handed : papers.back().keyless)
      papers.back().locked.push_back(sitting_subject(handed->key, handed->person));
  }
  return papers;
}

Result<BegunSitting> begin_own_sitting(World& world, const ExamDesk& desk, const Author& acting,
                                       const ExamForm& form) {
  std::optional<BegunSitting> begun;
  const Author author =
      as_of_now(acting, world);  // whoever reads the first page for long loses nothing
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const ExamState state = fold_exams(ledger);
    const auto found = state.starts.find({desk.key, author.person});
    if (found != state.starts.end()) begun = found->second;
    auto wanted = begin_sitting(paper_scene(desk, state, author), form);
    if (!wanted) return tl::unexpected(wanted.error());
    return Decision{std::move(wanted->drafts), wanted->role, {}};
  };
  const auto receipt = desk.workspace.record(author, decide);
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  return begun ? *begun : begun_by(receipt->events.front(), desk.key);
}

namespace {

using DecidePapers = std::function<Result<PapersRecording>(const PaperScene&)>;

Result<PapersRecording> record_decided(World& world, const ExamDesk& desk, const Author& acting,
                                       const std::string& reason, const DecidePapers& decide) {
  PapersRecording recording;
  const Author author = as_of_now(acting, world);
  const auto decide_now = [&](const Ledger& ledger) -> Result<Decision> {
    const ExamState state = fold_exams(ledger);
    PaperScene scene = recording_scene(world, desk, state, author);
    scene.reason = reason;
    auto wanted = decide(scene);
    if (!wanted) return tl::unexpected(wanted.error());
    recording = std::move(*wanted);
    return Decision{recording.drafts, recording.role, {}};
  };
  const auto receipt = desk.workspace.record(author, decide_now);
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  return recording;
}

}  // namespace

Result<PapersRecording> record_papers(World& world, const ExamDesk& desk, const Author& acting,
                                      const std::vector<NewPaper>& papers, bool own,
                                      const std::string& reason) {
  return record_decided(world, desk, acting, reason, [&](const PaperScene& scene) {
    return hand_in_papers(scene, papers, own);
  });
}

Result<PapersRecording> cancel_recorded(World& world, const ExamDesk& desk, const Author& acting,
                                        const std::string& person, const std::string& reason) {
  return record_decided(world, desk, acting, reason, [&](const PaperScene& scene) {
    return cancel_paper(scene, desk.key, person);
  });
}

Instant sitting_clock(const World& world, const Author& author, const Workspace& workspace) {
  const bool pretend = workspace.organisation().practice && author.pretended;
  return pretend ? *author.pretended : world.clock();
}

void say_papers_readable(World& world, const ExamDesk& desk) {
  if (desk.is_sealed()) return;
  world.say_to_people(phrase(Text{"sihu.yaml 里没有 review.key：谁拿到台账，谁就读得到答卷",
                                  "sihu.yaml has no review.key: whoever has the ledger can read "
                                  "the papers handed in"}));
}

namespace {

Markers markers_of(const ExamDesk& desk) {
  return {desk.workspace.organisation(), desk.plan ? &*desk.plan : nullptr, desk.today};
}

}  // namespace

void say_few_markers(World& world, const ExamDesk& desk, const Paper& paper,
                     const std::vector<ComposedForm>& forms) {
  std::set<std::string> branches;
  for (const ComposedForm& composed : forms) branches.insert(composed.form.key.branch);
  for (const Phrase& words : few_markers_words(paper, branches, markers_of(desk)))
    world.say_to_people(words);
}

void say_unmarkable(World& world, const ExamDesk& desk, const MarkedPapers& marked) {
  for (const Phrase& words : unmarkable_words(marked, markers_of(desk))) world.say_to_people(words);
}

Phrase no_answers_here(const ExamDesk& desk, Instant begun) {
  return phrase(
      Text{"注意：{0} 已经开始，这台机器上没有这次考试的答案。在别的机器、别的用户下答过的，"
           "先不要交卷，回到那里接着答",
           "note: begun at {0}, and no answers of it are on this machine. Whoever answered on "
           "another machine or as another user should not hand in here, but go on there"},
      to_local_string(begun, desk.workspace.zone()));
}

}  // namespace sihu
