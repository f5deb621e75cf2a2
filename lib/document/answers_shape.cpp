#include "document/answers_shape.hpp"

#include "calendar/period.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

// Nothing written: the row, or this part of it, is not answered.
bool is_blank(const Node* node) {
  return !node || node->is_null() ||
         (node->is_scalar() && node->text.find_first_not_of(" \t\r\n") == std::string::npos);
}

// `late`, `late*2`, `late*2;short`
bool is_rule(std::string_view text) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    std::string_view part = text.substr(at, end - at);
    const std::size_t star = part.find('*');
    if (star != std::string_view::npos) {
      const std::string_view times = part.substr(star + 1);
      if (times.empty() || times.size() > 6 || times[0] == '0' ||
          times.find_first_not_of("0123456789") != std::string_view::npos)
        return false;
      part = part.substr(0, star);
    }
    if (part.empty() || part[0] == '-' ||
        part.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos)
      return false;
    at = end + 1;
  }
  return true;
}

class AnswerChecker {
 public:
  explicit AnswerChecker(Reader& reader) : reader_(reader) {}

  void row(const Node& node) {
    const Keys keys(reader_, node, "answer",
                    {"item", "result", "points", "rule", "value", "existed", "note", "evidence",
                     "title", "standard", "max"});
    if (!keys) return;
    item(keys, node);
    unless_blank(keys, "points", [this](const Node& at) { reader_.not_negative(at, "points"); });
    unless_blank(keys, "value", [this](const Node& at) { reader_.number(at, "value"); });
    unless_blank(keys, "note", [this](const Node& at) { reader_.phrase(at, "note"); });
    unless_blank(keys, "rule", [this](const Node& at) { rule(at); });
    unless_blank(keys, "existed", [this](const Node& at) {
      reader_.choice(at, "existed", {"yes", "no", "unknown"});
    });
    if (const Node* evidence = keys.find("evidence")) paths(*evidence);
    unless_blank(keys, "result", [&](const Node& at) { result(at, node); });
  }

 private:
  template <class Check>
  void unless_blank(const Keys& keys, std::string_view key, Check check) {
    const Node* node = keys.find(key);
    if (!is_blank(node)) check(*node);
  }

  void item(const Keys& keys, const Node& node) {
    std::string id;
    if (!keys.require("item", id, &Reader::item_id)) return;
    if (!seen_.insert(id).second)
      reader_.fault(*node.find("item"), "answered-twice",
                    phrase(Text{"{0} 答了两次", "{0} is answered twice"}, id));
  }

  void rule(const Node& node) {
    if (node.is_scalar() && is_rule(node.text)) return;
    reader_.wrong_type(
        node, "rule",
        phrase(Text{"扣分规则，如 late 或 late*2;short", "rules such as late or late*2;short"}));
  }

  void paths(const Node& node) {
    if (node.is_null() || node.is_scalar()) return;
    for (const Node& path : reader_.list(node, "evidence")) reader_.phrase(path, "evidence");
  }

  void result(const Node& at, const Node& row) {
    const auto word = reader_.choice(at, "result", {"pass", "fail", "na", "deduct", "value"});
    if (!word) return;
    const auto has = [&row](const char* key) { return !is_blank(row.find(key)); };
    if (*word == "na" && !has("note"))
      missing(at, phrase(Text{"不适用（na）要在 note 写明理由", "na needs the reason in note"}));
    if (*word == "value" && !has("value"))
      missing(at, phrase(Text{"result 是 value 时要写 value", "a value needs value"}));
    if (*word == "deduct" && !has("rule") && !(has("points") && has("note")))
      missing(at, phrase(Text{"扣分（deduct）要写 rule，或写 points 和 note",
                              "deduct needs rule, or points and note"}));
  }

  void missing(const Node& at, Phrase what) { reader_.fault(at, "missing-key", std::move(what)); }

  Reader& reader_;
  std::set<std::string> seen_;
};

void check_key(Reader& reader, const Keys& keys) {
  std::string id;
  keys.read("branch", id, &Reader::id);
  keys.read("checklist", id, &Reader::id);
  const Node* quarter = keys.find("quarter");
  if (quarter && !(quarter->is_scalar() && Quarter::parse(quarter->text)))
    reader.wrong_type(*quarter, "quarter",
                      phrase(Text{"季度，如 2026Q4", "a quarter such as 2026Q4"}));
}

}  // namespace

void check_answers_shape(Reader& reader, const Node& root) {
  const Node* rows = &root;
  if (root.is_map()) {
    const Keys keys(reader, root, "answers", {"quarter", "branch", "checklist", "answers"});
    check_key(reader, keys);
    rows = keys.require("answers");
  }
  if (!rows) return;
  AnswerChecker checker(reader);
  for (const Node& row : reader.list(*rows, "answers")) checker.row(row);
}

}  // namespace sihu
