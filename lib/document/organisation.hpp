#pragma once

#include "base/place.hpp"
#include "base/rational.hpp"
#include "calendar/limit.hpp"
#include "calendar/span.hpp"
#include "document/id_order.hpp"
#include "wording/result.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How much a finding matters, least first.
enum class Severity { minor, general, serious, critical };

std::optional<Severity> parse_severity(std::string_view text);
std::string_view to_string(Severity severity);
/// 轻微 minor, 一般 general, 较重 serious, 严重 critical.
const Text& wording(Severity severity);

/// What a person may do. Everybody is a member of the own branch; the rest is written in sihu.yaml.
///
/// `secretary` answers for a branch; `inspector` checks other branches; `leader` leads the
/// inspection team: settles conflicting answers and signs off; `committee` stands above branches.
enum class RoleName { member, secretary, inspector, leader, committee };

std::optional<RoleName> parse_role(std::string_view text);
std::string_view to_string(RoleName role);
const Text& wording(RoleName role);

struct Role {
  RoleName name = RoleName::member;
  std::optional<Date> from;   ///< first day; nothing: always
  std::optional<Date> until;  ///< last day, inclusive
};

struct Branch {
  std::string id;
  Phrase name;
  std::vector<std::string> tags;
  Rational weight = 1;
  Place place;
};

/// A public key with which a person signs.
struct PersonKey {
  std::string key;              ///< Ed25519, 64 hex digits; written `ed25519:…`
  std::optional<Date> from;     ///< first day
  std::optional<Date> until;    ///< last day, inclusive: replaced by another
  std::optional<Date> revoked;  ///< from this day on somebody else may have it

  bool holds_on(Date day) const;
};

struct Person {
  std::string id;
  Phrase name;
  std::string branch;  ///< empty: of no branch (committee)
  std::vector<Role> roles;
  std::string duty;  ///< `full-time`, `part-time` or empty
  std::optional<Date> since;
  std::vector<PersonKey> keys;
  Place place;
  /// 回避: other branches this person belongs to as well. While the person is inspector or
  /// secretary the own branch and those never inspect each other.
  std::vector<std::string> recuse = {};

  bool has_role(RoleName role, Date on) const;
};

struct EscalationStep {
  Limit after;  ///< days overdue from which the step holds
  RoleName to = RoleName::secretary;
};

/// Rules for rectification, with their defaults.
struct RectificationRules {
  std::map<Severity, Limit> limits{{Severity::minor, {Limit::Unit::workdays, 3}},
                                   {Severity::general, {Limit::Unit::workdays, 10}},
                                   {Severity::serious, {Limit::Unit::workdays, 15}},
                                   {Severity::critical, {Limit::Unit::workdays, 20}}};
  Limit verify_within{Limit::Unit::workdays, 5};
  int extensions_most = 1;
  int extension_days = 15;
  std::vector<RoleName> extensions_by{RoleName::committee};
  std::vector<EscalationStep> escalation{
      {{Limit::Unit::days, 1}, RoleName::secretary},
      {{Limit::Unit::days, 7}, RoleName::committee}};  ///< ascending
};

/// How branches are ranked by the score of a quarter, with the defaults.
struct RankingRules {
  std::string ties = "standard";        ///< `standard` 1, 1, 3; `dense` 1, 1, 2; `last` 2, 2, 3
  Halves halves = Halves::away;         ///< `rounding:`, `half-up` or `half-even`
  std::vector<std::string> tie_breaks;  ///< parts of the score, as they are asked; none: shared
};

/// A calendar that sihu.yaml names: a path below the workspace, and where it is written.
struct CalendarName {
  std::string path;
  Place place;
  int width = 1;  ///< characters that a caret underlines
};

/// A step that needs a signature.
struct SignedStep {
  std::string step;          ///< verify grant withdraw uphold seal remove redact archive
  std::optional<Date> from;  ///< first day; nothing: always
};

/// The event that records it: `problem.verify`, `seal.close`, `evidence.remove`.
std::string event_of(const SignedStep& signed_step);

/// Two branches of which neither inspects the other (回避).
struct RecusedPair {
  std::string a;
  std::string b;
};

