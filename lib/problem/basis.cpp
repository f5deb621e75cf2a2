#include "problem/basis.hpp"

namespace sihu {
namespace {

Phrase one_basis(const Basis& basis) {
  const Phrase title = basis.title.empty() ? same(basis.law) : basis.title;
  Phrase text{"《" + title.zh + "》" + basis.article.zh, title.en};
  if (!basis.article.en.empty()) text.en += ", " + basis.article.en;
  const bool marked = basis.status != SourceStatus::none && basis.status != SourceStatus::verified;
  if (!marked) return text;
  return phrase(Text{"{0}（{1}）", "{0} ({1})"}, text, wording(basis.status));
}

}  // namespace

Phrase basis_text(const Item& item) {
  Phrase all;
  for (const Basis& basis : item.basis) {
    const Phrase one = one_basis(basis);
    all.zh += (all.zh.empty() ? "" : "；") + one.zh;
    all.en += (all.en.empty() ? "" : "; ") + one.en;
  }
  return all;
}

}  // namespace sihu
