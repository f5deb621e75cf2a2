#include "exam/shown.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <numeric>

namespace sihu {
namespace {

std::string shuffled_letters(const BankQuestion& question, Chance& chance) {
  std::vector<char> moving;
  std::string staying;
  for (const Choice& choice : question.choices)
    if (choice.last && question.shuffle)
      staying += choice.letter;
    else
      moving.push_back(choice.letter.front());
  if (question.shuffle) chance.shuffle(moving);
  return std::string(moving.begin(), moving.end()) + staying;
}

}  // namespace

std::uint64_t candidate_seed(std::string_view seed, std::string_view person) {
  return seed_of(std::string(seed) + "|" + std::string(person));
}

std::vector<ShownQuestion> shown_questions(const std::vector<ToShow>& form, std::uint64_t seed) {
  Chance chance(seed);
  std::vector<std::size_t> order(form.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  chance.shuffle(order);
  std::vector<ShownQuestion> shown;
  for (const std::size_t index : order)
    shown.push_back({index, shuffled_letters(*form[index].question, chance)});
  std::ranges::stable_sort(
      shown, {}, [&](const ShownQuestion& question) { return form[question.index].section; });
  return shown;
}

std::string as_shown(std::string_view letters, std::string_view in_bank) {
  std::string shown;
  for (std::size_t i = 0; i < letters.size(); ++i)
    if (in_bank.find(letters[i]) != std::string_view::npos)
      shown += static_cast<char>('A' + static_cast<char>(i));
  return shown;
}

std::string as_in_bank(std::string_view letters, std::string_view shown) {
  std::string in_bank;
  for (const char letter : shown) {
    const auto at = static_cast<std::size_t>(letter - 'A');
    if (letter >= 'A' && at < letters.size()) in_bank += letters[at];
  }
  std::ranges::sort(in_bank);
  return in_bank;
}

}  // namespace sihu
