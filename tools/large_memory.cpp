// Memory of megabytes in large pages. A page that is touched for the first time costs more than to
// fill it, on a virtual machine ten times more, and so does every step to another page; the rows of
// thirty thousand overdue problems are eight thousand small pages, or a few dozen large ones. Where
// a kernel gives no large pages, all is as it was.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t large_page = 2u << 20;
constexpr std::size_t large_heap = 32u << 20;  // short jobs never have so much, and lose no time
constexpr int heap_step = 16 << 20;

void* in_large_pages(std::size_t size) {
  const std::size_t whole = (size + large_page - 1) / large_page * large_page;
  void* const memory = whole < size ? nullptr : std::aligned_alloc(large_page, whole);
  // Its end, which fills none, in small pages: a large one would be there as a whole.
  if (memory) ::madvise(memory, size / large_page * large_page, MADV_HUGEPAGE);
  return memory;
}

std::uintptr_t end_of_heap() {
  return reinterpret_cast<std::uintptr_t>(::sbrk(0));
}

std::atomic<std::uintptr_t> known_end = 0;

// What the heap has grown by since it was looked at: many small things, in large pages too.
void take_growth(std::uintptr_t end) {
  static const std::uintptr_t start = end;
  const std::uintptr_t before = known_end.exchange(end, std::memory_order_relaxed);
  if (before >= end || end - start < large_heap) return;
  if (before - start < large_heap) {
    // Of less than a large page at a time none can be made.
    ::mallopt(M_TOP_PAD, heap_step);
    ::mallopt(M_TRIM_THRESHOLD, 2 * heap_step);
    ::mallopt(M_MMAP_THRESHOLD, large_page);
  }
  const std::uintptr_t from = (before + large_page - 1) / large_page * large_page;
  const std::uintptr_t to = end / large_page * large_page;
  if (from < to) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);
}

}  // namespace

void* operator new(std::size_t size) {
  void* const memory = size < large_page ? std::malloc(size > 0 ? size : 1) : in_large_pages(size);
  if (!memory) throw std::bad_alloc();
  const std::uintptr_t end = end_of_heap();
  if (end != known_end.load(std::memory_order_relaxed)) take_growth(end);
  return memory;
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
