#include "store/threads.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace sihu {
namespace {

constexpr std::size_t most_threads = 8;

}  // namespace

std::size_t threads_for(std::size_t pieces) {
  const std::size_t machine = std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
  return std::clamp<std::size_t>(pieces, 1, std::min(machine, most_threads));
}

void share_out(std::size_t pieces, std::size_t threads,
               const std::function<void(std::size_t, std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> thrown(threads);
  const auto run = [&](std::size_t thread) {
    try {
      for (std::size_t piece = next++; piece < pieces; piece = next++) work(piece, thread);
    } catch (...) {
      thrown[thread] = std::current_exception();
      next = pieces;
    }
  };
  std::vector<std::thread> others;
  try {
    for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
  } catch (const std::system_error&) {
    // The machine gives no more: the work is done by those there are.
  }
  run(0);
  for (std::thread& other : others) other.join();
  for (const std::exception_ptr& one : thrown)
    if (one) std::rethrow_exception(one);
}

}  // namespace sihu
