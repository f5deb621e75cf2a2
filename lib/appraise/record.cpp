#include "appraise/record.hpp"

#include "appraise/appeal.hpp"
#include "appraise/authority.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace sihu {
namespace {

tl::unexpected<Failure> refuse(std::string name, Phrase what, Phrase hint = {}) {
  return fail(Kind::refused, std::move(name), std::move(what), std::move(hint));
}

Result<void> need_text(const std::string& text, const char* flag) {
  if (!is_blank(text)) return {};
  return refuse("reason-missing", phrase(Text{"要写理由：{0}", "a reason is needed: {0}"}, flag));
}

Result<void> check_appraised(const AppraiseScene& scene, const Person& whom) {
  for (const Person* one :
       appraised_people(scene.organisation, scene.settings, scene.state, scene.today))
    if (one->id == whom.id) return {};
  return refuse("not-appraised",
                phrase(Text{"{0}不在 {1} 的考核对象里（sihu.yaml 的 appraise.who）",
                            "{0} is not appraised in {1} (appraise.who of "
                            "sihu.yaml)"},
                       whom.name, to_string(scene.state.half)));
}

Result<void> check_begun(const AppraiseScene& scene) {
  if (scene.state.half.first_day() <= scene.today) return {};
  return refuse("future-half",
                phrase(Text{"{0} 还没开始，今天是 {1}", "{0} has not begun, today is {1}"},
                       to_string(scene.state.half), to_string(scene.today)));
}

Result<void> check_unpublished(const AppraiseScene& scene) {
  if (!scene.state.publication) return {};
  return refuse("published-already",
                phrase(Text{"{0} 的考核已公示，分数只能经申诉由委员会改定",
                            "the appraisal of {0} is published; marks change by a decision on an "
                            "appeal only"},
                       to_string(scene.state.half)));
}

Result<RoleName> scoring_role(const AppraiseScene& scene, const Person& whom, bool self) {
  if (!self) return may_appraise(scene.person, whom, scene.today);
  if (scene.person.id == whom.id) return may_appeal_for(whom, whom, scene.today);
  return refuse("not-own-score",
                phrase(Text{"自评只能由{0}本人填", "only {0} gives the own score"}, whom.name));
}

const RecordedMarkOfItem* recorded_before(const AppraiseScene& scene, const Person& whom,
                                          const std::string& item, bool self) {
  const PersonAppraisal* file = scene.state.find(whom.id);
  const AppraisedItem* said = file ? file->find(item) : nullptr;
  if (!said) return nullptr;
  if (self) return said->self ? &*said->self : nullptr;
  const auto own = std::ranges::find(said->given, scene.person.id, &RecordedMarkOfItem::by);
  return own == said->given.end() ? nullptr : &*own;
}

void add_mark_fields(Draft& draft, const NewItemMark& made) {
  draft.fields.push_back({"item", made.item});
  if (made.mark.points)
    draft.fields.push_back({"points", made.mark.points->fraction()});
  else
    draft.fields.push_back({"result", "na"});
  draft.fields.push_back({"evidence", made.evidence});
}

Draft draft_of(const AppraiseScene& scene, const Person& whom, std::string name) {
  return {
      std::move(name),
      appraise_subject(scene.state.half, whom.id),
      {{"checklist", scene.checklist.id}, {"version", scene.checklist.version}, {"doc", scene.doc}},
      {}};
}

std::optional<Fault> fault_of(const NewItemMark& made, const FilledMarks& filled, bool self) {
  if (is_blank(made.reason))
    return Fault{made.place, "reason-missing",
                 phrase(Text{"{0} 要写理由", "{0} needs a reason"}, made.item)};
  if (!self && filled.contains(made.item))
    return Fault{made.place, "item-is-filled",
                 phrase(Text{"{0} 由季度结果计分（sihu.yaml 的 appraise.fill），不能手工打分",
                             "{0} takes its points from the quarters (appraise.fill of sihu.yaml) "
                             "and is not scored by hand"},
                        made.item)};
  return std::nullopt;
}

Result<void> check_item(const AppraiseScene& scene, const NewItemMark& made) {
  const Item* item = scene.checklist.find(made.item);
  if (item && fits(*item, made.mark)) return {};
  if (item)
    return fail(
        Kind::input, "points-out-of-range",
        phrase(Text{"{0} 满分 {1}，不能给 {2}", "{0} has {1} points and can't be given {2}"},
               made.item, item->points.shortest(), made.mark.points->shortest()));
  return fail(Kind::input, "unknown-item",
              phrase(Text{"检查表 {0} 没有条目 {1}", "the checklist {0} has no item {1}"},
                     scene.checklist.id, visible(made.item)));
}

Result<void> check_difference(const AppraiseScene& scene, const Person& whom,
                              const std::string& item) {
  const PersonAppraisal* file = scene.state.find(whom.id);
  const AppraisedItem* said = file ? file->find(item) : nullptr;
  if (said && (said->differs() || said->decided)) return {};
  return refuse("nothing-to-decide",
                phrase(Text{"{0} 的 {1} 没有打分不一致，不需要裁定",
                            "there is nothing to decide: nobody's marks differ on {1} of {0}"},
                       whom.name, item));
}

bool is_at_line(const AppraiseRow& row) {
  return row.held == HeldBack::undecided || row.held == HeldBack::decided ||
         row.entry.within_quota.has_value();
}

Result<void> check_line(const Appraisal& appraisal, const Person& whom, bool within) {
  const AppraiseRow* row = appraisal.find(whom.id);
  if (!row || !is_at_line(*row) || appraisal.tied_places == 0)
    return refuse("not-at-the-line",
                  phrase(Text{"{0}没有和别人并列在优秀名额线上，不需要裁定",
                              "{0} is not among equals at the quota's line: nothing to decide"},
                         whom.name));
  int chosen = within ? 1 : 0;
  for (const AppraiseRow& other : appraisal.rows)
    if (other.entry.person->id != whom.id && other.shown == row->shown &&
        other.entry.within_quota == true)
      ++chosen;
  if (chosen <= appraisal.tied_places) return {};
  return refuse("no-place-left", phrase(Text{"并列的人只有 {0} 个优秀名额，已定给别人",
                                             "the equals have {0} of the places, which others were "
                                             "given"},
                                        appraisal.tied_places));
}

Result<void> check_decision(const AppraiseScene& scene, const Person& whom,
                            const AppraiseDecision& decision, const Appraisal& appraisal) {
  if (auto good = need_text(decision.reason, "--reason"); !good) return good;
  if (decision.within_quota) return check_line(appraisal, whom, *decision.within_quota);
  if (decision.mark)
    if (auto good = check_item(scene, *decision.mark); !good) return good;
  if (scene.state.publication)
    return check_appealed(scene.state.find(whom.id), whom,
                          decision.mark ? decision.mark->item : std::string());
  if (decision.mark) return check_difference(scene, whom, decision.mark->item);
  return refuse("nothing-to-decide", phrase(Text{"还没有公示，没有申诉可以驳回",
                                                 "nothing is published yet, and no appeal there to "
                                                 "be turned down"}));
}

// Everybody whose appraisal is not ready to be shown.
void find_unready(const Appraisal& appraisal, std::vector<Fault>& faults) {
  for (const AppraiseRow& row : appraisal.rows) {
    const AppraiseSheet& sheet = row.entry.sheet;
    if (sheet.complete()) continue;
    faults.push_back({{},
                      "appraisal-incomplete",
                      phrase(Text{"{0}（{1}）还差 {2} 项，其中打分不一致 {3} 项",
                                  "{0} ({1}) lacks {2} of the items, of which marks differ on {3}"},
                             row.entry.person->name, row.entry.person->id, sheet.asked - sheet.done,
                             sheet.differing)});
  }
  if (appraisal.undecided())
    faults.push_back(
        {{},
         "quota-undecided",
         phrase(Text{"优秀名额线上有人并列，先裁定：sihu appraise decide … --within yes",
                     "equals meet the quota's line; decide first: sihu appraise decide "
                     "… --within yes"})});
}

void check_window(const AppraiseScene& scene, Date until, const Workdays& workdays,
                  std::vector<Fault>& faults) {
  const Date earliest = add_workdays(workdays, scene.today, least_appeal_workdays);
  if (until < earliest)
    faults.push_back({{},
                      "window-too-short",
                      phrase(Text{"公示期至少 {0} 个工作日，最早到 {1}",
                                  "at least {0} working days are left to appeal: {1} or later"},
                             least_appeal_workdays, to_string(earliest))});
  if (until > scene.today + most_appeal_days)
    faults.push_back({{},
                      "window-too-long",
                      phrase(Text{"公示期至多 {0} 天，最晚到 {1}",
                                  "at most {0} days are left to appeal: {1} at the latest"},
                             most_appeal_days, to_string(scene.today + most_appeal_days))});
}

Draft result_of(const AppraiseScene& scene, const AppraiseRow& row) {
  const AppraiseSheet& sheet = row.entry.sheet;
  AppraiseMarks marks;
  for (const AppraisedLine& line : sheet.items)
    if (line.mark) marks.emplace(line.item->id, *line.mark);
  Draft draft{"appraise.result",
              appraise_subject(scene.state.half, row.entry.person->id),
              {{"marks", write_appraise_marks(marks)}},
              {}};
  if (sheet.total) draft.fields.push_back({"value", sheet.total->fraction()});
  if (sheet.quarters.mean) draft.fields.push_back({"quarters", sheet.quarters.mean->fraction()});
  return draft;
}

}  // namespace

