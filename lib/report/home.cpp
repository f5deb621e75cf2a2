#include "report/home.hpp"

#include "appraise/authority.hpp"
#include "check/authority.hpp"
#include "exam/form.hpp"
#include "problem/due.hpp"
#include "report/coded.hpp"
#include "report/next_step.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace sihu {
namespace {

constexpr std::array<std::pair<std::string_view, Text>, 10> kinds{{
    {"verify", {"销号", "verify"}},
    {"decide", {"裁定", "decide"}},
    {"rectify", {"整改", "rectify"}},
    {"press", {"督办", "see to it"}},
    {"check", {"互查", "check"}},
    {"settle", {"定答案", "settle"}},
    {"sign", {"签字", "sign"}},
    {"confirm", {"确认", "confirm"}},
    {"test", {"互考", "test"}},
    {"learn", {"互学", "learn"}},
}};

class Home {
 public:
  explicit Home(const HomeScene& scene) : scene_(scene) {}

  std::vector<WaitingThing> all() {
    for (const Problem& problem : scene_.problems.problems)
      if (!problem.ended()) add_problem(problem);
    std::ranges::stable_sort(things_, {}, [](const WaitingThing& one) {
      return std::tuple(-one.days_late, one.by.value_or(Date(9999, 12, 31)));
    });
    for (const CheckSummary& check : scene_.checks) {
      if (check.key.self) continue;
      add_check(check);
      add_settlement(check);
      add_signature(check);
      add_confirmation(check);
    }
    for (const AppraiseState& state : scene_.appraisals) add_appeals(state);
    add_papers();
    add_onboarding();
    add_hours();
    return std::move(things_);
  }

 private:
  void add_problem(const Problem& problem) {
    const ListContext& context = scene_.context;
    const Lateness late =
        lateness(problem, context.today, context.organisation.rectification, context.workdays);
    const bool submitted = problem.status == Status::submitted;
    const auto why = submitted               ? DueRow::Why::verifier_late
                     : late.days_overdue > 0 ? DueRow::Why::overdue
                                             : DueRow::Why::due_soon;
    const auto ask = whom_to_ask(problem, why, late.step, context.today, context.organisation);
    // While it is disputed as a whole its owner has nothing to do either.
    const bool own =
        problem.owner == scene_.person.id && !submitted && problem.status != Status::disputed;
    if (!own && std::ranges::find(ask, scene_.person.id) == ask.end()) return;
    const NextCommand next = next_command(problem, scene_.person, context);
    const Phrase what = phrase(Text{"{0}（{1}）{2}", "{0} ({1}) {2}"}, title_of(problem, context),
                               branch_phrase(context.organisation, problem.branch), problem.id);
    things_.push_back({next.kind, next.kind == "decide" ? to_decide(what, problem) : what,
                       submitted ? late.verify_by : problem.due,
                       submitted ? late.days_verifier_late : late.days_overdue, next.command});
  }

  static Phrase to_decide(const Phrase& what, const Problem& problem) {
    if (problem.asked)
      return phrase(
          Text{"{0}：批准延期还是不批准（grant、refuse）", "{0}: grant the extension or refuse it"},
          what);
    return phrase(Text{"{0}：维持还是撤销（uphold、withdraw）", "{0}: uphold it or withdraw it"},
                  what);
  }

  // Whoever has begun it, whatever the plan says, goes on with it; so do the inspectors of their
  // branch, and of those that are to make it.
  bool inspects(const CheckSummary& check) const {
    const Person& person = scene_.person;
    const Organisation& organisation = scene_.context.organisation;
    if (!may_answer(organisation, person, check.state, scene_.context.today)) return false;
    if (check.state.people.contains(person.id)) return true;
    if (person.branch.empty() || !person.has_role(RoleName::inspector, scene_.context.today))
      return false;
    if (!check.key.by.empty()) return check.key.by == person.branch;
    return taking_part(organisation, check.state).contains(person.branch) || is_planned(check.key);
  }

  bool is_planned(const CheckKey& key) const {
    const bool now = key.quarter == Quarter::of(scene_.context.today);
    const PlanFile* plan = now ? scene_.plan : scene_.last_plan;
    return plan && plan->has(Mutual::check, scene_.person.branch, key.branch);
  }

