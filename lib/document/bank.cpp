#include "document/bank.hpp"

#include "base/sha256.hpp"
#include "document/kind.hpp"
#include "document/sources.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace sihu {
namespace {

constexpr int hardest = 5;
constexpr std::size_t fewest_choices = 2;
constexpr std::size_t most_choices = 8;

struct KindName {
  QuestionKind kind;
  std::string_view word;
  Text wording;
  std::vector<std::string_view> keys;  // what only some kinds have
};

const std::array<KindName, 5>& kind_names() {
  static const std::array<KindName, 5> names{{
      {QuestionKind::single,
       "single",
       {"单选题", "single choice"},
       {"choices", "last", "shuffle", "key"}},
      {QuestionKind::multiple,
       "multiple",
       {"多选题", "multiple choice"},
       {"choices", "last", "shuffle", "key"}},
      {QuestionKind::judge, "judge", {"判断题", "true or false"}, {"key"}},
      {QuestionKind::blank, "blank", {"填空题", "fill in the blanks"}, {"blanks"}},
      {QuestionKind::short_answer, "short", {"简答题", "short answer"}, {"model"}},
  }};
  return names;
}

const KindName& name_of(QuestionKind kind) {
  return kind_names()[static_cast<std::size_t>(kind)];
}

const std::vector<std::string> question_keys{
    "id",          "kind",   "stem",       "choices",  "last",  "shuffle", "key",
    "blanks",      "model",  "topic",      "points",   "basis", "valid",   "status",
    "explanation", "author", "difficulty", "expected", "draft", "readings"};
const Text together{"几个正确选项连着写：key: ACD", "several right options: key: ACD"};

class QuestionReader {
 public:
  QuestionReader(Reader& reader, const std::vector<Law>* laws, bool sealed)
      : reader_(reader), laws_(laws), sealed_(sealed) {}

  std::optional<BankQuestion> read(const Node& node) {
    const Keys keys(reader_, node, "question", question_keys);
    if (!keys) return std::nullopt;
    BankQuestion question;
    question.place = node.place;
    const bool named = keys.require("id", question.id, &Reader::item_id);
    const bool known = keys.require(
        "kind", question.kind, [this](const Node& at, auto key) { return read_kind(at, key); });
    keys.require("stem", question.stem, &Reader::phrase);
    if (sealed_) refuse_give_aways(keys);
    if (known) answers(keys, question);
    facts(keys, question);
    return named && known ? std::optional(std::move(question)) : std::nullopt;
  }

 private:
  std::optional<QuestionKind> read_kind(const Node& node, std::string_view key) {
    std::vector<std::string> words;
    for (const KindName& name : kind_names()) words.emplace_back(name.word);
    const auto word = reader_.choice(node, key, words);
    return word ? parse_question_kind(*word) : std::nullopt;
  }

  void answers(const Keys& keys, BankQuestion& question) {
    refuse_others(keys, question.kind);
    switch (question.kind) {
      case QuestionKind::single:
      case QuestionKind::multiple:
        return choices(keys, question);
      case QuestionKind::judge:
        return judge(keys, question);
      case QuestionKind::blank:
        if (const Node* blanks = keys.require("blanks")) read_blanks(*blanks, question);
        return;
      case QuestionKind::short_answer:
        keys.read("model", question.model, &Reader::phrase);
        return;
    }
  }

  // Whatever belongs to another kind is a slip that would be lost without a word.
  void refuse_others(const Keys& keys, QuestionKind kind) {
    const auto& own = name_of(kind).keys;
    for (const std::string_view key : {"choices", "last", "shuffle", "key", "blanks", "model"}) {
      const Node* node = keys.find(key);
      if (node && std::find(own.begin(), own.end(), key) == own.end())
        reader_.fault(*node, "key-of-other-kind",
                      phrase(Text{"{0}没有 {1}", "a question of {0} has no {1}"},
                             phrase(wording(kind)), key));
    }
  }

  // A question document that tells the key would not keep what it promises.
  void refuse_give_aways(const Keys& keys) {
    for (const std::string_view key : {"key", "model", "explanation", "readings"})
      if (const Node* node = keys.find(key)) say_sealed(*node);
  }

  void say_sealed(const Node& at) {
    reader_.fault(at, "key-in-sealed-bank",
                  phrase(Text{"密封的题库里不能有答案和解析",
                              "a sealed bank has no keys and no explanations"}));
  }

