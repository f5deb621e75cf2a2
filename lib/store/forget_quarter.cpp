#include "store/forget_quarter.hpp"

#include "base/sha256.hpp"
#include "store/archive_pack.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/named_evidence.hpp"
#include "store/staging.hpp"
#include "store/system_error.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// Carries one call from the lock to the last deletion.
class Forgetting {
 public:
  Forgetting(const Workspace& workspace, const Author& author, const QuarterRequest& request,
             Staging& staging)
      : workspace_(workspace),
        author_(author),
        request_(request),
        staging_(staging),
        folder_("ledger/" + to_string(request.quarter)),
        hidden_("ledger/." + to_string(request.quarter) + ".archived") {}

  Result<ForgottenQuarter> run() {
    auto receipt =
        workspace_.record(author_, [this](const Ledger& ledger) { return decide(ledger); });
    if (!receipt) return tl::unexpected(receipt.error());
    outcome_.recorded = !receipt->events.empty();
    outcome_.notes = std::move(receipt->notes);
    if (auto deleted = delete_files(); !deleted) return tl::unexpected(deleted.error());
    return std::move(outcome_);
  }

 private:
  Result<Decision> decide(const Ledger& ledger) {
    if (auto listed = list(); !listed) return tl::unexpected(listed.error());
    const auto archived = fold_archived(ledger, workspace_.organisation(), workspace_.zone());
    const auto before = std::ranges::find(archived, request_.quarter, &ArchivedQuarter::quarter);
    if (ledger_files_.empty()) {
      if (before == archived.end()) return unknown();
      if (!is_there(request_.archive)) return gone(*before);
      outcome_.archived = *before;
      return Decision{};
    }
    if (auto allowed = check(ledger); !allowed) return tl::unexpected(allowed.error());
    auto contents = contents_of(ledger);
    if (!contents) return tl::unexpected(contents.error());
    if (before == archived.end()) return first_time(std::move(*contents));
    if (before->contents.fingerprint != contents->fingerprint) return others();
    outcome_.archived = *before;
    return Decision{};
  }

  Result<Decision> first_time(QuarterContents contents) {
    if (request_.archive)
      if (auto packed = make_archive(contents); !packed) return tl::unexpected(packed.error());
    outcome_.archived = {request_.quarter, author_.person, recording_day(author_, workspace_),
                         request_.reason, contents};
    Decision decision;
    decision.role = RoleName::committee;
    decision.drafts.push_back(archive_draft(request_.quarter, contents, request_.reason));
    return decision;
  }

