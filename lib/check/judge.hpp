#pragma once

#include "check/answer.hpp"
#include "document/checklist.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What is wrong with an answer, and in which part of it.
struct Objection {
  enum class Part { result, points, rule, value, existed, note, evidence };

  Part part = Part::result;
  std::string name;  ///< of the fault
  Phrase what;
  Phrase hint = {};
};

/// Longest note that is accepted, in bytes: a line of the ledger holds 64 KiB.
inline constexpr std::size_t max_note_bytes = 12000;

/// Everything that keeps `answer` from being an answer to `item`; empty when there is nothing.
std::vector<Objection> judge_answer(const Item& item, const Answer& answer);

/// The same as a `Result`: every objection a fault without a place, `Kind::input`.
Result<void> check_answer(const Item& item, const Answer& answer);

/// The answer as it is recorded: rules in the checklist's order, the points that `fail` or the
/// rules take off filled in. Only for answers without objections.
Answer completed(const Item& item, Answer answer);

/// What one rule takes off.
struct Deduction {
  const DeductRule* rule = nullptr;  ///< nothing: a fact of `zero-if`, which takes all
  Phrase when;
  int count = 1;
  Rational taken;       ///< after the rule's own limit
  bool capped = false;  ///< its limit was reached
};

/// The rules of an answer one by one, those that the item has.
std::vector<Deduction> deductions(const Item& item, const std::vector<RuleUse>& rules);

/// Points that `answer` takes off `item`: 0 to the item's points. Rules and targets count anew, so
/// that the result follows from the checklist alone.
Rational points_lost(const Item& item, const Answer& answer);

/// Whether the answer has to become a problem: it failed or lost points.
bool is_finding(const Item& item, const Answer& answer);

/// `zero-N` as the index of a fact of `zero-if`; nothing if the item has no such fact.
std::optional<std::size_t> zero_fact(const Item& item, std::string_view rule);

}  // namespace sihu
