// sihu test paper: draw a paper, or list what was drawn.
#include "exam/compose.hpp"
#include "exam/make_up.hpp"
#include "exam/withdraw.hpp"
#include "report/form_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/sealed_paper.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

struct TestPaperOptions {
  PaperChoice paper;
  std::optional<std::string> seed;
  std::string branch;
  SealedChoice sealed;
  bool dry_run = false;
  std::optional<std::string> withdraw;
  Output output;
};

void declare(Flags& flags, TestPaperOptions& options) {
  declare_paper(flags, options.paper);
  flags.text("--seed", options.seed,
             {"抽题用的文字，如公开的开奖号码；同样的种子抽出同样的卷",
              "draw by this text, such as a public draw; the same seed, the same papers"});
  declare_sealed(flags, options.sealed);
  flags.flag("--dry-run", options.dry_run,
             {"只看会抽出什么，不记录", "show what would be drawn, record nothing"});
  flags.text("--withdraw", options.withdraw,
             {"撤回已抽的卷并说明理由；有人开考或交卷就不能撤",
              "withdraw what was drawn, and say why; not once somebody has begun it"});
  flags.text("--branch", options.branch, {"只是这个支部", "of this branch alone"},
             Flags::What::branch);
  declare_output(flags, options.output);
}

bool is_chosen(const TestPaperOptions& options, const Branch& branch) {
  return options.branch.empty() || branch.id == options.branch;
}

bool has_form(const ExamDesk& desk, const ExamState& state, const Paper& paper,
              const Person& person) {
  return paper.each_has_own() ? given_form(state, desk.key, person.id, person.branch) != nullptr
                              : !state.forms_of(desk.key, person.branch).empty();
}

// Who has no form of this paper yet, by branch, and can still hand one in; for a make-up those who
// are to sit it.
Result<std::vector<Examinees>> people_to_draw_for(const TestPaperOptions& options,
                                                  const ExamDesk& desk, const ExamState& state,
                                                  const Paper& paper) {
  const Organisation& organisation = desk.workspace.organisation();
  if (is_make_up(desk.key))
    if (const auto failed = branches_to_make_up(state, desk.key, organisation); !failed)
      return tl::unexpected(failed.error());
  std::map<std::string, std::vector<const Person*>> people;
  const auto is_closed = [&](const Person& person) {
    return state.results.contains({desk.key, person.branch});
  };
  for (const Person& person : organisation.people)
    if (!is_closed(person) && !has_form(desk, state, paper, person) &&
        (!is_make_up(desk.key) || may_make_up(state, desk.key, person.branch, person.id)))
      people[person.branch].push_back(&person);
  std::vector<Examinees> examinees;
  for (const Branch& branch : organisation.branches)
    if (const auto found = people.find(branch.id);
        found != people.end() && is_chosen(options, branch))
      examinees.push_back({&branch, std::move(found->second)});
  return examinees;
}

// The rules: as they were when the paper was first drawn, so that all are drawn by the same; in a
// make-up those who share forms have but one.
Result<PaperDocument> rules_to_draw_by(const TestPaperOptions& options, const ExamDesk& desk) {
  const RecordedForm* first = desk.state.first_form(first_of(desk.key));
  if (!first) return current_paper(desk.workspace, options.paper.paper);
  auto rules = recorded_paper(desk.workspace, first->doc);
  if (rules && is_make_up(desk.key) && !rules->document.each_has_own()) rules->document.forms = 1;
  return rules;
}

Result<void> check_drawing(const Person& person, Date today) {
  if (person.has_role(RoleName::committee, today)) return {};
  return fail(Kind::refused, "not-committee",
              phrase(Text{"卷子由委员会抽，{0}在 {1} 不是委员会成员",
                          "the committee draws papers; {0} is no member of it on {1}"},
                     person.name, to_string(today)));
}

// What is drawn, and what it rests on.
struct Drawn {
  std::vector<ComposedForm> forms;
  std::vector<std::string> documents;
  bool fresh = true;                      // not there already
  std::vector<ComposedForm> before = {};  // of the same paper
};

