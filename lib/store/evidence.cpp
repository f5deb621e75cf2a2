#include "store/evidence.hpp"

#include "base/sha256.hpp"
#include "store/files.hpp"
#include "store/workspace.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_ending(std::string_view text) {
  return !text.empty() && text.size() <= 10 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

}  // namespace

std::string evidence_ending(const fs::path& file) {
  std::string ending = file.extension().string();
  if (!ending.empty()) ending.erase(0, 1);
  std::ranges::transform(ending, ending.begin(), lower);
  return is_ending(ending) ? ending : "bin";
}

Result<std::string> keep_bytes(const fs::path& root, std::string_view bytes,
                               std::string_view ending) {
  const std::string name = sha256_hex(bytes) + "." + std::string(ending);
  const auto file = path_inside(root, fs::path("evidence") / name);
  if (!file) return tl::unexpected(file.error());
  std::error_code ignored;
  if (fs::exists(*file, ignored)) {
    const auto there = read_file(*file, "evidence/" + name, bytes.size());
    if (there && *there == bytes) return name;
  }
  if (auto made = make_folders(file->parent_path()); !made) return tl::unexpected(made.error());
  if (auto written = write_file_atomically(*file, bytes, "evidence/" + name); !written)
    return tl::unexpected(written.error());
  return name;
}

Result<std::string> read_evidence(const fs::path& root, std::string_view name) {
  const std::string shown = "evidence/" + std::string(name);
  const auto file = path_inside(root, shown);
  if (!file) return tl::unexpected(file.error());
  auto bytes = read_file(*file, shown);
  if (!bytes) return bytes;
  if (sha256_hex(*bytes) == name.substr(0, name.find('.'))) return bytes;
  return fail(
      Kind::integrity,
      {Fault{Place{shown}, "evidence-changed",
             phrase(Text{"内容已被改动，与文件名中的摘要不符",
                         "its bytes were changed: they do not match the hash in its name"})}});
}

bool Workspace::has_evidence(std::string_view name) const {
  const auto file = path_inside(root_, fs::path("evidence") / name);
  std::error_code ignored;
  return file && fs::is_regular_file(*file, ignored);
}

Result<std::string> Workspace::keep_evidence(const fs::path& file) const {
  const auto bytes = read_file(file, file.string(), most_evidence_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  return keep_bytes(root_, *bytes, evidence_ending(file));
}

}  // namespace sihu
