// Questions that read well by themselves and do badly in a paper.
#include "base/utf8.hpp"
#include "document/in_force.hpp"
#include "document/lint_files.hpp"
#include "document/twin_questions.hpp"
#include "wording/letters.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace sihu {
namespace {

// Fewer than these say nothing about where keys stand.
constexpr std::size_t fewest_for_positions = 10;
// A letter is the key too often when it is so many standard deviations more than chance.
constexpr double far_from_chance = 3;
constexpr std::size_t shortest_contained = 2;  // 年 in 半年 is nobody's slip

const Node& node_of(const LintedFile& file, const BankQuestion& question) {
  for (const Node& node : file.root->find("questions")->items)
    if (node.place == question.place) return node;
  return *file.root;
}

const Node& part_of(const LintedFile& file, const BankQuestion& question, const char* key) {
  const Node& node = node_of(file, question);
  const Node* part = node.find(key);
  return part ? *part : node;
}

// How often chance makes a letter the key: the mean, and its variance.
struct Chance {
  double mean = 0;
  double variance = 0;
};

void check_positions(LintedFile& file) {
  std::map<std::string, std::size_t> keys;
  std::map<std::string, Chance> chances;
  std::size_t asked = 0;
  for (const BankQuestion& question : linted_bank(file)->questions) {
    if (question.kind != QuestionKind::single) continue;
    ++asked;
    ++keys[question.key];
    const double share = 1.0 / static_cast<double>(question.choices.size());
    for (const Choice& choice : question.choices) {
      chances[choice.letter].mean += share;
      chances[choice.letter].variance += share * (1 - share);
    }
  }
  if (asked < fewest_for_positions) return;
  for (const auto& [letter, chance] : chances) {
    const std::size_t count = keys[letter];
    const double above = static_cast<double>(count) - chance.mean;
    const double far = far_from_chance * std::sqrt(chance.variance);
    if (count == 0 && -above > far)
      lint_add(
          file, *file.root->find("questions"), true, "never-key",
          phrase(Text{"{0} 道单选题没有一道的答案是 {1}，{1} 不用看就能排除",
                      "of {0} single choices none has the key {1}: it can be ruled out unread"},
                 asked, letter),
          phrase(Text{"换一换正确选项的位置", "let right options stand elsewhere too"}));
    if (above <= far) continue;
    lint_add(file, *file.root->find("questions"), true, "uneven-keys",
             phrase(Text{"{0} 道单选题中有 {1} 道的答案是 {2}，只猜 {2} 就能得不少分",
                         "of {0} single choices {1} have the key {2}: guessing {2} pays"},
                    asked, count, letter),
             phrase(Text{"换一换正确选项的位置", "let right options stand elsewhere too"}));
  }
}

// Judgments that are all true, several choices that always have the same key.
void check_one_key(LintedFile& file, QuestionKind kind) {
  std::set<std::string> keys;
  std::size_t asked = 0;
  for (const BankQuestion& question : linted_bank(file)->questions) {
    if (question.kind != kind) continue;
    ++asked;
    keys.insert(question.key);
  }
  if (asked < fewest_for_positions || keys.size() != 1) return;
  const Phrase key = kind == QuestionKind::judge
                         ? phrase(*keys.begin() == "T" ? Text{"对", "true"} : Text{"错", "false"})
                         : same(*keys.begin());
  lint_add(file, *file.root->find("questions"), true, "one-key",
           phrase(Text{"{0} 道{1}的答案全是{2}，不看题也答得对",
                       "all {0} questions of a kind ({1}) have the key {2}: no need to read them"},
                  asked, phrase(wording(kind)), key),
           phrase(Text{"也出一些答案不同的", "ask some that have another key, too"}));
}

// Blanks and marks aside; of marks alone (①, +) every one counts.
bool say_the_same(const std::string& one, const std::string& other) {
  const std::string letters = letters_and_digits_of(one);
  return letters.empty() ? one == other : letters == letters_and_digits_of(other);
}

bool is_key(const BankQuestion& question, const Choice& choice) {
  return question.key.find(choice.letter) != std::string::npos;
}

// Whether `whole` has `part` in it, as words: neither 3个月 in 13个月, nor "men" in "women".
bool contains(const std::string& whole, const std::string& part) {
  if (letters_of(part).empty() ||
      count_code_points(letters_and_digits_of(part)) < shortest_contained)
    return false;
  const auto all = words_compared(whole);
  const auto wanted = words_compared(part);
  return std::search(all.begin(), all.end(), wanted.begin(), wanted.end()) != all.end();
}

// Why one option that contains another is no good; nothing where it is: two right ones of several
// are often names of which one is longer (警告, 严重警告).
Phrase why_not_contained(bool whole_is_key, bool part_is_key) {
  if (whole_is_key && part_is_key) return {};
  if (whole_is_key != part_is_key)
    return phrase(Text{"一对一错，容易争议", "and only one of them is right"});
  return phrase(
      Text{"都不对：不懂的人也能一起排除", "and neither is right: both can be ruled out unread"});
}

void check_equal(LintedFile& file, const BankQuestion& question) {
  for (std::size_t i = 0; i < question.choices.size(); ++i)
    for (std::size_t j = i + 1; j < question.choices.size(); ++j) {
      const Choice& one = question.choices[i];
      const Choice& other = question.choices[j];
      if (!say_the_same(one.text.zh, other.text.zh)) continue;
      lint_add(file, part_of(file, question, "choices"), true, "equal-choices",
               phrase(Text{"选项 {0} 和 {1} 一样", "choices {0} and {1} are the same"}, one.letter,
                      other.letter));
    }
}

// Options in a fixed order are amounts and terms (一年, 一年半), which may contain one another.
void check_contained(LintedFile& file, const BankQuestion& question) {
  if (!question.shuffle) return;
  for (const Choice& one : question.choices)
    for (const Choice& other : question.choices) {
      const Phrase why = why_not_contained(is_key(question, one), is_key(question, other));
      if (why.empty() || say_the_same(one.text.zh, other.text.zh)) continue;
      if (!contains(one.text.zh, other.text.zh)) continue;
      lint_add(file, part_of(file, question, "choices"), true, "choice-contains-other",
               phrase(Text{"选项 {0} 包含选项 {1}，{2}", "choice {0} contains choice {1}, {2}"},
                      one.letter, other.letter, why));
    }
}

// `____` in the stem.
std::size_t count_gaps(std::string_view stem) {
  std::size_t gaps = 0;
  for (std::size_t at = stem.find("__"); at != std::string_view::npos; at = stem.find("__", at)) {
    ++gaps;
    at = std::min(stem.find_first_not_of('_', at), stem.size());
  }
  return gaps;
}

void check_gaps(LintedFile& file, const BankQuestion& question) {
  const std::size_t gaps = count_gaps(question.stem.zh);
  if (question.kind != QuestionKind::blank || gaps == question.blanks.size()) return;
  lint_add(file, part_of(file, question, "blanks"), true, "gaps-differ",
           phrase(Text{"题干有 {0} 个空（____），答案有 {1} 个",
                       "the stem has {0} gaps (____), and there are answers for {1}"},
                  gaps, question.blanks.size()));
}

// Answers to several gaps are parted by semicolons.
void check_semicolons(LintedFile& file, const BankQuestion& question) {
  if (question.blanks.size() < 2) return;
  for (const auto& accepted : question.blanks)
    for (const std::string& text : accepted)
      if (text.find(';') != text.npos || text.find("；") != text.npos)
        lint_add(file, part_of(file, question, "blanks"), true, "semicolon-in-blank",
                 phrase(Text{"“{0}” 里有分号：几个空的答案之间就用分号隔开，这个答不出来",
                             "\"{0}\" has a semicolon, which parts the answers to several gaps: "
                             "nobody can give it"},
                        text),
                 phrase(Text{"换一个不带分号的写法", "accept a text without a semicolon"}));
}

void check_model(LintedFile& file, const BankQuestion& question) {
  if (question.kind != QuestionKind::short_answer || !question.model.empty()) return;
  lint_add(file, node_of(file, question), true, "no-model",
           phrase(Text{"简答题没有 model，评卷人没有参考答案",
                       "a short answer without model: markers have nothing to go by"}));
}

void check_dates(LintedFile& file, const BankQuestion& question, Date today) {
  if (question.draft) return;
  if (question.valid_until && *question.valid_until < today)
    lint_add(file, part_of(file, question, "valid"), true, "rule-out-of-date",
             phrase(Text{"所依据的规定只到 {0} 有效", "the rule asked for was valid until {0}"},
                    to_string(*question.valid_until)),
             phrase(Text{"改成现行规定，或写 draft: true 停用",
                         "ask for the rule of today, or write draft: true"}));
  if (question.valid_from && today < *question.valid_from)
    lint_add(file, part_of(file, question, "valid"), true, "rule-not-yet",
             phrase(Text{"所依据的规定 {0} 才施行", "the rule asked for begins on {0}"},
                    to_string(*question.valid_from)));
  if (const Law* law = law_to_come(*linted_bank(file), question, today))
    lint_add(file, part_of(file, question, "basis"), true, "rule-not-yet",
             phrase(Text{"所依据的 {0} {1} 才施行，到时才抽这道题",
                         "{0}, which it rests on, begins on {1}: it is not drawn before"},
                    law->title, to_string(*law->valid_from)));
}

void check_author(LintedFile& file, const Node& node, const std::string& author,
                  const Organisation& organisation) {
  if (author.empty()) return;
  std::vector<std::string> known;
  for (const Branch& branch : organisation.branches) known.push_back(branch.id);
  if (std::ranges::find(known, author) != known.end()) return;
  const auto meant = nearest(author, known);
  lint_add(file, node, true, "unknown-branch",
           phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, author),
           meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
}

// A stem that is asked already, and where.
struct Asked {
  const LintedFile* file = nullptr;
  const BankQuestion* question = nullptr;
};

// One stem as a judgment and as a short answer: a paper that asks both gives the one away.
bool asks_it_otherwise(const BankQuestion& one, const BankQuestion& other) {
  return one.kind != other.kind && (one.choices.empty() || other.choices.empty());
}

class Twins {
 public:
  void look_at(LintedFile& file, const BankQuestion& question) {
    const auto [id, new_id] = ids_.emplace(question.id, Asked{&file, &question});
    if (!new_id && id->second.file != &file && file.wanted)
      lint_add(file, part_of(file, question, "id"), false, "duplicate-question",
               phrase(Text{"编号 {0} 在 {1} 里已有", "the id {0} is already in {1}"}, question.id,
                      id->second.file->file->name));
    std::vector<Asked>& before = stems_[stem_compared(question)];
    const auto same = std::ranges::find_if(before, [&](const Asked& one) {
      return asks_it_otherwise(*one.question, question) || asks_the_same(*one.question, question);
    });
    if (same != before.end() && file.wanted)
      lint_add(file, part_of(file, question, "stem"), true, "duplicate-stem",
               phrase(Text{"题干与 {0} 的 {1} 相同", "the stem is that of {1} in {0}"},
                      same->file->file->name, same->question->id));
    before.push_back({&file, &question});
  }

