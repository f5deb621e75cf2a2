#include "problem/signing.hpp"

#include "base/ed25519.hpp"
#include "ledger/chain.hpp"
#include "ledger/signature.hpp"

#include <algorithm>

namespace sihu {

SignatureJudgement judge_signature(const StandingLine& line, const Event& event, Date day,
                                   const Organisation& organisation) {
  const auto parts = take_signature(line.bytes.substr(0, line.bytes.size() - check_digits - 1));
  if (!parts) return {Signature::none};
  const Person* person = organisation.find_person(event.person);
  if (!person || person->keys.empty()) return {Signature::unknown};
  const std::string message = signed_message(line.previous_check, parts->line);
  const auto key = std::ranges::find_if(person->keys, [&](const PersonKey& candidate) {
    return ed25519_verify(message, parts->signature, candidate.key);
  });
  if (key == person->keys.end()) return {Signature::wrong};
  if (key->revoked && *key->revoked <= day) return {Signature::revoked, &*key};
  return {key->holds_on(day) ? Signature::good : Signature::ended, &*key};
}

bool is_signed_as_demanded(const StandingLine& line, const Event& event, Date day,
                           const Organisation& organisation) {
  return !organisation.demands_signature(event.name, day) ||
         judge_signature(line, event, day, organisation).worth == Signature::good;
}

}  // namespace sihu
