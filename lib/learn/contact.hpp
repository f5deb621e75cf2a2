#pragma once

#include "document/organisation.hpp"
#include "ledger/ledger.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>

namespace sihu {

/// That somebody went there, or spoke with somebody: 走访 of a branch, 谈心谈话 with a person. The
/// ledger has that it took place and nothing of what was said.
enum class ContactKind { visit, talk };

std::string_view to_string(ContactKind kind);
const Text& wording(ContactKind kind);

/// What is to be logged.
struct ContactRequest {
  ContactKind kind = ContactKind::visit;
  std::string with;  ///< of a visit the branch, of a talk the person
  Date on;
};

/// Under which role, and the line; no line where the person has logged the same already.
struct ContactDecision {
  RoleName role = RoleName::committee;
  std::optional<Draft> draft;
};

/// The `roster.visit` or `roster.talk` (subject `roster/2026-10-12/zb03`) of who went or spoke, or
/// why not. `Kind::input`: no such branch or person. `Kind::refused`, all at once: a day that is
/// still to come; a visit by who is neither of the committee nor a leader, or of the own branch; a
/// talk by who is none of these and not the person's secretary, or with oneself.
Result<ContactDecision> log_contact(const ContactRequest& request, const Person& by,
                                    const Organisation& organisation, const Ledger& ledger,
                                    Date today);

}  // namespace sihu
