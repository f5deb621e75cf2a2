#pragma once

#include "store/files.hpp"
#include "store/lock.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What private notes are about.
enum class NotesOf { sitting, drill };

/// Under what the notes of a sitting may lie.
struct SittingNames {
  std::string start;                ///< name of the line that began it; new notes are under this
  std::vector<std::string> others;  ///< of lines from other copies, which the ledger has as well
  /// As an older program had it for that workspace's folder.
  std::string subject;
};

/// What a candidate has answered so far, on this machine only: one small file below
/// `$XDG_STATE_HOME/sihu/`, a line for each step, each flushed before it is acknowledged. Only its
/// owner may read it, nor may anybody else look into the folder.
class SittingFile {
 public:
  /// The file of a sitting, or of somebody's drills, in a workspace, made when it is not there,
  /// locked as long as this lives: `Kind::environment` where it is open in another window. What is
  /// behind the last line feed, half a line from a machine that stopped, is cut off.
  static Result<SittingFile> open(const std::filesystem::path& state_home,
                                  const std::filesystem::path& root, std::string_view subject,
                                  NotesOf what = NotesOf::sitting);

  /// The same for a sitting that the ledger knows, wherever its workspace lies: it is found again
  /// when the folder is renamed, or mounted in another place.
  static Result<SittingFile> open(const std::filesystem::path& state_home,
                                  const std::filesystem::path& root, const SittingNames& names);

  /// Whether notes can be kept at all, before a sitting begins that needs them: keeps one and
  /// takes it away. Fails as `open` and `add` do.
  static Result<void> try_out(const std::filesystem::path& state_home,
                              const std::filesystem::path& root);

  const std::string& text() const { return text_; }
  /// There were no notes on this machine, not even empty ones.
  bool is_new() const { return is_new_; }

  /// Adds a line, durable.
  Result<void> add(std::string_view line);

  /// The paper is handed in.
  void forget();

 private:
  SittingFile(std::filesystem::path file, Descriptor descriptor, std::string text, bool is_new)
      : file_(std::move(file)),
        descriptor_(std::move(descriptor)),
        text_(std::move(text)),
        is_new_(is_new) {}

  static Result<SittingFile> open_at(const std::filesystem::path& file, NotesOf what);

  std::filesystem::path file_;
  Descriptor descriptor_;
  std::string text_;
  bool is_new_;
};

}  // namespace sihu
