#pragma once

#include "exam/compose.hpp"
#include "exam/grade.hpp"
#include "exam/hand_in.hpp"
#include "support/papers.hpp"

#include <doctest/doctest.h>

namespace sihu::test {

/// A paper of a judgment of one point and two short answers of five, handed in by pa and qa of
/// branch a, who are called by their codes.
struct ShortPaper {
  Paper paper = rules();
  Bank bank = questions();
  RecordedForm recorded = named({{the_paper, "a", 1},
                                 "seed",
                                 paper_doc,
                                 "1",
                                 {{"base", paper_doc}},
                                 {"base/j1", "base/t1", "base/t2"},
                                 Rational(6)});
  ExamForm form = assembled();
  Organisation organisation = examined();
  std::vector<Event> events{event_of_draft(form_draft(recorded), "x")};
  std::string secret = std::string(64, '7');

  ShortPaper() = default;
  ShortPaper(const ShortPaper&) = delete;
  ShortPaper& operator=(const ShortPaper&) = delete;

  static Paper rules() {
    const auto loaded = load_paper(
        "paper: q4\nversion: '1'\ntitle: T\nminutes: 10\npass: 6\nsections:\n  - {kind: judge, "
        "draw: [{count: 1}]}\n  - {kind: short, points: 5, draw: [{count: 2}]}\n",
        "papers/q4.yaml");
    REQUIRE(loaded);
    return *loaded;
  }
  static Bank questions() {
    Bank bank;
    bank.id = "base";
    bank.questions.push_back(choice_question("j1", QuestionKind::judge, "T", '@'));
    for (const char* id : {"t1", "t2"}) {
      bank.questions.push_back(choice_question(id, QuestionKind::short_answer, "", '@'));
      bank.questions.back().model = same("as it is");
    }
    return bank;
  }
  ExamForm assembled() const {
    auto made = assemble_form(recorded, paper, [this](const BankDigest&) { return &bank; });
    REQUIRE(made);
    return *made;
  }

  ExamState state() const { return fold_exams(one_file_ledger(events)); }
  PaperScene scene(const ExamState& now, const std::string& by) const {
    return {organisation, nullptr, now, *organisation.find_person(by), Date(2026, 12, 1), [] {
              return Result<std::string>(std::string(64, '5'));
            }};
  }
  MarkedPapers mark(const ExamState& now) const {
    return mark_papers(
        now, the_paper,
        {[this](const FormKey& key) { return key == recorded.key ? &form : nullptr; },
         [this](const std::string&) { return std::optional(secret); }, &organisation});
  }
  void hand_in(const std::string& person, const Responses& responses) {
    const ExamState now = state();
    const auto recording = hand_in_papers(scene(now, person), {{person, &form, responses}}, true);
    REQUIRE(recording);
    events.push_back(event_of_draft(recording->drafts[0], person, "member"));
  }
  AnswerKey key(const std::string& person, const std::string& question) const {
    return {the_paper, candidate_code(recorded.seed, person), question};
  }
};

}  // namespace sihu::test
