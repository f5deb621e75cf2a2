#pragma once

#include "check/answers.hpp"
#include "tools/cli/inspection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Reads a file of answers (`-`: standard input) for a check. Every fault of the file and of the
/// evidence it names, at once.
struct AnswersInput {
  std::vector<NewAnswer> answers;  ///< evidence as absolute paths
  std::vector<Place> places;       ///< of their rows
  int unanswered = 0;
};
Result<AnswersInput> read_answers(World& world, const std::string& file, std::string_view encoding,
                                  const Inspection& inspection, const Standing& standing);

/// Copies the evidence of all answers into the workspace and puts the kept names in its place.
Result<void> keep_evidence(const Workspace& workspace, std::vector<NewAnswer>& answers);

/// Files that can't be kept as evidence: not there, or no plain file.
std::optional<Fault> evidence_fault(const std::filesystem::path& path, const std::string& typed);

/// Copies files, as they were typed, into the workspace as evidence and gives the kept names.
/// `Kind::input`, and nothing is copied, with all of them that can't be kept.
Result<std::vector<std::string>> keep_files(const World& world, const Workspace& workspace,
                                            const std::vector<std::string>& files);

}  // namespace sihu
