#include "store/secret_file.hpp"

#include "store/files.hpp"
#include "store/system_error.hpp"
#include "wording/shell_word.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_key_bytes = 4096;

tl::unexpected<Failure> cannot_write(const fs::path& file, int error) {
  return system_failure("cannot-write",
                        phrase(Text{"无法写 {0}", "cannot write {0}"}, file.string()), error);
}

bool is_below(const fs::path& folder, const fs::path& root) {
  std::error_code unknown;
  const fs::path way =
      fs::weakly_canonical(folder, unknown).lexically_relative(fs::weakly_canonical(root, unknown));
  return !way.empty() && *way.begin() != "..";
}

// Others must not be able to read it.
Result<void> check_private(const fs::path& file) {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) != 0)
    return system_failure("cannot-read",
                          phrase(Text{"无法读 {0}", "cannot read {0}"}, file.string()), errno);
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) == 0) return {};
  return fail(Kind::refused, "key-not-private",
              phrase(Text{"别人也能读私钥文件 {0}，不用它",
                          "others may read the secret key {0}, so it is not used"},
                     file.string()),
              phrase(Text{"执行 chmod 600 {0}", "run: chmod 600 {0}"}, shell_word(file.string())));
}

SecretLines lines_in(std::string_view text) {
  SecretLines pairs;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t blank = line.find(' ');
    if (blank != std::string_view::npos)
      pairs.emplace(line.substr(0, blank), line.substr(blank + 1));
  }
  return pairs;
}

}  // namespace

fs::path secret_folder(const fs::path& config_home) {
  return config_home / "sihu" / "keys";
}

Result<std::string> draw_secret() {
  std::array<unsigned char, 32> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    return system_failure("no-random", phrase(Text{"取不到随机数", "there is no random source"}),
                          errno);
  std::string digits;
  for (const unsigned char byte : bytes) digits += fmt::format("{:02x}", byte);
  return digits;
}

Result<void> check_outside(const fs::path& config_home, const fs::path& root) {
  if (!is_below(secret_folder(config_home), root)) return {};
  return fail(Kind::refused, "key-in-workspace",
              phrase(Text{"私钥会存到工作区之内（{0}），不能这样做",
                          "the secret key would lie inside the workspace ({0})"},
                     secret_folder(config_home).string()),
              phrase(Text{"把 XDG_CONFIG_HOME 设为工作区之外的目录",
                          "set XDG_CONFIG_HOME to a folder outside of it"}));
}

Result<void> write_secret(const fs::path& file, std::string_view text) {
  if (auto made = make_folders(file.parent_path()); !made) return made;
  if (::chmod(file.parent_path().c_str(), S_IRWXU) != 0) return cannot_write(file, errno);
  const fs::path beside =
      file.parent_path() / fmt::format(".{}.{}.tmp", file.filename().string(), ::getpid());
  const Descriptor descriptor(
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!descriptor) return cannot_write(file, errno);
  if (write_all(descriptor.number(), text) && ::fsync(descriptor.number()) == 0 &&
      ::rename(beside.c_str(), file.c_str()) == 0)
    return flush_folder(file.parent_path());
  const int error = errno;
  ::unlink(beside.c_str());
  return cannot_write(file, error);
}

Result<SecretLines> read_secret(const fs::path& file) {
  if (auto safe = check_private(file); !safe) return tl::unexpected(safe.error());
  const auto text = read_file(file, file.string(), most_key_bytes);
  if (!text) return tl::unexpected(text.error());
  return lines_in(*text);
}

tl::unexpected<Failure> not_a_secret(const fs::path& file) {
  return fail(Kind::input, "not-a-key-file",
              phrase(Text{"{0} 不是 sihu 的私钥文件，或已损坏",
                          "{0} is no secret key of sihu's, or is damaged"},
                     file.string()),
              phrase(Text{"从备份恢复，或用 sihu key new 另做一个",
                          "restore it from a copy, or make another with sihu key new"}));
}

}  // namespace sihu
