#include "report/reminder_digest.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

struct Scene {
  Organisation organisation = an_organisation();
  Workdays workdays = a_calendar();
  ListContext context{organisation, workdays, Date(2026, 11, 12)};
  ProblemList list{{a_problem()}, {}};
  std::vector<Digest> digests;

  Scene() {
    Problem& problem = list.problems[0];
    problem.due = problem.agreed_due = Date(2026, 11, 4);
    problem.owner = "p006";
    problem.title = "帮带\x1b[31m制度";
    digests = digests_of(reminders(list, {}, {}, {organisation, workdays, context.today}));
  }
};

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("one digest a person, with what comes next and nothing else") {
    const Scene scene;
    REQUIRE(scene.digests.size() == 4);
    CHECK(scene.digests[1].person == "p006");
    const std::string text = digest_text(scene.digests[1], scene.context, Lang::en);
    CHECK(text.find("Wu,\n\nfor you, as of 2026-11-12:") == 0);
    CHECK(text.find("1. 8 days overdue: 帮带\\x1b[31m制度 (Branch Five") != std::string::npos);
    CHECK(text.find("\n   sihu rectify submit 26Q4-zb05-k7m2qx-17\n") != std::string::npos);
    CHECK(text.find("all that waits for you: sihu --as p006\n") != std::string::npos);
    CHECK(digest_subject(scene.digests[1], scene.context) ==
          Phrase{"机关党委：1 项待办，其中逾期 1 项", "The Committee: 1 thing to do, overdue: 1"});
  }

  TEST_CASE("what waits for a decision says which") {
    Scene scene;
    Problem& problem = scene.list.problems[0];
    problem.due = Date(2026, 12, 4);
    problem.asked = ExtensionRequest{Date(2026, 12, 20), "p005", "x"};
    const auto text = [&] {
      const auto digests = digests_of(
          reminders(scene.list, {}, {}, {scene.organisation, scene.workdays, scene.context.today}));
      return digest_text(digests.back(), scene.context, Lang::en);
    };
    CHECK(text().find("1. an extension waits for a decision, before it is due on 2026-12-04: ") !=
          std::string::npos);
    problem.asked.reset();
    problem.status = Status::disputed;
    CHECK(text().find("1. disputed, waits for a decision, before it is due on 2026-12-04: ") !=
          std::string::npos);
  }

  TEST_CASE("the subject counts what others have to do apart") {
    Scene scene;
    CHECK(digest_subject(scene.digests[3], scene.context) ==
          Phrase{"机关党委：1 项督办", "The Committee: 1 thing to see to"});
    Digest both = scene.digests[3];
    Problem handed_in = scene.list.problems[0];
    handed_in.status = Status::submitted;
    both.reminders.push_back(both.reminders[0]);
    both.reminders[1].problem = &handed_in;
    both.reminders[1].late = {};
    CHECK(
        digest_subject(both, scene.context) ==
        Phrase{"机关党委：1 项待办；1 项督办", "The Committee: 1 thing to do; 1 thing to see to"});
  }

  TEST_CASE("whoever can't take the step is told where to look") {
    const Scene scene;
    CHECK(scene.digests[3].person == "p900");
    CHECK(digest_text(scene.digests[3], scene.context, Lang::en)
              .find("\n   sihu rectify show 26Q4-zb05-k7m2qx-17\n") != std::string::npos);
  }

  TEST_CASE("a mail has its headers in ASCII, and its text in Base64") {
    const Scene scene;
    RemindSettings settings;
    settings.from = "sihu@example.org";
    const std::string mail =
        digest_mail(scene.digests[0], scene.context, settings, "p@example.org", Lang::zh);
    CHECK(mail.find("From: sihu@example.org\nTo: p@example.org\nSubject: =?UTF-8?B?") == 0);
    for (std::size_t at = 0; at < mail.size();) {
      const std::size_t end = mail.find('\n', at);
      REQUIRE(end != std::string::npos);
      CHECK(end - at <= 76);
      at = end + 1;
    }
    CHECK(std::ranges::all_of(mail, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  }

  TEST_CASE("the list says of each person and problem what came of it") {
    const Scene scene;
    std::map<std::string, Delivery> deliveries;
    for (const Digest& digest : scene.digests) deliveries[digest.person] = Delivery::sent;
    deliveries["p006"] = Delivery::failed;
    const std::string csv =
        render(reminders_table(scene.digests, deliveries, scene.context), Format::csv, {Lang::en});
    CHECK(csv.find("p006,Wu,26Q4-zb05-k7m2qx-17,zb05,Branch Five,") != std::string::npos);
    CHECK(csv.find(",overdue,2026-11-04,8,failed\n") != std::string::npos);
  }
}
