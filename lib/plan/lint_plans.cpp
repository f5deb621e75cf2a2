#include "plan/lint_plans.hpp"

#include "gate/encoding.hpp"
#include "gate/source.hpp"
#include "plan/judge.hpp"
#include "plan/organise.hpp"
#include "plan/words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace sihu {

namespace {

constexpr int rows_width = 4;  // of the word `rows`

struct NamedPlan {
  const LintFile* file;
  PlanFile plan;
  bool wanted;
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
  }
}

bool needs_same_branches(PlanRule rule) {
  return rule == PlanRule::demand || rule == PlanRule::capacity || rule == PlanRule::load ||
         rule == PlanRule::repeat;
}

// The warnings about one plan.
class Judged {
 public:
  Judged(const NamedPlan& named, const PlanScene& scene)
      : plan_(named.plan),
        ids_(scene.ids),
        source_(without_bom(named.file->text), named.file->name) {}

  void judge_inspections(const PlanScene& scene) {
    const bool same_branches =
        !plan_.made || plan_.made->roster.empty() || plan_.made->roster == scene.roster;
    const auto visits = visits_of(plan_, Mutual::check, ids_);
    for (const PlanFault& fault : judge_plan(scene.constraints, visits))
      if (same_branches || !needs_same_branches(fault.rule))
        warn(row_of(fault), to_string(fault.rule), sentence(fault, ids_));
  }

  // The other mutuals have few rules.
  void judge_others() {
    std::set<std::tuple<Mutual, std::string, std::string>> seen;
    for (const PlanRow& row : plan_.rows) {
      if (row.mutual == Mutual::test) papers_.emplace(row.from, row.to);
      if (row.mutual == Mutual::check) inspected_.emplace(row.from, row.to);
    }
    for (const PlanRow& row : plan_.rows) {
      const bool again = !seen.emplace(row.mutual, row.from, row.to).second;
      if (row.mutual == Mutual::check) continue;
      if (row.from == row.to)
        warn(&row, "itself",
             phrase(Text{"{0}：{1} 对自己", "{0}: {1} for itself"}, wording(row.mutual), row.from));
      else if (again)
        warn(&row, "twice",
             phrase(Text{"{0}：{1} 对 {2} 写了两次", "{0}: {1} for {2} is there twice"},
                    wording(row.mutual), row.from, row.to));
      else if (row.mutual == Mutual::test)
        judge_paper(row);
    }
  }

  std::vector<Fault> take() { return capped(std::move(faults_)); }

 private:
  void judge_paper(const PlanRow& row) {
    if (ids_.size() > 2 && row.from < row.to && papers_.contains({row.to, row.from}))
      warn(&row, "mutual",
           phrase(Text{"{0} 与 {1} 互相命题", "{0} and {1} set each other's papers"}, row.from,
                  row.to));
    if (ids_.size() > 2 && inspected_.contains({row.from, row.to}))
      warn(&row, "inspected-too",
           phrase(Text{"{0} 既检查 {1}，又为它命题", "{0} inspects {1} and sets its paper too"},
                  row.from, row.to));
  }

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
    faults_.push_back(source_.fault(row ? row->place : plan_.rows_place,
                                    row ? row->width : rows_width, std::move(name),
                                    std::move(what)));
    faults_.back().warning = true;
  }

  const PlanFile& plan_;
  const std::vector<std::string>& ids_;
  Source source_;
  std::set<std::pair<std::string, std::string>> papers_;
  std::set<std::pair<std::string, std::string>> inspected_;
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
  for (const NamedPlan& named : plans) all.push_back(named.plan);
  std::vector<Fault> faults;
  for (const NamedPlan& named : plans) {
    if (!named.wanted) continue;
    const PlanScene scene = scene_of(*organisation, named.plan.quarter, "", all);
    Judged judged(named, scene);
    judged.judge_inspections(scene);
    judged.judge_others();
    const auto found = judged.take();
    faults.insert(faults.end(), found.begin(), found.end());
  }
  std::ranges::stable_sort(faults, {}, &Fault::place);
  return faults;
}

}  // namespace sihu
