#pragma once

#include "statistics/ratings.hpp"
#include "support/reference.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace sihu::test {

inline double number(const Node& node) {
  return std::strtod(node.text.c_str(), nullptr);
}

inline std::vector<double> numbers(const Node& list) {
  std::vector<double> values;
  for (const Node& item : list.items) values.push_back(number(item));
  for (const NodeEntry& entry : list.entries) values.push_back(number(entry.second));
  return values;
}

/// Whether `got` is `want` to within `part` of it, or of 1 where it is smaller.
inline bool is_near(double got, double want, double part) {
  return std::abs(got - want) <= part * std::max(1.0, std::abs(want));
}

inline bool are_near(const std::vector<double>& got, const std::vector<double>& want, double part) {
  return std::ranges::equal(got, want, [&](double a, double b) { return is_near(a, b, part); });
}

/// The rows of a reference file with commas, without its heading.
inline std::vector<std::vector<std::string>> read_rows(const std::string& name) {
  std::ifstream stream(std::filesystem::path(SIHU_SOURCE_DIR) / "tests/unit" / name);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    auto& row = rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

/// `B03` is 2, `HQ` comes after all branches.
inline std::size_t number_of(const std::string& name, std::size_t branches) {
  return name == "HQ" ? branches : static_cast<std::size_t>(std::stoi(name.substr(1)) - 1);
}

/// A file of `quarter,rater,ratee,score` and perhaps `weight`; all weights are 1 unless `weighted`.
inline Ratings read_ratings(const std::string& name, bool weighted = false) {
  const auto rows = read_rows("statistics/reference/" + name);
  Ratings ratings;
  for (const auto& row : rows)
    ratings.branches = std::max(ratings.branches, number_of(row[2], 0) + 1);
  for (const auto& row : rows) {
    Rating rating;
    rating.visit = static_cast<std::size_t>(row[0].back() - '0');
    rating.inspector = number_of(row[1], ratings.branches);
    rating.branch = number_of(row[2], ratings.branches);
    rating.score = std::stod(row[3]);
    if (weighted) rating.weight = std::stod(row[4]);
    ratings.inspectors = std::max(ratings.inspectors, rating.inspector + 1);
    ratings.all.push_back(rating);
  }
  return ratings;
}

/// Every inspector comes from the branch of the same number; what is beyond, from headquarters.
inline HomeBranches own_homes(const Ratings& ratings) {
  HomeBranches homes(ratings.inspectors);
  for (std::size_t j = 0; j < std::min(ratings.branches, ratings.inspectors); ++j) homes[j] = j;
  return homes;
}

}  // namespace sihu::test
