#include "base/chance.hpp"
#include "exam/compose.hpp"
#include "exam/form.hpp"
#include "exam/overlap.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

using namespace sihu;

namespace {

const PaperKey paper_key{{2026, 4}, "p"};

// An organisation, a bank and rules of a paper, all by chance.
struct Draw {
  Chance chance{*rc::gen::arbitrary<std::uint64_t>()};
  Organisation organisation;
  Bank bank;
  Paper paper;
  ExamState state;
  std::string seed = "s";

  int below(int bound) { return static_cast<int>(chance.below(static_cast<std::uint64_t>(bound))); }

  Draw() {
    for (int b = 1 + below(4); b > 0; --b) {
      Branch branch;
      branch.id = "b" + std::to_string(b);
      branch.name = same(branch.id);
      organisation.branches.push_back(branch);
      for (int p = 1 + below(6); p > 0; --p) {
        Person person;
        person.id = branch.id + "p" + std::to_string(p);
        person.name = same(person.id);
        person.branch = branch.id;
        organisation.people.push_back(person);
      }
    }
    bank.id = "k";
    for (int q = 10 + below(50); q > 0; --q) {
      BankQuestion question;
      question.id = "q" + std::to_string(q);
      question.kind = below(2) == 0 ? QuestionKind::single : QuestionKind::judge;
      question.topic = below(2) == 0 ? "fire" : "water";
      question.difficulty = 1 + below(5);
      question.draft = below(10) == 0;
      if (below(4) == 0)
        question.author =
            organisation
                .branches[static_cast<std::size_t>(below(int(organisation.branches.size())))]
                .id;
      bank.questions.push_back(question);
    }
    paper.id = "p";
    paper.version = "1";
    for (const QuestionKind kind : {QuestionKind::single, QuestionKind::judge}) {
      PaperSection section;
      section.kind = kind;
      section.points = Rational(1 + below(2));
      section.draw = {{below(2) == 0 ? "fire" : "", {}, 1 + below(4)}, {"water", {}, 1 + below(3)}};
      paper.sections.push_back(section);
    }
    if (below(2) == 0) paper.overlap = below(101);
  }

  Result<std::vector<ComposedForm>> compose(const PaperKey& key = paper_key) {
    std::vector<Examinees> examinees;
    for (const Branch& branch : organisation.branches) {
      examinees.push_back({&branch, {}});
      for (const Person& person : organisation.people)
        if (person.branch == branch.id && !form_for(person.id, state.forms_of(key, person.branch)))
          examinees.back().people.push_back(&person);
    }
    return compose_forms({organisation,
                          key,
                          paper,
                          "0123456789abcdef",
                          {{bank, "0123456789abcdef"}},
                          nullptr,
                          state,
                          Date(2026, 12, 1),
                          seed},
                         examinees);
  }

  void remember(const std::vector<ComposedForm>& forms) {
    for (const ComposedForm& one : forms) state.forms.emplace(one.form.key, one.form);
  }

  const BankQuestion& question(const std::string& ref) const {
    return *bank.find(ref.substr(ref.find('/') + 1));
  }

  // Whether it asks what the rules want, each question once, none that its people must not have.
  void check(const RecordedForm& form) const {
    const std::set<std::string> once(form.questions.begin(), form.questions.end());
    RC_ASSERT(once.size() == form.questions.size());
    const auto cells = cells_of(paper);
    std::size_t place = 0;
    Rational expected;
    for (const DrawCell& cell : cells)
      for (int i = 0; i < cell.count; ++i) {
        RC_ASSERT(place < form.questions.size());
        const BankQuestion& asked = question(form.questions[place++]);
        const Rational ease = expected_by_difficulty(asked.difficulty);
        RC_ASSERT(cell.fits({"", asked.kind, asked.topic, asked.difficulty, ease}));
        RC_ASSERT(!asked.draft && asked.author != form.key.branch);
        expected += cell.points * ease;
      }
    RC_ASSERT(place == form.questions.size());
    RC_ASSERT(expected == form.expected);
  }
};

// A paper of one branch, and a bank that has disjoint forms of it for so many people as there are.
struct Planted : Draw {
  Planted() {
    organisation.branches.resize(1);
    std::erase_if(organisation.people, [](const Person& one) { return one.branch != "b1"; });
    organisation.branches[0].id = "b1";
    organisation.people.resize(std::min<std::size_t>(organisation.people.size(), 4));
    for (BankQuestion& question : bank.questions) {
      question.draft = false;
      question.author.clear();
      question.kind = QuestionKind::single;
    }
    paper.sections.resize(1);
    paper.sections[0].draw = {};
    std::vector<bool> gone(bank.questions.size(), false);
    for (int cells = 1 + below(4); cells > 0; --cells) plant(gone);
    if (paper.sections[0].draw.empty()) paper.sections[0].draw = {{"", {}, 0}};
    paper.overlap = 0;
  }

