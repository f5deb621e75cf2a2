#include "document/sources.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// The faults of `text`, which is what `read` is given.
template <class Read>
std::string faults(const std::string& text, Read read) {
  const Source source(text, "a");
  Reader reader(source);
  const auto root = reader.document();
  REQUIRE(root);
  read(reader, *root);
  return fault_names(reader.take_faults());
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a basis has the title of the law that it names") {
    const std::vector<Law> laws{{"ZB", same("Rules"), "", {}, {}}};
    std::vector<Basis> found;
    const auto read = [&](const std::vector<Law>* known) {
      return
          [&, known](Reader& reader, const Node& root) { found = read_basis(reader, root, known); };
    };
    CHECK(faults("[{law: ZB, article: '3', status: quoted}]\n", read(&laws)) == "");
    CHECK(found[0].title == same("Rules"));
    CHECK(found[0].status == SourceStatus::quoted);
    CHECK(faults("[{law: Own rule}]\n", read(nullptr)) == "");
    CHECK(found[0].title == same("Own rule"));
    CHECK(faults("[{law: ZC}, {article: x}]\n", read(&laws)) ==
          "1:8 unknown-law, 1:13 missing-key");
  }

  TEST_CASE("a rule is valid from a day, until a day, or both, and not the wrong way round") {
    std::optional<Date> from;
    std::optional<Date> until;
    const auto read = [&](Reader& reader, const Node& root) {
      from.reset();
      until.reset();
      read_valid(reader, root, from, until);
    };
    CHECK(faults("{from: 2026-01-02}\n", read) == "");
    CHECK(from == Date(2026, 1, 2));
    CHECK_FALSE(until);
    CHECK(faults("{from: 2026-01-02, until: 2026-01-01}\n", read) == "1:27 dates-reversed");
    CHECK(faults("{}\n", read) == "1:1 missing-key");
  }

  TEST_CASE("laws have a code and a title") {
    std::vector<Law> laws;
    const auto read = [&](Reader& reader, const Node& root) { laws = read_laws(reader, root); };
    CHECK(faults("{ZB: {title: T, issued: '2018-10', note: w}}\n", read) == "");
    CHECK(laws[0].code == "ZB");
    CHECK(faults("{ZB: {issued: '2018-13'}}\n", read) == "1:6 missing-key, 1:15 wrong-type");
  }
}
