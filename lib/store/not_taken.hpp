#pragma once

#include "wording/fault.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

/// A note on a file that a merge does not take although its name is like a ledger's, or an
/// archive's: where it lies or how it ends is wrong. `inside` is its path in the source, `shown`
/// how messages call it. Nothing: it looks like neither, is hidden, or is what sihu itself moved
/// aside
/// (`.torn`).
std::optional<Fault> not_taken(const std::filesystem::path& inside, std::string_view shown);

/// Whether a name has `.tsv` in it, in letters of any size.
bool is_like_ledger_name(const std::filesystem::path& file);

/// The notes on what one source has that is not taken: at most twenty, and how many more.
class NotTaken {
 public:
  explicit NotTaken(std::string shown) : shown_(std::move(shown)) {}

  /// Whether a file that lies at this path inside the source is taken.
  using IsTaken = std::function<bool(const std::filesystem::path& inside)>;

  void add(std::optional<Fault> note);

  /// Adds all that lies in the folder `inside` of `source`, and a few folders further down. Where
  /// ledgers lie, also a file of any name that begins as a ledger does. A folder in which there is
  /// a workspace is one note, and so is one that can't be looked at. Links are not followed.
  void look_into(const std::filesystem::path& source, const std::filesystem::path& inside,
                 const IsTaken& is_taken);

  std::vector<Fault> notes() const;

 private:
  std::string shown_;
  std::vector<Fault> notes_;
  std::size_t more_ = 0;
};

}  // namespace sihu
