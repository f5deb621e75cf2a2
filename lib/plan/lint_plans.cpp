#include "plan/lint_plans.hpp"

#include "gate/encoding.hpp"
#include "gate/source.hpp"
#include "plan/judge.hpp"
#include "plan/limited.hpp"
#include "plan/organise.hpp"
#include "plan/rotation_range.hpp"
#include "plan/rules.hpp"
#include "plan/sheets_asked.hpp"
#include "plan/words.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace sihu {

namespace {

constexpr int rows_width = 4;      // of the word `rows`
constexpr int rotation_width = 8;  // of the word `rotation`

struct NamedPlan {
  const LintFile* file;
  PlanFile plan;
  bool wanted;
  bool whole = true;  ///< else only the rows that can be read: what is left out is not looked for
};

std::optional<Organisation> organisation_in(const LintInput& input) {
  for (const auto* files : {&input.files, &input.context})
    for (const LintFile& file : *files) {
      if (file.name != "sihu.yaml") continue;
      auto loaded = load_organisation(file.text, file.name);
      return loaded ? std::optional(std::move(*loaded)) : std::nullopt;
    }
  return std::nullopt;
}

void collect(const std::vector<LintFile>& files, bool wanted, std::vector<NamedPlan>& into) {
  for (const LintFile& file : files) {
    // What lies elsewhere may still be a plan; other documents are not read twice for that.
    if (!file.name.starts_with("plans/") && file.text.find("plan: ") == std::string::npos) continue;
    if (auto plan = load_plan(file.text, file.name))
      into.push_back({&file, std::move(*plan), wanted});
    else if (auto rows = wanted ? readable_plan(file.text, file.name) : std::nullopt)
      into.push_back({&file, std::move(*rows), wanted, false});
  }
}

bool needs_same_branches(PlanRule rule) {
  return rule == PlanRule::demand || rule == PlanRule::capacity || rule == PlanRule::load ||
         rule == PlanRule::repeat;
}

// Whatever sihu.yaml said when the plan was made. What it says of targets, recusals and capacities
// by now is nothing to hold against a quarter that is over.
bool holds_always(PlanRule rule) {
  return rule == PlanRule::unknown_branch || rule == PlanRule::itself || rule == PlanRule::twice ||
         rule == PlanRule::mutual;
}

bool is_for_these_branches(const PlanFile& plan, const PlanScene& scene) {
  return !plan.made || plan.made->roster.empty() || plan.made->roster == scene.roster;
}

// What is to be said about one plan: warnings, but for what nobody can carry out.
class Judged {
 public:
  Judged(const NamedPlan& named, const PlanScene& scene, const Organisation& organisation,
         int sheets, Date today)
      : plan_(named.plan),
        scene_(scene),
        lessons_(organisation.learn.capacity),
        least_(sheets),
        over_(named.plan.quarter.last_day() < today),
        rows_alone_(over_ || !named.whole),
        ids_(scene.ids),
        rules_(scene.constraints),
        same_branches_(is_for_these_branches(named.plan, scene)),
        source_(without_bom(named.file->text), named.file->name) {
    for (const PlanRow& row : plan_.rows) {
      pairs_[row.mutual].emplace(row.from, row.to);
      ++made_[{row.mutual, row.from}];
    }
  }

  void judge_inspections() {
    for (const PlanFault& fault : judge_plan(rules_, visits_of(plan_, Mutual::check, ids_)))
      if (rows_alone_ ? holds_always(fault.rule)
                      : same_branches_ || !needs_same_branches(fault.rule))
        say(row_of(fault), to_string(fault.rule), sentence(fault, ids_),
            over_ || fault.rule != PlanRule::itself);
    if (!rows_alone_ && same_branches_) judge_shares();
  }

  // Where the next plan goes on. Of other branches it is not looked at.
  void judge_rotation() {
    if (!plan_.rotation || !plan_.made || plan_.made->roster != scene_.roster) return;
    for (Phrase& what : out_of_range(*plan_.rotation, rules_.branches())) {
      faults_.push_back(
          source_.fault(plan_.rotation_place, rotation_width, "out-of-range", std::move(what),
                        phrase(Text{"改回 sihu plan 写出的数", "write what sihu plan wrote"})));
      faults_.back().warning = true;
    }
  }

