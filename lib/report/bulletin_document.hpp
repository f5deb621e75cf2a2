#pragma once

#include "report/briefing.hpp"
#include "report/bulletin_tables.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A bulletin with all that its formats need.
struct BulletinParts {
  const Bulletin& bulletin;
  const Tally& tally;
  const std::vector<Phrase>& ranking_words;  ///< what has to be said of the ranking
  const ListContext& context;
  Naming naming = Naming::annex;

  /// What of `ranking_words` may be said: where branches are hidden, nothing that names one.
  std::vector<Phrase> words_to_say() const;
};

/// The text of a bulletin: a template in the marks of `read_prose`, with gaps (`filled`).
struct BulletinText {
  std::string name;  ///< as messages call it
  std::string text;
};

/// The names that a bulletin's text may use: `year quarter quarter_words first_day last_day
/// day_words organisation branches inspected complete inspections answered found closed
/// open overdue recurring …`, see `templates/report/README.md`.
std::vector<std::string> bulletin_names();

/// What can be wrong with a text whatever the quarter is; `Kind::input`, every fault at once: an
/// empty one, one that is not UTF-8, a gap that is not closed, a name, a table or a chart that
/// there is not.
Result<void> check_bulletin_text(const BulletinText& text);

/// The bulletin as Markdown, or as one page laid out as GB/T 9704—2012 asks for official documents
/// (A4, type area 156 × 225 mm, 22 lines of 28 characters; no red head), without anything from
/// elsewhere. `Kind::input` as `check_bulletin_text` says.
Result<std::string> bulletin_markdown(const BulletinParts& parts, const BulletinText& text,
                                      Lang lang);
Result<std::string> bulletin_html(const BulletinParts& parts, const BulletinText& text, Lang lang);

/// For programs: one JSON object. Keys, a stable contract: `quarter day seal figures` and the names
/// of the tables, each an array of objects (`areas closing common ledger overdue practices problems
/// ranking rates single weights`).
std::string bulletin_json(const BulletinParts& parts, Lang lang);

/// The tables, for a workbook, the figures before them; what is said of the ranking as notes.
Briefing bulletin_workbook(const BulletinParts& parts);

}  // namespace sihu
