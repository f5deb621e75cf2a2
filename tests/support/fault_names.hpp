#pragma once

#include "wording/result.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace sihu {

/// Faults as `line:column name`, short enough to compare.
inline std::string fault_names(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults)
    text += fmt::format("{}{}:{} {}", text.empty() ? "" : ", ", fault.place.line,
                        fault.place.column, fault.name);
  return text;
}

template <class T>
std::string fault_names(const Result<T>& result) {
  return result ? std::string() : fault_names(result.error().faults);
}

}  // namespace sihu
