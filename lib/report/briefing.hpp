#pragma once

#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Something that has to be said below tables, and what belongs under it.
struct BriefingNote {
  Phrase text;
  std::vector<std::string> under = {};
};

/// What people read at once: tables with their titles, one below the other, then what has to be
/// said. Programs take one of the tables instead.
struct Briefing {
  std::vector<Table> tables;
  std::vector<BriefingNote> notes;

  void say(const std::vector<Phrase>& phrases);  ///< adds notes
};

/// Whether a format is for people to read: then they are shown a briefing.
bool is_for_people(Format format);

/// The briefing in a format for people (not `xlsx`, see `xlsx_of`). Tables without rows are left
/// out; notes are wrapped to the window. An HTML page is named by the first table.
std::string render(const Briefing& briefing, Format format, const Look& look);

}  // namespace sihu
