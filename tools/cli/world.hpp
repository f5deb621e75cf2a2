#pragma once

#include "store/files.hpp"
#include "store/workspace.hpp"
#include "tools/cli/exit.hpp"
#include "wording/text.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What somebody gave to be read, and what it is called in messages.
struct InputText {
  std::string name;  ///< the file as it was typed, or `<stdin>`
  std::string text;  ///< UTF-8
};

/// Everything a command can reach outside itself. Tests and the demo make their own.
struct World {
  std::istream& in;
  std::ostream& out;  ///< data only
  std::ostream& err;  ///< everything else

  Lang lang = Lang::zh;
  bool lang_given = false;  ///< by `--lang`, SIHU_LANG or the locale; else sihu.yaml may decide
  bool color = false;
  bool quiet = false;
  /// Standard output is a terminal that shows links; and where these lead, once a workspace is
  /// open: the address of its evidence (`evidence_links.hpp`), and its folder.
  bool links = false;
  std::string evidence_address = {};
  std::filesystem::path evidence_folder = {};
  bool in_terminal = false;  ///< standard input is a terminal
  bool out_terminal = false;
  bool err_terminal = false;
  int columns = 80;  ///< of the terminal; tables are cut to it only when `out_terminal`

  std::filesystem::path directory = {};                       ///< where the user stands
  std::optional<std::filesystem::path> workspace_given = {};  ///< `-C` or SIHU_WORKSPACE
  std::string person_given = {};                              ///< `--as` or SIHU_AS
  std::string device_given = {};                              ///< SIHU_DEVICE
  std::string now_given = {};                                 ///< `--now` or SIHU_NOW, as text
  std::string seal_given = {};                                ///< `--seal`, of reading commands
  std::string lang_variable = {};                             ///< SIHU_LANG, as text
  std::filesystem::path state_home = {};
  std::filesystem::path config_home = {};
  std::function<Instant()> clock = {};  ///< the machine's clock
  /// Milliseconds by a clock that nobody can set.
  std::function<std::int64_t()> uptime = [] { return std::int64_t{0}; };
  /// Which start of which machine that counts from; empty: not known.
  std::function<std::string()> boot = [] { return std::string(); };
  /// Shows a text that is longer than the window page by page; false: it was not shown.
  std::function<bool(std::string_view)> page = {};
  std::function<bool()> interrupted = {};  ///< Ctrl-C was pressed
  /// From now on SIGTERM is an interruption too, for what is to be brought to an end first: once,
  /// the second one kills.
  std::function<void()> heed_termination = [] {};
  bool warnings_said = false;  ///< the workspace's warnings were printed
  /// Something was recorded, and said so; one for all copies of this world.
  std::shared_ptr<bool> recorded = std::make_shared<bool>(false);

  /// The workspace: `-C`, SIHU_WORKSPACE, else the nearest parent. Sets `lang` from sihu.yaml when
  /// nothing else did, prints the workspace's warnings once. With `seal_given` it is as that seal
  /// holds it. `Kind::input` when sihu.yaml does not know the person given. `quickly`: as
  /// `Workspace::open_quickly`.
  Result<Workspace> open_workspace(bool quickly = false);

  /// "Today" and "now" for reading: `--now`, else the day of the seal, else the machine's clock.
  /// `Kind::usage` when the text is no time.
  Result<Instant> now(const Workspace& workspace) const;
  Result<Date> today(const Workspace& workspace) const;

  /// Who asks, where nothing is recorded. Failures as `author`.
  Result<const Person*> person(const Workspace& workspace) const;

  /// Who records: person, device and clock. `Kind::usage` when nobody is named (says how to),
  /// `Kind::input` when sihu.yaml does not know the person. Mints and remembers the device.
  Result<Author> author(const Workspace& workspace);

  /// The whole of a file, or of standard input for `-`.
  Result<std::string> read_input(const std::string& file_or_dash);

  /// The same as UTF-8, from a file in `encoding`: `gb18030`, else `utf-8`.
  Result<InputText> read_text(const std::string& file_or_dash, std::string_view encoding);

  /// Puts data where it belongs: standard output, or `file` (beside, flushed, renamed).
  Result<void> write_output(const std::string& file, std::string_view data);

  /// The same for data that comes in blocks. When `produce` fails a file stays as it was.
  Result<void> stream_output(const std::string& file, const Produce& produce);

  /// What somebody in a conversation is shown, on standard error, quiet or not: whole lines.
  void show(const Phrase& text);
  /// A message for people, on standard error, within the window of a terminal; silent with
  /// `--quiet`.
  void say_to_people(const Phrase& phrase);

  /// What a command has just recorded, as lines on standard output; silent with `--quiet`, because
  /// nobody asked.
  void say_recorded(std::string_view lines);
};

/// Prints every fault and gives the status for it.
Exit report_failure(World& world, const Failure& failure);

}  // namespace sihu
