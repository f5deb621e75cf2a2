#include "store/threads.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>

using namespace sihu;

TEST_SUITE("store") {
  TEST_CASE("every piece is done once") {
    std::vector<std::atomic<int>> done(100);
    share_out(done.size(), 3, [&](std::size_t piece, std::size_t thread) {
      ++done[piece];
      CHECK(thread < 3);
    });
    for (const auto& times : done) CHECK(times == 1);
    share_out(0, 1, [](std::size_t, std::size_t) { FAIL("no piece"); });
  }

  TEST_CASE("no more threads than pieces, and never none") {
    CHECK(threads_for(0) == 1);
    CHECK(threads_for(1) == 1);
    CHECK(threads_for(1000) <= 8);
  }

  TEST_CASE("what a thread throws arrives") {
    const auto fails = [](std::size_t piece, std::size_t) {
      if (piece == 5) throw std::runtime_error("five");
    };
    CHECK_THROWS_AS(share_out(10, 2, fails), std::runtime_error);
  }
}
