#include "store/lock.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sihu;
using namespace sihu::test;
using std::chrono::milliseconds;

namespace {

// A process that holds the lock until it is killed.
pid_t start_holder(const std::filesystem::path& file) {
  int ready[2];
  if (::pipe(ready) != 0) return -1;
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = Lock::take(file, milliseconds{0});
    const char answer = lock ? 'y' : 'n';
    if (::write(ready[1], &answer, 1) == 1) ::pause();
    ::_exit(0);
  }
  char answer = 'n';
  const ssize_t count = ::read(ready[0], &answer, 1);
  ::close(ready[0]);
  ::close(ready[1]);
  return count == 1 && answer == 'y' ? child : -1;
}

void kill_and_wait(pid_t child) {
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("who waits in vain is told who holds the lock") {
    const TemporaryFolder folder;
    const auto file = folder.path() / ".sihu" / "lock.k7m2qx";
    const pid_t holder = start_holder(file);
    REQUIRE(holder > 0);
    const auto lock = Lock::take(file, milliseconds{30});
    REQUIRE_FALSE(lock);
    CHECK(lock.error().kind == Kind::environment);
    CHECK(lock.error().faults[0].name == "locked");
    CHECK(lock.error().faults[0].what.en.find("process " + std::to_string(holder)) == 0);
    kill_and_wait(holder);
  }

  TEST_CASE("Ctrl-C ends the waiting") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "lock";
    const pid_t holder = start_holder(file);
    REQUIRE(holder > 0);
    const pid_t child = ::fork();
    if (child == 0) {
      struct sigaction action = {};
      action.sa_handler = [](int) {};
      ::sigaction(SIGALRM, &action, nullptr);
      const itimerval soon{{0, 5000}, {0, 5000}};
      ::setitimer(ITIMER_REAL, &soon, nullptr);
      const auto lock = Lock::take(file, milliseconds{60000});
      ::_exit(!lock && lock.error().faults[0].name == "interrupted" ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
    kill_and_wait(holder);
  }

  TEST_CASE("a lock is gone with its holder, however that died") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "lock";
    kill_and_wait(start_holder(file));
    CHECK(Lock::take(file, milliseconds{0}));
  }

  TEST_CASE("a lock holds inside one process too, until it goes out of scope") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "lock";
    {
      const auto lock = Lock::take(file, milliseconds{0});
      REQUIRE(lock);
      CHECK_FALSE(Lock::take(file, milliseconds{0}));
    }
    CHECK(file_bytes(file).empty());
    CHECK(Lock::take(file, milliseconds{0}));
  }
}
