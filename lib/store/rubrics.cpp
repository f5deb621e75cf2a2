#include "store/rubrics.hpp"

#include "base/sha256.hpp"
#include "store/files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr const char* folder = "rubrics";
constexpr std::string_view yaml_ending = ".yaml";
constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;  // the YAML gate allows far less

Result<KeptRubric> read_rubric(const Workspace& workspace, const std::string& name) {
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  auto text = read_file(*file, name, most_document_bytes);
  if (!text) return tl::unexpected(text.error());
  auto rubric = load_rubric(*text, name);
  if (!rubric) return tl::unexpected(rubric.error());
  std::string digest = sha256_hex(*text);
  return KeptRubric{std::move(*rubric), std::move(*text), std::move(digest)};
}

tl::unexpected<Failure> no_rubric() {
  return fail(
      Kind::input, "no-rubric",
      phrase(Text{"工作区的 rubrics/ 里没有评分规则", "the workspace has no rubric in rubrics/"}),
      phrase(Text{"照 sihu init 给的样子写一个", "write one as sihu init gives it"}));
}

tl::unexpected<Failure> which_rubric(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
  return fail(Kind::input, "several-rubrics",
              phrase(Text{"有 {0} 个评分规则，sihu.yaml 没有说用哪个",
                          "there are {0} rubrics, and sihu.yaml does not say which"},
                     ids.size()),
              phrase(Text{"在 sihu.yaml 的 review 里写 rubric，可选：{0}",
                          "name one under review in sihu.yaml, of {0}"},
                     list));
}

tl::unexpected<Failure> unknown_rubric(const std::string& id, const std::vector<std::string>& ids) {
  const auto close = nearest(id, ids);
  return fail(Kind::input, "unknown-rubric",
              phrase(Text{"rubrics/ 里没有 {0}", "there is no {0} in rubrics/"}, id),
              close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{});
}

}  // namespace

Result<KeptRubric> current_rubric(const Workspace& workspace) {
  auto ids = list_inside(workspace.root(), folder, yaml_ending);
  if (!ids) return tl::unexpected(ids.error());
  for (std::string& id : *ids) id.resize(id.size() - yaml_ending.size());
  const std::string& named = workspace.organisation().review.rubric;
  if (ids->empty()) return no_rubric();
  if (named.empty() && ids->size() > 1) return which_rubric(*ids);
  const std::string& id = named.empty() ? ids->front() : named;
  if (std::ranges::find(*ids, id) == ids->end()) return unknown_rubric(id, *ids);
  return read_rubric(workspace, std::string(folder) + "/" + id + std::string(yaml_ending));
}

Result<KeptRubric> recorded_rubric(const Workspace& workspace, std::string_view doc) {
  const auto names = list_inside(workspace.root(), "evidence", yaml_ending);
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names)
    if (!doc.empty() && name.starts_with(doc)) return read_rubric(workspace, "evidence/" + name);
  return fail(Kind::integrity, "unknown-document",
              phrase(Text{"evidence/ 中没有摘要为 {0} 的评分规则",
                          "evidence/ has no rubric with the digest {0}"},
                     doc));
}

}  // namespace sihu
