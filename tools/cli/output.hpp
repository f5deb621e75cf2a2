#pragma once

#include "report/briefing.hpp"
#include "tools/cli/flags.hpp"
#include "tools/cli/world.hpp"

#include <string>

namespace sihu {

/// Where a list goes and how it is written.
struct Output {
  std::string format;              ///< as typed; empty: from the file's ending, else a table
  std::string file;                ///< empty or `-`: standard output
  std::string encoding = "utf-8";  ///< `utf-8`, `utf-8-bom` or `gb18030`; only of CSV and TSV
  bool with_ics = false;           ///< the command can make a calendar
};

/// Declares `--format`, `-o,--output` and `--encoding`; with `ics` where a command can make a
/// calendar.
void declare_output(Flags& flags, Output& output, bool with_ics = false);

/// Declares `--seal`: read what a seal holds, and nothing that came later. The command sets
/// `World::seal_given` from it before it opens the workspace.
void declare_seal(Flags& flags, std::string& fingerprint);

/// The format that `output` asks for. `Kind::usage` when a file's ending names none, or
/// when another encoding is asked for than the format has.
Result<Format> format_of(const Output& output);

/// The look for this world: cut to the window and coloured only on a terminal.
Look look_for(const World& world, const Output& output);

/// Renders `table` and puts it where it belongs; the status of doing so. Not for `ics`. Nothing to
/// list is said where a person would else look at an empty terminal; pipes and files stay empty.
Exit print_table(World& world, const Output& output, const Table& table);

/// The same for what people read at once; only in a format for people.
Exit print_briefing(World& world, const Output& output, const Briefing& briefing);

/// `data`, in the encoding asked for, to where `output` says; the status of doing so.
Exit print_data(World& world, const Output& output, std::string_view data);

/// The same for text that people read: on a terminal that shows links, names of evidence that is at
/// hand are links to its files.
Exit print_text(World& world, const Output& output, std::string_view text);

/// The same for data that comes in blocks; held as a whole only where another encoding is asked
/// for or somebody pages through it.
Exit stream_data(World& world, const Output& output, const Produce& produce);

}  // namespace sihu
