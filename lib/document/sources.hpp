#pragma once

#include "document/checklist.hpp"
#include "document/reader.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// `laws:` of a checklist or a bank; what is wrong goes to `reader`, the rest is read.
std::vector<Law> read_laws(Reader& reader, const Node& node);

/// `basis:` of an item or a question. With `laws`, every law must be one of them by its code, and
/// has its title.
std::vector<Basis> read_basis(Reader& reader, const Node& list, const std::vector<Law>* laws);

/// `status:` among `keys`, if it is there.
void read_source_status(Reader& reader, const Keys& keys, SourceStatus& into);

/// `valid: {from: …, until: …}`: at least one of the two, and not reversed.
void read_valid(Reader& reader, const Node& node, std::optional<Date>& from,
                std::optional<Date>& until);

}  // namespace sihu
