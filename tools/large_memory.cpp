// Memory of megabytes in large pages. A page that is touched for the first time costs more than to
// fill it, on a virtual machine ten times more; the rows of thirty thousand overdue problems are
// eight thousand small pages, or a few dozen large ones. Where a kernel gives no large pages, all
// is as it was.
#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t large_page = 2u << 20;

void* in_large_pages(std::size_t size) {
  const std::size_t whole = (size + large_page - 1) / large_page * large_page;
  void* const memory = whole < size ? nullptr : std::aligned_alloc(large_page, whole);
  if (memory) ::madvise(memory, whole, MADV_HUGEPAGE);
  return memory;
}

}  // namespace

void* operator new(std::size_t size) {
  void* const memory = size < large_page ? std::malloc(size > 0 ? size : 1) : in_large_pages(size);
  if (!memory) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
