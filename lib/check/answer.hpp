#pragma once

#include "base/rational.hpp"
#include "ledger/event.hpp"
#include "wording/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What an inspector says of an item.
enum class Verdict {
  pass,
  fail,    ///< takes all points of the item
  na,      ///< not applicable here, with a reason
  deduct,  ///< points off, by named rules or by a number with a reason
  value,   ///< a number that was counted, for an item with a target
};

std::optional<Verdict> parse_verdict(std::string_view text);
std::string_view to_string(Verdict verdict);
const Text& wording(Verdict verdict);

/// Whether what was found was there at the last visit already: what a miss rate needs.
enum class Existed { not_said, yes, no, unknown };

std::optional<Existed> parse_existed(std::string_view text);
std::string_view to_string(Existed existed);  ///< empty for `not_said`

/// A rule by which points are lost, and how often.
struct RuleUse {
  std::string rule;  ///< id of a `deduct` rule, or `zero-N` for the N-th fact of `zero-if`
  int count = 1;

  friend bool operator==(const RuleUse&, const RuleUse&) = default;
};

/// The most times a rule is taken in one answer.
inline constexpr int most_times = 10000;

/// Reads `late`, `late*2`, `late*2;short`; nothing if it is anything else. Counts are 1 to
/// `most_times`.
std::optional<std::vector<RuleUse>> parse_rules(std::string_view text);
std::string to_string(const std::vector<RuleUse>& rules);

/// One answer to one item.
struct Answer {
  Verdict verdict = Verdict::pass;
  std::optional<Rational> points;  ///< taken off, as stated; nothing with `pass`, `na` and `value`
  std::vector<RuleUse> rules;
  std::optional<Rational> value;
  Existed existed = Existed::not_said;
  std::string note;
  std::vector<std::string> evidence;  ///< paths as typed, later `<sha256>.<ext>`
  std::optional<int> took;            ///< seconds from question to answer

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// Whether two answers judge the item alike: result, points, rules and value. Notes may differ.
bool judges_alike(const Answer& a, const Answer& b);

/// The answer as fields of a `check.answer` or `check.settle` line.
std::vector<Field> answer_fields(const Answer& answer);

/// The answer that a line records; nothing if it has no result that this sihu knows.
std::optional<Answer> answer_of(const Event& event);

/// The answer in words: `扣 2 分（late*2）`.
Phrase describe(const Answer& answer);

}  // namespace sihu
