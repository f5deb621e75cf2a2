#pragma once

#include "check/record.hpp"

#include <vector>

namespace sihu {

// What an answer means for the problem list.

/// Opens, notes or withdraws the problem of an item that was answered, beside what `others` say of
/// it.
void follow_up(const CheckScene& scene, const NewAnswer& given, const std::vector<Answer>& others,
               Recording& recording);

/// Disputes the item's problem, if it is open.
Result<void> dispute_problem(const CheckScene& scene, const Item& item, const std::string& note,
                             Recording& recording);

/// Upholds the disputed problem of `item` with `reason`, where the answer still finds it and the
/// person may; false: nothing was done.
bool uphold_problem(const CheckScene& scene, const Item& item, const Answer& answer,
                    const std::string& reason, Recording& recording);

}  // namespace sihu
