#include "store/ledger_files.hpp"

#include "ledger/line.hpp"
#include "ledger/union.hpp"
#include "store/files.hpp"
#include "store/system_error.hpp"
#include "store/threads.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// A file that is a link must not lead out of the workspace.
Result<void> check_inside(const fs::path& root, const std::string& name) {
  std::error_code ignored;
  if (!fs::is_symlink(root / name, ignored)) return {};
  if (const auto inside = path_inside(root, name); !inside) return tl::unexpected(inside.error());
  return {};
}

// Up to `most` bytes from `offset` on.
Result<std::string> read_part(const Descriptor& file, std::string_view name, std::uint64_t offset,
                              std::uint64_t most) {
  std::string part(most, '\0');
  const ssize_t count = read_piece(file.number(), part.data(), part.size(), offset);
  if (count < 0)
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, name),
                          errno);
  part.resize(static_cast<std::size_t>(count));
  return part;
}

constexpr std::uint64_t first_tail = 4096;
constexpr std::size_t files_worth_a_thread = 16;

// Nobody's: wherever the file lies and whosever it is.
using Owner = std::optional<std::string_view>;

Result<LedgerFile> read_text(std::string_view text, const std::string& name, Owner organisation,
                             bool check_chain) {
  auto file = read_ledger_file(text, name, check_chain);
  if (!file || file->header_check.empty() || !organisation) return file;
  if (auto faults = check_belongs(file->header, name, *organisation); !faults.empty())
    return fail(Kind::integrity, std::move(faults));
  return file;
}

Result<PassedFile> pass_text(std::string_view text, const std::string& name, Owner organisation,
                             bool check_chain, LineTaker& taker) {
  const VisitLine visit = [&taker](const PlainLine& line, std::string_view bytes,
                                   std::uint32_t number) { taker.take(line, bytes, number); };
  if (auto plain = pass_through(text, check_chain, visit))
    if (!organisation || check_belongs(plain->header, name, *organisation).empty())
      return PassedFile{name, std::move(plain->header), text.size(), plain->lines, {}};
  taker.forget();
  auto file = read_text(text, name, organisation, check_chain);
  if (!file) return tl::unexpected(std::move(file.error()));
  visit_lines(text.substr(0, file->whole_bytes), visit);
  return PassedFile{name, std::move(file->header), file->whole_bytes, file->events.size(),
                    std::move(file->notes)};
}

Result<std::string_view> read_bytes(const fs::path& root, const std::string& name,
                                    std::string& buffer) {
  if (auto inside = check_inside(root, name); !inside) return tl::unexpected(inside.error());
  return read_file_into(buffer, root / name, name);
}

// The end of a file alone can't say which line it is; all of the file can.
Failure with_lines(Failure failure, const fs::path& path, const std::string& name) {
  if (std::ranges::all_of(failure.faults, [](const Fault& fault) { return fault.place.line > 0; }))
    return failure;
  const auto text = read_file(path, name);
  if (!text) return text.error();
  auto file = read_ledger_file(*text, name, true);
  return file ? failure : std::move(file.error());
}

}  // namespace

Fault foreign_file(const std::string& name, std::string_view its, std::string_view ours) {
  return {Place{name, 1, 0}, "foreign-organisation",
          phrase(Text{"这是单位 {0} 的台账，本工作区属于 {1}",
                      "a ledger of {0}, this workspace belongs to {1}"},
                 its, ours)};
}

std::vector<Fault> check_belongs(const Header& header, const std::string& name,
                                 std::string_view organisation) {
  std::vector<Fault> faults;
  const Place head{name, 1, 0};
  if (header.organisation != organisation)
    faults.push_back(foreign_file(name, header.organisation, organisation));
  const std::string expected = "ledger/" + ledger_file_name(header);
  if (plain_ledger_name(name) != expected)
    faults.push_back(
        {head, "misnamed-file",
         phrase(Text{"按首行所写，文件名应为 {0}", "by its first line its name should be {0}"},
                expected)});
  return faults;
}

bool is_fork_of(std::string_view name, std::string_view device) {
  return name.find("." + std::string(device) + "~") != std::string_view::npos;
}

Result<bool> is_forked(const fs::path& root, std::string_view device) {
  const auto names = ledger_file_names(root);
  if (!names) return tl::unexpected(names.error());
  return std::ranges::any_of(*names,
                             [&](const std::string& name) { return is_fork_of(name, device); });
}

