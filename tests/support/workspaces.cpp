#include "support/workspaces.hpp"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sihu::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "sihu.XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void put_file(const fs::path& file, std::string_view bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string file_bytes(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::pair<std::string, std::string>> snapshot(const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (entry.is_regular_file() && !name.starts_with(".sihu"))
      files.emplace_back(name, file_bytes(entry.path()));
  }
  std::ranges::sort(files);
  return files;
}

Workspace make_workspace(const fs::path& root, std::string_view more) {
  put_file(root / "sihu.yaml", std::string(R"(sihu: 1
organisation: {id: nrpb, name: 某市某局机关党委}
branches:
  - {id: zb03, name: 第三党支部}
  - {id: zb05, name: 第五党支部}
people:
  - {id: p003, name: 甲三, branch: zb03, roles: [inspector]}
  - {id: p005, name: 乙五, branch: zb05, roles: [secretary]}
  - {id: p900, name: 丙九, roles: [committee]}
)") + std::string(more));
  return Workspace::open(root).value();
}

Author an_author(Instant clock) {
  return Author{"p003", Device{"k7m2qx", "zb03"}, clock, {}};
}

Decision some_notes(std::string subject, int count) {
  Decision decision;
  decision.role = RoleName::inspector;
  for (int i = 0; i < count; ++i)
    decision.drafts.push_back(
        {"problem.note", subject, {{"note", "第" + std::to_string(i + 1) + "条"}}});
  return decision;
}

}  // namespace sihu::test
