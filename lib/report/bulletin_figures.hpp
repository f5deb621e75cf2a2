#pragma once

#include "report/bulletin.hpp"
#include "report/table.hpp"

#include <string>

namespace sihu {

/// What a bulletin counts, as one JSON object of numbers. Its keys are a stable contract.
std::string figures_json(const Bulletin& bulletin);

/// The same figures for people, one in a row: what the bulletin's text says, for where there are
/// tables alone.
Table figures_table(const Bulletin& bulletin);

}  // namespace sihu
