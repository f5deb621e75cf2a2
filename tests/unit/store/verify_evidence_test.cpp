#include "store/verify_evidence.hpp"

#include "store/evidence.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Verification check(const std::filesystem::path& root, std::vector<Event> events) {
  file_text(a_header(), events);
  References references;
  for (std::size_t i = 0; i < events.size(); ++i)
    for (const char* key : {"evidence", "doc", "org"})
      each_name(events[i].get(key), [&](std::string_view name) {
        references[std::string(name)].add(whole_line(events[i]), 0,
                                          static_cast<std::uint32_t>(i) + 2);
      });
  Verification found;
  EvidenceFolder(root).report(references, {"f"}, {}, found);
  return found;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("evidence that is there and unchanged is no fault") {
    const TemporaryFolder folder;
    const std::string photo = *keep_bytes(folder.path(), "photo", "jpg");
    const std::string list = *keep_bytes(folder.path(), "checklist: x", "yaml");
    const Verification found = check(
        folder.path(), {an_event(noon(), "a", {{"evidence", photo}, {"doc", list.substr(0, 16)}})});
    CHECK(found.faults.empty());
    CHECK(found.evidence == 2);
  }

  TEST_CASE("missing evidence is named with the lines that refer to it") {
    const TemporaryFolder folder;
    const std::string gone(64, 'a');
    const Verification found = check(
        folder.path(), {an_event(noon(0), "a", {{"evidence", gone + ".jpg;" + gone + ".pdf"}}),
                        an_event(noon(1), "a", {{"evidence", gone + ".jpg"}})});
    REQUIRE(found.faults.size() == 2);
    CHECK(found.faults[0].name == "evidence-missing");
    CHECK(found.faults[0].what.en ==
          "evidence/" + gone + ".jpg is missing; referred to by f:2, f:3");
    CHECK(to_string(found.faults[1].place) == "f:2");
  }

  TEST_CASE("changed evidence is named with the lines that refer to it") {
    const TemporaryFolder folder;
    const std::string photo = *keep_bytes(folder.path(), "photo", "jpg");
    put_file(folder.path() / "evidence" / photo, "phot0");
    const Verification found = check(folder.path(), {an_event(noon(), "a", {{"evidence", photo}})});
    REQUIRE(found.faults.size() == 1);
    CHECK(found.faults[0].name == "evidence-changed");
    CHECK(found.faults[0].what.en.ends_with("referred to by f:2"));
  }

  TEST_CASE("a document that lines rest on must have been kept") {
    const TemporaryFolder folder;
    const Verification found =
        check(folder.path(), {an_event(noon(), "a", {{"org", "0123456789abcdef"}})});
    REQUIRE(found.faults.size() == 1);
    CHECK(found.faults[0].name == "document-missing");
  }

  TEST_CASE("what is there and unchanged is sound, under its name and as a document") {
    const TemporaryFolder folder;
    const std::string list = *keep_bytes(folder.path(), "checklist: x", "yaml");
    const std::string photo = *keep_bytes(folder.path(), "photo", "jpg");
    put_file(folder.path() / "evidence" / photo, "phot0");
    const EvidenceFolder evidence(folder.path());
    CHECK(evidence.is_sound(list));
    CHECK(evidence.is_sound(list.substr(0, 16)));
    CHECK_FALSE(evidence.is_sound(photo));
    CHECK_FALSE(evidence.is_sound(photo.substr(0, 16)));
    CHECK_FALSE(evidence.is_sound("0123456789abcdef"));
    CHECK_FALSE(evidence.is_sound("gone.jpg"));
  }
}
