#include "tools/cli/inspection.hpp"

#include "base/utf8.hpp"
#include "check/independent.hpp"
#include "problem/twins.hpp"
#include "store/plans.hpp"
#include "tools/cli/late_entry.hpp"
#include "tools/cli/values.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::string listed(const std::vector<std::string>& ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ", ") + id;
  return list;
}

Result<std::string> choose_checklist(const Workspace& workspace, const std::string& named) {
  if (!named.empty()) return named;
  const auto ids = workspace.checklist_ids();
  if (!ids) return tl::unexpected(ids.error());
  if (ids->size() == 1) return ids->front();
  if (ids->empty())
    return fail(Kind::input, "no-checklist",
                phrase(Text{"工作区的 checklists/ 里没有检查表",
                            "the workspace has no checklist in checklists/"}));
  return fail(Kind::usage, "missing-checklist",
              phrase(Text{"有 {0} 份检查表，须用 --checklist 说明是哪一份",
                          "there are {0} checklists, say which with --checklist"},
                     ids->size()),
              phrase(Text{"可选：{0}", "one of {0}"}, listed(*ids)));
}

Result<void> check_quarter_begun(Quarter quarter, Date today) {
  if (quarter.first_day() <= today) return {};
  return fail(Kind::refused, "future-quarter",
              phrase(Text{"{0} 还没开始，今天是 {1}", "{0} has not begun, today is {1}"},
                     to_string(quarter), to_string(today)));
}

Result<Decision> decide(const Inspection& inspection, const Ledger& ledger, const Acting& acting,
                        Shelf& shelf, const Act& act, Recording& recording) {
  const auto& workspace = inspection.workspace();
  const auto& organisation = workspace.organisation();
  const auto today = recording_day(acting.author, workspace);
  const auto standing = standing_of(inspection, ledger, shelf, acting.on.value_or(today));
  if (!standing) return tl::unexpected(standing.error());
  if (auto begun = check_quarter_begun(inspection.key.quarter, today); !begun)
    return tl::unexpected(begun.error());
  const auto problems = fold_problems(ledger, organisation, workspace.zone());
  const auto basis = standing->basis(*organisation.find_branch(inspection.key.branch));
  const CheckScene scene{ledger,
                         problems,
                         standing->state,
                         basis,
                         standing->doc(),
                         standing->older ? &standing->older->checklist : nullptr,
                         *organisation.find_person(acting.author.person),
                         acting.author.device.id,
                         {organisation, workspace.workdays(), today},
                         organisation.language.value_or(Lang::zh),
                         acting.on,
                         acting.reason,
                         acting.plan ? &*acting.plan : nullptr,
                         acting.unplanned};
  auto wanted = act(scene);
  if (!wanted) return tl::unexpected(wanted.error());
  recording = std::move(*wanted);
  Decision decision;
  decision.drafts = recording.drafts;
  decision.role = recording.role;
  if (!recording.drafts.empty()) decision.documents.push_back(standing->kept->text);
  return decision;
}

Result<void> check_by(const InspectionFlags& flags) {
  if (flags.by.empty() || (!flags.self && flags.by != flags.branch)) return {};
  return fail(Kind::usage, "by-itself",
              phrase(Text{"--by 是来检查的支部，不是被查的支部",
                          "--by is the branch that inspects, not the one that is inspected"}),
              phrase(Text{"支部自查只用 --self", "for its own look at itself use --self alone"}));
}

// Whoever sees only what was inspected together should know that it is not all.
void say_others(World& world, const Inspection& inspection) {
  if (inspection.key.self || !inspection.key.by.empty()) return;
  std::vector<std::string> others;
  for (const auto& key : inspections_beside(inspection.reading.ledger, inspection.key))
    if (!key.by.empty()) others.push_back(key.by);
  if (!others.empty())
    world.say_to_people(phrase(Text{"另有支部各自检查过（--by 可看）：{0}",
                                    "others inspected for themselves (--by shows it): {0}"},
                               listed(others)));
}

