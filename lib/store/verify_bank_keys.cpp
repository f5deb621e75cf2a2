#include "store/verify_bank_keys.hpp"

#include "exam/sealed_bank.hpp"
#include "store/papers.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Whether a form of the paper was drawn from the sealed bank.
bool is_of_paper(const ExamState& state, const PublishedKey& key) {
  return std::ranges::any_of(state.forms, [&](const auto& entry) {
    const auto& [of, form] = entry;
    return of.paper == key.paper && std::ranges::find(form.banks, key.bank) != form.banks.end();
  });
}

void add(Failure failure, const Place& place, Verification& found) {
  for (Fault& fault : failure.faults) {
    if (fault.place.file.empty()) fault.place = place;
    found.faults_of(failure.kind).push_back(std::move(fault));
  }
}

void check_key(const ExamState& state, const PublishedKey& published, const Place& place,
               const Workspace& workspace, Verification& found) {
  const auto key = recorded_bank(workspace, published.doc);
  if (!key) return;  // the line's own document: that it is missing or changed is said already
  const auto sealed = recorded_bank(workspace, published.bank.doc);
  if (!sealed) return add(sealed.error(), place, found);
  const bool good =
      is_of_paper(state, published) && fits({published.random, key->text}, sealed->document);
  if (good)
    found.bank_keys.push_back({place, typed_key(published.paper), published.bank.id});
  else
    found.faults.push_back(
        {place, "key-does-not-fit",
         phrase(Text{"公布的 {0} 答案（题库 {1}）与考生拿到的 SHA-256 不符",
                     "the published key of {0} (bank {1}) does not fit the SHA-256 that candidates "
                     "were given"},
                typed_key(published.paper), published.bank.id)});
}

}  // namespace

bool is_about_bank_keys(std::string_view event) {
  return event == "test.key" || event == "test.paper";
}

void check_bank_keys(const Ledger& ledger, const Workspace& workspace, Verification& found) {
  const ExamState state = fold_exams(ledger);
  for (const PublishedKey& published : state.keys)
    check_key(state, published, ledger.place(ledger.entries[published.entry]), workspace, found);
}

}  // namespace sihu
