// Memory for jobs that need much of it. What a job asks for first comes from malloc, which is there
// at once; beyond 128 MiB from mimalloc, where the machine has it, in large pages. A page that is
// touched for the first time costs more than to fill it, on a virtual machine ten times more, and
// malloc asks the kernel for every single one when there are several threads. Short jobs never ask
// for so much, and need not load a library for it.
#include "store/loaded_library.hpp"

#include <mimalloc.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t much = 128u << 20;

struct Mimalloc {
  decltype(&mi_malloc) allocate = nullptr;
  decltype(&mi_free) release = nullptr;
  decltype(&mi_is_in_heap_region) gave = nullptr;
};

Mimalloc loaded;
std::atomic<const Mimalloc*> in_use = nullptr;
std::atomic_flag tried;
thread_local std::size_t asked_for = 0;  // what this thread ever asked for, in bytes

// Nothing while another thread loads it, or where it is not there.
const Mimalloc* load() {
  if (tried.test(std::memory_order_relaxed) || tried.test_and_set()) return nullptr;
  sihu::LoadedLibrary found("libmimalloc.so.2");
  decltype(&mi_option_enable) enable = nullptr;
  decltype(&mi_option_disable) disable = nullptr;
  found.give(loaded.allocate, "mi_malloc");
  found.give(loaded.release, "mi_free");
  found.give(loaded.gave, "mi_is_in_heap_region");
  found.give(enable, "mi_option_enable");
  found.give(disable, "mi_option_disable");
  if (!found.complete()) return nullptr;
  enable(mi_option_large_os_pages);
  disable(mi_option_allow_decommit);  // given back, it would have to be cleared again
  in_use.store(&loaded, std::memory_order_release);
  return &loaded;
}

}  // namespace

void* operator new(std::size_t size) {
  const Mimalloc* mimalloc = in_use.load(std::memory_order_acquire);
  if (!mimalloc && (asked_for += size) > much) mimalloc = load();
  void* const memory = mimalloc ? mimalloc->allocate(size) : std::malloc(size > 0 ? size : 1);
  if (!memory) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept {
  const Mimalloc* const mimalloc = in_use.load(std::memory_order_acquire);
  if (mimalloc && mimalloc->gave(memory)) {
    mimalloc->release(memory);
  } else {
    std::free(memory);
  }
}

void operator delete(void* memory, std::size_t) noexcept {
  operator delete(memory);
}