std::vector<ComposedForm> chosen_forms(const TestPaperOptions& options, const ExamDesk& desk,
                                       const ExamState& state) {
  auto forms = drawn_forms(state, desk.key);
  std::erase_if(forms, [&](const ComposedForm& one) {
    return !options.branch.empty() && one.form.key.branch != options.branch;
  });
  return forms;
}

// What the same command drew before.
std::vector<ComposedForm> drawn_by(const TestPaperOptions& options, const ExamDesk& desk,
                                   const ExamState& state) {
  auto forms = chosen_forms(options, desk, state);
  std::erase_if(forms, [&](const ComposedForm& one) { return one.form.seed != *options.seed; });
  return forms;
}

Result<Drawn> draw(const TestPaperOptions& options, const ExamDesk& desk, const ExamState& state,
                   const PaperDocument& paper, const std::vector<BankDocument>& banks, Date today) {
  const auto examinees = people_to_draw_for(options, desk, state, paper.document);
  if (!examinees) return tl::unexpected(examinees.error());
  auto again = examinees->empty() ? drawn_by(options, desk, state) : std::vector<ComposedForm>{};
  if (!again.empty()) {
    auto others = drawn_forms(state, desk.key);
    std::erase_if(others, [&](const ComposedForm& one) { return one.form.seed == *options.seed; });
    return Drawn{std::move(again), {}, false, std::move(others)};
  }
  if (examinees->empty())
    return fail(Kind::refused, "drawn-already",
                phrase(Text{"{0} 已抽过卷；不带 --seed 可看抽了什么",
                            "{0} is drawn already; without --seed it is listed"},
                       subject_of(desk.key)));
  ComposeScene scene{desk.workspace.organisation(),     desk.key, paper.document, paper.doc(),  {},
                     desk.plan ? &*desk.plan : nullptr, state,    today,          *options.seed};
  for (const BankDocument& bank : banks) scene.banks.push_back({bank.document, bank.doc()});
  auto forms = compose_forms(scene, *examinees);
  if (!forms) return tl::unexpected(forms.error());
  Drawn drawn{std::move(*forms), {paper.text}, true, drawn_forms(state, desk.key)};
  for (const BankDocument& bank : banks) drawn.documents.push_back(bank.text);
  return drawn;
}

Exit show(World& world, const TestPaperOptions& options, const std::vector<ComposedForm>& forms,
          const Paper& paper, const ExamDesk& desk) {
  for (const Phrase& words : forms_words(forms, paper, forms)) world.say_to_people(words);
  return print_table(world, options.output,
                     forms_table(forms, paper, desk.workspace.organisation()));
}

// What is new is compared with what was there: a newcomer's paper with everybody's.
Exit show(World& world, const TestPaperOptions& options, const Drawn& drawn, const Paper& paper,
          const ExamDesk& desk) {
  auto all = drawn.before;
  all.insert(all.end(), drawn.forms.begin(), drawn.forms.end());
  for (const Phrase& words : forms_words(drawn.forms, paper, all)) world.say_to_people(words);
  say_few_markers(world, desk, paper, all);
  return print_table(world, options.output,
                     forms_table(drawn.forms, paper, desk.workspace.organisation()));
}

// Nothing is sealed that is drawn already.
Result<SealedForms> seal_drawn(const TestPaperOptions& options, const World& world,
                               const ExamDesk& desk, const PaperDocument& paper,
                               const std::vector<BankDocument>& banks, Drawn& drawn) {
  if (!options.sealed.is_wanted() || !drawn.fresh) return SealedForms{};
  auto sealed = seal_forms(world, options.sealed, desk.key, banks, drawn.forms);
  if (!sealed) return sealed;
  drawn.documents = sealed->documents;
  drawn.documents.push_back(paper.text);
  return sealed;
}

