#include "exam/sealed_bank.hpp"

#include "base/sha256.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

constexpr std::string_view first_words = "sihu-bank-key 1 ";
constexpr std::size_t doc_digits = 16;

int digit_value(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

// `digits` are lower-case hex, two a byte.
std::string bytes_of(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(digit_value(digits[i]) * 16 + digit_value(digits[i + 1]));
  return bytes;
}

// Only what has to be asked is named here, so that a key of another kind can't slip through.
BankQuestion without_key(const BankQuestion& question) {
  BankQuestion asked;
  asked.id = question.id;
  asked.kind = question.kind;
  asked.stem = question.stem;
  asked.choices = question.choices;
  asked.shuffle = question.shuffle;
  asked.blanks.resize(question.blanks.size());
  asked.topic = question.topic;
  asked.difficulty = question.difficulty;
  asked.expected = question.expected;
  asked.points = question.points;
  asked.author = question.author;
  return asked;
}

}  // namespace

std::string promise_of(const BankKey& key) {
  return sha256_hex({bytes_of(key.random), key.text});
}

Phrase promise_words(std::string_view promise) {
  return phrase(Text{"答案的 SHA-256：{0}", "SHA-256 of the key: {0}"}, promise);
}

bool fits(const BankKey& key, const Bank& sealed) {
  return is_sha256_hex(key.random) && promise_of(key) == sealed.sealed;
}

std::optional<Bank> asked_bank(const Bank& bank, const std::vector<ComposedForm>& forms) {
  std::set<std::string> asked;
  for (const ComposedForm& composed : forms)
    asked.insert(composed.form.questions.begin(), composed.form.questions.end());
  Bank part = bank;
  std::erase_if(part.questions, [&](const BankQuestion& question) {
    return !asked.contains(bank.id + "/" + question.id);
  });
  return part.questions.empty() ? std::nullopt : std::optional(std::move(part));
}

Bank sealed_bank(const Bank& bank, std::string promise) {
  Bank sealed;
  sealed.id = bank.id;
  sealed.version = bank.version;
  sealed.title = bank.title;
  sealed.author = bank.author;
  sealed.sealed = std::move(promise);
  for (const BankQuestion& question : bank.questions)
    sealed.questions.push_back(without_key(question));
  return sealed;
}

bool is_made_of(const Bank& sealed, const Bank& bank) {
  if (sealed.id != bank.id) return false;
  Bank part = bank;
  std::erase_if(part.questions,
                [&](const BankQuestion& question) { return !sealed.find(question.id); });
  return write_bank(sealed_bank(part, sealed.sealed)) == write_bank(sealed);
}

void name_sealed_bank(std::vector<ComposedForm>& forms, const BankDigest& sealed) {
  for (ComposedForm& composed : forms) {
    for (BankDigest& digest : composed.form.banks)
      if (digest.id == sealed.id) digest.doc = sealed.doc;
    composed.form.key.name = form_name(composed.form);
  }
}

std::string write_bank_key(const BankKey& key) {
  return std::string(first_words) + key.random + "\n" + key.text;
}

Result<BankKey> parse_bank_key(std::string_view text, std::string_view name) {
  const std::string_view line = text.substr(0, text.find('\n'));
  BankKey key;
  if (line.starts_with(first_words) && line.size() < text.size())
    key = {std::string(line.substr(first_words.size())), std::string(text.substr(line.size() + 1))};
  if (is_sha256_hex(key.random)) return key;
  return fail(Kind::input, "not-a-bank-key",
              phrase(Text{"{0} 不是卷子的答案文件，或已损坏",
                          "{0} is no key of a sealed paper, or is damaged"},
                     name));
}

Draft publish_key(const PaperKey& paper, const BankDigest& sealed, const BankKey& key) {
  return {"test.key",
          subject_of(paper),
          {{"doc", sha256_hex(key.text).substr(0, doc_digits)},
           {"banks", write_banks({sealed})},
           {"random", key.random}}};
}

}  // namespace sihu
