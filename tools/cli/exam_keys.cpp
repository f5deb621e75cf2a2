// The keys of sealed papers, as forms are put together.
#include "base/sha256.hpp"
#include "tools/cli/exam.hpp"

#include <algorithm>

namespace sihu {
namespace {

Phrase does_not_fit(std::string_view what, const PaperKey& key) {
  return phrase(Text{"{0} 不是 {1} 抽卷时封存的答案：与考生拿到的 SHA-256 不符",
                     "{0} is not the key that {1} was sealed with: it does not fit the SHA-256 "
                     "that candidates were given"},
                what, typed(key));
}

Fault misfit(std::string_view what, const PaperKey& key) {
  return {{}, "key-does-not-fit", does_not_fit(what, key)};
}

}  // namespace

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
  sealed_[digest.doc] = {sealed, {}, false};
  Failure failure{Kind::integrity, {}};
  for (const PublishedKey& published : state_.keys) {
    if (published.paper != key || published.bank != digest) continue;
    const auto document = recorded_bank(workspace_, published.doc);
    if (!document) return tl::unexpected(document.error());
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
      if (auto used = use({sealed.bank.id, doc}, given, false); !used) return used;
    }
    if (!is_used) failure.faults.push_back(misfit(name, key));
  }
  forms_.clear();  // those put together before have questions without keys
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Result<void> ExamForms::check_keys(const PaperKey& key) {
  if (auto read = read_all_documents(key); !read) return read;
  for (auto at = state_.forms.lower_bound({key, "", 0}); at != state_.forms.end(); ++at) {
    if (at->first.paper != key) break;
    for (const BankDigest& digest : at->second.banks) {
      const auto sealed = sealed_.find(digest.doc);
      if (sealed == sealed_.end() || sealed->second.key) continue;
      const Person* drew = workspace_.organisation().find_person(at->second.by);
      return fail(
          Kind::refused, "key-not-published",
          phrase(
              Text{"{0} 是密封卷，题库 {1} 的答案还没有公布，不能阅卷；答案文件在抽卷人 {2} 手里",
                   "{0} is a sealed paper, and the key of its bank {1} is not published yet, so "
                   "that nothing is marked; {2}, who drew it, has the key file"},
              typed(key), digest.id, drew ? drew->name : same(at->second.by)),
          phrase(Text{"有答案文件的：sihu test grade {0} --key 文件；加 --record 就公布",
                      "with the key file: sihu test grade {0} --key FILE; --record publishes it"},
                 typed(key)));
    }
  }
  return {};
}

Result<std::vector<std::string>> ExamForms::promises(const PaperKey& key) {
  if (auto read = read_all_documents(key); !read) return tl::unexpected(read.error());
  std::vector<std::string> promised;
  for (const auto& [doc, sealed] : sealed_) promised.push_back(sealed.bank.sealed);
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
