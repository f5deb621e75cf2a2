// How often an audit notices what was planted, as it grows stronger; and how often it asks although
// there was nothing. `bench_power [ORGANISATIONS]`, 200 of each strength unless said otherwise.
#include "support/simulator.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

using namespace sihu;
using namespace sihu::test;

namespace {

struct Strength {
  std::string words;
  SimulatedOrganisation organisation;
};

struct Curve {
  std::string planted;
  std::vector<AuditTest> tests;
  std::vector<Strength> strengths;
};

template <class Plant>
std::vector<Strength> strengths(const std::vector<double>& values, const char* words,
                                const Plant& plant) {
  std::vector<Strength> list;
  for (const double value : values) {
    SimulatedOrganisation organisation;
    plant(organisation, value);
    list.push_back({fmt::format(fmt::runtime(words), value), organisation});
  }
  return list;
}

std::vector<Curve> curves() {
  using Made = SimulatedOrganisation;
  return {{"one inspector finds less",
           {AuditTest::formality, AuditTest::missed},
           strengths({0.8, 0.6, 0.4, 0.2, 0.1}, "finds {} of the faults",
                     [](Made& made, double value) { made.bad_ability = value; })},
          {"one inspector is lenient",
           {AuditTest::leniency},
           strengths({0, 3, 6, 9, 12}, "+{} points",
                     [](Made& made, double value) { made.lenient_points = value; })},
          {"three pairs of branches return favours",
           {AuditTest::reciprocity},
           strengths({0, 3, 6, 9, 12}, "+{} points each way",
                     [](Made& made, double value) { made.favour_points = value; })},
          {"one inspector repeats the mark before",
           {AuditTest::straight_line},
           strengths({0, 0.3, 0.5, 0.7, 0.9}, "with probability {}",
                     [](Made& made, double value) { made.copied_marks = value; })},
          {"one inspector hurries",
           {AuditTest::pace},
           strengths({1, 2, 4, 8, 16}, "{} times as fast",
                     [](Made& made, double value) { made.hurry = value; })}};
}

// In how many organisations each test asks about what was planted.
std::map<AuditTest, int> noticed(const SimulatedOrganisation& organisation, int organisations,
                                 bool anything) {
  std::map<AuditTest, int> counts;
  for (int i = 0; i < organisations; ++i) {
    const auto visits = simulate(organisation, static_cast<std::uint64_t>(i) + 1);
    for (const TestResult& result : judge_by_chance(visits))
      for (const Question& question : result.questions)
        if (anything || is_about_the_planted(question, visits)) {
          ++counts[result.test];
          break;
        }
  }
  return counts;
}

void print(const Curve& curve, int organisations) {
  for (const AuditTest test : curve.tests) {
    std::cout << fmt::format("| {} ({}) |", curve.planted, to_string(test));
    for (const Strength& strength : curve.strengths) {
      auto counts = noticed(strength.organisation, organisations, false);
      std::cout << fmt::format(" {}: {} |", strength.words, counts[test]);
    }
    std::cout << std::endl;
  }
}

void print_honest(const char* words, const SimulatedOrganisation& organisation, int organisations) {
  std::cout << fmt::format("| {} |", words);
  auto counts = noticed(organisation, organisations, true);
  for (const AuditTest test : {AuditTest::formality, AuditTest::missed, AuditTest::leniency,
                               AuditTest::reciprocity, AuditTest::straight_line, AuditTest::pace})
    std::cout << fmt::format(" {}: {} |", to_string(test), counts[test]);
  std::cout << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  const int organisations = argc > 1 ? std::atoi(argv[1]) : 200;
  print_honest("honest, inspectors alike", {}, organisations);
  SimulatedOrganisation differing;
  differing.temper = 1;
  print_honest("honest, leniency differs by 1 point", differing, organisations);
  for (const Curve& curve : curves()) print(curve, organisations);
}
