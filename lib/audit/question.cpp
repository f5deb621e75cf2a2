#include "audit/question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

struct TestWords {
  std::string_view code;
  std::string_view threshold;
  Text words;
};

const TestWords& words_of(AuditTest test) {
  static constexpr std::array<TestWords, all_audit_tests.size()> list{{
      {"formality", "signs>=2 q<=0.05", {"走过场的迹象", "signs of formality"}},
      {"missed", "q<=0.05", {"上次放过、这次查出", "passed, then found"}},
      {"leniency", "q<=0.05 |points|>=3", {"偏宽偏严", "leniency and severity"}},
      {"discrimination", "slope<0.3 q<=0.05", {"分不出好坏", "no difference made"}},
      {"reciprocity", "p<=0.05 score>2.5", {"互相给高分", "favours returned"}},
      {"full-round", "p<=0.05 r>0", {"成对偏向", "favours in a full round"}},
      {"straight-line", "q<=0.05", {"一路同分", "straight-lining"}},
      {"pace", "q<=0.05 z<-3.5", {"答得太快", "too fast"}},
      {"two-places", "minutes>0", {"同时在两处", "at two places at once"}},
      {"copied-text", "similarity>=0.8 letters>=8", {"雷同文字", "copied text"}},
      {"late-entry", "days>3", {"补录过迟", "back-dated work"}},
      {"impossible-order", "days>0", {"先后颠倒", "impossible order"}},
      {"clock", "minutes>1", {"时钟倒拨", "clock set back"}},
  }};
  return list.at(static_cast<std::size_t>(test));
}

template <class Value>
void each_once(std::vector<Value>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::string_view to_string(AuditTest test) {
  return words_of(test).code;
}

std::optional<AuditTest> parse_audit_test(std::string_view text) {
  for (const AuditTest test : all_audit_tests)
    if (to_string(test) == text) return test;
  return std::nullopt;
}

const Text& wording(AuditTest test) {
  return words_of(test).words;
}

std::string_view threshold_of(AuditTest test) {
  return words_of(test).threshold;
}

std::string_view to_string(About about) {
  static constexpr std::array<std::string_view, 8> codes{"person", "branch",  "pair",   "branches",
                                                         "check",  "problem", "device", "checks"};
  return codes.at(static_cast<std::size_t>(about));
}

std::string decimal(double value, int places) {
  const double scale = std::pow(10, places);
  const double rounded = std::round(value * scale) / scale;
  return fmt::format("{:.{}f}", rounded == 0 ? 0.0 : rounded, places);
}

std::string chance_shown(double p) {
  return p < 0.0001 ? "< 0.0001" : fmt::format("{:.4f}", p);
}

std::string chance_equation(double p) {
  const std::string shown = chance_shown(p);
  return (shown.front() == '<' ? "p " : "p = ") + shown;
}

void put_in_order(Question& question) {
  each_once(question.items);
  each_once(question.entries);
}

}  // namespace sihu
