#include "exam/bank_formats.hpp"
#include "support/banks.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

bool one_of_two() {
  return *rc::gen::arbitrary<bool>();
}

// Words without blanks at their ends, which no format keeps, and with all that means something to
// one of them.
std::string any_words() {
  const auto parts = *rc::gen::container<std::vector<std::string>>(
      *rc::gen::inRange<std::size_t>(1, 6),
      rc::gen::element<std::string>("a", "党费", "=", "~", "#", "{", "}", ":", "\\", "%50%", "->",
                                    "*", "<b>", "&amp;", "\"", "'", ",", "|", "[html]", "]]>", "//",
                                    "A. ", "ANSWER: ", "T", "-", "@", "\\n", "\n", " ",
                                    "::", "____"));
  std::string text = "x";
  if (one_of_two()) text.clear();
  for (const std::string& part : parts) text += part;
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.erase(0, 1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
  return text.empty() ? "x" : text;
}

Phrase any_phrase() {
  const std::string zh = any_words();
  return {zh, one_of_two() ? zh : any_words()};
}

Phrase perhaps() {
  return one_of_two() ? Phrase{} : any_phrase();
}

void add_choices(BankQuestion& question) {
  const int count = *rc::gen::inRange(2, 9);
  for (int i = 0; i < count; ++i) {
    const std::string letter(1, static_cast<char>('A' + i));
    question.choices.push_back({letter, any_phrase(), *rc::gen::inRange(0, 8) == 0});
    if (question.kind == QuestionKind::multiple && one_of_two()) question.key += letter;
  }
  if (question.key.empty())
    question.key =
        question.choices[*rc::gen::inRange<std::size_t>(0, question.choices.size())].letter;
  question.shuffle = one_of_two();
}

void add_blanks(BankQuestion& question) {
  const int gaps = one_of_two() ? 1 : 2;
  for (int gap = 0; gap < gaps; ++gap) {
    question.blanks.push_back({any_words()});
    if (one_of_two()) question.blanks.back().push_back(any_words());
  }
}

void add_facts(BankQuestion& question) {
  question.topic = *rc::gen::element<std::string>("", "dues", "消防", "a/b", "top");
  question.difficulty = *rc::gen::inRange(1, 6);
  if (one_of_two()) question.expected = Rational(*rc::gen::inRange(0, 101), 100);
  question.points = Rational(*rc::gen::inRange(1, 500), 100);
  if (one_of_two())
    question.basis.push_back({"ZB2018", same("ZB2018"), perhaps(), SourceStatus::quoted});
  if (one_of_two()) question.basis.push_back({"JY", same("JY"), perhaps(), SourceStatus::none});
  if (one_of_two()) question.valid_from = Date(2026, 1, 1);
  if (one_of_two()) question.valid_until = Date(2026, 5, 1);
  question.explanation = perhaps();
  question.author = *rc::gen::element<std::string>("", "zb01");
  question.draft = one_of_two();
  question.status = *rc::gen::element<std::string>("", "quoted", "disputed");
  if (one_of_two()) question.readings = {any_phrase()};
}

BankQuestion any_question(int number) {
  BankQuestion question;
  question.id = "Q" + std::to_string(number);
  question.kind =
      *rc::gen::element(QuestionKind::single, QuestionKind::multiple, QuestionKind::judge,
                        QuestionKind::blank, QuestionKind::short_answer);
  question.stem = any_phrase();
  if (question.kind == QuestionKind::single || question.kind == QuestionKind::multiple)
    add_choices(question);
  if (question.kind == QuestionKind::judge) question.key = one_of_two() ? "T" : "F";
  if (question.kind == QuestionKind::blank) add_blanks(question);
  if (question.kind == QuestionKind::short_answer) question.model = perhaps();
  add_facts(question);
  return question;
}

Bank any_bank() {
  Bank bank;
  bank.id = "own";
  bank.version = "2";
  bank.title = any_phrase();
  bank.author = *rc::gen::element<std::string>("", "zb02");
  bank.laws = {{"ZB2018", same("ZB2018"), "2018-10", Date(2018, 10, 1), perhaps()},
               {"JY", same("JY"), "", std::nullopt, {}}};
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) bank.questions.push_back(any_question(i));
  return bank;
}

void use_language(Phrase& text, Lang lang) {
  text = same(text.in(lang));
}

// What of a question every format with tags keeps, when `lost` says nothing of its basis.
BankQuestion in_tags(BankQuestion question, const Bank& bank, Lang lang) {
  for (Phrase* text : {&question.stem, &question.explanation, &question.model})
    use_language(*text, lang);
  for (Choice& choice : question.choices) use_language(choice.text, lang);
  question.readings.clear();
  if (question.author.empty()) question.author = bank.author;
  for (Basis& basis : question.basis) use_language(basis.article, lang);
  return question;
}

