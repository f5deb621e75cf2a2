#include "check/record.hpp"

#include "check/authority.hpp"
#include "check/finding.hpp"
#include "check/settlements.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {

namespace {

using Drafts = std::vector<Draft>;

std::string joined(const std::vector<std::string>& ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ";") + id;
  return list;
}

std::vector<Field> with_day(const CheckScene& scene, std::vector<Field> fields) {
  if (scene.on) fields.push_back({"on", to_string(*scene.on)});
  if (!scene.reason.empty()) fields.push_back({"reason", scene.reason});
  return fields;
}

// A line about this check comes later than every other one that was seen, whatever the clocks say:
// a signature stands behind the answers it is for.
Draft line_of(const CheckScene& scene, const char* event, std::string subject,
              std::vector<Field> fields) {
  return {event, std::move(subject), with_day(scene, std::move(fields)), scene.state.newest};
}

// Without the older list nobody can tell what changed, so everything is asked again.
Migration migration_of(const CheckScene& scene) {
  if (scene.older) return compare_checklists(*scene.older, scene.basis.checklist);
  Migration all{
      scene.state.beginnings.back().version, scene.basis.checklist.version, {}, {}, {}, {}};
  for (const auto& item : scene.basis.checklist.items) all.changed.push_back(item.id);
  return all;
}

// A reason for being outside the plan is a beginning of its own, whatever there was before.
void begin(const CheckScene& scene, bool outside, Recording& recording) {
  const auto course = course_of(scene.state, scene.doc);
  if (!outside && (course == Course::go_on || course == Course::recorded)) return;
  std::vector<Field> fields{{"checklist", scene.state.key.checklist},
                            {"version", scene.basis.checklist.version},
                            {"doc", scene.doc}};
  if (course == Course::migrate) {
    recording.migration = migration_of(scene);
    fields.push_back({"redo", joined(recording.migration->changed)});
  }
  if (outside) fields.push_back({"unplanned", scene.unplanned});
  recording.drafts.push_back(
      line_of(scene, "check.begin", subject_of(scene.state.key), std::move(fields)));
}

bool is_redone(const Recording& recording, const std::string& item) {
  return recording.migration && std::ranges::find(recording.migration->changed, item) !=
                                    recording.migration->changed.end();
}

// What counts for the item once this person's answer replaces the earlier one: the others'.
std::vector<Answer> others(const CheckScene& scene, const Recording& recording,
                           const std::string& item) {
  std::vector<Answer> answers;
  const auto* state = scene.state.find(item);
  // After the sign-off, and in a self check, an answer replaces whatever stood.
  if (!state || scene.state.signed_off || scene.state.key.self || is_redone(recording, item))
    return answers;
  for (const auto& given : state->standing)
    if (given.person != scene.person.id) answers.push_back(given.answer);
  return answers;
}

bool is_unchanged(const CheckScene& scene, const Recording& recording, const NewAnswer& given) {
  const auto* state = scene.state.find(given.item);
  if (!state || is_redone(recording, given.item)) return false;
  const auto is_mine = [&](const GivenAnswer& earlier) {
    return earlier.person == scene.person.id;
  };
  const auto mine = std::ranges::find_if(state->standing, is_mine);
  if (mine == state->standing.end()) return false;
  // Of two that one person gave on two machines this one ends the other, whichever it is like.
  if (std::ranges::count_if(state->standing, is_mine) > 1) return false;
  auto as_before = given.answer;
  as_before.took = mine->answer.took;
  return as_before == mine->answer;
}

void record_one(const CheckScene& scene, const NewAnswer& given, Recording& recording) {
  if (is_unchanged(scene, recording, given)) {
    recording.unchanged.push_back(given.item);
    return;
  }
  auto fields = answer_fields(given.answer);
  fields.insert(fields.end(), given.records.begin(), given.records.end());
  fields.push_back({"doc", scene.doc});
  recording.drafts.push_back(
      line_of(scene, "check.answer", subject_of(scene.state.key, given.item), std::move(fields)));
  recording.answered.push_back(given.item);
  const auto said = others(scene, recording, given.item);
  if (std::ranges::any_of(said, [&](const Answer& a) { return !judges_alike(a, given.answer); }))
    recording.conflicts.push_back(given.item);
  follow_up(scene, given, said, recording);
}

Result<void> check_complete(const CheckScene& scene) {
  const auto& key = scene.state.key;
  const auto score = score_check(scene.basis, scene.state.items);
  std::vector<Fault> faults;
  if (!score.complete() || !scene.state.begun())
    faults.push_back(
        {{},
         "incomplete",
         phrase(Text{"{0} 还没做完：完成 {1}/{2} 项", "{0} is not complete: {1} of {2} items done"},
                subject_of(key), score.done, score.asked)});
  for (const auto& line : score.items)
    if (line.conflict)
      faults.push_back(
          {{},
           "in-conflict",
           phrase(Text{"{0} 两人的答案不一致", "answers to {0} differ"}, line.item->id),
           phrase(Text{"先裁定：{0}", "decide it first: {0}"},
                  settle_command(key, line.item->id))});
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return {};
}

