#include "document/sources.hpp"

#include <algorithm>

namespace sihu {
namespace {

// `2018`, `2018-10` or a day; a year needs no quotes.
std::optional<std::string> read_issued(Reader& reader, const Node& node, std::string_view key) {
  const auto good = [&node] {
    const std::string& text = node.text;
    if (!node.is_scalar() || (text.size() != 4 && text.size() != 7 && text.size() != 10))
      return false;
    return Date::parse(text + std::string("0000-01-01").substr(text.size())).has_value();
  };
  if (good()) return node.text;
  reader.wrong_type(
      node, key,
      phrase(Text{"年、年月或日期，如 '2018-10'", "a year, a month or a day, such as '2018-10'"}));
  return std::nullopt;
}

std::optional<Basis> read_one_basis(Reader& reader, const Node& node,
                                    const std::vector<Law>* laws) {
  const Keys keys(reader, node, "basis", {"law", "article", "status"});
  Basis basis;
  keys.read("article", basis.article, &Reader::phrase);
  read_source_status(reader, keys, basis.status);
  if (!keys.require("law", basis.law, &Reader::word)) return std::nullopt;
  basis.title = same(basis.law);
  if (!laws) return basis;
  const auto law = std::find_if(laws->begin(), laws->end(),
                                [&](const Law& one) { return one.code == basis.law; });
  if (law != laws->end()) {
    basis.title = law->title;
    return basis;
  }
  std::vector<std::string> codes;
  for (const Law& one : *laws) codes.push_back(one.code);
  reader.unknown(*node.find("law"), "unknown-law",
                 phrase(Text{"laws 里没有 {0}", "there is no {0} in laws"}, basis.law), codes);
  return basis;
}

}  // namespace

std::vector<Law> read_laws(Reader& reader, const Node& node) {
  std::vector<Law> laws;
  if (!node.is_map()) {
    reader.wrong_type(node, "laws", phrase(Text{"映射（代号: 法规）", "a map (code: law)"}));
    return laws;
  }
  for (const auto& [code, value] : node.entries) {
    const Keys keys(reader, value, code.text, {"title", "issued", "valid-from", "note"});
    Law law;
    keys.require("title", law.title, &Reader::phrase);
    keys.read("issued", law.issued,
              [&](const Node& at, std::string_view key) { return read_issued(reader, at, key); });
    keys.read("valid-from", law.valid_from, &Reader::date);
    keys.read("note", law.note, &Reader::phrase);
    if (auto word = reader.item_id(code, "laws")) {
      law.code = std::move(*word);
      laws.push_back(std::move(law));
    }
  }
  return laws;
}

std::vector<Basis> read_basis(Reader& reader, const Node& list, const std::vector<Law>* laws) {
  std::vector<Basis> all;
  for (const Node& node : reader.list(list, "basis"))
    if (auto basis = read_one_basis(reader, node, laws)) all.push_back(std::move(*basis));
  return all;
}

void read_source_status(Reader& reader, const Keys& keys, SourceStatus& into) {
  keys.read("status", into, [&reader](const Node& at, std::string_view key) {
    const auto word =
        reader.choice(at, key, {"verified", "quoted", "unverified", "local", "disputed"});
    return word ? parse_source_status(*word) : std::nullopt;
  });
}

void read_valid(Reader& reader, const Node& node, std::optional<Date>& from,
                std::optional<Date>& until) {
  const Keys keys(reader, node, "valid", {"from", "until"});
  keys.read("from", from, &Reader::date);
  keys.read("until", until, &Reader::date);
  if (node.is_map() && node.entries.empty())
    reader.fault(node, "missing-key",
                 phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "valid", "from / until"));
  if (from && until && *from > *until)
    reader.fault(*node.find("until"), "dates-reversed",
                 phrase(Text{"止于 {0}，早于起始的 {1}", "it ends on {0}, before it begins on {1}"},
                        to_string(*until), to_string(*from)));
}

}  // namespace sihu
