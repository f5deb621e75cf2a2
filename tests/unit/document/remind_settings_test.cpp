#include "document/remind_settings.hpp"

#include "document/organisation.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string office(const std::string& remind) {
  return "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\n"
         "people: [{id: p1, name: P, branch: a}]\nremind: " +
         remind + "\n";
}

std::string faults(const std::string& remind) {
  return fault_names(load_organisation(office(remind), "sihu.yaml"));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("how people are reached is read, and has defaults") {
    CHECK(remind_settings("sihu: 1\n").deliver.empty());
    CHECK(to_string(remind_settings("sihu: 1\n").before) == "3wd");
    const auto settings = remind_settings(
        office("{deliver: [sendmail, -t], message: mail, from: s@example.org, before: 5d, to: {p1: "
               "p@example.org, p2: none}}"));
    CHECK(settings.deliver == std::vector<std::string>{"sendmail", "-t"});
    CHECK(settings.as_mail);
    CHECK(settings.from == "s@example.org");
    CHECK(to_string(settings.before) == "5d");
    CHECK(settings.addresses.at("p1") == "p@example.org");
    CHECK(settings.addresses.at("p2").empty());
  }

  TEST_CASE("a shell line, a line end in an address and people that there are not are faults") {
    CHECK(faults("{deliver: [sendmail, -t], to: {p1: x@example.org}}").empty());
    CHECK(faults("{deliver: sendmail -t}") == "5:19 wrong-type");
    CHECK(faults("{deliver: []}") == "5:19 empty-list");
    CHECK(faults("{to: {p9: x@example.org}}") == "5:15 unknown-person");
    CHECK(faults("{to: {p1: \"x@example.org\\nBcc: y@example.org\"}}") == "5:19 bad-value");
    CHECK(faults("{message: html, before: soon, too: {}}") ==
          "5:19 unknown-word, 5:33 wrong-type, 5:39 unknown-key");
  }
}
