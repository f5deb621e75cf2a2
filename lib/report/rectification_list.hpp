#pragma once

#include "problem/problem.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The problem list as offices print it (问题清单), numbered. Keys: `no id branch_name item detail
/// basis severity opened opened_by evidence`.
Table office_list(const std::vector<const Problem*>& problems, const ListContext& context);

/// The rectification ledger as offices keep it (整改台账), numbered. Keys: `no id source area item
/// detail basis severity type branch_name owner lead supervisor goal measures opened due extended
/// progress completion completed evidence submitted verifier conclusion closed looked look_result
/// status remark`. What people said comes from the lines of `ledger` (`rectification_of`); `area`
/// where `ListContext::area` knows it.
Table rectification_table(const std::vector<const Problem*>& problems, const Ledger& ledger,
                          const Zone& zone, const ListContext& context);

/// The key of a heading of the rectification ledger, in either language or the key itself; empty:
/// it has no such column.
std::string rectification_key(std::string_view heading);

/// How a person is named in it: by name, with the id where another one has the same name.
Phrase ledger_person(const Organisation& organisation, std::string_view id);

}  // namespace sihu
