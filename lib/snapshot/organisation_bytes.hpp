#pragma once

#include "calendar/workdays.hpp"
#include "document/organisation.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// sihu.yaml and the calendars it names, read and without a fault.
struct KnownOrganisation {
  Organisation organisation;
  Workdays workdays;
  std::vector<Fault> warnings = {};
};

/// The same as bytes, which are read a hundred times faster than YAML. Not for exchange.
std::string write_organisation(const KnownOrganisation& known);
/// Nothing for what `write_organisation` did not write.
std::optional<KnownOrganisation> read_organisation(std::string_view bytes);

}  // namespace sihu
