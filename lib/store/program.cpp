#include "store/program.hpp"

#include "store/system_error.hpp"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <thread>

extern char** environ;

namespace sihu {
namespace {

constexpr std::size_t most_said = 2000;

// A file without a name: what is written there waits for nobody who reads.
class NamelessFile {
 public:
  NamelessFile() : handle_(::memfd_create("sihu", MFD_CLOEXEC)) {}
  ~NamelessFile() {
    if (handle_ >= 0) ::close(handle_);
  }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;

  int handle() const { return handle_; }

  bool fill(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(handle_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(handle_, 0, SEEK_SET) == 0;
  }

  std::string last(std::size_t most) const {
    const off_t end = ::lseek(handle_, 0, SEEK_END);
    const off_t begin = std::max<off_t>(0, end - static_cast<off_t>(most));
    std::string text(static_cast<std::size_t>(std::max<off_t>(0, end - begin)), '\0');
    const ssize_t got = ::pread(handle_, text.data(), text.size(), begin);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    return text;
  }

 private:
  int handle_;
};

class SpawnActions {
 public:
  explicit SpawnActions(const NamelessFile& input) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, input.handle(), 0);
  }
  SpawnActions(const NamelessFile& input, const NamelessFile& said) : SpawnActions(input) {
    ::posix_spawn_file_actions_adddup2(&actions_, said.handle(), 1);
    ::posix_spawn_file_actions_adddup2(&actions_, said.handle(), 2);
  }
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// What is there, but for what is said anew.
std::vector<std::string> environment_with(const std::vector<std::string>& more) {
  std::vector<std::string> all;
  for (char** one = environ; *one; ++one) {
    const std::string_view entry(*one);
    const bool is_said = std::ranges::any_of(more, [&](const std::string& other) {
      return entry.starts_with(std::string_view(other).substr(0, other.find('=') + 1));
    });
    if (!is_said) all.emplace_back(entry);
  }
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

// Nothing, with the reason in `errno`, when it can't be started.
std::optional<pid_t> start(const ProgramCall& call, const SpawnActions& actions) {
  std::vector<std::string> words = call.words;
  std::vector<std::string> environment = environment_with(call.environment);
  pid_t child = 0;
  errno = ::posix_spawnp(&child, words.front().c_str(), actions.get(), nullptr,
                         pointers_to(words).data(), pointers_to(environment).data());
  return errno == 0 ? std::optional(child) : std::nullopt;
}

// How it ended; a program that does not end in time is ended.
ProgramEnd wait_for(pid_t child, std::chrono::seconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  int status = 0;
  while (true) {
    const pid_t done = ::waitpid(child, &status, WNOHANG);
    if (done == child) return {WIFEXITED(status) && WEXITSTATUS(status) == 0, true, {}};
    if (done < 0 && errno != EINTR) return {false, true, {}};
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return {false, false, {}};
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace

bool show_program(const ProgramCall& call) {
  const NamelessFile input;
  if (input.handle() < 0 || !input.fill(call.input)) return false;
  const auto child = start(call, SpawnActions(input));
  if (!child) return false;
  struct sigaction ours {};
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGINT, &ignore, &ours);
  int status = 0;
  while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) {
  }
  ::sigaction(SIGINT, &ours, nullptr);
  // What a shell says of a program that it can't start.
  constexpr int least = 126;
  constexpr int most = 127;
  return !(WIFEXITED(status) && WEXITSTATUS(status) >= least && WEXITSTATUS(status) <= most);
}

Result<ProgramEnd> run_program(const ProgramCall& call) {
  const NamelessFile input;
  const NamelessFile said;
  if (input.handle() < 0 || said.handle() < 0 || !input.fill(call.input))
    return system_failure(
        "no-memory-file",
        phrase(Text{"没有地方放 {0} 的输入", "no room for the input of {0}"}, call.words.front()),
        errno);
  const auto child = start(call, SpawnActions(input, said));
  if (!child)
    return system_failure("no-program",
                          phrase(Text{"启动不了 {0}", "{0} can't be started"}, call.words.front()),
                          errno);
  ProgramEnd end = wait_for(*child, call.patience);
  end.said = said.last(most_said);
  return end;
}

}  // namespace sihu
