#pragma once

#include "check/answer.hpp"
#include "document/checklist.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a line typed during an inspection asks for.
enum class KeyName {
  pass,
  fail,
  deduct,
  na,
  value,
  note,
  evidence,
  back,
  jump,
  list,
  undo,
  skip,
  help,
  quit,
};

struct KeyLine {
  KeyName key = KeyName::help;
  std::string rest;  ///< what stands behind the key
};

/// Splits a typed line: a letter (also full-width, as an input method leaves it) or a word of
/// either language, then the rest; no blank is needed before Chinese (`f八月未收缴`). Nothing if it
/// begins with no key.
std::optional<KeyLine> parse_key(std::string_view line);

/// Blanks taken off both ends, the ideographic one included.
std::string_view trim_line(std::string_view text);

/// What was typed behind `e`: paths with `;` between them.
std::vector<std::string> split_paths(std::string_view text);

/// What was typed where it is asked whether a finding existed before; nothing typed is unknown.
/// Nothing for what is no answer.
std::optional<Existed> existed_typed(std::string_view line);

/// What was typed behind `d`: rules by id or by their number on the screen, each with an optional
/// count, then words for the note. `late*2 short 八月`, `1*2 3`, `zero-1`; or `=1.5 WORDS` for
/// points without a rule.
struct TypedDeduction {
  std::vector<RuleUse> rules;
  std::optional<Rational> points;
  std::string note;
};
Result<TypedDeduction> parse_deduction(const Item& item, std::string_view text);

/// The rules as they are numbered on the screen: the `deduct` rules, then the facts of `zero-if`.
struct ListedRule {
  std::string id;
  Phrase words;
};
std::vector<ListedRule> listed_rules(const Item& item);

/// All keys with what they do, for `?`.
Phrase key_help();

}  // namespace sihu
