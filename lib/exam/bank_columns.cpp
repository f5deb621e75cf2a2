#include "exam/bank_columns.hpp"

#include "document/bank.hpp"

namespace sihu {

const std::vector<BankColumn>& bank_columns() {
  static const std::vector<BankColumn> columns{{"kind", "题型"},
                                               {"id", "编号"},
                                               {"version", "版本"},
                                               {"topic", "主题"},
                                               {"difficulty", "难度"},
                                               {"expected", "预计答对"},
                                               {"points", "分值"},
                                               {"stem", "题干", true},
                                               {"key", "答案"},
                                               {"last", "放最后"},
                                               {"shuffle", "可换序"},
                                               {"blanks", "填空"},
                                               {"model", "参考答案", true},
                                               {"basis", "依据"},
                                               {"status", "核对"},
                                               {"issued", "印发"},
                                               {"from", "起"},
                                               {"until", "止"},
                                               {"explanation", "解析", true},
                                               {"readings", "异读"},
                                               {"author", "出题支部"},
                                               {"draft", "草稿"}};
  return columns;
}

std::vector<std::string> parts_of_line(std::string_view line) {
  std::vector<std::string> parts(1);
  std::size_t kept = 0;  // an escaped blank at an end is none to be trimmed
  const auto end_part = [&] {
    std::string& part = parts.back();
    while (part.size() > kept && part.back() == ' ') part.pop_back();
    kept = 0;
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '|') {
      end_part();
      parts.emplace_back();
    } else if (c == '\\' && at + 1 < line.size()) {
      const char next = line[++at];
      parts.back() += next == 'n' ? '\n' : next == 't' ? '\t' : next == 's' ? ' ' : next;
      kept = parts.back().size();
    } else if (c != ' ' || !parts.back().empty()) {
      parts.back() += c;
    }
  }
  end_part();
  return parts;
}

std::string cell_part(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool at_end = at == 0 || at + 1 == text.size();
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (c == ' ' && at_end)
      out += "\\s";
    else if (c == '|' || c == '\\')
      out += {'\\', c};
    else
      out += c;
  }
  return out;
}

std::string row_kind_of(const std::string& text) {
  for (const QuestionKind kind : {QuestionKind::single, QuestionKind::multiple, QuestionKind::judge,
                                  QuestionKind::blank, QuestionKind::short_answer}) {
    const std::string_view zh = wording(kind).in(Lang::zh);
    if (text == zh || text + "题" == zh) return std::string(to_string(kind));
  }
  if (text == bank_row.zh) return std::string(bank_row.en);
  return text == law_row.zh ? std::string(law_row.en) : text;
}

std::string bank_column_of(std::string_view heading) {
  std::string_view base = heading;
  const bool english = base.ends_with("-en");
  if (english) base.remove_suffix(3);
  if (base.size() == 1 && base[0] >= 'A' && base[0] <= 'H') return std::string(heading);
  for (const BankColumn& column : bank_columns())
    if ((base == column.en || base == column.zh) && (!english || column.two_languages))
      return std::string(column.en) + (english ? "-en" : "");
  return {};
}

}  // namespace sihu
