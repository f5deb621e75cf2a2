#include "store/forgetting_lines.hpp"

#include "ledger/redaction.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string photo = std::string(64, 'a') + ".jpg";

Event a_removal(std::int64_t later, const std::string& person) {
  Event event = an_event(noon(later), photo, {{"reason", "x"}, {"role", "committee"}});
  event.name = "evidence.remove";
  event.person = person;
  return event;
}

std::string removals(const Workspace& workspace, std::vector<Event> events) {
  std::string found;
  for (const ForgettingLine& line :
       forgetting_lines(file_text(a_header(), events), "evidence.remove", "x", workspace))
    found += line.event.person + (line.counts ? "+ " : "- ");
  return found;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("only the committee's decisions count, wherever they stand in a file") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    CHECK(removals(workspace, {}).empty());
    CHECK(removals(workspace, {a_removal(0, "p900"), an_event(noon(1)), a_removal(2, "p003"),
                               a_removal(3, "p900")}) == "p900+ p003- p900+ ");
    CHECK(removals(workspace, {an_event(noon(), "x", {{"note", "evidence.remove"}})}).empty());
  }

  TEST_CASE("what a crash left at the end of a file decides nothing") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    std::vector<Event> events{a_removal(0, "p900"), a_removal(1, "p900")};
    std::string text = file_text(a_header(), events);
    text.pop_back();
    CHECK(forgetting_lines(text, "evidence.remove", "x", workspace).size() == 1);
  }

  TEST_CASE("where sihu.yaml wants them signed an unsigned one does not count") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path(), "signed: [remove]\n");
    CHECK(removals(workspace, {a_removal(0, "p900")}) == "p900- ");
  }
}
