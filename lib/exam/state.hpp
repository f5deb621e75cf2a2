#pragma once

#include "base/fraction.hpp"
#include "calendar/period.hpp"
#include "ledger/ledger.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A paper of a quarter: `2026Q4/safety`.
struct PaperKey {
  Quarter quarter;
  std::string paper;

  friend auto operator<=>(const PaperKey&, const PaperKey&) = default;
};

std::string subject_of(const PaperKey& key);

/// The make-up (补考) of a paper, a paper of its own in the ledger: `2026Q4/safety.make-up`.
PaperKey make_up_of(const PaperKey& key);
bool is_make_up(const PaperKey& key);
/// What was sat before a make-up; of every other paper itself.
PaperKey first_of(const PaperKey& key);
/// As it is typed behind a command: `2026Q4 safety --make-up`.
std::string typed_key(const PaperKey& key);

/// A form that was drawn for a branch, or for somebody in it. Numbers are what people say; two
/// machines may give one number to two forms, so that the name tells which is meant.
struct FormKey {
  PaperKey paper;
  std::string branch;
  int form = 1;
  std::string name = {};  ///< what it is: `form_name`

  friend auto operator<=>(const FormKey&, const FormKey&) = default;
};

/// `2026Q4/safety/zb01/2`.
std::string subject_of(const FormKey& key);
/// A sitting of a person: `2026Q4/safety/p003`.
std::string sitting_subject(const PaperKey& key, std::string_view person);

/// A bank that questions were drawn from, by the first 16 digits of its digest.
struct BankDigest {
  std::string id;
  std::string doc;

  friend bool operator==(const BankDigest&, const BankDigest&) = default;
};

/// A form as the ledger has it. With the documents that its digests name the paper of each
/// candidate can be made again, to the letter.
struct RecordedForm {
  FormKey key;
  std::string seed;
  std::string doc;      ///< first 16 digits of the digest of the paper's rules
  std::string version;  ///< of these rules
  std::vector<BankDigest> banks;
  std::vector<std::string> questions;        ///< `bank/id`, section by section
  Rational expected;                         ///< points that candidates are expected to have
  std::size_t entry = 0;                     ///< index into the ledger's entries
  std::string person = {};                   ///< whose alone it is; empty: anybody's of the branch
  std::string by = {};                       ///< who drew it
  Instant at = {};                           ///< when
  std::vector<std::uint32_t> drawn_in = {};  ///< the ledger's files that have it; each is a draw
  bool is_withdrawn = false;                 ///< nobody who has not begun is given it
  bool in_force = true;                      ///< who has not begun is given it
  std::vector<std::string> given_to = {};    ///< of a shared one, who was there when it was drawn
};

/// What a form is: the first 16 digits of the SHA-256 of what it asks, whom and in which order: its
/// subject, rules, banks, questions, seed and person, a line each.
std::string form_name(const RecordedForm& form);

/// A paper that was handed in, as it lies in the ledger; what is in it may be sealed.
struct HandedPaper {
  PaperKey key;
  std::string person;
  std::string branch;  ///< of the person on that day
  int form = 1;
  std::string text;          ///< answers, or a box
  std::string box_key;       ///< first 16 digits of the key it is sealed to; empty: readable
  std::string by;            ///< who handed it in
  std::optional<int> took;   ///< seconds, where the terminal measured them
  bool turned_back = false;  ///< the machine's clock went backwards, also when handed in once more
  std::size_t entry = 0;
  int again = 0;               ///< how often it was handed in once more, as from a copied folder
  std::string form_name = {};  ///< of the form it answers
  std::string name = {};       ///< the check of its line: who hands in twice has two

  bool is_sealed() const { return !box_key.empty(); }
  FormKey form_key() const { return {key, branch, form, form_name}; }
};

/// A sitting that was begun at a terminal.
struct BegunSitting {
  Instant at;
  FormKey form;           ///< that was begun
  bool is_named = false;  ///< the line itself says which; older ones give a number alone
  std::string name = {};  ///< of the line: its check
  /// Of the lines that say the same of this person, as from another copy, and don't count.
  std::vector<std::string> others = {};
  std::size_t other_entry = 0;  ///< of the first of these lines
};

