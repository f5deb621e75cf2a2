#include "document/bank.hpp"
#include "document/yaml_lines.hpp"

namespace sihu {
namespace {

std::string write_choices(const std::vector<Choice>& choices) {
  std::string lines;
  for (const Choice& choice : choices)
    lines += "\n      " + choice.letter + ": " + quoted_or_both(choice.text);
  return lines;
}

std::vector<std::string> last_letters(const std::vector<Choice>& choices) {
  std::vector<std::string> letters;
  for (const Choice& choice : choices)
    if (choice.last) letters.push_back(choice.letter);
  return letters;
}

std::string write_blanks(const std::vector<std::vector<std::string>>& blanks) {
  std::string lines;
  for (const auto& accepted : blanks) lines += "\n      - " + list_of(accepted);
  return lines;
}

void write_answers(const BankQuestion& question, YamlLines& lines) {
  if (!question.choices.empty()) lines.put("choices", write_choices(question.choices));
  const auto last = last_letters(question.choices);
  if (!last.empty()) lines.put("last", list_of(last));
  if (!question.shuffle) lines.put("shuffle", "false");
  if (question.kind == QuestionKind::judge && !question.key.empty())
    lines.put("key", question.key == "T" ? "true" : "false");
  else
    lines.word("key", question.key);
  if (!question.blanks.empty()) lines.put("blanks", write_blanks(question.blanks));
  lines.text("model", question.model);
}

void write_facts(const BankQuestion& question, YamlLines& lines) {
  lines.text("explanation", question.explanation);
  if (!question.basis.empty()) lines.put("basis", write_basis(question.basis));
  lines.word("status", question.status);
  lines.texts("readings", question.readings);
  if (question.valid_from || question.valid_until)
    lines.put("valid", write_valid(question.valid_from, question.valid_until));
  lines.word("author", question.author);
  if (question.draft) lines.put("draft", "true");
}

std::string write_question(const BankQuestion& question) {
  YamlLines lines("    ");
  lines.begin_with("  - ");
  lines.word("id", question.id);
  lines.put("kind", std::string(to_string(question.kind)));
  lines.word("topic", question.topic);
  lines.put("difficulty", std::to_string(question.difficulty));
  if (question.expected) lines.put("expected", question.expected->shortest());
  lines.put("points", question.points.shortest());
  lines.text("stem", question.stem);
  write_answers(question, lines);
  write_facts(question, lines);
  return lines.str();
}

}  // namespace

std::string write_bank(const Bank& bank) {
  YamlLines lines("");
  lines.word("bank", bank.id);
  lines.word("version", bank.version);
  lines.word("sealed", bank.sealed);
  lines.text("title", bank.title);
  lines.word("author", bank.author);
  if (!bank.laws.empty()) lines.put("laws", write_laws(bank.laws));
  std::string text = lines.str() + "questions:\n";
  for (const BankQuestion& question : bank.questions) text += write_question(question);
  return text;
}

}  // namespace sihu
