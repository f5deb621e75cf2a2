#include "faults/calls.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <set>

namespace sihu::test {
namespace {

using Names = std::set<std::string>;

Mishap error(const char* shown, int number) {
  return {std::to_string(number), shown, false};
}

Mishap onward(const char* shown, int number) {
  return {std::to_string(number), shown, true};
}

bool is_reading(const Call& call) {
  return Names{"read", "pread"}.contains(call.name);
}

bool is_writing(const Call& call) {
  return Names{"write", "pwrite", "copy_file_range"}.contains(call.name);
}

// What changes a folder.
bool is_naming(const Call& call) {
  return Names{"open+w", "mkdir", "rename", "link", "chmod", "fchmod"}.contains(call.name);
}

std::vector<Mishap> errors_of(const Call& call) {
  if (is_reading(call)) return {error("EIO", EIO), error("EINTR", EINTR)};
  if (is_writing(call))
    return {error("ENOSPC", ENOSPC), error("EIO", EIO), error("EINTR", EINTR),
            onward("ENOSPC onward", ENOSPC)};
  if (is_flush(call))
    return {error("EIO", EIO), error("ENOSPC", ENOSPC), error("EINTR", EINTR),
            onward("EIO onward", EIO)};
  if (is_naming(call))
    return {error("EACCES", EACCES), error("EMFILE", EMFILE), error("EROFS", EROFS),
            error("EIO", EIO), onward("ENOSPC onward", ENOSPC)};
  if (call.name == "open")
    return {error("EACCES", EACCES), error("EMFILE", EMFILE), error("EIO", EIO)};
  if (call.name == "fdopendir" || call.name == "mmap") return {error("ENOMEM", ENOMEM)};
  if (call.name == "lock") return {error("ENOLCK", ENOLCK), error("EINTR", EINTR)};
  if (call.name == "close") return {error("EIO", EIO), error("EINTR", EINTR)};
  if (call.name == "readdir") return {error("EIO", EIO)};
  return {error("EACCES", EACCES), error("EIO", EIO)};
}

bool is_cache(const std::string& path) {
  return path.find("/.sihu/") != std::string::npos || path.ends_with("/.sihu");
}

}  // namespace

std::vector<Call> read_calls(std::string_view log) {
  std::vector<Call> calls;
  while (!log.empty()) {
    std::string_view line = log.substr(0, log.find('\n'));
    log.remove_prefix(line.size() + 1);
    const bool failed = line.starts_with('-');
    if (failed) line.remove_prefix(1);
    const std::size_t first = line.find('\t');
    const std::size_t second = std::min(line.find('\t', first + 1), line.size());
    calls.push_back({std::string(line.substr(0, first)),
                     std::string(line.substr(first + 1, second - first - 1)),
                     std::string(line.substr(std::min(second + 1, line.size()))), failed});
  }
  return calls;
}

bool Mishap::is_passing(const Call& call) const {
  if (call.name == "close") return true;
  const bool interrupted = what == std::to_string(EINTR);
  return what == "short" ||
         (interrupted && (is_reading(call) || is_writing(call) ||
                          Names{"lock", "ftruncate", "truncate"}.contains(call.name)));
}

std::vector<Mishap> mishaps_of(const Call& call) {
  std::vector<Mishap> all = errors_of(call);
  if (is_reading(call) || is_writing(call)) all.push_back({"short", "short", false});
  return all;
}

std::vector<Mishap> ends_of(const Call& call) {
  std::vector<Mishap> all{{"kill", "kill", false}, {"signal", "SIGINT", false}};
  if (is_writing(call)) all.push_back({"tear", "tear", false});
  return all;
}

bool changes_something(const Call& call) {
  return is_writing(call) || is_naming(call) || is_flush(call) ||
         Names{"ftruncate", "truncate", "unlink", "unlinkat", "lock"}.contains(call.name);
}

bool is_flush(const Call& call) {
  return Names{"fsync", "fdatasync", "syncfs"}.contains(call.name);
}

std::vector<std::string> not_flushed(const std::vector<Call>& calls) {
  Names bytes;    // files whose bytes are not flushed
  Names entries;  // folders whose entries are not
  for (const Call& call : calls) {
    const auto folder = [](const std::string& path) {
      return std::filesystem::path(path).parent_path().string();
    };
    if (call.path == "(stdout)") break;
    if (call.failed) continue;
    if (is_writing(call)) bytes.insert(call.path);
    if (call.name == "mkdir" && !is_cache(call.path)) entries.insert(folder(call.path));
    if ((call.name == "rename" || call.name == "link") && !is_cache(call.to)) {
      if (bytes.contains(call.path)) bytes.insert(call.to);
      entries.insert(folder(call.to));
    }
    if (call.name == "syncfs") bytes.clear();
    if (!is_flush(call)) continue;
    bytes.erase(call.path);
    entries.erase(call.path);
  }
  std::erase_if(bytes, is_cache);
  bytes.merge(entries);
  return {bytes.begin(), bytes.end()};
}

}  // namespace sihu::test
