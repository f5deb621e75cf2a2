// Links on a terminal: a name of evidence that opens its file at a click.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace sihu {

/// Whether a terminal shows links (OSC 8) as links, by what it says of itself in the environment:
/// `FORCE_HYPERLINK` decides where it is set (0: no), else the variables that terminals which know
/// them set. GNU screen shows none.
bool shows_links(const std::function<std::string(const char* name)>& environment);

/// The address of a folder of this machine, as links name it: `file://host/path/`, what a URI has
/// no room for as %XX (RFC 3986).
std::string folder_address(std::string_view host, std::string_view path);

/// `text` with each name of evidence (64 hexadecimal digits and an ending) that `is_at_hand` made a
/// link to the file of that name below `address`.
std::string with_evidence_links(std::string_view text, std::string_view address,
                                const std::function<bool(std::string_view name)>& is_at_hand);

}  // namespace sihu
