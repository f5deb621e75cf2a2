#include "store/arrivals.hpp"

#include "calendar/period.hpp"
#include "store/archive.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/not_taken.hpp"
#include "store/system_error.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ledger_ending = ".tsv";

struct DocumentFolder {
  const char* name;
  const char* ending;
};
constexpr std::array<DocumentFolder, 8> document_folders{{{"checklists", ".yaml"},
                                                          {"rubrics", ".yaml"},
                                                          {"courses", ".yaml"},
                                                          {"banks", ".yaml"},
                                                          {"papers", ".yaml"},
                                                          {"calendars", ".yaml"},
                                                          {"plans", ".yaml"},
                                                          {"records", ".csv"}}};

bool is_evidence_name(std::string_view name) {
  const std::string_view digest = name.substr(0, name.find('.'));
  return digest.size() == 64 && name.size() > 65 &&
         digest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_document(const std::string& folder, const std::string& name) {
  return std::ranges::any_of(document_folders, [&](const DocumentFolder& documents) {
    return folder == documents.name && name.ends_with(documents.ending);
  });
}

// A .tsv belongs to a ledger when it lies where ledger files lie: a workspace may have others.
bool is_ledger_place(const std::vector<std::string>& parts) {
  const auto ledger = std::ranges::find(parts, "ledger");
  if (ledger != parts.end() && ledger + 1 != parts.end()) return parts.end() - ledger == 3;
  return parts.size() == 1 || Quarter::parse(parts[parts.size() - 2]).has_value();
}

// Gathers what one source consists of.
class Collector {
 public:
  Collector(const MergeSource& source, const fs::path& target, const fs::path& staging,
            Arrivals& found)
      : source_(source),
        target_(target),
        staging_(staging),
        found_(found),
        not_taken_(source.shown) {}

  Result<void> collect() {
    const auto mine = is_own();
    if (!mine) return tl::unexpected(mine.error());
    if (*mine) return own();
    const auto kind = look_at(source_.path, source_.shown);
    if (!kind) return tl::unexpected(kind.error());
    const std::size_t before = found_.files.size();
    auto done = *kind == fs::file_type::directory ? collect_folder() : collect_file();
    if (!done) return done;
    const auto first = found_.files.begin() + static_cast<std::ptrdiff_t>(before);
    if (first == found_.files.end()) return no_ledger();
    if (std::ranges::find(first, found_.files.end(), ArrivalKind::ledger, &Arrival::kind) ==
        found_.files.end())
      found_.notes.push_back(note_no_ledger());
    std::ranges::move(not_taken_.notes(), std::back_inserter(found_.notes));
    return {};
  }

 private:
  // The workspace itself, or its ledger or part of it.
  Result<bool> is_own() const {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(source_.path, error);
    const fs::path root = error ? fs::path() : fs::weakly_canonical(target_, error);
    if (!error && real == root) return true;
    for (const char* part : {"ledger", "evidence"}) {
      const fs::path own = error ? fs::path() : fs::weakly_canonical(root / part, error);
      if (!error &&
          std::mismatch(own.begin(), own.end(), real.begin(), real.end()).first == own.end())
        return true;
    }
    if (!error) return false;
    return system_failure(
        "cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, source_.shown), error.value());
  }

  Result<void> collect_folder() {
    const auto marked = look_at(source_.path / "sihu.yaml", source_.shown);
    const auto ledger = look_at(source_.path / "ledger", source_.shown);
    if (!marked) return tl::unexpected(marked.error());
    if (!ledger) return tl::unexpected(ledger.error());
    const bool has_ledger = *ledger == fs::file_type::directory;
    const bool workspace = has_ledger || *marked != fs::file_type::not_found;
    auto done = workspace ? collect_workspace() : collect_ledger_folder();
    if (!done || (workspace && !has_ledger)) return done;
    not_taken_.look_into(source_.path, workspace ? "ledger" : "",
                         [this](const fs::path& inside) { return taken_.contains(inside); });
    return {};
  }

  Result<void> own() const {
    return fail(Kind::usage, "merge-into-itself",
                phrase(Text{"{0} 就是要并入的工作区自己（或其中一部分），没有什么可合并",
                            "{0} is the workspace that is merged into, or part of it: there is "
                            "nothing to merge"},
                       source_.shown),
                phrase(Text{"指明别处来的副本，或用 --into 目录 指明并入哪里",
                            "name the copy that came from elsewhere, or say with --into DIR where "
                            "it goes"}));
  }

  // What is like a ledger in it is said as well: it may be what was meant.
  Result<void> no_ledger() const {
    std::vector<Fault> faults = not_taken_.notes();
    faults.push_back(
        {Place{source_.shown}, "no-ledger-here",
         phrase(Text{"其中没有台账", "there is no ledger in it"}),
         phrase(Text{"可合并工作区、ledger 文件夹、.tsv 台账文件，及它们的 .tar.gz、.zip",
                     "what can be merged: workspaces, ledger folders, ledger files (.tsv), "
                     "and a .tar.gz or .zip of them"})});
    return fail(Kind::input, std::move(faults));
  }

  Fault note_no_ledger() const {
    return {.place = Place{source_.shown},
            .name = "no-ledger-here",
            .what = phrase(Text{"其中没有台账", "there is no ledger in it"}),
            .hint = phrase(Text{"那里还没有记录过，或者 ledger 文件夹没有一起拷来",
                                "nothing was recorded there yet, or its ledger folder was not "
                                "copied along"}),
            .warning = true};
  }

  Result<void> collect_file() {
    std::uint64_t size = 0;
    const auto file = open_regular(source_.path, source_.shown, size);
    if (!file) return tl::unexpected(file.error());
    std::string head(512, '\0');
    const ssize_t count = ::pread(file->number(), head.data(), head.size(), 0);
    if (count < 0)
      return system_failure("cannot-read",
                            phrase(Text{"无法读 {0}", "cannot read {0}"}, source_.shown), errno);
    head.resize(static_cast<std::size_t>(count));
    if (looks_like_archive(head)) return collect_archive();
    // Whatever it is called, if it begins as one; and what is called one may have been rewritten.
    if (head.starts_with("#sihu\t") || is_like_ledger_name(source_.path))
      found_.files.push_back({ArrivalKind::ledger, source_.path, source_.shown, {}});
    return {};
  }

  // Every entry gets a number for a name: what the archive says is only said, never used.
  Result<void> collect_archive() {
    return unpack(source_.path, source_.shown, [this](const std::string& name) {
      std::optional<fs::path> where;
      const std::string shown = source_.shown + ": " + name;
      if (const auto known = arrival_name(name)) {
        where = staging_ / ("in" + std::to_string(found_.files.size()));
        found_.files.push_back({known->kind, *where, shown, known->name});
      } else {
        not_taken_.add(not_taken(name, shown));
      }
      return where;
    });
  }

  Result<void> collect_workspace() {
    const auto names = ledger_file_names(source_.path);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names)
      if (auto added = add(ArrivalKind::ledger, name); !added) return added;
    if (auto added = add_folder(ArrivalKind::evidence, "evidence", ""); !added) return added;
    for (const DocumentFolder& folder : document_folders)
      if (auto added = add_folder(ArrivalKind::document, folder.name, folder.ending); !added)
        return added;
    const auto kind = look_at(source_.path / "sihu.yaml", source_.shown);
    if (!kind) return tl::unexpected(kind.error());
    if (*kind == fs::file_type::not_found) return {};
    return add(ArrivalKind::document, "sihu.yaml");
  }

  // `ledger/`, or one quarter of it.
  Result<void> collect_ledger_folder() {
    const auto entries = list_folder(source_.path);
    if (!entries) return tl::unexpected(entries.error());
    for (const std::string& entry : *entries) {
      const auto kind = look_at(source_.path / entry, entry);
      if (!kind) return tl::unexpected(kind.error());
      const bool folder = *kind == fs::file_type::directory;
      if (!folder && !entry.ends_with(ledger_ending)) continue;
      auto added = !folder ? add(ArrivalKind::ledger, entry)
                   : Quarter::parse(entry)
                       ? add_folder(ArrivalKind::ledger, entry, std::string(ledger_ending))
                       : Result<void>{};
      if (!added) return added;
    }
    return {};
  }

  Result<void> add_folder(ArrivalKind kind, const std::string& folder, const std::string& ending) {
    const auto names = list_inside(source_.path, folder, ending);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      if (kind == ArrivalKind::evidence && !is_evidence_name(name)) continue;
      if (auto added = add(kind, (fs::path(folder) / name).string()); !added) return added;
    }
    return {};
  }

  Result<void> add(ArrivalKind kind, const std::string& name) {
    const auto inside = plain_path_inside(source_.path, name);
    if (!inside) return tl::unexpected(inside.error());
    const std::string own =
        kind == ArrivalKind::evidence ? fs::path(name).filename().string() : name;
    taken_.insert(name);
    found_.files.push_back({kind, *inside, (fs::path(source_.shown) / name).string(), own});
    return {};
  }

  const MergeSource& source_;
  const fs::path& target_;
  const fs::path& staging_;
  Arrivals& found_;
  NotTaken not_taken_;
  std::set<fs::path> taken_;
};

}  // namespace