Result<Inspection> choose_begun(World& world, Inspection inspection, const std::string& by,
                                const Person* person) {
  const auto plan = read_plan(inspection.workspace(), inspection.key.quarter);
  if (!plan) return tl::unexpected(plan.error());
  auto key = inspection_meant(inspection.key, by, inspection.reading.ledger, person,
                              *plan ? &**plan : nullptr, &inspection.workspace().organisation());
  if (!key) return tl::unexpected(key.error());
  inspection.key = std::move(*key);
  say_others(world, inspection);
  return inspection;
}

}  // namespace

void declare_branch(Flags& flags, InspectionFlags& into) {
  flags.text("BRANCH", into.branch, {"被查支部", "the branch that is inspected"},
             Flags::What::branch);
}

void declare_checklist(Flags& flags, InspectionFlags& into) {
  flags.text("--checklist", into.checklist,
             {"检查表；只有一份时可省", "the checklist; may be left out when there is one"},
             Flags::What::checklist);
  flags.quarter("--quarter", into.quarter,
                {"季度；默认本季度", "the quarter; this one by default"});
}

void declare_self(Flags& flags, InspectionFlags& into) {
  flags.flag("--self", into.self,
             {"支部自查：另存一份，不计分，不开问题",
              "the branch's own look at itself: kept beside, not counted, opens no problems"});
}

void declare_by(Flags& flags, InspectionFlags& into) {
  flags.text("--by", into.by,
             {"几个支部各自检查时，是哪个支部的检查",
              "where several branches each inspect for themselves: whose inspection"},
             Flags::What::branch);
}

Result<const KeptChecklist*> Shelf::current(const std::string& id) {
  const std::lock_guard lock(reading_);
  if (const auto found = current_.find(id); found != current_.end()) return &found->second;
  auto kept = workspace_.checklist(id);
  if (!kept) return tl::unexpected(kept.error());
  return &current_.emplace(id, std::move(*kept)).first->second;
}

Result<const KeptChecklist*> Shelf::recorded(const std::string& doc) {
  const std::lock_guard lock(reading_);
  if (const auto found = recorded_.find(doc); found != recorded_.end()) return &found->second;
  auto kept = workspace_.checklist_by_digest(doc);
  if (!kept) return tl::unexpected(kept.error());
  return &recorded_.emplace(doc, std::move(*kept)).first->second;
}

const Checklist* Shelf::for_state(const CheckState& state) {
  const auto kept =
      state.begun() ? recorded(state.beginnings.back().doc) : current(state.key.checklist);
  return kept ? &(*kept)->checklist : nullptr;
}

Result<Inspection> open_past_inspection(World& world, const InspectionFlags& flags) {
  auto inspection = open_inspection(world, flags);
  if (!inspection) return inspection;
  if (auto known = check_known_quarter(inspection->reading, flags.quarter); !known)
    return tl::unexpected(known.error());
  return choose_begun(world, std::move(*inspection), flags.by, nullptr);
}

Result<Inspection> open_begun_inspection(World& world, const InspectionFlags& flags) {
  auto inspection = open_inspection(world, flags);
  if (!inspection) return inspection;
  const auto author = world.author(inspection->workspace());
  if (!author) return tl::unexpected(author.error());
  const auto* person = inspection->workspace().organisation().find_person(author->person);
  return choose_begun(world, std::move(*inspection), flags.by, person);
}

Result<Inspection> open_inspection(World& world, const InspectionFlags& flags) {
  auto reading = read_problems(world);
  if (!reading) return tl::unexpected(reading.error());
  if (auto known = check_known_branch(*reading, flags.branch); !known)
    return tl::unexpected(known.error());
  const auto checklist = choose_checklist(reading->workspace, flags.checklist);
  if (!checklist) return tl::unexpected(checklist.error());
  if (!flags.by.empty())
    if (auto known = check_known_branch(*reading, flags.by); !known)
      return tl::unexpected(known.error());
  if (auto fits = check_by(flags); !fits) return tl::unexpected(fits.error());
  const CheckKey key{flags.quarter.value_or(Quarter::of(reading->today)), flags.branch, *checklist,
                     flags.self, flags.by};
  return Inspection{std::move(*reading), key};
}

