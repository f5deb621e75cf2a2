#pragma once

#include "calendar/span.hpp"

#include <map>
#include <string>
#include <string_view>

namespace sihu {

/// `roster:` of sihu.yaml: what `sihu roster` goes by. None of it makes anything fail.
struct RosterSettings {
  /// How many people work in the unit of a branch (机关工作人员), by the branch's id: what its
  /// full-time staff is compared with. Branches that are not written are not compared.
  std::map<std::string, int> members;
  Span term{Span::Unit::years, 3};     ///< how long a secretary is elected for (支部工作条例)
  Span notice{Span::Unit::months, 6};  ///< how long before its end that is said
  /// From `since:` until an exchange may be thought of. No rule says how long: the unit does.
  Span exchange{Span::Unit::years, 5};
};

/// The settings in the text of a sihu.yaml that `load_organisation` read without a fault; only
/// who asks for the roster needs them.
RosterSettings roster_settings(std::string_view organisation_text);

}  // namespace sihu
