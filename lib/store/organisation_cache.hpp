#pragma once

#include "snapshot/organisation_bytes.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What sihu.yaml and its calendars said when they were last read, kept in `.sihu/organisation`
/// beside a hash of their bytes: as long as those are the same, YAML need not be read again.
///
/// `texts`: sihu.yaml and then each calendar, as it names them. Nothing where it is of other texts,
/// of another version of sihu, or damaged.
class OrganisationCache {
 public:
  /// Nothing where there is none of this `organisation` text; its calendars are still to be
  /// compared, by `holds_for`.
  static std::optional<OrganisationCache> open(const std::filesystem::path& root,
                                               std::string_view organisation);
  bool holds_for(const std::vector<std::string>& calendars) const;
  KnownOrganisation& known() { return known_; }

 private:
  KnownOrganisation known_;
  std::string calendars_hash_;
};

/// Keeps it; that it can't be written is no fault.
void save_organisation(const std::filesystem::path& root, std::string_view organisation,
                       const std::vector<std::string>& calendars, const KnownOrganisation& known);

}  // namespace sihu
