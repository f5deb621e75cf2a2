#include "exam/draw_apart.hpp"

#include "base/chance.hpp"
#include "base/cost_flow.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::int64_t dearest_rest = 100;  // above what a question that did not rest costs

// What it costs to ask somebody again: less than any question in common.
std::int64_t cost_of_rest(int rested) {
  if (rested == PoolQuestion::never_drawn) return 0;
  return dearest_rest - 1 - std::clamp(rested, 0, static_cast<int>(dearest_rest) - 2);
}

// A question that somebody may be asked.
struct Asking {
  std::size_t candidate;
  std::size_t question;  // of the pool
};

// An arc of the network that stands for a question in somebody's cell.
struct Filling {
  std::size_t arc;
  Asking asking;
  std::size_t cell;
};

class ApartFlow {
 public:
  ApartFlow(const std::vector<DrawCell>& cells, const std::vector<OwnPool>& pools,
            const std::vector<Candidate>& candidates, const FormOverlap& others, std::uint64_t seed)
      : cells_(cells), pools_(pools), candidates_(candidates), others_(others) {
    for (const DrawCell& cell : cells) wanted_ += cell.count;
    wanted_ *= static_cast<int>(candidates.size());
    add_cells();
    std::vector<std::vector<Asking>> askings(others.count());
    for (std::size_t c = 0; c < candidates.size(); ++c)
      for (std::size_t q = 0; q < pool_of(c).questions.size(); ++q)
        if (!candidates[c].taken.contains(pool_of(c).questions[q].id))
          askings[pool_of(c).numbers[q]].push_back({c, q});
    for (const int number : shuffled_numbers(static_cast<int>(others.count()), seed))
      add_question(static_cast<std::size_t>(number), askings[static_cast<std::size_t>(number)]);
  }

  ApartDraw solve() const {
    CostFlow flow(nodes_, arcs_);
    ApartDraw drawn;
    if (flow.send(source, sink, wanted_) < wanted_) return drawn;
    drawn.shared = flow.cost() / cost_of_shared();
    std::vector<std::vector<std::size_t>> filled(candidates_.size() * cells_.size());
    for (const Filling& one : fillings_)
      if (flow.carried(one.arc) > 0)
        filled[one.asking.candidate * cells_.size() + one.cell].push_back(one.asking.question);
    drawn.forms.resize(candidates_.size());
    for (std::size_t i = 0; i < filled.size(); ++i) {
      auto& questions = drawn.forms[i / cells_.size()].questions;
      questions.insert(questions.end(), filled[i].begin(), filled[i].end());
    }
    return drawn;
  }

 private:
  static constexpr int source = 0;
  static constexpr int sink = 1;
  static constexpr int first_cell = 2;  // of each candidate all cells, one after the other

  const OwnPool& pool_of(std::size_t candidate) const {
    return pools_[candidates_[candidate].pool];
  }

  // More than all rests together.
  std::int64_t cost_of_shared() const { return dearest_rest * wanted_ + 1; }

  void add_cells() {
    for (std::size_t c = 0; c < candidates_.size(); ++c)
      for (const DrawCell& cell : cells_) arcs_.push_back({nodes_++, sink, cell.count, 0});
  }

  void add_question(std::size_t number, const std::vector<Asking>& askings) {
    if (askings.empty()) return;
    const int node = nodes_++;
    auto papers = static_cast<std::int64_t>(others_.forms_with(number).size());
    for (const Asking& asking : askings) {
      arcs_.push_back({source, node, 1, papers++ * cost_of_shared()});
      add_asking(node, asking);
    }
  }

  // A node of its own, so that nobody is asked a question in two cells.
  void add_asking(int question, const Asking& asking) {
    const int node = nodes_++;
    arcs_.push_back(
        {question, node, 1, cost_of_rest(candidates_[asking.candidate].rested[asking.question])});
    const std::size_t first = asking.candidate * cells_.size();
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      if (!cells_[cell].fits(pool_of(asking.candidate).questions[asking.question])) continue;
      fillings_.push_back({arcs_.size(), asking, cell});
      arcs_.push_back({node, first_cell + static_cast<int>(first + cell), 1, 0});
    }
  }

  const std::vector<DrawCell>& cells_;
  const std::vector<OwnPool>& pools_;
  const std::vector<Candidate>& candidates_;
  const FormOverlap& others_;
  int wanted_ = 0;
  int nodes_ = first_cell;
  std::vector<FlowArc> arcs_;
  std::vector<Filling> fillings_;
};

}  // namespace

ApartDraw draw_apart(const std::vector<DrawCell>& cells, const std::vector<OwnPool>& pools,
                     const std::vector<Candidate>& candidates, const FormOverlap& others,
                     std::uint64_t seed) {
  return ApartFlow(cells, pools, candidates, others, seed).solve();
}

}  // namespace sihu