  // Everything in the quarter's folder; the ledger files among them.
  Result<void> list() {
    const auto names = list_inside(workspace_.root(), folder_);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      all_files_.push_back(folder_ + '/' + name);
      if (name.ends_with(".tsv")) ledger_files_.push_back(all_files_.back());
    }
    return {};
  }

  tl::unexpected<Failure> unknown() const {
    return fail(Kind::input, "unknown-quarter",
                phrase(Text{"台账中没有季度 {0}", "the ledger has no quarter {0}"},
                       to_string(request_.quarter)));
  }

  // Without an archive there is none to miss.
  static bool is_there(const std::optional<fs::path>& archive) {
    std::error_code ignored;
    return !archive || fs::exists(*archive, ignored);
  }

  tl::unexpected<Failure> gone(const ArchivedQuarter& before) const {
    return fail(Kind::refused, "already-archived",
                phrase(Text{"{0} 已由 {1} 于 {2} 归档，台账里已没有它，没有写 {3}",
                            "{1} archived {0} on {2}; the ledger no longer has it and {3} was not "
                            "written"},
                       to_string(before.quarter), before.by, to_string(before.on), request_.shown));
  }

  tl::unexpected<Failure> others() const {
    return fail(
        Kind::integrity,
        {Fault{Place{folder_}, "not-what-was-archived",
               phrase(Text{"台账记载 {0} 已归档，但这里的文件与归档时的不同，没有删除",
                           "{0} was archived, but the files here are not those that were; nothing "
                           "was deleted"},
                      to_string(request_.quarter)),
               phrase(Text{"与归档文件比对后由人处理", "compare them with the archive by hand"})}});
  }

  Result<void> check(const Ledger& ledger) const {
    const Organisation& organisation = workspace_.organisation();
    const ProblemList problems = fold_problems(ledger, organisation, workspace_.zone());
    return check_archivable(
        request_.quarter, request_.reason,
        {ledger, problems, organisation, workspace_.zone(),
         *organisation.find_person(author_.person), recording_day(author_, workspace_)});
  }

  Result<QuarterContents> contents_of(const Ledger& ledger) const {
    QuarterContents contents;
    contents.files = ledger_files_.size();
    for (const Entry& entry : ledger.entries)
      if (ledger.files[entry.file].header.quarter == request_.quarter) ++contents.lines;
    auto fingerprint = fingerprint_in(folder_);
    if (!fingerprint) return tl::unexpected(fingerprint.error());
    contents.fingerprint = std::move(*fingerprint);
    return contents;
  }

  // Of what counts: the next writer moves a torn end away.
  Result<std::string> fingerprint_in(const std::string& folder) const {
    std::string list;
    for (const std::string& name : ledger_files_) {
      const std::string now = folder + name.substr(folder_.size());
      const auto outline = read_outline(workspace_.root() / now, now);
      if (!outline) return tl::unexpected(outline.error());
      const auto map = MappedFile::open(workspace_.root() / now, now);
      if (!map) return tl::unexpected(map.error());
      const std::string_view whole = map->bytes().substr(0, outline->whole_bytes);
      list += name + '\t' + std::to_string(whole.size()) + '\t' + sha256_hex(whole) + '\n';
    }
    return sha256_hex(list);
  }

  Result<void> make_archive(QuarterContents& contents) {
    const auto named = evidence_of(workspace_, request_.quarter);
    if (!named) return tl::unexpected(named.error());
    std::vector<PackedFile> files;
    for (const std::string& name : all_files_) files.push_back({name, workspace_.root() / name});
    for (const std::string& name : named->of_quarter)
      files.push_back({"evidence/" + name, workspace_.root() / "evidence" / name});
    std::error_code ignored;
    const bool exists = fs::exists(*request_.archive, ignored);
    if (!exists)
      if (auto packed = pack(*request_.archive, request_.shown, files); !packed) return packed;
    auto read = read_back(files);
    if (!read) return exists ? already_there() : Result<void>(tl::unexpected(read.error()));
    contents.archive = std::move(*read);
    return {};
  }

  // The archive's hash, once it has been compared; looked at in a copy of its own, because it may
  // lie on a stick.
  Result<std::string> read_back(const std::vector<PackedFile>& files) {
    std::uint64_t size = 0;
    if (const auto file = open_regular(*request_.archive, request_.shown, size); !file)
      return tl::unexpected(file.error());
    const auto copy = staging_.copy(*request_.archive, request_.shown, size);
    if (!copy) return tl::unexpected(copy.error());
    const fs::path unpacked = staging_.folder() / "unpacked";
    if (auto made = make_folders(unpacked); !made) return tl::unexpected(made.error());
    if (auto same = compare_packed(*copy, request_.shown, files, unpacked); !same)
      return tl::unexpected(same.error());
    const auto map = MappedFile::open(*copy, request_.shown);
    if (!map) return tl::unexpected(map.error());
    return sha256_hex(map->bytes());
  }

  Result<void> already_there() const {
    return fail(Kind::refused,
                {Fault{Place{request_.shown}, "archive-exists",
                       phrase(Text{"已有这个文件，内容不是要归档的，没有覆盖",
                                   "this file exists and has other contents; it was not "
                                   "overwritten"})}});
  }

  // Evidence first: while the quarter's lines are there it is known which is theirs alone.
  Result<void> delete_files() {
    const fs::path root = workspace_.root();
    if (!ledger_files_.empty()) {
      if (auto gone = delete_evidence_of_quarter(); !gone) return gone;
      if (auto gone = hide_folder(); !gone) return gone;
      outcome_.deleted = true;
    }
    std::error_code error;
    fs::remove_all(root / hidden_, error);
    if (error)
      return system_failure("cannot-delete",
                            phrase(Text{"不能删除 {0}", "{0} can't be deleted"}, hidden_),
                            error.value());
    return fs::exists(root / "ledger", error) ? flush_folder(root / "ledger") : Result<void>{};
  }

  Result<void> delete_evidence_of_quarter() {
    const auto named = evidence_of(workspace_, request_.quarter);
    if (!named) return tl::unexpected(named.error());
    for (const std::string& name : named->only_of_quarter) {
      if (::unlink((workspace_.root() / "evidence" / name).c_str()) != 0 && errno != ENOENT)
        return system_failure(
            "cannot-delete",
            phrase(Text{"不能删除 evidence/{0}", "evidence/{0} can't be deleted"}, name), errno);
      outcome_.evidence.push_back(name);
    }
    return outcome_.evidence.empty() ? Result<void>{}
                                     : flush_folder(workspace_.root() / "evidence");
  }

  // All of the quarter at once, and back again if somebody wrote to it meanwhile.
  Result<void> hide_folder() {
    const fs::path folder = workspace_.root() / folder_;
    const fs::path hidden = workspace_.root() / hidden_;
    std::error_code error;
    fs::remove_all(hidden, error);
    fs::rename(folder, hidden, error);
    if (error)
      return system_failure("cannot-delete",
                            phrase(Text{"不能删除 {0}", "{0} can't be deleted"}, folder_),
                            error.value());
    const auto fingerprint = fingerprint_in(hidden_);
    if (fingerprint && *fingerprint == outcome_.archived.contents.fingerprint)
      return flush_folder(workspace_.root() / "ledger");
    fs::rename(hidden, folder, error);
    if (!fingerprint) return tl::unexpected(fingerprint.error());
    return fail(
        Kind::environment, "changed-meanwhile",
        phrase(Text{"{0} 在归档过程中被别的程序改动，没有删除",
                    "another program changed {0} meanwhile, nothing was deleted"},
               folder_),
        phrase(Text{"看看是谁在写，再执行一次", "see who writes there, then run it again"}));
  }

  const Workspace& workspace_;
  const Author& author_;
  const QuarterRequest& request_;
  Staging& staging_;
  const std::string folder_;
  const std::string hidden_;
  std::vector<std::string> all_files_;
  std::vector<std::string> ledger_files_;
  ForgottenQuarter outcome_;
};

}  // namespace

Result<ForgottenQuarter> forget_quarter(const Workspace& workspace, const Author& author,
                                        const QuarterRequest& request) {
  auto staging = Staging::make(workspace.root());
  if (!staging) return tl::unexpected(staging.error());
  return Forgetting(workspace, author, request, *staging).run();
}

}  // namespace sihu
