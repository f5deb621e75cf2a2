#include "problem/rectification.hpp"

#include "support/returned.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Rectification facts_of(const ReturnedOffice& office) {
  return rectification_of(office.offices.fold().problems.front(), office.offices.ledger(),
                          office.offices.zone());
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("the columns of the rectification ledger are what was said last") {
    ReturnedOffice office;
    office.tell("p005", "problem.note", {{"note", "逐月核对"}, {"kind", "measures"}});
    office.tell("p005", "problem.note", {{"note", "专人核对"}, {"kind", "measures"}});
    office.tell("p005", "problem.note", {{"note", "只是备注"}});
    office.tell("p005", "problem.assign", {{"to", "p006"}});
    office.tell("p006", "problem.submit", {{"note", "已补收"}, {"on", "2026-10-14"}});
    Rectification facts = facts_of(office);
    CHECK(facts.notes.size() == 1);
    CHECK(facts.notes[NoteKind::measures].now == "专人核对");
    CHECK(facts.notes[NoteKind::measures].was("逐月核对"));
    CHECK_FALSE(facts.notes[NoteKind::measures].was("专人核对"));
    CHECK(facts.owner.now == "p006");
    CHECK(facts.owner.was("p005"));
    CHECK(facts.completion.now == "已补收");
    CHECK(facts.completed == Date(2026, 10, 14));
    CHECK_FALSE(facts.agreed);
  }

  TEST_CASE("a decision is about the last submission, and its words are a remark") {
    ReturnedOffice office;
    office.tell("p005", "problem.submit", {{"note", "已补收"}});
    office.tell("p001", "problem.reject", {{"note", "缺收据"}});
    Rectification facts = facts_of(office);
    CHECK(facts.agreed == false);
    CHECK(facts.verifier == "p001");
    CHECK(facts.notes[NoteKind::remark].now == "缺收据");
    office.tell("p005", "problem.submit", {{"note", "收据补齐"}});
    CHECK_FALSE(facts_of(office).agreed);
    office.tell("p001", "problem.verify", {});
    CHECK(facts_of(office).agreed == true);
    office.tell("p900", "problem.reopen", {{"note", "反弹"}, {"due", "2026-11-20"}});
    CHECK_FALSE(facts_of(office).agreed);
    CHECK(facts_of(office).looked == Date(2026, 10, 15));
  }

  TEST_CASE("every kind of note has a word and reads back") {
    for (const NoteKind kind : note_kinds) CHECK(parse_note_kind(to_string(kind)) == kind);
    CHECK(wording(NoteKind::remark).in(Lang::zh) == "备注");
    CHECK(wording(NoteKind::lead).in(Lang::zh) == "牵头领导");
    CHECK_FALSE(parse_note_kind(""));
  }
}
