#include "store/review_keys.hpp"

#include "base/sealed_box.hpp"
#include "store/files.hpp"
#include "store/secret_file.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".review-key";
constexpr std::size_t name_digits = 16;

fs::path file_of(const fs::path& config_home, std::string_view key) {
  return secret_folder(config_home) /
         (std::string(key.substr(0, name_digits)) + std::string(ending));
}

// A line may name anything as its key.
bool names_a_file(std::string_view key16) {
  return key16.size() == name_digits &&
         key16.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct ReviewKeyPair {
  KeptReviewKey kept;
  std::string secret;
};

Result<ReviewKeyPair> read_review_key(const fs::path& file) {
  auto lines = read_secret(file);
  if (!lines) return tl::unexpected(lines.error());
  const std::string& secret = (*lines)["secret"];
  if ((*lines)["sihu-review-key"] != "1" || !is_box_key(secret) ||
      box_public_key(secret) != (*lines)["public"])
    return not_a_secret(file);
  return ReviewKeyPair{{file, (*lines)["public"], (*lines)["organisation"]}, secret};
}

}  // namespace

Result<KeptReviewKey> make_review_key(const fs::path& config_home, const fs::path& root,
                                      const std::string& organisation) {
  if (auto outside = check_outside(config_home, root); !outside)
    return tl::unexpected(outside.error());
  const auto secret = draw_secret();
  if (!secret) return tl::unexpected(secret.error());
  KeptReviewKey kept{{}, box_public_key(*secret), organisation};
  kept.file = file_of(config_home, kept.key);
  const std::string text = fmt::format("sihu-review-key 1\norganisation {}\npublic {}\nsecret {}\n",
                                       organisation, kept.key, *secret);
  if (auto written = write_secret(kept.file, text); !written)
    return tl::unexpected(written.error());
  return kept;
}

Result<std::vector<KeptReviewKey>> kept_review_keys(const fs::path& config_home) {
  const auto names = list_folder(secret_folder(config_home), ending);
  if (!names) return tl::unexpected(names.error());
  std::vector<KeptReviewKey> keys;
  Failure failure{Kind::input, {}};
  for (const std::string& name : *names) {
    auto key = read_review_key(secret_folder(config_home) / name);
    if (key)
      keys.push_back(std::move(key->kept));
    else
      add_failure(failure, std::move(key.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return keys;
}

Result<std::optional<std::string>> review_secret(const fs::path& config_home,
                                                 std::string_view key16) {
  if (!names_a_file(key16)) return std::optional<std::string>();
  const fs::path file = file_of(config_home, key16);
  std::error_code unknown;
  if (!fs::exists(file, unknown)) return std::optional<std::string>();
  auto key = read_review_key(file);
  if (!key) return tl::unexpected(key.error());
  if (!key->kept.key.starts_with(key16)) return not_a_secret(file);
  return std::optional(std::move(key->secret));
}

}  // namespace sihu
