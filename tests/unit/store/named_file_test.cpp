#include "store/named_file.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

TEST_SUITE("store") {
  TEST_CASE("what is written under the name of the file is in it, with /proc and without") {
    const TemporaryFolder folder;
    for (const fs::path& open_files : {fs::path("/proc/self/fd"), folder.path() / "none"}) {
      CAPTURE(open_files.string());
      std::string name;
      {
        const NamedFile file(open_files);
        REQUIRE(file.is_open());
        name = file.name();
        CHECK(file.bytes() == std::string());
        std::ofstream(name, std::ios::binary) << "a workbook";
        CHECK(file.bytes() == std::string("a workbook"));
      }
      CHECK_FALSE(fs::exists(fs::symlink_status(name)));
    }
  }
}
