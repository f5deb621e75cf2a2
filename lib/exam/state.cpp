#include "exam/state.hpp"

#include "base/sha256.hpp"
#include "exam/draws.hpp"
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

void take_form(ExamState& state, const Event& event, std::size_t entry, std::uint32_t file) {
  const auto subject = parts_of(event, 2);
  const auto number = subject ? count_of(subject->rest[1]) : std::nullopt;
  const auto banks = parse_banks(event.get("banks"));
  const auto expected = parse_fraction(event.get("expected"));
  if (!number || !banks || !expected || event.get("role") != "committee") return;
  RecordedForm form{{subject->key, subject->rest[0], *number},
                    std::string(event.get("seed")),
                    std::string(event.get("doc")),
                    std::string(event.get("version")),
                    *banks,
                    split(event.get("questions"), ';'),
                    *expected,
                    entry,
                    std::string(event.get("for")),
                    event.person,
                    event.at,
                    {file}};
  form.key.name = form_name(form);
  form.given_to = split(event.get("people"), ';');
  const auto [drawn, fresh] = state.forms.try_emplace(form.key, form);
  if (fresh) return;
  if (drawn->second.is_withdrawn) drawn->second = std::move(form);  // drawn anew since
  drawn->second.drawn_in.push_back(file);
}

void take_withdrawal(ExamState& state, const Event& event) {
  const auto subject = parts_of(event, 2);
  const auto number = subject ? count_of(subject->rest[1]) : std::nullopt;
  if (!number || event.get("role") != "committee") return;
  const auto drawn =
      state.forms.find({subject->key, subject->rest[0], *number, std::string(event.get("paper"))});
  if (drawn != state.forms.end()) drawn->second.is_withdrawn = true;
}

void take_key(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 0);
  const auto banks = parse_banks(event.get("banks"));
  if (!subject || !banks || event.get("role") != "committee") return;
  state.keys.push_back({subject->key, banks->front(), std::string(event.get("doc")),
                        std::string(event.get("random")), entry});
}

// The committee may correct what was entered for somebody, never what the candidate handed in.
bool corrects(const ExamState& state, const Event& event,
              const std::pair<PaperKey, std::string>& of) {
  const auto before = state.sittings.find(of);
  return before != state.sittings.end() && event.has("reason") &&
         event.get("role") == "committee" && before->second.by != of.second;
}

void take_sitting(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  if (!subject) return;
  const std::pair of{subject->key, subject->rest[0]};
  const bool correction = corrects(state, event, of);
  if (event.has("withdrawn")) {
    if (correction) state.sittings.erase(of);
    return;
  }
  const auto form = count_of(event.get("form"));
  if (!form || !event.has("answers") || !event.has("branch")) return;
  if (event.person != of.second && !may_stand_for_others(event)) return;
  HandedPaper paper{of.first,
                    of.second,
                    std::string(event.get("branch")),
                    *form,
                    std::string(event.get("answers")),
                    std::string(event.get("key")),
                    event.person,
                    count_of(event.get("took")),
                    event.has("turned"),
                    entry,
                    0,
                    std::string(event.get("paper")),
                    event.check};
  if (correction)
    state.sittings.insert_or_assign(of, std::move(paper));
  else if (const auto [first, fresh] = state.sittings.try_emplace(of, std::move(paper)); !fresh) {
    ++first->second.again;
    first->second.turned_back = first->second.turned_back || event.has("turned");
  }
}

// Twins may hold the same line, which is one beginning.
void take_other_start(BegunSitting& first, const Event& event, std::size_t entry) {
  const bool is_known = event.check == first.name ||
                        std::ranges::find(first.others, event.check) != first.others.end();
  if (is_known && !event.check.empty()) return;
  if (first.others.empty()) first.other_entry = entry;
  first.others.push_back(event.check);
}

void take_start(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  if (!subject || event.person != subject->rest[0]) return;
  BegunSitting begun = begun_by(event, subject->key);
  const auto [first, fresh] =
      state.starts.try_emplace({subject->key, subject->rest[0]}, std::move(begun));
  if (!fresh) take_other_start(first->second, event, entry);
}

