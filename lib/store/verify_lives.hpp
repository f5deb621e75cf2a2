#pragma once

#include "problem/usual_life.hpp"
#include "store/few_lines.hpp"
#include "store/ledger_files.hpp"

#include <array>
#include <filesystem>
#include <unordered_set>
#include <vector>

namespace sihu {

/// The facts of all lives, in pools: those of one subject lie in one, so that a pool can be judged
/// by itself.
class LifePools {
 public:
  static constexpr std::size_t count = 256;

  void add(const std::vector<LifeFact>& facts);
  /// Moves a pool behind `into`.
  void drain(std::size_t pool, std::vector<LifeFact>& into);

 private:
  using Block = std::vector<LifeFact>;  // of one size, so that nothing is moved when a pool grows

  std::array<std::vector<Block>, count> pools_;
};

/// Hashes of subjects.
using Subjects = std::unordered_set<std::uint64_t>;

/// The subjects whose lives are not usual. Empties the pools.
Subjects unusual_subjects(const std::vector<LifePools*>& pools);

/// All lines about problems, reviews and items of checks that are among `subjects`, from files that
/// were passed through before; those that are nothing were damaged.
std::vector<PlacedLine> lines_about(const Subjects& subjects, const std::filesystem::path& root,
                                    const std::vector<std::optional<Result<PassedFile>>>& files);

}  // namespace sihu
