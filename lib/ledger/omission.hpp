#pragma once

#include "wording/fault.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// The event that stands, in an extract of a ledger file, where a line of the file was left out.
///
/// Such a line keeps the instant and the `part=` of the line that it stands for, and nothing else of
/// it. So an extract has as many lines as its file, each in its place. Not even the check is there:
/// of what a line says there may be few possibilities, and one could try which of them gives it. The
/// line behind it can therefore be held against nothing; the others can.
inline constexpr std::string_view omission_event = "line.omitted";

/// Stands where the check of a line that was left out would be.
inline constexpr std::string_view hidden_check = "0000000000000000";

/// What such a line has behind its instant: nowhere else do these bytes stand in a ledger.
inline constexpr std::string_view omission_mark = "\t-\tline.omitted\t-\t";

/// Whether a line (without LF) is one, to the letter. Its check does not follow from what is written
/// in it: it is hidden; extracts that were made before have that of the line it stands for.
bool is_omission(std::string_view line);

/// What stands for `line`, a line of a ledger file (without LF).
std::string omission_of(std::string_view line);

/// How the lines of an extract stand to those of a copy of the file it was made of.
enum class ExtractFit {
  same,   ///< each is a line of the file, at its place, or stands for it
  ahead,  ///< so far as the file goes; but it ends earlier
  other   ///< a line is another
};

/// Both are whole lines.
ExtractFit fit_of_extract(std::string_view extract, std::string_view file);

/// Why nothing is written behind the lines of the extract called `name`: what follows them in the
/// whole file may be longer by now.
Fault extract_not_continued(std::string_view name);

}  // namespace sihu