Result<AppraiseRecording> give_marks(const AppraiseScene& scene, const Person& whom,
                                     const std::vector<NewItemMark>& marks, bool self,
                                     const FilledMarks& filled) {
  const auto role = scoring_role(scene, whom, self);
  if (!role) return tl::unexpected(role.error());
  for (const auto& good :
       {check_begun(scene), check_unpublished(scene), check_appraised(scene, whom)})
    if (!good) return tl::unexpected(good.error());
  AppraiseRecording recording{*role, {}, 0};
  std::vector<Fault> faults;
  for (const NewItemMark& made : marks) {
    if (auto good = check_item(scene, made); !good) return tl::unexpected(good.error());
    if (auto fault = fault_of(made, filled, self)) {
      faults.push_back(std::move(*fault));
      continue;
    }
    const RecordedMarkOfItem* before = recorded_before(scene, whom, made.item, self);
    if (before && before->mark == made.mark && before->reason == made.reason &&
        before->evidence == made.evidence) {
      ++recording.unchanged;
      continue;
    }
    Draft draft = draft_of(scene, whom, self ? "appraise.self" : "appraise.score");
    add_mark_fields(draft, made);
    draft.fields.push_back({"reason", made.reason});
    recording.drafts.push_back(std::move(draft));
  }
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  return recording;
}

