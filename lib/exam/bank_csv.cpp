#include "exam/bank_csv.hpp"

#include "base/utf8.hpp"
#include "document/reader.hpp"
#include "exam/bank_columns.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Node scalar(const std::string& text, const Place& place, bool quoted) {
  Node node;
  node.type = Node::Type::scalar;
  node.text = text;
  node.quoted = quoted;
  node.place = place;
  node.width = static_cast<int>(std::max<std::size_t>(count_code_points(text), 1));
  if (text.find('\n') != std::string::npos) node.width = 1;
  return node;
}

Node empty_node(Node::Type type, const Place& place) {
  Node node;
  node.type = type;
  node.place = place;
  return node;
}

void put(Node& map, const std::string& key, Node value) {
  Node name = scalar(key, value.place, true);
  map.entries.emplace_back(std::move(name), std::move(value));
}

Node words_node(const std::string& zh, const std::string& en, const Place& place) {
  if (en.empty()) return scalar(zh, place, true);
  Node both = empty_node(Node::Type::map, place);
  if (!zh.empty()) put(both, "zh", scalar(zh, place, true));
  put(both, "en", scalar(en, place, true));
  return both;
}

// A cell as it was before it was made safe for a spreadsheet; line ends are line feeds.
std::string cell_text(std::string_view cell) {
  std::string text;
  for (std::size_t at = 0; at < cell.size(); ++at)
    if (cell[at] != '\r' || at + 1 == cell.size() || cell[at + 1] != '\n') text += cell[at];
  const bool guarded = text.size() > 1 && text[0] == '\'' &&
                       std::string_view("=+-@\t\r\n'").find(text[1]) != std::string_view::npos;
  return guarded ? text.substr(1) : text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (std::string line = trimmed_cell(text.substr(0, end)); !line.empty())
      lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string flag_of(const std::string& text) {
  if (is_one_of(text, {"是", "yes", "true", "TRUE", "1"})) return "true";
  if (is_one_of(text, {"否", "no", "false", "FALSE", "0"})) return "false";
  return text;
}

std::string judge_key_of(const std::string& text) {
  if (is_one_of(text, {"T", "对", "正确", "√", "true", "TRUE"})) return "true";
  if (is_one_of(text, {"F", "错", "错误", "×", "false", "FALSE"})) return "false";
  return text;
}

class BankCsvReader {
 public:
  BankCsvReader(const Source& source, QuestionIds& ids)
      : source_(source), reader_(source), ids_(ids) {}

  Result<ImportedBank> read(const Sheet& sheet) {
    reader_.add(sheet.faults);
    take_head(sheet.head);
    const Place start{source_.name(), 1, 1};
    laws_ = empty_node(Node::Type::map, start);
    questions_ = empty_node(Node::Type::sequence, start);
    if (!columns_.contains("kind") || !columns_.contains("stem"))
      return fail(Kind::input, reader_.take_faults());
    for (const auto& row : sheet.rows) take_row(row);
    ImportedBank read{bank_of_tree(reader_, whole(start)), {}};
    if (!reader_.clean()) return fail(Kind::input, reader_.take_faults());
    replace_taken(read);
    if (!has_bank_row_) read.bank.id = read.bank.version = "";
    if (!has_bank_row_) read.bank.title = {};
    return read;
  }

 private:
  void take_head(const std::vector<Cell>& head) {
    std::vector<std::string> known{"A", "B", "C", "D"};
    for (const BankColumn& column : bank_columns())
      for (const std::string_view name : {column.en, column.zh}) known.emplace_back(name);
    for (std::size_t i = 0; i < head.size(); ++i) {
      const std::string column = bank_column_of(head[i].text);
      if (column.empty())
        reader_.unknown(scalar(head[i].text, head[i].place, true), "unknown-key",
                        phrase(Text{"题库没有 “{0}” 这一栏", "a bank has no column \"{0}\""},
                               visible(head[i].text)),
                        known);
      else if (!columns_.emplace(column, i).second)
        reader_.fault(scalar(head[i].text, head[i].place, true), "column-twice",
                      phrase(Text{"{0} 有两栏", "{0} has two columns"}, visible(head[i].text)));
    }
    for (const std::string_view needed : {"kind", "stem"})
      if (!columns_.contains(needed))
        reader_.fault(scalar("", head.front().place, true), "column-missing",
                      phrase(Text{"缺少 {0} 这一栏", "the column {0} is missing"}, needed));
  }

  std::string text(std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? std::string() : cell_text((*row_)[found->second].text);
  }

  std::string word(std::string_view column) const { return trimmed_cell(text(column)); }

  const Place& place(std::string_view column) const {
    const auto found = columns_.find(column);
    return (*row_)[found == columns_.end() ? 0 : found->second].place;
  }

  void put_word(Node& map, std::string_view column, bool quoted, std::string_view key = {}) const {
    const std::string value = word(column);
    if (value.empty()) return;
    put(map, std::string(key.empty() ? column : key), scalar(value, place(column), quoted));
  }

  void put_text(Node& map, const std::string& column, std::string_view key = {}) const {
    const std::string zh = text(column);
    const std::string en = text(column + "-en");
    if (zh.empty() && en.empty()) return;
    const Place& at = place(zh.empty() ? column + "-en" : column);
    put(map, std::string(key.empty() ? std::string_view(column) : key), words_node(zh, en, at));
  }

  void take_row(const std::vector<Cell>& row) {
    row_ = &row;
    const std::string kind = row_kind_of(word("kind"));
    if (kind == bank_row.en) return take_bank();
    if (kind == law_row.en) return take_law();
    Node question = empty_node(Node::Type::map, row.front().place);
    const std::string id = word("id");
    put(question, "id", scalar(id.empty() ? new_id() : id, place("id"), true));
    if (!kind.empty()) put(question, "kind", scalar(kind, place("kind"), true));
    put_text(question, "stem");
    put_answers(question, kind);
    put_facts(question);
    questions_.items.push_back(std::move(question));
  }

  void take_bank() {
    if (has_bank_row_)
      reader_.fault(scalar(word("kind"), place("kind"), true), "bank-twice",
                    phrase(Text{"题库这一行只能有一行", "there may be one row of the bank"}));
    has_bank_row_ = true;
    bank_ = empty_node(Node::Type::map, row_->front().place);
    put_word(bank_, "id", true, "bank");
    put_word(bank_, "version", true);
    put_text(bank_, "stem", "title");
    put_word(bank_, "author", true);
  }

  void take_law() {
    Node law = empty_node(Node::Type::map, row_->front().place);
    put_text(law, "stem", "title");
    put_word(law, "issued", true);
    put_word(law, "from", true, "valid-from");
    put_text(law, "explanation", "note");
    const Node code = scalar(word("id"), place("id"), true);
    if (laws_.find(code.text))
      return reader_.fault(code, "duplicate-id",
                           phrase(Text{"编号 {0} 重复", "the id {0} is there twice"}, code.text));
    laws_.entries.emplace_back(code, std::move(law));
  }

  void put_answers(Node& question, const std::string& kind) const {
    Node choices = empty_node(Node::Type::map, place("A"));
    for (char letter = 'A'; letter <= 'H'; ++letter) put_text(choices, std::string(1, letter));
    if (!choices.entries.empty()) put(question, "choices", std::move(choices));
    if (const std::string last = word("last"); !last.empty()) {
      Node letters = empty_node(Node::Type::sequence, place("last"));
      for (const char letter : last)
        letters.items.push_back(scalar(std::string(1, letter), place("last"), true));
      put(question, "last", std::move(letters));
    }
    if (const std::string shuffle = word("shuffle"); !shuffle.empty())
      put(question, "shuffle", scalar(flag_of(shuffle), place("shuffle"), false));
    const bool judge = kind == to_string(QuestionKind::judge);
    if (const std::string key = word("key"); !key.empty())
      put(question, "key", scalar(judge ? judge_key_of(key) : key, place("key"), !judge));
    if (const auto lines = lines_of(text("blanks")); !lines.empty()) {
      Node blanks = empty_node(Node::Type::sequence, place("blanks"));
      for (const std::string& line : lines) {
        Node accepted = empty_node(Node::Type::sequence, place("blanks"));
        for (const std::string& part : parts_of_line(line))
          accepted.items.push_back(scalar(part, place("blanks"), true));
        blanks.items.push_back(std::move(accepted));
      }
      put(question, "blanks", std::move(blanks));
    }
    put_text(question, "model");
  }

  void put_facts(Node& question) const {
    put_word(question, "topic", true);
    put_word(question, "points", false);
    put_word(question, "difficulty", false);
    put_word(question, "expected", false);
    put_basis(question);
    Node valid = empty_node(Node::Type::map, place("from"));
    put_word(valid, "from", true);
    put_word(valid, "until", true);
    if (!valid.entries.empty()) put(question, "valid", std::move(valid));
    put_word(question, "status", true);
    put_readings(question);
    put_text(question, "explanation");
    put_word(question, "author", true);
    if (const std::string draft = word("draft"); !draft.empty())
      put(question, "draft", scalar(flag_of(draft), place("draft"), false));
  }

  void put_basis(Node& question) const {
    const Place& at = place("basis");
    Node all = empty_node(Node::Type::sequence, at);
    for (const std::string& line : lines_of(text("basis"))) {
      auto parts = parts_of_line(line);
      // What is too much is shown where a status is expected.
      for (std::size_t i = 4; i < parts.size(); ++i) parts[3] += "|" + parts[i];
      parts.resize(4);
      Node one = empty_node(Node::Type::map, at);
      put(one, "law", scalar(parts[0], at, true));
      if (!parts[1].empty() || !parts[2].empty())
        put(one, "article", words_node(parts[1], parts[2], at));
      if (!parts[3].empty()) put(one, "status", scalar(parts[3], at, true));
      all.items.push_back(std::move(one));
    }
    if (!all.items.empty()) put(question, "basis", std::move(all));
  }

  void put_readings(Node& question) const {
    const Place& at = place("readings");
    Node all = empty_node(Node::Type::sequence, at);
    for (const std::string& line : lines_of(text("readings"))) {
      auto parts = parts_of_line(line);
      for (std::size_t i = 2; i < parts.size(); ++i) parts[1] += "|" + parts[i];
      parts.resize(2);
      all.items.push_back(words_node(parts[0], parts[1], at));
    }
    if (!all.items.empty()) put(question, "readings", std::move(all));
  }

  // Without a row of the bank, what the caller puts in its place later.
  Node whole(const Place& start) {
    Node root = has_bank_row_ ? std::move(bank_) : empty_node(Node::Type::map, start);
    if (!has_bank_row_)
      for (const char* key : {"bank", "version", "title"})
        put(root, key, scalar(ids_.prefix(), start, true));
    if (!laws_.entries.empty()) put(root, "laws", std::move(laws_));
    put(root, "questions", std::move(questions_));
    return root;
  }

  // An id that a question of another bank has is replaced and said, as of every other format.
  void replace_taken(ImportedBank& read) {
    for (BankQuestion& question : read.bank.questions) {
      if (given_by_us(question.id)) continue;
      const std::string wanted = question.id;
      question.id = ids_.give(wanted);
      if (question.id != wanted)
        read.losses.push_back({question.place, question.id, false,
                               phrase(Text{"原来的编号 {0}", "its id {0}"}, wanted)});
    }
  }

  std::string new_id() {
    given_.push_back(ids_.give(""));
    return given_.back();
  }

  bool given_by_us(const std::string& id) const {
    return std::ranges::find(given_, id) != given_.end();
  }

  const Source& source_;
  Reader reader_;
  QuestionIds& ids_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  const std::vector<Cell>* row_ = nullptr;
  bool has_bank_row_ = false;
  std::vector<std::string> given_;
  Node bank_;
  Node laws_;
  Node questions_;
};

}  // namespace

Result<ImportedBank> read_bank_csv(std::string_view text, std::string_view name, QuestionIds& ids) {
  const Source source(without_bom(text), name);
  const auto sheet = read_csv(source.text(), source.name());
  if (!sheet) return tl::unexpected(sheet.error());
  return BankCsvReader(source, ids).read(*sheet);
}

}  // namespace sihu
