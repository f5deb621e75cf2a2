#pragma once

#include "exam/draw.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// Whether two forms' points are less than a hundredth apart, which is not seen in any list.
bool hardly_differ(const Rational& one, const Rational& other);

/// The points that a form's candidates are expected to have: Σ points · share.
Rational expected_points(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                         const DrawnForm& form);

/// The points of a form that is as hard as the questions which `cells` may draw are on average,
/// those of `taken` left out: what several forms of one pool can all come near to.
Rational usual_points(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                      const std::set<std::string>& taken);

/// Whether a form may have one question of the pool in place of another.
using MayExchange = std::function<bool(std::size_t old, std::size_t fresh)>;

/// Makes a form as hard as another whose expected points are `target`: as long as exchanging a
/// question for a free one of the same cell, none of `taken` and if it `may`, brings it nearer, the
/// exchange that brings it nearest is made; of several the first by place, and by use. Where none
/// alone does, two at once are tried.
void match_form(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                const Rational& target, const std::set<std::string>& taken, DrawnForm& form,
                const MayExchange& may = {});

/// Whether two forms of one pool may give each other a question of the one for one of the other.
using MaySwap = std::function<bool(std::size_t ones, std::size_t others)>;

/// Lets two forms give each other a question of the same cell if they `may`, those that leave the
/// least between them; false: none brings them nearer. What one gains the other loses, so that the
/// squares of all forms' distances to any target become less with each, and it ends.
bool bring_nearer(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                  DrawnForm& one, DrawnForm& other, const MaySwap& may = {});

/// Makes forms that share no question as hard as each other: as long as two of them, exchanging one
/// question for one of the same cell, come nearer to each other, those that come nearest do.
void level_forms(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                 std::vector<DrawnForm>& forms);

}  // namespace sihu