Result<void> check_not_self(const CheckScene& scene) {
  if (!scene.state.key.self) return {};
  return fail(Kind::refused, "self-check",
              phrase(Text{"自查不签字、不确认、不裁定",
                          "a self check is neither settled nor signed nor confirmed"}));
}

Recording one_line(const CheckScene& scene, RoleName role, const char* event,
                   const std::string& note) {
  Recording recording;
  recording.role = role;
  recording.drafts.push_back(
      line_of(scene, event, subject_of(scene.state.key), {{"note", note}, {"doc", scene.doc}}));
  return recording;
}

// Whether the problem that the branch objected to was upheld since.
bool was_upheld(const CheckScene& scene, const std::string& item, Instant since) {
  const auto* problem = open_problem_of(scene.problems, scene.state.key, item);
  return problem && std::ranges::any_of(problem->history, [&](const HistoryStep& step) {
           const Event& event = scene.ledger.entries[step.entry].event;
           return step.applied && event.name == "problem.uphold" && event.at > since;
         });
}

// The items that were settled twice, each time without knowing of the other.
std::set<std::string> settled_apart(const Ledger& ledger) {
  std::set<std::string> subjects;
  for (const SettledApart& apart : settlements_apart(ledger))
    subjects.insert(ledger.entries[apart.entry].event.subject);
  return subjects;
}

// Whether people disagree about an item: its answers differ, or the branch objects.
bool is_in_dispute(const CheckScene& scene, const std::set<std::string>& apart,
                   const std::string& item) {
  if (apart.contains(subject_of(scene.state.key, item))) return true;
  const auto* problem = open_problem_of(scene.problems, scene.state.key, item);
  if (problem && problem->status == Status::disputed) return true;
  const auto* state = scene.state.find(item);
  if (!state) return false;
  return state->conflict || !waiting_after_sign(*state).empty() ||
         (state->disputed && !was_upheld(scene, item, state->disputed->at));
}

// Whether a settlement stands that says the same, and nobody has objected since.
bool is_settled_so(const ItemState& said, const Answer& answer) {
  return said.standing.size() == 1 && said.standing.front().settled && !said.disputed &&
         waiting_after_sign(said).empty() && judges_alike(said.standing.front().answer, answer);
}

tl::unexpected<Failure> nothing_in_dispute(const CheckScene& scene,
                                           const std::set<std::string>& apart,
                                           const std::string& item) {
  std::vector<Phrase> disputes;
  for (const auto& asked : scene.basis.checklist.items)
    if (is_in_dispute(scene, apart, asked.id)) disputes.push_back(same(asked.id));
  return fail(
      Kind::refused, "not-in-dispute",
      phrase(Text{"{0} 没有争议：答案一致，被查支部也没有异议",
                  "{0} is not in dispute: the answers agree, and the branch does not object"},
             item),
      disputes.empty()
          ? phrase(Text{"有争议的：没有；要更正答案用 sihu check run",
                        "in dispute: nothing; to correct an answer use sihu check run"})
          : phrase(Text{"有争议的：{0}；要更正答案用 sihu check run",
                        "in dispute: {0}; to correct an answer use sihu check run"},
                   enumerated(disputes)));
}

tl::unexpected<Failure> needs_words(const char* flag) {
  return fail(Kind::usage, "missing-reason",
              phrase(Text{"须用 {0} 写明原因", "{0} must say why"}, flag));
}

}  // namespace

Result<Recording> record_answers(const CheckScene& scene, const std::vector<NewAnswer>& answers) {
  const auto role =
      may_answer(scene.judgement.organisation, scene.person, scene.state, scene.judgement.today);
  if (!role) return tl::unexpected(role.error());
  const auto& organisation = scene.judgement.organisation;
  const bool outside =
      !is_as_planned(scene.plan, scene.person, scene.state, scene.judgement.today) &&
      !has_given_reason(scene.state, organisation, scene.person);
  if (outside && scene.unplanned.empty())
    return tl::unexpected(outside_plan(*scene.plan, organisation, scene.person, scene.state.key));
  Recording recording;
  recording.role = *role;
  begin(scene, outside, recording);
  for (const auto& given : answers) record_one(scene, given, recording);
  return recording;
}

