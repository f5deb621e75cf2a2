#include "document/lint.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sihu;

namespace {

std::string names(const std::string& banks, const std::string& quota = "{count: 1}") {
  const LintFile paper{"papers/q4.yaml",
                       "paper: q4\nversion: '1'\ntitle: T\nminutes: 5\npass: 1\n" + banks +
                           "sections: [{kind: judge, draw: [" + quota + "]}]\n"};
  const LintFile bank{"banks/base.yaml",
                      "bank: base\nversion: '1'\ntitle: B\nquestions:\n  - {id: J-1, kind: judge, "
                      "topic: t, stem: S, key: true}\n"};
  std::string found;
  for (const Fault& fault : lint({{paper}, {bank}, false, Date(2026, 12, 1)}))
    found += fault.name + " ";
  return found;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a paper names banks that there are") {
    CHECK(names("") == "");
    CHECK(names("banks: [base]\n") == "");
    CHECK(names("banks: [base, bases]\n") == "unknown-bank ");
  }

  TEST_CASE("a paper asks about topics that its banks have") {
    CHECK(names("", "{topic: t, count: 1}") == "");
    CHECK(names("", "{topic: tt, count: 1}") == "unknown-topic ");
    CHECK(names("banks: [base]\n", "{topic: u, count: 1}") == "unknown-topic ");
  }
}
