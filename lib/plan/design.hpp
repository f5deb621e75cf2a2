#pragma once

#include "plan/rotation.hpp"

#include <functional>
#include <map>
#include <vector>

namespace sihu {

// How well branches can be told from their inspectors, of many designs for the same branches.

/// Two efficiencies that differ by less are the same: cosines differ in their last digit between
/// platforms, and plans must not.
inline constexpr double same_efficiency = 1e-9;

/// Of more branches a quarter with a round that is no step costs too much to reckon.
inline constexpr int most_to_reckon = 40;

/// The A-efficiency of a design of `n` branches in which everybody inspects one branch in each of
/// `rounds` (element i: whom i inspects), inspectors eliminated as fixed effects; 0: not all
/// branches can be compared. Costs n³.
double efficiency_of_rounds(int n, const std::vector<std::vector<int>>& rounds);

/// Efficiencies of the quarters of a rotation, worked out once each.
class Design {
 public:
  explicit Design(int n);

  /// Of "everybody inspects the d-th behind" for the `steps` d.
  double efficiency(const std::vector<int>& steps) const;

  /// Of any `window` neighbouring rounds among the steps and their reverses, one behind the other
  /// and round the end.
  std::vector<double> of_neighbours(const std::vector<int>& steps, int window) const;

  /// Of the quarters of `each` rounds that the rotation of these steps comes to, one after the
  /// other. Where cycles do not end with quarters, of all that may begin where one does in a later
  /// cycle. Of even numbers the quarters inside a cycle alone: the next has other places; and of
  /// more than `most_to_reckon` branches one with a round that is no step counts 1 if all can be
  /// compared. Of two rounds also those inside the cycle `order_behind` this one.
  std::vector<double> of_quarters(const std::vector<int>& steps, int each);

  /// Whether the rounds of two neighbouring steps tie all branches together.
  bool ties(int step, int next) const;

 private:
  void add_quarters(const RotationOrder& order, int each, std::vector<double>& efficiencies);
  double known(std::vector<int> rounds, const std::function<double()>& reckon);
  // |Σ exp(2πi·j·d/n)|² by the differences of the steps.
  double square(const std::vector<int>& steps, int j) const;

  int n_;
  std::vector<double> cosines_;
  std::map<std::vector<int>, double> known_;
};

}  // namespace sihu
