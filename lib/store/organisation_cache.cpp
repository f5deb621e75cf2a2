#include "store/organisation_cache.hpp"

#include "store/files.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// Another version of sihu may read the same document another way.
constexpr std::string_view magic = "sihu organisation 1, " SIHU_LIBRARY_VERSION "\n";
constexpr std::size_t hash_bytes = sizeof(XXH128_canonical_t);

std::string finished(XXH3_state_t* state) {
  XXH128_canonical_t digest;
  XXH128_canonicalFromHash(&digest, XXH3_128bits_digest(state));
  XXH3_freeState(state);
  return {reinterpret_cast<const char*>(digest.digest), hash_bytes};
}

void add(XXH3_state_t* state, std::string_view text) {
  const std::uint64_t size = text.size();
  XXH3_128bits_update(state, &size, sizeof size);
  XXH3_128bits_update(state, text.data(), text.size());
}

template <class Texts>
std::string hash_of(const Texts& texts) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_128bits_reset(state);
  for (const std::string_view text : texts) add(state, text);
  return finished(state);
}

std::string hash_of_one(std::string_view text) {
  return hash_of(std::vector{text});
}

fs::path cache_path(const fs::path& root) {
  return root / ".sihu" / "organisation";
}

}  // namespace

std::optional<OrganisationCache> OrganisationCache::open(const fs::path& root,
                                                         std::string_view organisation) {
  const auto read = read_file(cache_path(root), "organisation");
  if (!read || !read->starts_with(magic)) return std::nullopt;
  std::string_view rest = std::string_view(*read).substr(magic.size());
  if (rest.size() < 3 * hash_bytes) return std::nullopt;
  const auto next_hash = [&rest] {
    const std::string_view hash = rest.substr(0, hash_bytes);
    rest.remove_prefix(hash_bytes);
    return hash;
  };
  const std::string_view whole = next_hash();
  if (whole != hash_of_one(rest) || next_hash() != hash_of_one(organisation)) return std::nullopt;
  OrganisationCache cache;
  cache.calendars_hash_ = next_hash();
  auto known = read_organisation(rest);
  if (!known) return std::nullopt;
  cache.known_ = std::move(*known);
  return cache;
}

bool OrganisationCache::holds_for(const std::vector<std::string>& calendars) const {
  return calendars_hash_ == hash_of(calendars);
}

void save_organisation(const fs::path& root, std::string_view organisation,
                       const std::vector<std::string>& calendars, const KnownOrganisation& known) {
  const std::string rest =
      hash_of_one(organisation) + hash_of(calendars) + write_organisation(known);
  std::error_code ignored;
  fs::create_directory(root / ".sihu", ignored);
  replace_cache_file(cache_path(root), std::string(magic) + hash_of_one(rest) + rest);
}

}  // namespace sihu
