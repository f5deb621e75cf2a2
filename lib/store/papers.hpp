#pragma once

#include "document/bank.hpp"
#include "document/paper.hpp"
#include "store/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A document as it is used, with the digest under which it is kept.
template <class Document>
struct KeptDocument {
  Document document;
  std::string text;
  std::string digest;  ///< SHA-256 of `text`, 64 hex digits; lines carry the first 16

  std::string doc() const { return digest.substr(0, 16); }
};

using PaperDocument = KeptDocument<Paper>;
using BankDocument = KeptDocument<Bank>;

/// The rules of the paper `id` in `papers/`. `Kind::input` with the nearest where there are none of
/// that name, or they are faulty.
Result<PaperDocument> current_paper(const Workspace& workspace, const std::string& id);

/// `Kind::input` with the nearest where `papers/` has no rules of that name.
Result<void> check_known_paper(const Workspace& workspace, const std::string& id);

/// The banks in `banks/`, by name: those in `ids`, or all where it is empty. `Kind::input` with
/// everything that is wrong with them, or where there are none.
Result<std::vector<BankDocument>> current_banks(const Workspace& workspace,
                                                const std::vector<std::string>& ids);

/// What a line names by the first 16 digits of its digest, from `evidence/`. `Kind::integrity`
/// where it is not there.
Result<PaperDocument> recorded_paper(const Workspace& workspace, std::string_view doc);
Result<BankDocument> recorded_bank(const Workspace& workspace, std::string_view doc);

}  // namespace sihu
