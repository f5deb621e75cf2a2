#pragma once

#include "document/organisation.hpp"
#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "problem/life.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu::test {

inline Person a_person(std::string id, Phrase name, std::string branch,
                       std::vector<RoleName> roles = {}) {
  Person person;
  person.id = std::move(id);
  person.name = std::move(name);
  person.branch = std::move(branch);
  for (const RoleName role : roles) person.roles.push_back({role, {}, {}});
  return person;
}

inline Branch a_branch(std::string id, Phrase name) {
  Branch branch;
  branch.id = std::move(id);
  branch.name = std::move(name);
  return branch;
}

/// An invented organisation: branch zb03 inspected branch zb05; zb07 has nothing to do with it.
inline Organisation an_organisation() {
  Organisation organisation;
  organisation.id = "nrpb";
  organisation.name = {"机关党委", "The Committee"};
  organisation.language = Lang::zh;
  organisation.branches = {a_branch("zb03", {"第三党支部", "Branch Three"}),
                           a_branch("zb05", {"第五党支部", "Branch Five"}),
                           a_branch("zb07", {"第七党支部", "Branch Seven"})};
  using enum RoleName;
  organisation.people = {
      a_person("p001", {"赵一", "Zhao"}, "zb03", {inspector}),
      a_person("p002", {"钱二", "Qian"}, "zb03", {leader}),
      a_person("p003", {"孙三", "Sun"}, "zb07", {inspector}),
      a_person("p004", {"李四", "Li"}, "zb07", {leader}),
      a_person("p005", {"周五", "Zhou"}, "zb05", {secretary}),
      a_person("p006", {"吴六", "Wu"}, "zb05"),
      a_person("p007", {"郑七", "Zheng"}, "zb05", {committee}),
      a_person("p008", {"王八", "Wang"}, "zb03"),
      a_person("p900", {"冯九", "Feng"}, "", {committee}),
  };
  auto& rules = organisation.rectification;
  rules.limits = {{Severity::minor, {Limit::Unit::workdays, 3}},
                  {Severity::general, {Limit::Unit::workdays, 10}},
                  {Severity::serious, {Limit::Unit::workdays, 15}},
                  {Severity::critical, {Limit::Unit::workdays, 20}}};
  rules.escalation = {{{Limit::Unit::days, 1}, secretary}, {{Limit::Unit::days, 7}, committee}};
  return organisation;
}

inline Workdays a_calendar() {
  Workdays workdays;
  workdays.years = {2026, 2027};
  workdays.version = "2026.1";
  return workdays;
}

/// A problem as it stands right after it was opened: by p001 of zb03 on 12 October 2026, due on the
/// 27th, owned by zb05's secretary p005.
inline Problem a_problem() {
  Problem problem;
  problem.id = "26Q4-zb05-k7m2qx-17";
  problem.quarter = {2026, 4};
  problem.branch = "zb05";
  problem.device = "k7m2qx";
  problem.serial = 17;
  problem.checklist = "dues";
  problem.item = "DF-02";
  problem.title = "按月足额收缴";
  problem.text = "八月党费未按月收缴";
  problem.basis = "《党费办法》第十二条";
  problem.owner = "p005";
  problem.opened = Date(2026, 10, 12);
  problem.opened_by = "p001";
  problem.inspecting_branch = "zb03";
  problem.rule = "15d";
  problem.due = problem.agreed_due = problem.original_due = Date(2026, 10, 27);
  problem.last_check = "91d03be6a7cc4f02";
  return problem;
}

/// Ledgers of several devices, written as sihu writes them. Lines on one day follow each other by a
/// minute, in the order they are told.
class Offices {
 public:
  /// Tells `device` to record something; gives the line's check.
  std::string tell(const std::string& device, const std::string& person, std::string name,
                   std::string subject, std::vector<Field> fields, Date day) {
    Event event;
    event.at = zone_.at(day, 9) + 60000 * minute_++;
    event.person = person;
    event.name = std::move(name);
    event.subject = std::move(subject);
    std::erase_if(fields, [](const Field& field) { return field.value.empty(); });
    std::ranges::sort(fields, canonical_before, &Field::key);
    event.fields = std::move(fields);
    LedgerFile& file = file_of(device);
    const std::string previous = file.events.empty() ? file.header_check : file.events.back().check;
    event.check = chain_check(previous, write_line(event).value());
    file.events.push_back(event);
    return event.check;
  }

  /// An opening on 12 October 2026, due on the 27th.
  std::string open(const std::string& id, const std::string& device = "k7m2qx") {
    const auto parts = parse_problem_id(id);
    return tell(device, "p001", "problem.open", id,
                {{"item", "DF-02"},
                 {"checklist", "dues"},
                 {"severity", "general"},
                 {"due", "2026-10-27"},
                 {"rule", "15d"},
                 {"branch", parts ? parts->branch : "zb05"},
                 {"owner", "p005"},
                 {"title", "按月足额收缴"},
                 {"text", "八月党费未按月收缴"}},
                Date(2026, 10, 12));
  }

  Ledger ledger() const {
    std::vector<LedgerFile> files;
    for (const auto& [device, file] : files_) files.push_back(file);
    return join_ledger(std::move(files));
  }

  ProblemList fold() const { return fold_problems(ledger(), an_organisation(), zone_); }
  const Zone& zone() const { return zone_; }

 private:
  LedgerFile& file_of(const std::string& device) {
    const auto [found, added] = files_.try_emplace(device);
    LedgerFile& file = found->second;
    if (added) {
      file.header = {"nrpb", {2026, 4}, "zb03", device};
      file.name = "ledger/" + ledger_file_name(file.header);
      file.header_check = chain_check("", write_header(file.header));
    }
    return file;
  }

  Zone zone_;
  std::map<std::string, LedgerFile> files_;
  std::int64_t minute_ = 0;
};

}  // namespace sihu::test