std::optional<ArrivalName> arrival_name(const fs::path& inside) {
  std::vector<std::string> parts;
  for (const fs::path& part : inside) parts.push_back(part.string());
  if (parts.empty() || std::ranges::any_of(parts, [](const std::string& part) {
        return part.empty() || part.starts_with('.') || part == "__MACOSX";
      }))
    return std::nullopt;
  const std::string& name = parts.back();
  if (name.ends_with(ledger_ending) && is_ledger_place(parts))
    return ArrivalName{ArrivalKind::ledger, {}};
  if (name == "sihu.yaml") return ArrivalName{ArrivalKind::document, name};
  if (parts.size() < 2) return std::nullopt;
  const std::string& folder = parts[parts.size() - 2];
  if (folder == "evidence" && is_evidence_name(name))
    return ArrivalName{ArrivalKind::evidence, name};
  if (is_document(folder, name)) return ArrivalName{ArrivalKind::document, folder + '/' + name};
  return std::nullopt;
}

Result<Arrivals> collect_arrivals(const std::vector<MergeSource>& sources, const fs::path& target,
                                  const fs::path& staging) {
  Arrivals found;
  Failure failure;
  for (const MergeSource& source : sources)
    if (auto done = Collector(source, target, staging, found).collect(); !done)
      add_failure(failure, std::move(done.error()));
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return found;
}

}  // namespace sihu