Result<AppraiseRecording> set_veto(const AppraiseScene& scene, const Person& whom,
                                   const std::string& number, const std::string& reason,
                                   bool lift) {
  const auto role = may_decide_on(scene.person, whom, scene.today);
  if (!role) return tl::unexpected(role.error());
  for (const auto& good : {check_begun(scene), check_appraised(scene, whom)})
    if (!good) return tl::unexpected(good.error());
  if (is_blank(number))
    return refuse("decision-number-missing",
                  phrase(Text{"一票否决只依据正式决定：写出文号 --number",
                              "a veto rests on a formal decision alone: give its number, "
                              "--number"}));
  if (auto good = need_text(reason, "--reason"); !good) return tl::unexpected(good.error());
  const PersonAppraisal* file = scene.state.find(whom.id);
  if (lift && (!file || !file->veto))
    return refuse("no-veto", phrase(Text{"{0}没有一票否决", "{0} is under no veto"}, whom.name));
  if (!lift && file && file->veto && file->veto->number == number && file->veto->reason == reason)
    return AppraiseRecording{*role, {}, 1};
  Draft draft{"appraise.veto",
              appraise_subject(scene.state.half, whom.id),
              {{"number", number}, {"reason", reason}, {"result", lift ? "lifted" : ""}},
              {}};
  return AppraiseRecording{*role, {std::move(draft)}, 0};
}

