#pragma once

#include "base/place.hpp"
#include "base/rational.hpp"
#include "document/bank.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What an answer is worth that is neither right nor wrong as a whole (多选题的给分). With all but
/// the last two an option too many is worth nothing, whatever else was chosen.
enum class MarkingRule {
  all_or_nothing,  ///< right or nothing (全对才得分)
  per_option,      ///< so much for each right option, at most the full mark (少选每项得分)
  flat,            ///< so much for any right options (少选得固定分)
  proportional,    ///< the share of the right options that was found (按比例)
  half,            ///< half the full mark for any right options
  plus_minus,      ///< right ones add their share, wrong ones take theirs, never below 0
  each_judged,     ///< each option is a question of its own: to be chosen or not
};

std::optional<MarkingRule> parse_marking_rule(std::string_view text);
std::string_view to_string(MarkingRule rule);

/// A rule and the points it needs.
struct Marking {
  MarkingRule rule = MarkingRule::all_or_nothing;
  Rational part;  ///< `per_option`: for each right option; `flat`: for any

  friend bool operator==(const Marking&, const Marking&) = default;
};

/// So many questions about something. Without a topic, or a difficulty, of any.
struct PaperQuota {
  std::string topic;
  std::optional<int> difficulty;  ///< 1 easy to 5 hard
  int count = 1;
  Place place = {};
};

/// Questions of one kind, each worth the same.
struct PaperSection {
  Phrase title;  ///< empty: what the kind is called
  QuestionKind kind = QuestionKind::single;
  Rational points = 1;  ///< of each question
  Marking marking;      ///< of `multiple`; else all or nothing, blanks by how many are right
  std::optional<Rational> tolerance = {};  ///< of `short`, as declared
  std::vector<PaperQuota> draw = {};

  int count() const;
  /// How far apart, in points, the marks of two people may be before a third is asked: as declared,
  /// else a fifth of the points. The fifth is ours.
  Rational tolerated() const;
};

/// What the mark of a branch makes of those who did not sit.
enum class Absence {
  zero,      ///< they have 0
  excluded,  ///< up to a tenth of the branch does not count; whoever else is missing has 0
};

std::optional<Absence> parse_absence(std::string_view text);
std::string_view to_string(Absence absence);

/// What a make-up sitting (补考) does to the mark of who was absent or failed.
enum class MakeUpRule {
  capped,   ///< stands in for an absence; lifts a failed mark to the pass mark at most
  replace,  ///< stands in for both, whatever it is
  apart,    ///< says who passes; what branches come to stays that of the first sitting
};

std::optional<MakeUpRule> parse_make_up_rule(std::string_view text);
std::string_view to_string(MakeUpRule rule);

/// papers/<id>.yaml: the rules of a paper (组卷规则), not the paper itself.
struct Paper {
  std::string id;
  std::string version;
  Phrase title;
  int minutes = 60;
  Rational pass;  ///< points that are needed
  /// Parallel ones that a branch's candidates share, no question in two of them. Nothing: each
  /// candidate has a form of the own.
  std::optional<int> forms = {};
  /// Per cent of its questions that the forms of two candidates may have in common. Nothing:
  /// whatever comes.
  std::optional<int> overlap = {};
  std::vector<std::string> banks;  ///< ids; empty: all there are
  Absence absent = Absence::zero;
  MakeUpRule make_up = MakeUpRule::capped;
  std::vector<PaperSection> sections;

  bool each_has_own() const { return !forms; }
  int count() const;  ///< questions of a form
  /// How many questions the forms of two candidates may have in common: `overlap` rounded down.
  std::optional<int> most_shared() const;
  Rational full() const;  ///< points of a form
};

/// Reads the rules of a paper. All faults at once, `Kind::input`: a pass mark above the full one,
/// part marks above the full ones, a marking rule where there are no options to choose from.
Result<Paper> load_paper(std::string_view text, std::string_view name);

}  // namespace sihu
