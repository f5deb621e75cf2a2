#include "base/ed25519.hpp"
#include "document/organisation_parts.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::string_view prefix = "ed25519:";

std::optional<std::string> read_key(Reader& reader, const Node& node, std::string_view name) {
  const std::string_view text = node.text;
  if (node.is_scalar() && text.starts_with(prefix) && is_ed25519_key(text.substr(prefix.size())))
    return std::string(text.substr(prefix.size()));
  reader.wrong_type(node, name,
                    phrase(Text{"公钥，即 sihu key new 给出的 ed25519:…",
                                "a public key as sihu key new gives it, ed25519:…"}));
  return std::nullopt;
}

std::optional<PersonKey> read_person_key(Reader& reader, const Node& node) {
  PersonKey key;
  if (node.is_scalar()) {
    auto text = read_key(reader, node, "keys");
    if (!text) return std::nullopt;
    key.key = std::move(*text);
    return key;
  }
  const Keys keys(reader, node, "keys", {"key", "from", "until", "revoked"});
  const bool named = keys.require("key", key.key, [&reader](const Node& at, std::string_view name) {
    return read_key(reader, at, name);
  });
  keys.read("from", key.from, &Reader::date);
  keys.read("until", key.until, &Reader::date);
  keys.read("revoked", key.revoked, &Reader::date);
  check_dates(reader, node, key.from, key.until);
  return named ? std::optional<PersonKey>(key) : std::nullopt;
}

std::optional<SignedStep> read_signed_step(Reader& reader, const Node& node) {
  SignedStep signed_step;
  const auto choose = [&reader](const Node& at, std::string_view name) {
    return reader.choice(at, name, signable_steps());
  };
  if (node.is_scalar()) {
    auto step = choose(node, "signed");
    if (!step) return std::nullopt;
    signed_step.step = std::move(*step);
    return signed_step;
  }
  const Keys keys(reader, node, "signed", {"step", "from"});
  const bool named = keys.require("step", signed_step.step, choose);
  keys.read("from", signed_step.from, &Reader::date);
  return named ? std::optional<SignedStep>(signed_step) : std::nullopt;
}

template <class All, class Same>
bool is_new(Reader& reader, const Node& node, std::string_view key, const std::string& value,
            const All& all, Same same) {
  if (std::none_of(all.begin(), all.end(), same)) return true;
  reader.fault(node, "duplicate-value",
               phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, key, value));
  return false;
}

}  // namespace

const std::vector<std::string>& signable_steps() {
  static const std::vector<std::string> steps{"verify", "grant",  "withdraw", "uphold",
                                              "seal",   "remove", "redact",   "archive"};
  return steps;
}

void check_dates(Reader& reader, const Node& node, const std::optional<Date>& from,
                 const std::optional<Date>& until) {
  if (!from || !until || *from <= *until) return;
  const Node* at = node.find("until");
  reader.fault(at ? *at : node, "dates-reversed",
               phrase(Text{"止于 {0}，早于起始的 {1}", "it ends on {0}, before it begins on {1}"},
                      to_string(*until), to_string(*from)));
}

void read_person_keys(Reader& reader, const Node& node, std::vector<PersonKey>& into) {
  for (const Node& one : reader.list(node, "keys")) {
    const auto key = read_person_key(reader, one);
    if (key && is_new(reader, one, "keys", std::string(prefix) + key->key, into,
                      [&](const PersonKey& other) { return other.key == key->key; }))
      into.push_back(*key);
  }
}

void read_signed(Reader& reader, const Node& node, std::vector<SignedStep>& into) {
  for (const Node& one : reader.list(node, "signed")) {
    const auto signed_step = read_signed_step(reader, one);
    if (signed_step &&
        is_new(reader, one, "signed", signed_step->step, into,
               [&](const SignedStep& other) { return other.step == signed_step->step; }))
      into.push_back(*signed_step);
  }
}

}  // namespace sihu
