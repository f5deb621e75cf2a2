#include "tools/cli/parser.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sihu;

struct Options {
  std::string branch;
  std::string note;
  std::vector<std::string> evidence;
  std::vector<std::string> files;
  std::string output;
  int within = 7;
  bool overdue = false;
};

void declare(Flags& flags, Options& options) {
  flags.text("BRANCH", options.branch, {"支部", "branch"}, Flags::What::branch);
  flags.optional_from_here();
  flags.texts("FILE", options.files, {"文件", "files"}, Flags::What::file);
  flags.text("--note", options.note, {"说明", "note"}, Flags::What::text);
  flags.texts("--evidence", options.evidence, {"佐证", "evidence"}, Flags::What::file);
  flags.text("-o,--output", options.output, {"输出", "output"}, Flags::What::file);
  flags.integer("--within", options.within, {"天", "days"}, 0, 366);
  flags.flag("--overdue", options.overdue, {"逾期", "overdue"});
}

// The names of the faults, joined by blanks; empty when everything was stored.
std::string read(const std::vector<std::string>& arguments, Options& options) {
  DeclaredFlags flags;
  declare(flags, options);
  const auto parsed = parse_arguments(arguments, flags.list(), "sihu try");
  if (parsed) return {};
  std::string names;
  for (const Fault& fault : parsed.error().faults) names += (names.empty() ? "" : " ") + fault.name;
  return names;
}

std::string faults(const std::vector<std::string>& arguments) {
  Options options;
  return read(arguments, options);
}

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("options may stand anywhere and in every spelling") {
    Options options;
    CHECK(read({"--within=14", "zb05", "-oa.csv", "--overdue", "--note", "八月", "b.yaml"}, options)
              .empty());
    CHECK(options.within == 14);
    CHECK(options.branch == "zb05");
    CHECK(options.output == "a.csv");
    CHECK(options.overdue);
    CHECK(options.note == "八月");
    CHECK(options.files == std::vector<std::string>{"b.yaml"});
  }

  TEST_CASE("numbers are in base ten") {
    Options options;
    CHECK(read({"zb05", "--within", "010"}, options).empty());
    CHECK(options.within == 10);
    CHECK(faults({"zb05", "--within", "0x10"}) == "not-a-number");
    CHECK(faults({"zb05", "--within", "3.7"}) == "not-a-number");
    CHECK(faults({"zb05", "--within", "99999999999"}) == "number-out-of-range");
    CHECK(faults({"zb05", "--within", "-1"}) == "number-out-of-range");
  }

  TEST_CASE("what a person types is taken as it is") {
    Options options;
    CHECK(read({"due", "--note", "[整改, 完毕]", "--evidence", "[a]", "--evidence=-", "[x]", "-"},
               options)
              .empty());
    CHECK(options.branch == "due");
    CHECK(options.note == "[整改, 完毕]");
    CHECK(options.evidence == std::vector<std::string>{"[a]", "-"});
    CHECK(options.files == std::vector<std::string>{"[x]", "-"});
    CHECK(read({"zb05", "--note="}, options).empty());
    CHECK(options.note.empty());
    CHECK(read({"zb05", "--note", "--overdue"}, options).empty());
    CHECK(options.note == "--overdue");
  }

  TEST_CASE("behind two dashes everything is an argument") {
    Options options;
    CHECK(read({"zb05", "--", "--overdue", "-x"}, options).empty());
    CHECK_FALSE(options.overdue);
    CHECK(options.files == std::vector<std::string>{"--overdue", "-x"});
  }

  TEST_CASE("every mistake is named, all at once") {
    CHECK(faults({}) == "missing-argument");
    CHECK(faults({"zb05", "--within"}) == "missing-value");
    CHECK(faults({"zb05", "--output="}) == "empty-value");
    CHECK(faults({"zb05", "--note", "a", "--note", "b"}) == "given-twice");
    CHECK(faults({"zb05", "--overdue=no"}) == "takes-no-value");
    CHECK(faults({"--overdeu", "--within", "x", "--note=a", "--note=b"}) ==
          "unknown-option given-twice not-a-number missing-argument");
  }

  TEST_CASE("an argument is called as help calls it, an option as it is typed") {
    std::optional<Quarter> quarter;
    std::string shell;
    int days = 0;
    DeclaredFlags flags;
    flags.quarter("QUARTER", quarter, {"季度", "quarter"});
    flags.choice("SHELL", shell, {"bash", "zsh"}, {"哪种 shell", "which shell"});
    flags.integer("--within", days, {"天", "days"}, 0, 366);
    const auto arguments = parse_arguments({"x", "csh"}, flags.list(), "sihu try");
    REQUIRE_FALSE(arguments);
    const auto& faults = arguments.error().faults;
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].what.zh.starts_with("季度: "));
    CHECK(faults[0].what.en.starts_with("QUARTER: "));
    CHECK(faults[1].what.zh.starts_with("shell: "));
    CHECK(faults[1].what.en.starts_with("SHELL: "));
    const auto option = parse_arguments({"--within", "y"}, flags.list(), "sihu try");
    REQUIRE_FALSE(option);
    CHECK(option.error().faults.front().place.file == "--within");
  }

  TEST_CASE("help has a default only where that may be given") {
    int year = 0;
    int days = 7;
    DeclaredFlags flags;
    flags.integer("--year", year, {"年", "year"}, 1900, 2100);
    flags.integer("--within", days, {"天", "days"}, 0, 366);
    CHECK(flags.list()[0].standard.empty());
    CHECK(flags.list()[1].standard == "7");
  }

  TEST_CASE("an unknown option is answered with the nearest one") {
    Options options;
    DeclaredFlags flags;
    declare(flags, options);
    CHECK(unknown_option("--overdeu=1", flags.list(), "sihu try").hint.en ==
          "did you mean --overdue?");
    CHECK(unknown_option("--frobnicate", flags.list(), "sihu try").hint.en ==
          "see sihu try --help");
  }

  TEST_CASE("a long option with one dash is no short one with a value") {
    CHECK(faults({"zb05", "-overdue"}) == "unknown-option");
    CHECK(faults({"zb05", "-output=x.csv"}) == "unknown-option");
    Options options;
    CHECK(read({"zb05", "-ox.csv", "--note", "-overdue"}, options).empty());
    CHECK(options.output == "x.csv");
    CHECK(options.note == "-overdue");
  }

  TEST_CASE("a required option is missed") {
    std::string checklist;
    DeclaredFlags flags;
    flags.text("--checklist", checklist, {"检查表", "checklist"}, Flags::What::checklist);
    flags.required();
    const auto parsed = parse_arguments({}, flags.list(), "sihu try");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().kind == Kind::usage);
    CHECK(parsed.error().faults.front().what.zh == "缺少 --checklist 检查表");
  }

  TEST_CASE("which argument belongs to the option before it is known") {
    Options options;
    DeclaredFlags flags;
    declare(flags, options);
    CHECK(takes_next("--note", flags.list()));
    CHECK_FALSE(takes_next("--note=a", flags.list()));
    CHECK_FALSE(takes_next("--overdue", flags.list()));
    CHECK(takes_next("-o", flags.list()));
    CHECK_FALSE(takes_next("-oa", flags.list()));
    CHECK_FALSE(takes_next("--frob", flags.list()));
  }
}
