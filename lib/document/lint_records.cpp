// What only registers and checklists together can tell: whether an item is computed from what is
// there.
#include "document/computed.hpp"
#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

using Registers = std::map<std::string, const LintedFile*, std::less<>>;

class ItemLint {
 public:
  ItemLint(LintedFile& file, const Registers& registers, bool whole)
      : file_(file), registers_(registers), whole_(whole) {}

  void check(const Node& node, const Computed& computed) {
    const Register* declared = find_register(*node.find("records"));
    if (declared) check_rule(node, computed, *declared);
    const auto* sum = std::get_if<SumRule>(&computed.rule);
    if (!sum) return;
    const Node& equals = *node.find("equals");
    const Register* other = find_register(*equals.find("records"));
    if (!other) return;
    check_filter(equals, *other);
    check_column(*equals.find("sum"), *other, numbers);
  }

 private:
  using Kinds = std::vector<ColumnKind>;
  inline static const Kinds numbers{ColumnKind::number, ColumnKind::money};
  inline static const Kinds days{ColumnKind::date, ColumnKind::month};

  // Nothing where it can't be judged: there is none, or it has faults of its own.
  const Register* find_register(const Node& node) {
    const auto found = registers_.find(node.text);
    if (found != registers_.end())
      return found->second->record_register ? &*found->second->record_register : nullptr;
    if (!whole_) return nullptr;
    std::vector<std::string> known;
    for (const auto& [id, file] : registers_) known.push_back(id);
    const auto meant = nearest(node.text, known);
    lint_add(file_, node, true, "unknown-register",
             phrase(Text{"records/ 里没有台账 {0}，这一项算不出来，只能人工查",
                         "records/ has no register {0}: the item can't be computed and is asked "
                         "like any other"},
                    node.text),
             meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
    return nullptr;
  }

  void check_rule(const Node& node, const Computed& computed, const Register& declared) {
    check_filter(node, declared);
    if (const Node* ratio = node.find("ratio")) {
      check_filter(*ratio, declared);
      for (const char* key : {"sum", "of"})
        if (const Node* column = ratio->find(key)) check_column(*column, declared, numbers);
    }
    if (const Node* sum = node.find("sum")) check_column(*sum, declared, numbers);
    if (const Node* within = node.find("within"))
      for (const char* key : {"from", "to"}) check_column(*within->find(key), declared, days);
    if (std::holds_alternative<BracketRule>(computed.rule))
      for (const char* key : {"base", "amount"})
        check_column(*node.find("brackets")->find(key), declared, numbers);
  }

  void check_filter(const Node& node, const Register& declared) {
    if (const Node* where = node.find("where"))
      for (const auto& [column, values] : where->entries) {
        const auto at = check_column(column, declared, {});
        if (at) check_values(values, declared.columns[*at]);
      }
    if (const Node* filled = node.find("filled"))
      for (const Node& column : filled->items) check_column(column, declared, {});
  }

  std::optional<std::size_t> check_column(const Node& node, const Register& declared,
                                          const Kinds& kinds) {
    const auto fits = [&](const RegisterColumn& column) {
      return kinds.empty() || std::ranges::find(kinds, column.kind) != kinds.end();
    };
    const auto at = declared.find(node.text);
    if (at && fits(declared.columns[*at])) return at;
    std::vector<std::string> known;
    for (const RegisterColumn& column : declared.columns)
      if (fits(column)) known.push_back(column.id);
    const auto meant = nearest(node.text, known);
    lint_add(file_, node, false, at ? "wrong-column" : "unknown-column",
             at ? phrase(Text{"台账 {0} 的 {1} 是{2}，这里用不上",
                              "{1} of the register {0} is {2}, which is of no use here"},
                         declared.id, node.text, wording(declared.columns[*at].kind))
                : phrase(Text{"台账 {0} 没有 {1} 这一栏", "the register {0} has no column {1}"},
                         declared.id, node.text),
             meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
    return std::nullopt;
  }

  void check_values(const Node& values, const RegisterColumn& column) {
    if (column.kind != ColumnKind::choice && column.kind != ColumnKind::yes_no) return;
    std::vector<std::string> known{"yes", "no"};
    if (column.kind == ColumnKind::choice) known.clear();
    for (const Phrase& choice : column.choices) {
      known.push_back(choice.zh);
      known.push_back(choice.en);
    }
    const auto check_one = [&](const Node& node) {
      if (std::ranges::find(known, node.text) != known.end()) return;
      const auto meant = nearest(node.text, known);
      lint_add(
          file_, node, false, "unknown-choice",
          phrase(Text{"{0} 一栏没有“{1}”", "the column {0} has no \"{1}\""}, column.id, node.text),
          meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
    };
    if (!values.is_sequence()) check_one(values);
    for (const Node& node : values.items) check_one(node);
  }

  LintedFile& file_;
  const Registers& registers_;
  bool whole_;
};

}  // namespace

void lint_computed(std::vector<LintedFile>& files, bool whole) {
  Registers registers;
  for (const LintedFile& file : files)
    if (file.kind == DocumentKind::record_register && !file.id.empty())
      registers.emplace(file.id, &file);
  for (LintedFile& file : files) {
    // A file that is written on top of another says only what it changes: its own rules.
    const Node* items = file.checklist && file.root ? file.root->find("items") : nullptr;
    if (!items) continue;
    ItemLint item_lint(file, registers, whole);
    for (const Node& item : items->items) {
      const Node* node = item.find("computed");
      const auto* id = item.find("id");
      const Item* read = node && id ? file.checklist->find(id->text) : nullptr;
      const auto computed = read ? parse_computed(read->computed_rule) : Result<Computed>();
      if (read && computed) item_lint.check(*node, *computed);
    }
  }
}

}  // namespace sihu
