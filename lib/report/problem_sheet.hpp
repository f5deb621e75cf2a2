#pragma once

#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <string>

namespace sihu {

/// Everything about one problem, for a person: the facts, what comes next, and the full history,
/// wrapped to the window (80 columns where there is none).
std::string problem_sheet(const Problem& problem, const Ledger& ledger, const Zone& zone,
                          const ListContext& context, const Look& look);

/// The same in Markdown: a table of the facts and one of the history, without columns that are
/// empty.
std::string problem_markdown(const Problem& problem, const Ledger& ledger, const Zone& zone,
                             const ListContext& context, Lang lang);

/// The same for a program: one JSON object with the keys of the problem list, `rule`, `asked`,
/// `evidence_missing`, `findings` (of everybody who found it: `id by opened opened_by status due
/// detail`), `next` and `history`.
std::string problem_json(const Problem& problem, const Ledger& ledger, const Zone& zone,
                         const ListContext& context, Lang lang);

}  // namespace sihu
