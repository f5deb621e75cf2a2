#include "statistics/own_papers.hpp"

#include <algorithm>
#include <vector>

namespace sihu {

void PaperError::add(double mark, double full) {
  const double share = mark / full;
  questions_ += 1;
  shares_ += share;
  squares_ += share * share;
  full_squares_ += full * full;
}

std::optional<double> PaperError::variance() const {
  if (questions_ < 2) return std::nullopt;
  const double spread = std::max(squares_ - shares_ * shares_ / questions_, 0.0);
  return spread / (questions_ - 1) * full_squares_;
}

std::optional<double> own_paper_error_variance(const TestAnswers& test) {
  std::vector<PaperError> papers(test.candidates);
  for (const ItemAnswers& item : test.items)
    for (std::size_t i = 0; i < papers.size(); ++i)
      if (item.answers[i] != not_asked) papers[i].add(item.kinds[item.answers[i]].mark, item.full);
  double sum = 0;
  double count = 0;
  for (const PaperError& paper : papers)
    if (const auto variance = paper.variance()) {
      sum += *variance;
      count += 1;
    }
  if (count == 0) return std::nullopt;
  return sum / count;
}

}  // namespace sihu
