#pragma once

#include "document/organisation.hpp"
#include "document/reader.hpp"
#include "document/remind_settings.hpp"
#include "document/roster_settings.hpp"

namespace sihu {

/// One of the words for a role.
std::optional<RoleName> read_role_name(Reader& reader, const Node& node, std::string_view key);

/// Complains when `until` comes before `from`.
void check_dates(Reader& reader, const Node& node, const std::optional<Date>& from,
                 const std::optional<Date>& until);

/// A person's `keys:`, each a text or a map with dates, none twice.
void read_person_keys(Reader& reader, const Node& node, std::vector<PersonKey>& into);

/// What `signed:` may name.
const std::vector<std::string>& signable_steps();

/// `signed:`, each a word or a map with the day it begins, none twice.
void read_signed(Reader& reader, const Node& node, std::vector<SignedStep>& into);

/// Who must not inspect whom and what a plan has to keep: `recuse:`, `plan:`, and whether the
/// `recuse` of people names other branches that there are. Branches and people are read already.
void read_planning(Reader& reader, const Keys& keys, Organisation& into);

/// How branches review each other: `review:`.
void read_review(Reader& reader, const Node& node, ReviewSettings& into);

/// How much everybody learns and how newcomers are led in: `learn:`.
void read_learn(Reader& reader, const Node& node, LearnSettings& into);

/// A stretch of time such as `6m`.
std::optional<Span> read_span(Reader& reader, const Node& node, std::string_view key);

/// What `sihu roster` goes by: `roster:`, about these branches; none: about any.
void read_roster(Reader& reader, const Node& node, const std::vector<Branch>& branches,
                 RosterSettings& into);

/// How people are reminded: `remind:`, of these people; none: of any.
void read_remind(Reader& reader, const Node& node, const std::vector<Person>& people,
                 RemindSettings& into);

/// Everything of sihu.yaml that has a default.
void read_rules(Reader& reader, const Keys& keys, Organisation& into, const ZoneNames& zones);

}  // namespace sihu
