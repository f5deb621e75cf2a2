#pragma once

#include "calendar/workdays.hpp"
#include "store/workspace.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Documents that what is published rests on: calendars, plans, and checklists with what they
/// extend resolved. A seal keeps them as evidence and names them, so that a list or a bulletin can
/// be made again when they have changed, or where only the ledger and its evidence arrived.
struct DocumentsToSeal {
  std::vector<std::string> texts;  ///< calendars first, then the others by name
  std::vector<Fault> notes;        ///< `not-sealed`: a plan or checklist that can't be read

  /// The first 16 digits of their SHA-256, joined by `;`, as `doc=` has them.
  std::string digests() const;
};

/// The workspace's documents as they are now. A file that the system can't read is
/// `Kind::environment`, and a calendar with a fault `Kind::input`.
Result<DocumentsToSeal> documents_to_seal(const Workspace& workspace);

/// What the `doc=` of a seal names.
struct SealedDocuments {
  Workdays workdays;
  /// Nothing: the seal was made by a sihu that kept calendars only.
  std::optional<DocumentDigests> others;
};

/// Reads them from `evidence/` below `root`. One that is missing or was changed is
/// `Kind::integrity`.
Result<SealedDocuments> read_sealed_documents(const std::filesystem::path& root,
                                              std::string_view digests);

/// A document as it was kept, named by the first digits of its hash.
Result<std::string> kept_document(const std::filesystem::path& root, std::string_view digest);

}  // namespace sihu
