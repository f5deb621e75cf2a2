#include "exam/draw.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

using Pool = std::vector<PoolQuestion>;

// What a cell would like, best first.
std::vector<std::size_t> wished(const DrawCell& cell, const Pool& pool,
                                const std::set<std::string>& taken, Chance& chance) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < pool.size(); ++i)
    if (cell.fits(pool[i]) && !taken.contains(pool[i].id)) order.push_back(i);
  std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return pool[i].id; });
  chance.shuffle(order);
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) { return std::pair(-pool[i].rested, pool[i].used); });
  return order;
}

// Who has which question while cells give way to each other: augmenting paths (Kuhn 1955), a cell
// being as many places as it has questions.
struct Matching {
  std::vector<std::vector<std::size_t>> wishes;  // of each cell, of one form after the other
  std::vector<std::size_t> owner;                // cell of each question of the pool

  int fill(std::size_t cell, int count);
  std::vector<std::size_t> held_by(std::size_t cell) const;

 private:
  bool find_place(std::size_t cell, std::vector<bool>& asked);
};

// How many questions the cell got.
int Matching::fill(std::size_t cell, int count) {
  for (int found = 0; found < count; ++found) {
    std::vector<bool> asked(wishes.size(), false);
    asked[cell] = true;
    if (!find_place(cell, asked)) return found;
  }
  return count;
}

std::vector<std::size_t> Matching::held_by(std::size_t cell) const {
  std::vector<std::size_t> held;
  for (const std::size_t question : wishes[cell])
    if (owner[question] == cell) held.push_back(question);
  return held;
}

// An unused question for the cell, or one whose cell finds another.
bool Matching::find_place(std::size_t cell, std::vector<bool>& asked) {
  for (const std::size_t question : wishes[cell])
    if (owner[question] == nobody) {
      owner[question] = cell;
      return true;
    }
  for (const std::size_t question : wishes[cell]) {
    const std::size_t other = owner[question];
    if (other == cell || asked[other]) continue;
    asked[other] = true;
    if (!find_place(other, asked)) continue;
    owner[question] = cell;
    return true;
  }
  return false;
}

// What the cells of one more form would like: what earlier forms have not, and last what they have.
void add_wishes(const std::vector<DrawCell>& cells, const Pool& pool, std::uint64_t seed,
                const std::set<std::string>& taken, Matching& matching) {
  std::vector<std::size_t> held;
  auto gone = taken;
  for (std::size_t i = 0; i < pool.size(); ++i) {
    if (matching.owner[i] == nobody) continue;
    held.push_back(i);
    gone.insert(pool[i].id);
  }
  std::ranges::sort(held, {}, [&](std::size_t i) -> const std::string& { return pool[i].id; });
  Chance chance(seed);
  for (const DrawCell& cell : cells) {
    auto& wishes = matching.wishes.emplace_back(wished(cell, pool, gone, chance));
    std::ranges::copy_if(held, std::back_inserter(wishes),
                         [&](std::size_t i) { return cell.fits(pool[i]); });
  }
}

}  // namespace

bool DrawCell::fits(const PoolQuestion& question) const {
  return question.kind == kind && (topic.empty() || question.topic == topic) &&
         (!difficulty || question.difficulty == *difficulty);
}

std::vector<DrawCell> cells_of(const Paper& paper) {
  std::vector<DrawCell> cells;
  for (const PaperSection& section : paper.sections)
    for (const PaperQuota& quota : section.draw)
      cells.push_back({section.kind, quota.topic, quota.difficulty, quota.count, section.points});
  return cells;
}

Drawing draw_form(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                  std::uint64_t seed, const std::set<std::string>& taken) {
  return std::move(draw_forms(cells, pool, seed, 1, taken).front());
}

std::vector<Drawing> draw_forms(const std::vector<DrawCell>& cells,
                                const std::vector<PoolQuestion>& pool, std::uint64_t seed,
                                std::size_t forms, const std::set<std::string>& taken) {
  Matching matching;
  matching.owner.assign(pool.size(), nobody);
  std::vector<Drawing> drawings(forms);
  for (std::size_t form = 0; form < forms; ++form) {
    add_wishes(cells, pool, seed + form, taken, matching);
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (const int found = matching.fill(form * cells.size() + c, cells[c].count);
          found < cells[c].count)
        drawings[form].missing.push_back({c, cells[c].count - found});
  }
  for (std::size_t cell = 0; cell < matching.wishes.size(); ++cell)
    std::ranges::copy(matching.held_by(cell),
                      std::back_inserter(drawings[cell / cells.size()].form.questions));
  return drawings;
}

}  // namespace sihu
