#include "snapshot/names.hpp"

namespace sihu {

std::uint16_t Names::number(std::string_view name) {
  if (*names_[last_] == name) return last_;
  if (const auto found = numbers_.find(name); found != numbers_.end()) return last_ = found->second;
  if (names_.size() >= too_many) return too_many;
  const auto number = static_cast<std::uint16_t>(names_.size());
  names_.push_back(&numbers_.emplace(name, number).first->first);
  return last_ = number;
}

}  // namespace sihu