// What is drawn is shown again for the same seed, but not as if other banks had been asked.
Result<void> check_drawn_from(const TestPaperOptions& options, const ExamDesk& desk,
                              const ExamState& state, const std::vector<BankDocument>& banks,
                              const Drawn& drawn) {
  if (drawn.fresh || !options.sealed.is_wanted()) return {};
  return check_same_banks(desk, state, banks, drawn.forms);
}

void say_sealed(World& world, const SealedForms& sealed) {
  for (const std::string& promise : sealed.promises) world.say_to_people(promise_words(promise));
  for (const std::string& file : sealed.key_files)
    world.say_to_people(
        phrase(Text{"答案只在 {0}：另存一份，考完用 sihu test grade --key 阅卷；丢了就没法阅卷",
                    "the key is in {0} alone: keep a copy, and mark with sihu test grade --key; "
                    "without it nobody can"},
               file));
}

Exit draw_and_record(const TestPaperOptions& options, World& world, const ExamDesk& desk) {
  const auto paper = rules_to_draw_by(options, desk);
  if (!paper) return report_failure(world, paper.error());
  if (auto alike = check_sealed_alike(desk, options.sealed); !alike)
    return report_failure(world, alike.error());
  const auto banks = options.sealed.is_wanted()
                         ? banks_to_seal(world, desk, options.sealed)
                         : current_banks(desk.workspace, paper->document.banks);
  if (!banks) return report_failure(world, banks.error());
  if (options.dry_run) {
    const auto drawn = draw(options, desk, desk.state, *paper, *banks, desk.today);
    if (!drawn) return report_failure(world, drawn.error());
    if (auto same = check_drawn_from(options, desk, desk.state, *banks, *drawn); !same)
      return report_failure(world, same.error());
    if (options.sealed.is_wanted() && drawn->fresh)
      if (auto good = check_key_files(world, options.sealed, desk.key, *banks, drawn->forms); !good)
        return report_failure(world, good.error());
    return show(world, options, *drawn, paper->document, desk);
  }
  const auto author = world.author(desk.workspace);
  if (!author) return report_failure(world, author.error());
  Drawn drawn;
  SealedForms sealed;
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const Date today = recording_day(*author, desk.workspace);
    const Person& person = *desk.workspace.organisation().find_person(author->person);
    if (auto may = check_drawing(person, today); !may) return tl::unexpected(may.error());
    const ExamState state = fold_exams(ledger);
    auto wanted = draw(options, desk, state, *paper, *banks, today);
    if (!wanted) return tl::unexpected(wanted.error());
    drawn = std::move(*wanted);
    if (auto same = check_drawn_from(options, desk, state, *banks, drawn); !same)
      return tl::unexpected(same.error());
    auto sealing = seal_drawn(options, world, desk, *paper, *banks, drawn);
    if (!sealing) return tl::unexpected(sealing.error());
    sealed = std::move(*sealing);
    Decision decision{{}, RoleName::committee, drawn.documents};
    if (!drawn.fresh) return decision;
    for (const ComposedForm& composed : drawn.forms)
      decision.drafts.push_back(form_draft(composed.form));
    return decision;
  };
  const auto receipt = desk.workspace.record(*author, decide);
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  say_sealed(world, sealed);
  if (!drawn.fresh && !options.sealed.key_files.empty())
    world.say_to_people(
        phrase(Text{"注意：都已抽过卷，--key-out 没有用上；答案在先前写的文件里",
                    "note: everything is drawn already, so --key-out was not used: the keys are in "
                    "the file that was written then"}));
  if (!drawn.fresh) {
    ExamForms forms(desk.workspace, desk.state);
    if (auto said = say_promises(world, desk, forms); !said)
      return report_failure(world, said.error());
  }
  return show(world, options, drawn, paper->document, desk);
}

