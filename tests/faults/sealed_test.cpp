#include "faults/trial.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

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

// Drawing writes the key first. Random as it is, no line is the same twice: what has to hold is
// looked at, whatever went wrong with a call.
class FirstKey {
 public:
  FirstKey() : stage_(furnish_sealed) {}

  void run() {
    stage_.sihu(command_, with("", 0));
    const auto calls = read_calls(file_bytes(log()));
    REQUIRE(calls.size() > 20);
    const std::size_t every = every_so_many();
    std::size_t turn = 0;
    for (std::size_t at = 0; at < calls.size(); ++at) {
      if (changes_something(calls[at]))
        for (const Mishap& mishap : ends_of(calls[at])) attempt(at, mishap);
      for (const Mishap& mishap : mishaps_of(calls[at]))
        if (changes_something(calls[at]) || turn++ % every == 0) attempt(at, mishap);
    }
    fs::remove(log());
    MESSAGE(calls.size() << " calls, " << refused_ << " refused, " << killed_ << " killed");
    CHECK(refused_ > 0);
    CHECK(killed_ > 0);
  }

 private:
  std::string log() const { return stage_.path().string() + ".log"; }
  fs::path key() const { return stage_.path() / "secret.key"; }
  std::map<std::string, std::string> with(const std::string& what, std::size_t at) const {
    return {{"LD_PRELOAD", SIHU_INJECT},
            {"SIHU_FAULT_UNDER", stage_.path().string()},
            {"SIHU_FAULT_AT", std::to_string(at)},
            {"SIHU_FAULT_DO", what},
            {"SIHU_FAULT_LOG", log()}};
  }
  int forms() const {
    const Outcome events = stage_.sihu({"export", "--what", "events"});
    CHECK(events.status == 0);
    int count = 0;
    for (auto at = events.out.find("test.paper"); at != std::string::npos;
         at = events.out.find("test.paper", at + 1))
      ++count;
    return count;
  }

  void attempt(std::size_t at, const Mishap& mishap) {
    stage_.renew();
    const Outcome outcome = stage_.sihu(command_, with(mishap.what, at + 1));
    INFO(mishap.shown << " at call " << at + 1 << ": " << outcome.err);
    const bool killed = outcome.status == 128 + 9;
    killed_ += killed;
    refused_ += outcome.status == 4;
    CHECK((outcome.status == 0 || outcome.status == 4 || outcome.status == 130 || killed));
    CHECK(stage_.sihu({"verify"}).status == 0);
    const int drawn = forms();
    CHECK((drawn == 0 || drawn == 3));
    if (outcome.status == 0) CHECK(drawn == 3);
    if (drawn > 0) REQUIRE(fs::exists(key()));
    struct stat status {};
    if (::stat(key().c_str(), &status) == 0) CHECK((status.st_mode & 0777) == 0600);
    // Whatever is there, the same command comes to a paper that the key beside it marks.
    const Outcome again = stage_.sihu(command_);
    CHECK_MESSAGE(again.status == 0, again.err);
    CHECK(forms() == 3);
    const Outcome marked = stage_.sihu(mark);
    CHECK_MESSAGE(marked.status == 0, marked.err);
    CHECK(stage_.sihu({"verify"}).status == 0);
  }

  Stage stage_;
  std::vector<std::string> command_ = with_key_file(draw);
  int killed_ = 0;
  int refused_ = 0;
};

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE("examining: a sealed paper, whose key is written for the first time") {
    FirstKey().run();
  }

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
