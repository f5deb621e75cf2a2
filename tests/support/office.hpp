#pragma once

#include "support/pty.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace sihu::test {

/// The inspection workspace in a place of its own, for programs on a terminal; gone when the test
/// ends.
class TerminalOffice {
 public:
  TerminalOffice() {
    std::string name = (std::filesystem::temp_directory_path() / "sihu-office-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
    std::filesystem::copy(std::filesystem::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/inspection",
                          workspace(), std::filesystem::copy_options::recursive);
  }
  ~TerminalOffice() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  TerminalOffice(const TerminalOffice&) = delete;
  TerminalOffice& operator=(const TerminalOffice&) = delete;

  std::filesystem::path workspace() const { return root_ / "w"; }

  /// `sihu` with these words, in Chinese, on the device k7m2qx on that day.
  PtyProcess::Setting sihu(std::vector<std::string> words, const std::string& day) const {
    words.insert(words.begin(), SIHU_PROGRAM);
    words.insert(words.end(), {"--lang", "zh"});
    return {std::move(words),
            workspace(),
            {{"SIHU_DEVICE", "k7m2qx"},
             {"SIHU_NOW", day},
             {"XDG_STATE_HOME", (root_ / "state").string()},
             {"XDG_CONFIG_HOME", (root_ / "config").string()}}};
  }

  /// What the first branch's device has written.
  std::string ledger() const {
    std::ifstream in(workspace() / "ledger/2026Q4/zb01.k7m2qx.tsv", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  /// How many of its lines are of an event.
  int lines_of(const std::string& event) const {
    const auto text = ledger();
    int count = 0;
    for (auto at = text.find("\t" + event + "\t"); at != std::string::npos;
         at = text.find("\t" + event + "\t", at + 1))
      ++count;
    return count;
  }

 private:
  std::filesystem::path root_;
};

}  // namespace sihu::test
