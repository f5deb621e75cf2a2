#include "store/device.hpp"

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "store/files.hpp"
#include "store/lock.hpp"
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

// What this machine and folder are, and a copy is not.
struct Here {
  std::string machine;
  std::string folder;
  fs::path real;
};

tl::unexpected<Failure> cannot_read(const fs::path& file, int error) {
  return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, file.string()),
                        error);
}

// Hashed: the machine's id is nobody else's business (machine-id(5)).
Result<std::string> machine() {
  const std::string file = "/etc/machine-id";
  const auto kind = look_at(file, file);
  if (!kind) return tl::unexpected(kind.error());
  const bool absent = *kind == fs::file_type::not_found;
  const auto id = absent ? Result<std::string>("-") : read_file(file, file, 4096);
  if (!id) return id;
  return sha256_hex({"sihu", *id}).substr(0, 16);
}

// What a copy of the folder cannot have in common with it.
Result<std::string> identity(const fs::path& root) {
  struct statx facts {};
  if (::statx(AT_FDCWD, root.c_str(), 0, STATX_INO | STATX_BTIME, &facts) != 0)
    return cannot_read(root, errno);
  const bool birth = (facts.stx_mask & STATX_BTIME) != 0;
  return fmt::format(
      "{}/{}", has_lasting_inodes(root) ? std::to_string(facts.stx_ino) : "-",
      birth ? fmt::format("{}.{:09}", facts.stx_btime.tv_sec, facts.stx_btime.tv_nsec) : "-");
}

// A fault in looking must not pass for another place: that would mint a device and forget a person.
Result<Here> look_around(const fs::path& root) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(root, error);
  if (error) return cannot_read(root, error.value());
  auto here = machine();
  if (!here) return tl::unexpected(here.error());
  auto folder = identity(root);
  if (!folder) return tl::unexpected(folder.error());
  return Here{std::move(*here), std::move(*folder), std::move(real)};
}

fs::path memory_file(const fs::path& state_home, const Here& here) {
  std::string folder = here.real.filename().string().substr(0, 40);
  for (char& c : folder)
    if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) c = '-';
  const std::string key = sha256_hex({here.machine, "\n", here.real.string()}).substr(0, 12);
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

LocalState believe(std::map<std::string, std::string> pairs, const Here& here) {
  LocalState state;
  if (pairs["machine"] != here.machine || pairs["folder"] != here.folder) return state;
  if (is_ledger_id(pairs["person"])) state.person = pairs["person"];
  if (is_device_id(pairs["device"]) && is_ledger_id(pairs["home"]))
    state.device = Device{pairs["device"], pairs["home"]};
  return state;
}

}  // namespace

Result<fs::path> local_state_file(const fs::path& state_home, const fs::path& root) {
  const auto here = look_around(root);
  if (!here) return tl::unexpected(here.error());
  return memory_file(state_home, *here);
}

Result<LocalState> load_local_state(const fs::path& state_home, const fs::path& root) {
  const auto here = look_around(root);
  if (!here) return tl::unexpected(here.error());
  const fs::path file = memory_file(state_home, *here);
  const auto kind = look_at(file, file.string());
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == fs::file_type::not_found) return LocalState{};
  const auto text = read_file(file, file.string(), 65536);
  if (!text) return tl::unexpected(text.error());
  return believe(read_pairs(*text), *here);
}

Result<void> save_local_state(const fs::path& state_home, const fs::path& root,
                              const LocalState& state) {
  const auto here = look_around(root);
  if (!here) return tl::unexpected(here.error());
  const fs::path file = memory_file(state_home, *here);
  if (auto made = make_folders(file.parent_path()); !made) return made;
  std::string text = fmt::format("# sihu: {}\n", visible(here->real.string()));
  text += fmt::format("machine={}\nfolder={}\n", here->machine, here->folder);
  if (!state.person.empty()) text += fmt::format("person={}\n", state.person);
  if (state.device)
    text += fmt::format("device={}\nhome={}\n", state.device->id, state.device->home);
  return write_file_atomically(file, text, file.string());
}

Result<Device> mint_device(const fs::path& state_home, const fs::path& root,
                           const std::string& home, std::string_view retired) {
  const auto here = look_around(root);
  if (!here) return tl::unexpected(here.error());
  // Two commands that record here for the first time must not become two devices.
  const auto lock = Lock::take(memory_file(state_home, *here).replace_extension("lock"));
  if (!lock) return tl::unexpected(lock.error());
  auto state = load_local_state(state_home, root);
  if (!state) return tl::unexpected(state.error());
  if (state->device && state->device->id != retired) return *state->device;
  state->device = Device{mint_device_id(), home};
  if (auto saved = save_local_state(state_home, root, *state); !saved)
    return tl::unexpected(saved.error());
  return *state->device;
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