  void choices(const Keys& keys, BankQuestion& question) {
    keys.read("shuffle", question.shuffle, &Reader::boolean);
    const Node* node = keys.require("choices");
    const bool whole = node && read_choices(*node, question);
    if (const Node* last = keys.find("last")) read_last(*last, question, whole);
    const Node* key = sealed_ ? nullptr : keys.require("key");
    if (key && whole) read_letters(*key, question);
  }

  // False: what the options are is not known, and nothing can be compared with them.
  bool read_choices(const Node& node, BankQuestion& question) {
    if (!node.is_map()) {
      reader_.wrong_type(
          node, "choices",
          phrase(Text{"映射，如 {{A: 月, B: 季度}}", "a map, as {{A: month, B: quarter}}"}));
      return false;
    }
    if (node.entries.size() < fewest_choices || node.entries.size() > most_choices) {
      reader_.fault(node, "number-of-choices",
                    phrase(Text{"选项应有 {0} 到 {1} 个，实际是 {2} 个",
                                "there should be {0} to {1} choices, found {2}"},
                           fewest_choices, most_choices, node.entries.size()));
      return false;
    }
    bool good = true;
    char expected = 'A';
    for (const auto& [letter, value] : node.entries) {
      const std::string wanted(1, expected++);
      Choice choice{wanted, {}, false};
      if (letter.text != wanted) {
        reader_.fault(letter, "letter-out-of-order",
                      phrase(Text{"选项应依次为 A、B、C…，此处应为 {0}，实际是 {1}",
                                  "choices are A, B, C… in order: expected {0}, found {1}"},
                             wanted, letter.text));
        good = false;
      }
      if (auto text = reader_.phrase(value, wanted)) choice.text = std::move(*text);
      question.choices.push_back(std::move(choice));
    }
    return good;
  }

  void read_last(const Node& node, BankQuestion& question, bool whole) {
    for (const Node& one : reader_.list(node, "last")) {
      const auto letter = reader_.word(one, "last");
      if (!letter || !whole) continue;
      const auto at = std::ranges::find(question.choices, *letter, &Choice::letter);
      if (at == question.choices.end())
        say_no_choice(one, *letter);
      else
        at->last = true;
    }
  }

  void say_no_choice(const Node& at, std::string_view letter, const Phrase& hint = {}) {
    reader_.fault(at, "no-such-choice",
                  phrase(Text{"选项里没有 {0}", "there is no choice {0}"}, letter), hint);
  }

  void read_letters(const Node& node, BankQuestion& question) {
    if (node.is_sequence())
      return reader_.wrong_type(node, "key", phrase(Text{"字母", "letters"}), phrase(together));
    const auto word = reader_.word(node, "key");
    if (!word) return;
    for (const char letter : *word) {
      const std::string one(1, letter);
      if (std::ranges::find(question.choices, one, &Choice::letter) == question.choices.end())
        return say_no_choice(node, *word, word->size() > 1 ? phrase(together) : Phrase{});
    }
    const bool ascending =
        std::adjacent_find(word->begin(), word->end(), std::greater_equal<>()) == word->end();
    const bool single = question.kind == QuestionKind::single;
    if (!ascending || (single && word->size() != 1)) {
      reader_.fault(node, "bad-key",
                    single ? phrase(Text{"单选题的 key 是一个字母，实际是 {0}",
                                         "the key of a single choice is one letter, found {0}"},
                                    *word)
                           : phrase(Text{"key 的字母应按顺序写、不重复，如 ACD，实际是 {0}",
                                         "the letters of a key stand in order, each once, as ACD; "
                                         "found {0}"},
                                    *word));
      return;
    }
    question.key = *word;
  }

  void judge(const Keys& keys, BankQuestion& question) {
    bool right = false;
    if (!sealed_ && keys.require("key", right, &Reader::boolean)) question.key = right ? "T" : "F";
  }

  void read_blanks(const Node& node, BankQuestion& question) {
    for (const Node& gap : reader_.list(node, "blanks")) {
      std::vector<std::string> accepted;
      for (const Node& one : reader_.list(gap, "blanks"))
        if (auto text = reader_.phrase(one, "blanks")) accepted.push_back(std::move(text->zh));
      if (gap.is_sequence() && gap.items.empty() && !sealed_) say_empty(gap, "blanks");
      if (sealed_ && !accepted.empty()) say_sealed(gap);
      question.blanks.push_back(std::move(accepted));
    }
    if (node.is_sequence() && node.items.empty()) say_empty(node, "blanks");
  }

  void say_empty(const Node& at, std::string_view key) {
    reader_.fault(at, "empty-list",
                  phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, key));
  }

