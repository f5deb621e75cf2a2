#include "exam/bank_columns.hpp"
#include "exam/bank_csv.hpp"
#include "gate/sheet_cell.hpp"

#include <map>

namespace sihu {
namespace {

// The cells of a row that have something in them, by the column's English name.
using SheetRow = std::map<std::string, std::string, std::less<>>;

void put_text(SheetRow& row, const std::string& column, const Phrase& text) {
  row[column] = text.zh;
  if (text.en != text.zh) row[column + "-en"] = text.en;
}

std::string flag_word(bool value, Lang lang) {
  if (lang == Lang::zh) return value ? "是" : "否";
  return value ? "yes" : "no";
}

void put_line(std::string& cell, const std::string& line) {
  cell += (cell.empty() ? "" : "\n") + line;
}

std::string basis_cell(const std::vector<Basis>& all) {
  std::string cell;
  for (const Basis& basis : all) {
    const bool both = basis.article.en != basis.article.zh;
    const bool status = basis.status != SourceStatus::none;
    std::string line = cell_part(basis.law);
    if (!basis.article.empty() || status) line += "|" + cell_part(basis.article.zh);
    if (both || status) line += "|" + (both ? cell_part(basis.article.en) : "");
    if (status) line += "|" + std::string(to_string(basis.status));
    put_line(cell, line);
  }
  return cell;
}

std::string readings_cell(const std::vector<Phrase>& readings) {
  std::string cell;
  for (const Phrase& reading : readings)
    put_line(cell,
             cell_part(reading.zh) + (reading.en != reading.zh ? "|" + cell_part(reading.en) : ""));
  return cell;
}

std::string blanks_cell(const std::vector<std::vector<std::string>>& blanks) {
  std::string cell;
  for (const auto& accepted : blanks) {
    std::string line;
    for (const std::string& answer : accepted)
      line += (line.empty() ? "" : "|") + cell_part(answer);
    put_line(cell, line);
  }
  return cell;
}

void put_answers(const BankQuestion& question, Lang lang, SheetRow& row) {
  for (const Choice& choice : question.choices) {
    put_text(row, choice.letter, choice.text);
    if (choice.last) row["last"] += choice.letter;
  }
  row["key"] = question.key;
  if (!question.shuffle) row["shuffle"] = flag_word(false, lang);
  row["blanks"] = blanks_cell(question.blanks);
  put_text(row, "model", question.model);
}

SheetRow question_row(const BankQuestion& question, Lang lang) {
  SheetRow row;
  row["kind"] = lang == Lang::zh ? std::string(wording(question.kind).in(lang))
                                 : std::string(to_string(question.kind));
  row["id"] = question.id;
  row["topic"] = question.topic;
  if (question.difficulty != 1) row["difficulty"] = std::to_string(question.difficulty);
  if (question.expected) row["expected"] = question.expected->shortest();
  if (question.points != Rational(1)) row["points"] = question.points.shortest();
  put_text(row, "stem", question.stem);
  put_answers(question, lang, row);
  row["basis"] = basis_cell(question.basis);
  row["status"] = question.status;
  if (question.valid_from) row["from"] = to_string(*question.valid_from);
  if (question.valid_until) row["until"] = to_string(*question.valid_until);
  put_text(row, "explanation", question.explanation);
  row["readings"] = readings_cell(question.readings);
  row["author"] = question.author;
  if (question.draft) row["draft"] = flag_word(true, lang);
  return row;
}

SheetRow law_row_of(const Law& law, Lang lang) {
  SheetRow row;
  row["kind"] = lang == Lang::zh ? law_row.zh : law_row.en;
  row["id"] = law.code;
  put_text(row, "stem", law.title);
  row["issued"] = law.issued;
  if (law.valid_from) row["from"] = to_string(*law.valid_from);
  put_text(row, "explanation", law.note);
  return row;
}

std::vector<SheetRow> rows_of(const Bank& bank, Lang lang) {
  std::vector<SheetRow> rows(1);
  rows[0]["kind"] = lang == Lang::zh ? bank_row.zh : bank_row.en;
  rows[0]["id"] = bank.id;
  rows[0]["version"] = bank.version;
  put_text(rows[0], "stem", bank.title);
  rows[0]["author"] = bank.author;
  for (const Law& law : bank.laws) rows.push_back(law_row_of(law, lang));
  for (const BankQuestion& question : bank.questions) rows.push_back(question_row(question, lang));
  return rows;
}

bool is_used(const std::vector<SheetRow>& rows, const std::string& column) {
  for (const SheetRow& row : rows)
    if (const auto found = row.find(column); found != row.end() && !found->second.empty())
      return true;
  return false;
}

// What a column is called in the table, behind what it is called here.
using NamedColumn = std::pair<std::string, std::string>;

void add_column(const std::vector<SheetRow>& rows, const std::string& name,
                const std::string& heading, bool two_languages, std::vector<NamedColumn>& into) {
  if (is_used(rows, name)) into.emplace_back(name, heading);
  if (two_languages && is_used(rows, name + "-en"))
    into.emplace_back(name + "-en", heading + "-en");
}

std::vector<NamedColumn> used_columns(const std::vector<SheetRow>& rows, Lang lang) {
  std::vector<NamedColumn> columns;
  for (const BankColumn& column : bank_columns()) {
    if (column.en == "key")
      for (char letter = 'A'; letter <= 'H'; ++letter)
        add_column(rows, std::string(1, letter), std::string(1, letter), true, columns);
    add_column(rows, std::string(column.en), std::string(lang == Lang::zh ? column.zh : column.en),
               column.two_languages, columns);
  }
  return columns;
}

// Unlike in a list for people, every text must come back as it was.
std::string kept_cell(std::string text) {
  if (text.starts_with('\'')) text.insert(text.begin(), '\'');
  return sheet_cell(std::move(text));
}

}  // namespace

ExportedBank write_bank_csv(const Bank& bank, Lang lang) {
  const auto rows = rows_of(bank, lang);
  const auto columns = used_columns(rows, lang);
  ExportedBank out;
  for (const auto& [name, heading] : columns) out.text += (out.text.empty() ? "" : ",") + heading;
  out.text += "\n";
  for (const SheetRow& row : rows) {
    std::string line;
    for (const auto& [name, heading] : columns) {
      if (&name != &columns.front().first) line += ',';
      if (const auto found = row.find(name); found != row.end()) line += kept_cell(found->second);
    }
    out.text += line + "\n";
  }
  out.written = bank.questions.size();
  return out;
}

}  // namespace sihu
