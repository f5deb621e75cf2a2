#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu::test {

/// A program on a terminal of its own: what it shows is read, keys are sent to it.
///
/// The environment is exactly `environment` (and TERM=xterm, PATH, sanitizer options). The program
/// is ended, by its own pid, when the object goes.
class PtyProcess {
 public:
  struct Setting {
    std::vector<std::string> command;  ///< path of the program and its arguments
    std::filesystem::path directory;
    std::map<std::string, std::string> environment = {};
    int columns = 80;
    int rows = 24;
  };

  explicit PtyProcess(const Setting& setting);
  ~PtyProcess();
  PtyProcess(const PtyProcess&) = delete;
  PtyProcess& operator=(const PtyProcess&) = delete;

  /// Waits until `text` has been shown behind what earlier calls found. False after `limit`, or
  /// when the program ended without it.
  bool expect(std::string_view text, std::chrono::seconds limit = std::chrono::seconds(20));
  /// Types `keys`: `"通过\r"`, `"\x7f"` (backspace), `"\x03"` (Ctrl-C), `"\x1b[D"` (left).
  void send(std::string_view keys);
  void resize(int columns, int rows);
  void kill_hard();  ///< SIGKILL

  /// Reads to the end and gives the exit status, or 128 + the signal that ended it; -1 after
  /// `limit`.
  int wait(std::chrono::seconds limit = std::chrono::seconds(20));

  /// Everything shown so far, escape sequences included.
  const std::string& shown() const { return shown_; }
  /// Whether the terminal echoes and reads by lines, as it was found.
  bool terminal_is_normal() const;
  pid_t pid() const { return pid_; }

 private:
  bool read_some(std::chrono::milliseconds wait);

  pid_t pid_ = -1;
  int terminal_ = -1;
  int keep_open_ = -1;
  bool ended_ = false;
  int status_ = -1;
  std::string shown_;
  std::size_t found_ = 0;
};

}  // namespace sihu::test
