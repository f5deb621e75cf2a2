#include "problem/basis.hpp"

namespace sihu {
namespace {

Phrase quoted_title(const Basis& basis) {
  Phrase title = basis.title.empty() ? same(basis.law) : basis.title;
  if (!title.zh.starts_with("《")) title.zh = "《" + title.zh + "》";
  return title;
}

Phrase one_basis(const Item& item, const Basis& basis) {
  Phrase text = quoted_title(basis);
  text.zh += basis.article.zh;
  if (!basis.article.en.empty()) text.en += ", " + basis.article.en;
  const SourceStatus status = basis.status == SourceStatus::none ? item.status : basis.status;
  if (status == SourceStatus::none) return text;
  return phrase(Text{"{0}（{1}）", "{0} ({1})"}, text, wording(status));
}

}  // namespace

Phrase basis_text(const Item& item) {
  Phrase all;
  for (const Basis& basis : item.basis) {
    const Phrase one = one_basis(item, basis);
    all.zh += (all.zh.empty() ? "" : "；") + one.zh;
    all.en += (all.en.empty() ? "" : "; ") + one.en;
  }
  return all;
}

}  // namespace sihu
