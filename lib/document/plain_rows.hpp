#pragma once

#include "document/plan_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A plan's text, taken apart.
struct PlainRows {
  std::vector<PlanRow> rows;
  std::string rest;  ///< the text with `rows: []` in their place
};

/// The rows of a plan, without a YAML reader, where every line behind `rows:` is a comment or a row
/// as `write_plan` writes it, without a note: those of thousands of branches take a hundredth of
/// the time. `rest` has what else there is, comments too, and has to be read as YAML: if nothing is
/// wrong with it, nothing is wrong with the whole, which says the same. Nothing where a line is
/// written otherwise, also if that is legal. `text` is without a byte-order mark.
std::optional<PlainRows> plain_rows(std::string_view text, std::string_view name);

}  // namespace sihu
