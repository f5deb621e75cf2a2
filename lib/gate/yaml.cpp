#include "gate/yaml.hpp"

#include "gate/encoding.hpp"
#include "gate/yaml_events.hpp"

namespace sihu {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20;

}  // namespace

std::optional<Node> read_yaml(const Source& source, std::vector<Fault>& faults) {
  const auto keep = [&faults](std::vector<Fault> found) {
    faults.insert(faults.end(), found.begin(), found.end());
  };
  if (source.text().size() > most_bytes) {
    keep({Fault{
        {source.name(), 0, 0},
        "too-large",
        phrase(Text{"文件有 {0} 字节，最多 {1}", "the file has {0} bytes, at most {1} are read"},
               source.text().size(), std::size_t{most_bytes})}});
    return std::nullopt;
  }
  if (auto unreadable = check_characters(source); !unreadable.empty()) {
    keep(std::move(unreadable));
    return std::nullopt;
  }
  Tree tree(source);
  const bool followed = follow_events(source, tree);
  const bool clean = tree.faults().empty();
  keep(std::move(tree.faults()));
  if (!followed) return std::nullopt;
  Node root = tree.take();
  if (root.place.file.empty()) root.place = {source.name(), 1, 1};  // nothing, or only comments
  if (clean) {
    if (auto differs = second_opinion(source, root)) {
      keep({std::move(*differs)});
      return std::nullopt;
    }
  }
  return root;
}

Result<Node> read_yaml(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  std::vector<Fault> faults;
  auto root = read_yaml(source, faults);
  if (!root || !faults.empty()) return fail(Kind::input, std::move(faults));
  return std::move(*root);
}

}  // namespace sihu
