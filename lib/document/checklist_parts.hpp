#pragma once

#include "document/checklist.hpp"
#include "document/reader.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The document under `root` with what it extends laid under it; faults go to `reader`. `chain` are
/// the ids of the checklists that are being read, outermost first. Nothing when a base is unusable.
std::optional<Node> resolve_extends(Reader& reader, Node root, const ChecklistSource& source,
                                    std::vector<std::string>& chain);

/// A resolved document as a checklist.
Checklist read_checklist(Reader& reader, const Node& root);

/// The `items` of a resolved document; areas and laws of `into` are read already.
void read_items(Reader& reader, const Node& items, bool has_laws, Checklist& into);

/// `node` as one line of YAML; the same text for the same content.
std::string write_flow(const Node& node);

}  // namespace sihu
