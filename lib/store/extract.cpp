#include "store/extract.hpp"

#include "document/extract.hpp"
#include "records/extract_rows.hpp"
#include "records/record_file.hpp"
#include "store/files.hpp"
#include "store/named_evidence.hpp"
#include "store/plans.hpp"
#include "store/staging.hpp"
#include "store/system_error.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;

// What everybody works with, and in which nobody is named.
constexpr std::array<const char*, 7> common_folders{"banks",  "calendars", "checklists", "courses",
                                                    "papers", "rubrics",   "schema"};

// Gathers the files of an extract.
class Making {
 public:
  Making(const Workspace& workspace, const Branch& branch)
      : workspace_(workspace), branch_(branch) {
    extract_.branch = branch.id;
  }

  Result<Extract> make() {
    const auto lines = extract_lines(workspace_, branch_.id);
    if (!lines) return tl::unexpected(lines.error());
    others_ = lines->people;
    if (auto done = add_ledger(*lines); !done) return tl::unexpected(done.error());
    if (auto done = add_evidence(*lines); !done) return tl::unexpected(done.error());
    take(add_plans());
    take(add_records());
    for (const char* folder : common_folders) take(add_folder(folder, ""));
    take(add_named_calendars());
    take(add_organisation());
    if (!failure_.faults.empty()) return tl::unexpected(std::move(failure_));
    return std::move(extract_);
  }

 private:
  void take(Result<void> done) {
    if (!done) add_failure(failure_, std::move(done.error()));
  }

  Result<std::string> read(const std::string& name) const {
    const auto file = path_inside(workspace_.root(), name);
    if (!file) return tl::unexpected(file.error());
    return read_file(*file, name, most_document_bytes);
  }

  bool has(const std::string& name) const {
    return std::ranges::find(extract_.files, name, &ExtractFile::name) != extract_.files.end();
  }

  Result<void> add_whole(const std::string& name) {
    auto bytes = read(name);
    if (!bytes) return tl::unexpected(bytes.error());
    extract_.files.push_back({name, std::move(*bytes)});
    return {};
  }

  Result<void> add_folder(const std::string& folder, std::string_view ending) {
    const auto names = list_inside(workspace_.root(), folder, ending);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      const std::string path = folder + "/" + name;
      const auto kind = look_at(workspace_.root() / path, path);
      if (!kind) return tl::unexpected(kind.error());
      if (*kind != fs::file_type::regular) continue;
      if (auto added = add_whole(path); !added) return added;
    }
    return {};
  }

  // sihu.yaml may have them elsewhere.
  Result<void> add_named_calendars() {
    for (const CalendarName& calendar : workspace_.organisation().calendars)
      if (!has(calendar.path))
        if (auto added = add_whole(calendar.path); !added) return added;
    return {};
  }

  Result<void> add_ledger(const ExtractLines& lines) {
    for (const ExtractedFile& file : lines.files) {
      const auto path = path_inside(workspace_.root(), file.name);
      if (!path) return tl::unexpected(path.error());
      const auto text = read_file(*path, file.name);
      if (!text) return tl::unexpected(text.error());
      extract_.files.push_back(
          {file.name, extract_text(std::string_view(*text).substr(0, file.whole_bytes), file)});
    }
    extract_.ledger_files = lines.files.size();
    extract_.kept = lines.kept();
    extract_.omitted = lines.omitted();
    return {};
  }

  // What is missing here is missing there; `verify` says so.
  Result<void> add_evidence(const ExtractLines& lines) {
    EvidenceNames wanted;
    for (const std::string& name : lines.evidence) wanted.add_name(name);
    for (const std::string& document : lines.documents) wanted.add_name(document);
    const auto names = list_inside(workspace_.root(), "evidence");
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      if (!wanted.has(name)) continue;
      const auto path = path_inside(workspace_.root(), "evidence/" + name);
      if (!path) return tl::unexpected(path.error());
      extract_.files.push_back({"evidence/" + name, {}, *path});
      ++extract_.evidence;
    }
    return {};
  }

  Result<void> add_plans() {
    const auto names = list_inside(workspace_.root(), "plans", ".yaml");
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      const auto text = read("plans/" + name);
      if (!text) return tl::unexpected(text.error());
      const auto plan = load_plan(*text, "plans/" + name);
      if (!plan) return tl::unexpected(plan.error());
      const PlanFile own = extract_plan(*plan, branch_.id);
      for (const PlanRow& row : own.rows)
        if (row.mutual == Mutual::check) inspected_.insert(row.to);
      extract_.files.push_back({"plans/" + name, write_plan(own)});
    }
    return {};
  }

  Result<void> add_records() {
    if (auto registers = add_folder("records", ".yaml"); !registers) return registers;
    const auto names = list_inside(workspace_.root(), "records", ".csv");
    if (!names) return tl::unexpected(names.error());
    Failure failure;
    for (const std::string& name : *names) {
      const std::string of = parse_record_name(name).branch;
      const auto keep = [&](Result<void> done) {
        if (!done) add_failure(failure, std::move(done.error()));
      };
      if (of == branch_.id) keep(add_whole("records/" + name));
      if (of.empty()) keep(add_rows("records/" + name));
    }
    if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
    return {};
  }

  Result<void> add_rows(const std::string& name) {
    const auto bytes = read(name);
    if (!bytes) return tl::unexpected(bytes.error());
    auto rows = extract_rows(*bytes, name, branch_);
    if (!rows) return tl::unexpected(rows.error());
    extract_.files.push_back({name, std::move(*rows)});
    return {};
  }

  // Who answers for a branch that is inspected is on every problem found there.
  void add_secretaries() {
    for (const Person& person : workspace_.organisation().people)
      if (inspected_.contains(person.branch) &&
          std::ranges::find(person.roles, RoleName::secretary, &Role::name) != person.roles.end())
        others_.insert(person.id);
  }

  Result<void> add_organisation() {
    add_secretaries();
    auto text =
        extract_organisation(workspace_.organisation_text(), "sihu.yaml", branch_.id, others_);
    if (!text) return tl::unexpected(text.error());
    extract_.files.push_back({"sihu.yaml", std::move(*text)});
    for (const Person& person : workspace_.organisation().people) {
      if (person.branch == branch_.id)
        ++extract_.people;
      else if (others_.contains(person.id))
        ++extract_.others;
    }
    return {};
  }

  const Workspace& workspace_;
  const Branch& branch_;
  Extract extract_;
  Failure failure_;
  std::set<std::string> others_;     // by id alone
  std::set<std::string> inspected_;  // branches
};

