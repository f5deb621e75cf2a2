#include "snapshot/fault_runs.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::vector<std::uint64_t> without_low_bits(std::vector<std::uint64_t> numbers) {
  for (std::uint64_t& number : numbers) number >>= 16;
  return numbers;
}

FaultRuns settled(const std::vector<std::uint64_t>& faults) {
  FaultRuns runs;
  for (const std::uint64_t fault : faults) runs.add(fault << 16);
  runs.settle();
  return runs;
}

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("a fault that is named twice is found, in one part of the ledger or in two") {
    FaultRuns runs = settled({7, 3, 9, 3, 3});
    runs.absorb(settled({8, 9, 1}));
    runs.absorb(settled({}));
    runs.absorb(settled({1, 2}));
    CHECK(runs.named_again() == std::unordered_set<std::uint64_t>{1 << 16, 3 << 16, 9 << 16});
    CHECK(without_low_bits(runs.take()) ==
          std::vector<std::uint64_t>{1, 1, 2, 3, 3, 3, 7, 8, 9, 9});
    CHECK(runs.take().empty());
  }

  TEST_CASE("of nothing nothing is named again") {
    FaultRuns runs = settled({});
    runs.absorb(settled({}));
    CHECK(runs.named_again().empty());
    CHECK(runs.take().empty());
  }

  TEST_CASE("a number without its lowest sixteen bits fits into six bytes") {
    CHECK(SmallFault(0xfedcba9876543210).number() == 0xfedcba9876540000);
    CHECK(SmallFault(0x0000000000010000).number() == 0x10000);
  }
}
