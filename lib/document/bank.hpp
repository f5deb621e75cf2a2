#pragma once

#include "base/place.hpp"
#include "base/rational.hpp"
#include "calendar/date.hpp"
#include "document/checklist.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

class Reader;
struct Node;

/// 单选 single, 多选 multiple, 判断 judge, 填空 blank, 简答 short.
enum class QuestionKind { single, multiple, judge, blank, short_answer };

std::optional<QuestionKind> parse_question_kind(std::string_view text);
/// As a bank writes it: `single`, `multiple`, `judge`, `blank`, `short`.
std::string_view to_string(QuestionKind kind);
const Text& wording(QuestionKind kind);

/// One of the options of a question.
struct Choice {
  std::string letter;  ///< "A".."H", as written in the bank; answers are kept in these letters
  Phrase text;
  bool last = false;  ///< stays last when options are shuffled (以上都对)
};

/// One question (试题). What a key is depends on its kind.
struct BankQuestion {
  std::string id;
  QuestionKind kind = QuestionKind::single;
  Phrase stem;
  std::vector<Choice> choices;  ///< single, multiple
  std::string key;              ///< letters in order ("B", "ACD"); judge: "T" or "F"; else empty
  std::vector<std::vector<std::string>> blanks;  ///< blank: for each gap what is accepted
  Phrase model;                                  ///< short: what a marker looks for
  std::string topic;
  int difficulty = 1;                ///< 1 easy .. 5 hard
  std::optional<Rational> expected;  ///< share of candidates expected right; else by difficulty
  Rational points = 1;
  std::vector<Basis> basis;
  std::optional<Date> valid_from;   ///< of the rule asked for
  std::optional<Date> valid_until;  ///< inclusive
  Phrase explanation;
  std::string author;            ///< branch that wrote it; empty: the bank's
  bool shuffle = true;           ///< options may be put in another order
  bool draft = false;            ///< never drawn
  std::vector<Phrase> readings;  ///< where readers of the basis differ
  std::string status;            ///< verified quoted unverified local disputed; empty: not said
  Place place = {};

  /// Whether it says what is right. Of a sealed bank no question does, but short answers, which
  /// people mark.
  bool has_key() const;
};

/// banks/<id>.yaml (题库).
struct Bank {
  std::string id;
  std::string version;
  Phrase title;
  std::string author;     ///< branch, for questions that name none
  std::vector<Law> laws;  ///< which questions cite by their codes
  std::vector<BankQuestion> questions;
  std::string sealed = {};  ///< of a sealed bank: SHA-256 of random bytes and its keys, 64 digits

  const BankQuestion* find(std::string_view question) const;
};

/// Reads a bank. All faults at once, `Kind::input`: an id that is there twice, a key that is none
/// of the options, what does not belong to a question of its kind.
Result<Bank> load_bank(std::string_view text, std::string_view name);

/// The same of what is kept with a drawn paper, which may be a sealed bank (exam/sealed_bank.hpp):
/// `sealed:` says so, and then what gives a key away is a fault.
Result<Bank> load_drawn_bank(std::string_view text, std::string_view name);

/// The same of a tree with the keys of a bank that did not come from YAML; what is wrong goes to
/// `reader`.
Bank bank_of_tree(Reader& reader, const Node& root);

/// A bank as `load_bank` reads it back.
std::string write_bank(const Bank& bank);

}  // namespace sihu
