#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// A ledger line cut into its columns and nothing more: no escape is resolved, no value judged.
/// For readers that go through millions of lines; `read_line` is the one that judges.
struct RawLine {
  std::string_view at;  ///< 24 bytes
  std::string_view person;
  std::string_view name;
  std::string_view subject;
  std::string_view fields;  ///< `key=value` columns with tabs between them; may be empty
  std::string_view check;   ///< 16 bytes

  /// The value under `key` as it is written, escapes and all; empty if there is none. Looks from
  /// the front.
  std::string_view field(std::string_view key) const;

  /// The line as it stands in its file.
  std::string_view whole() const {
    return {at.data(), static_cast<std::size_t>(check.data() + check.size() - at.data())};
  }
};

/// The value under `key` with its escapes resolved; as it is written if they cannot be.
std::string unescaped_field(const RawLine& line, std::string_view key);

/// The columns of `line` (without its LF), or nothing if it cannot be a ledger line.
std::optional<RawLine> split_line(std::string_view line);

/// The fields that stand at the end of a line, found from there: a line's texts are not looked at.
struct TailFields {
  std::string_view after;
  std::string_view part;
  std::string_view clock;
  std::string_view on;
};
TailFields tail_fields(const RawLine& line);

/// Sixteen hex digits as a number. Anything else: 0, which no check is for all that anybody will
/// ever see.
std::uint64_t check_number(std::string_view digits);

}  // namespace sihu