Exit withdraw(const TestPaperOptions& options, World& world, const ExamDesk& desk) {
  const auto author = world.author(desk.workspace);
  if (!author) return report_failure(world, author.error());
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const Person& person = *desk.workspace.organisation().find_person(author->person);
    if (auto may = check_drawing(person, recording_day(*author, desk.workspace)); !may)
      return tl::unexpected(may.error());
    auto drafts = withdraw_forms(fold_exams(ledger), desk.key, options.branch, *options.withdraw);
    if (!drafts) return tl::unexpected(drafts.error());
    return Decision{std::move(*drafts), RoleName::committee, {}};
  };
  const auto receipt = desk.workspace.record(*author, decide);
  if (!receipt) return report_failure(world, receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  world.say_recorded(
      say(world.lang,
          Text{"已撤回 {0} 套，不算考过；可以重新抽：sihu test paper {1} --seed 文字\n",
               "withdrawn: {0}, as if never asked; draw anew with sihu test paper {1} "
               "--seed TEXT\n"},
          receipt->events.size(), typed_key(desk.key)));
  return Exit::done;
}

Exit list(const TestPaperOptions& options, World& world, const ExamDesk& desk, ExamForms& forms) {
  const auto paper = forms.rules(desk.key);
  if (!paper) return report_failure(world, paper.error());
  if (auto said = say_promises(world, desk, forms); !said)
    return report_failure(world, said.error());
  const auto listed = chosen_forms(options, desk, desk.state);
  return show(world, options, listed, **paper, desk);
}

// A quarter is planned one ahead; two leaves room for whoever is early.
Result<void> check_quarter(const ExamDesk& desk) {
  const Quarter latest = Quarter::of(desk.today).next().next();
  if (desk.key.quarter <= latest) return {};
  return fail(Kind::refused, "quarter-too-far",
              phrase(Text{"{0} 太远：今天是 {1}，最多抽到 {2}",
                          "{0} is too far ahead: today is {1}, and papers are drawn up to {2}"},
                     to_string(desk.key.quarter), to_string(desk.today), to_string(latest)));
}

Result<void> check_withdraw(const TestPaperOptions& options) {
  if (!options.withdraw) return {};
  if (options.withdraw->empty())
    return fail(Kind::usage, "reason-missing",
                phrase(Text{"--withdraw 后面写理由", "say why behind --withdraw"}));
  if (!options.seed && !options.dry_run) return {};
  return fail(Kind::usage, "either-or",
              phrase(Text{"--withdraw 不和 --seed、--dry-run 一起用",
                          "--withdraw goes without --seed and --dry-run"}));
}

Result<void> check_seed(const TestPaperOptions& options) {
  if (!options.seed || !options.seed->empty()) return {};
  return fail(Kind::usage, "empty-seed",
              phrase(Text{"--seed 后面是空的，抽卷要有一段文字",
                          "there is nothing behind --seed, and a draw needs a text"}));
}

Exit run(const TestPaperOptions& options, World& world) {
  if (auto seed = check_seed(options); !seed) return report_failure(world, seed.error());
  if (auto use = check_withdraw(options); !use) return report_failure(world, use.error());
  if (auto use = check_sealed(options.sealed, options.seed.has_value()); !use)
    return report_failure(world, use.error());
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  if (auto known = check_known_branch(desk->workspace.organisation(), options.branch); !known)
    return report_failure(world, known.error());
  if (const auto format = format_of(options.output); !format)
    return report_failure(world, format.error());
  if (options.withdraw) return withdraw(options, world, *desk);
  if (options.seed)
    if (auto near = check_quarter(*desk); !near) return report_failure(world, near.error());
  if (options.seed) return draw_and_record(options, world, *desk);
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  ExamForms forms(desk->workspace, desk->state);
  return list(options, world, *desk, forms);
}

}  // namespace

Command test_paper_command() {
  return make_command<TestPaperOptions>(
      "test paper", {"抽卷，或列出抽了什么", "draw a paper, or list what was drawn"},
      {"$ sihu test paper 2026Q4 quarter --seed 20261001",
       "$ sihu test paper 2026Q4 quarter --seed 20261001"},
      declare, run);
}

}  // namespace sihu
