#pragma once

#include "base/rational.hpp"
#include "document/bank.hpp"
#include "exam/exchange.hpp"

#include <vector>

namespace sihu {

/// Adds to `lost` what each choice is worth in another program, where a bank can't hold it: where
/// the right ones do not share 100 percent equally (to one percent, as people round), or a wrong
/// one of a multiple choice is worth anything but -100, of a single choice anything but 0. That is
/// how banks are written for such programs, so that nothing is said of what comes back. `percents`
/// go with `question.choices`; `question.key` says which are right.
void add_lost_weights(const BankQuestion& question, const std::vector<Rational>& percents,
                      LossList& lost);

}  // namespace sihu
