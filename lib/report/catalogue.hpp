#pragma once

#include "document/checklist.hpp"
#include "problem/problem.hpp"

#include <functional>
#include <string_view>

namespace sihu {

/// Gives the item of a checklist as it was when a problem was opened, by the first 16 digits of the
/// checklist's digest and the item's id; nullptr if that checklist is not at hand. May be empty.
using Catalogue = std::function<const Item*(std::string_view doc, std::string_view item)>;

/// What every list of problems needs besides the problems.
struct ListContext {
  const Organisation& organisation;
  const Workdays& workdays;
  Date today;
  Catalogue catalogue = {};
  /// Whether a file of evidence is at hand; empty: nobody has looked.
  std::function<bool(std::string_view name)> has_evidence = {};
  /// Whether the committee had it removed; empty: nobody has looked.
  std::function<bool(std::string_view name)> is_removed = {};
  /// The title of an item's area in the checklist, by what `Catalogue` takes; empty: nobody has
  /// looked.
  std::function<Phrase(std::string_view doc, std::string_view item)> area = {};
};

/// Those of `names` that are not at hand.
std::vector<std::string> missing_evidence(const std::vector<std::string>& names,
                                          const ListContext& context);

/// A problem's title and basis. A ledger line has them in the organisation's own language; the
/// other one comes from the catalogue where it has the item.
Phrase title_of(const Problem& problem, const ListContext& context);
Phrase basis_of(const Problem& problem, const ListContext& context);

/// A problem's id, and the other ones that it has where several found it: `… (also …)`.
Phrase problem_names(const Problem& problem);

/// The names of things that lists show; an id that sihu.yaml does not have stays as it is.
Phrase branch_phrase(const Organisation& organisation, std::string_view id);
Phrase person_name(const Organisation& organisation, std::string_view id);
/// Several names, with the language's comma between them.
Phrase person_names(const Organisation& organisation, const std::vector<std::string>& ids);

}  // namespace sihu
