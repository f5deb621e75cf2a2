#pragma once

#include <vector>

namespace sihu {

// How well branches can be told from their inspectors.
//
// A branch that got strict inspectors looks worse than it is. That can be corrected if the few
// inspectors each branch has are well mixed; badly mixed, correcting costs more than it gives.

/// The A-efficiency of a design of `n` branches in which the inspectors of each are those `steps`
/// before it, when the severity of inspectors is removed as a fixed effect: 1 is as good as knowing
/// the severities, 0 means that not all branches can be compared.
///
/// With r steps the information on the j-th contrast is r - |Σ exp(2πi·j·d/n)|²/r over the steps d,
/// and the efficiency is the harmonic mean of those over j = 1..n-1, divided by r (John and
/// Williams, Cyclic and Computer Generated Designs).
double design_efficiency(int n, const std::vector<int>& steps);

/// The least efficiency of any `window` neighbouring rounds among the steps and their reverses, one
/// behind the other and round the end.
double worst_efficiency(int n, const std::vector<int>& steps, int window);

/// The steps of `natural_steps(n)`, in an order and with signs that keep the worst efficiency of
/// `window` (3 or more) neighbouring rounds high: the best there is for up to 13 branches, a good
/// one for up to 200, well mixed above. Always the same for the same n and window.
std::vector<int> spread_steps(int n, int window);

/// The efficiencies of the quarters of `each` rounds (1 to ⌊(n-1)/2⌋) that `steps` come to: those
/// that begin where a quarter of this or a later cycle does. Of even numbers those inside a cycle.
std::vector<double> quarter_efficiencies(int n, const std::vector<int>& steps, int each);

/// The steps of `natural_steps(n)` for quarters of `each` rounds. Three or more are enough to
/// correct a quarter by itself: its worst quarter is the best there is for up to 14 branches and
/// 16, a good one for up to 200, and among equals the mean is high. Fewer are spread over
/// neighbouring quarters, by three rounds.
std::vector<int> steps_for_quarters(int n, int each);

}  // namespace sihu
