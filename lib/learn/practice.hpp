#pragma once

#include "check/state.hpp"
#include "document/organisation.hpp"
#include "ledger/ledger.hpp"
#include "wording/result.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A good practice that was found at a branch (好做法).
struct Practice {
  std::string branch;
  std::string item;
  std::string note;
  std::vector<std::string> evidence;  ///< names of files in `evidence/`
  std::string by;                     ///< who found it
  Date on;
  std::size_t entry = 0;  ///< index into `Ledger::entries`
};

/// Every practice in the ledger, in its order.
std::vector<Practice> fold_practices(const Ledger& ledger, const Zone& zone);

/// What is to be registered.
struct PracticeRequest {
  std::string branch;
  std::string item;
  std::string note;
  std::vector<std::string> evidence;
};

/// The role under which somebody registers a practice of a branch, or why not, `Kind::refused`:
/// whoever may inspect it (inspector, leader, of another branch and not recused) or the committee.
Result<RoleName> may_register_practice(const Organisation& organisation, const Person& person,
                                       const std::string& branch, Date on);

/// Whether `person` or somebody else of the same branch began or answered a check of `branch`. A
/// good practice is found while inspecting; who registers one of a branch that the own branch never
/// inspected may have picked the wrong one.
bool has_inspected(const Organisation& organisation, const std::map<CheckKey, CheckState>& checks,
                   const Person& person, const std::string& branch);

/// A `practice.add`; nothing where it is registered already, in the same words and with the same
/// evidence.
std::optional<Draft> register_practice(const PracticeRequest& request,
                                       const std::vector<Practice>& practices);

}  // namespace sihu
