#pragma once

#include "problem/returned.hpp"
#include "support/problems.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sihu::test {

/// A problem of zb05 in a ledger that is given back and recorded again.
struct ReturnedOffice {
  Offices offices;
  Organisation organisation = an_organisation();
  Workdays workdays = a_calendar();
  std::string id = "26Q4-zb05-k7m2qx-17";
  std::string last = offices.open(id);
  Date today = Date(2026, 10, 20);

  void tell(const std::string& person, const std::string& name, std::vector<Field> fields) {
    fields.push_back({"after", last});
    last = offices.tell("k7m2qx", person, name, id, std::move(fields), Date(2026, 10, 15));
  }

  /// A row with these cells, all of them in row 2 and each known by its key.
  ReturnedRow row(const std::vector<std::pair<std::string, std::string>>& cells) const {
    ReturnedRow row;
    row.place = {"F.xlsx!A2", 0, 0};
    row.cells["id"] = {id, {"F.xlsx!id", 0, 0}};
    for (const auto& [key, text] : cells) row.cells[key] = {text, {"F.xlsx!" + key, 0, 0}};
    return row;
  }

  Result<ReturnedPlan> plan(const std::vector<ReturnedRow>& rows, const char* person) const {
    const Ledger ledger = offices.ledger();
    return plan_returned(rows, {ledger,
                                offices.zone(),
                                *organisation.find_person(person),
                                {organisation, workdays, today},
                                "F.xlsx",
                                [](const std::string& typed) -> Result<std::string> {
                                  if (typed == "没有.jpg")
                                    return fail(Kind::input, "evidence-not-found", same(typed));
                                  return "sha-" + typed;
                                }});
  }
};

/// The steps of a plan as `step:text`, or its faults as `cell name`.
inline std::string steps_of(const Result<ReturnedPlan>& plan) {
  std::string text;
  if (!plan) {
    for (const Fault& fault : plan.error().faults)
      text += (text.empty() ? "" : ", ") + fault.place.file + ' ' + fault.name;
    return text;
  }
  for (const ReturnedStep& asked : plan->steps) {
    const Step& step = asked.step;
    text += (text.empty() ? "" : ", ") + std::string(to_string(step.name));
    for (const std::string& part :
         {step.kind, step.to, step.due ? to_string(*step.due) : std::string(), step.note,
          step.on ? to_string(*step.on) : std::string()})
      if (!part.empty()) text += ':' + part;
    for (const std::string& name : step.evidence) text += ':' + name;
  }
  return text;
}

}  // namespace sihu::test
