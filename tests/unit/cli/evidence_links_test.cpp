#include "tools/cli/evidence_links.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace sihu;

namespace {

bool shows_with(std::map<std::string, std::string> environment) {
  return shows_links([&](const char* name) { return environment[name]; });
}

const std::string name = std::string(64, 'a') + ".jpg";

}  // namespace

TEST_SUITE("evidence links") {
  TEST_CASE("a name of evidence that is at hand becomes a link, and nothing else is touched") {
    const auto is_there = [](std::string_view) { return true; };
    const std::string link =
        "\x1b]8;;file://here/w/evidence/" + name + "\x1b\\" + name + "\x1b]8;;\x1b\\";
    CHECK(with_evidence_links("佐证材料：" + name + "\n", "file://here/w/evidence/", is_there) ==
          "佐证材料：" + link + "\n");
    CHECK(with_evidence_links(name + " " + name, "file://here/w/evidence/", is_there) ==
          link + " " + link);
    for (const std::string& other : {std::string("a face, 2026-10-01, cafe"), std::string(64, 'a'),
                                     std::string(65, 'a') + ".jpg", std::string(40, 'a') + "….jpg",
                                     std::string(64, 'a') + ". next", std::string()})
      CHECK(with_evidence_links(other, "file://here/", is_there) == other);
  }

  TEST_CASE("what is not at hand is no link") {
    CHECK(with_evidence_links(name, "file://here/", [](std::string_view) { return false; }) ==
          name);
  }

  TEST_CASE("an address has room for any folder") {
    CHECK(folder_address("here", "/w/evidence") == "file://here/w/evidence/");
    CHECK(folder_address("here", "/四互 1/e") == "file://here/%E5%9B%9B%E4%BA%92%201/e/");
  }

  TEST_CASE("terminals that know links, and those that don't") {
    CHECK(shows_with({{"VTE_VERSION", "7006"}, {"TERM", "xterm-256color"}}));
    CHECK(shows_with({{"TERM", "foot"}}));
    CHECK(shows_with({{"TERM_PROGRAM", "WezTerm"}}));
    CHECK(shows_with({{"FORCE_HYPERLINK", "1"}, {"TERM", "xterm"}}));
    CHECK_FALSE(shows_with({{"FORCE_HYPERLINK", "0"}, {"TERM", "foot"}}));
    CHECK_FALSE(shows_with({{"VTE_VERSION", "4600"}}));
    CHECK_FALSE(shows_with({{"TERM", "xterm"}}));
    CHECK_FALSE(shows_with({{"TERM", "dumb"}, {"VTE_VERSION", "7006"}}));
    CHECK_FALSE(shows_with({{"STY", "1.pts"}, {"VTE_VERSION", "7006"}}));
  }
}
