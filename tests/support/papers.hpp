#pragma once

#include "document/bank.hpp"
#include "document/organisation.hpp"
#include "exam/draw.hpp"
#include "exam/form.hpp"
#include "support/ledgers.hpp"
#include "support/reference.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// A question with options A to `last`; `key` says which are right.
inline BankQuestion choice_question(std::string id, QuestionKind kind, const std::string& key,
                                    char last = 'D') {
  BankQuestion question;
  question.id = std::move(id);
  question.kind = kind;
  question.stem = same(question.id + "?");
  question.key = key;
  question.topic = "fire";
  for (char letter = 'A'; letter <= last; ++letter)
    question.choices.push_back({std::string(1, letter), same(std::string("option ") + letter)});
  return question;
}

inline QuestionKind reference_kind(const std::string& type) {
  if (type == "multi") return QuestionKind::multiple;
  return type == "judge" ? QuestionKind::judge : QuestionKind::single;
}

/// The bank of the reference papers.
inline std::vector<PoolQuestion> reference_pool() {
  std::vector<PoolQuestion> pool;
  for (const Node& node : read_reference("exam/reference/paper_bank.json").items)
    pool.push_back({at(node, "id").text, reference_kind(at(node, "type").text),
                    at(node, "topic").text, 1, *Rational::parse(at(node, "difficulty").text),
                    std::stoi(at(node, "last_used").text)});
  return pool;
}

inline std::vector<DrawCell> reference_cells() {
  std::vector<DrawCell> cells;
  const Node paper = read_reference("exam/reference/paper.json");
  for (const Node& cell : at(paper, "blueprint").items)
    cells.push_back({reference_kind(cell.items[1].text), cell.items[0].text, std::nullopt,
                     std::stoi(cell.items[2].text)});
  return cells;
}

inline std::string in_one_line(const Node& list) {
  std::string line;
  for (const Node& item : list.items) line += item.text + ' ';
  return line;
}

/// Branches a and b with people pa, qa and pb, and x of the committee. pa and pb are secretaries.
inline Organisation examined(const std::string& review = "{}") {
  const auto organisation = load_organisation(
      "sihu: 1\norganisation: {id: s, name: S}\nbranches:\n  - {id: a, name: {zh: 甲, en: A}}\n  - "
      "{id: b, name: {zh: 乙, en: B}}\npeople:\n  - {id: pa, name: PA, branch: a, roles: "
      "[secretary]}\n  - {id: qa, name: QA, branch: a}\n  - {id: pb, name: PB, branch: b, roles: "
      "[secretary]}\n  - {id: x, name: X, roles: [committee]}\nreview: " +
          review + "\n",
      "sihu.yaml");
  REQUIRE(organisation);
  return *organisation;
}

/// Rules of a paper: two single choices of a point, a multiple choice of two by `flat`, a judgment
/// and a blank of a point each; 3 of 6 to pass.
inline Paper small_paper() {
  const auto paper = load_paper(R"(paper: q4
version: '1'
title: {zh: 测验, en: Test}
minutes: 10
pass: 3
sections:
  - {kind: single, draw: [{topic: fire, count: 2}]}
  - {kind: multiple, points: 2, marking: flat, part: 0.5, draw: [{count: 1}]}
  - {kind: judge, draw: [{count: 1}]}
  - {kind: blank, draw: [{count: 1}]}
)",
                                "papers/q4.yaml");
  REQUIRE(paper);
  return *paper;
}

/// A bank with what that paper needs twice over.
inline Bank small_bank() {
  Bank bank;
  bank.id = "base";
  bank.version = "1";
  for (const char* id : {"s1", "s2", "s3", "s4"})
    bank.questions.push_back(choice_question(id, QuestionKind::single, "B"));
  for (const char* id : {"m1", "m2"})
    bank.questions.push_back(choice_question(id, QuestionKind::multiple, "AC"));
  for (const char* id : {"j1", "j2"})
    bank.questions.push_back(choice_question(id, QuestionKind::judge, "T", '@'));
  for (const char* id : {"b1", "b2"}) {
    bank.questions.push_back(choice_question(id, QuestionKind::blank, "", '@'));
    bank.questions.back().blanks = {{"15"}};
  }
  return bank;
}

inline const PaperKey the_paper{{2026, 4}, "q4"};
inline const char* const paper_doc = "0123456789abcdef";

/// The form under the name that it has in a ledger.
inline RecordedForm named(RecordedForm form) {
  form.key.name = form_name(form);
  return form;
}

/// The form that branch a has of that paper, with its documents.
struct FormFixture {
  Paper paper = small_paper();
  Bank bank = small_bank();
  RecordedForm recorded = named({{the_paper, "a", 1},
                                 "seed",
                                 paper_doc,
                                 "1",
                                 {{"base", paper_doc}},
                                 {"base/s1", "base/s2", "base/m1", "base/j1", "base/b1"},
                                 Rational(4)});
  ExamForm form = assembled();

  FormFixture() = default;
  FormFixture(const FormFixture&) = delete;
  FormFixture& operator=(const FormFixture&) = delete;

  ExamForm assembled() const {
    auto made = assemble_form(recorded, paper, [this](const BankDigest&) { return &bank; });
    REQUIRE(made);
    return *made;
  }
};

/// The event that a draft becomes.
inline Event event_of_draft(const Draft& draft, const std::string& by,
                            const std::string& role = "committee") {
  Event event{{}, by, draft.name, draft.subject, draft.fields, {}};
  event.fields.push_back({"role", role});
  return event;
}

}  // namespace sihu::test
