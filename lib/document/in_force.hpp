#pragma once

#include "document/bank.hpp"

namespace sihu {

/// The law of `bank` that a question rests on and that begins only after `day`, where the question
/// itself does not say from when it holds; nullptr: there is none.
const Law* law_to_come(const Bank& bank, const BankQuestion& question, Date day);

/// Whether what a question asks for holds on a day: by its own dates and, where it does not say
/// from when, by those of the laws it rests on. Drafts are another matter.
bool is_in_force(const Bank& bank, const BankQuestion& question, Date day);

}  // namespace sihu
