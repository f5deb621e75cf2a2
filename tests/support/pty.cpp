#include "support/pty.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace sihu::test {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string> environment_of(const PtyProcess::Setting& setting) {
  std::map<std::string, std::string> all{
      {"TERM", "xterm"}, {"PATH", "/usr/bin:/bin"}, {"SIHU_PAGER", "cat"}};
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) all[name] = value;
  for (const auto& [name, value] : setting.environment) all[name] = value;
  std::vector<std::string> list;
  for (const auto& [name, value] : all) list.push_back(name + "=" + value);
  return list;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace

PtyProcess::PtyProcess(const Setting& setting) {
  std::vector<std::string> words = setting.command;
  std::vector<std::string> variables = environment_of(setting);
  const std::vector<char*> arguments = pointers(words);
  const std::vector<char*> environment = pointers(variables);
  winsize size = {};
  size.ws_col = static_cast<unsigned short>(setting.columns);
  size.ws_row = static_cast<unsigned short>(setting.rows);
  int slave = -1;
  if (openpty(&terminal_, &slave, nullptr, nullptr, &size) != 0)
    throw std::runtime_error("openpty");
  fcntl(terminal_, F_SETFD, FD_CLOEXEC);
  fcntl(slave, F_SETFD, FD_CLOEXEC);
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("fork");
  if (pid_ == 0) {
    login_tty(slave);
    if (chdir(setting.directory.c_str()) == 0)
      execve(arguments.front(), arguments.data(), environment.data());
    _exit(127);
  }
  keep_open_ = slave;
}

PtyProcess::~PtyProcess() {
  if (!ended_) {
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  ::close(keep_open_);
  ::close(terminal_);
}

bool PtyProcess::read_some(std::chrono::milliseconds wait) {
  pollfd ready{terminal_, POLLIN, 0};
  if (poll(&ready, 1, static_cast<int>(wait.count())) <= 0) return false;
  char piece[4096];
  const ssize_t count = ::read(terminal_, piece, sizeof piece);
  if (count <= 0) return false;
  shown_.append(piece, static_cast<std::size_t>(count));
  return true;
}

bool PtyProcess::expect(std::string_view text, std::chrono::seconds limit) {
  const auto end = Clock::now() + limit;
  while (true) {
    const std::size_t at = shown_.find(text, found_);
    if (at != std::string::npos) {
      found_ = at + text.size();
      return true;
    }
    if (read_some(std::chrono::milliseconds(50))) continue;
    if (Clock::now() > end) return false;
    if (!ended_ && waitpid(pid_, &status_, WNOHANG) == pid_) {
      ended_ = true;
      continue;
    }
    if (ended_) return shown_.find(text, found_) != std::string::npos;
  }
}

void PtyProcess::send(std::string_view keys) {
  while (!keys.empty()) {
    const ssize_t count = ::write(terminal_, keys.data(), keys.size());
    if (count > 0)
      keys.remove_prefix(static_cast<std::size_t>(count));
    else if (errno != EINTR)
      return;
  }
}

void PtyProcess::resize(int columns, int rows) {
  winsize size = {};
  size.ws_col = static_cast<unsigned short>(columns);
  size.ws_row = static_cast<unsigned short>(rows);
  ioctl(terminal_, TIOCSWINSZ, &size);
}

void PtyProcess::kill_hard() {
  if (!ended_) ::kill(pid_, SIGKILL);
}

int PtyProcess::wait(std::chrono::seconds limit) {
  const auto end = Clock::now() + limit;
  while (!ended_) {
    while (read_some(std::chrono::milliseconds(10))) continue;
    ended_ = waitpid(pid_, &status_, WNOHANG) == pid_;
    if (!ended_ && Clock::now() > end) return -1;
  }
  while (read_some(std::chrono::milliseconds(10))) continue;
  return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
}

bool PtyProcess::terminal_is_normal() const {
  termios mode = {};
  return tcgetattr(keep_open_, &mode) == 0 && (mode.c_lflag & ICANON) != 0 &&
         (mode.c_lflag & ECHO) != 0;
}

}  // namespace sihu::test
