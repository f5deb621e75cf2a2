#include "store/ledger_files.hpp"

#include "ledger/union.hpp"
#include "store/files.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

Phrase ask_verify() {
  return phrase(Text{"用 sihu verify 查看全部问题；从备份或其他副本恢复该文件",
                     "sihu verify shows all of it; restore the file from a copy"});
}

std::vector<Fault> check_belongs(const Header& header, const std::string& name,
                                 std::string_view organisation) {
  std::vector<Fault> faults;
  const Place head{name, 1, 0};
  if (header.organisation != organisation)
    faults.push_back({head, "foreign-organisation",
                      phrase(Text{"这是单位 {0} 的台账，本工作区属于 {1}",
                                  "a ledger of {0}, this workspace belongs to {1}"},
                             header.organisation, organisation)});
  const std::string expected = "ledger/" + ledger_file_name(header);
  if (plain_ledger_name(name) != expected)
    faults.push_back(
        {head, "misnamed-file",
         phrase(Text{"按首行所写，文件名应为 {0}", "by its first line its name should be {0}"},
                expected)});
  return faults;
}

// A file that is a link must not lead out of the workspace.
Result<void> check_inside(const fs::path& root, const std::string& name) {
  std::error_code ignored;
  if (!fs::is_symlink(root / name, ignored)) return {};
  if (const auto inside = path_inside(root, name); !inside) return tl::unexpected(inside.error());
  return {};
}

}  // namespace

Result<std::vector<std::string>> ledger_file_names(const fs::path& root) {
  std::vector<std::string> names;
  const auto top = path_inside(root, "ledger");
  if (!top) return tl::unexpected(top.error());
  const auto folders = list_folder(*top);
  if (!folders) return folders;
  for (const std::string& folder : *folders) {
    std::error_code ignored;
    if (!fs::is_directory(*top / folder, ignored)) continue;
    const auto inside = path_inside(root, fs::path("ledger") / folder);
    if (!inside) return tl::unexpected(inside.error());
    const auto files = list_folder(*inside, ".tsv");
    if (!files) return files;
    for (const std::string& file : *files) names.push_back("ledger/" + folder + "/" + file);
  }
  std::ranges::sort(names);
  return names;
}

Result<LedgerFile> read_own_ledger_file(const fs::path& root, const std::string& name,
                                        std::string_view organisation, bool check_chain) {
  if (auto inside = check_inside(root, name); !inside) return tl::unexpected(inside.error());
  const auto text = read_file(root / name, name);
  if (!text) return tl::unexpected(text.error());
  auto file = read_ledger_file(*text, name, check_chain);
  if (!file) return file;
  if (file->header_check.empty()) return file;
  if (auto faults = check_belongs(file->header, name, organisation); !faults.empty())
    return fail(Kind::integrity, std::move(faults));
  return file;
}

Result<Header> read_own_header(std::string_view line, const std::string& name,
                               std::string_view organisation) {
  auto header = read_header(line, name);
  if (!header) return header;
  if (auto faults = check_belongs(*header, name, organisation); !faults.empty())
    return fail(Kind::integrity, std::move(faults));
  return header;
}

Result<Descriptor> open_ledger_file(const fs::path& root, const std::string& name) {
  if (auto inside = check_inside(root, name); !inside) return tl::unexpected(inside.error());
  return open_file(root / name, name);
}

Result<std::vector<LedgerFile>> read_ledger_files(const fs::path& root,
                                                  std::string_view organisation, bool check_chain) {
  const auto names = ledger_file_names(root);
  if (!names) return tl::unexpected(names.error());
  std::vector<LedgerFile> files;
  Failure failure{Kind::integrity, {}};
  for (const std::string& name : *names) {
    auto file = read_own_ledger_file(root, name, organisation, check_chain);
    if (file) {
      files.push_back(std::move(*file));
      continue;
    }
    add_failure(failure, std::move(file.error()));
  }
  if (failure.faults.empty()) return files;
  if (failure.faults.back().hint.empty()) failure.faults.back().hint = ask_verify();
  return tl::unexpected(std::move(failure));
}

}  // namespace sihu
