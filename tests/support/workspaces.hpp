#pragma once

#include "store/workspace.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sihu::test {

/// A folder of its own below the system's temporary one; gone with this value.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void put_file(const std::filesystem::path& file, std::string_view bytes);
std::string file_bytes(const std::filesystem::path& file);

/// Every file below `folder` with its bytes, but not what is below `.sihu`: for "nothing changed".
std::vector<std::pair<std::string, std::string>> snapshot(const std::filesystem::path& folder);

/// The workspace of the invented organisation nrpb: branches zb03 and zb05, p003 of zb03
/// (inspector), p005 of zb05 (secretary) and p900 (committee). `more` is added to sihu.yaml.
Workspace make_workspace(const std::filesystem::path& root, std::string_view more = "");

/// p003 on the third branch's device k7m2qx.
Author an_author(Instant clock);

/// A decision for `count` notes about `subject`.
Decision some_notes(std::string subject, int count = 1);

}  // namespace sihu::test