  // The other mutuals have few rules.
  void judge_others() {
    std::set<std::tuple<Mutual, std::string, std::string, std::string>> seen;
    for (const PlanRow& row : plan_.rows) {
      const bool again = !seen.emplace(row.mutual, row.from, row.to, row.lesson).second;
      if (row.mutual == Mutual::check) continue;
      if (row.from == row.to)
        say(&row, "itself",
            phrase(Text{"{0}：{1} 对自己", "{0}: {1} for itself"}, wording(row.mutual), row.from),
            over_);
      else if (again)
        warn(&row, "twice",
             phrase(Text{"{0}：{1} 对 {2} 写了两次", "{0}: {1} for {2} is there twice"},
                    wording(row.mutual), row.from, row.to));
      else if (row.mutual == Mutual::review)
        judge_review(row);
      else if (row.mutual == Mutual::test)
        judge_paper(row);
      else
        judge_lesson(row);
    }
    if (!rows_alone_) judge_teachers();
    if (!rows_alone_ && same_branches_) judge_left_out();
  }

  std::vector<Fault> take() { return capped(std::move(faults_)); }

 private:
  bool has(Mutual mutual, const std::string& from, const std::string& to) const {
    const auto found = pairs_.find(mutual);
    return found != pairs_.end() && found->second.contains({from, to});
  }

  int made(Mutual mutual, const std::string& from) const {
    const auto found = made_.find({mutual, from});
    return found == made_.end() ? 0 : found->second;
  }

  // That capacities allow no better is no fault of the plan, and still to be known.
  void judge_shares() {
    std::vector<int> shares;
    for (const std::string& id : ids_) shares.push_back(made(Mutual::check, id));
    if (Phrase uneven = uneven_loads(scene_.constraints, shares, ids_); !uneven.empty())
      warn(nullptr, "uneven-loads", std::move(uneven));
  }

  void judge_review(const PlanRow& row) {
    if (over_) return;
    judge_recusal(row);
    const int from = place_of_id(row.from, ids_);
    // Who inspects and reviews more than there are has to do both for some.
    const bool can_be_helped =
        from < 0 ||
        made(Mutual::check, row.from) + made(Mutual::review, row.from) <= rules_.reach(from);
    if (can_be_helped && has(Mutual::check, row.from, row.to))
      warn(&row, "inspected-too",
           phrase(Text{"{0} 既检查又评 {1}", "{0} inspects {1} and reviews it too"}, row.from,
                  row.to));
  }

  void judge_paper(const PlanRow& row) {
    if (ids_.size() > 2 && row.from < row.to && has(Mutual::test, row.to, row.from))
      warn(&row, "mutual",
           phrase(Text{"{0} 与 {1} 互相命题", "{0} and {1} set each other's papers"}, row.from,
                  row.to));
    if (over_) return;
    judge_recusal(row);
    if (ids_.size() > 2 && has(Mutual::check, row.from, row.to))
      warn(&row, "inspected-too",
           phrase(Text{"{0} 既检查 {1}，又为它命题", "{0} inspects {1} and sets its paper too"},
                  row.from, row.to));
  }

  // Who judges does not help.
  void judge_lesson(const PlanRow& row) {
    if (over_) return;
    if (has(Mutual::check, row.from, row.to))
      warn(&row, "inspected-too",
           phrase(Text{"{0} 既检查 {1}，又教它", "{0} inspects {1} and teaches it too"}, row.from,
                  row.to));
    else if (has(Mutual::check, row.to, row.from))
      warn(&row, "inspected-too",
           phrase(Text{"{0} 教 {1}，又受它检查", "{0} teaches {1} and is inspected by it"},
                  row.from, row.to));
  }

  // Each once, at its last row.
  void judge_teachers() {
    std::map<std::string, const PlanRow*> last;
    for (const PlanRow& row : plan_.rows)
      if (row.mutual == Mutual::learn) last[row.from] = &row;
    for (const auto& [branch, row] : last)
      if (made(Mutual::learn, branch) > lessons_)
        warn(row, "capacity",
             phrase(Text{"{0} 教 {1} 课，sihu.yaml 的 learn: capacity 是 {2}",
                         "{0} teaches {1}, with learn: capacity {2} in sihu.yaml"},
                    branch, counted(made(Mutual::learn, branch), "lesson"), lessons_));
  }

  void judge_recusal(const PlanRow& row) {
    const int from = place_of_id(row.from, ids_);
    const int to = place_of_id(row.to, ids_);
    if (from < 0 || to < 0) return;
    if (const auto reason = rules_.recusal(from, to))
      warn(&row, "recused",
           phrase(Text{"{0}：{1} 与 {2} 应当回避（{3}）", "{0}: {1} and {2} must not meet ({3})"},
                  wording(row.mutual), row.from, row.to, wording(*reason)));
  }

  // Whom nobody reviews, or sets a paper for, though somebody could.
  void judge_left_out() {
    for (const Mutual mutual : {Mutual::review, Mutual::test}) {
      const auto pairs = pairs_.find(mutual);
      if (pairs == pairs_.end())
        judge_all_left_out(mutual);
      else
        judge_some_left_out(mutual, pairs->second);
      if (pairs != pairs_.end() && mutual == Mutual::review) judge_reviewers(pairs->second);
    }
  }

