#include "document/record_register.hpp"

#include "document/kind.hpp"
#include "document/reader.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace sihu {
namespace {

struct KindWords {
  std::string_view word;
  Text wording;
};

// In the order of `ColumnKind`.
constexpr std::array<KindWords, 8> column_kinds{{{"text", {"文字", "a text"}},
                                                 {"date", {"日期", "a date"}},
                                                 {"month", {"月份", "a month"}},
                                                 {"number", {"数字", "a number"}},
                                                 {"money", {"金额", "an amount"}},
                                                 {"choice", {"选项", "one of the choices"}},
                                                 {"person", {"人员", "a person"}},
                                                 {"yes-no", {"是或否", "yes or no"}}}};

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const KindWords& kind : column_kinds) words.emplace_back(kind.word);
  return words;
}

class RegisterReader {
 public:
  explicit RegisterReader(Reader& reader) : reader_(reader) {}

  Register read(const Node& root) {
    const Keys keys(reader_, root, "register", {"register", "version", "title", "date", "columns"});
    into_.place = root.place;
    keys.require("register", into_.id, &Reader::id);
    keys.require("version", into_.version, &Reader::word);
    keys.require("title", into_.title, &Reader::phrase);
    const bool dated = keys.require("date", into_.date, &Reader::id);
    if (const Node* columns = keys.require("columns")) {
      for (const Node& node : reader_.list(*columns, "columns")) read_column(node);
      if (columns->is_sequence() && columns->items.empty())
        reader_.fault(*columns, "empty-list",
                      phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "columns"));
      if (dated && complete_ && !into_.columns.empty()) check_date(*keys.find("date"));
    }
    return std::move(into_);
  }

 private:
  void read_column(const Node& node) {
    const Keys keys(reader_, node, "column", {"id", "kind", "heading", "required", "choices"});
    RegisterColumn column;
    column.place = node.place;
    const bool named = keys.require("id", column.id, &Reader::id);
    const bool of_a_kind =
        keys.require("kind", column.kind, [this](const Node& at, std::string_view key) {
          const auto word = reader_.choice(at, key, kind_words());
          return word ? parse_column_kind(*word) : std::nullopt;
        });
    const bool headed = keys.require("heading", column.heading, &Reader::phrase);
    keys.read("required", column.required, &Reader::boolean);
    keys.read("choices", column.choices, &Reader::phrases);
    if (of_a_kind) check_choices(node, keys.find("choices"), column);
    complete_ = complete_ && named && of_a_kind;
    if (named && into_.find(column.id))
      reader_.fault(*keys.find("id"), "duplicate-id",
                    phrase(Text{"栏 {0} 重复", "the column {0} is there twice"}, column.id));
    if (headed) check_heading(*keys.find("heading"), column);
    into_.columns.push_back(std::move(column));
  }

  void check_choices(const Node& node, const Node* choices, const RegisterColumn& column) {
    const bool needed = column.kind == ColumnKind::choice;
    if (needed && (!choices || (choices->is_sequence() && choices->items.empty())))
      reader_.fault(choices ? *choices : node, choices ? "empty-list" : "missing-key",
                    phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "column", "choices"));
    if (!needed && choices)
      reader_.fault(*choices, "choices-of-no-choice",
                    phrase(Text{"choices 只用在 kind: choice 的栏",
                                "choices are for a column of kind: choice"}));
  }

  // A table is read by its headings: in one language, no two columns may be called the same.
  void check_heading(const Node& node, const RegisterColumn& column) {
    const auto is_like = [&](const Phrase& other) {
      return other.zh == column.heading.zh || other.en == column.heading.en ||
             other.zh == column.heading.en || other.en == column.heading.zh;
    };
    if (is_like(branch_heading()))
      reader_.fault(node, "reserved-heading",
                    phrase(Text{"“{0}”一栏每个台账都有，不用写",
                                "every register has a column \"{0}\", leave it out"},
                           branch_heading()));
    if (std::ranges::any_of(into_.columns, [&](const RegisterColumn& other) {
          return !other.heading.empty() && is_like(other.heading);
        }))
      reader_.fault(
          node, "duplicate-heading",
          phrase(Text{"前面已有一栏叫“{0}”", "a column before is called \"{0}\""}, column.heading));
  }

  void check_date(const Node& node) {
    const auto at = into_.find(into_.date);
    std::vector<std::string> known;
    for (const RegisterColumn& column : into_.columns)
      if (column.kind == ColumnKind::date || column.kind == ColumnKind::month)
        known.push_back(column.id);
    if (!at || std::ranges::find(known, into_.date) == known.end())
      return reader_.unknown(
          node, "unknown-column",
          phrase(Text{"columns 里没有日期或月份栏 {0}", "columns has no date or month called {0}"},
                 into_.date),
          known);
    into_.columns[*at].required = true;
  }

  Reader& reader_;
  Register into_;
  bool complete_ = true;  // every column has an id and a kind
};

}  // namespace

std::optional<ColumnKind> parse_column_kind(std::string_view text) {
  const auto found = std::ranges::find(column_kinds, text, &KindWords::word);
  if (found == column_kinds.end()) return std::nullopt;
  return static_cast<ColumnKind>(std::distance(column_kinds.begin(), found));
}

const Text& wording(ColumnKind kind) {
  return column_kinds[static_cast<std::size_t>(kind)].wording;
}

std::optional<std::string> RegisterColumn::choice(std::string_view typed) const {
  for (const Phrase& one : choices)
    if (one.zh == typed || one.en == typed) return one.zh;
  return std::nullopt;
}

std::optional<std::size_t> Register::find(std::string_view wanted) const {
  const auto at = std::ranges::find(columns, wanted, &RegisterColumn::id);
  if (at == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(at - columns.begin());
}

const Phrase& branch_heading() {
  static const Phrase heading{"支部", "branch"};
  return heading;
}

Result<Register> load_register(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  Register into;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::record_register))
    into = RegisterReader(reader).read(*root);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return into;
}

}  // namespace sihu