 private:
  std::map<std::string, Asked> ids_;
  std::map<std::string, std::vector<Asked>> stems_;
};

}  // namespace

const Bank* linted_bank(const LintedFile& file) {
  if (file.bank) return &*file.bank;
  return file.sound ? &*file.sound : nullptr;
}

void lint_bank(LintedFile& file, Date today, const Organisation* organisation) {
  check_positions(file);
  check_one_key(file, QuestionKind::judge);
  check_one_key(file, QuestionKind::multiple);
  for (const BankQuestion& question : linted_bank(file)->questions) {
    check_equal(file, question);
    check_contained(file, question);
    check_gaps(file, question);
    check_semicolons(file, question);
    check_model(file, question);
    check_dates(file, question, today);
    if (organisation)
      check_author(file, part_of(file, question, "author"), question.author, *organisation);
  }
  const Node* author = file.root->find("author");
  if (author && organisation) check_author(file, *author, linted_bank(file)->author, *organisation);
}

void lint_banks(std::vector<LintedFile>& files, bool in_workspace) {
  Twins twins;
  for (const bool wanted : {false, true})
    for (LintedFile& file : files)
      if (linted_bank(file) && file.wanted == wanted && (wanted || in_workspace))
        for (const BankQuestion& question : linted_bank(file)->questions)
          twins.look_at(file, question);
}

}  // namespace sihu
