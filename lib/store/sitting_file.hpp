#pragma once

#include "store/files.hpp"
#include "store/lock.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace sihu {

/// What private notes are about.
enum class NotesOf { sitting, drill };

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

  const std::string& text() const { return text_; }

  /// Adds a line, durable.
  Result<void> add(std::string_view line);

  /// The paper is handed in.
  void forget();

 private:
  SittingFile(std::filesystem::path file, Descriptor descriptor, std::string text)
      : file_(std::move(file)), descriptor_(std::move(descriptor)), text_(std::move(text)) {}

  std::filesystem::path file_;
  Descriptor descriptor_;
  std::string text_;
};

}  // namespace sihu
