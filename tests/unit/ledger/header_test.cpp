#include "ledger/header.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string fault_of(std::string_view line) {
  const auto header = read_header(line, "ledger/x.tsv");
  if (header) return "none";
  CHECK(header.error().kind == Kind::integrity);
  CHECK(to_string(header.error().faults.front().place) == "ledger/x.tsv:1");
  return header.error().faults.front().name;
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("a header says whose file it is and reads back") {
    const Header header = test::a_header();
    CHECK(ledger_file_name(header) == "2026Q4/zb03.k7m2qx.tsv");
    CHECK(write_header(header) == "#sihu\t1\tnrpb\t2026Q4\tzb03\tk7m2qx");
    CHECK(*read_header(write_header(header) + "\t8c1f0a5be2d94471", "x") == header);
  }

  TEST_CASE("a file of a newer format says so before anything else") {
    CHECK(fault_of("#sihu\t2\tno one\tknows\twhat") == "newer-format");
    CHECK(fault_of("#sihu\t10") == "newer-format");
  }

  TEST_CASE("anything that is not a header is refused") {
    CHECK(fault_of("") == "not-a-ledger");
    CHECK(fault_of("<<<<<<< HEAD") == "not-a-ledger");
    CHECK(fault_of("#sihu 1") == "not-a-ledger");
    const std::string check = "\t8c1f0a5be2d94471";
    for (const char* bad :
         {"#sihu\t01\tnrpb\t2026Q4\tzb03\tk7m2qx", "#sihu\t1\tNRPB\t2026Q4\tzb03\tk7m2qx",
          "#sihu\t1\tnrpb\t2026Q5\tzb03\tk7m2qx", "#sihu\t1\tnrpb\t2026Q4\t\tk7m2qx",
          "#sihu\t1\tnrpb\t2026Q4\tzb03\tk7m2q1", "#sihu\t1\tnrpb\t2026Q4\tzb03",
          "#sihu\t1\tnrpb\t2026Q4\tzb03\tk7m2qx\tmore"})
      CHECK_MESSAGE(fault_of(bad + check) == "bad-header", bad);
  }
}
