// Many processes in one workspace at the same time.
#include "faults/stage.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

namespace {

using namespace sihu::test;

constexpr int writers = 64;
constexpr int readers = 12;

std::string mark(int writer) {
  return "writer-" + std::to_string(writer) + ".";
}

// A checklist with two problems, so that there is something to write notes about; and a file of
// answers for each writer.
void furnish(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  const std::string head = "item,result,rule,note\n";
  put_file(stage.path() / "first.csv", head + "DF-01,fail,,seen\nDF-04,fail,,seen\n");
  for (int i = 0; i < writers; ++i)
    put_file(stage.path() / (mark(i) + "csv"),
             head + "DF-01,fail,," + mark(i) + "\nDF-04,fail,," + mark(i) + "\n");
  REQUIRE(stage.sihu({"check", "run", "zb05", "--as", "p003", "--answers", "first.csv"}).status ==
          0);
}

// Half of them answer, which makes lines that stand together; half of them write notes. Half of
// them share one device, the others have eight.
Order order_of(const Stage& stage, int writer) {
  const std::string own = "a2b3c" + std::to_string(2 + writer / 2 % 8);
  const std::map<std::string, std::string> device{
      {"SIHU_DEVICE", writer < writers / 2 ? "b5b5b5" : own}};
  if (writer % 2 == 0)
    return stage.order({"check", "run", "zb05", "--as", "p003", "--answers", mark(writer) + "csv"},
                       device);
  return stage.order(
      {"rectify", "note", "26Q4-zb05-b5b5b5-1", "--as", "p005", "--note", mark(writer)}, device);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE("sixty-four processes record at once while others read") {
    const Stage stage(furnish);
    std::vector<std::unique_ptr<Running>> writing;
    for (int i = 0; i < writers; ++i)
      writing.push_back(std::make_unique<Running>(order_of(stage, i)));
    std::vector<std::string> seen;
    for (int i = 0; i < readers; ++i) {
      const Outcome due = stage.sihu({"due"});
      CHECK_MESSAGE((due.status == 0 || due.status == 1), due.err);
      const Outcome events = stage.sihu({"export", "--what", "events"});
      CHECK_MESSAGE(events.status == 0, events.err);
      seen.push_back(events.out);
    }
    std::vector<Outcome> outcomes;
    for (const auto& one : writing) outcomes.push_back(one->wait());
    CHECK(stage.sihu({"verify"}).status == 0);
    const std::string all = stage.sihu({"export", "--what", "events"}).out;
    for (int i = 0; i < writers; ++i) {
      const auto number = static_cast<std::size_t>(i);
      const std::size_t lines = count(all, "note=" + mark(i) + '\t');
      // Only a very slow machine makes somebody wait for ten seconds; then it is told for whom.
      if (outcomes[number].status == 4) {
        CHECK_MESSAGE(outcomes[number].err.find("still recording") != std::string::npos,
                      outcomes[number].err);
        CHECK(lines == 0);
        continue;
      }
      CHECK_MESSAGE(outcomes[number].status == 0, outcomes[number].err);
      CHECK(lines == (i % 2 == 0 ? 2 : 1));
      for (const std::string& earlier : seen) {
        const std::size_t then = count(earlier, "note=" + mark(i) + '\t');
        CHECK_MESSAGE((then == 0 || then == lines), "half of " << mark(i));
      }
    }
  }
}
