#pragma once

#include "base/place.hpp"
#include "base/rational.hpp"
#include "calendar/limit.hpp"
#include "document/organisation.hpp"
#include "wording/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How far the source of a rule was checked; shown beside every basis.
enum class SourceStatus { none, verified, quoted, unverified, local, disputed };

std::optional<SourceStatus> parse_source_status(std::string_view text);
std::string_view to_string(SourceStatus status);
const Text& wording(SourceStatus status);

/// What an item rests on: a regulation and its article, or the unit's own rule.
struct Basis {
  std::string law;  ///< a code of `laws:`, or the title itself
  Phrase title;     ///< of the law
  Phrase article;
  SourceStatus status = SourceStatus::none;
};

/// One named way to lose points.
struct DeductRule {
  std::string id;
  Phrase when;
  Rational each;                 ///< points taken off, each time
  std::optional<Rational> most;  ///< at most this many points by this rule; nothing: the item's
  Phrase per;                    ///< what is counted (人, 处); empty: the rule counts once
};

/// Points for a number that the inspector counts: full marks at or over `at_least` (or at or under
/// `at_most`), none otherwise, or in proportion.
struct Target {
  std::optional<Rational> at_least;
  std::optional<Rational> at_most;
  bool proportional = false;
  Phrase unit;
};

struct Item {
  std::string id;
  std::string area;  ///< id of its area; empty when the checklist has none
  Phrase title;
  Phrase standard;
  std::vector<Phrase> method;
  std::vector<Basis> basis;
  SourceStatus status = SourceStatus::none;
  Phrase local_part;  ///< what of the standard goes beyond the basis
  Phrase note;
  std::vector<Phrase> readings;  ///< where readers of the basis differ
  Rational points;
  std::vector<DeductRule> deduct;
  std::vector<Phrase> zero_if;  ///< named facts that take all points
  std::optional<Target> target;
  bool computed = false;      ///< `computed:`: answered from the branch's own records
  std::string computed_rule;  ///< what `computed:` says, as one line of YAML
  Severity severity = Severity::general;
  std::optional<Limit> due;  ///< nothing: the severity's limit
  bool evidence_required = false;
  std::vector<Phrase> evidence;         ///< what to look at
  std::vector<std::string> applies_to;  ///< tags; empty: every branch
  std::optional<Date> valid_from;
  std::optional<Date> valid_until;  ///< inclusive
  bool veto = false;                ///< `veto: fail-all`
  std::string rectify;              ///< `now`, `deadline`, `ongoing` or empty
  Place place;

  /// Whether it is asked at `branch` about a day `on`.
  bool applies(const Branch& branch, Date on) const;
};

struct Area {
  std::string id;
  Phrase title;
  Rational points;
  Place place;
};

/// A regulation that items cite by its code.
struct Law {
  std::string code;
  Phrase title;
  std::string issued;  ///< `2018`, `2018-10` or `2018-10-28`; may be empty
  std::optional<Date> valid_from;
  Phrase note;  ///< how far it was read
};

/// What is checked (互查), with `extends` already resolved.
struct Checklist {
  std::string id;
  std::string version;
  Phrase title;
  std::vector<std::string> extends;  ///< documents it was built on, for the record
  Rational full;
  std::vector<Law> laws;
  Phrase notes;
  std::vector<Area> areas;  ///< empty: one area, the whole list
  std::vector<Item> items;
  std::vector<std::string> retired;  ///< ids that items had once and none may have again
  Place place;

  const Item* find(std::string_view id) const;
};

/// Gives the text of another checklist by its id, for `extends`; a failure if there is none. Places
/// in it are said to be in `checklists/<id>.yaml`.
using ChecklistSource = std::function<Result<std::string>(std::string_view id)>;

/// Reads a checklist and resolves what it extends: an item with a known id changes only the keys
/// that are given (`target` takes the place of `deduct` and the other way round), `drop: true`
/// takes it out, a new id is added behind. All faults at once, those of what it extends behind its
/// own, `Kind::input`.
Result<Checklist> load_checklist(std::string_view text, std::string_view name,
                                 const ChecklistSource& source,
                                 std::vector<Fault>* warnings = nullptr);

/// A checklist with `extends` resolved, as one YAML text that `load_checklist` reads back without
/// any source: what is kept under `evidence/` so that an old score stays explainable.
std::string write_checklist(const Checklist& checklist);

}  // namespace sihu
