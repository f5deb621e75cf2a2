#pragma once

#include "document/checklist.hpp"

#include <map>
#include <string>

namespace sihu {

/// Checklists in memory, by id.
inline ChecklistSource source_of(std::map<std::string, std::string, std::less<>> texts = {}) {
  return [texts = std::move(texts)](std::string_view id) -> Result<std::string> {
    const auto at = texts.find(id);
    if (at != texts.end()) return at->second;
    return fail(Kind::input, "unknown-checklist", same(std::string(id)));
  };
}

/// A checklist of these items, 10 points in all.
inline std::string checklist_text(const std::string& items) {
  return "checklist: dues\nversion: '1'\ntitle: 党费\nitems:\n" + items;
}

}  // namespace sihu
