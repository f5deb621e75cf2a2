#include "support/office.hpp"

#include <string>
#include <vector>

using namespace sihu::test;

namespace {

// An inspector at a terminal, at that time, who gives these answers and leaves.
void inspect(const TerminalOffice& office, const std::string& branch, const std::string& time,
             const std::vector<std::string>& answers) {
  PtyProcess run(
      office.sihu({"check", "run", branch, "--plain", "--as", "p003"}, "2026-10-14T" + time));
  for (const std::string& answer : answers) {
    REQUIRE(run.expect("> "));
    run.send(answer + "\r");
  }
  REQUIRE(run.expect("> "));
  run.send("q\r");
  CHECK(run.wait() == 0);
}

std::string audited(const TerminalOffice& office, const std::string& lang) {
  PtyProcess::Setting setting = office.sihu({"audit", "2026Q4", "--format", "csv"}, "2026-10-15");
  setting.command.back() = lang;
  PtyProcess run(setting);
  CHECK(run.wait() == 1);
  return run.shown();
}

}  // namespace

TEST_SUITE("pty") {
  TEST_CASE(
      "that somebody answers at two branches at once is asked about, naming nobody, in both "
      "languages") {
    const TerminalOffice office;
    inspect(office, "zb05", "09:00", {"p"});
    inspect(office, "zb09", "09:05", {"p"});
    inspect(office, "zb09", "09:15", {"n 没有台账", "3", "p"});
    inspect(office, "zb05", "09:20", {"n 没有台账", "3", "p"});
    const std::string zh = audited(office, "zh");
    CHECK_MESSAGE(zh.find("请看：2026-10-14 09:05 至 2026-10-14 09:15 有一个人同时在 第五党支部 和 "
                          "第九党支部 作答，是怎么回事？") != std::string::npos,
                  zh);
    CHECK(zh.find("甲三") == std::string::npos);
    const std::string en = audited(office, "en");
    CHECK_MESSAGE(en.find("2026-10-14 09:05 to 2026-10-14 09:15") != std::string::npos, en);
    CHECK(en.find("Jia San") == std::string::npos);
  }
}
