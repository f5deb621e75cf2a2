#include "store/bank_keys.hpp"

#include "support/fault_names.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

const std::string bank_text =
    "bank: secret\nversion: '1'\ntitle: B\nquestions: [{id: J-1, kind: judge, stem: S, key: "
    "true}]\n";

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a bank in a workspace is no secret, wherever links lead") {
    const TemporaryFolder folder;
    put_file(folder.path() / "w/sihu.yaml", "sihu: 1\n");
    put_file(folder.path() / "w/deep/er/secret.yaml", bank_text);
    put_file(folder.path() / "stick/secret.yaml", bank_text);
    fs::create_symlink(folder.path() / "w/deep/er/secret.yaml", folder.path() / "stick/link.yaml");
    fs::create_directory_symlink(folder.path() / "w/deep", folder.path() / "stick/folder");
    const auto faults = [&](const char* file) {
      return fault_names(read_bank_outside(folder.path() / file, file));
    };
    CHECK(read_bank_outside(folder.path() / "stick/secret.yaml", "secret.yaml"));
    CHECK(read_bank_outside(folder.path() / "w/../stick/secret.yaml", "secret.yaml"));
    CHECK(faults("w/deep/er/secret.yaml") == "0:0 bank-in-workspace");
    CHECK(faults("stick/../w/deep/er/secret.yaml") == "0:0 bank-in-workspace");
    CHECK(faults("stick/link.yaml") == "0:0 bank-in-workspace");
    CHECK(faults("stick/folder/er/secret.yaml") == "0:0 bank-in-workspace");
    CHECK(faults("stick/none.yaml") == "0:0 cannot-read");
  }

  TEST_CASE("a key is its owner's alone, stays as it is, and is written over by no other") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "secret.key";
    const auto key = keep_bank_key(file, "secret.key", bank_text);
    REQUIRE(key);
    CHECK((fs::status(file).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const auto again = keep_bank_key(file, "secret.key", bank_text);
    REQUIRE(again);
    CHECK(again->random == key->random);
    CHECK(read_bank_key(file, "secret.key")->text == bank_text);
    const std::string before = file_bytes(file);
    CHECK(fault_names(keep_bank_key(file, "secret.key", bank_text + "#\n")) ==
          "0:0 key-file-exists");
    put_file(folder.path() / "letter.txt", "dear");
    CHECK(fault_names(keep_bank_key(folder.path() / "letter.txt", "letter.txt", bank_text)) ==
          "0:0 key-file-exists");
    CHECK(file_bytes(file) == before);
    CHECK(file_bytes(folder.path() / "letter.txt") == "dear");
  }

  TEST_CASE("no two keys have the same random bytes, and none lies in a workspace") {
    const TemporaryFolder folder;
    put_file(folder.path() / "w/sihu.yaml", "sihu: 1\n");
    const auto one = keep_bank_key(folder.path() / "one.key", "one.key", bank_text);
    const auto other = keep_bank_key(folder.path() / "other.key", "other.key", bank_text);
    REQUIRE(one);
    REQUIRE(other);
    CHECK(one->random != other->random);
    CHECK(fault_names(keep_bank_key(folder.path() / "w/one.key", "one.key", bank_text)) ==
          "0:0 bank-in-workspace");
    CHECK_FALSE(fs::exists(folder.path() / "w/one.key"));
  }

  TEST_CASE("what a key's file would be refused for is known without writing it") {
    const TemporaryFolder folder;
    put_file(folder.path() / "w/sihu.yaml", "sihu: 1\n");
    put_file(folder.path() / "letter.txt", "dear");
    const auto faults = [&](const char* file, const std::string& text = bank_text) {
      return fault_names(check_bank_key(folder.path() / file, file, text));
    };
    CHECK(check_bank_key(folder.path() / "secret.key", "secret.key", bank_text));
    CHECK_FALSE(fs::exists(folder.path() / "secret.key"));
    CHECK(faults("w/secret.key") == "0:0 bank-in-workspace");
    CHECK(faults("letter.txt") == "0:0 key-file-exists");
    CHECK(faults("none/secret.key") == "0:0 cannot-write");
    REQUIRE(keep_bank_key(folder.path() / "secret.key", "secret.key", bank_text));
    CHECK(check_bank_key(folder.path() / "secret.key", "secret.key", bank_text));
    CHECK(faults("secret.key", bank_text + "#\n") == "0:0 key-file-exists");
  }
}
