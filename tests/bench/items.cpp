// How long `sihu test stats` takes: `bench_items [CANDIDATES [QUESTIONS]]`, 100 000 and 100 unless
// said otherwise. Writes the bank and the answers to the present directory, reads them, analyses
// them, and prints the milliseconds of each.
#include "base/chance.hpp"
#include "exam/answer_file.hpp"
#include "report/item_list.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

using namespace sihu;

namespace {

Bank bank_of(std::size_t questions) {
  Bank bank;
  bank.id = "bench";
  bank.version = "1";
  bank.title = same("bench");
  for (std::size_t i = 0; i < questions; ++i) {
    BankQuestion question;
    question.id = fmt::format("Q{}", i + 1);
    question.kind = i % 4 == 3 ? QuestionKind::multiple : QuestionKind::single;
    question.key = i % 4 == 3 ? "ACD" : std::string(1, "ABCD"[i % 3]);
    question.stem = same(question.id);
    question.topic = fmt::format("topic-{}", i % 5);
    question.basis = {Basis{"law", same("law"), {}, {}}};
    for (const char letter : std::string("ABCD"))
      question.choices.push_back({std::string(1, letter), same(std::string(1, letter)), false});
    bank.questions.push_back(std::move(question));
  }
  return bank;
}

std::string answer_to(const BankQuestion& question, bool knows, Chance& chance) {
  if (knows) return question.key;
  const std::string letter(1, "ABCD"[chance.below(4)]);
  return question.kind == QuestionKind::single || letter == "D" ? letter : letter + "D";
}

std::string answers_to(const Bank& bank, std::size_t candidates) {
  Chance chance(1);
  std::string text = "candidate,branch";
  for (const BankQuestion& question : bank.questions) text += "," + question.id;
  for (std::size_t i = 0; i < candidates; ++i) {
    const auto able = 30 + chance.below(60);
    text += fmt::format("\np{},zb{}", i + 1, i % 200 + 1);
    for (const BankQuestion& question : bank.questions)
      text += "," + answer_to(question, chance.below(100) < able, chance);
  }
  return text + "\n";
}

class Stopwatch {
 public:
  double milliseconds() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<double, std::milli>(now - std::exchange(last_, now)).count();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace

int main(int count, char** words) {
  const auto number = [&](int place, std::size_t otherwise) {
    return count > place ? std::strtoul(words[place], nullptr, 10) : otherwise;
  };
  const Bank bank = bank_of(number(2, 100));
  const std::string text = answers_to(bank, number(1, 100000));
  std::ofstream("items-bank.yaml") << write_bank(bank);
  std::ofstream("items-answers.csv") << text;
  Stopwatch watch;
  auto test = load_answer_file(text, "items-answers.csv", bank);
  if (!test) return EXIT_FAILURE;
  const double reading = watch.milliseconds();
  const TestStatistics found = analyse_items(test->answers);
  const double analysing = watch.milliseconds();
  const TestGroups groups = group_figures(*test);
  const double grouping = watch.milliseconds();
  std::cout << fmt::format(
      "{} candidates, {} questions, {} MB: reading {:.0f} ms, items {:.0f} ms, groups of {} "
      "branches {:.0f} ms; alpha {:.4f}\n",
      found.candidates, found.items.size(), text.size() / 1000000, reading, analysing,
      groups.branches.size(), grouping, found.alpha.value_or(0));
}
