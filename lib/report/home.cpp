#include "report/home.hpp"

#include "check/authority.hpp"
#include "exam/form.hpp"
#include "problem/authority.hpp"
#include "problem/due.hpp"
#include "report/coded.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace sihu {
namespace {

constexpr std::array<std::pair<std::string_view, Text>, 6> kinds{{
    {"verify", {"销号", "verify"}},
    {"decide", {"裁定", "decide"}},
    {"rectify", {"整改", "rectify"}},
    {"check", {"互查", "check"}},
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
    for (const CheckSummary& check : scene_.checks) add_check(check);
    add_papers();
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
    const bool own = problem.owner == scene_.person.id && !submitted;
    if (!own && std::ranges::find(ask, scene_.person.id) == ask.end()) return;
    const std::string kind = kind_of(problem, own);
    const Phrase what = phrase(Text{"{0}（{1}）{2}", "{0} ({1}) {2}"}, title_of(problem, context),
                               branch_phrase(context.organisation, problem.branch), problem.id);
    things_.push_back({kind, kind == "decide" ? to_decide(what, problem) : what,
                       submitted ? late.verify_by : problem.due,
                       submitted ? late.days_verifier_late : late.days_overdue,
                       command_for(kind, problem)});
  }

  static Phrase to_decide(const Phrase& what, const Problem& problem) {
    if (problem.asked)
      return phrase(
          Text{"{0}：批准延期还是不批准（grant、refuse）", "{0}: grant the extension or refuse it"},
          what);
    return phrase(Text{"{0}：维持还是撤销（uphold、withdraw）", "{0}: uphold it or withdraw it"},
                  what);
  }

  bool may(const Problem& problem, StepName step) const {
    const ListContext& context = scene_.context;
    return next_status(problem.status, step).has_value() &&
           authority_for(problem, step, scene_.person,
                         {context.organisation, context.workdays, context.today})
               .has_value();
  }

  // The step itself where only one comes next. What has to be weighed is looked at first, and so is
  // what others have to do.
  std::string command_for(const std::string& kind, const Problem& problem) const {
    if (kind == "rectify" && may(problem, StepName::submit)) return "rectify submit " + problem.id;
    if (kind == "verify" && may(problem, StepName::verify)) return "rectify verify " + problem.id;
    return "rectify show " + problem.id;
  }

  // Who has to move, and how: an extension or a dispute waits for a decision.
  std::string kind_of(const Problem& problem, bool own) const {
    if (problem.status == Status::submitted)
      return waits_for_decision(problem) ? "decide" : "verify";
    const bool decides = problem.asked || has_dispute(problem);
    return decides && !own && scene_.person.branch != problem.branch ? "decide" : "rectify";
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
    return taking_part(organisation, check.state).contains(person.branch) ||
           (scene_.plan && scene_.plan->has(Mutual::check, person.branch, check.key.branch));
  }

  void add_check(const CheckSummary& check) {
    if (check.key.self || !inspects(check) || check.progress == Progress::complete ||
        check.progress == Progress::signed_off)
      return;
    things_.push_back({"check",
                       phrase(Text{"检查{0}：{1}（{2}）", "inspect {0}: {1} ({2})"},
                              check.branch->name, check.checklist->title, wording(check.progress)),
                       check.key.quarter.last_day(), 0,
                       "check run " + check.key.branch + " --checklist " + check.key.checklist});
  }

  void add_papers() {
    const Quarter now = Quarter::of(scene_.context.today);
    std::set<PaperKey> seen;
    for (const auto& [key, form] : scene_.exams.forms) {
      if (key.paper.quarter != now || !seen.insert(key.paper).second) continue;
      const Person& person = scene_.person;
      if (!given_form(scene_.exams, key.paper, person.id, person.branch) ||
          scene_.exams.sitting_of(key.paper, person.id) ||
          scene_.exams.results.contains({key.paper, person.branch}))
        continue;
      things_.push_back({"test", phrase(Text{"考试 {0}", "sit {0}"}, subject_of(key.paper)),
                         now.last_day(), 0, "test take " + to_string(now) + " " + key.paper.paper});
    }
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
