#include "tools/cli/output.hpp"

#include "support/sample_table.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace {

using namespace sihu;

struct Desk {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  World world{in, out, err};
};

Table empty_table() {
  Table table = sample_table();
  table.rows.clear();
  return table;
}

Output to_file(const std::string& file, bool with_ics) {
  Output output;
  output.file = file;
  output.with_ics = with_ics;
  return output;
}

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("a file's ending names a format of this command, or none") {
    CHECK(format_of(to_file("due.ics", true)) == Format::ics);
    const auto refused = format_of(to_file("problems.ics", false));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::usage);
    CHECK(refused.error().faults.front().hint.en.find(".ics") == std::string::npos);
    CHECK(format_of(to_file("x.pdf", true))
              .error()
              .faults.front()
              .hint.en.find(".md .html .xlsx .txt .ics") != std::string::npos);
  }

  TEST_CASE("nothing to list is said on a terminal, and nowhere else") {
    Desk desk;
    CHECK(print_table(desk.world, {}, empty_table()) == Exit::done);
    CHECK(desk.err.str().empty());
    desk.world.out_terminal = true;
    CHECK(print_table(desk.world, {}, sample_table()) == Exit::done);
    Output json;
    json.format = "json";
    CHECK(print_table(desk.world, json, empty_table()) == Exit::done);
    CHECK(desk.err.str().empty());
    desk.world.quiet = true;
    CHECK(print_table(desk.world, {}, empty_table()) == Exit::done);
    CHECK(desk.err.str().empty());
    desk.world.quiet = false;
    CHECK(print_table(desk.world, {}, empty_table()) == Exit::done);
    CHECK(desk.err.str() == "没有可列的内容\n");
  }
}
