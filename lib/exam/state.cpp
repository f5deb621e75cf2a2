#include "exam/state.hpp"

#include "ledger/grammar.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sihu {
namespace {

constexpr std::string_view make_up_ending = ".make-up";  // no id has a dot

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(mark), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<int> count_of(std::string_view text) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool good = error == std::errc() && end == text.data() + text.size() && count >= 0;
  return good ? std::optional(count) : std::nullopt;
}

// A subject of so many parts, the first of which is a quarter.
struct SubjectParts {
  PaperKey key;
  std::vector<std::string> rest;
};

std::optional<SubjectParts> parts_of(const Event& event, std::size_t rest) {
  auto parts = split(event.subject, '/');
  if (parts.size() != rest + 2) return std::nullopt;
  const auto quarter = Quarter::parse(parts[0]);
  if (!quarter) return std::nullopt;
  SubjectParts found{{*quarter, parts[1]}, {}};
  found.rest.assign(parts.begin() + 2, parts.end());
  return found;
}

// A paper is handed in by who wrote it, or under a role that may do so for others.
bool may_stand_for_others(const Event& event) {
  const auto role = event.get("role");
  return role == "committee" || role == "inspector" || role == "secretary" || role == "leader";
}

void take_form(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 2);
  const auto number = subject ? count_of(subject->rest[1]) : std::nullopt;
  const auto banks = parse_banks(event.get("banks"));
  const auto expected = parse_fraction(event.get("expected"));
  if (!number || !banks || !expected || event.get("role") != "committee") return;
  const FormKey key{subject->key, subject->rest[0], *number};
  state.forms.try_emplace(
      key,
      RecordedForm{key, std::string(event.get("seed")), std::string(event.get("doc")),
                   std::string(event.get("version")), *banks, split(event.get("questions"), ';'),
                   *expected, entry, std::string(event.get("for")), event.person});
}

void take_key(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 0);
  const auto banks = parse_banks(event.get("banks"));
  if (!subject || !banks || event.get("role") != "committee") return;
  state.keys.push_back({subject->key, banks->front(), std::string(event.get("doc")),
                        std::string(event.get("random")), entry});
}

void take_sitting(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  const auto form = count_of(event.get("form"));
  if (!subject || !form || !event.has("answers") || !event.has("branch")) return;
  const std::string& person = subject->rest[0];
  if (event.person != person && !may_stand_for_others(event)) return;
  const auto [first, fresh] = state.sittings.try_emplace(
      {subject->key, person},
      HandedPaper{subject->key, person, std::string(event.get("branch")), *form,
                  std::string(event.get("answers")), std::string(event.get("key")), event.person,
                  count_of(event.get("took")), event.has("turned"), entry});
  if (!fresh) ++first->second.again;
}

void take_start(ExamState& state, const Event& event) {
  const auto subject = parts_of(event, 1);
  if (subject && event.person == subject->rest[0])
    state.starts.try_emplace({subject->key, subject->rest[0]}, event.at);
}

void take_points(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  if (!subject || !event.has("points") || !event.has("question") || !may_stand_for_others(event))
    return;
  auto& given = state.points[{subject->key, subject->rest[0], std::string(event.get("question"))}];
  if (std::ranges::find(given, event.person, &RecordedPoints::marker) != given.end()) return;
  given.push_back(
      {event.person, std::string(event.get("points")), std::string(event.get("key")), entry});
}

void take_mark(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  const auto value = parse_fraction(event.get("value"));
  const auto full = parse_fraction(event.get("full"));
  if (!subject || !value || !full || event.get("role") != "committee") return;
  state.marks.try_emplace(
      {subject->key, subject->rest[0]},
      RecordedMark{subject->rest[0], *value, *full, event.get("result") == "pass", entry});
}

void take_result(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  const auto value = parse_fraction(event.get("value"));
  const auto people = count_of(event.get("people"));
  const auto sat = count_of(event.get("sat"));
  if (!subject || !value || !people || !sat || event.get("role") != "committee") return;
  state.results.try_emplace(
      {subject->key, subject->rest[0]},
      RecordedTest{subject->key, subject->rest[0], *value, *people, *sat, entry});
}

}  // namespace

std::string subject_of(const PaperKey& key) {
  return to_string(key.quarter) + "/" + key.paper;
}

PaperKey make_up_of(const PaperKey& key) {
  return {key.quarter, key.paper + std::string(make_up_ending)};
}

bool is_make_up(const PaperKey& key) {
  return key.paper.ends_with(make_up_ending);
}

PaperKey first_of(const PaperKey& key) {
  if (!is_make_up(key)) return key;
  return {key.quarter, key.paper.substr(0, key.paper.size() - make_up_ending.size())};
}

std::string typed(const PaperKey& key) {
  const PaperKey first = first_of(key);
  return to_string(first.quarter) + " " + first.paper + (is_make_up(key) ? " --make-up" : "");
}

std::string subject_of(const FormKey& key) {
  return subject_of(key.paper) + "/" + key.branch + "/" + std::to_string(key.form);
}

std::string sitting_subject(const PaperKey& key, std::string_view person) {
  return subject_of(key) + "/" + std::string(person);
}

std::vector<const RecordedForm*> ExamState::forms_of(const PaperKey& key,
                                                     const std::string& branch) const {
  std::vector<const RecordedForm*> found;
  for (auto at = forms.lower_bound({key, branch, 0}); at != forms.end(); ++at) {
    if (at->first.paper != key || at->first.branch != branch) break;
    found.push_back(&at->second);
  }
  return found;
}

std::optional<Instant> ExamState::start_of(const PaperKey& key, const std::string& person) const {
  const auto found = starts.find({key, person});
  return found == starts.end() ? std::nullopt : std::optional(found->second);
}

const HandedPaper* ExamState::sitting_of(const PaperKey& key, const std::string& person) const {
  const auto found = sittings.find({key, person});
  return found == sittings.end() ? nullptr : &found->second;
}

ExamState fold_exams(const Ledger& ledger) {
  ExamState state;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    if (event.name == "test.paper") take_form(state, event, i);
    if (event.name == "test.key") take_key(state, event, i);
    if (event.name == "test.start") take_start(state, event);
    if (event.name == "test.sitting") take_sitting(state, event, i);
    if (event.name == "test.points") take_points(state, event, i);
    if (event.name == "test.mark") take_mark(state, event, i);
    if (event.name == "test.result") take_result(state, event, i);
  }
  return state;
}

std::string write_banks(const std::vector<BankDigest>& banks) {
  std::string text;
  for (const BankDigest& bank : banks) text += (text.empty() ? "" : ";") + bank.id + ":" + bank.doc;
  return text;
}

std::optional<std::vector<BankDigest>> parse_banks(std::string_view text) {
  std::vector<BankDigest> banks;
  for (const std::string& part : split(text, ';')) {
    const auto colon = part.find(':');
    if (colon == std::string::npos || !is_check(part.substr(colon + 1))) return std::nullopt;
    banks.push_back({part.substr(0, colon), part.substr(colon + 1)});
  }
  return banks.empty() ? std::nullopt : std::optional(std::move(banks));
}

std::string write_questions(const std::vector<std::string>& questions) {
  std::string text;
  for (const std::string& question : questions) text += (text.empty() ? "" : ";") + question;
  return text;
}

}  // namespace sihu
