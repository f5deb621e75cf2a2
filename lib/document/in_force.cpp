#include "document/in_force.hpp"

#include <algorithm>

namespace sihu {

const Law* law_to_come(const Bank& bank, const BankQuestion& question, Date day) {
  if (question.valid_from) return nullptr;
  for (const Basis& basis : question.basis) {
    const auto law = std::ranges::find(bank.laws, basis.law, &Law::code);
    if (law != bank.laws.end() && law->valid_from && day < *law->valid_from) return &*law;
  }
  return nullptr;
}

bool is_in_force(const Bank& bank, const BankQuestion& question, Date day) {
  if (question.valid_from && day < *question.valid_from) return false;
  if (question.valid_until && *question.valid_until < day) return false;
  return law_to_come(bank, question, day) == nullptr;
}

}  // namespace sihu
