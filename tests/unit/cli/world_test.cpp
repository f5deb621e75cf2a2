#include "tools/cli/world.hpp"

#include <doctest/doctest.h>

#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace {

using namespace sihu;
namespace fs = std::filesystem;

constexpr const char* organisation = R"(sihu: 1
organisation: {id: sample, name: 某局机关党委}
language: en
branches:
  - {id: zb01, name: 第一党支部}
people:
  - {id: p001, name: 甲一, branch: zb01, roles: [secretary]}
  - {id: p900, name: 乙九, roles: [committee]}
)";

// A folder of its own with a workspace in it, and a world that stands below it.
struct Office {
  Office() {
    std::string pattern = (fs::temp_directory_path() / "sihu-world-XXXXXX").string();
    root = mkdtemp(pattern.data());
    fs::create_directories(root / "w" / "below");
    std::ofstream(root / "w" / "sihu.yaml") << organisation;
    world.directory = root / "w" / "below";
    world.state_home = root / "state";
    world.clock = [] { return *Instant::parse("2026-10-14T01:00:00.000Z"); };
  }
  ~Office() { fs::remove_all(root); }

  std::string content(const fs::path& file) const {
    std::ifstream stream(root / file);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  fs::path root;
  std::istringstream in{"八月未收缴"};
  std::ostringstream out;
  std::ostringstream err;
  World world{in, out, err};
};

template <class T>
std::string fault_of(const Result<T>& result) {
  return result ? std::string() : result.error().faults.front().name;
}

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("the nearest parent with a sihu.yaml is the workspace, and lends its language") {
    Office office;
    const auto workspace = office.world.open_workspace();
    REQUIRE(workspace);
    CHECK(fs::equivalent(workspace->root(), office.root / "w"));
    CHECK(office.world.lang == Lang::en);
  }

  TEST_CASE("a language that was asked for is kept") {
    Office office;
    office.world.lang_given = true;
    REQUIRE(office.world.open_workspace());
    CHECK(office.world.lang == Lang::zh);
  }

  TEST_CASE("outside a workspace the way in is said") {
    Office office;
    office.world.directory = office.root;
    const auto lost = office.world.open_workspace();
    CHECK(fault_of(lost) == "no-workspace");
    CHECK(lost.error().faults.front().hint.en.find("sihu init") != std::string::npos);
    office.world.workspace_given = office.root / "nowhere";
    CHECK(fault_of(office.world.open_workspace()) == "no-workspace");
    office.world.workspace_given = office.root / "w";
    CHECK(office.world.open_workspace());
  }

  TEST_CASE("whoever is named must be known, also for reading") {
    Office office;
    office.world.person_given = "p01";
    CHECK(fault_of(office.world.open_workspace()) == "unknown-person");
    office.world.person_given = "p001";
    CHECK(office.world.open_workspace());
  }

  TEST_CASE("who records must be named and known") {
    Office office;
    const auto workspace = office.world.open_workspace();
    REQUIRE(workspace);
    CHECK(fault_of(office.world.author(*workspace)) == "nobody-named");
    office.world.person_given = "p01";
    CHECK(fault_of(office.world.author(*workspace)) == "unknown-person");
    office.world.person_given = "p001";
    office.world.device_given = "nonsense";
    CHECK(fault_of(office.world.author(*workspace)) == "not-a-device");
    office.world.device_given = "k7m2qx";
    const auto author = office.world.author(*workspace);
    REQUIRE(author);
    CHECK(author->device.id == "k7m2qx");
    CHECK(author->device.home == "zb01");
    CHECK_FALSE(author->pretended);
  }

  TEST_CASE("a device whose file is forked is another one from then on, and says so") {
    Office office;
    const auto workspace = office.world.open_workspace();
    REQUIRE(workspace);
    office.world.person_given = "p001";
    const std::string first = office.world.author(*workspace).value().device.id;
    CHECK(office.world.author(*workspace).value().device.id == first);
    fs::create_directories(office.root / "w/ledger/2026Q4");
    std::ofstream(office.root / "w/ledger/2026Q4" / ("zb01." + first + "~91d03be6a7cc4f02.tsv"));
    const auto second = office.world.author(*workspace);
    REQUIRE(second);
    CHECK(second->device.id != first);
    CHECK(second->device.home == "zb01");
    CHECK(office.err.str().find(first) != std::string::npos);
    CHECK(office.world.author(*workspace).value().device.id == second->device.id);
  }

  TEST_CASE("a device is minted once and remembered, with the home of who came first") {
    Office office;
    const auto workspace = office.world.open_workspace();
    REQUIRE(workspace);
    office.world.person_given = "p900";
    const auto first = office.world.author(*workspace);
    REQUIRE(first);
    CHECK(is_device_id(first->device.id));
    CHECK(first->device.home == "hq");
    office.world.person_given = "p001";
    const auto second = office.world.author(*workspace);
    REQUIRE(second);
    CHECK(second->device.id == first->device.id);
    CHECK(second->device.home == "hq");
  }

  TEST_CASE("today is the local day, of the clock or of the moment given") {
    Office office;
    const auto workspace = office.world.open_workspace();
    REQUIRE(workspace);
    office.world.clock = [] { return *Instant::parse("2026-10-13T23:00:00.000Z"); };
    CHECK(*office.world.today(*workspace) == Date(2026, 10, 14));
    office.world.now_given = "2026-11-01";
    CHECK(*office.world.today(*workspace) == Date(2026, 11, 1));
    office.world.now_given = "2026-02-30";
    CHECK(fault_of(office.world.today(*workspace)) == "no-such-date");
  }

  TEST_CASE("input comes from a file or from standard input, whole or not at all") {
    Office office;
    CHECK(*office.world.read_input("-") == "八月未收缴");
    CHECK(*office.world.read_input("../sihu.yaml") == organisation);
    CHECK(fault_of(office.world.read_input("nowhere")) == "cannot-read");
    CHECK(fault_of(office.world.read_input(".")) == "cannot-read");
    office.in.clear();
    office.in.str("half");
    office.world.interrupted = [] { return true; };
    CHECK(fault_of(office.world.read_input("-")) == "interrupted");
  }

  TEST_CASE("output goes to a file as a whole, and through a device") {
    Office office;
    REQUIRE(office.world.write_output("list.csv", "a\n"));
    CHECK(office.content("w/below/list.csv") == "a\n");
    REQUIRE(office.world.write_output("", "to the screen"));
    CHECK(office.out.str() == "to the screen");
    REQUIRE(office.world.write_output("/dev/null", "gone"));
    CHECK(fs::is_character_file("/dev/null"));
    CHECK(fault_of(office.world.write_output("/dev/full", "x")) == "cannot-write");
    CHECK_FALSE(office.world.write_output("nowhere/list.csv", "a"));
  }

  TEST_CASE("messages for people are silent when asked, and never send control characters") {
    Office office;
    office.world.say_to_people(same("\x1b[31m"));
    CHECK(office.err.str() == "\\x1b[31m\n");
    office.world.quiet = true;
    office.world.say_to_people(same("more"));
    CHECK(office.err.str() == "\\x1b[31m\n");
  }

  TEST_CASE("messages for people keep within the window of a terminal, and are whole elsewhere") {
    Office office;
    office.world.columns = 12;
    office.world.say_to_people(same("one two three four"));
    CHECK(office.err.str() == "one two three four\n");
    office.err.str("");
    office.world.err_terminal = true;
    office.world.say_to_people(same("one two three four"));
    CHECK(office.err.str() == "one two\nthree four\n");
  }
}
