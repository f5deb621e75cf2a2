#pragma once

#include "ledger/ledger.hpp"

#include <string>

namespace sihu {

/// The event lines of all files in their one order, each once: byte for byte what
/// `LC_ALL=C sort -m -u` makes of the lines of all files that do not begin with `#`.
std::string events_as_tsv(const Ledger& ledger);

/// An object a line: `at person event subject fields check file line`; `fields` is an object of
/// texts.
std::string events_as_jsonl(const Ledger& ledger);

/// The same objects in one array.
std::string events_as_json(const Ledger& ledger);

}  // namespace sihu
