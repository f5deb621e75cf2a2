#include "document/organisation.hpp"

#include "document/organisation_parts.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace sihu {
namespace {

// A branch's own look at itself has the subject `26Q4/zb05/dues+self`, that of zb03 `…+zb03`.
constexpr const char* self_check_name = "self";
constexpr const char* committee_home = "hq";  // the committee's devices write hq.<device>.tsv

using Index = std::unordered_map<std::string, int>;

// Complains when the id was there before.
void index_id(Reader& reader, const Node& node, const std::string& id, Index& seen) {
  const auto [first, is_new] = seen.emplace(id, node.place.line);
  if (is_new) return;
  const Node* at = node.find("id");
  reader.fault(
      at ? *at : node, "duplicate-id",
      phrase(Text{"编号 {0} 重复；第 {1} 行已有", "the id {0} is there twice; first in line {1}"},
             id, first->second));
}

std::optional<Role> read_role(Reader& reader, const Node& node) {
  Role role;
  if (node.is_scalar()) {
    const auto name = read_role_name(reader, node, "role");
    if (!name) return std::nullopt;
    role.name = *name;
    return role;
  }
  const Keys keys(reader, node, "role", {"role", "from", "until"});
  const bool named = keys.require(
      "role", role.name,
      [&reader](const Node& at, std::string_view key) { return read_role_name(reader, at, key); });
  keys.read("from", role.from, &Reader::date);
  keys.read("until", role.until, &Reader::date);
  check_dates(reader, node, role.from, role.until);
  return named ? std::optional<Role>(role) : std::nullopt;
}

void read_branch(Reader& reader, const Node& node, Organisation& into, Index& seen) {
  const Keys keys(reader, node, "branch", {"id", "name", "tags", "weight"});
  Branch branch;
  branch.place = node.place;
  keys.require("name", branch.name, &Reader::phrase);
  keys.read("tags", branch.tags, &Reader::ids);
  keys.read("weight", branch.weight, &Reader::positive);
  if (!keys.require("id", branch.id, &Reader::id)) return;
  index_id(reader, node, branch.id, seen);
  if (branch.id == committee_home)
    reader.fault(*node.find("id"), "reserved-id",
                 phrase(Text{"编号 {0} 留给委员会，不能作支部编号",
                             "the id {0} is the committee's, no branch may have it"},
                        branch.id));
  if (branch.id == self_check_name)
    reader.fault(*node.find("id"), "reserved-id",
                 phrase(Text{"编号 {0} 留给支部自查，不能作支部编号",
                             "the id {0} stands for a branch's own look at itself, no branch may "
                             "have it"},
                        branch.id));
  into.branches.push_back(std::move(branch));
}

// A key that two persons have says of neither who signed.
void check_key_owners(Reader& reader, const Node& keys, const Person& person,
                      const Organisation& before) {
  for (const PersonKey& key : person.keys)
    for (const Person& other : before.people)
      if (std::ranges::find(other.keys, key.key, &PersonKey::key) != other.keys.end())
        reader.fault(keys, "key-of-two",
                     phrase(Text{"密钥 ed25519:{0}… 已是 {1} 的，一把密钥只能属于一人",
                                 "the key ed25519:{0}… is {1}'s already; a key has one owner"},
                            key.key.substr(0, 8), other.id));
}

void read_person(Reader& reader, const Node& node, Organisation& into, Index& seen) {
  const Keys keys(reader, node, "person",
                  {"id", "name", "branch", "roles", "duty", "since", "keys", "recuse"});
  Person person;
  person.place = node.place;
  keys.require("name", person.name, &Reader::phrase);
  keys.read("branch", person.branch, &Reader::id);
  keys.read("since", person.since, &Reader::date);
  keys.read("recuse", person.recuse, &Reader::ids);
  keys.read("duty", person.duty, [&reader](const Node& at, std::string_view key) {
    return reader.choice(at, key, {"full-time", "part-time"});
  });
  if (const Node* roles = keys.find("roles"))
    for (const Node& one : reader.list(*roles, "roles"))
      if (auto role = read_role(reader, one)) person.roles.push_back(*role);
  if (const Node* list = keys.find("keys")) {
    read_person_keys(reader, *list, person.keys);
    check_key_owners(reader, *list, person, into);
  }
  if (!keys.require("id", person.id, &Reader::id)) return;
  index_id(reader, node, person.id, seen);
  into.people.push_back(std::move(person));
}

// What only the whole can tell: people of branches that exist, branches with somebody who answers.
void check_together(Reader& reader, const Node& people, const Organisation& organisation) {
  std::vector<std::string> ids;
  for (const Branch& branch : organisation.branches) ids.push_back(branch.id);
  for (const Node& node : people.items) {
    const Node* branch = node.find("branch");
    if (branch && branch->is_scalar() &&
        std::find(ids.begin(), ids.end(), branch->text) == ids.end())
      reader.unknown(*branch, "unknown-branch",
                     phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, branch->text),
                     ids);
  }
}

// Of a workspace for one branch alone only that one: nobody else's people are there.
void warn_without_secretary(Reader& reader, const Node& branches, const Node* extract,
                            const Organisation& organisation) {
  std::set<std::string> led;
  for (const Person& person : organisation.people)
    for (const Role& role : person.roles)
      if (role.name == RoleName::secretary) led.insert(person.branch);
  for (const Node& node : branches.items) {
    const Node* id = node.find("id");
    if (extract && id && id->text != extract->text) continue;
    if (id && id->is_scalar() && !led.contains(id->text))
      reader.warn(
          *id, "no-secretary",
          phrase(Text{"支部 {0} 没有书记，它的问题没有人负责",
                      "branch {0} has no secretary: nobody answers for its problems"},
                 id->text),
          phrase(Text{"给一个人写上 roles: [secretary]", "give a person roles: [secretary]"}));
  }
}