  // Whom too few branches review for a result, though more could.
  void judge_reviewers(const std::set<std::pair<std::string, std::string>>& pairs) {
    std::map<std::string, int> got;
    for (const auto& [from, to] : pairs)
      if (from != to) ++got[to];
    std::vector<Phrase> few;
    for (const auto& [id, count] : got) {
      const int place = place_of_id(id, ids_);
      if (place >= 0 && count < std::min(least_, rules_.reach(place)))
        few.push_back(phrase(Text{"{0}（{1} 个）", "{0} ({1})"}, id, count));
    }
    if (!few.empty())
      warn(nullptr, "few-reviewers",
           phrase(Text{"互评：来评的支部不到 {0} 个：{1}；各交一份时不出结果（sihu.yaml 的 review: "
                       "least，或评分规则的 least）",
                       "review: fewer than {0} branches review {1}; with one sheet each there is "
                       "no result (review: least in sihu.yaml, or least in the rubric)"},
                  least_, first_of(std::move(few))));
  }

  // Who writes a plan by hand may do without; `sihu plan` never does.
  void judge_all_left_out(Mutual mutual) {
    if (!plan_.made ||
        std::ranges::all_of(ids_, [&](const std::string& id) { return !can_get(id); }))
      return;
    warn(nullptr, "left-out",
         phrase(Text{"{0}：一行也没有，所有支部都漏了", "{0}: there is no row, all are left out"},
                wording(mutual)));
  }

  void judge_some_left_out(Mutual mutual,
                           const std::set<std::pair<std::string, std::string>>& pairs) {
    std::set<std::string> got;
    for (const auto& [from, to] : pairs)
      if (from != to) got.insert(to);
    for (const std::string& id : ids_)
      if (!got.contains(id) && can_get(id))
        warn(nullptr, "left-out",
             phrase(Text{"{0}：漏了 {1}", "{0}: {1} is left out"}, wording(mutual), id));
  }

  bool can_get(const std::string& id) const { return rules_.reach(place_of_id(id, ids_)) > 0; }

  // The row to point at: of what stands there twice the second, of a branch its first.
  const PlanRow* row_of(const PlanFault& fault) const {
    const bool by_to = fault.rule == PlanRule::demand;
    const bool by_from = fault.rule == PlanRule::load || fault.rule == PlanRule::capacity;
    const PlanRow* found = nullptr;
    for (const PlanRow& row : plan_.rows) {
      if (row.mutual != Mutual::check) continue;
      if (!by_to && row.from != ids_[slot(fault.visit.from)]) continue;
      if (!by_from && row.to != ids_[slot(fault.visit.to)]) continue;
      found = &row;
      if (fault.rule != PlanRule::twice) break;
    }
    return found;
  }

  void warn(const PlanRow* row, std::string name, Phrase what) {
    say(row, std::move(name), std::move(what), true);
  }

  void say(const PlanRow* row, std::string name, Phrase what, bool warning) {
    faults_.push_back(source_.fault(row ? row->place : plan_.rows_place,
                                    row ? row->width : rows_width, std::move(name),
                                    std::move(what)));
    faults_.back().warning = warning;
  }

  const PlanFile& plan_;
  const PlanScene& scene_;
  int lessons_;  // that a branch gives at most
  int least_;    // sheets about a branch that a result needs
  bool over_;    // what is done is done
  bool rows_alone_;
  const std::vector<std::string>& ids_;
  PlanRules rules_;
  bool same_branches_;
  Source source_;
  std::map<Mutual, std::set<std::pair<std::string, std::string>>> pairs_;
  std::map<std::pair<Mutual, std::string>, int> made_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> judge_plans(const LintInput& input) {
  std::vector<NamedPlan> plans;
  collect(input.files, true, plans);
  if (plans.empty()) return {};
  const auto organisation = organisation_in(input);
  if (!organisation) return {};
  collect(input.context, false, plans);
  std::vector<PlanFile> all;
  for (const NamedPlan& named : plans)
    if (named.whole) all.push_back(named.plan);
  const int sheets = sheets_asked(*organisation, input);
  std::vector<Fault> faults;
  for (const NamedPlan& named : plans) {
    if (!named.wanted) continue;
    const PlanScene scene = plan_scene(*organisation, named.plan.quarter, "", all);
    Judged judged(named, scene, *organisation, sheets, input.today);
    judged.judge_rotation();
    judged.judge_inspections();
    judged.judge_others();
    const auto found = judged.take();
    faults.insert(faults.end(), found.begin(), found.end());
  }
  std::ranges::stable_sort(faults, {}, &Fault::place);
  return faults;
}

}  // namespace sihu
