#pragma once

#include <cstddef>
#include <functional>

namespace sihu {

/// How many threads work on so many pieces: as many as the machine has, at most eight.
std::size_t threads_for(std::size_t pieces);

/// Does `work(piece, thread)` for every piece, on `threads` threads, and waits. What one of them
/// throws is thrown here.
void share_out(std::size_t pieces, std::size_t threads,
               const std::function<void(std::size_t piece, std::size_t thread)>& work);

}  // namespace sihu
