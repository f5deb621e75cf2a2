#pragma once

#include "wording/text.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What an audit looks for. Each test judges its own family of cases at a false discovery rate of
/// `accepted_false_discoveries`; those that state plain facts have no p.
enum class AuditTest {
  formality,         ///< two of three count tests agree about an inspector
  missed,            ///< passed by one inspector, and the next, or one beside, finds it there
  leniency,          ///< marks above or below the other inspectors', branches allowed for
  discrimination,    ///< good and poor branches get the same
  reciprocity,       ///< two branches kinder to each other than to the rest
  full_round,        ///< once everybody inspected everybody: scores that go by pairs
  straight_line,     ///< long runs of the same mark on one sheet
  pace,              ///< answered too fast
  two_places,        ///< one person answering at two branches at once
  copied_text,       ///< the same words about different branches
  late_entry,        ///< back-dated: recorded long after the day it is said to have been done
  impossible_order,  ///< a step dated before what it rests on
  clock,             ///< recorded while the machine's clock was behind what it had recorded
};

inline constexpr std::array all_audit_tests{
    AuditTest::formality,      AuditTest::missed,      AuditTest::leniency,
    AuditTest::discrimination, AuditTest::reciprocity, AuditTest::full_round,
    AuditTest::straight_line,  AuditTest::pace,        AuditTest::two_places,
    AuditTest::copied_text,    AuditTest::late_entry,  AuditTest::impossible_order,
    AuditTest::clock};

/// `straight-line` and so on, as `--explain` takes them.
std::string_view to_string(AuditTest test);
std::optional<AuditTest> parse_audit_test(std::string_view text);
const Text& wording(AuditTest test);

/// When a test asks, in signs that are the same in every language: `q<=0.05 points>=3`.
std::string_view threshold_of(AuditTest test);

/// Whom or what a question is about.
/// Only where two of three count tests agree it is a person: whoever is to ask finds out from the
/// ledger who made an inspection.
enum class About {
  person,    ///< id
  branch,    ///< id
  pair,      ///< two branches
  branches,  ///< several
  check,     ///< `26Q4/zb05/dues`
  problem,   ///< id
  device,    ///< `zb03.k7m2qx`
  checks,    ///< several of these, made by one person
};
std::string_view to_string(About about);

/// Something worth asking. Never a verdict: there may be a good reason, and the one asked knows it.
struct Question {
  AuditTest test = AuditTest::formality;
  About about = About::person;
  std::vector<std::string> ids;      ///< of what it is about
  Phrase words;                      ///< the question, with its figures; ids stand for names
  std::string statistic;             ///< as a decimal number; what it counts: `--explain`
  std::optional<double> p;           ///< by chance alone; nothing: a fact
  std::optional<double> q;           ///< p among all cases that the test judged
  std::size_t n = 0;                 ///< cases behind it; what they are: `--explain`
  std::vector<std::string> items;    ///< `26Q4/zb05/dues/DF-02` or a problem's id, ascending
  std::vector<std::size_t> entries;  ///< lines behind it, indices into `Ledger::entries`, ascending
};

/// What one test came to.
struct TestResult {
  AuditTest test = AuditTest::formality;
  std::vector<Question> questions;  ///< what speaks most clearly first
  std::size_t looked_at = 0;        ///< cases that were judged
  Phrase over;                      ///< which they were: `36 inspections of 2026Q3 and 2026Q4`
  Phrase too_little;                ///< why it could not be judged; empty: it was
  Phrase remark;                    ///< what more there is to say, and names nobody
};

/// A number with that many decimals, never `-0.0`.
std::string decimal(double value, int places);

/// A p or q for people: `0.0123`, `< 0.0001`.
std::string chance_shown(double p);

/// The same with its letter: `p = 0.0123`, `p < 0.0001`.
std::string chance_equation(double p);

/// Each once, ascending.
void put_in_order(Question& question);

}  // namespace sihu