  void facts(const Keys& keys, BankQuestion& question) {
    keys.read("topic", question.topic, &Reader::word);
    keys.read("points", question.points, &Reader::positive);
    keys.read("difficulty", question.difficulty, [this](const Node& at, std::string_view key) {
      return reader_.integer(at, key, 1, hardest);
    });
    if (keys.read("expected", question.expected, &Reader::not_negative) && question.expected &&
        *question.expected > Rational(1))
      reader_.fault(*keys.find("expected"), "out-of-range",
                    phrase(Text{"expected 是答对的比例，应在 0 到 1 之间",
                                "expected is the share of right answers, from 0 to 1"}));
    if (const Node* basis = keys.find("basis")) question.basis = read_basis(reader_, *basis, laws_);
    if (const Node* valid = keys.find("valid"))
      read_valid(reader_, *valid, question.valid_from, question.valid_until);
    SourceStatus status = SourceStatus::none;
    read_source_status(reader_, keys, status);
    if (status != SourceStatus::none) question.status = to_string(status);
    keys.read("readings", question.readings, &Reader::phrases);
    keys.read("explanation", question.explanation, &Reader::phrase);
    keys.read("author", question.author, &Reader::id);
    keys.read("draft", question.draft, &Reader::boolean);
  }

  Reader& reader_;
  const std::vector<Law>* laws_;
  bool sealed_;
};

void read_questions(Reader& reader, const Node& list, const std::vector<Law>* laws, Bank& into) {
  QuestionReader read(reader, laws, !into.sealed.empty());
  std::set<std::string> seen;
  for (const Node& node : reader.list(list, "questions")) {
    auto question = read.read(node);
    if (!question) continue;
    if (seen.insert(question->id).second)
      into.questions.push_back(std::move(*question));
    else
      reader.fault(*node.find("id"), "duplicate-id",
                   phrase(Text{"编号 {0} 重复", "the id {0} is there twice"}, question->id));
  }
  if (list.is_sequence() && list.items.empty())
    reader.fault(list, "empty-list",
                 phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "questions"));
}

void read_seal(Reader& reader, const Node& node, Bank& into) {
  into.sealed = reader.word(node, "sealed").value_or("");
  if (!is_sha256_hex(into.sealed))
    reader.fault(node, "bad-seal",
                 phrase(Text{"sealed 是 64 位十六进制数字", "sealed is 64 hex digits"}));
}

void read_bank(Reader& reader, const Node& root, Bank& into, bool may_be_sealed) {
  std::vector<std::string> known{"bank", "version", "title", "author", "laws", "questions"};
  if (may_be_sealed) known.emplace_back("sealed");
  const Keys keys(reader, root, "bank", known);
  if (const Node* sealed = may_be_sealed ? keys.find("sealed") : nullptr)
    read_seal(reader, *sealed, into);
  keys.require("bank", into.id, &Reader::id);
  keys.require("version", into.version, &Reader::word);
  keys.require("title", into.title, &Reader::phrase);
  keys.read("author", into.author, &Reader::id);
  const Node* laws = keys.find("laws");
  if (laws) into.laws = read_laws(reader, *laws);
  if (const Node* questions = keys.require("questions"))
    read_questions(reader, *questions, laws ? &into.laws : nullptr, into);
}

Result<Bank> load(std::string_view text, std::string_view name, bool may_be_sealed) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  Bank bank;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::bank))
    read_bank(reader, *root, bank, may_be_sealed);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return bank;
}

}  // namespace

std::optional<QuestionKind> parse_question_kind(std::string_view text) {
  for (const KindName& name : kind_names())
    if (name.word == text) return name.kind;
  return std::nullopt;
}

std::string_view to_string(QuestionKind kind) {
  return name_of(kind).word;
}

const Text& wording(QuestionKind kind) {
  return name_of(kind).wording;
}

bool BankQuestion::has_key() const {
  if (kind == QuestionKind::short_answer) return true;
  if (kind != QuestionKind::blank) return !key.empty();
  return !blanks.empty() && !blanks.front().empty();
}

const BankQuestion* Bank::find(std::string_view question) const {
  const auto found = std::ranges::find(questions, question, &BankQuestion::id);
  return found == questions.end() ? nullptr : &*found;
}

Result<Bank> load_bank(std::string_view text, std::string_view name) {
  return load(text, name, false);
}

Result<Bank> load_drawn_bank(std::string_view text, std::string_view name) {
  return load(text, name, true);
}

Bank bank_of_tree(Reader& reader, const Node& root) {
  Bank bank;
  read_bank(reader, root, bank, false);
  return bank;
}

}  // namespace sihu
