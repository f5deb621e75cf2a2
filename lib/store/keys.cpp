#include "store/keys.hpp"

#include "base/ed25519.hpp"
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
#include <map>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".key";
constexpr std::uint64_t most_key_bytes = 4096;
constexpr std::size_t name_digits = 16;

fs::path folder_of(const fs::path& config_home) {
  return config_home / "sihu" / "keys";
}

fs::path file_of(const fs::path& config_home, std::string_view key) {
  return folder_of(config_home) / (std::string(key.substr(0, name_digits)) + std::string(ending));
}

tl::unexpected<Failure> cannot_write(const fs::path& file, int error) {
  return system_failure("cannot-write",
                        phrase(Text{"无法写 {0}", "cannot write {0}"}, file.string()), error);
}

Result<std::string> fresh_seed() {
  std::array<unsigned char, 32> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    return system_failure("no-random", phrase(Text{"取不到随机数", "there is no random source"}),
                          errno);
  std::string digits;
  for (const unsigned char byte : bytes) digits += fmt::format("{:02x}", byte);
  return digits;
}

bool is_below(const fs::path& folder, const fs::path& root) {
  std::error_code unknown;
  const fs::path way =
      fs::weakly_canonical(folder, unknown).lexically_relative(fs::weakly_canonical(root, unknown));
  return !way.empty() && *way.begin() != "..";
}

// Made anew, for its owner alone from the first byte on, and there whole or not at all.
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

using Pairs = std::map<std::string, std::string, std::less<>>;

Pairs pairs_in(std::string_view text) {
  Pairs pairs;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t blank = line.find(' ');
    if (blank != std::string_view::npos)
      pairs.emplace(line.substr(0, blank), line.substr(blank + 1));
  }
  return pairs;
}

tl::unexpected<Failure> not_a_key(const fs::path& file) {
  return fail(Kind::input, "not-a-key-file",
              phrase(Text{"{0} 不是 sihu 的私钥文件，或已损坏",
                          "{0} is no secret key of sihu's, or is damaged"},
                     file.string()),
              phrase(Text{"从备份恢复，或用 sihu key new 另做一个",
                          "restore it from a copy, or make another with sihu key new"}));
}

Result<std::pair<KeptKey, SigningKey>> read_key(const fs::path& file) {
  if (auto safe = check_private(file); !safe) return tl::unexpected(safe.error());
  const auto text = read_file(file, file.string(), most_key_bytes);
  if (!text) return tl::unexpected(text.error());
  Pairs pairs = pairs_in(*text);
  const std::string& seed = pairs["secret"];
  const std::string& key = pairs["public"];
  if (pairs["sihu-key"] != "1" || !is_ed25519_key(seed) || ed25519_public_key(seed) != key)
    return not_a_key(file);
  return std::pair{KeptKey{file, key, pairs["organisation"], pairs["person"]},
                   SigningKey{key, seed}};
}

}  // namespace

Result<KeptKey> make_key(const fs::path& config_home, const fs::path& root,
                         const std::string& organisation, const std::string& person) {
  if (is_below(folder_of(config_home), root))
    return fail(Kind::refused, "key-in-workspace",
                phrase(Text{"私钥会存到工作区之内（{0}），不能这样做",
                            "the secret key would lie inside the workspace ({0})"},
                       folder_of(config_home).string()),
                phrase(Text{"把 XDG_CONFIG_HOME 设为工作区之外的目录",
                            "set XDG_CONFIG_HOME to a folder outside of it"}));
  const auto seed = fresh_seed();
  if (!seed) return tl::unexpected(seed.error());
  KeptKey kept{{}, ed25519_public_key(*seed), organisation, person};
  kept.file = file_of(config_home, kept.key);
  const std::string text =
      fmt::format("sihu-key 1\norganisation {}\nperson {}\npublic {}\nsecret {}\n", organisation,
                  person, kept.key, *seed);
  if (auto written = write_secret(kept.file, text); !written)
    return tl::unexpected(written.error());
  return kept;
}

Result<std::vector<KeptKey>> kept_keys(const fs::path& config_home) {
  const auto names = list_folder(folder_of(config_home), ending);
  if (!names) return tl::unexpected(names.error());
  std::vector<KeptKey> keys;
  Failure failure{Kind::input, {}};
  for (const std::string& name : *names) {
    auto key = read_key(folder_of(config_home) / name);
    if (key)
      keys.push_back(std::move(key->first));
    else
      add_failure(failure, std::move(key.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return keys;
}

Result<std::optional<SigningKey>> signing_key(const fs::path& config_home, const Person& person,
                                              Date day) {
  for (auto one = person.keys.rbegin(); one != person.keys.rend(); ++one) {
    std::error_code unknown;
    const fs::path file = file_of(config_home, one->key);
    if (!one->holds_on(day) || !fs::exists(file, unknown)) continue;
    auto key = read_key(file);
    if (!key) return tl::unexpected(key.error());
    if (key->second.key == one->key) return std::optional(std::move(key->second));
  }
  return std::optional<SigningKey>();
}

}  // namespace sihu
