#include "store/seal_documents.hpp"

#include "base/sha256.hpp"
#include "document/calendar_file.hpp"
#include "document/kind.hpp"
#include "gate/encoding.hpp"
#include "gate/yaml.hpp"
#include "store/evidence.hpp"
#include "store/files.hpp"
#include "store/plans.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t short_digits = 16;  // as `org=` and `doc=` have them

Fault not_sealed(const std::string& name) {
  return {.place = Place{name},
          .name = "not-sealed",
          .what = phrase(Text{"{0} 读不了，封签里没有它；用 sihu lint 查看",
                              "{0} can't be read, so the seal does not hold it: see sihu lint"},
                         name),
          .warning = true};
}

// A document that is at fault keeps nobody from sealing; one that the disk does not give does.
Result<void> add(Result<std::string> text, const std::string& name, DocumentsToSeal& into) {
  if (text)
    into.texts.push_back(std::move(*text));
  else if (text.error().kind == Kind::environment)
    return tl::unexpected(text.error());
  else
    into.notes.push_back(not_sealed(name));
  return {};
}

Result<void> add_calendars(const Workspace& workspace, DocumentsToSeal& into) {
  for (const CalendarName& calendar : workspace.organisation().calendars) {
    auto text = workspace.document(calendar.path);
    if (!text) return tl::unexpected(text.error());
    if (*text) into.texts.push_back(std::move(**text));
  }
  return {};
}

Result<void> add_checklists(const Workspace& workspace, DocumentsToSeal& into) {
  const auto ids = workspace.checklist_ids();
  if (!ids) return tl::unexpected(ids.error());
  for (const std::string& id : *ids) {
    auto text = workspace.checklist(id).map([](KeptChecklist kept) { return kept.text; });
    if (auto added = add(std::move(text), "checklists/" + id + ".yaml", into); !added) return added;
  }
  return {};
}

Result<void> add_plans(const Workspace& workspace, DocumentsToSeal& into) {
  const auto quarters = planned_quarters(workspace);
  if (!quarters) return tl::unexpected(quarters.error());
  for (const Quarter quarter : *quarters) {
    const std::string name = plan_name(quarter);
    auto text = read_plan(workspace, quarter).and_then([&](const auto&) {
      return workspace.document(name).map([](auto found) { return found.value_or(""); });
    });
    if (auto added = add(std::move(text), name, into); !added) return added;
  }
  return {};
}

std::string value_of(const Node& root, const char* key) {
  const Node* value = root.find(key);
  return value && value->is_scalar() ? value->text : std::string();
}

// Puts a document where its kind belongs.
Result<void> take(const std::string& text, std::string_view digest,
                  std::vector<Workdays>& calendars, DocumentDigests& others) {
  const auto root = read_yaml(without_bom(text), "evidence/" + std::string(digest));
  if (!root) return tl::unexpected(root.error());
  const DocumentKind kind = kind_by_keys(*root);
  if (kind == DocumentKind::plan) {
    others.emplace("plans/" + value_of(*root, "plan") + ".yaml", digest);
  } else if (kind == DocumentKind::checklist) {
    others.emplace("checklists/" + value_of(*root, "checklist") + ".yaml", digest);
  } else {
    auto calendar = load_calendar(text, "evidence/" + std::string(digest));
    if (!calendar) return tl::unexpected(calendar.error());
    calendars.push_back(std::move(*calendar));
  }
  return {};
}

}  // namespace

std::string DocumentsToSeal::digests() const {
  std::string digests;
  for (const std::string& text : texts)
    (digests += digests.empty() ? "" : ";") += sha256_hex(text).substr(0, short_digits);
  return digests;
}

Result<DocumentsToSeal> documents_to_seal(const Workspace& workspace) {
  DocumentsToSeal documents;
  for (const auto add_kind : {add_calendars, add_checklists, add_plans})
    if (auto added = add_kind(workspace, documents); !added) return tl::unexpected(added.error());
  return documents;
}

Result<SealedDocuments> read_sealed_documents(const fs::path& root, std::string_view digests) {
  std::vector<Workdays> calendars;
  DocumentDigests others;
  while (!digests.empty()) {
    const std::string_view digest = digests.substr(0, digests.find(';'));
    digests.remove_prefix(std::min(digests.size(), digest.size() + 1));
    const auto text = kept_document(root, digest);
    if (!text) return tl::unexpected(text.error());
    if (auto taken = take(*text, digest, calendars, others); !taken)
      return tl::unexpected(taken.error());
  }
  auto workdays = join_calendars(calendars);
  if (!workdays) return tl::unexpected(workdays.error());
  SealedDocuments documents{std::move(*workdays), {}};
  if (!others.empty()) documents.others = std::move(others);
  return documents;
}

Result<std::string> kept_document(const fs::path& root, std::string_view digest) {
  const auto names = list_inside(root, "evidence", ".yaml");
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names)
    if (name.starts_with(digest)) return read_evidence(root, name);
  return fail(Kind::integrity, "document-missing",
              phrase(Text{"封签时的文件 evidence/{0}*.yaml 不在了",
                          "evidence/{0}*.yaml, a document of the time of the seal, is missing"},
                     digest));
}

}  // namespace sihu
