#include "store/keys.hpp"

#include "base/ed25519.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

Person person_with(std::vector<PersonKey> keys) {
  Person person;
  person.id = "p900";
  person.keys = std::move(keys);
  return person;
}

const Date day = *Date::parse("2026-10-12");

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a key is for its owner alone, and signs what its public half accepts") {
    const TemporaryFolder folder;
    const auto kept = make_key(folder.path() / "config", folder.path() / "work", "nrpb", "p900");
    REQUIRE(kept);
    CHECK((fs::status(kept->file).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK((fs::status(kept->file.parent_path()).permissions() & fs::perms::all) ==
          fs::perms::owner_all);
    const auto key =
        signing_key(folder.path() / "config", person_with({{kept->key, {}, {}, {}}}), day);
    REQUIRE(key);
    REQUIRE(*key);
    CHECK(ed25519_verify("text", ed25519_sign("text", (*key)->seed), kept->key));
    const auto all = kept_keys(folder.path() / "config");
    REQUIRE(all);
    REQUIRE(all->size() == 1);
    CHECK((*all)[0].person == "p900");
  }

  TEST_CASE("of several keys the last that holds on the day and is here") {
    const TemporaryFolder folder;
    const fs::path config = folder.path() / "config";
    const std::string old = make_key(config, folder.path() / "work", "nrpb", "p900")->key;
    const std::string now = make_key(config, folder.path() / "work", "nrpb", "p900")->key;
    const std::string elsewhere(64, 'a');
    const auto chosen = [&](std::vector<PersonKey> keys) {
      const auto key = signing_key(config, person_with(std::move(keys)), day);
      return *key ? (*key)->key : std::string();
    };
    CHECK(chosen({{old, {}, {}, {}}, {now, {}, {}, {}}, {elsewhere, {}, {}, {}}}) == now);
    CHECK(chosen({{old, {}, {}, {}}, {now, day + 1, {}, {}}}) == old);
    CHECK(chosen({{old, {}, day + -1, {}}}).empty());
    CHECK(chosen({{old, {}, day, {}}}) == old);
    CHECK(chosen({{old, {}, {}, day}}).empty());
    CHECK(chosen({}).empty());
  }

  TEST_CASE("a key that others may read, or that was damaged, is not used") {
    const TemporaryFolder folder;
    const fs::path config = folder.path() / "config";
    const auto kept = make_key(config, folder.path() / "work", "nrpb", "p900");
    const Person person = person_with({{kept->key, {}, {}, {}}});
    fs::permissions(kept->file, fs::perms::group_read, fs::perm_options::add);
    CHECK(signing_key(config, person, day).error().faults[0].name == "key-not-private");
    fs::permissions(kept->file, fs::perms::group_read, fs::perm_options::remove);
    std::string text = file_bytes(kept->file);
    char& digit = text[text.find("secret ") + 8];
    digit = digit == '0' ? '1' : '0';
    put_file(kept->file, text);
    CHECK(signing_key(config, person, day).error().faults[0].name == "not-a-key-file");
  }

  TEST_CASE("secrets don't lie in a workspace") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "work");
    const auto refused =
        make_key(folder.path() / "work" / "config", folder.path() / "work", "nrpb", "p900");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::refused);
    CHECK(fs::is_empty(folder.path() / "work"));
  }
}
