#pragma once

#include <array>
#include <optional>
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

/// Which of up to eight blocks of neighbours stands at each place of a closed form.
using BlockPlaces = std::array<int, 8>;

/// In which order a cycle has its rounds.
struct RotationOrder {
  std::vector<int> steps;  ///< a permutation of `natural_steps(n)`, up to signs and `beside`
  int beside =
      0;  ///< even numbers: the step that shares two rounds with the half turn n/2; 0: none
  BlockPlaces blocks{0, 1, 2, 3, 4, 5, 6, 7};  ///< powers of two, and three times such: the eighths
                                               ///< or sixths of the branches

  int apart = 0;  ///< powers of two: steps between the first and the second round of eighths, the
                  ///< second and the third, and so on
  bool paired = false;  ///< 6 and 8: the rounds of tables in which neighbouring ones tie all
                        ///< branches together as often as can be

  friend bool operator==(const RotationOrder&, const RotationOrder&) = default;
};

/// The order that has `steps`, a permutation of `natural_steps(n)` up to signs.
RotationOrder order_of(int n, std::vector<int> steps);

/// The same for quarters of `each` rounds, with what `order_behind` needs: some even numbers have
/// to begin with a certain step, but where two rounds make a quarter only 24, 48, 96, …. Of powers
/// of two the rounds of eighths are set apart. Two rounds a quarter of 6 and 8 are `paired`. (Of 12
/// the order is one that ties more together then; new places for the next cycle can always be
/// drawn, unless somebody asks for a wider gap than the usual one.)
RotationOrder lasting_order(int n, const RotationOrder& order, int each = 1);

/// The order of a cycle that may follow one with `lasting_order` while everybody keeps their place:
/// A→B lies ⌊(n-1)/2⌋ rounds or more from B→A also where the two meet, for ever. That is the same
/// order for odd numbers. Nothing for less than three branches and for four.
std::optional<RotationOrder> order_behind(int n, const RotationOrder& order);

/// Whether some inspect the same again one round (three times a power of two: one branch in six) or
/// two (powers of two) behind, in a cycle with `order_behind`.
bool repeats_behind(int n);

/// How far everybody goes in a round, 1 to n - 1; nothing where they do not all go equally far.
std::optional<int> step_of_round(int n, const RotationOrder& order, int round);

/// Round `round` (0 to `rotation_rounds(n)` - 1) of a cycle: element i is whom i inspects.
std::vector<int> rotation_round(int n, const RotationOrder& order, int round);

}  // namespace sihu
