#include "exam/draw.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
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

std::vector<std::size_t> cell_of_place(const std::vector<DrawCell>& cells) {
  std::vector<std::size_t> places;
  for (std::size_t c = 0; c < cells.size(); ++c)
    places.insert(places.end(), static_cast<std::size_t>(cells[c].count), c);
  return places;
}

Rational distance(const Rational& a, const Rational& b) {
  return a < b ? b - a : a - b;
}

// Exchanges questions of a form for others of the same cell. Those that are equally easy bring it
// equally near, so that of each ease only the one that is used least is looked at.
class Matcher {
 public:
  Matcher(const std::vector<DrawCell>& cells, const Pool& pool, const std::set<std::string>& taken,
          DrawnForm& form, const MayExchange& may)
      : cells_(cells),
        pool_(pool),
        may_(may),
        form_(form),
        places_(cell_of_place(cells)),
        in_form_(pool.size(), false),
        by_ease_(cells.size()) {
    for (const std::size_t question : form.questions) in_form_[question] = true;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      for (std::size_t q = 0; q < pool.size(); ++q)
        if (cells[c].fits(pool[q]) && !taken.contains(pool[q].id))
          by_ease_[c][pool[q].expected].push_back(q);
      for (auto& [ease, questions] : by_ease_[c])
        std::ranges::stable_sort(questions, {}, [&](std::size_t q) { return pool[q].used; });
    }
  }

  // Makes the best exchange there is; false: none brings the form nearer.
  bool comes_nearer(const Rational& target) {
    const Rational now = expected_points(cells_, pool_, form_);
    const Rational far = distance(now, target);
    std::optional<Exchange> best;
    for (std::size_t place = 0; place < form_.questions.size(); ++place)
      for (const auto& [ease, questions] : by_ease_[places_[place]]) {
        const std::size_t old = form_.questions[place];
        const auto gain = cells_[places_[place]].points * (ease - pool_[old].expected);
        Exchange next{distance(now + gain, target), place, 0, 0};
        if (!(next.distance < far) || (best && best->distance < next.distance)) continue;
        const auto fresh = std::ranges::find_if(
            questions, [&](std::size_t q) { return !in_form_[q] && (!may_ || may_(old, q)); });
        if (fresh == questions.end()) continue;
        next.used = pool_[*fresh].used;
        next.question = *fresh;
        if (!best || next < *best) best = next;
      }
    if (best) make(*best);
    return best.has_value();
  }

 private:
  struct Exchange {
    Rational distance;
    std::size_t place;
    int used;
    std::size_t question;

    bool operator<(const Exchange& other) const {
      return std::tie(distance, place, used, question) <
             std::tie(other.distance, other.place, other.used, other.question);
    }
  };

  void make(const Exchange& exchange) {
    in_form_[form_.questions[exchange.place]] = false;
    in_form_[exchange.question] = true;
    form_.questions[exchange.place] = exchange.question;
  }

  const std::vector<DrawCell>& cells_;
  const Pool& pool_;
  const MayExchange& may_;
  DrawnForm& form_;
  std::vector<std::size_t> places_;  // the cell of each
  std::vector<bool> in_form_;        // of each question of the pool
  std::vector<std::map<Rational, std::vector<std::size_t>>> by_ease_;  // of each cell
};

// One exchange between two forms, that which leaves the least between them; false: none helps. What
// one gains the other loses, so that the squares of all forms' distances to their mean become less
// with each, and it ends.
bool bring_nearer(const std::vector<DrawCell>& cells, const Pool& pool, DrawnForm& one,
                  DrawnForm& other) {
  const auto places = cell_of_place(cells);
  const Rational between = expected_points(cells, pool, one) - expected_points(cells, pool, other);
  Rational least = distance(between, Rational(0));
  std::optional<std::pair<std::size_t, std::size_t>> best;
  for (std::size_t i = 0; i < one.questions.size(); ++i)
    for (std::size_t j = 0; j < other.questions.size(); ++j) {
      if (places[i] != places[j]) continue;
      const Rational gain = cells[places[i]].points *
                            (pool[other.questions[j]].expected - pool[one.questions[i]].expected);
      const Rational left = distance(between + gain + gain, Rational(0));
      if (!(left < least)) continue;
      least = left;
      best = {i, j};
    }
  if (best) std::swap(one.questions[best->first], other.questions[best->second]);
  return best.has_value();
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

Rational expected_points(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                         const DrawnForm& form) {
  const auto places = cell_of_place(cells);
  Rational sum;
  for (std::size_t i = 0; i < form.questions.size(); ++i)
    sum += cells[places[i]].points * pool[form.questions[i]].expected;
  return sum;
}

Rational usual_points(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                      const std::set<std::string>& taken) {
  Rational sum;
  for (const DrawCell& cell : cells) {
    Rational all;
    long fitting = 0;
    for (const PoolQuestion& question : pool) {
      if (!cell.fits(question) || taken.contains(question.id)) continue;
      all += question.expected;
      ++fitting;
    }
    if (fitting > 0) sum += cell.points * Rational(cell.count) * all / Rational(fitting);
  }
  return sum;
}

void match_form(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                const Rational& target, const std::set<std::string>& taken, DrawnForm& form,
                const MayExchange& may) {
  Matcher matcher(cells, pool, taken, form, may);
  while (matcher.comes_nearer(target)) {
  }
}

void level_forms(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                 std::vector<DrawnForm>& forms) {
  for (bool nearer = true; nearer;) {
    nearer = false;
    for (std::size_t one = 0; one < forms.size(); ++one)
      for (std::size_t other = one + 1; other < forms.size(); ++other)
        while (bring_nearer(cells, pool, forms[one], forms[other])) nearer = true;
  }
}

}  // namespace sihu
