#pragma once

#include "report/bulletin.hpp"
#include "report/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

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

/// The tables of a bulletin, by the names that its text calls them by: `ranking weights areas
/// common single practices rates closing overdue problems`. Where branches are hidden those that
/// are about branches keep their figures and lose ids and names.
std::map<std::string, Table> bulletin_tables(const Bulletin& bulletin, const Tally& tally,
                                             const ListContext& context, Naming naming);

/// The charts as SVG, by name: `scores areas closing rates`; empty where there is nothing to draw.
/// `scores` is each branch with its interval (`total_interval`) up to 40 branches, else how many
/// branches have which total.
std::map<std::string, std::string> bulletin_charts(const Bulletin& bulletin, const Tally& tally,
                                                   Naming naming, Lang lang);

}  // namespace sihu
