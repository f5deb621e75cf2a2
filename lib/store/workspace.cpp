#include "store/workspace.hpp"

#include "base/sha256.hpp"
#include "document/calendar_file.hpp"
#include "gate/encoding.hpp"
#include "ledger/grammar.hpp"
#include "store/clock.hpp"
#include "store/evidence.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/organisation_cache.hpp"
#include "store/seal_documents.hpp"
#include "store/seal_view.hpp"
#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;  // the YAML gate allows far less
constexpr std::string_view yaml_ending = ".yaml";
constexpr const char* organisation_file = "sihu.yaml";
const std::string checklist_folder = "checklists/";

Result<std::string> read_document(const fs::path& root, const std::string& name) {
  const auto file = path_inside(root, name);
  if (!file) return tl::unexpected(file.error());
  return read_file(*file, name, most_document_bytes);
}

Result<std::vector<std::string>> documents_in(const fs::path& root, const std::string& folder) {
  auto names = list_inside(root, folder, yaml_ending);
  if (names)
    for (std::string& name : *names) name = folder + "/" + name;
  return names;
}

// A name that nothing has is a mistake in sihu.yaml, not of the disk.
Result<std::string> read_calendar(const fs::path& root, const Source& source,
                                  const CalendarName& named) {
  const auto file = path_inside(root, named.path);
  if (!file) return tl::unexpected(file.error());
  std::error_code error;
  if (fs::status(*file, error).type() == fs::file_type::not_found) {
    const auto known = documents_in(root, "calendars");
    return fail(Kind::input, std::vector{missing_calendar(
                                 source, named, known ? *known : std::vector<std::string>())});
  }
  return read_file(*file, named.path, most_document_bytes);
}

// All calendars that sihu.yaml names, with every fault of every one of them; `texts` are theirs.
Result<Workdays> load_calendars(const fs::path& root, const std::string& organisation_text,
                                const std::vector<CalendarName>& names,
                                std::vector<std::string>& texts) {
  const Source source(without_bom(organisation_text), organisation_file);
  std::vector<Workdays> calendars;
  Failure failure{Kind::input, {}};
  for (const CalendarName& named : names) {
    auto text = read_calendar(root, source, named);
    auto calendar = text.and_then([&](const std::string& read) {
      texts.push_back(read);
      return load_calendar(read, named.path);
    });
    if (calendar)
      calendars.push_back(std::move(*calendar));
    else
      add_failure(failure, std::move(calendar.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return join_calendars(calendars);
}

// Nothing where one can't be read: it takes `load_calendars` to say why.
std::optional<std::vector<std::string>> calendar_texts(const fs::path& root,
                                                       const std::vector<CalendarName>& names) {
  std::vector<std::string> texts;
  for (const CalendarName& named : names) {
    auto text = read_document(root, named.path);
    if (!text) return std::nullopt;
    texts.push_back(std::move(*text));
  }
  return texts;
}

ChecklistSource source_in(const fs::path& root) {
  return [root](std::string_view id) -> Result<std::string> {
    const std::string name = "checklists/" + std::string(id) + std::string(yaml_ending);
    const auto kind = is_ledger_id(id) ? look_at(root / name, name) : fs::file_type::not_found;
    if (!kind) return tl::unexpected(kind.error());
    if (*kind != fs::file_type::not_found) return read_document(root, name);
    return fail(
        Kind::input, "unknown-checklist",
        phrase(Text{"没有检查表“{0}”（{1}）", "there is no checklist \"{0}\" ({1})"}, id, name));
  };
}

KeptChecklist keep(Checklist checklist) {
  std::string text = write_checklist(checklist);
  std::string digest = sha256_hex(text);
  return {std::move(checklist), std::move(text), std::move(digest)};
}

tl::unexpected<Failure> unknown_checklist(std::string_view id,
                                          const std::vector<std::string>& known) {
  const auto close = nearest(id, known);
  return fail(Kind::input, "unknown-checklist",
              phrase(Text{"没有检查表“{0}”", "there is no checklist \"{0}\""}, id),
              close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{});
}

// The document of that digest, as it was kept when a line first named it.
Result<KeptChecklist> checklist_in_evidence(const fs::path& root, std::string_view digest16) {
  const auto names = list_inside(root, "evidence", yaml_ending);
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names) {
    if (!name.starts_with(digest16)) continue;
    auto text = read_evidence(root, name);
    if (!text) return tl::unexpected(text.error());
    auto checklist = load_checklist(*text, "evidence/" + name, source_in(root));
    if (!checklist) return tl::unexpected(checklist.error());
    return KeptChecklist{std::move(*checklist), *text, sha256_hex(*text)};
  }
  return fail(Kind::input, "unknown-document",
              phrase(Text{"evidence/ 中没有摘要为 {0} 的检查表",
                          "evidence/ has no checklist with the digest {0}"},
                     digest16));
}

// Names without their folder.
std::vector<std::string> checklists_among(const DocumentDigests& documents) {
  std::vector<std::string> names;
  for (const auto& [name, digest] : documents)
    if (name.starts_with(checklist_folder)) names.push_back(name.substr(checklist_folder.size()));
  return names;
}

}  // namespace

std::optional<fs::path> Workspace::find(const fs::path& start) {
  std::error_code ignored;
  for (fs::path folder = fs::absolute(start, ignored);; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / "sihu.yaml", ignored)) return folder;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

Result<Workspace> Workspace::open(const fs::path& root, bool use_cache) {
  Workspace workspace;
  workspace.root_ = root;
  auto text = read_document(root, organisation_file);
  if (!text) return tl::unexpected(text.error());
  workspace.organisation_text_ = std::move(*text);
  if (use_cache && workspace.recall_documents()) return workspace;
  std::vector<std::string> calendars;
  if (auto read = workspace.read_documents(calendars); !read) return tl::unexpected(read.error());
  if (use_cache)
    save_organisation(root, workspace.organisation_text_, calendars,
                      {workspace.organisation_, workspace.workdays_, workspace.warnings_});
  return workspace;
}

Result<void> Workspace::read_organisation() {
  auto organisation =
      load_organisation(organisation_text_, organisation_file, &warnings_, zone_names);
  if (!organisation) return tl::unexpected(organisation.error());
  auto zone = load_zone(organisation->timezone);
  if (!zone) return tl::unexpected(zone.error());
  organisation_ = std::move(*organisation);
  zone_ = std::move(*zone);
  return {};
}

Result<void> Workspace::read_documents(std::vector<std::string>& calendar_texts) {
  if (auto read = read_organisation(); !read) return read;
  auto workdays =
      load_calendars(root_, organisation_text_, organisation_.calendars, calendar_texts);
  if (!workdays) return tl::unexpected(workdays.error());
  workdays_ = std::move(*workdays);
  return {};
}

// False: they have to be read.
bool Workspace::recall_documents() {
  auto cache = OrganisationCache::open(root_, organisation_text_);
  if (!cache) return false;
  const auto calendars = calendar_texts(root_, cache->known().organisation.calendars);
  if (!calendars || !cache->holds_for(*calendars)) return false;
  auto zone = load_zone(cache->known().organisation.timezone);
  if (!zone) return false;
  organisation_ = std::move(cache->known().organisation);
  workdays_ = std::move(cache->known().workdays);
  warnings_ = std::move(cache->known().warnings);
  zone_ = std::move(*zone);
  return true;
}

std::string Workspace::organisation_digest() const {
  return sha256_hex(organisation_text_);
}

Result<std::optional<std::string>> Workspace::document(const std::string& name) const {
  if (documents_) {
    const auto kept = documents_->find(name);
    if (kept == documents_->end()) return std::optional<std::string>();
    return kept_document(root_, kept->second).map([](std::string text) {
      return std::optional(std::move(text));
    });
  }
  const auto file = path_inside(root_, name);
  if (!file) return tl::unexpected(file.error());
  const auto kind = look_at(*file, name);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == fs::file_type::not_found) return std::optional<std::string>();
  return read_document(root_, name).map([](std::string text) {
    return std::optional(std::move(text));
  });
}

