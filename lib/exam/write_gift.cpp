#include "exam/gift.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

// GIFT reads `\n` in a text as the end of a line, and these as themselves.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
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
    lines += "\n" + option_mark(true, accepted, {}) + gift_text(accepted);
  return lines + "\n";
}

// Why GIFT has no such question; empty when it has.
Phrase why_left_out(const BankQuestion& question) {
  if (question.draft)
    return phrase(Text{"草稿，导出后看不出来", "a draft, which could not be told any more"});
  if (question.kind != QuestionKind::blank) return {};
  if (question.blanks.size() != 1)
    return phrase(Text{"有 {0} 个空，GIFT 只能有一个", "{0} gaps, where GIFT has one"},
                  question.blanks.size());
  for (const std::string& accepted : question.blanks.front())
    if (accepted.find("->") != std::string::npos)
      return phrase(Text{"答案里有 ->，GIFT 会当作连线题", "-> in an answer is matching in GIFT"});
  return {};
}

bool differs(const Phrase& text) {
  return text.zh != text.en;
}

bool has_two_languages(const BankQuestion& question) {
  return differs(question.stem) || differs(question.explanation) ||
         std::ranges::any_of(question.choices,
                             [](const Choice& choice) { return differs(choice.text); });
}

bool has_last(const BankQuestion& question) {
  return std::ranges::any_of(question.choices, [](const Choice& choice) { return choice.last; });
}

Phrase what_is_lost(const BankQuestion& question, const Bank& bank) {
  Phrase lost;
  const auto add = [&lost](bool is_lost, Text what) {
    if (!is_lost) return;
    const bool first = lost.empty();
    lost.zh += (first ? "" : "、") + std::string(what.in(Lang::zh));
    lost.en += (first ? "" : ", ") + std::string(what.in(Lang::en));
  };
  add(question.difficulty != 1, {"难度", "difficulty"});
  add(question.expected.has_value(), {"预计答对的比例", "the share expected"});
  add(question.points != Rational(1), {"分值", "points"});
  add(!question.basis.empty(), {"依据", "basis"});
  add(!question.status.empty() || !question.readings.empty(), {"核对状态", "status"});
  add(question.valid_from || question.valid_until, {"有效期", "valid dates"});
  add(!question.author.empty() || !bank.author.empty(), {"出题支部", "author"});
  add(!question.shuffle || has_last(question), {"选项的顺序", "the order of choices"});
  add(!question.model.empty(), {"参考答案", "the model answer"});
  add(has_two_languages(question), {"另一种语言", "the other language"});
  return lost;
}

}  // namespace

ExportedBank write_gift(const Bank& bank, Lang lang) {
  ExportedBank out;
  std::string topic;
  for (const BankQuestion& question : bank.questions) {
    if (Phrase why = why_left_out(question); !why.empty()) {
      out.losses.push_back({question.id, true, std::move(why)});
      continue;
    }
    if (Phrase lost = what_is_lost(question, bank); !lost.empty())
      out.losses.push_back({question.id, false, std::move(lost)});
    if (question.topic != topic) out.text += "$CATEGORY: " + question.topic + "\n\n";
    topic = question.topic;
    out.text += "::" + question.id + "::" + gift_text(question.stem.in(lang)) + " {" +
                answers_of(question, lang);
    if (!question.explanation.empty()) out.text += "####" + escaped(question.explanation.in(lang));
    out.text += "}\n\n";
  }
  return out;
}

}  // namespace sihu
