#pragma once

#include "wording/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A paragraph of a document for people, or what stands in one's place.
struct ProseBlock {
  enum class Kind {
    title,      ///< `# …`
    heading,    ///< `## …`
    small,      ///< `### …`
    paragraph,  ///< lines up to an empty one
    opening,    ///< a paragraph that ends in a colon right below the title: whom it is for
    item,       ///< `- …`
    right,      ///< `> …`: who signs, and the day
    page,       ///< `---`: a new page
    table,      ///< `[[table NAME]]`
    chart,      ///< `[[chart NAME]]`
  };
  Kind kind = Kind::paragraph;
  std::string text;      ///< without marks; the name of a table or a chart
  std::size_t line = 0;  ///< it begins in, from 1

  friend bool operator==(const ProseBlock&, const ProseBlock&) = default;
};

/// Reads a text in the few marks above. A backslash takes its meaning from the character behind it.
/// Lines of a paragraph are joined, with a blank where both sides are Latin.
std::vector<ProseBlock> read_prose(std::string_view text);

/// A text in which nothing is a mark when `read_prose` reads it: on one line, control characters
/// shown.
std::string prose_text(const std::string& text);

/// What a document is put together from, in one of the formats.
struct ProseParts {
  std::function<std::string(const std::string& name)> table = {};
  std::function<std::string(const std::string& name)> chart = {};
};

/// The blocks as HTML, or as Markdown. Tables and charts are put in as `parts` gives them.
std::string prose_html(const std::vector<ProseBlock>& blocks, const ProseParts& parts);
std::string prose_markdown(const std::vector<ProseBlock>& blocks, const ProseParts& parts);

/// `Kind::input`, one for each: tables and charts that are not among these.
Result<void> check_prose(const std::vector<ProseBlock>& blocks, std::string_view name,
                         const std::vector<std::string>& tables,
                         const std::vector<std::string>& charts);

}  // namespace sihu
