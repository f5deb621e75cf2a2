#include "ledger/batch.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Writer a_writer(Instant clock) {
  return {"nrpb", "zb03", "k7m2qx", "p003", "inspector", "0123456789abcdef", clock};
}

Draft a_draft(std::string subject, std::vector<Field> fields = {}) {
  return {"problem.note", std::move(subject), std::move(fields)};
}

LedgerFile file_with(std::vector<Event> events, const std::string& device = "k7m2qx") {
  const std::string text = file_text(a_header(device), events);
  return *read_ledger_file(text, device);
}

Batch write(const std::vector<Draft>& drafts, Instant clock,
            const std::vector<LedgerFile>& files = {}) {
  std::vector<FileEnd> own;
  for (const LedgerFile& file : files)
    if (file.header.device == "k7m2qx") own.push_back(end_of(file));
  return *write_batch(drafts, a_writer(clock), join_ledger(files), own, Zone{});
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("the first lines of a file come behind its header and read back") {
    const Batch batch = write({a_draft("a", {{"note", "好"}, {"item", ""}})}, noon());
    CHECK(batch.new_file);
    CHECK(batch.header == a_header());
    const auto file = read_ledger_file(batch.bytes, "f");
    REQUIRE(file);
    CHECK(file->events == batch.events);
    CHECK(spell(batch.events[0]) ==
          "2026-10-12T04:00:00.000Z\tp003\tproblem.note\ta\tnote=好\trole=inspector\torg="
          "0123456789abcdef");
  }

  TEST_CASE("later lines continue the chain") {
    const LedgerFile file = file_with({an_event(noon(-500), "a")});
    const Batch batch = write({a_draft("b")}, noon(), {file});
    CHECK_FALSE(batch.new_file);
    CHECK(batch.events[0].check == chain_check(file.last_check(), spell(batch.events[0])));
  }

  TEST_CASE("a line is later than everything it follows, whatever the clock says") {
    const LedgerFile own = file_with({an_event(noon(50), "a")});
    CHECK(write({a_draft("b")}, noon(), {own}).events[0].at == noon(51));
    const LedgerFile other = file_with({an_event(noon(70), "b")}, "zzzzzz");
    CHECK(write({a_draft("b")}, noon(), {own, other}).events[0].at == noon(71));
    CHECK(write({a_draft("c")}, noon(90), {own, other}).events[0].at == noon(90));
  }

  TEST_CASE("a line is later than what its draft rests on, about whatever that is") {
    auto draft = a_draft("check");
    draft.past = noon(40);
    CHECK(write({draft}, noon()).events[0].at == noon(41));
    CHECK(write({draft}, noon(90)).events[0].at == noon(90));
  }

  TEST_CASE("a line far from the clock says what the clock said") {
    const LedgerFile other = file_with({an_event(noon(60000), "b")}, "zzzzzz");
    CHECK(write({a_draft("b")}, noon(), {other}).events[0].get("clock") ==
          "2026-10-12T04:00:00.000Z");
    CHECK_FALSE(write({a_draft("b")}, noon(1), {other}).events[0].has("clock"));
  }

  TEST_CASE("an event names the last one of its subject that was seen") {
    const LedgerFile own = file_with({an_event(noon(-9), "a"), an_event(noon(-8), "b")});
    const Batch batch = write({a_draft("a"), a_draft("new"), a_draft("a")}, noon(), {own});
    CHECK(batch.events[0].get("after") == own.events[0].check);
    CHECK_FALSE(batch.events[1].has("after"));
    CHECK(batch.events[2].get("after") == batch.events[0].check);
  }

  TEST_CASE("an after that the draft names is kept") {
    const LedgerFile own = file_with({an_event(noon(-9), "a")});
    const Batch batch = write({a_draft("a", {{"after", "00000000000000aa"}}),
                               a_draft("a", {{"after", "00000000000000aa"}})},
                              noon(), {own});
    CHECK(batch.events[0].get("after") == "00000000000000aa");
    CHECK(batch.events[1].get("after") == batch.events[0].check);
  }

  TEST_CASE("lines written together are numbered and each has its own millisecond") {
    const Batch batch = write({a_draft("a"), a_draft("b")}, noon());
    CHECK(batch.events[0].get("part") == "1/2");
    CHECK(batch.events[1].get("part") == "2/2");
    CHECK(batch.events[1].at == noon(1));
    CHECK_FALSE(write({a_draft("a")}, noon()).events[0].has("part"));
  }

  TEST_CASE("the quarter is that of the local date, and a batch never lies in two") {
    const auto last_ms = *Instant::parse("2026-12-31T15:59:59.999Z");
    CHECK(write({a_draft("a")}, last_ms).header.quarter == Quarter{2026, 4});
    const Batch batch = write({a_draft("a"), a_draft("b")}, last_ms);
    CHECK(batch.header.quarter == Quarter{2027, 1});
    CHECK(batch.events[0].at == last_ms + 1);
  }

  TEST_CASE("a colleague's clock ten years ahead takes only that subject along") {
    const auto ahead = *Instant::parse("2036-10-12T00:00:00.000Z");
    LedgerFile other = file_with({an_event(ahead, "b")}, "zzzzzz");
    CHECK(write({a_draft("b")}, noon(), {other}).header.quarter == Quarter{2036, 4});
    CHECK(write({a_draft("c")}, noon(), {other}).events[0].at == noon());
  }

  TEST_CASE("every reason why drafts cannot be written is said") {
    const auto batch =
        write_batch({a_draft("a b"), a_draft("a", {{"note", std::string(70000, 'x')}})},
                    a_writer(noon()), {}, {}, Zone{});
    REQUIRE_FALSE(batch);
    CHECK(batch.error().kind == Kind::input);
    CHECK(batch.error().faults.size() == 2);
  }
}
