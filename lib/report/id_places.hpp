#pragma once

#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Something that an id is, or a place where it stands.
struct IdPlace {
  /// `problem branch person quarter appraisal check device seal document line evidence`; stable
  std::string kind;
  std::string id;       ///< the whole one; of a line its event
  Phrase what;          ///< the line's words, a title, a name
  std::string place;    ///< `checklists/dues.yaml:12`; empty: nowhere in particular
  std::string command;  ///< that shows more, without `sihu`; empty: none
};

/// Whether `text` has `id` as a whole word: no letter, digit or `-` of another id at its ends.
bool has_id(std::string_view text, std::string_view id);

/// The branch, the person (by name, too), the quarter or the half-year of that id, or the problems
/// that it may mean
/// (`ProblemList::find`), at most `most_problems_meant`.
inline constexpr std::size_t most_problems_meant = 20;
std::vector<IdPlace> things_called(std::string_view id, const ProblemList& list,
                                   const ListContext& context);

/// The lines of a document that have the id; comments in YAML (`name` ends in `.yaml`) say nothing.
std::vector<IdPlace> places_in(std::string_view document, const std::string& name,
                               std::string_view id);

/// The document `name` itself, where `id` is its name (`plans/2026Q4.yaml`), the name of what it
/// defines (`2026Q4`), or one of its lines (`plans/2026Q4.yaml:3`); else nothing.
std::vector<IdPlace> document_called(std::string_view id, std::string_view document,
                                     const std::string& name);

/// Moves the lines of documents that say what the id is (`id: DF-02`) before those that name it.
void put_definitions_first(std::vector<IdPlace>& places, std::string_view id);

/// A line of the ledger that has the id: when, who, about what, and its words, but those of a sheet
/// of a review.
IdPlace place_in_ledger(const Event& event, const std::string& place, const Zone& zone);

/// Kind by kind. Stable keys: `kind id what place command`.
Table id_places_table(const std::vector<IdPlace>& places);

}  // namespace sihu
