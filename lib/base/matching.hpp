#pragma once

#include <optional>
#include <vector>

namespace sihu {

/// Who is joined to whom: per node its neighbours. Each edge stands at both its ends.
using Neighbours = std::vector<std::vector<int>>;

/// Puts every node together with one of its neighbours, each node once: a perfect matching of a
/// general graph, by augmenting paths through blossoms (Edmonds, Paths, trees, and flowers).
///
/// `mates`: where to begin, per node its mate or -1; what is right in it saves work. The mate of
/// every node, or nothing if there is no such matching.
std::optional<std::vector<int>> perfect_matching(const Neighbours& neighbours,
                                                 std::vector<int> mates);

}  // namespace sihu
