#include "store/papers.hpp"

#include "base/sha256.hpp"
#include "store/files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::string_view yaml_ending = ".yaml";
constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;  // the YAML gate allows far less

template <class Document>
using Load = Result<Document> (*)(std::string_view text, std::string_view name);

template <class Document>
Result<KeptDocument<Document>> read_kept(const Workspace& workspace, const std::string& name,
                                         Load<Document> load) {
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  auto text = read_file(*file, name, most_document_bytes);
  if (!text) return tl::unexpected(text.error());
  auto document = load(*text, name);
  if (!document) return tl::unexpected(document.error());
  std::string digest = sha256_hex(*text);
  return KeptDocument<Document>{std::move(*document), std::move(*text), std::move(digest)};
}

template <class Document>
Result<KeptDocument<Document>> read_recorded(const Workspace& workspace, std::string_view doc,
                                             Load<Document> load, Text what) {
  const auto names = list_inside(workspace.root(), "evidence", yaml_ending);
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names)
    if (!doc.empty() && name.starts_with(doc))
      return read_kept(workspace, "evidence/" + name, load);
  return fail(
      Kind::integrity, "unknown-document",
      phrase(Text{"evidence/ 中没有摘要为 {0} 的{1}", "evidence/ has no {1} with the digest {0}"},
             doc, phrase(what)));
}

// The ids of the documents in a folder, sorted.
Result<std::vector<std::string>> ids_in(const Workspace& workspace, const char* folder) {
  auto ids = list_inside(workspace.root(), folder, yaml_ending);
  if (!ids) return ids;
  for (std::string& id : *ids) id.resize(id.size() - yaml_ending.size());
  return ids;
}

Failure unknown_in(const char* folder, const std::string& id,
                   const std::vector<std::string>& known) {
  const auto close = nearest(id, known);
  return {Kind::input,
          {{{},
            "unknown-document",
            phrase(Text{"{0}/ 里没有 {1}", "there is no {1} in {0}/"}, folder, id),
            close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{}}}};
}

}  // namespace

Result<void> check_known_paper(const Workspace& workspace, const std::string& id) {
  const auto ids = ids_in(workspace, "papers");
  if (!ids) return tl::unexpected(ids.error());
  if (std::ranges::find(*ids, id) != ids->end()) return {};
  return tl::unexpected(unknown_in("papers", id, *ids));
}

Result<PaperDocument> current_paper(const Workspace& workspace, const std::string& id) {
  if (auto known = check_known_paper(workspace, id); !known) return tl::unexpected(known.error());
  return read_kept(workspace, "papers/" + id + std::string(yaml_ending), &load_paper);
}

Result<std::vector<BankDocument>> current_banks(const Workspace& workspace,
                                                const std::vector<std::string>& ids) {
  const auto known = ids_in(workspace, "banks");
  if (!known) return tl::unexpected(known.error());
  if (known->empty())
    return fail(Kind::input, "no-bank",
                phrase(Text{"工作区的 banks/ 里没有题库", "the workspace has no bank in banks/"}));
  std::vector<BankDocument> banks;
  Failure failure{Kind::input, {}};
  for (const std::string& id : ids.empty() ? *known : ids) {
    if (std::ranges::find(*known, id) == known->end()) {
      add_failure(failure, unknown_in("banks", id, *known));
      continue;
    }
    auto bank = read_kept(workspace, "banks/" + id + std::string(yaml_ending), &load_bank);
    if (bank)
      banks.push_back(std::move(*bank));
    else
      add_failure(failure, std::move(bank.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return banks;
}

Result<PaperDocument> recorded_paper(const Workspace& workspace, std::string_view doc) {
  return read_recorded(workspace, doc, &load_paper, Text{"组卷规则", "rules of a paper"});
}

Result<BankDocument> recorded_bank(const Workspace& workspace, std::string_view doc) {
  return read_recorded(workspace, doc, &load_drawn_bank, Text{"题库", "question bank"});
}

}  // namespace sihu
