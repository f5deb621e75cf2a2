#pragma once

#include "problem/problem.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

// What a rectification ledger (整改台账) says of a problem beyond its state, from its lines.

/// What a note is about, where it says so (`kind=`): a column of the ledger that people fill in.
enum class NoteKind { lead, supervisor, goal, measures, progress, remark };

inline constexpr std::array note_kinds{NoteKind::lead,     NoteKind::supervisor, NoteKind::goal,
                                       NoteKind::measures, NoteKind::progress,   NoteKind::remark};

std::optional<NoteKind> parse_note_kind(std::string_view text);
std::string_view to_string(NoteKind kind);
/// 牵头领导, 督办人, 整改目标, 整改措施, 整改进展, 备注.
const Text& wording(NoteKind kind);

/// The two things that a verifier may decide about a submission, as the ledger has them.
inline constexpr Text conclusion_agreed{"同意销号", "close"};
inline constexpr Text conclusion_sent_back{"退回", "send back"};

/// What a look-back (回头看) says that found it again.
inline constexpr Text look_back_found_again{"反弹", "found again"};

/// What was said in a column, the last time and before.
struct Saying {
  std::string now;
  std::vector<std::string> earlier;

  /// The text takes the place of the one before.
  void say(std::string_view text);
  /// Whether it was said before and no longer is.
  bool was(std::string_view text) const;
};

/// A decision about a submission.
struct Conclusion {
  bool agreed = false;  ///< closed, else sent back
  Date day;
};

/// A problem's lines as the ledger's columns; only lines that apply.
struct Rectification {
  std::map<NoteKind, Saying> notes;
  Saying owner;                   ///< person ids
  Saying completion;              ///< what was said with each submission
  bool own_words = false;         ///< the last submission says what none before it said
  std::optional<Date> completed;  ///< the day the last submission counts for
  Saying extension;               ///< dates that were asked for, and those that were granted
  /// What was decided about the last submission: closed, or sent back.
  std::optional<bool> agreed;
  std::string verifier;                 ///< who decided so
  std::vector<Conclusion> conclusions;  ///< all that was ever decided, in ledger order
  std::optional<Date> looked;           ///< the day of the last look-back that found it again
  std::set<Status> statuses;            ///< that it has, or had
  std::set<std::string> new_dues;       ///< of reopenings
};

/// Notes without a kind are in none of the columns; what was said with a decision about a
/// submission, or when an extension was asked for, is a remark.
Rectification rectification_of(const Problem& problem, const Ledger& ledger, const Zone& zone);

}  // namespace sihu
