#pragma once

#include "base/rational.hpp"
#include "document/checklist.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// Points that somebody is given for an item, or that it does not apply to the person.
struct AppraiseMark {
  std::optional<Rational> points;  ///< nothing: not applicable, which is no 0

  friend bool operator==(const AppraiseMark&, const AppraiseMark&) = default;
};

/// Marks by item.
using AppraiseMarks = std::map<std::string, AppraiseMark>;

/// `3.5` or `na` (不适用) as people write it; nothing for what is neither.
std::optional<AppraiseMark> parse_appraise_mark(std::string_view text);

/// Whether an item can be given that: not more than its points.
bool fits(const Item& item, const AppraiseMark& mark);

/// Marks as a publication keeps them, exact: `DF-01=14/3;DF-02=na`, by item; and back, nothing for
/// what is no such text.
std::string write_appraise_marks(const AppraiseMarks& marks);
std::optional<AppraiseMarks> parse_appraise_marks(std::string_view text);

}  // namespace sihu