Result<Standing> standing_of(const Inspection& inspection, const Ledger& ledger, Shelf& shelf,
                             Date today) {
  const auto& workspace = inspection.workspace();
  const auto& key = inspection.key;
  Standing standing;
  standing.state = fold_check(ledger, key);
  const bool settled = standing.state.begun() && standing.state.signed_off;
  auto kept =
      settled ? shelf.recorded(standing.state.beginnings.back().doc) : shelf.current(key.checklist);
  if (!kept) return tl::unexpected(kept.error());
  standing.kept = *kept;
  standing.course = course_of(standing.state, standing.doc());
  if (standing.course == Course::recorded) {
    kept = shelf.recorded(standing.state.beginnings.back().doc);
    if (!kept) return tl::unexpected(kept.error());
    standing.kept = *kept;
  } else if (standing.course == Course::migrate) {
    const auto older = shelf.recorded(standing.state.beginnings.back().doc);
    if (older) standing.older = *older;
  }
  standing.on = reference_day(standing.state, key, workspace.zone(), today);
  standing.waived = waived_items(fold_waivers(ledger, workspace.zone()), standing.kept->checklist,
                                 key.branch, standing.on);
  return standing;
}

Result<const Item*> find_item(const Checklist& checklist, const std::string& id) {
  if (const auto* item = checklist.find(id)) return item;
  std::vector<std::string> known;
  for (const auto& item : checklist.items) known.push_back(item.id);
  return fail(Kind::input, "unknown-item",
              phrase(Text{"检查表 {0} 没有 “{1}” 这一项", "checklist {0} has no item \"{1}\""},
                     checklist.id, visible(id)),
              did_you_mean(id, known));
}

Result<void> check_late_entry(const Acting& acting, const Inspection& inspection) {
  return check_late_entry({acting.on, acting.reason}, inspection.key.quarter,
                          recording_day(acting.author, inspection.workspace()),
                          {{"补录：--on 实际检查的日期 --reason 原因",
                            "recorded later: --on the day of the visit --reason why"},
                           {"用 --quarter {0}", "use --quarter {0}"}});
}

Result<Recording> judge_act(const Inspection& inspection, const Ledger& ledger,
                            const Acting& acting, Shelf& shelf, const Act& act) {
  Recording recording;
  const auto decision = decide(inspection, ledger, acting, shelf, act, recording);
  if (!decision) return tl::unexpected(decision.error());
  return recording;
}

Result<Recording> record_act(World& world, const Inspection& inspection, const Acting& acting,
                             Shelf& shelf, const Act& act) {
  Recording recording;
  const auto receipt = inspection.workspace().record(acting.author, [&](const Ledger& ledger) {
    return decide(inspection, ledger, acting, shelf, act, recording);
  });
  if (!receipt) return tl::unexpected(receipt.error());
  for (const auto& note : receipt->notes) world.say_to_people(note.what);
  return recording;
}

Result<void> reread(Inspection& inspection) {
  auto ledger = inspection.workspace().read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  auto& reading = inspection.reading;
  reading.ledger = std::move(*ledger);
  reading.findings = fold_problems(reading.ledger, inspection.workspace().organisation(),
                                   inspection.workspace().zone());
  reading.list = join_twins(reading.findings);
  return {};
}

OverviewScene overview_scene(const ProblemReading& reading, Shelf& shelf) {
  return {reading.ledger,
          reading.workspace.organisation(),
          reading.workspace.zone(),
          reading.findings,
          reading.today,
          [&shelf](const CheckState& state) { return shelf.for_state(state); }};
}

Result<CheckSummary> summary_of(const Inspection& inspection, Shelf& shelf) {
  // What can't be read says why; the shelf keeps it for the summary.
  const auto state = fold_check(inspection.reading.ledger, inspection.key);
  const auto kept = state.begun() ? shelf.recorded(state.beginnings.back().doc)
                                  : shelf.current(inspection.key.checklist);
  if (!kept) return tl::unexpected(kept.error());
  return summarize_check(overview_scene(inspection.reading, shelf), inspection.key).value();
}

}  // namespace sihu
