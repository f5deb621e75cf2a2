#include "report/version_list.hpp"

#include "support/marked_tests.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Table table_with(const std::string& column, const std::string& value) {
  return {{}, {{"id", {"号", "id"}}, {column, same(column)}}, {{std::string("x"), value}}};
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("tables of versions are one, with what each lacks empty") {
    const Table all = tables_by_version({table_with("fire", "1"), table_with("exits", "2")});
    CHECK(render(all, Format::csv, {Lang::en}) == "version,id,fire,exits\n1,x,1,\n2,x,,2\n");
    CHECK(all.columns[0].in_table);
    CHECK_FALSE(tables_by_version({table_with("fire", "1")}).columns[0].in_table);
  }

  TEST_CASE("it is said what is left out, and why") {
    const PaperVersion version;
    const HandedPaper handed;
    MarkedPapers marked;
    marked.waiting = {&handed};
    marked.locked = {"2026Q4/q4/pa", "2026Q4/q4/pb"};
    const auto words = versions_words({version, version}, marked);
    REQUIRE(words.size() == 3);
    CHECK(words[0].en.find("2 versions") == 0);
    CHECK(words[1].en.find("2 papers sealed") == 0);
    CHECK(words[2].en.find("1 paper with short answers not marked yet") != std::string::npos);
    CHECK(versions_words({PaperVersion{}}, {}).empty());
  }
}
