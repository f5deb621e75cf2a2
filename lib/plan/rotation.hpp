#pragma once

#include <cstdint>
#include <vector>

namespace sihu {

// Who inspects whom where nothing stands in the way: a rotation in closed form.
//
// A round is one permutation: every branch inspects one other. The rounds of a cycle use every
// ordered pair once, no round has two branches that inspect each other, and A→B lies
// ⌊(n-1)/2⌋ rounds or more from B→A; none of these three can be bettered. It works for all n >= 3
// but 4, of which two rounds are all there are, and for n = 2 the one round there is breaks the
// second rule.

/// How many rounds a cycle of `n` branches has: n - 1; 2 for four branches, 0 for less than two.
int rotation_rounds(int n);

/// The steps d of the rounds "everybody inspects the d-th behind": d for the first half of the
/// cycle, -d for the second, `n` branches. Any order, and any sign, is a rotation; how well the
/// severity of inspectors can be told from a few neighbouring rounds depends on it
/// (plan/offsets.hpp).
std::vector<int> natural_steps(int n);

/// Round `round` (0 to `rotation_rounds(n)` - 1) of the cycle whose steps have the order `steps`,
/// a permutation of `natural_steps(n)` up to signs: element i is whom i inspects.
std::vector<int> rotation_round(int n, const std::vector<int>& steps, int round);

}  // namespace sihu
