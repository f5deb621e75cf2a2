#include "exam/sitting.hpp"

namespace sihu {

Rational MarkedSitting::mark() const {
  Rational sum;
  for (const MarkedAnswer& answer : answers) sum += answer.mark;
  return sum;
}

Rational MarkedSitting::full() const {
  Rational sum;
  for (const MarkedAnswer& answer : answers) sum += answer.full;
  return sum;
}

}  // namespace sihu
