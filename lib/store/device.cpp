#include "store/device.hpp"

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "store/files.hpp"
#include "store/system_error.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <stdexcept>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// FAT and exFAT number their files anew at every mount; there only the folder's birth counts.
bool has_lasting_inodes(const fs::path& root) {
  struct statfs facts {};
  if (::statfs(root.c_str(), &facts) != 0) return true;
  return facts.f_type != 0x4d44 && facts.f_type != 0x2011bab0;
}

// Hashed: the machine's id is nobody else's business (machine-id(5)).
std::string machine() {
  const auto id = read_file("/etc/machine-id", "/etc/machine-id", 4096);
  return sha256_hex({"sihu", id ? *id : std::string("-")}).substr(0, 16);
}

// What a copy of the folder cannot have in common with it.
std::string identity(const fs::path& root) {
  struct statx facts {};
  if (::statx(AT_FDCWD, root.c_str(), 0, STATX_INO | STATX_BTIME, &facts) != 0) return "-";
  const bool birth = (facts.stx_mask & STATX_BTIME) != 0;
  return fmt::format(
      "{}/{}", has_lasting_inodes(root) ? std::to_string(facts.stx_ino) : "-",
      birth ? fmt::format("{}.{:09}", facts.stx_btime.tv_sec, facts.stx_btime.tv_nsec) : "-");
}

fs::path memory_file(const fs::path& state_home, const fs::path& root) {
  std::error_code ignored;
  const fs::path real = fs::weakly_canonical(root, ignored);
  std::string folder = real.filename().string().substr(0, 40);
  for (char& c : folder)
    if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) c = '-';
  const std::string key = sha256_hex({machine(), "\n", real.string()}).substr(0, 12);
  return state_home / "sihu" / (folder + "-" + key + ".txt");
}

// `key=value` lines.
std::map<std::string, std::string> read_pairs(std::string_view text) {
  std::map<std::string, std::string> pairs;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t equals = std::min(line.find('='), line.size());
    if (equals < line.size()) pairs.emplace(line.substr(0, equals), line.substr(equals + 1));
  }
  return pairs;
}

LocalState believe(std::map<std::string, std::string> pairs, const fs::path& root) {
  LocalState state;
  if (pairs["machine"] != machine() || pairs["folder"] != identity(root)) return state;
  if (is_ledger_id(pairs["person"])) state.person = pairs["person"];
  if (is_device_id(pairs["device"]) && is_ledger_id(pairs["home"]))
    state.device = Device{pairs["device"], pairs["home"]};
  return state;
}

}  // namespace

fs::path local_state_file(const fs::path& state_home, const fs::path& root) {
  return memory_file(state_home, root);
}

Result<LocalState> load_local_state(const fs::path& state_home, const fs::path& root) {
  const fs::path file = memory_file(state_home, root);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return LocalState{};
  const auto text = read_file(file, file.string(), 65536);
  if (!text) return tl::unexpected(text.error());
  return believe(read_pairs(*text), root);
}

Result<void> save_local_state(const fs::path& state_home, const fs::path& root,
                              const LocalState& state) {
  const fs::path file = memory_file(state_home, root);
  if (auto made = make_folders(file.parent_path()); !made) return made;
  std::error_code ignored;
  std::string text =
      fmt::format("# sihu: {}\n", visible(fs::weakly_canonical(root, ignored).string()));
  text += fmt::format("machine={}\nfolder={}\n", machine(), identity(root));
  if (!state.person.empty()) text += fmt::format("person={}\n", state.person);
  if (state.device)
    text += fmt::format("device={}\nhome={}\n", state.device->id, state.device->home);
  return write_file_atomically(file, text, file.string());
}

std::string mint_device_id() {
  std::string id;
  while (id.size() < 6) {
    unsigned char byte = 0;
    if (::getrandom(&byte, 1, 0) != 1) {
      if (errno == EINTR) continue;
      throw std::runtime_error("the machine has no random source");
    }
    // 31 letters go 8 times into 256; the 8 bytes left over would favour the first letters.
    if (byte < 248) id += device_letters[byte % device_letters.size()];
  }
  return id;
}

}  // namespace sihu