Result<AppraiseRecording> decide_appraisal(const AppraiseScene& scene, const Person& whom,
                                           const AppraiseDecision& decision,
                                           const Appraisal& appraisal) {
  const auto role = may_decide_on(scene.person, whom, scene.today);
  if (!role) return tl::unexpected(role.error());
  if (auto good = check_appraised(scene, whom); !good) return tl::unexpected(good.error());
  if (auto good = check_decision(scene, whom, decision, appraisal); !good)
    return tl::unexpected(good.error());
  Draft draft = draft_of(scene, whom, "appraise.decide");
  if (decision.mark) add_mark_fields(draft, *decision.mark);
  if (decision.within_quota)
    draft.fields.push_back({"within", *decision.within_quota ? "yes" : "no"});
  draft.fields.push_back({"reason", decision.reason});
  return AppraiseRecording{*role, {std::move(draft)}, 0};
}

Result<AppraiseRecording> publish_appraisal(const AppraiseScene& scene, const Appraisal& appraisal,
                                            Date until, const Workdays& workdays) {
  const auto role = may_publish(scene.person, scene.today);
  if (!role) return tl::unexpected(role.error());
  if (auto good = check_unpublished(scene); !good) return tl::unexpected(good.error());
  std::vector<Fault> faults;
  if (scene.today <= scene.state.half.last_day())
    faults.push_back(
        {{},
         "half-not-over",
         phrase(Text{"{0} 到 {1} 才结束，以后再公示", "{0} ends on {1}; publish it afterwards"},
                to_string(scene.state.half), to_string(scene.state.half.last_day()))});
  if (appraisal.rows.empty())
    faults.push_back(
        {{}, "nobody-appraised", phrase(Text{"没有考核对象", "there is nobody to appraise"})});
  check_window(scene, until, workdays, faults);
  find_unready(appraisal, faults);
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  AppraiseRecording recording{*role, {}, 0};
  recording.drafts.push_back({"appraise.publish",
                              to_string(scene.state.half),
                              {{"checklist", scene.checklist.id},
                               {"version", scene.checklist.version},
                               {"doc", scene.doc},
                               {"until", to_string(until)},
                               {"rules", to_string(appraisal.rules)}},
                              {}});
  for (const AppraiseRow& row : appraisal.rows) recording.drafts.push_back(result_of(scene, row));
  return recording;
}

Result<AppraiseRecording> appeal_appraisal(const AppraiseScene& scene, const Person& whom,
                                           const std::string& item, const std::string& note) {
  const auto role = may_appeal_for(scene.person, whom, scene.today);
  if (!role) return tl::unexpected(role.error());
  const std::string half = to_string(scene.state.half);
  if (!scene.state.publication)
    return refuse("not-published", phrase(Text{"{0} 的考核还没有公示，公示以后才能申诉",
                                               "the appraisal of {0} is not published yet; one "
                                               "appeals afterwards"},
                                          half));
  if (auto good = check_appraised(scene, whom); !good) return tl::unexpected(good.error());
  if (scene.today > scene.state.publication->until)
    return refuse(
        "appeals-closed",
        phrase(Text{"申诉到 {0} 为止，今天是 {1}", "appeals were open until {0}, today is {1}"},
               to_string(scene.state.publication->until), to_string(scene.today)));
  if (auto good = need_text(note, "--note"); !good) return tl::unexpected(good.error());
  if (!item.empty())
    if (auto good = check_item(scene, {item, {}, {}, {}, {}}); !good)
      return tl::unexpected(good.error());
  const PersonAppraisal* file = scene.state.find(whom.id);
  if (file && is_waiting_already(*file, item, note)) return AppraiseRecording{*role, {}, 1};
  Draft draft = draft_of(scene, whom, "appraise.appeal");
  draft.fields.push_back({"item", item});
  draft.fields.push_back({"note", note});
  return AppraiseRecording{*role, {std::move(draft)}, 0};
}

}  // namespace sihu
