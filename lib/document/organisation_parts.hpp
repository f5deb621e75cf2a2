#pragma once

#include "document/organisation.hpp"
#include "document/reader.hpp"

namespace sihu {

/// One of the words for a role.
std::optional<RoleName> read_role_name(Reader& reader, const Node& node, std::string_view key);

/// Everything of sihu.yaml that has a default.
void read_rules(Reader& reader, const Keys& keys, Organisation& into, const ZoneNames& zones);

}  // namespace sihu