  void add_check(const CheckSummary& check) {
    if (is_complete(check) || !inspects(check)) return;
    const Date by = check.key.quarter.last_day();
    things_.push_back({"check",
                       phrase(Text{"检查{0}：{1}（{2}）", "inspect {0}: {1} ({2})"},
                              check.branch->name, check.checklist->title, wording(check.progress)),
                       by, std::max(0, scene_.context.today - by),
                       "check run " + to_run(check.key)});
  }

  static bool is_complete(const CheckSummary& check) {
    return check.progress == Progress::complete || check.progress == Progress::signed_off;
  }

  std::set<std::string> made_by(const CheckSummary& check) const {
    if (!check.key.by.empty()) return {check.key.by};
    return taking_part(scene_.context.organisation, check.state);
  }

  bool has_somebody(const std::string& branch, RoleName role) const {
    return std::ranges::any_of(scene_.context.organisation.people, [&](const Person& person) {
      return person.branch == branch && person.has_role(role, scene_.context.today);
    });
  }

  // A leader of those who made the inspection; where they have none, whoever else may.
  bool signs(const CheckSummary& check) const {
    const Person& person = scene_.person;
    const Date today = scene_.context.today;
    if (!may_settle(scene_.context.organisation, person, check.key, today)) return false;
    const auto makers = made_by(check);
    const bool took_part = check.state.people.contains(person.id) || makers.contains(person.branch);
    if (took_part && person.has_role(RoleName::leader, today)) return true;
    return std::ranges::none_of(makers, [&](const std::string& branch) {
      return !branch.empty() && has_somebody(branch, RoleName::leader);
    });
  }

  // The secretary of the inspected branch; where it has none, everybody of it.
  bool confirms(const CheckSummary& check) const {
    const Person& person = scene_.person;
    return person.branch == check.key.branch &&
           (person.has_role(RoleName::secretary, scene_.context.today) ||
            !has_somebody(person.branch, RoleName::secretary));
  }

  // Whoever objects has answered; what is decided of it is another thing.
  bool is_disputed(const CheckKey& key) const {
    return std::ranges::any_of(scene_.problems.problems, [&](const Problem& problem) {
      return problem.status == Status::disputed && problem.quarter == key.quarter &&
             problem.branch == key.branch && problem.checklist == key.checklist;
    });
  }

  std::string to_run(const CheckKey& key) const {
    std::string words = key.branch + " --checklist " + key.checklist;
    if (key.quarter != Quarter::of(scene_.context.today))
      words += " --quarter " + to_string(key.quarter);
    return words;
  }

  std::string about(const CheckKey& key) const {
    const std::string words = to_run(key);
    return key.by.empty() ? words : words + " --by " + key.by;
  }

  bool has_problem(const CheckKey& key, const std::string& item) const {
    return std::ranges::any_of(scene_.problems.problems, [&](const Problem& problem) {
      return problem.quarter == key.quarter && problem.branch == key.branch &&
             problem.checklist == key.checklist && problem.item == item;
    });
  }

  // Items on which answers differ, or that were objected to where no problem carries the dispute.
  std::vector<Phrase> unsettled(const CheckSummary& check) const {
    std::vector<Phrase> items;
    for (const auto& [item, said] : check.state.items)
      if (said.conflict || !waiting_after_sign(said).empty() ||
          (said.disputed && !has_problem(check.key, item)))
        items.push_back(same(item));
    return items;
  }

  void add_settlement(const CheckSummary& check) {
    const auto items = unsettled(check);
    if (items.empty() || !signs(check)) return;
    things_.push_back({"settle",
                       phrase(Text{"{0}的检查里答案不一致、或有异议：{1}（{2}，{3}）",
                                   "answers of the inspection of {0} that differ or were objected "
                                   "to: {1} ({2}, {3})"},
                              check.branch->name, enumerated(items), check.checklist->title,
                              to_string(check.key.quarter)),
                       {},
                       0,
                       "check show " + about(check.key)});
  }

  void add_appeals(const AppraiseState& state) {
    const Organisation& organisation = scene_.context.organisation;
    for (const auto& [id, file] : state.people) {
      const Person* whom = organisation.find_person(id);
      if (file.open_appeals() == 0 || !whom) continue;
      if (!may_decide_on(scene_.person, *whom, scene_.context.today)) continue;
      things_.push_back({"decide",
                         phrase(Text{"{0}对 {1} 考核的申诉（decide）",
                                     "the appeal of {0} against the appraisal {1} (decide)"},
                                whom->name, to_string(state.half)),
                         {},
                         0,
                         "appraise " + to_string(state.half) + " --explain " + id});
    }
  }

