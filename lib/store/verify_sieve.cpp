#include "store/verify_sieve.hpp"

#include "ledger/omission.hpp"
#include "problem/forgetting.hpp"
#include "store/verify_bank_keys.hpp"
#include "store/verify_draws.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::int64_t a_minute = 60'000;

constexpr std::size_t evidence_key = rank_of("evidence");
constexpr std::size_t org_key = rank_of("org");
constexpr std::size_t doc_key = rank_of("doc");
constexpr std::size_t role_key = rank_of("role");
constexpr std::size_t clock_key = rank_of("clock");

// Why a line of `verify_history.cpp`'s `contradiction` would be named, without saying it.
bool contradicts(const Person* person, std::string_view word, Date on) {
  if (!person) return true;
  const auto role = parse_role(word);
  return role && *role != RoleName::member && !person->has_role(*role, on);
}

// Steps that somebody other than the branch that answers has to take.
bool is_reserved(std::string_view event) {
  constexpr std::array<std::string_view, 9> reserved{
      "problem.verify",   "problem.reject", "problem.grant", "problem.refuse", "problem.uphold",
      "problem.withdraw", "problem.reopen", "waive.grant",   "check.sign"};
  return std::ranges::find(reserved, event) != reserved.end();
}

std::string_view home_of(const Person& person) {
  return person.branch.empty() ? "hq" : std::string_view(person.branch);
}

// Who leads, or is of the committee, may answer behind a signature.
std::optional<SignTrace> sign_trace(const PlainLine& line) {
  if (line.name == "check.sign") return SignTrace{subject_hash(line.subject), 0, line.at};
  const std::string_view role = line.get(role_key);
  if (line.name != "check.answer" || role == "leader" || role == "committee") return std::nullopt;
  const std::size_t slash = line.subject.rfind('/');
  return SignTrace{subject_hash(line.subject.substr(0, slash)), subject_hash(line.subject),
                   line.at};
}

}  // namespace

void Sifted::add(Sifted more) {
  for (const auto& [name, lines] : more.references) references[name].add(lines);
  later.add(more.later);
  omitted.add(more.omitted);
  std::ranges::move(more.marked, std::back_inserter(marked));
  std::ranges::move(more.forgetting, std::back_inserter(forgetting));
  std::ranges::move(more.papers, std::back_inserter(papers));
  for (const auto& [who, lines] : more.foreign) foreign[who].add(lines);
  reviews.insert(reviews.end(), more.reviews.begin(), more.reviews.end());
  settled.insert(settled.end(), more.settled.begin(), more.settled.end());
  signs.insert(signs.end(), more.signs.begin(), more.signs.end());
}

Sieve::Sieve(const SieveRules& rules) : rules_(rules) {
  for (const Person& person : rules.organisation.people) people_.emplace(person.id, &person);
}

void Sieve::begin_family(bool is_alone) {
  is_alone_ = is_alone;
  seen_.clear();
}

void Sieve::begin(std::uint32_t file, std::string branch) {
  file_ = file;
  branch_ = std::move(branch);
  forget();
}

void Sieve::forget() {
  sifted_.references.clear();
  sifted_.later = {};
  sifted_.omitted = {};
  sifted_.marked.clear();
  sifted_.forgetting.clear();
  sifted_.papers.clear();
  sifted_.foreign.clear();
  sifted_.lives.clear();
  sifted_.reviews.clear();
  sifted_.settled.clear();
  sifted_.signs.clear();
  fresh_.clear();
  last_org_ = last_doc_ = {};
}

void Sieve::keep() {
  lives_.add(sifted_.lives);
  seen_.insert(fresh_.begin(), fresh_.end());
  kept_.add(std::move(sifted_));
  forget();
}

void Sieve::take(const PlainLine& line, std::string_view bytes, std::uint32_t number) {
  if (!is_alone_) {
    if (seen_.contains(std::string(bytes))) return;
    fresh_.emplace_back(bytes);
  }
  take_references(line, bytes, number);
  if (line.name == omission_event) sifted_.omitted.add(bytes, file_, number);
  // Lines recorded together take a millisecond each, so the last of them are a little ahead.
  if (line.at > rules_.now + a_minute) sifted_.later.add(bytes, file_, number);
  if (line.has(clock_key) || is_contradicted(line))
    sifted_.marked.push_back({std::string(bytes), file_, number});
  if (is_about_forgetting(line.name))
    sifted_.forgetting.push_back({std::string(bytes), file_, number});
  if (is_about_bank_keys(line.name) || is_about_draws(line.name))
    sifted_.papers.push_back({std::string(bytes), file_, number});
  if (is_foreign(line))
    sifted_.foreign[{std::string(line.person), std::string(line.get(role_key)), branch_}].add(
        bytes, file_, number);
  if (const auto fact = life_fact(line, rules_.zone)) sifted_.lives.push_back(*fact);
  if (const auto trace = review_trace(line)) sifted_.reviews.push_back(*trace);
  if (line.name == "check.settle") sifted_.settled.push_back(subject_hash(line.subject));
  if (const auto sign = sign_trace(line)) sifted_.signs.push_back(*sign);
}

FewLines* Sieve::lines_about(std::string_view name) {
  if (rules_.evidence.is_sound(name)) return nullptr;
  return &sifted_.references[std::string(name)];
}

// Digests are the same in line after line.
FewLines* Sieve::lines_about(Known& last, std::string_view name) {
  if (last.name != name) last = {std::string(name), lines_about(name)};
  return last.lines;
}

void Sieve::take_references(const PlainLine& line, std::string_view bytes, std::uint32_t number) {
  const auto refer = [&](FewLines* lines) {
    if (lines) lines->add(bytes, file_, number);
  };
  each_name(line.get(evidence_key), [&](std::string_view name) { refer(lines_about(name)); });
  for (const auto& [key, last] : {std::pair{doc_key, &last_doc_}, {org_key, &last_org_}}) {
    if (key == org_key && rules_.is_extract) continue;
    const std::string_view names = line.get(key);
    if (names.find(';') == std::string_view::npos) {
      if (!names.empty()) refer(lines_about(*last, names));
    } else {
      each_name(names, [&](std::string_view name) { refer(lines_about(name)); });
    }
  }
}

bool Sieve::is_foreign(const PlainLine& line) const {
  if (!is_reserved(line.name) || line.get(role_key) == "member") return false;
  const auto person = people_.find(line.person);
  return person != people_.end() && home_of(*person->second) != branch_;
}

bool Sieve::is_contradicted(const PlainLine& line) {
  if (!line.has(role_key) || line.person == "-") return false;
  const std::string_view role = line.get(role_key);
  const Date on = rules_.zone.date_of(line.at);
  Judged& judged = judged_[std::hash<std::string_view>{}(line.person) % judged_.size()];
  if (judged.person == line.person && judged.role == role && judged.on == on)
    return judged.contradicted;
  const auto person = people_.find(line.person);
  judged = {std::string(line.person), std::string(role), on,
            contradicts(person == people_.end() ? nullptr : person->second, role, on)};
  return judged.contradicted;
}

}  // namespace sihu
