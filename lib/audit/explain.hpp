#pragma once

#include "audit/question.hpp"

#include <vector>

namespace sihu {

/// One part of what there is to know about a test: `asks`, `statistic`, `formula`, `threshold`,
/// `needs`, `limits`, `advice` (some have none), `source`.
struct AuditTestPart {
  std::string_view key;
  Phrase heading;
  Phrase words;
};

/// What a test asks, how it reckons, when it asks a question, what it can't tell, and where that
/// comes from, in plain words.
std::vector<AuditTestPart> explain_audit_test(AuditTest test);

}  // namespace sihu
