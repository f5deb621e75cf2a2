#pragma once

#include "document/bank.hpp"
#include "exam/compose.hpp"
#include "exam/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

// A sealed paper is drawn from a bank that no candidate's machine has. Two documents are made of
// the questions that are asked: a bank with its keys, which stays with the committee, and the same
// without them, which goes with the paper and promises the first: it has the SHA-256 of random
// bytes and the whole bank with keys. Once both are published everybody can see that nothing was
// changed after the candidates had their questions.

/// A bank with keys, and what it takes to see that it is the one that was promised.
struct BankKey {
  std::string random;  ///< 32 bytes of the machine's random source, as 64 hex digits
  std::string text;    ///< the bank, as YAML
};

/// What candidates are given of it: SHA-256(the random bytes ‖ `text`), 64 hex digits.
std::string promise_of(const BankKey& key);

/// How a promise is shown to candidates.
Phrase promise_words(std::string_view promise);

/// Whether the key is the one that a sealed bank promises.
bool fits(const BankKey& key, const Bank& sealed);

/// Of a bank only the questions that `forms` ask; nothing where they ask none.
std::optional<Bank> asked_bank(const Bank& bank, const std::vector<ComposedForm>& forms);

/// The same bank without keys, accepted answers, models, explanations, sources and readings, with
/// `promise` in their place. Options stay in their order, and blanks as many as they were.
Bank sealed_bank(const Bank& bank, std::string promise);

/// Whether `bank` asks, word for word, what `sealed` was made of: its questions, leaving aside what
/// sealing leaves out. A key that was changed since shows only once it is published.
bool is_made_of(const Bank& sealed, const Bank& bank);

/// Lets `forms` name a sealed bank, by the first 16 digits of its digest, in place of the bank of
/// that id.
void name_sealed_bank(std::vector<ComposedForm>& forms, const BankDigest& sealed);

/// A key as its file has it: a line `sihu-bank-key 1 RANDOM`, then the bank.
std::string write_bank_key(const BankKey& key);
/// `Kind::input` where it is no such file, or damaged.
Result<BankKey> parse_bank_key(std::string_view text, std::string_view name);

/// The line that publishes the key of a sealed bank.
Draft publish_key(const PaperKey& paper, const BankDigest& sealed, const BankKey& key);

}  // namespace sihu