Result<std::vector<std::string>> Workspace::checklist_ids() const {
  auto names = documents_ ? Result<std::vector<std::string>>(checklists_among(*documents_))
                          : list_inside(root_, "checklists", yaml_ending);
  if (names)
    for (std::string& name : *names) name.resize(name.size() - yaml_ending.size());
  return names;
}

Result<KeptChecklist> Workspace::checklist(std::string_view id) const {
  const auto known = checklist_ids();
  if (!known) return tl::unexpected(known.error());
  if (std::ranges::find(*known, id) == known->end()) return unknown_checklist(id, *known);
  const std::string name = checklist_folder + std::string(id) + std::string(yaml_ending);
  if (documents_) return checklist_in_evidence(root_, documents_->at(name));
  const auto text = read_document(root_, name);
  if (!text) return tl::unexpected(text.error());
  auto checklist = load_checklist(*text, name, source_in(root_));
  if (!checklist) return tl::unexpected(checklist.error());
  return keep(std::move(*checklist));
}

Result<KeptChecklist> Workspace::checklist_by_digest(std::string_view digest16) const {
  auto kept = checklist_in_evidence(root_, digest16);
  if (kept || kept.error().kind != Kind::input) return kept;
  const auto ids = checklist_ids();
  if (!ids) return tl::unexpected(ids.error());
  for (const std::string& id : *ids)
    if (auto now = checklist(id); now && now->digest.starts_with(digest16)) return now;
  return kept;
}

Result<Ledger> Workspace::read_ledger(bool check_chain) const {
  if (sealed_) return read_sealed_ledger(*this);
  auto files = read_ledger_files(root_, organisation_.id, check_chain);
  if (!files) return tl::unexpected(files.error());
  return join_ledger(std::move(*files));
}

Date recording_day(const Author& author, const Workspace& workspace) {
  const bool pretends = author.pretended && workspace.organisation().practice;
  return workspace.zone().date_of(pretends ? *author.pretended : author.clock);
}

}  // namespace sihu
