#include "exam/gift.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

// GIFT reads `\n` in a text as the end of a line, and these as themselves. A CR would end the line.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && text.substr(i + 1).starts_with('\n')) continue;
    if (c == '\n' || c == '\r') {
      out += "\\n";
      continue;
    }
    if (std::string_view("~=#{}:\\").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// `[html]` at its beginning would be taken for the format of the text.
std::string gift_text(std::string_view text) {
  return (text.starts_with('[') ? "[plain]" : "") + escaped(text);
}

// The mark of an option; one whose text begins like a weight (`%50%`) needs one before it.
std::string option_mark(bool right, std::string_view text, const std::string& weight) {
  if (!weight.empty()) return "~%" + weight + "%";
  if (text.starts_with('%')) return right ? "=%100%" : "~%0%";
  return right ? "=" : "~";
}

// What each right option is worth, so that all of them are worth 100 percent.
std::string share_of(std::size_t right) {
  std::string share = fmt::format("{:.5f}", 100.0 / static_cast<double>(right));
  share.erase(share.find_last_not_of('0') + 1);
  if (share.ends_with('.')) share.pop_back();
  return share;
}

std::string options_of(const BankQuestion& question, Lang lang) {
  std::string lines;
  const bool several = question.kind == QuestionKind::multiple;
  const std::string share = several ? share_of(question.key.size()) : "";
  for (const Choice& choice : question.choices) {
    const bool right = question.key.find(choice.letter) != std::string::npos;
    const std::string& text = choice.text.in(lang);
    const std::string weight = several ? (right ? share : "-100") : "";
    lines += "\n" + option_mark(right, text, weight) + gift_text(text);
  }
  return lines + "\n";
}

std::string answers_of(const BankQuestion& question, Lang lang) {
  switch (question.kind) {
    case QuestionKind::single:
    case QuestionKind::multiple:
      return options_of(question, lang);
    case QuestionKind::judge:
      return question.key;
    case QuestionKind::short_answer:
      return {};
    case QuestionKind::blank:
      break;
  }
  std::string lines;
  for (const std::string& accepted : question.blanks.front())
    lines += "\n" + option_mark(true, accepted, {}) + gift_text(wildcard_escaped(accepted));
  return lines + "\n";
}

// Why GIFT has no such question; empty when it has.
Phrase why_left_out(const BankQuestion& question) {
  if (question.kind != QuestionKind::blank) return {};
  if (question.blanks.size() != 1)
    return phrase(Text{"有 {0} 个空，GIFT 只能有一个", "{0} gaps, where GIFT has one"},
                  question.blanks.size());
  for (const std::string& accepted : question.blanks.front())
    if (accepted.find("->") != std::string::npos)
      return phrase(Text{"答案里有 ->，GIFT 会当作连线题", "-> in an answer is matching in GIFT"});
    else if (accepted.find("\\*") != std::string::npos)
      return phrase(Text{"答案里有 \\*，GIFT 会当作 *", "\\* in an answer is * in GIFT"});
  return {};
}

// `// [id:Q1] [tag:difficulty:3]`, which Moodle reads from the comment before a question.
std::string comment_of(const BankQuestion& question, const std::vector<std::string>& tags) {
  std::string line = "// [id:" + question.id + "]";
  for (const std::string& tag : tags) line += " [tag:" + tag + "]";
  return line + "\n";
}

}  // namespace

ExportedBank write_gift(const Bank& bank, Lang lang) {
  ExportedBank out;
  if (Phrase lost = lost_of_bank(bank); !lost.empty())
    out.losses.push_back({{}, "", false, std::move(lost)});
  std::string topic;
  for (const BankQuestion& question : bank.questions) {
    if (Phrase why = why_left_out(question); !why.empty()) {
      out.losses.push_back({question.place, question.id, true, std::move(why)});
      continue;
    }
    LossList lost;
    const auto tags = tags_of(question, bank, lang, true, lost);
    lost.add(has_blanks_around(question, lang), {"文字前后的空白", "blanks around a text"});
    lost.add(!question.model.empty(), {"参考答案", "the model answer"});
    if (!lost.empty()) out.losses.push_back({question.place, question.id, false, lost.words()});
    if (question.topic != topic) out.text += "$CATEGORY: " + category_of(question.topic) + "\n\n";
    topic = question.topic;
    out.text += comment_of(question, tags) + "::" + question.id +
                "::" + gift_text(question.stem.in(lang)) + " {" + answers_of(question, lang);
    if (!question.explanation.empty())
      out.text += "####" + gift_text(question.explanation.in(lang));
    out.text += "}\n\n";
    ++out.written;
  }
  return out;
}

}  // namespace sihu