/// What a quarter's plan has to keep besides the rules that always hold.
struct PlanSettings {
  int targets = 1;                              ///< how many branches each inspects in a quarter
  std::vector<std::vector<std::string>> teams;  ///< branches that do not inspect each other
  std::map<std::string, int> capacity;  ///< the most inspections a branch makes; else any number
  std::optional<int>
      gap;  ///< quarters between A→B and B→A; nothing: up to 4, by how many there are
};

/// How the sheets about a branch become one number (互评).
enum class ReviewMethod {
  mean,
  trimmed,  ///< without the highest and the lowest, where there are five sheets (去掉最高最低)
  median,   ///< the one in the middle
  classes,   ///< each class of reviewers weighs what the rubric says
  severity,  ///< what is left when each reviewer's leniency is taken off
};

std::optional<ReviewMethod> parse_review_method(std::string_view text);
std::string_view to_string(ReviewMethod method);
const Text& wording(ReviewMethod method);

/// Fewer sheets than that about a branch are never summed up: whoever wrote one of two knows the
/// other.
inline constexpr int least_sheets = 3;

/// How branches review each other.
struct ReviewSettings {
  ReviewMethod method = ReviewMethod::mean;
  std::string rubric;        ///< id; empty: the only one there is
  int least = least_sheets;  ///< sheets about a branch that a result needs
  std::string key;           ///< X25519, 64 hex digits; empty: sheets are readable
};

/// How much everybody learns in a year, and how newcomers are led in (互学).
struct LearnSettings {
  /// Hours (学时) a year by role; a role that is not written beside others needs none. Whoever has
  /// several roles needs the most that one of them asks for.
  std::map<RoleName, Rational> hours{{RoleName::member, 32}, {RoleName::secretary, 56}};
  Span onboarding{Span::Unit::months, 6};  ///< from `since:` to the on-boarding course
  std::optional<Span> mentoring;  ///< how long a newcomer has a mentor; nothing: not asked for
  int capacity = 2;  ///< lessons, an item at a branch each, that one gives in a quarter
};

/// sihu.yaml: who there is and which rules they agreed on.
struct Organisation {
  std::string id;
  Phrase name;
  std::optional<Lang> language;
  std::string timezone = "Asia/Shanghai";
  std::vector<CalendarName> calendars;
  std::vector<Branch> branches;
  std::vector<Person> people;
  /// Out of 100: check review learn test rectification. A weight that is not written beside others
  /// is 0.
  std::map<std::string, Rational> quarter_weights{
      {"check", 50}, {"review", 15}, {"learn", 10}, {"test", 15}, {"rectification", 10}};
  RankingRules ranking;  ///< the rest of `quarter:`
  RectificationRules rectification;
  std::vector<RecusedPair> recuse;       ///< `recuse:`
  PlanSettings plan;                     ///< `plan:`
  ReviewSettings review;                 ///< `review:`
  std::vector<SignedStep> signed_steps;  ///< `signed:`
  std::string retention;                 ///< as written, `3y`; empty: nothing is archived
  bool practice = false;                 ///< a workspace to play with: `--now` counts
  LearnSettings learn;                   ///< `learn:`

  /// Whether lines of an event (`problem.verify`) need a signature on that day.
  bool demands_signature(std::string_view event, Date on) const;

  const Branch* find_branch(std::string_view id) const;
  const Person* find_person(std::string_view id) const;
  /// Once `branches` and `people` are all there: they are found quickly from then on.
  void order_ids();
  /// The people of `branch` who have `role` on that day, in the order of the file.
  std::vector<const Person*> people_with(RoleName role, std::string_view branch, Date on) const;

 private:
  IdOrder branch_order_;
  IdOrder person_order_;
};

/// The names of all time zones that the machine knows; asked for only when one is to be compared.
using ZoneNames = std::function<std::vector<std::string>()>;

/// Reads sihu.yaml. All faults at once, `Kind::input`; a value that comes back has no faults, its
/// warnings are in `warnings` when given. The time zone must be one of `zones`, when given.
Result<Organisation> load_organisation(std::string_view text, std::string_view name,
                                       std::vector<Fault>* warnings = nullptr,
                                       const ZoneNames& zones = {});

}  // namespace sihu
