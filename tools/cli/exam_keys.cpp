// The keys of sealed papers, as forms are put together.
#include "base/sha256.hpp"
#include "tools/cli/exam.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

Phrase does_not_fit(std::string_view what, const PaperKey& key) {
  return phrase(Text{"{0} 不是 {1} 抽卷时封存的答案：与考生拿到的 SHA-256 不符",
                     "{0} is not the key that {1} was sealed with: it does not fit the SHA-256 "
                     "that candidates were given"},
                what, typed_key(key));
}

Fault misfit(std::string_view what, const PaperKey& key) {
  return {{}, "key-does-not-fit", does_not_fit(what, key)};
}

}  // namespace

Phrase missing_key_words(const PaperKey& key, const MissingKey& missing,
                         const Organisation& organisation) {
  const Person* drew = organisation.find_person(missing.drawn_by);
  const Phrase name = drew ? drew->name : same(missing.drawn_by);
  const Phrase whose = missing.people.empty()
                           ? phrase(Text{"从它抽的卷子", "the papers drawn from it"})
                           : phrase(Text{"已交的 {0} 的卷子", "the papers that {0} handed in"},
                                    listed_briefly(missing.people));
  if (missing.is_lost)
    return phrase(Text{"{0} 题库 {1} 公布的答案已不在 evidence/ 里，{2}不能阅；抽卷人 {3} "
                       "手里的答案文件可以补回：--key 文件",
                       "the published key of {0}, bank {1}, is gone from evidence/, so that {2} "
                       "can't be marked; the key file of {3}, who drew it, puts it back: --key "
                       "FILE"},
                  typed_key(key), missing.bank, whose, name);
  return phrase(
      Text{"{0} 是密封卷，题库 {1} 的答案还没有公布，{2}不能阅；答案文件在抽卷人 {3} 手里",
           "{0} is a sealed paper, and the key of its bank {1} is not published yet, so that {2} "
           "can't be marked; {3}, who drew it, has the key file"},
      typed_key(key), missing.bank, whose, name);
}

Result<void> ExamForms::use(const BankDigest& digest, const BankKey& key, bool is_published) {
  auto bank = load_bank(key.text, digest.id);
  if (!bank) return tl::unexpected(bank.error());
  banks_[digest.doc] = std::move(*bank);
  SealedInUse& sealed = sealed_[digest.doc];
  sealed.key = key;
  sealed.is_published = is_published;
  return {};
}

