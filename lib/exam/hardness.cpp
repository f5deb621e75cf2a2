#include "exam/hardness.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace sihu {
namespace {

using Pool = std::vector<PoolQuestion>;

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
    const auto best = nearest(target, distance(expected_points(cells_, pool_, form_), target));
    if (best) make(*best);
    return best.has_value();
  }

  // Makes the best two exchanges there are where none alone helps.
  bool comes_nearer_by_two(const Rational& target) {
    Rational least = distance(expected_points(cells_, pool_, form_), target);
    if (hardly_differ(least, Rational(0))) return false;
    std::optional<std::pair<Exchange, Exchange>> best;
    for (const Exchange& first : kinds_of_exchange()) {
      const std::size_t old = form_.questions[first.place];
      make(first);
      if (const auto second = nearest(target, least)) {
        least = second->distance;
        best = {first, *second};
      }
      make({{}, first.place, 0, old});
    }
    if (!best) return false;
    make(best->first);
    make(best->second);
    return true;
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

  // The free question that an exchange of one for another so easy would bring; nothing: none may.
  std::optional<std::size_t> free_one(std::size_t old, const std::vector<std::size_t>& questions) {
    const auto fresh = std::ranges::find_if(
        questions, [&](std::size_t q) { return !in_form_[q] && (!may_ || may_(old, q)); });
    return fresh == questions.end() ? std::nullopt : std::optional(*fresh);
  }

  // The exchange after which the form is nearest to the target, and nearer than `far`.
  std::optional<Exchange> nearest(const Rational& target, const Rational& far) {
    const Rational now = expected_points(cells_, pool_, form_);
    std::optional<Exchange> best;
    for (std::size_t place = 0; place < form_.questions.size(); ++place)
      for (const auto& [ease, questions] : by_ease_[places_[place]]) {
        const std::size_t old = form_.questions[place];
        const auto gain = cells_[places_[place]].points * (ease - pool_[old].expected);
        Exchange next{distance(now + gain, target), place, 0, 0};
        if (!(next.distance < far) || (best && best->distance < next.distance)) continue;
        const auto fresh = free_one(old, questions);
        if (!fresh) continue;
        next.used = pool_[*fresh].used;
        next.question = *fresh;
        if (!best || next < *best) best = next;
      }
    return best;
  }

  // One exchange of each cell for each step up or down, but not of more than can be tried.
  std::vector<Exchange> kinds_of_exchange() {
    constexpr std::size_t most = 60;
    std::vector<Exchange> kinds;
    std::set<std::pair<std::size_t, Rational>> seen;
    for (std::size_t place = 0; place < form_.questions.size(); ++place)
      for (const auto& [ease, questions] : by_ease_[places_[place]]) {
        const std::size_t old = form_.questions[place];
        const std::pair kind(places_[place], ease - pool_[old].expected);
        if (kind.second.is_zero() || seen.contains(kind) || kinds.size() == most) continue;
        const auto fresh = free_one(old, questions);
        if (!fresh) continue;
        seen.insert(kind);
        kinds.push_back({{}, place, pool_[*fresh].used, *fresh});
      }
    return kinds;
  }

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

}  // namespace

bool hardly_differ(const Rational& one, const Rational& other) {
  return distance(one, other) < Rational(1, 100);
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
  while (matcher.comes_nearer(target) || matcher.comes_nearer_by_two(target)) {
  }
}

bool bring_nearer(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                  DrawnForm& one, DrawnForm& other, const MaySwap& may) {
  const auto places = cell_of_place(cells);
  const Rational between = expected_points(cells, pool, one) - expected_points(cells, pool, other);
  Rational least = distance(between, Rational(0));
  std::optional<std::pair<std::size_t, std::size_t>> best;
  for (std::size_t i = 0; i < one.questions.size(); ++i)
    for (std::size_t j = 0; j < other.questions.size(); ++j) {
      if (places[i] != places[j]) continue;
      const std::size_t ones = one.questions[i];
      const std::size_t others = other.questions[j];
      const Rational gain = cells[places[i]].points * (pool[others].expected - pool[ones].expected);
      const Rational left = distance(between + gain + gain, Rational(0));
      if (!(left < least) || (may && !may(ones, others))) continue;
      least = left;
      best = {i, j};
    }
  if (best) std::swap(one.questions[best->first], other.questions[best->second]);
  return best.has_value();
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
