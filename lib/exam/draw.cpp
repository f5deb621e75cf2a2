#include "exam/draw.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <numeric>

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
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](std::size_t i) { return pool[i].rested; });
  return order;
}

// Who has which question while cells give way to each other: augmenting paths (Kuhn 1955), a cell
// being as many places as it has questions.
struct Matching {
  std::vector<std::vector<std::size_t>> wishes;  // of each cell
  std::vector<std::size_t> owner;                // cell of each question of the pool

  bool find_place(std::size_t cell, std::vector<bool>& asked);
};

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

std::vector<std::size_t> cell_of_place(const std::vector<DrawCell>& cells) {
  std::vector<std::size_t> places;
  for (std::size_t c = 0; c < cells.size(); ++c)
    places.insert(places.end(), static_cast<std::size_t>(cells[c].count), c);
  return places;
}

struct Exchange {
  Rational distance;
  std::size_t place = nobody;
  std::size_t question = nobody;
};

Rational distance(const Rational& a, const Rational& b) {
  return a < b ? b - a : a - b;
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
  Chance chance(seed);
  Matching matching;
  matching.owner.assign(pool.size(), nobody);
  for (const DrawCell& cell : cells) matching.wishes.push_back(wished(cell, pool, taken, chance));
  Drawing drawing;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    int found = 0;
    std::vector<bool> asked(cells.size(), false);
    asked[c] = true;
    while (found < cells[c].count && matching.find_place(c, asked)) {
      ++found;
      asked.assign(cells.size(), false);
      asked[c] = true;
    }
    if (found < cells[c].count) drawing.missing.push_back({c, cells[c].count - found});
  }
  for (std::size_t c = 0; c < cells.size(); ++c)
    for (const std::size_t question : matching.wishes[c])
      if (matching.owner[question] == c) drawing.form.questions.push_back(question);
  return drawing;
}

Rational expected_points(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                         const DrawnForm& form) {
  const auto places = cell_of_place(cells);
  Rational sum;
  for (std::size_t i = 0; i < form.questions.size(); ++i)
    sum += cells[places[i]].points * pool[form.questions[i]].expected;
  return sum;
}

void match_form(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                const Rational& target, const std::set<std::string>& taken, DrawnForm& form) {
  const auto places = cell_of_place(cells);
  while (true) {
    const Rational now = expected_points(cells, pool, form);
    Exchange best{distance(now, target)};
    for (std::size_t place = 0; place < form.questions.size(); ++place) {
      const DrawCell& cell = cells[places[place]];
      const PoolQuestion& old = pool[form.questions[place]];
      for (std::size_t q = 0; q < pool.size(); ++q) {
        const bool free = cell.fits(pool[q]) && !taken.contains(pool[q].id) &&
                          std::ranges::find(form.questions, q) == form.questions.end();
        if (!free) continue;
        const auto there = distance(now + cell.points * (pool[q].expected - old.expected), target);
        if (there < best.distance) best = {there, place, q};
      }
    }
    if (best.place == nobody) return;
    form.questions[best.place] = best.question;
  }
}

}  // namespace sihu
