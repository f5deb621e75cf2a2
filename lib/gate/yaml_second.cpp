#include "gate/yaml_events.hpp"
#include "gate/yaml_sieve.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace sihu {
namespace {

// The nodes in the order in which a parser meets them, but for those of lines that are left out.
void flatten(const Node& node, const YamlSieve& sieve, std::vector<const Node*>& into) {
  if (sieve.leaves_out(node.place.line)) return;
  into.push_back(&node);
  for (const Node& item : node.items) flatten(item, sieve, into);
  for (const auto& [key, value] : node.entries) {
    flatten(key, sieve, into);
    flatten(value, sieve, into);
  }
}

// Compares what yaml-cpp meets with the nodes that are there.
class Comparison : public YAML::EventHandler {
 public:
  Comparison(const Node& root, const YamlSieve& sieve) { flatten(root, sieve, expected_); }

  /// The first node that is read differently, or nothing.
  const Node* difference() const { return differs_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { meet(Node::Type::null, ""); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { meet(Node::Type::null, "*"); }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    meet(Node::Type::scalar, value);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    meet(Node::Type::sequence, "");
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    meet(Node::Type::map, "");
  }
  void OnMapEnd() override {}

 private:
  void meet(Node::Type type, const std::string& text) {
    if (differs_) return;
    if (at_ == expected_.size()) {
      differs_ = expected_.back();
      return;
    }
    const Node& node = *expected_[at_++];
    if (node.type != type || (node.is_scalar() && node.text != text)) differs_ = &node;
  }

  std::vector<const Node*> expected_;
  std::size_t at_ = 0;
  const Node* differs_ = nullptr;
};

Fault ambiguous(const Source& source, const Place& place, int width) {
  return source.fault(
      place, width, "ambiguous",
      phrase(Text{"此处的 YAML 写法，不同软件读法不一",
                  "different programs read this YAML differently"}),
      phrase(Text{"文字加双引号，写在一行", "put the text in double quotes, on one line"}));
}

std::optional<Fault> compare(const Source& source, const Node& root, const YamlSieve& sieve) {
  Comparison comparison(root, sieve);
  try {
    std::istringstream stream{sieve.text()};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(comparison);
  } catch (const YAML::Exception& exception) {
    return ambiguous(source, {source.name(), exception.mark.line + 1, 1}, 1);
  }
  const Node* node = comparison.difference();
  if (!node) return std::nullopt;
  return ambiguous(source, node->place, node->width);
}

}  // namespace

std::optional<Fault> second_opinion(const Source& source, const Node& root) {
  const YamlSieve sieve(source.text());
  if (sieve.left_out() > 0 && !compare(source, root, sieve)) return std::nullopt;
  return compare(source, root, YamlSieve::all_of(source.text()));
}

}  // namespace sihu
