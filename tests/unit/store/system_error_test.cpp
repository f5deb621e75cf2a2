#include "store/system_error.hpp"

#include <doctest/doctest.h>

#include <cerrno>

using namespace sihu;

TEST_SUITE("store") {
  TEST_CASE("a full disk is said in words, with what to do") {
    const Failure failure = system_failure("cannot-write", same("x"), ENOSPC).value();
    CHECK(failure.kind == Kind::environment);
    CHECK(failure.faults[0].what.en == "x: the disk is full");
    CHECK(failure.faults[0].what.zh == "x：磁盘已满");
    CHECK(failure.faults[0].hint.en == "make room and try again");
  }

  TEST_CASE("what happens in practice has words in both languages") {
    for (const int error :
         {ENOENT, EACCES, EROFS, ENOSPC, EIO, EMFILE, EBADF, EISDIR, ENOTDIR, EEXIST, ELOOP,
          ENAMETOOLONG, EPIPE, EDQUOT, EFBIG, EINTR, ENOMEM, ENOLCK, ESTALE})
      CHECK_MESSAGE(system_reason(error).zh != system_reason(error).en, error);
  }

  TEST_CASE("an error that has no words here keeps the system's") {
    CHECK(system_failure("x", same("x"), EXDEV).value().faults[0].hint.en.starts_with("try again"));
    CHECK(system_reason(EXDEV).en.find("link") != std::string::npos);
  }
}
