#pragma once

#include "document/checklist.hpp"

namespace sihu {

/// What an item rests on, as one text: 《title》article and how far that was checked, by its own
/// mark or else the item's; several with a semicolon between. A problem's line has it in the
/// organisation's own language.
Phrase basis_text(const Item& item);

}  // namespace sihu
