#include "store/bank_keys.hpp"

#include "base/sha256.hpp"
#include "store/files.hpp"
#include "store/secret_file.hpp"
#include "store/system_error.hpp"

#include <unistd.h>

#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;  // the YAML gate allows far less

tl::unexpected<Failure> in_the_way(const std::string& name) {
  return fail(Kind::refused, "key-file-exists",
              phrase(Text{"{0} 已在，是别的内容，不覆盖",
                          "{0} is there with something else in it, "
                          "and is not written over"},
                     name),
              phrase(Text{"用 --key-out 写到别处", "write it elsewhere with --key-out"}));
}

// The key that is there already, when it is that of this bank.
Result<BankKey> kept_before(const fs::path& file, const std::string& name,
                            const std::string& text) {
  auto kept = read_bank_key(file, name);
  if (!kept && kept.error().kind != Kind::input) return kept;
  if (!kept || kept->text != text) return in_the_way(name);
  return kept;
}

}  // namespace

Result<void> check_outside_workspaces(const fs::path& file, const std::string& name) {
  std::error_code error;
  const fs::path plain = file.lexically_normal();  // `w/../stick` is not in w
  const fs::path real = fs::weakly_canonical(file, error);
  for (const fs::path& path : {plain, error ? plain : real})
    if (const auto root = Workspace::find(path.parent_path()))
      return fail(Kind::refused, "bank-in-workspace",
                  phrase(Text{"{0} 在工作区 {1} 里，会随它传出去",
                              "{0} lies in the workspace {1} and would travel with it"},
                         name, root->string()),
                  phrase(Text{"密封卷的题库和答案文件放在任何工作区之外，如优盘",
                              "the bank of a sealed paper, and its key, belong outside of every "
                              "workspace, on a stick"}));
  return {};
}

Result<BankDocument> read_bank_outside(const fs::path& file, const std::string& name) {
  if (auto outside = check_outside_workspaces(file, name); !outside)
    return tl::unexpected(outside.error());
  auto text = read_file(file, name, most_document_bytes);
  if (!text) return tl::unexpected(text.error());
  auto bank = load_bank(*text, name);
  if (!bank) return tl::unexpected(bank.error());
  std::string digest = sha256_hex(*text);
  return BankDocument{std::move(*bank), std::move(*text), std::move(digest)};
}

Result<BankKey> keep_bank_key(const fs::path& file, const std::string& name,
                              const std::string& text) {
  if (auto outside = check_outside_workspaces(file, name); !outside)
    return tl::unexpected(outside.error());
  auto random = draw_secret();
  if (!random) return tl::unexpected(random.error());
  const BankKey fresh{std::move(*random), text};
  const auto created = create_private_file(file, write_bank_key(fresh), name);
  if (!created) return tl::unexpected(created.error());
  if (*created) return fresh;
  return kept_before(file, name, text);
}

Result<void> check_bank_key(const fs::path& file, const std::string& name,
                            const std::string& text) {
  if (auto outside = check_outside_workspaces(file, name); !outside) return outside;
  const auto there = look_at(file, name);
  if (!there) return tl::unexpected(there.error());
  if (*there != fs::file_type::not_found) {
    const auto kept = kept_before(file, name, text);
    return kept ? Result<void>() : tl::unexpected(kept.error());
  }
  const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (::access(folder.c_str(), W_OK | X_OK) == 0) return {};
  return system_failure("cannot-write", phrase(Text{"无法写 {0}", "cannot write {0}"}, name),
                        errno);
}

Result<BankKey> read_bank_key(const fs::path& file, const std::string& name) {
  const auto text = read_file(file, name, most_document_bytes);
  if (!text) return tl::unexpected(text.error());
  return parse_bank_key(*text, name);
}

}  // namespace sihu
