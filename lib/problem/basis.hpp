#pragma once

#include "document/checklist.hpp"

namespace sihu {

/// What an item rests on, as one text: 《title》article, its mark where the source is not verified,
/// several with a semicolon between. A problem's line has it in the organisation's own language.
Phrase basis_text(const Item& item);

}  // namespace sihu
