#pragma once

#include "calendar/period.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// Which inspection: a checklist at a branch in a quarter, by inspectors or by the branch itself.
/// Where several branches inspect one, each for itself, every one of them has its own.
struct CheckKey {
  Quarter quarter;
  std::string branch;
  std::string checklist;
  bool self = false;    ///< the branch's own look at itself; kept beside, never counted
  std::string by = {};  ///< the branch that inspects for itself; empty: whoever inspects, together

  friend auto operator<=>(const CheckKey&, const CheckKey&) = default;
};

/// How a subject marks a branch's own look at itself; no branch can be called that.
inline constexpr std::string_view self_name = "self";

/// Whether both are the same checklist at the same branch in the same quarter, looked at by others.
bool is_beside(const CheckKey& one, const CheckKey& other);

/// The subject of its lines: `26Q4/zb05/dues`, `26Q4/zb05/dues+self`, `26Q4/zb05/dues+zb03`.
std::string subject_of(const CheckKey& key);

/// The subject of an item's lines: `26Q4/zb05/dues/DF-02`.
std::string subject_of(const CheckKey& key, std::string_view item);

/// How a leader decides an item of the check: the command to type, but for what is decided.
std::string settle_command(const CheckKey& key, std::string_view item);

struct CheckSubject {
  CheckKey key;
  std::string item;  ///< empty: the check as a whole
};

/// Reads either back; nothing if it is no subject of a check.
std::optional<CheckSubject> parse_check_subject(std::string_view subject);

}  // namespace sihu
