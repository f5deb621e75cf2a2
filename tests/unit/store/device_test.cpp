#include "store/device.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

TEST_SUITE("store") {
  TEST_CASE("who and what I am here is remembered outside the workspace") {
    const TemporaryFolder folder;
    const fs::path root = folder.path() / "工作区";
    const fs::path home = folder.path() / "state";
    fs::create_directories(root);
    CHECK_FALSE(load_local_state(home, root)->device);
    REQUIRE(save_local_state(home, root, {Device{"k7m2qx", "zb03"}, "p003"}));
    const auto state = load_local_state(home, root);
    REQUIRE(state);
    REQUIRE(state->device);
    CHECK(state->device->id == "k7m2qx");
    CHECK(state->device->home == "zb03");
    CHECK(state->person == "p003");
    CHECK(fs::is_empty(root));
    CHECK(fs::exists(*local_state_file(home, root)));
  }

  TEST_CASE("a copied, moved or made-again folder is not believed to be the same device") {
    const TemporaryFolder folder;
    const fs::path root = folder.path() / "w";
    const fs::path home = folder.path() / "state";
    fs::create_directories(root);
    REQUIRE(save_local_state(home, root, {Device{"k7m2qx", "zb03"}, "p003"}));
    fs::create_directories(folder.path() / "copy");
    CHECK_FALSE(load_local_state(home, folder.path() / "copy")->device);

    fs::rename(root, folder.path() / "moved");
    CHECK_FALSE(load_local_state(home, folder.path() / "moved")->device);
    fs::create_directories(root);
    CHECK_FALSE(load_local_state(home, root)->device);
    CHECK(load_local_state(home, root)->person.empty());
  }

  TEST_CASE("a memory with nonsense in it is no memory") {
    const TemporaryFolder folder;
    const fs::path home = folder.path() / "state";
    REQUIRE(save_local_state(home, folder.path(), {Device{"k7m2qx", "zb03"}, "p003"}));
    const fs::path file = *local_state_file(home, folder.path());
    std::string text = file_bytes(file);
    put_file(file, text.replace(text.find("k7m2qx"), 6, "K7M2Q1"));
    CHECK_FALSE(load_local_state(home, folder.path())->device);
    put_file(file, std::string("\0\xff\n==\n", 6));
    CHECK(load_local_state(home, folder.path())->person.empty());
  }

  TEST_CASE("commands that all record for the first time are one device") {
    const TemporaryFolder folder;
    const fs::path home = folder.path() / "state";
    std::vector<std::thread> commands;
    std::vector<std::string> ids(8);
    for (std::string& id : ids)
      commands.emplace_back(
          [&] { id = mint_device(home, folder.path(), "zb03").value_or(Device{}).id; });
    for (std::thread& command : commands) command.join();
    CHECK(is_device_id(ids[0]));
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 1);
    const auto after = mint_device(home, folder.path(), "zb05", ids[0]);
    REQUIRE(after);
    CHECK(after->id != ids[0]);
    CHECK(after->home == "zb05");
  }

  TEST_CASE("fresh device ids are legal and differ") {
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i) {
      const std::string id = mint_device_id();
      CHECK(is_device_id(id));
      seen.insert(id);
    }
    CHECK(seen.size() > 190);
  }
}
