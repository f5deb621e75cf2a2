#include "exam/question_card.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sihu {
namespace {

std::string_view without_blanks(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

// An option, its further lines below its text.
Phrase option_line(char letter, const Phrase& text) {
  const auto hanging = [](std::string lines) {
    for (auto at = lines.find('\n'); at != std::string::npos; at = lines.find('\n', at + 1))
      lines.insert(at + 1, "     ");
    return lines;
  };
  return phrase(Text{"  {0}. {1}\n", "  {0}. {1}\n"}, std::string(1, letter),
                Phrase{hanging(text.zh), hanging(text.en)});
}

}  // namespace

Phrase shown_words(const Phrase& text) {
  return {visible_paragraphs(text.zh), visible_paragraphs(text.en)};
}

Phrase one_after(const Phrase& first, const Phrase& second) {
  return {first.zh + second.zh, first.en + second.en};
}

Phrase choice_text(const BankQuestion& question, std::string_view letters, char letter) {
  const auto place = static_cast<std::size_t>(letter - 'A');
  if (letter < 'A' || place >= letters.size()) return {};
  const auto found =
      std::ranges::find(question.choices, std::string(1, letters[place]), &Choice::letter);
  return found == question.choices.end() ? Phrase{} : found->text;
}

Phrase gaps_words(const BankQuestion& question) {
  if (question.kind != QuestionKind::blank || question.blanks.size() < 2) return {};
  return phrase(Text{"{0} 个空，答案之间用分号（;）隔开", "{0} gaps: put a semicolon (;) between"},
                question.blanks.size());
}

Phrase question_card(const BankQuestion& question, std::string_view letters) {
  Phrase card = phrase(Text{"{0}\n", "{0}\n"}, shown_words(question.stem));
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char letter = static_cast<char>('A' + static_cast<char>(i));
    card =
        one_after(card, option_line(letter, shown_words(choice_text(question, letters, letter))));
  }
  if (question.kind == QuestionKind::judge)
    card = one_after(card, phrase(Text{"  对 / 错\n", "  T / F\n"}));
  if (const Phrase gaps = gaps_words(question); !gaps.empty())
    card = one_after(card, phrase(Text{"  {0}\n", "  {0}\n"}, gaps));
  return card;
}

std::string typed_line(std::string_view line) {
  constexpr std::array wide_signs{std::pair{"／", "/"}, std::pair{"？", "?"}, std::pair{"、", "/"}};
  std::string out(without_blanks(line));
  for (const auto& [wide, narrow] : wide_signs)
    if (out.starts_with(wide)) out.replace(0, std::string_view(wide).size(), narrow);
  return out;
}

std::string_view answer_typed(std::string_view typed) {
  const bool is_escaped =
      typed.starts_with("//") || typed.starts_with("/／") || typed.starts_with("/、");
  return is_escaped ? typed.substr(1) : typed;
}

}  // namespace sihu
