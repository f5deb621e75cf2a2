#pragma once

#include "document/rubric.hpp"
#include "store/workspace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A rubric as it is used, with the digest under which it is kept.
struct KeptRubric {
  Rubric rubric;
  std::string text;
  std::string digest;  ///< SHA-256 of `text`, 64 hex digits; lines carry the first 16

  std::string doc() const { return digest.substr(0, 16); }
};

/// The rubric that sihu.yaml names, or the only one there is. `Kind::input` where there is none, or
/// none of that name, or several and none is named, or it is faulty.
Result<KeptRubric> current_rubric(const Workspace& workspace);

/// The rubric that a line names by the first 16 digits of its digest, from `evidence/`.
/// `Kind::integrity` where it is not there.
Result<KeptRubric> recorded_rubric(const Workspace& workspace, std::string_view doc);

}  // namespace sihu
