#include "exam/own_papers.hpp"

#include "base/chance.hpp"
#include "exam/draw_apart.hpp"
#include "exam/hardness.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace sihu {
namespace {

class OwnDrawer {
 public:
  OwnDrawer(const OwnRules& rules, std::vector<OwnPool>& pools,
            const std::vector<Candidate>& candidates, const FormOverlap& drawn)
      : rules_(rules),
        pools_(pools),
        candidates_(candidates),
        others_(drawn),
        drawn_(drawn),
        target_(rules.target) {}

  OwnPapers run() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) draw_next(i);
    for (const Drawing& drawing : papers_.drawings)
      if (!drawing.missing.empty()) return std::move(papers_);
    if (papers_.alike) draw_at_once();
    if (!papers_.alike) level();
    return std::move(papers_);
  }

 private:
  OwnPool& pool_of(std::size_t i) { return pools_[candidates_[i].pool]; }
  DrawnForm& form_of(std::size_t i) { return papers_.drawings[i].form; }
  Rational points_of(std::size_t i) {
    return expected_points(rules_.cells, pool_of(i).questions, form_of(i));
  }
  std::size_t place_of(std::size_t i) const { return others_.forms().size() + i; }
  std::uint64_t seed_of_draw(std::size_t i) const {
    return seed_of(rules_.seed + "|" + candidates_[i].id + "|draw");
  }

  // The pool as this person stands to it now.
  std::vector<PoolQuestion>& prepare(std::size_t i) {
    OwnPool& pool = pool_of(i);
    for (std::size_t q = 0; q < pool.questions.size(); ++q) {
      pool.questions[q].rested = candidates_[i].rested[q];
      pool.questions[q].used = static_cast<int>(drawn_.forms_with(pool.numbers[q]).size());
    }
    return pool.questions;
  }

  // Once somebody's is too alike it is only looked whether there are questions enough.
  void draw_next(std::size_t i) {
    const auto& pool = prepare(i);
    if (papers_.alike) {
      papers_.drawings.push_back(
          draw_form(rules_.cells, pool, seed_of_draw(i), candidates_[i].taken));
      return;
    }
    papers_.drawings.push_back(draw_one(i, pool));
    if (!papers_.alike) drawn_.add(pool_of(i).numbers_of(form_of(i)));
    if (!target_) target_ = points_of(i);
  }

  // Draws until a form is found that is not too much like any other.
  Drawing draw_one(std::size_t i, const std::vector<PoolQuestion>& pool) {
    constexpr std::uint64_t beginnings = 20;
    const auto& taken = candidates_[i].taken;
    const auto& numbers = pool_of(i).numbers;
    int least = 0;
    for (std::uint64_t beginning = 0; beginning < beginnings; ++beginning) {
      Drawing drawing = draw_form(rules_.cells, pool, seed_of_draw(i) + beginning, taken);
      if (!drawing.missing.empty()) return drawing;
      const int shared = rules_.most ? separate_form(rules_.cells, pool, drawn_, numbers,
                                                     *rules_.most, taken, drawing.form)
                                     : 0;
      if (!rules_.most || shared <= *rules_.most) {
        match(i, pool, drawing.form);
        return drawing;
      }
      least = beginning == 0 ? shared : std::min(least, shared);
    }
    papers_.alike = TooAlike{i, drawn_.forms().size(), least};
    return {};
  }

  MayExchange guard(std::size_t i, const DrawnForm& form) {
    if (!rules_.most) return {};
    return stays_apart(drawn_, pool_of(i).numbers, *rules_.most, form);
  }

  void match(std::size_t i, const std::vector<PoolQuestion>& pool, DrawnForm& form) {
    if (target_)
      match_form(rules_.cells, pool, *target_, candidates_[i].taken, form, guard(i, form));
  }

  // All papers in one, where they are not too many, from several beginnings.
  void draw_at_once() {
    constexpr std::size_t most_askings = 10000;
    constexpr std::uint64_t beginnings = 10;
    std::size_t askings = 0;
    for (const Candidate& candidate : candidates_) askings += candidate.rested.size();
    if (askings > most_askings) return;
    for (std::uint64_t beginning = 0; beginning < beginnings; ++beginning) {
      auto apart = draw_apart(rules_.cells, pools_, candidates_, others_,
                              seed_of(rules_.seed + "|draw") + beginning);
      if (apart.forms.empty()) return;
      if (apart.shared > *rules_.most * count_of_pairs()) {
        papers_.alike->is_impossible = true;
        return;
      }
      take(std::move(apart.forms));
      if (!separate_all()) continue;
      papers_.alike.reset();
      return;
    }
  }

  std::int64_t count_of_pairs() const {
    const auto all = static_cast<std::int64_t>(candidates_.size());
    return all * (all - 1) / 2 + all * static_cast<std::int64_t>(others_.forms().size());
  }

  void take(std::vector<DrawnForm> forms) {
    drawn_ = others_;
    for (std::size_t i = 0; i < forms.size(); ++i) {
      papers_.drawings[i] = {std::move(forms[i]), {}};
      drawn_.add(pool_of(i).numbers_of(form_of(i)));
    }
  }

  // Exchanges in one form after the other until no two are too much alike, or nothing helps.
  bool separate_all() {
    for (bool apart = false, better = true; better;) {
      apart = true;
      better = false;
      for (std::size_t i = 0; i < candidates_.size(); ++i) {
        const DrawnForm before = form_of(i);
        drawn_.replace(place_of(i), {});
        const int shared = separate_form(rules_.cells, prepare(i), drawn_, pool_of(i).numbers,
                                         *rules_.most, candidates_[i].taken, form_of(i));
        put_back(i);
        apart = apart && shared <= *rules_.most;
        better = better || form_of(i).questions != before.questions;
      }
      if (apart) return true;
    }
    return false;
  }

  void put_back(std::size_t i) {
    drawn_.replace(place_of(i), pool_of(i).numbers_of(form_of(i)));
    if (i < points_.size()) points_[i] = points_of(i);
  }

  // What the first form happened to be some may be unable to reach: then all try to meet elsewhere,
  // as long as that brings the easiest and the hardest nearer to each other.
  void level() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) points_.push_back(points_of(i));
    come_near();
    while (!rules_.target && !hardly_differ(easiest(), hardest()))
      if (!meet_at((easiest() + hardest()) / Rational(2)) && !meet_at(hardest()) &&
          !meet_at(easiest()))
        return;
  }

  bool meet_at(Rational target) {
    const auto kept = std::tuple(papers_.drawings, drawn_, points_);
    const Rational apart = easiest() - hardest();
    target_ = std::move(target);
    come_near();
    if (easiest() - hardest() < apart) return true;
    std::tie(papers_.drawings, drawn_, points_) = kept;
    return false;
  }

  const Rational& easiest() const { return *std::ranges::max_element(points_); }
  const Rational& hardest() const { return *std::ranges::min_element(points_); }

  // Each step makes the squares of the distances to the target less, so it ends.
  void come_near() {
    for (bool nearer = true; nearer;) {
      nearer = false;
      for (std::size_t i = 0; i < candidates_.size(); ++i) {
        nearer = match_again(i) || nearer;
        for (std::size_t j = 0; j < i; ++j) nearer = swap_questions(i, j) || nearer;
      }
    }
  }

  bool match_again(std::size_t i) {
    const Rational before = points_[i];
    if (hardly_differ(before, *target_)) return false;
    drawn_.replace(place_of(i), {});
    match(i, prepare(i), form_of(i));
    put_back(i);
    return points_[i] != before;
  }

  // Exchanges between people of one pool, all that bring the two nearer to each other.
  bool swap_questions(std::size_t i, std::size_t j) {
    if (candidates_[i].pool != candidates_[j].pool) return false;
    if (hardly_differ(points_[i], points_[j])) return false;
    drawn_.replace(place_of(i), {});
    drawn_.replace(place_of(j), {});
    const auto may = [&, one = guard(i, form_of(i)), other = guard(j, form_of(j))](
                         std::size_t ones, std::size_t others) {
      return may_take(i, others) && may_take(j, ones) && (!one || one(ones, others)) &&
             (!other || other(others, ones));
    };
    bool nearer = false;
    while (bring_nearer(rules_.cells, pool_of(i).questions, form_of(i), form_of(j), may))
      nearer = true;
    put_back(i);
    put_back(j);
    return nearer;
  }

  bool may_take(std::size_t i, std::size_t question) {
    const auto& questions = form_of(i).questions;
    return std::ranges::find(questions, question) == questions.end() &&
           !candidates_[i].taken.contains(pool_of(i).questions[question].id);
  }

  const OwnRules& rules_;
  std::vector<OwnPool>& pools_;
  const std::vector<Candidate>& candidates_;
  const FormOverlap& others_;
  FormOverlap drawn_;  // those, and what is drawn
  std::optional<Rational> target_;
  OwnPapers papers_;
  std::vector<Rational> points_;  // that are expected of each, while they are made equal
};

}  // namespace

OwnPapers draw_own_papers(const OwnRules& rules, std::vector<OwnPool>& pools,
                          const std::vector<Candidate>& candidates, const FormOverlap& drawn) {
  return OwnDrawer(rules, pools, candidates, drawn).run();
}

}  // namespace sihu
