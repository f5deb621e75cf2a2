// What a loss of power, a wrong clock or a full disk leaves, seen from outside.
#include "faults/stage.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

namespace {

using namespace sihu::test;
namespace fs = std::filesystem;

const std::string own = "w/ledger/2026Q4/zb05.b5b5b5.tsv";
const std::vector<std::string> note{"rectify", "note", "26Q4-zb05-k7m2qx-2", "--note", "催办了"};
const std::vector<std::string> other{"rectify", "note", "26Q4-zb05-k7m2qx-3", "--note", "催办了"};

void furnish(const Stage& stage) {
  copy_fixture("workspace", stage.path() / "w");
  REQUIRE(stage.sihu(note).status == 0);
  REQUIRE(stage.sihu(note).status == 0);
}

// Reading passes over the end, the next recording moves it away, and nothing whole is lost.
void check_mended(const Stage& stage, const std::string& whole) {
  const std::string bytes = file_bytes(stage.path() / own);
  CHECK(stage.sihu({"due"}).status == 1);
  CHECK(stage.sihu({"verify"}).status == 0);
  CHECK(file_bytes(stage.path() / own) == bytes);
  const Outcome done = stage.sihu(note);
  CHECK_MESSAGE(done.status == 0, done.err);
  const std::string now = file_bytes(stage.path() / own);
  CHECK(now.starts_with(whole));
  CHECK(now.ends_with('\n'));
  CHECK(stage.sihu({"verify"}).status == 0);
  if (bytes.size() > whole.size() && !whole.empty())
    CHECK(file_bytes(stage.path() / (own + "." + std::to_string(whole.size()) + ".torn")) ==
          bytes.substr(whole.size()));
}

// Of the last line that has it.
std::string field(const Outcome& events, const std::string& key) {
  const auto at = events.out.rfind("\t" + key + "=");
  if (at == std::string::npos) return "";
  const auto from = at + key.size() + 2;
  return events.out.substr(from, events.out.find('\t', from) - from);
}

std::string script(const std::string& body) {
  return "cp -R w/. d && " + body;
}

const std::string fill = "head -c 1000000 /dev/zero >d/fill 2>/dev/null; ";
const std::string record =
    "$SIHU -C d rectify note 26Q4-zb05-k7m2qx-3 --note $(head -c 9000 /dev/zero | tr '\\0' x) "
    ">/dev/null 2>err.txt; s1=$?; ";
const std::string make_room =
    "$SIHU -C d verify >/dev/null; s2=$?; rm -f d/fill; "
    "$SIHU -C d rectify note 26Q4-zb05-k7m2qx-3 --note x >/dev/null; s3=$?; "
    "$SIHU -C d verify >/dev/null; echo $s1 $s2 $s3 $?";

Order shell(const Stage& stage, const std::vector<std::string>& before, const std::string& text) {
  fs::create_directory(stage.path() / "d");
  Order order = stage.order({}, {{"SIHU", SIHU_PROGRAM}});
  order.command = before;
  order.command.insert(order.command.end(), {"/bin/sh", "-c", text});
  return order;
}

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE("an end of NUL bytes, of half a line, or of half a character") {
    for (const std::string& tail :
         {std::string(5000, '\0'),
          std::string("2026-11-10T01:00:00.001Z\tp005\tproblem.note\t26Q4"),
          std::string("2026-11-10T01:00:00.001Z\tp005\tproblem.note\tx\tnote=\xe5\x82")}) {
      const Stage stage(furnish);
      const std::string whole = file_bytes(stage.path() / own);
      put_file(stage.path() / own, whole + tail);
      check_mended(stage, whole);
    }
  }

  TEST_CASE("a file that lost its end at any place") {
    const Stage probe(furnish);
    const std::string bytes = file_bytes(probe.path() / own);
    const std::size_t inside = bytes.find("催") + 1;  // of a character of three bytes
    for (std::size_t step = 0; step <= bytes.size(); step += 40) {
      const std::size_t cut = step < 40 ? inside : step - 40;
      INFO("cut at " << cut);
      probe.renew();
      put_file(probe.path() / own, bytes.substr(0, cut));
      check_mended(probe, bytes.substr(0, bytes.substr(0, cut).rfind('\n') + 1));
    }
  }

  TEST_CASE("a clock that is set back a year") {
    const Stage stage(furnish);
    REQUIRE(stage.sihu(note, {{"SIHU_NOW", "2025-11-10"}}).status == 0);
    CHECK(stage.sihu({"verify"}).status == 0);
    const Outcome events = stage.sihu({"export", "--what", "events"});
    CHECK(field(events, "clock").starts_with("2025-11-1"));
    CHECK(events.out.substr(events.out.rfind('\n', events.out.size() - 2) + 1)
              .starts_with("2026-11"));
    CHECK(stage.sihu({"due"}).status == 1);
  }

  TEST_CASE("a colleague's clock that is ten years ahead") {
    const Stage stage(furnish);
    REQUIRE(stage.sihu(note, {{"SIHU_NOW", "2036-11-10"}, {"SIHU_DEVICE", "c6c6c6"}}).status == 0);
    const std::string before = stage.sihu({"due"}).out;
    REQUIRE(stage.sihu(note).status == 0);
    CHECK(stage.sihu({"verify"}).status == 0);
    CHECK(stage.sihu({"due"}).out == before);
    const Outcome events = stage.sihu({"export", "--what", "events"});
    CHECK(field(events, "clock").starts_with("2026-11-"));
    // What has nothing to do with the colleague's line keeps its own time.
    REQUIRE(stage.sihu(other).status == 0);
    CHECK(file_bytes(stage.path() / own).find("-3\tnote=") != std::string::npos);
    CHECK(stage.sihu({"verify"}).status == 0);
  }

  TEST_CASE("a full disk") {
    // A limit on the size of files, wherever this runs: no line fits behind what is there.
    const Stage stage(furnish);
    const Outcome limited =
        run(shell(stage, {}, script("(ulimit -f 0; " + record + "exit $s1); s1=$?; " + make_room)));
    CHECK_MESSAGE(limited.out == "4 0 0 0\n", limited.err);
    const Stage small(furnish);
    const Outcome full = run(
        shell(small, {"/usr/bin/unshare", "-rm"},
              "mount -t tmpfs -o size=100k none d || exit 9;" + script(fill + record + make_room)));
    if (full.status != 0)
      MESSAGE("no small file system may be mounted here; tried with ulimit -f only: " << full.err);
    else
      CHECK_MESSAGE(full.out == "4 0 0 0\n", file_bytes(small.path() / "err.txt"));
    if (full.status == 0)
      CHECK(file_bytes(small.path() / "err.txt").find("hint: make room") != std::string::npos);
  }

  TEST_CASE("a workspace that is mounted read-only") {
    const Stage stage(furnish);
    const Outcome outcome = run(shell(
        stage, {"/usr/bin/unshare", "-rm"},
        "cp -r w s && mount --bind w d && mount -o remount,bind,ro d || exit 9; for c in due problems verify "
        "'export --what events' 'check status' lint 'merge --dry-run s'; do $SIHU -C d $c >/dev/null; printf '%s ' $?; "
        "done; $SIHU -C d rectify note 26Q4-zb05-k7m2qx-3 --note x >/dev/null 2>err.txt; echo $?"));
    if (outcome.status != 0)
      MESSAGE("nothing may be mounted here: " << outcome.err);
    else
      CHECK_MESSAGE(outcome.out == "1 0 0 0 0 0 0 4\n", outcome.err);
  }
}
