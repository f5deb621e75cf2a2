#pragma once

#include "wording/result.hpp"

#include <string>
#include <string_view>

namespace sihu {

// Formats that other programs make, where this machine has them. What they are given lies in a
// folder of its own for so long, below TMPDIR (else /tmp), which nobody but the user can read. No
// shell is involved, and none of them is let to the network.

/// A page as PDF, by Chromium (or Chrome). `Kind::environment`: there is none, or it failed or took
/// longer than two minutes.
Result<std::string> pdf_of_html(std::string_view page);

/// Markdown as a Word document, by pandoc, with the page and the styles of `layout`, a Word document
/// itself. Failures as above.
Result<std::string> docx_of_markdown(std::string_view text, std::string_view layout);

}  // namespace sihu
