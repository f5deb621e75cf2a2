#include "store/verify_draws.hpp"

#include "exam/odd_sittings.hpp"
#include "store/files.hpp"
#include "store/papers.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

constexpr std::uint64_t most_rules_bytes = 64u * 1024 * 1024;

// What can become of draws, and of papers handed in, that knew nothing of each other, and what is
// odd about the latter.
struct DrawsApart {
  std::vector<DrawnTwice> twice;
  std::vector<PapersAlike> alike;
  std::vector<OddSitting> odd;
};

DrawsApart draws_apart(const Ledger& ledger, const MostShared& most_shared) {
  const ExamState state = fold_exams(ledger);
  return {papers_drawn_twice(state), papers_alike(state, most_shared), odd_sittings(state, ledger)};
}

Fault note_of(const Ledger& ledger, std::size_t entry, std::string name, Phrase what) {
  return {.place = ledger.place(ledger.entries[entry]),
          .name = std::move(name),
          .what = std::move(what),
          .warning = true};
}

template <class Apart>
bool was_there(const std::vector<Apart>& before, const Apart& now) {
  return std::ranges::any_of(before, [&](const Apart& one) { return one.is_same_as(now); });
}

std::vector<Fault> notes_of(const Ledger& ledger, const DrawsApart& apart, const DrawsApart& known,
                            const Zone& zone) {
  std::vector<Fault> notes;
  for (const DrawnTwice& twice : apart.twice)
    if (!was_there(known.twice, twice))
      notes.push_back(note_of(ledger, twice.entry, "drawn-twice", drawn_twice_words(twice)));
  for (const PapersAlike& alike : apart.alike)
    if (!was_there(known.alike, alike))
      notes.push_back(note_of(ledger, alike.entry, "papers-alike", papers_alike_words(alike)));
  for (const OddSitting& odd : apart.odd)
    if (!was_there(known.odd, odd))
      notes.push_back(note_of(ledger, odd.entry, std::string(name_of(odd.oddity)),
                              odd_sitting_words(odd, zone)));
  return notes;
}

std::optional<Paper> arriving_rules(const std::vector<Arrival>& arrivals, const std::string& doc) {
  for (const Arrival& arrival : arrivals) {
    if (arrival.kind != ArrivalKind::evidence || doc.empty() || !arrival.name.starts_with(doc))
      continue;
    const auto text = read_file(arrival.file, arrival.shown, most_rules_bytes);
    const auto paper = text ? load_paper(*text, arrival.shown) : Result<Paper>(Paper{});
    if (text && paper) return *paper;
  }
  return std::nullopt;
}

}  // namespace

bool is_about_draws(std::string_view event) {
  return event == "test.paper" || event == "test.withdraw" || event == "test.start" ||
         event == "test.sitting";
}

MostShared kept_limits(const Workspace& workspace, const std::vector<Arrival>& arrivals) {
  return [&workspace, &arrivals](const RecordedForm& form) -> std::optional<int> {
    if (const auto kept = recorded_paper(workspace, form.doc)) return kept->document.most_shared();
    const auto arriving = arriving_rules(arrivals, form.doc);
    return arriving ? arriving->most_shared() : std::nullopt;
  };
}

void check_draws(const Ledger& ledger, const Workspace& workspace, Verification& found) {
  const std::vector<Arrival> none;
  const auto apart = draws_apart(ledger, kept_limits(workspace, none));
  for (Fault& note : notes_of(ledger, apart, {}, workspace.zone()))
    found.notes.push_back(std::move(note));
}

std::vector<Fault> new_draws_apart(const Ledger& before, const Ledger& after,
                                   const MostShared& most_shared, const Zone& zone) {
  return notes_of(after, draws_apart(after, most_shared), draws_apart(before, most_shared), zone);
}

}  // namespace sihu
