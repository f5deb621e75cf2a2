#include "exam/run.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

using Next = SittingReply::Kind;

// A candidate who types; what is to be kept is kept.
struct Typist {
  FormFixture fixture;
  std::vector<ShownQuestion> shown = shown_to(fixture.form, "pa");
  SittingRun run{fixture.form, "pa", read_notes("", 5)};

  SittingReply type(std::string_view line) {
    const auto reply = run.answer(line);
    if (reply.kind == Next::keep) run.kept(reply.step);
    return reply;
  }
  std::string card() { return run.card(125).in(Lang::en); }
  const std::string& response(std::size_t number) {
    return run.responses()[shown[number - 1].index];
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a question is shown with its points, its options and the time left") {
    Typist typist;
    CHECK(has(typist.card(), "1/5"));
    CHECK(has(typist.card(), "2:05 left"));
    CHECK(has(typist.card(), "  A. option " + std::string(1, typist.shown[0].letters[0])));
    CHECK(typist.run.prompt().zh == "1/5> ");
  }

  TEST_CASE("an answer is kept in the letters of the bank, and the next question comes") {
    Typist typist;
    CHECK(typist.type("c").kind == Next::keep);
    CHECK(typist.response(1) == std::string(1, typist.shown[0].letters[2]));
    CHECK(typist.run.prompt().en == "2/5> ");
    typist.type("/b");
    CHECK(has(typist.card(), "answered: C"));
    typist.type("/-");
    CHECK(typist.response(1).empty());
    CHECK(typist.run.prompt().en == "1/5> ");
  }

  TEST_CASE("what is typed when the time is up counts where nothing was answered") {
    Typist typist;
    const auto kept = typist.run.unfinished("c");
    CHECK(kept.kind == Next::keep);
    CHECK(kept.step.response == std::string(1, typist.shown[0].letters[2]));
    CHECK(has(kept.message.en, "question 1: what was typed in time counts"));
    typist.type("b");
    typist.type("/1");
    CHECK(typist.run.unfinished("b").kind == Next::stay);
    CHECK(typist.run.unfinished("b").message.empty());
    const auto other = typist.run.unfinished("a");
    CHECK(other.kind == Next::stay);
    CHECK(has(other.message.en, "the answer kept before does: a"));
    CHECK(has(typist.run.unfinished("zz").message.en, "can be no answer and does not count: zz"));
    for (const char* nothing : {"", "  ", "/h", "/5", "?"})
      CHECK(typist.run.unfinished(nothing).message.empty());
    CHECK_FALSE(typist.run.unfinished("//etc").message.empty());
  }

  TEST_CASE("questions have marks, and one without the time") {
    Typist typist;
    typist.type("c");
    typist.type("/f");
    const auto marks = typist.run.marks();
    REQUIRE(marks.size() == 5);
    CHECK(marks[0] == QuestionMark{true, false});
    CHECK(marks[1] == QuestionMark{false, true});
    CHECK(typist.run.at() == 1);
    CHECK(typist.run.question().en.starts_with("2/5  "));
    CHECK(has(typist.run.question().en, "[flagged]\n"));
    CHECK_FALSE(has(typist.run.question().en, "left"));
  }

  TEST_CASE("what is open, flagged or has a word is gone to, around the end") {
    Typist typist;
    typist.type("c");
    CHECK(typist.run.at() == 1);
    typist.type("/5");
    typist.type("/f");
    CHECK(typist.type("/o").kind == Next::moved);
    CHECK(typist.run.at() == 1);
    typist.type("/g");
    CHECK(typist.run.at() == 4);
    typist.type("/f");
    CHECK(has(typist.type("/g").message.en, "none is flagged"));
    const std::string stem = typist.fixture.form.questions[typist.shown[2].index].question->stem.zh;
    CHECK(typist.type("/s " + stem).kind == Next::moved);
    CHECK(typist.run.at() == 2);
    typist.type("/1");
    typist.type("/s");
    CHECK(typist.run.at() == 2);
    CHECK(has(typist.type("/s nowhere at all").message.en, "no question has"));
    CHECK(Typist().type("/s").wrong);
  }