  // A quota of which everybody gets questions that nobody else has.
  void plant(std::vector<bool>& gone) {
    PaperQuota quota;
    if (below(2) == 0) quota.topic = below(2) == 0 ? "fire" : "water";
    if (below(2) == 0) quota.difficulty = 1 + below(5);
    std::vector<std::size_t> free;
    for (std::size_t q = 0; q < gone.size(); ++q) {
      const BankQuestion& one = bank.questions[q];
      if (!gone[q] && (quota.topic.empty() || quota.topic == one.topic) &&
          (!quota.difficulty || quota.difficulty == one.difficulty))
        free.push_back(q);
    }
    const std::size_t people = organisation.people.size();
    if (free.size() < people) return;
    quota.count = 1 + below(static_cast<int>(free.size() / people));
    free.resize(people * static_cast<std::size_t>(quota.count));
    for (const std::size_t q : free) gone[q] = true;
    paper.sections[0].draw.push_back(quota);
  }
};

std::vector<std::vector<std::string>> questions_of(const ExamState& state) {
  std::vector<std::vector<std::string>> questions;
  for (const auto& [key, form] : state.forms)
    if (key.paper == paper_key) questions.push_back(form.questions);
  return questions;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("papers are one for each, as the rules say, and no more alike than they allow") {
    CHECK(rc::check([] {
      Draw draw;
      const auto forms = draw.compose();
      RC_TAG(forms ? "drawn" : forms.error().faults[0].name);
      if (!forms) return;
      RC_ASSERT(forms->size() == draw.organisation.people.size());
      draw.remember(*forms);
      for (const Person& person : draw.organisation.people) {
        const RecordedForm* form =
            form_for(person.id, draw.state.forms_of(paper_key, person.branch));
        RC_ASSERT(form != nullptr);
        RC_ASSERT(form->person == person.id);
        draw.check(*form);
      }
      const auto questions = questions_of(draw.state);
      if (draw.paper.overlap && questions.size() > 1)
        RC_ASSERT(overlap_of_pairs(questions).most <= *draw.paper.most_shared());
    }));
  }

  TEST_CASE("papers and forms that share nothing are drawn where there are any") {
    CHECK(rc::check([] {
      Planted draw;
      const auto papers = draw.compose();
      RC_ASSERT(papers.has_value());
      for (const ComposedForm& one : *papers) draw.check(one.form);
      draw.paper.forms = static_cast<int>(draw.organisation.people.size());
      draw.paper.overlap.reset();
      const auto forms = draw.compose();
      RC_ASSERT(forms.has_value());
      RC_ASSERT(forms->size() == papers->size());
      for (const auto* drawn : {&*papers, &*forms}) {
        std::set<std::string> once;
        std::size_t asked = 0;
        for (const ComposedForm& one : *drawn) {
          once.insert(one.form.questions.begin(), one.form.questions.end());
          asked += one.form.questions.size();
        }
        RC_ASSERT(once.size() == asked);
      }
    }));
  }

  TEST_CASE("the order of a bank changes nothing") {
    CHECK(rc::check([] {
      Draw draw;
      if (draw.below(2) == 0) {
        draw.paper.forms = 1 + draw.below(3);
        draw.paper.overlap.reset();
      }
      const auto before = draw.compose();
      draw.chance.shuffle(draw.bank.questions);
      const auto after = draw.compose();
      RC_ASSERT(before.has_value() == after.has_value());
      if (!before) return;
      for (std::size_t i = 0; i < before->size(); ++i)
        RC_ASSERT(before->at(i).form.questions == after->at(i).form.questions);
    }));
  }

  TEST_CASE("the same seed draws the same papers, and whoever comes later keeps the limit") {
    CHECK(rc::check([] {
      Draw draw;
      const auto forms = draw.compose();
      if (!forms) return;
      const auto again = draw.compose();
      RC_ASSERT(again.has_value());
      for (std::size_t i = 0; i < forms->size(); ++i)
        RC_ASSERT(again->at(i).form.questions == forms->at(i).form.questions);
      draw.remember(*forms);
      Person late = draw.organisation.people.front();
      late.id = "late";
      draw.organisation.people.push_back(late);
      const auto later = draw.compose();
      if (!later) return;
      RC_ASSERT(later->size() == 1U);
      draw.remember(*later);
      draw.check(later->front().form);
      if (draw.paper.overlap)
        RC_ASSERT(overlap_of_pairs(questions_of(draw.state)).most <= *draw.paper.most_shared());
    }));
  }

  TEST_CASE("a make-up asks nobody again what this person was asked") {
    CHECK(rc::check([] {
      Draw draw;
      const auto forms = draw.compose();
      if (!forms) return;
      draw.remember(*forms);
      const auto again = draw.compose(make_up_of(paper_key));
      if (!again) return;
      for (std::size_t i = 0; i < again->size(); ++i) {
        RC_ASSERT(again->at(i).form.person == forms->at(i).form.person);
        draw.check(again->at(i).form);
        RC_ASSERT(
            overlap_of_pairs({again->at(i).form.questions, forms->at(i).form.questions}).most == 0);
      }
    }));
  }
}
