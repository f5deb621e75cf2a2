#include "base/sealed_box.hpp"
#include "document/organisation_parts.hpp"

namespace sihu {
namespace {

constexpr std::string_view prefix = "x25519:";
constexpr int most_sheets = 1000;

std::optional<std::string> read_box_key(Reader& reader, const Node& node, std::string_view name) {
  const std::string_view text = node.text;
  if (node.is_scalar() && text.starts_with(prefix) && is_box_key(text.substr(prefix.size()))) {
    if (can_be_sealed_to(text.substr(prefix.size())))
      return std::string(text.substr(prefix.size()));
    reader.fault(node, "not-a-review-key",
                 phrase(Text{"{0} 是没有私钥的公钥，密封不了任何东西",
                             "{0} is a public key without a secret one: nothing can be sealed to "
                             "it"},
                        name),
                 phrase(Text{"写 sihu key new --review 给出的那一行",
                             "write the line that sihu key new --review gives"}));
    return std::nullopt;
  }
  reader.wrong_type(node, name,
                    phrase(Text{"公钥，即 sihu key new --review 给出的 x25519:…",
                                "a public key as sihu key new --review gives it, x25519:…"}));
  return std::nullopt;
}

}  // namespace

void read_review(Reader& reader, const Node& node, ReviewSettings& into) {
  const Keys keys(reader, node, "review", {"method", "rubric", "least", "key"});
  keys.read("method", into.method, [&](const Node& at, std::string_view key) {
    const auto word = reader.choice(at, key, {"mean", "trimmed", "median", "classes", "severity"});
    return word ? parse_review_method(*word) : std::nullopt;
  });
  keys.read("rubric", into.rubric, &Reader::id);
  keys.read("least", into.least, [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, least_sheets, most_sheets);
  });
  keys.read("key", into.key,
            [&](const Node& at, std::string_view key) { return read_box_key(reader, at, key); });
}

}  // namespace sihu
