#pragma once

#include "document/bank.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What of one question is not carried from one format to another.
struct ExchangeLoss {
  Place place;            ///< of the question in the text that was read
  std::string question;   ///< id; empty: of the bank itself
  bool left_out = false;  ///< all of it: the other side has no such question
  Phrase what;            ///< all that is missing there, or why it is left out
};

/// A bank as a text of another program.
struct ExportedBank {
  std::string text;
  std::vector<ExchangeLoss> losses;  ///< the bank's own first, then in the order of the questions
  std::size_t written = 0;           ///< questions that are in the text
};

/// What was read of a text of another program.
struct ImportedBank {
  Bank bank;                         ///< id, version, title: empty where the text has none
  std::vector<ExchangeLoss> losses;  ///< in the order of the questions
};

/// What one question loses, collected into one line.
class LossList {
 public:
  void add(bool lost, Text what);
  void add_words(bool lost, const Phrase& what);
  bool empty() const { return words_.empty(); }
  /// `难度、依据`, `difficulty, basis`.
  const Phrase& words() const { return words_; }

 private:
  Phrase words_;
};

/// Gives each question that is read an id that no other has.
class QuestionIds {
 public:
  /// `taken`: ids of questions in other banks.
  QuestionIds(std::string prefix, std::set<std::string> taken)
      : prefix_(std::move(prefix)), taken_(std::move(taken)) {}

  /// `wanted` if it can be an id and is free; else `<prefix>-<number>`, counting questions.
  std::string give(std::string_view wanted);

  /// How many questions were given another id than they wanted, and how many kept theirs.
  std::size_t made_up() const { return made_up_; }
  /// How many of those wanted one that another question has already: here, or in another bank.
  std::size_t collided() const { return collided_; }
  std::size_t kept() const { return kept_; }
  const std::string& prefix() const { return prefix_; }

 private:
  std::string prefix_;
  std::set<std::string> taken_;
  std::size_t number_ = 0;
  std::size_t made_up_ = 0;
  std::size_t collided_ = 0;
  std::size_t kept_ = 0;
};

/// Letters, digits and hyphens, as the ids of questions are.
bool can_be_question_id(std::string_view text);

/// What of `question` goes into tags, for formats that have some: `difficulty:3`, `points:2`,
/// `author:zb01`, `basis:LAW|article|status`, `from:` and `until:` with a day, `expected:0.75`,
/// `status:quoted`, `last:D`, `shuffle:no`, `draft`. Tags have at most 50 characters and neither
/// brackets nor `<`; what does not fit is added to `lost`, and so are readings, which have none.
/// `with_points`: points have no place of their own in the format.
std::vector<std::string> tags_of(const BankQuestion& question, const Bank& bank, Lang lang,
                                 bool with_points, LossList& lost);

/// Puts what a tag of `tags_of` says into `question`; false, and nothing is changed, when it is
/// another tag.
bool take_tag(std::string_view tag, BankQuestion& question);

/// Whether texts of the question differ in the two languages, where only one goes out.
bool has_two_languages(const BankQuestion& question);

/// Whether a text of the question begins or ends with blanks, which other programs drop; so
/// are line ends there.
bool has_blanks_around(const BankQuestion& question, Lang lang);

/// What a bank without questions of its own format loses: titles of laws and their notes, the
/// version; empty when it has none of it.
Phrase lost_of_bank(const Bank& bank);

/// The path of a category for `topic`, below the top: `/` within a name is written `//`.
std::string category_of(const std::string& topic);

/// The topic that a category stands for: without `$course$`, `top` and the like.
std::string topic_of(std::string_view category);

/// An accepted answer where `*` stands for any text: `*` itself is `\*`.
std::string wildcard_escaped(std::string_view answer);
/// Back from there; false when it has a bare `*`.
bool take_wildcard_escapes(std::string& answer);

}  // namespace sihu