void take_points(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  if (!subject || !event.has("points") || !event.has("question") || !may_stand_for_others(event))
    return;
  auto& given = state.points[{subject->key, subject->rest[0], std::string(event.get("question"))}];
  RecordedPoints points{
      event.person, std::string(event.get("points")), std::string(event.get("key")),
      entry,        std::string(event.get("paper")),  std::string(event.get("handed"))};
  const auto there = std::ranges::find_if(given, [&](const RecordedPoints& one) {
    return one.marker == points.marker && one.form_name == points.form_name &&
           one.handed == points.handed;
  });
  if (there == given.end())
    given.push_back(std::move(points));
  else if (event.has("reason"))
    *there = std::move(points);
}

void take_mark(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  const auto value = parse_fraction(event.get("value"));
  const auto full = parse_fraction(event.get("full"));
  if (!subject || !value || !full || event.get("role") != "committee") return;
  const std::pair of{subject->key, subject->rest[0]};
  const RecordedMark mark{subject->rest[0], *value, *full, event.get("result") == "pass", entry};
  if (event.has("reason"))
    state.marks.insert_or_assign(of, mark);
  else
    state.marks.try_emplace(of, mark);
}

void take_result(ExamState& state, const Event& event, std::size_t entry) {
  const auto subject = parts_of(event, 1);
  const auto value = parse_fraction(event.get("value"));
  const auto people = count_of(event.get("people"));
  const auto sat = count_of(event.get("sat"));
  if (!subject || !value || !people || !sat || event.get("role") != "committee") return;
  const std::pair of{subject->key, subject->rest[0]};
  const RecordedTest result{subject->key,
                            subject->rest[0],
                            *value,
                            *people,
                            *sat,
                            entry,
                            count_of(event.get("excused")),
                            count_of(event.get("passed"))};
  if (event.has("reason"))
    state.results.insert_or_assign(of, result);
  else
    state.results.try_emplace(of, result);
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

std::string typed_key(const PaperKey& key) {
  const PaperKey first = first_of(key);
  return to_string(first.quarter) + " " + first.paper + (is_make_up(key) ? " --make-up" : "");
}

std::string subject_of(const FormKey& key) {
  return subject_of(key.paper) + "/" + key.branch + "/" + std::to_string(key.form);
}

std::string sitting_subject(const PaperKey& key, std::string_view person) {
  return subject_of(key) + "/" + std::string(person);
}

std::string form_name(const RecordedForm& form) {
  constexpr std::size_t digits = 16;
  std::string what;
  for (const std::string& line : {subject_of(form.key), form.doc, write_banks(form.banks),
                                  write_questions(form.questions), form.seed, form.person})
    what += line + "\n";
  return sha256_hex(what).substr(0, digits);
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

const RecordedForm* ExamState::first_form(const PaperKey& key) const {
  const RecordedForm* first = nullptr;
  for (auto at = forms.lower_bound({key, "", 0}); at != forms.end(); ++at) {
    if (at->first.paper != key) break;
    if (!first || at->second.entry < first->entry) first = &at->second;
  }
  return first;
}

const RecordedForm* ExamState::find_form(const FormKey& key) const {
  for (const auto* drawn : {&forms, &set_aside})
    if (const auto found = drawn->find(key); found != drawn->end()) return &found->second;
  return nullptr;
}

BegunSitting begun_by(const Event& event, const PaperKey& paper) {
  FormKey form{paper, std::string(event.get("branch")), count_of(event.get("form")).value_or(1),
               std::string(event.get("paper"))};
  const bool is_named = !form.name.empty();
  return {Instant::parse(event.get("clock")).value_or(event.at),
          std::move(form),
          is_named,
          event.check,
          {}};
}

std::optional<Instant> ExamState::start_of(const PaperKey& key, const std::string& person) const {
  const auto found = starts.find({key, person});
  return found == starts.end() ? std::nullopt : std::optional(found->second.at);
}

const HandedPaper* ExamState::sitting_of(const PaperKey& key, const std::string& person) const {
  const auto found = sittings.find({key, person});
  return found == sittings.end() ? nullptr : &found->second;
}

ExamState fold_exams(const Ledger& ledger) {
  ExamState state;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    if (!event.name.starts_with("test.")) continue;
    if (event.name == "test.paper") take_form(state, event, i, ledger.entries[i].file);
    if (event.name == "test.withdraw") take_withdrawal(state, event);
    if (event.name == "test.key") take_key(state, event, i);
    if (event.name == "test.start") take_start(state, event, i);
    if (event.name == "test.sitting") take_sitting(state, event, i);
    if (event.name == "test.points") take_points(state, event, i);
    if (event.name == "test.mark") take_mark(state, event, i);
    if (event.name == "test.result") take_result(state, event, i);
  }
  settle_draws(state);
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
