#pragma once

#include "document/organisation.hpp"
#include "ledger/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

// What the committee decides to forget. The decision is a line like all others; what is forgotten
// is what the line names.

/// The event that removes evidence; its subject is the file's name.
inline constexpr std::string_view removal_event = "evidence.remove";

/// Whether an event of that name is such a decision.
bool is_about_forgetting(std::string_view event_name);

/// Evidence that was removed. It is known by the hash in its name, whatever the ending.
struct Removal {
  std::string name;  ///< `<sha256>.<ending>`
  std::string by;    ///< person
  Date on;
  std::string reason;
  Place place = {};  ///< of its line
};

/// Whether the decision that `event` records was its person's to take: as the committee, by the
/// roles that `organisation` has for that day. One that was not changes nothing.
bool is_entitled_to_forget(const Event& event, const Organisation& organisation, const Zone& zone);

/// Those of the ledger that count, in its order.
std::vector<Removal> fold_removals(const Ledger& ledger, const Organisation& organisation,
                                   const Zone& zone);

/// The first removal of the evidence called `name`, or nullptr.
const Removal* removal_of(const std::vector<Removal>& removals, std::string_view name);

/// A line whose texts are hidden.
struct Redaction {
  std::string check;  ///< of that line
  std::string by;
  Date on;
  std::string reason;
  Place place = {};  ///< of the line that says so
};

/// Those of the ledger that count, in its order; of two for one line the first.
std::vector<Redaction> fold_redactions(const Ledger& ledger, const Organisation& organisation,
                                       const Zone& zone);

/// The line that hides the texts of `line`. Refused, with all reasons: to who is not of the
/// committee today, and where there is no text.
Result<Draft> redact_line(const Event& line, std::string_view reason, const Person& person,
                          Date today);

/// The line that removes the evidence called `name`. Refused, with all reasons: to who is not of
/// the committee today, and for a document that lines of `ledger` were judged by (`org=`, `doc=`).
Result<Draft> remove_evidence(std::string_view name, std::string_view reason, const Ledger& ledger,
                              const Person& person, Date today);

}  // namespace sihu
