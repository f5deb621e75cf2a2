#pragma once

#include "report/bulletin.hpp"
#include "report/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Where a bulletin names branches: in its text and its annexes, in annexes and for good
/// practice alone, or nowhere. People are never named.
enum class Naming { body, annex, hidden };

std::optional<Naming> parse_naming(std::string_view text);

/// How far a total may be off: two standard errors both ways, within 0 and 100. Nothing where there
/// is no total, or its error is not known.
struct TotalInterval {
  double low = 0;
  double high = 0;
};
std::optional<TotalInterval> total_interval(const TallyRow& row);

/// How many branches have a total of so many points: `low` up to below `high`, at 100 with it.
struct TotalBand {
  int low = 0;
  int high = 0;
  int branches = 0;
};

/// Where branches are too many to be drawn one by one (over 40): how many have which total, from
/// 90–100 down to the lowest that somebody has. Else, or where nobody has a total, nothing.
std::vector<TotalBand> total_bands(const Tally& tally);
Table bands_table(const Tally& tally);

/// The tables of a bulletin, by the names that its text calls them by: `ranking weights areas
/// common single practices rates closing overdue problems ledger`. Where branches are hidden those that
/// are about branches keep their figures and lose ids and names.
std::map<std::string, Table> bulletin_tables(const Bulletin& bulletin, const Tally& tally,
                                             const ListContext& context, Naming naming);

/// The charts as SVG, by name: `scores areas closing rates`; empty where there is nothing to draw.
/// `scores` is each branch with its interval (`total_interval`), or where they are too many
/// `total_bands`.
std::map<std::string, std::string> bulletin_charts(const Bulletin& bulletin, const Tally& tally,
                                                   Naming naming, Lang lang);

}  // namespace sihu