  void add_signature(const CheckSummary& check) {
    if (check.progress != Progress::complete || !signs(check)) return;
    things_.push_back(
        {"sign",
         phrase(Text{"给{0}的检查签字：{1}（{2}）", "sign the inspection of {0} off: {1} ({2})"},
                check.branch->name, check.checklist->title, to_string(check.key.quarter)),
         {},
         0,
         "check sign " + about(check.key)});
  }

  void add_confirmation(const CheckSummary& check) {
    const CheckState& state = check.state;
    const bool confirmed = state.confirmed && !state.changed_since(state.confirmed);
    if (!is_complete(check) || confirmed || !confirms(check) || is_disputed(check.key)) return;
    things_.push_back({"confirm",
                       phrase(Text{"确认本支部的检查结果，或提出异议：{0}（{1}）",
                                   "confirm what was found at your branch, or dispute it: {0} "
                                   "({1})"},
                              check.checklist->title, to_string(check.key.quarter)),
                       {},
                       0,
                       "check confirm " + about(check.key)});
  }

  void add_papers() {
    const Quarter now = Quarter::of(scene_.context.today);
    std::set<PaperKey> seen;
    for (const auto& [key, form] : scene_.exams.forms) {
      const Quarter of = key.paper.quarter;
      if ((of != now && of != now.previous()) || !seen.insert(key.paper).second) continue;
      const Person& person = scene_.person;
      if (!given_form(scene_.exams, key.paper, person.id, person.branch) ||
          scene_.exams.sitting_of(key.paper, person.id) ||
          scene_.exams.results.contains({key.paper, person.branch}))
        continue;
      const Date by = of.last_day();
      things_.push_back({"test", phrase(Text{"考试 {0}", "sit {0}"}, subject_of(key.paper)), by,
                         std::max(0, scene_.context.today - by),
                         "test take " + to_string(of) + " " + key.paper.paper});
    }
  }

  void add_onboarding() {
    if (!scene_.learning) return;
    const Newcomer now = scene_.learning->onboarding;
    if (now != Newcomer::due && now != Newcomer::overdue) return;
    const Date by = *scene_.learning->onboarding_due;
    things_.push_back({"learn", phrase(Text{"岗前培训", "on-boarding"}), by,
                       std::max(0, scene_.context.today - by), "learn todo " + scene_.person.id});
  }

  void add_hours() {
    if (!scene_.learning || scene_.learning->missing().is_zero()) return;
    things_.push_back(
        {"learn",
         phrase(Text{"今年还差 {0} 学时（{1}/{2}）",
                     "{0} hours still to learn this "
                     "year ({1} of {2})"},
                scene_.learning->missing().shortest(), scene_.learning->attained.shortest(),
                scene_.learning->required.shortest()),
         Date(scene_.context.today.year(), 12, 31), 0, "learn todo " + scene_.person.id});
  }

  const HomeScene& scene_;
  std::vector<WaitingThing> things_;
};

Coded coded_kind(const std::string& kind) {
  const auto found = std::ranges::find(kinds, kind, &std::pair<std::string_view, Text>::first);
  return {kind, phrase(found->second)};
}

}  // namespace

std::vector<WaitingThing> waiting_for(const HomeScene& scene) {
  return Home(scene).all();
}

Table waiting_table(const std::vector<WaitingThing>& things, const Person& person) {
  using Align = Column::Align;
  Table table{phrase(Text{"等{0}办的", "Waiting for {0}"}, person.name),
              {{"kind", {"种类", "kind"}},
               {"what", {"事项", "what"}, Align::left, true, 16},
               {"by", {"期限", "by"}},
               {"days_late", {"超期天数", "days late"}, Align::right},
               {"command", {"命令", "command"}}},
              {}};
  for (const WaitingThing& one : things)
    table.rows.push_back({coded_kind(one.kind), one.what, one.by ? Value(*one.by) : Value(),
                          std::int64_t{one.days_late}, "sihu " + one.command});
  return table;
}

}  // namespace sihu
