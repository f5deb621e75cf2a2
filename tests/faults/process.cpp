#include "faults/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace sihu::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

std::string all_of(int file) {
  std::string text(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
  const ssize_t count = ::pread(file, text.data(), text.size(), 0);
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return text;
}

// What a program is to read: whole, and in nobody's folder.
int file_with(const std::string& text) {
  const int file = ::memfd_create("in", MFD_CLOEXEC);
  if (::pwrite(file, text.data(), text.size(), 0) < 0) ::_exit(127);
  return file;
}

}  // namespace

Running::Running(const Order& order)
    : out_(::memfd_create("out", MFD_CLOEXEC)), err_(::memfd_create("err", MFD_CLOEXEC)) {
  std::vector<std::string> command = order.command;
  std::vector<std::string> environment;
  for (const auto& [name, value] : order.environment) environment.push_back(name + "=" + value);
  const auto words = pointers(command);
  const auto variables = pointers(environment);
  pid_ = ::fork();
  if (pid_ != 0) return;
  if (!order.input.empty()) ::dup2(file_with(order.input), STDIN_FILENO);
  ::dup2(out_, STDOUT_FILENO);
  ::dup2(err_, STDERR_FILENO);
  if (::chdir(order.directory.c_str()) == 0)
    ::execve(words.front(), words.data(), variables.data());
  ::_exit(127);
}

Running::~Running() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    wait();
  }
  ::close(out_);
  ::close(err_);
}

Outcome Running::wait() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
  pid_ = -1;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), all_of(out_),
          all_of(err_)};
}

Outcome run(const Order& order) {
  return Running(order).wait();
}

}  // namespace sihu::test
