#include "exam/choice_weights.hpp"

namespace sihu {
namespace {

// Whether `percent` is the equal share of 100 that each of so many right choices has.
bool is_equal_share(const Rational& percent, std::size_t right) {
  const Rational share(100, static_cast<long>(right));
  return percent <= share + 1 && share <= percent + 1;
}

}  // namespace

void add_lost_weights(const BankQuestion& question, const std::vector<Rational>& percents,
                      LossList& lost) {
  const Rational wrong = question.kind == QuestionKind::multiple ? -100 : 0;
  bool as_written = true;
  std::string list;
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    const std::string& letter = question.choices[i].letter;
    const bool is_right = question.key.find(letter) != std::string::npos;
    as_written = as_written && (is_right ? is_equal_share(percents[i], question.key.size())
                                         : percents[i] == wrong);
    list += (list.empty() ? "" : ", ") + letter + " " + percents[i].shortest();
  }
  lost.add_words(!as_written, phrase(Text{"各选项的分值（百分比：{0}）",
                                          "what each choice is worth (percent: {0})"},
                                     list));
}

}  // namespace sihu
