#include "tools/cli/answers_input.hpp"

#include "base/utf8.hpp"
#include "store/xlsx_read.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// Evidence is named as seen from the file that names it.
fs::path folder_of(const World& world, const std::string& file) {
  if (file == "-") return world.directory;
  return (world.directory / file).parent_path();
}

NewAnswer new_answer(const AnswerRow& row, const fs::path& folder) {
  NewAnswer given{row.item, row.answer};
  for (auto& path : given.answer.evidence) path = (folder / path).string();
  return given;
}

// By its name a workbook, else a text in `encoding`.
Result<AnswersFile> load_file(World& world, const std::string& file, std::string_view encoding,
                              const Inspection& inspection, const Standing& standing) {
  const auto& branch = *inspection.workspace().organisation().find_branch(inspection.key.branch);
  const fs::path folder = folder_of(world, file);
  const EvidenceCheck evidence = [&](const std::string& path) {
    return evidence_fault(folder / path, path);
  };
  if (is_xlsx_name(file)) {
    const auto sheet = read_xlsx(world.directory / file, file);
    if (!sheet) return tl::unexpected(sheet.error());
    return load_answers(*sheet, file, inspection.key, standing.basis(branch), evidence);
  }
  const auto given = world.read_text(file, encoding);
  if (!given) return tl::unexpected(given.error());
  return load_answers(given->text, given->name, guess_written_format(given->name, given->text),
                      inspection.key, standing.basis(branch), evidence);
}

}  // namespace

std::optional<Fault> evidence_fault(const fs::path& path, const std::string& typed) {
  std::error_code error;
  const auto status = fs::status(path, error);
  // What can't even be looked at is no mistake in the input: reading it will say why.
  if (fs::is_regular_file(status) || !fs::status_known(status)) return std::nullopt;
  if (fs::exists(status))
    return Fault{
        {},
        "evidence-not-a-file",
        phrase(Text{"佐证 {0} 不是普通文件", "evidence {0} is no plain file"}, visible(typed))};
  const fs::path real = fs::weakly_canonical(path, error);
  return Fault{{},
               "evidence-not-found",
               phrase(Text{"没有佐证文件 {0}", "there is no evidence file {0}"}, visible(typed)),
               phrase(Text{"找的是 {0}", "looked for {0}"}, real.string())};
}

Result<AnswersInput> read_answers(World& world, const std::string& file, std::string_view encoding,
                                  const Inspection& inspection, const Standing& standing) {
  const auto loaded = load_file(world, file, encoding, inspection, standing);
  if (!loaded) return tl::unexpected(loaded.error());
  const fs::path folder = folder_of(world, file);
  AnswersInput input;
  input.unanswered = loaded->unanswered;
  for (const auto& row : loaded->rows) {
    input.answers.push_back(new_answer(row, folder));
    input.places.push_back(row.place);
  }
  return input;
}

Result<void> keep_evidence(const Workspace& workspace, std::vector<NewAnswer>& answers) {
  for (NewAnswer& given : answers) {
    std::vector<std::string> names;
    for (const auto& path : given.answer.evidence) {
      auto kept = workspace.keep_evidence(path);
      if (!kept) return tl::unexpected(kept.error());
      if (std::ranges::find(names, *kept) == names.end()) names.push_back(std::move(*kept));
    }
    given.answer.evidence = std::move(names);
  }
  return {};
}

Result<std::vector<std::string>> keep_files(const World& world, const Workspace& workspace,
                                            const std::vector<std::string>& files) {
  std::vector<Fault> faults;
  for (const std::string& file : files)
    if (auto fault = evidence_fault(world.directory / file, file)) faults.push_back(*fault);
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  std::vector<std::string> names;
  for (const std::string& file : files) {
    auto kept = workspace.keep_evidence(world.directory / file);
    if (!kept) return tl::unexpected(kept.error());
    names.push_back(std::move(*kept));
  }
  return names;
}

}  // namespace sihu
