#include "store/mapped.hpp"

#include "store/files.hpp"
#include "store/system_error.hpp"

#include <sys/mman.h>

#include <cerrno>

namespace sihu {

Result<MappedFile> MappedFile::open(const std::filesystem::path& file, std::string_view name) {
  std::uint64_t size = 0;
  const auto descriptor = open_regular(file, name, size);
  if (!descriptor) return tl::unexpected(descriptor.error());
  MappedFile mapped;
  if (size == 0) return mapped;
  // All of it will be read: to be asked for each page costs as much as to hash it.
  void* const start =
      ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor->number(), 0);
  if (start == MAP_FAILED)
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, name),
                          errno);
  mapped.bytes_ = {static_cast<const char*>(start), size};
  return mapped;
}

MappedFile::~MappedFile() {
  // munmap takes what mmap gave, which was never const.
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace sihu
