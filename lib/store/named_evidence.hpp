#pragma once

#include "calendar/period.hpp"
#include "store/workspace.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What lines refer to: evidence by its name, documents by the first digits of their hash.
class EvidenceNames {
 public:
  /// Adds what the lines of a sound ledger file's whole lines refer to.
  void add(std::string_view whole_lines);
  /// Adds a name or first digits.
  void add_name(std::string_view name) { names_.emplace(name); }

  /// Whether a line refers to the file called `name`.
  bool has(std::string_view name) const;

 private:
  std::set<std::string, std::less<>> names_;
};

/// Files of `evidence/` that lines of a quarter refer to.
struct QuarterEvidence {
  std::vector<std::string> of_quarter;       ///< all of them
  std::vector<std::string> only_of_quarter;  ///< no line of another quarter does, nor is it in use
};

Result<QuarterEvidence> evidence_of(const Workspace& workspace, Quarter quarter);

}  // namespace sihu
