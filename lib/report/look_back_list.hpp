#pragma once

#include "problem/look_back.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The problems of a look-back, in their order. Keys, a stable contract: `id branch branch_name
/// item title severity closed closed_by closed_by_name why`; `why` is `critical` or `drawn`, and
/// `closed_by` is who must not be the one to look again.
Table look_back_table(const LookBackDraw& draw, const ListContext& context);

/// What has to be said with it: how much was drawn of how much and by which seed, how anybody can
/// check that, and who looks.
std::vector<Phrase> look_back_notes(const LookBackDraw& draw, int share, const std::string& seed);

}  // namespace sihu
