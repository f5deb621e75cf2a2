#include "snapshot/quick_fold.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// In the order of files, which is not the order of things.
QuickFold fold(const Offices& offices, std::uint32_t file = 0, std::uint64_t offset = 0) {
  QuickFold quick{Zone{}};
  quick.begin_file(file);
  auto entries = offices.ledger().entries;
  std::ranges::stable_sort(entries, std::greater<>(), &Entry::file);
  for (const Entry& entry : entries) {
    const std::string line = whole_line(entry.event);
    const auto raw = split_line(line);
    quick.take(*raw, tail_fields(*raw), offset);
  }
  quick.finish();
  return quick;
}

const std::string id = "26Q4-zb05-k7m2qx-17";

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("a life over three files is folded in whatever order they come") {
    Offices offices;
    const auto opened = offices.open(id, "k7m2qx");
    const auto submitted = offices.tell("b5b5b5", "p005", "problem.submit", id,
                                        {{"note", "x"}, {"after", opened}}, Date(2026, 10, 20));
    offices.tell("aaaaaa", "p900", "problem.verify", id, {{"note", "x"}, {"after", submitted}},
                 Date(2026, 10, 21));
    const QuickFold quick = fold(offices);
    CHECK(quick.odd_subjects().empty());
    CHECK(quick.counts().at("zb05")[static_cast<std::size_t>(Status::closed)] == 1);
    CHECK(quick.lines_per_day().at(*small_day("2026-10-20")) == 1);
  }

  TEST_CASE("what it cannot fold it names") {
    Offices offices;
    const auto opened = offices.open(id);
    for (const char* name : {"problem.submit", "problem.withdraw"})
      offices.tell("b5b5b5", "p005", name, id, {{"note", "x"}, {"after", opened}},
                   Date(2026, 10, 20));
    offices.tell("b5b5b5", "p005", "problem.note", "26Q4-zb05-k7m2qx-99", {{"note", "x"}},
                 Date(2026, 10, 20));
    offices.open("26Q4-zb07-k7m2qx-5", "b5b5b5");
    offices.open("26Q4-zb05-k7m2qx-5", "b5b5b5");
    offices.open("26Q4-zb05-k7m2qx-007", "b5b5b5");
    const auto odd = fold(offices).odd_subjects();
    CHECK(odd == std::set<std::string>{id, "26Q4-zb05-k7m2qx-99", "26Q4-zb07-k7m2qx-5",
                                       "26Q4-zb05-k7m2qx-5", "26Q4-zb05-k7m2qx-007"});
  }

  TEST_CASE("an opening too far on in its file, or in too many, is left to the whole fold") {
    Offices offices;
    offices.open(id, "k7m2qx");
    CHECK(fold(offices, (1u << Record::file_bits) - 1).odd_subjects().empty());
    CHECK(fold(offices, 0, 1u << Record::offset_bits).odd_subjects() == std::set<std::string>{id});
    CHECK(fold(offices, 1u << Record::file_bits).odd_subjects() == std::set<std::string>{id});
  }
}