Result<Outline> read_outline(const fs::path& path, const std::string& name) {
  std::uint64_t size = 0;
  const auto file = open_regular(path, name, size);
  if (!file) return tl::unexpected(file.error());
  // Most headers are short and most tails are one line; the rest is read again, further.
  std::uint64_t head_bytes = std::min<std::uint64_t>(size, first_tail);
  for (std::uint64_t tail_bytes = head_bytes;; tail_bytes = std::min(size, 16 * tail_bytes)) {
    const auto head = read_part(*file, name, 0, head_bytes);
    if (!head) return tl::unexpected(head.error());
    if (head->find('\n') == std::string::npos &&
        head_bytes < std::min<std::uint64_t>(size, max_line_bytes)) {
      head_bytes = std::min<std::uint64_t>(size, max_line_bytes);
      continue;
    }
    const auto tail = read_part(*file, name, size - tail_bytes, tail_bytes);
    if (!tail) return tl::unexpected(tail.error());
    auto found = outline(*head, *tail, size, name);
    if (!found) return tl::unexpected(with_lines(std::move(found.error()), path, name));
    if (*found) return std::move(**found);
    if (tail_bytes == size)
      return fail(
          Kind::environment, "changed-meanwhile",
          phrase(Text{"{0} 在读的过程中变短了", "{0} became shorter while it was read"}, name),
          phrase(Text{"再试一次", "try again"}));
  }
}

Result<std::vector<std::string>> ledger_file_names(const fs::path& root) {
  std::vector<std::string> names;
  const auto top = path_inside(root, "ledger");
  if (!top) return tl::unexpected(top.error());
  const auto folders = list_folder(*top);
  if (!folders) return folders;
  for (const std::string& folder : *folders) {
    const auto kind = look_at(*top / folder, "ledger/" + folder);
    if (!kind) return tl::unexpected(kind.error());
    if (*kind != fs::file_type::directory) continue;
    const auto inside = path_inside(root, fs::path("ledger") / folder);
    if (!inside) return tl::unexpected(inside.error());
    const auto files = list_folder(*inside, ".tsv");
    if (!files) return files;
    for (const std::string& file : *files) names.push_back("ledger/" + folder + "/" + file);
  }
  std::ranges::sort(names);
  return names;
}

Result<LedgerFile> read_own_ledger_file(const fs::path& root, const std::string& name,
                                        std::string_view organisation, bool check_chain) {
  std::string buffer;
  const auto text = read_bytes(root, name, buffer);
  if (!text) return tl::unexpected(text.error());
  return read_text(*text, name, organisation, check_chain);
}

Result<PassedFile> pass_own_ledger_file(const fs::path& root, const std::string& name,
                                        std::string_view organisation, bool check_chain,
                                        LineTaker& taker) {
  const auto text = read_bytes(root, name, taker.buffer);
  if (!text) return tl::unexpected(text.error());
  return pass_text(*text, name, organisation, check_chain, taker);
}

Result<PassedFile> pass_ledger_file(const fs::path& file, const std::string& name, bool check_chain,
                                    LineTaker& taker) {
  const auto text = read_file_into(taker.buffer, file, name);
  if (!text) return tl::unexpected(text.error());
  return pass_text(*text, name, std::nullopt, check_chain, taker);
}

Result<Header> read_own_header(std::string_view line, const std::string& name,
                               std::string_view organisation) {
  auto header = read_header(line, name);
  if (!header) return header;
  if (auto faults = check_belongs(*header, name, organisation); !faults.empty())
    return fail(Kind::integrity, std::move(faults));
  return header;
}

Result<Descriptor> open_ledger_file(const fs::path& root, const std::string& name) {
  if (auto inside = check_inside(root, name); !inside) return tl::unexpected(inside.error());
  return open_file(root / name, name);
}

Result<std::vector<LedgerFile>> read_ledger_files(const fs::path& root,
                                                  std::string_view organisation, bool check_chain) {
  const auto names = ledger_file_names(root);
  if (!names) return tl::unexpected(names.error());
  std::vector<Result<LedgerFile>> files(names->size());
  share_out(names->size(), threads_for(names->size() / files_worth_a_thread),
            [&](std::size_t i, std::size_t) {
              files[i] = read_own_ledger_file(root, (*names)[i], organisation, check_chain);
            });
  return all_or_faults(std::move(files));
}

}  // namespace sihu
