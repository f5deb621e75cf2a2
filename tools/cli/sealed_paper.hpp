#pragma once

#include "tools/cli/exam.hpp"

#include <string>
#include <vector>

namespace sihu {

// Drawing a sealed paper, from banks that lie outside of every workspace.

/// Which banks, and where their keys are written.
struct SealedChoice {
  std::vector<std::string> banks;
  std::vector<std::string> key_files;  ///< one for each bank; none: beside the banks

  bool is_wanted() const { return !banks.empty(); }
};

/// Declares `--bank` and `--key-out`.
void declare_sealed(Flags& flags, SealedChoice& choice);

/// `Kind::usage` for what does not go together.
Result<void> check_sealed(const SealedChoice& choice, bool is_drawn);

/// The banks. `Kind::refused` with everything that makes one no secret: it lies in a workspace, is
/// one of the templates', or asks what a bank of the workspace asks, or a sealed paper whose key is
/// published; and where its id is taken.
Result<std::vector<BankDocument>> banks_to_seal(const World& world, const ExamDesk& desk,
                                                const SealedChoice& choice);

/// Whether `forms`, which are drawn, were drawn from these banks: `Kind::refused` where one is not
/// among them, or asks something else by now.
Result<void> check_same_banks(const ExamDesk& desk, const ExamState& state,
                              const std::vector<BankDocument>& banks,
                              const std::vector<ComposedForm>& forms);

/// What sealing leaves beside the forms.
struct SealedForms {
  std::vector<std::string> documents;  ///< banks without keys, which forms now name
  std::vector<std::string> promises;   ///< of their keys
  std::vector<std::string> key_files;  ///< that were written
};

/// Writes the key of each bank that `forms` ask of, and lets them name a bank without keys in its
/// place.
Result<SealedForms> seal_forms(const World& world, const SealedChoice& choice, const PaperKey& key,
                               const std::vector<BankDocument>& banks,
                               std::vector<ComposedForm>& forms);

/// Whether the keys could be written where they are wanted, for a trial run.
Result<void> check_key_files(const World& world, const SealedChoice& choice, const PaperKey& key,
                             const std::vector<BankDocument>& banks,
                             const std::vector<ComposedForm>& forms);

/// `Kind::refused` where the paper has forms already and those are sealed, and these would not be,
/// or the other way round.
Result<void> check_sealed_alike(const ExamDesk& desk, const SealedChoice& choice);

/// Says what the paper's sealed banks promise.
Result<void> say_promises(World& world, const ExamDesk& desk, ExamForms& forms);

/// Says which keys papers that were handed in still wait for.
void say_missing_keys(World& world, const ExamDesk& desk, const ExamForms& forms,
                      const MarkedPapers& marked);

/// Puts the documents of published keys back that are gone from `evidence/` and were given.
Result<void> put_keys_back(World& world, const ExamDesk& desk, const ExamForms& forms);

/// Reads key files and takes them, and looks whether the paper can be marked.
Result<void> open_keys(const World& world, const std::vector<std::string>& files,
                       const PaperKey& key, ExamForms& forms);

}  // namespace sihu