std::map<std::string, ExchangeLoss> by_question(const std::vector<ExchangeLoss>& losses) {
  std::map<std::string, ExchangeLoss> all;
  for (const ExchangeLoss& loss : losses) all.emplace(loss.question, loss);
  return all;
}

bool says(const std::map<std::string, ExchangeLoss>& losses, const std::string& id,
          std::string_view what) {
  const auto found = losses.find(id);
  return found != losses.end() && found->second.what.en.find(what) != std::string::npos;
}

ImportedBank back_from(BankFormat format, const std::string& text) {
  QuestionIds ids("own", {});
  auto back = read_bank_as(format, text, "file", ids);
  if (!back) RC_FAIL(fault_names(back) + "\n" + text);
  RC_ASSERT(losses_text(back->losses) == "");
  return std::move(*back);
}

// GIFT or Moodle: what comes back is what went out, but for what was said.
void check_tagged(BankFormat format) {
  const Bank bank = any_bank();
  const Lang lang = one_of_two() ? Lang::zh : Lang::en;
  const ExportedBank out = write_bank_as(format, bank, lang);
  const auto losses = by_question(out.losses);
  std::vector<BankQuestion> expected;
  for (const BankQuestion& question : bank.questions) {
    const auto loss = losses.find(question.id);
    if (loss != losses.end() && loss->second.left_out) continue;
    expected.push_back(in_tags(question, bank, lang));
    if (says(losses, question.id, "basis")) expected.back().basis.clear();
    if (says(losses, question.id, "the model answer")) expected.back().model = {};
    RC_ASSERT(says(losses, question.id, "readings") == !question.readings.empty());
  }
  RC_ASSERT(out.written == expected.size());
  if (expected.empty()) return;
  auto back = back_from(format, out.text).bank.questions;
  for (BankQuestion& question : back)
    if (says(losses, question.id, "basis")) question.basis.clear();
  RC_ASSERT(questions_text(back) == questions_text(expected));
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("a bank comes back from its CSV as it was") {
    CHECK(rc::check([] {
      const Bank bank = any_bank();
      const ExportedBank out =
          write_bank_as(BankFormat::csv, bank, one_of_two() ? Lang::zh : Lang::en);
      RC_ASSERT(out.losses.empty());
      RC_ASSERT(write_bank(back_from(BankFormat::csv, out.text).bank) == write_bank(bank));
    }));
  }

  TEST_CASE("a bank comes back from GIFT but for what was said to be lost") {
    CHECK(rc::check([] { check_tagged(BankFormat::gift); }));
  }

  TEST_CASE("a bank comes back from Moodle XML but for what was said to be lost") {
    CHECK(rc::check([] { check_tagged(BankFormat::moodle); }));
  }

  TEST_CASE("single choices come back from Aiken with their words and keys") {
    CHECK(rc::check([] {
      const Bank bank = any_bank();
      const ExportedBank out = write_bank_as(BankFormat::aiken, bank, Lang::zh);
      const auto losses = by_question(out.losses);
      std::vector<BankQuestion> expected;
      const auto one_line = [](std::string text) {
        std::ranges::replace(text, '\n', ' ');
        return same(text);
      };
      for (const BankQuestion& question : bank.questions) {
        if (losses.at(question.id).left_out) continue;
        RC_ASSERT(question.kind == QuestionKind::single);
        BankQuestion bare;
        bare.id = "own-" + std::to_string(expected.size() + 1);
        bare.stem = one_line(question.stem.zh);
        for (const Choice& choice : question.choices)
          bare.choices.push_back({choice.letter, one_line(choice.text.zh), false});
        bare.key = question.key;
        expected.push_back(std::move(bare));
      }
      if (expected.empty()) return;
      const auto back = back_from(BankFormat::aiken, out.text).bank.questions;
      RC_ASSERT(questions_text(back) == questions_text(expected));
    }));
  }

  TEST_CASE("whatever is imported can be read as a bank") {
    CHECK(rc::check([] {
      const Bank bank = any_bank();
      std::vector<ImportedBank> parts;
      for (const BankFormat format : {BankFormat::gift, BankFormat::moodle}) {
        const ExportedBank out = write_bank_as(format, bank, Lang::zh);
        if (out.written > 0) parts.push_back(back_from(format, out.text));
      }
      parts.resize(std::min<std::size_t>(parts.size(), 1));
      if (parts.empty()) return;
      const Bank joined = joined_bank(std::move(parts), {"new", "topic", "zb01"});
      const auto read = load_bank(write_bank(joined), "new.yaml");
      if (!read) RC_FAIL(fault_names(read) + "\n" + write_bank(joined));
    }));
  }
}