  TEST_CASE("the last steps are undone one by one, each as a step that is kept") {
    Typist typist;
    CHECK(typist.type("/u").wrong);
    typist.type("c");
    const std::string first = typist.response(1);
    typist.type("/b");
    typist.type("a");
    typist.type("/f");
    typist.type("/5");
    CHECK(typist.type("/u").kind == Next::keep);
    CHECK(typist.run.at() == 1);
    CHECK_FALSE(typist.run.marks()[1].flagged);
    CHECK(typist.type("/u").kind == Next::keep);
    CHECK(typist.response(1) == first);
    CHECK(typist.run.at() == 0);
    typist.type("/u");
    CHECK(typist.response(1).empty());
    CHECK(typist.type("/u").wrong);
  }

  TEST_CASE("an answer that is too long is told how long it may be") {
    Typist typist;
    for (std::size_t number = 1; number <= 5; ++number)
      if (typist.fixture.form.questions[typist.shown[number - 1].index].question->kind ==
          QuestionKind::blank)
        typist.type("/" + std::to_string(number));
    const auto reply = typist.type(std::string(301, 'x'));
    CHECK(reply.wrong);
    CHECK(has(reply.message.en, "301 bytes, at most 300"));
  }

  TEST_CASE("an answer may begin with / when one more is typed") {
    Typist typist;
    for (std::size_t number = 1; number <= 5; ++number) {
      const auto index = typist.shown[number - 1].index;
      if (typist.fixture.form.questions[index].question->kind != QuestionKind::blank) continue;
      typist.type("/" + std::to_string(number));
      CHECK(typist.type("/etc").wrong);
      CHECK(typist.type("//etc").kind == Next::keep);
      CHECK(typist.response(number) == "/etc");
    }
    CHECK(has(typist.type("?").message.en, "//etc answers /etc"));
  }

  TEST_CASE("jumping, flags and the overview") {
    Typist typist;
    CHECK(typist.type("／4").kind == Next::moved);
    CHECK(typist.run.prompt().en == "4/5> ");
    CHECK(typist.type("/f").kind == Next::keep);
    CHECK(has(typist.card(), "[flagged]"));
    typist.type("对");
    CHECK(typist.response(4) == "T");
    CHECK(typist.type("/l").message.en ==
          "5 questions; not answered 4: 1 2 3 5; flagged 1: 4. /h hands in");
    for (const char* wrong : {"/9", "/0", "/x", "nothing of the kind\x1b"})
      CHECK(typist.type(wrong).wrong);
    typist.type("/1");
    CHECK(typist.type("/b").wrong);
    CHECK(typist.type("E").wrong);
    CHECK(typist.type("AB").message.en ==
          "this can be no answer: answer one of A to D (? for help)");
    CHECK(typist.type("AB").message.zh == "不能这样答：单选题答 A 到 D 中的一个（? 帮助）");
    typist.type("/3");
    CHECK(has(typist.type("X").message.en, "answer with some of A to D, each once"));
    typist.type("/4");
    CHECK(has(typist.type("Z").message.en, "answer T or F"));
  }

  TEST_CASE("what is open is said before a paper is handed in, and asked only once") {
    Typist typist;
    CHECK(typist.type("/h").message.en == "not answered: 1 2 3 4 5 (5). /h once more hands in");
    CHECK(typist.type("").kind == Next::moved);
    CHECK(typist.type("/h").kind == Next::stay);
    CHECK(typist.type("/h").kind == Next::hand_in);
    Typist whole;
    for (std::size_t number = 1; number <= 5; ++number) {
      whole.type("/" + std::to_string(number));
      const auto kind = whole.fixture.form.questions[whole.shown[number - 1].index].question->kind;
      whole.type(kind == QuestionKind::judge ? "T" : kind == QuestionKind::blank ? "15" : "A");
    }
    CHECK(whole.run.unanswered().empty());
    CHECK(whole.type("/h").kind == Next::hand_in);
    CHECK(whole.type("/q").kind == Next::quit);
    CHECK(has(whole.type("?").message.en, "/h hand in"));
  }

  TEST_CASE("a sitting goes on at the first question that is open") {
    const FormFixture fixture;
    const auto shown = shown_to(fixture.form, "pa");
    const SittingRun run(fixture.form, "pa",
                         read_notes(note_of({1}, {shown[0].index, false, "B"}), 5));
    CHECK(run.prompt().en == "2/5> ");
  }

  TEST_CASE("time is shown in minutes, and in hours where there are any") {
    CHECK(time_words(3599) == "59:59");
    CHECK(time_words(3600) == "1:00:00");
    CHECK(time_words(-5) == "0:00");
  }
}
