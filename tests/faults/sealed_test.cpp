#include "faults/trial.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

namespace {

using namespace sihu::test;
namespace fs = std::filesystem;

const std::vector<std::string> draw{"test", "paper",  "2026Q4",      "safety", "--seed",
                                    "7",    "--bank", "secret.yaml", "--as",   "p900"};
const std::vector<std::string> mark{"test",       "grade",    "2026Q4",       "safety", "--key",
                                    "secret.key", "--record", "--nobody-sat", "--as",   "p900"};

// A bank on a stick, beside a workspace that has none.
void furnish_sealed(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  copy_fixture("exam/papers", stage.path() / "w/papers");
  copy_fixture("exam/banks", stage.path() / "stick");
  fs::rename(stage.path() / "stick/base.yaml", stage.path() / "secret.yaml");
  fs::remove(stage.path() / "stick");
}

std::vector<std::string> with_key_file(std::vector<std::string> words) {
  words.insert(words.end(), {"--key-out", "secret.key"});
  return words;
}

// A drawing wrote the key and came no further. Its random bytes are made the same each time, so
// that lines can be compared.
void furnish_with_key(const Stage& stage) {
  furnish_sealed(stage);
  fs::copy(stage.path() / "w", stage.path() / "before", fs::copy_options::recursive);
  auto words = with_key_file(draw);
  words.insert(words.begin(), {"-C", (stage.path() / "before").string()});
  REQUIRE(stage.sihu(words).status == 0);
  fs::remove_all(stage.path() / "before");
  const std::string key = file_bytes(stage.path() / "secret.key");
  put_file(stage.path() / "secret.key",
           "sihu-bank-key 1 " + std::string(64, 'a') + key.substr(key.find('\n')));
}

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE("examining: a sealed paper, drawn again with the key that was written") {
    Trial({.furnish = furnish_with_key, .command = with_key_file(draw), .once = true}).run();
  }

  TEST_CASE("examining: a sealed paper, marked, and its key published") {
    const auto furnish = [](const Stage& stage) {
      furnish_with_key(stage);
      REQUIRE(stage.sihu(with_key_file(draw)).status == 0);
    };
    Trial({.furnish = furnish, .command = mark, .once = true}).run();
  }
}