// A folder beside another, gone with this value unless it took the other's name.
class FolderBeside {
 public:
  explicit FolderBeside(const fs::path& folder) {
    for (int i = 0; !made_ && i < most_left_over; ++i) {
      path_ = folder.parent_path() /
              ("." + folder.filename().string() + "." + std::to_string(i) + ".tmp");
      made_ = ::mkdir(path_.c_str(), 0777) == 0;
      if (!made_ && errno != EEXIST) break;
    }
  }
  FolderBeside(const FolderBeside&) = delete;
  FolderBeside& operator=(const FolderBeside&) = delete;
  ~FolderBeside() {
    std::error_code ignored;
    if (made_) fs::remove_all(path_, ignored);
  }

  bool made() const { return made_; }
  const fs::path& path() const { return path_; }
  // An empty folder gives way.
  bool take_name(const fs::path& folder) {
    if (::rename(path_.c_str(), folder.c_str()) != 0) return false;
    made_ = false;
    return true;
  }

 private:
  static constexpr int most_left_over = 100;  // by runs that were killed

  fs::path path_;
  bool made_ = false;
};

tl::unexpected<Failure> cannot_write(std::string_view shown, int error) {
  return system_failure("cannot-write", phrase(Text{"无法写 {0}", "cannot write {0}"}, shown),
                        error);
}

Result<void> put(const ExtractFile& file, const fs::path& folder, const std::string& shown) {
  const fs::path path = folder / file.name;
  if (auto made = make_folders(path.parent_path()); !made) return made;
  if (file.from.empty()) return write_file_atomically(path, file.bytes, shown + "/" + file.name);
  std::error_code error;
  fs::copy_file(file.from, path, error);
  if (error) return cannot_write(shown + "/" + file.name, error.value());
  return flush_files({path});
}

}  // namespace

Result<Extract> make_extract(const Workspace& workspace, const std::string& branch) {
  if (!extract_branch(workspace.organisation_text()).empty())
    return fail(Kind::refused, "only-an-extract",
                phrase(Text{"本工作区自己就是摘录，要从完整的工作区导出",
                            "this workspace is itself an extract; export from the whole one"}));
  return Making(workspace, *workspace.organisation().find_branch(branch)).make();
}

Result<void> check_free(const fs::path& folder, const std::string& shown) {
  const auto kind = look_at(folder, shown);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == fs::file_type::not_found) return {};
  std::error_code error;
  const bool empty = *kind == fs::file_type::directory && fs::is_empty(folder, error);
  if (error)
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, shown),
                          error.value());
  if (empty) return {};
  return fail(
      Kind::refused,
      {Fault{Place{shown}, "folder-not-empty",
             phrase(Text{"已经存在，而且不是空文件夹", "is there already, and is no empty folder"}),
             phrase(Text{"换一个文件夹，或先把它移走",
                         "choose another folder, or move it away first"})}});
}

Result<void> write_extract(const Extract& extract, const fs::path& folder, const std::string& shown,
                           const std::function<bool()>& interrupted) {
  if (auto free = check_free(folder, shown); !free) return free;
  if (auto made = make_folders(folder.parent_path()); !made) return made;
  FolderBeside beside(folder);
  if (!beside.made()) return cannot_write(shown, errno);
  for (const ExtractFile& file : extract.files) {
    if (interrupted && interrupted())
      return fail(Kind::environment, "interrupted", phrase(Text{"被中断", "interrupted"}));
    if (auto written = put(file, beside.path(), shown); !written) return written;
  }
  if (!beside.take_name(folder)) return cannot_write(shown, errno);
  return flush_folder(folder.parent_path());
}

}  // namespace sihu
