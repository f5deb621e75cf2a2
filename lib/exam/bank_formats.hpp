#pragma once

#include "document/organisation.hpp"
#include "exam/exchange.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How other programs write questions; `csv` is our own table, which loses nothing.
enum class BankFormat { gift, aiken, moodle, csv };

std::optional<BankFormat> parse_bank_format(std::string_view word);

/// By the ending of `name` (.gift .aiken .xml .csv), else by what `text` looks like; nothing when
/// it looks like none of them.
std::optional<BankFormat> guess_bank_format(std::string_view name, std::string_view text);

/// What a text looks like that can't be read as `expected`, and what was expected, where it is
/// plain that it is something else: a bank of our own (YAML), or another of the formats.
std::optional<Phrase> looks_like_another(BankFormat expected, std::string_view text);

ExportedBank write_bank_as(BankFormat format, const Bank& bank, Lang lang);
Result<ImportedBank> read_bank_as(BankFormat format, std::string_view text, std::string_view name,
                                  QuestionIds& ids);

/// Which questions of a bank go out.
struct BankSelection {
  std::string topic;    ///< only of this topic; empty: of any
  bool drafts = false;  ///< drafts too
};

/// `bank` with those questions alone, and with the laws they cite. `Kind::input` when none has the
/// topic, `Kind::refused` when there are drafts alone.
Result<Bank> selected_bank(Bank bank, const BankSelection& selection);

/// What an importing bank is, where the files do not say it.
struct ImportFrame {
  std::string id;
  std::string topic;   ///< of questions that name none
  std::string author;  ///< branch, in place of what the files say; empty: as they say
};

/// All that was read, as one bank: what a file says of the bank itself is said by the first that
/// does, except its id.
Bank joined_bank(std::vector<ImportedBank> parts, const ImportFrame& frame);

/// Branches that wrote questions and that `organisation` does not have, each once.
std::vector<Fault> unknown_authors(const Bank& bank, const Organisation& organisation);

}  // namespace sihu