// The first published key that fits is used; where some are published and none fits, somebody has
// changed one.
Result<void> ExamForms::unseal(const PaperKey& key, const BankDigest& digest, Bank sealed) {
  sealed_[digest.doc] = {sealed, {}, false, false};
  Failure failure{Kind::integrity, {}};
  for (const PublishedKey& published : state_.keys) {
    if (published.paper != key || published.bank != digest) continue;
    const auto document = recorded_bank(workspace_, published.doc);
    if (!document && document.error().kind != Kind::integrity)
      return tl::unexpected(document.error());
    if (!document) {
      sealed_[digest.doc].is_lost = true;
      continue;
    }
    const BankKey candidate{published.random, document->text};
    if (fits(candidate, sealed)) return use(digest, candidate, true);
    failure.faults.push_back(misfit("evidence/" + document->digest + ".yaml", key));
  }
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Result<void> ExamForms::read_all_documents(const PaperKey& key) {
  for (auto at = state_.forms.lower_bound({key, "", 0}); at != state_.forms.end(); ++at) {
    if (at->first.paper != key) break;
    if (auto read = read_documents(at->second); !read) return read;
  }
  return {};
}

Result<void> ExamForms::use_keys(const PaperKey& key, const std::map<std::string, BankKey>& keys) {
  if (auto read = read_all_documents(key); !read) return read;
  Failure failure{Kind::integrity, {}};
  for (const auto& [name, given] : keys) {
    bool is_used = false;
    for (const auto& [doc, sealed] : sealed_) {
      if (!fits(given, sealed.bank)) continue;
      is_used = true;
      if (sealed.is_published) continue;
      if (auto used = use({sealed.bank.id, doc}, given, sealed.is_lost); !used) return used;
    }
    if (!is_used) failure.faults.push_back(misfit(name, key));
  }
  forms_.clear();  // those put together before have questions without keys
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

std::vector<MissingKey> ExamForms::unknown_keys(const std::vector<FormHandedIn>& forms) const {
  std::vector<MissingKey> missing;
  std::map<std::string, std::size_t> places;  // in it, of the sealed banks by their digests
  for (const auto& [form, person] : forms)
    for (const BankDigest& digest : form->banks) {
      const auto sealed = sealed_.find(digest.doc);
      if (sealed == sealed_.end() || sealed->second.key) continue;
      const auto [at, fresh] = places.emplace(digest.doc, missing.size());
      if (fresh) missing.push_back({digest.id, form->by, sealed->second.is_lost, {}});
      if (!person.empty()) missing[at->second].people.push_back(person);
    }
  return missing;
}

Result<void> ExamForms::check_keys(const PaperKey& key) {
  if (auto read = read_all_documents(key); !read) return read;
  const auto has_key = [](const auto& entry) { return entry.second.key.has_value(); };
  if (sealed_.empty() || std::ranges::any_of(sealed_, has_key)) return {};
  std::vector<FormHandedIn> forms;
  for (auto at = state_.sittings.lower_bound({key, ""}); at != state_.sittings.end(); ++at) {
    if (at->first.first != key) break;
    if (const RecordedForm* form = state_.find_form(at->second.form_key()))
      forms.emplace_back(form, at->second.person);
  }
  for (auto at = state_.forms.lower_bound({key, "", 0}); at != state_.forms.end(); ++at) {
    if (at->first.paper != key) break;
    forms.emplace_back(&at->second, "");
  }
  Failure failure{Kind::refused, {}};
  for (const MissingKey& missing : unknown_keys(forms))
    failure.faults.push_back(
        {{}, "key-not-published", missing_key_words(key, missing, workspace_.organisation()), {}});
  if (failure.faults.empty()) return {};
  failure.faults.back().hint =
      phrase(Text{"有答案文件的：sihu test grade {0} --key 文件；加 --record 就公布",
                  "with the key file: sihu test grade {0} --key FILE; --record publishes it"},
             typed_key(key));
  return tl::unexpected(std::move(failure));
}

std::vector<MissingKey> ExamForms::missing_keys(const MarkedPapers& marked) const {
  std::vector<FormHandedIn> forms;
  for (const HandedPaper* handed : marked.keyless)
    if (const RecordedForm* form = state_.find_form(handed->form_key()))
      forms.emplace_back(form, handed->person);
  return unknown_keys(forms);
}

std::vector<std::string> ExamForms::found_again() const {
  std::vector<std::string> texts;
  for (const auto& [doc, sealed] : sealed_)
    if (sealed.is_lost && sealed.key) texts.push_back(sealed.key->text);
  return texts;
}

Result<std::map<std::string, Bank>> ExamForms::sealed_banks(const PaperKey& key) {
  if (auto read = read_all_documents(key); !read) return tl::unexpected(read.error());
  std::map<std::string, Bank> banks;
  for (const auto& [doc, sealed] : sealed_) banks.emplace(doc, sealed.bank);
  return banks;
}

Result<std::vector<std::string>> ExamForms::promises(const PaperKey& key) {
  const auto banks = sealed_banks(key);
  if (!banks) return tl::unexpected(banks.error());
  std::vector<std::string> promised;
  for (const auto& [doc, bank] : *banks) promised.push_back(bank.sealed);
  return promised;
}

std::vector<Bank> ExamForms::published_banks() const {
  std::vector<Bank> published;
  for (const auto& [doc, sealed] : sealed_)
    if (sealed.is_published) published.push_back(banks_.at(doc));
  return published;
}

Decision ExamForms::publishing(const PaperKey& key, const ExamState& state) const {
  Decision decision{{}, RoleName::committee, {}};
  for (const auto& [doc, sealed] : sealed_) {
    const BankDigest digest{sealed.bank.id, doc};
    const bool is_there = std::ranges::any_of(state.keys, [&](const PublishedKey& published) {
      return published.paper == key && published.bank == digest;
    });
    if (!sealed.key || is_there) continue;
    decision.drafts.push_back(publish_key(key, digest, *sealed.key));
    decision.documents.push_back(sealed.key->text);
  }
  return decision;
}

}  // namespace sihu
