#include "store/converter.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace sihu;
using namespace sihu::test;

namespace {

// Only what lies in `folder` can be run, and what it makes of its temporary files is seen there.
class OnlyFrom {
 public:
  explicit OnlyFrom(const std::filesystem::path& folder) : before_(std::getenv("PATH")) {
    ::setenv("PATH", folder.c_str(), 1);
    ::setenv("TMPDIR", folder.c_str(), 1);
  }
  ~OnlyFrom() {
    ::setenv("PATH", before_.c_str(), 1);
    ::unsetenv("TMPDIR");
  }
  OnlyFrom(const OnlyFrom&) = delete;
  OnlyFrom& operator=(const OnlyFrom&) = delete;

 private:
  std::string before_;
};

void put_program(const std::filesystem::path& file, const std::string& text) {
  put_file(file, "#!/bin/sh\n" + text);
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

std::size_t entries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("without the program it says which one is missing, and what to do") {
    const TemporaryFolder folder;
    const OnlyFrom only(folder.path());
    const auto made = docx_of_markdown("# a", "layout");
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == Kind::environment);
    CHECK(made.error().faults.front().name == "no-converter");
    CHECK(made.error().faults.front().what.en.find("pandoc") != std::string::npos);
    CHECK_FALSE(made.error().faults.front().hint.empty());
    CHECK(entries(folder.path()) == 0);
  }

  TEST_CASE("the program is given text and layout as files, and nothing stays behind") {
    const TemporaryFolder folder;
    put_program(folder.path() / "pandoc",
                "for word; do case $word in --output=*) out=${word#--output=};;\n"
                "--reference-doc=*) layout=${word#--reference-doc=};; esac; done\n"
                "/bin/cat \"$word\" \"$layout\" >\"$out\"\n");
    const OnlyFrom only(folder.path());
    const auto made = docx_of_markdown("# 通报 $(touch x)\n", "layout");
    REQUIRE(made);
    CHECK(*made == "# 通报 $(touch x)\nlayout");
    CHECK(entries(folder.path()) == 1);
    // Entries of a list are paragraphs.
    CHECK(docx_of_markdown("a\n\n- b\n- c\n| - d |\n", "") == "a\n\n\n- b\n\n- c\n| - d |\n");
  }

  TEST_CASE("the next name is tried, and a program that fails is said") {
    const TemporaryFolder folder;
    put_program(folder.path() / "google-chrome", "exit 3\n");
    const OnlyFrom only(folder.path());
    const auto made = pdf_of_html("<p>x</p>");
    REQUIRE_FALSE(made);
    CHECK(made.error().faults.front().name == "not-converted");
    CHECK(made.error().faults.front().what.en.find("google-chrome") != std::string::npos);
  }
}