Result<Recording> settle_item(const CheckScene& scene, const NewAnswer& answer,
                              const std::string& reason) {
  if (auto self = check_not_self(scene); !self) return tl::unexpected(self.error());
  const auto role = may_settle(scene.judgement.organisation, scene.person, scene.state.key,
                               scene.judgement.today);
  if (!role) return tl::unexpected(role.error());
  if (reason.empty()) return needs_words("--note");
  const auto* item = scene.basis.checklist.find(answer.item);
  if (auto why_not = item ? why_not_asked(scene.basis, *item) : Phrase{}; !why_not.empty())
    return fail(Kind::refused, "item-not-asked", std::move(why_not));
  const auto* state = scene.state.find(answer.item);
  if (!state || !state->answered())
    return fail(Kind::refused, "nothing-to-settle",
                phrase(Text{"{0} 还没有人作答", "nobody has answered {0} yet"}, answer.item));
  Recording recording;
  recording.role = *role;
  const auto apart = settled_apart(scene.ledger);
  if (is_settled_so(*state, answer.answer) &&
      !apart.contains(subject_of(scene.state.key, item->id))) {
    recording.unchanged.push_back(answer.item);
    return recording;
  }
  if (!is_in_dispute(scene, apart, answer.item))
    return nothing_in_dispute(scene, apart, answer.item);
  auto fields = answer_fields(answer.answer);
  std::erase_if(fields, [](const Field& field) { return field.key == "note"; });
  fields.push_back({"reason", reason});
  fields.push_back({"doc", scene.doc});
  recording.drafts.push_back(
      line_of(scene, "check.settle", subject_of(scene.state.key, answer.item), std::move(fields)));
  recording.answered.push_back(answer.item);
  if (!uphold_problem(scene, *item, answer.answer, reason, recording))
    follow_up(scene, answer, {}, recording);
  return recording;
}

Result<Recording> sign_check(const CheckScene& scene, const std::string& note) {
  if (auto self = check_not_self(scene); !self) return tl::unexpected(self.error());
  const auto& state = scene.state;
  const auto role =
      may_settle(scene.judgement.organisation, scene.person, state.key, scene.judgement.today);
  if (!role) return tl::unexpected(role.error());
  if (state.signed_off && !state.changed_since(state.signed_off))
    return fail(Kind::refused, "already-signed",
                phrase(Text{"{0} 已由 {1} 签字，此后没有改动",
                            "{0} was signed off by {1} and has not changed since"},
                       subject_of(state.key), state.signed_off->person));
  if (auto complete = check_complete(scene); !complete) return tl::unexpected(complete.error());
  return one_line(scene, *role, "check.sign", note);
}

Result<Recording> confirm_check(const CheckScene& scene, const std::string& note) {
  if (auto self = check_not_self(scene); !self) return tl::unexpected(self.error());
  const auto role = may_confirm(scene.judgement.organisation, scene.person, scene.state.key,
                                scene.judgement.today);
  if (!role) return tl::unexpected(role.error());
  const auto& state = scene.state;
  if (state.confirmed && !state.changed_since(state.confirmed))
    return fail(Kind::refused, "already-confirmed",
                phrase(Text{"{0} 已由 {1} 确认，此后没有改动",
                            "{0} was confirmed by {1} and has not changed since"},
                       subject_of(state.key), state.confirmed->person));
  if (auto complete = check_complete(scene); !complete) return tl::unexpected(complete.error());
  return one_line(scene, *role, "check.confirm", note);
}

Result<Recording> dispute_item(const CheckScene& scene, const Item& item, const std::string& note) {
  if (auto self = check_not_self(scene); !self) return tl::unexpected(self.error());
  const auto role = may_confirm(scene.judgement.organisation, scene.person, scene.state.key,
                                scene.judgement.today);
  if (!role) return tl::unexpected(role.error());
  if (note.empty()) return needs_words("--note");
  const auto* state = scene.state.find(item.id);
  const bool answered = state && state->answered();
  if (!answered || std::ranges::all_of(state->standing, [](const GivenAnswer& given) {
        return given.answer.verdict == Verdict::pass;
      }))
    return fail(Kind::refused, "nothing-to-dispute",
                answered
                    ? phrase(Text{"{0} 已通过，没有可异议的",
                                  "{0} was passed, there is nothing to dispute"},
                             item.id)
                    : phrase(Text{"{0} 还没有人作答", "nobody has answered {0} yet"}, item.id));
  if (state->disputed && !was_upheld(scene, item.id, state->disputed->at))
    return fail(Kind::refused, "already-disputed",
                phrase(Text{"{0} 已由 {1} 提出异议，还没有裁定",
                            "{1} has disputed {0} already, and nobody has decided yet"},
                       item.id, state->disputed->person),
                phrase(Text{"等组长或委员会裁定：{0}", "a leader or the committee decides: {0}"},
                       settle_command(scene.state.key, item.id)));
  Recording recording;
  recording.role = *role;
  recording.drafts.push_back(line_of(scene, "check.dispute", subject_of(scene.state.key, item.id),
                                     {{"note", note}, {"doc", scene.doc}}));
  if (auto done = dispute_problem(scene, item, note, recording); !done)
    return tl::unexpected(done.error());
  return recording;
}

}  // namespace sihu
