#include "store/banks.hpp"

#include "base/sha256.hpp"
#include "store/files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder = "banks";
constexpr std::string_view yaml_ending = ".yaml";
constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;  // the YAML gate allows far less

tl::unexpected<Failure> unknown_bank(std::string_view id, const std::vector<std::string>& ids) {
  const auto close = nearest(std::string(id), ids);
  return fail(Kind::input, "unknown-bank",
              phrase(Text{"banks/ 里没有 {0}", "there is no {0} in banks/"}, id),
              close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{});
}

// Answers name questions by their ids alone.
std::vector<Fault> doubled_questions(const std::vector<KeptBank>& banks) {
  std::map<std::string, std::string> first;
  std::vector<Fault> faults;
  for (const KeptBank& kept : banks)
    for (const BankQuestion& question : kept.bank.questions) {
      const auto [before, is_new] = first.emplace(question.id, kept.name);
      if (!is_new)
        faults.push_back({question.place, "duplicate-question",
                          phrase(Text{"编号 {0} 在 {1} 里已有", "the id {0} is already in {1}"},
                                 question.id, before->second)});
    }
  return faults;
}

// Where a bank is written; the folder is made.
Result<fs::path> ready_place(const Workspace& workspace, const std::string& name) {
  auto file = path_inside(workspace.root(), name);
  if (!file) return file;
  if (auto made = make_folders(file->parent_path()); !made) return tl::unexpected(made.error());
  return file;
}

}  // namespace

std::string bank_name(std::string_view id) {
  return std::string(folder) + "/" + std::string(id) + std::string(yaml_ending);
}

Result<std::vector<std::string>> bank_ids(const Workspace& workspace) {
  auto ids = list_inside(workspace.root(), folder, yaml_ending);
  if (!ids) return ids;
  for (std::string& id : *ids) id.resize(id.size() - yaml_ending.size());
  return ids;
}

Result<KeptBank> read_bank(const Workspace& workspace, std::string_view id) {
  const auto ids = bank_ids(workspace);
  if (!ids) return tl::unexpected(ids.error());
  if (std::ranges::find(*ids, id) == ids->end()) return unknown_bank(id, *ids);
  const std::string name = bank_name(id);
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  const auto text = read_file(*file, name, most_document_bytes);
  if (!text) return tl::unexpected(text.error());
  auto bank = load_bank(*text, name);
  if (!bank) return tl::unexpected(bank.error());
  return KeptBank{std::move(*bank), name, sha256_hex(*text)};
}

Result<std::vector<KeptBank>> read_banks(const Workspace& workspace) {
  const auto ids = bank_ids(workspace);
  if (!ids) return tl::unexpected(ids.error());
  std::vector<KeptBank> banks;
  Failure failure{Kind::input, {}};
  for (const std::string& id : *ids) {
    auto bank = read_bank(workspace, id);
    if (bank)
      banks.push_back(std::move(*bank));
    else
      add_failure(failure, std::move(bank.error()));
  }
  if (auto doubled = doubled_questions(banks); !doubled.empty())
    add_failure(failure, Failure{Kind::input, std::move(doubled)});
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return banks;
}

Result<bool> create_bank(const Workspace& workspace, const Bank& bank) {
  const std::string name = bank_name(bank.id);
  const auto file = ready_place(workspace, name);
  if (!file) return tl::unexpected(file.error());
  return create_file_atomically(*file, write_bank(bank), name);
}

Result<void> save_bank(const Workspace& workspace, const Bank& bank) {
  const std::string name = bank_name(bank.id);
  const auto file = ready_place(workspace, name);
  if (!file) return tl::unexpected(file.error());
  return write_file_atomically(*file, write_bank(bank), name);
}

}  // namespace sihu