/// What a `test.start` of that paper says.
BegunSitting begun_by(const Event& event, const PaperKey& paper);

/// A short answer that was handed in, as those who mark it know it.
struct AnswerKey {
  PaperKey paper;
  std::string code;      ///< of the candidate
  std::string question;  ///< `bank/id`

  friend auto operator<=>(const AnswerKey&, const AnswerKey&) = default;
};

/// Points that somebody gave a short answer, as they lie in the ledger; they may be sealed.
struct RecordedPoints {
  std::string marker;
  std::string text;     ///< the points, or a box
  std::string box_key;  ///< first 16 digits of the key it is sealed to; empty: readable
  std::size_t entry = 0;
  std::string form_name = {};  ///< of the form that was answered; empty: the line does not say
  std::string handed = {};     ///< `HandedPaper::name` of what was read; empty: it does not say
};

/// The keys of a sealed bank, as the committee published them. Whether they are those that
/// candidates were promised is for `fits` (exam/sealed_bank.hpp) to say.
struct PublishedKey {
  PaperKey paper;
  BankDigest bank;     ///< the sealed one
  std::string doc;     ///< first 16 digits of the digest of the bank with keys
  std::string random;  ///< 64 hex digits
  std::size_t entry = 0;
};

/// What the committee recorded of a person's paper.
struct RecordedMark {
  std::string person;
  Rational value;
  Rational full;
  bool passed = false;
  std::size_t entry = 0;
};

/// What the committee recorded of a branch.
struct RecordedTest {
  PaperKey key;
  std::string branch;
  Rational value;  ///< 0 to 100
  int people = 0;  ///< that count
  int sat = 0;     ///< of them
  std::size_t entry = 0;
  std::optional<int> excused = {};  ///< who did not sit and do not count; older lines don't say
  std::optional<int> passed = {};   ///< older lines don't say
};

/// All tests that the ledger knows, of every quarter.
struct ExamState {
  /// Those that are in force, and those that somebody has begun or handed in.
  std::map<FormKey, RecordedForm> forms;
  /// All others: withdrawn, or drawn for those who have a form of an earlier draw.
  std::map<FormKey, RecordedForm> set_aside;
  std::map<std::pair<PaperKey, std::string>, HandedPaper> sittings;  ///< the first of each person
  std::map<std::pair<PaperKey, std::string>, BegunSitting> starts;   ///< the first of each person
  std::map<AnswerKey, std::vector<RecordedPoints>> points;           ///< the first of each marker
  std::map<std::pair<PaperKey, std::string>, RecordedMark> marks;    ///< the first of each person
  std::map<std::pair<PaperKey, std::string>, RecordedTest> results;  ///< the first of each branch
  std::vector<PublishedKey> keys;                                    ///< all that were published

  /// By their numbers.
  std::vector<const RecordedForm*> forms_of(const PaperKey& key, const std::string& branch) const;
  /// The one that was drawn first, nullptr: none. Its rules are those of the paper.
  const RecordedForm* first_form(const PaperKey& key) const;
  /// Also one that is set aside; nullptr: it was never drawn.
  const RecordedForm* find_form(const FormKey& key) const;
  /// Nothing: not begun at a terminal.
  std::optional<Instant> start_of(const PaperKey& key, const std::string& person) const;
  const HandedPaper* sitting_of(const PaperKey& key, const std::string& person) const;
};

/// What comes first stands: a paper is handed in once, and what was recorded of it stays. Of two
/// draws the first by the ledger's order is in force; who has begun or handed in a form of the
/// other keeps that one (`settle_draws`).
ExamState fold_exams(const Ledger& ledger);

/// Banks and questions as a line has them, and back; nothing for what is no such text.
std::string write_banks(const std::vector<BankDigest>& banks);
std::optional<std::vector<BankDigest>> parse_banks(std::string_view text);
std::string write_questions(const std::vector<std::string>& questions);

}  // namespace sihu
