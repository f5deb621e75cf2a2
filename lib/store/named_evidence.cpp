#include "store/named_evidence.hpp"

#include "ledger/plain_file.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/verify_evidence.hpp"

namespace sihu {
namespace {

constexpr std::size_t short_digits = 16;  // as `org=` and `doc=` have them

}  // namespace

void EvidenceNames::add(std::string_view whole_lines) {
  visit_lines(whole_lines, [this](const PlainLine& line, std::string_view, std::uint32_t) {
    for (const std::string_view key : {"evidence", "org", "doc"})
      each_name(line.get(rank_of(key)), [this](std::string_view name) {
        if (!names_.contains(name)) names_.emplace(name);
      });
  });
}

bool EvidenceNames::has(std::string_view name) const {
  return names_.contains(name) || names_.contains(name.substr(0, short_digits));
}

Result<QuarterEvidence> evidence_of(const Workspace& workspace, Quarter quarter) {
  const auto files = ledger_file_names(workspace.root());
  if (!files) return tl::unexpected(files.error());
  const std::string folder = "ledger/" + to_string(quarter) + "/";
  EvidenceNames here;
  EvidenceNames elsewhere;
  elsewhere.add_name(workspace.organisation_digest().substr(0, short_digits));
  for (const std::string& name : *files) {
    const auto map = MappedFile::open(workspace.root() / name, name);
    if (!map) return tl::unexpected(map.error());
    const auto whole = read_outline(workspace.root() / name, name);
    if (!whole) return tl::unexpected(whole.error());
    (name.starts_with(folder) ? here : elsewhere).add(map->bytes().substr(0, whole->whole_bytes));
  }
  const auto there = list_inside(workspace.root(), "evidence");
  if (!there) return tl::unexpected(there.error());
  QuarterEvidence evidence;
  for (const std::string& name : *there) {
    if (!here.has(name)) continue;
    evidence.of_quarter.push_back(name);
    if (!elsewhere.has(name)) evidence.only_of_quarter.push_back(name);
  }
  return evidence;
}

}  // namespace sihu
