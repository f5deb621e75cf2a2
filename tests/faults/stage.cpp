#include "faults/stage.hpp"

#include "support/workspaces.hpp"

#include <unistd.h>

#include <stdexcept>

namespace sihu::test {
namespace {

namespace fs = std::filesystem;

bool is_left_over(const fs::path& name) {
  return name.extension() == ".tmp" && name.filename().string().starts_with('.');
}

bool is_in_cache(std::string_view name) {
  return name.find("/.sihu/") != std::string_view::npos || name.ends_with("/.sihu");
}

}  // namespace

Files files_below(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    files.emplace(entry.path().lexically_relative(folder),
                  entry.is_regular_file() ? file_bytes(entry.path()) : "(folder)");
  return files;
}

Files lasting(const Files& files) {
  Files kept;
  for (const auto& [name, bytes] : files)
    if (!is_in_cache(name) && !is_left_over(name) && !name.ends_with(".torn"))
      kept.emplace(name, bytes);
  return kept;
}

std::vector<std::string> litter(const Files& files) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files)
    if (is_left_over(name) || name.find("/.sihu/merge/") != std::string::npos)
      names.push_back(name);
  return names;
}

std::string likeness(const Files& files) {
  std::string text;
  for (const auto& [name, bytes] : files) {
    text += is_left_over(name) ? fs::path(name).parent_path().string() + "/tmp" : name;
    text += is_in_cache(name) ? std::to_string(bytes.size()) + "\n" : '\n' + bytes;
  }
  return text;
}

Stage::Stage(Furnish furnish) : furnish_(std::move(furnish)) {
  const bool memory = ::access("/dev/shm", W_OK) == 0;
  std::string name =
      ((memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "sihu.XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
  path_ = name;
  renew();
}

Stage::~Stage() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Stage::renew() const {
  for (const auto& entry : fs::directory_iterator(path_)) fs::remove_all(entry.path());
  furnish_(*this);
}

Order Stage::order(const std::vector<std::string>& words,
                   const std::map<std::string, std::string>& more) const {
  Order order{{SIHU_PROGRAM}, path_, more};
  order.command.insert(order.command.end(), words.begin(), words.end());
  order.environment.insert({{"PATH", "/usr/bin:/bin"},
                            {"HOME", path_.string()},
                            {"XDG_STATE_HOME", (path_ / "state").string()},
                            {"SIHU_LANG", "en"},
                            {"SIHU_WORKSPACE", (path_ / "w").string()},
                            {"SIHU_NOW", "2026-11-10"},
                            {"SIHU_DEVICE", "b5b5b5"},
                            {"SIHU_AS", "p005"}});
  return order;
}

void copy_fixture(const std::string& name, const fs::path& to) {
  fs::copy(fs::path(SIHU_SOURCE_DIR) / "tests/cli/fixture" / name, to, fs::copy_options::recursive);
}

}  // namespace sihu::test