void read_version(Reader& reader, const Keys& keys) {
  const Node* version = keys.require("sihu");
  if (version && (!version->is_scalar() || version->quoted || version->text != "1"))
    reader.wrong_type(*version, "sihu",
                      phrase(Text{" 1（本程序懂的文件版本）",
                                  "1 (the version of the file that this sihu knows)"}));
}

void read_name(Reader& reader, const Keys& keys, Organisation& into) {
  const Node* node = keys.require("organisation");
  if (!node) return;
  const Keys name(reader, *node, "organisation", {"id", "name"});
  name.require("id", into.id, &Reader::id);
  name.require("name", into.name, &Reader::phrase);
}

void read_people(Reader& reader, const Keys& keys, Organisation& into) {
  Index branch_ids;
  Index person_ids;
  const Node* branches = keys.require("branches");
  if (branches) {
    for (const Node& node : reader.list(*branches, "branches"))
      read_branch(reader, node, into, branch_ids);
    if (branches->is_sequence() && branches->items.empty())
      reader.fault(*branches, "empty-list",
                   phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "branches"));
  }
  const Node* people = keys.require("people");
  if (!people) return;
  for (const Node& node : reader.list(*people, "people"))
    read_person(reader, node, into, person_ids);
  if (!branches) return;
  check_together(reader, *people, into);
  // Somebody whose role could not be read may be the secretary.
  if (reader.clean()) warn_without_secretary(reader, *branches, keys.find("extract"), into);
}

// The branch for which alone the workspace was made (document/extract.hpp).
void check_extract(Reader& reader, const Node& node, const std::vector<Branch>& branches) {
  const auto id = reader.id(node, "extract");
  if (!id || std::ranges::find(branches, *id, &Branch::id) != branches.end()) return;
  std::vector<std::string> ids;
  for (const Branch& branch : branches) ids.push_back(branch.id);
  reader.unknown(node, "unknown-branch",
                 phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, *id), ids);
}

// Only their faults: whoever needs them reads them (`roster_settings`, `remind_settings`).
void check_settings(Reader& reader, const Keys& keys, const Organisation& organisation) {
  RosterSettings roster_settings;
  if (const Node* roster = keys.find("roster"))
    read_roster(reader, *roster, organisation.branches, roster_settings);
  RemindSettings remind_settings;
  if (const Node* remind = keys.find("remind"))
    read_remind(reader, *remind, organisation.people, remind_settings);
  if (const Node* extract = keys.find("extract"))
    check_extract(reader, *extract, organisation.branches);
}

}  // namespace

Result<Organisation> load_organisation(std::string_view text, std::string_view name,
                                       std::vector<Fault>* warnings, const ZoneNames& zones) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  Organisation organisation;
  if (const auto root = reader.document()) {
    const Keys keys(
        reader, *root, "sihu.yaml",
        {"sihu",    "organisation",  "language", "timezone", "calendars", "branches", "people",
         "quarter", "rectification", "signed",   "practice", "retention", "recuse",   "plan",
         "review",  "learn",         "appraise", "roster",   "tally",     "remind",   "extract"});
    read_version(reader, keys);
    read_name(reader, keys, organisation);
    read_people(reader, keys, organisation);
    read_rules(reader, keys, organisation, zones);
    read_planning(reader, keys, organisation);
    check_settings(reader, keys, organisation);
  }
  if (warnings) {
    const std::vector<Fault> found = reader.take_warnings();
    warnings->insert(warnings->end(), found.begin(), found.end());
  }
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  organisation.order_ids();
  return organisation;
}

const Branch* Organisation::find_branch(std::string_view wanted) const {
  return branch_order_.find(branches, wanted);
}

const Person* Organisation::find_person(std::string_view wanted) const {
  return person_order_.find(people, wanted);
}

void Organisation::order_ids() {
  branch_order_ = IdOrder(branches);
  person_order_ = IdOrder(people);
}

std::string event_of(const SignedStep& signed_step) {
  static const std::map<std::string, std::string, std::less<>> others{
      {"seal", "seal.close"},
      {"remove", "evidence.remove"},
      {"redact", "line.redact"},
      {"archive", "quarter.archive"}};
  const auto other = others.find(signed_step.step);
  return other == others.end() ? "problem." + signed_step.step : other->second;
}

bool Organisation::demands_signature(std::string_view event, Date on) const {
  return std::any_of(signed_steps.begin(), signed_steps.end(), [&](const SignedStep& signed_step) {
    return event_of(signed_step) == event && (!signed_step.from || *signed_step.from <= on);
  });
}

std::vector<const Person*> Organisation::people_with(RoleName role, std::string_view of,
                                                     Date on) const {
  std::vector<const Person*> found;
  for (const Person& person : people)
    if (person.branch == of && person.has_role(role, on)) found.push_back(&person);
  return found;
}

bool PersonKey::holds_on(Date day) const {
  return (!from || *from <= day) && (!until || day <= *until) && (!revoked || day < *revoked);
}

bool Person::has_role(RoleName role, Date on) const {
  // Everybody is a member of the own branch, written or not.
  if (role == RoleName::member) return !branch.empty();
  return std::any_of(roles.begin(), roles.end(), [&](const Role& one) {
    return one.name == role && (!one.from || *one.from <= on) && (!one.until || on <= *one.until);
  });
}

}  // namespace sihu
