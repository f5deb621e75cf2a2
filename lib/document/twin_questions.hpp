#pragma once

#include "document/bank.hpp"

#include <set>
#include <string>

namespace sihu {

/// The stem of a question as stems are compared: letters and digits alone, alike in case and width.
std::string stem_compared(const BankQuestion& question);

/// Whether two questions of one stem ask the same. A stem that leaves it to its choices what is
/// asked (“下列说法正确的是”) comes again and again, of other things: such must share a choice.
bool asks_the_same(const BankQuestion& one, const BankQuestion& other);

/// The stems of a bank, as they are compared.
std::set<std::string> stems_compared(const Bank& bank);

}  // namespace sihu
