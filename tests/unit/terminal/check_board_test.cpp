#include "tools/terminal/check_board.hpp"

#include "support/check_board_desk.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

using Effect = CheckBoard::Effect;
using Mode = CheckBoard::Mode;

}  // namespace

TEST_SUITE("terminal") {
  TEST_CASE("a pass is one key, in full width too, and the next item is asked") {
    BoardDesk desk;
    desk.type("p");
    CHECK(desk.sign("A-1") == "+");
    CHECK(desk.on() == "A-2");
    desk.board.press({Key::Kind::down}, desk.now);
    desk.board.press({Key::Kind::down}, desk.now);
    CHECK(desk.on() == "B-1");
    desk.type("ｐ");
    CHECK(desk.sign("B-1") == "+");
    CHECK(desk.board.message().find("B-1") != std::string::npos);
    desk.press(Key::Kind::end);
    desk.press(Key::Kind::text, "通过");
    CHECK(desk.sign("V-1") == "+");
  }

  TEST_CASE("a fail asks what was found, then whether it was there, each by its own keys") {
    BoardDesk desk;
    desk.type("f");
    CHECK(desk.board.mode() == Mode::typing);
    desk.press(Key::Kind::text, "八月未收缴");
    desk.press(Key::Kind::enter);
    CHECK(desk.board.mode() == Mode::existed);
    desk.press(Key::Kind::escape);  // back to what was typed
    CHECK(desk.board.typed().text() == "八月未收缴");
    desk.press(Key::Kind::enter);
    desk.type("y");
    CHECK(desk.sign("A-1") == "x");
    CHECK(desk.check.state().find("A-1")->standing[0].answer.existed == Existed::yes);
    CHECK(desk.board.message().find("A-1") != std::string::npos);
  }

  TEST_CASE("points off by rules, counts and reasons") {
    BoardDesk desk;
    desk.type("d");
    desk.press(Key::Kind::text, "1*2 short");
    desk.press(Key::Kind::enter);
    desk.press(Key::Kind::enter);
    CHECK(to_string(desk.check.state().find("A-1")->standing[0].answer.rules) == "late*2;short");
    desk.press(Key::Kind::down);
    CHECK(desk.on() == "A-3");
    desk.type("2");
    CHECK(desk.board.typed().text() == "2");
    desk.press(Key::Kind::enter);
    desk.type("n");
    CHECK(desk.sign("A-3") == "#");
    CHECK(desk.on() == "B-1");
    desk.type("n");
    desk.press(Key::Kind::enter);  // a reason is needed
    CHECK(desk.board.mode() == Mode::typing);
    CHECK_FALSE(desk.board.message().empty());
    desk.press(Key::Kind::text, "不涉及");
    desk.press(Key::Kind::enter);
    CHECK(desk.sign("B-1") == "/");
  }

  TEST_CASE("help and undo where it is asked whether it was there answer nothing") {
    BoardDesk desk;
    desk.type("f");
    desk.press(Key::Kind::text, "八月未收缴");
    desk.press(Key::Kind::enter);
    desk.type("?");
    CHECK(desk.board.mode() == Mode::existed);
    CHECK_FALSE(desk.board.message().empty());
    desk.type("u");
    CHECK(desk.sign("A-1") == " ");
    CHECK(desk.board.typed().text() == "八月未收缴");
    desk.press(Key::Kind::enter);
    desk.type("y");
    CHECK(desk.sign("A-1") == "x");
  }

  TEST_CASE("points off by no rule shows the rules and asks for them again") {
    BoardDesk desk;
    desk.type("d");
    desk.press(Key::Kind::enter);
    CHECK(desk.board.mode() == Mode::typing);
    CHECK(desk.board.message().find("1  ") != std::string::npos);
    desk.press(Key::Kind::escape);
    desk.type("p");
    CHECK(desk.sign("A-1") == "+");
    desk.type("u");
    desk.press(Key::Kind::text, "扣分");
    desk.press(Key::Kind::text, "1");
    desk.press(Key::Kind::enter);
    desk.type("n");
    CHECK(desk.sign("A-1") == "-");
  }

  TEST_CASE("a pass where a number is counted asks for the number") {
    BoardDesk desk;
    desk.press(Key::Kind::down);
    desk.press(Key::Kind::down);
    desk.type("p");
    CHECK(desk.board.mode() == Mode::typing);
    CHECK(desk.board.question().find("counted") != std::string::npos);
  }

  TEST_CASE("evidence is chosen, waits with the item, and goes with its answer") {
    BoardDesk desk;
    desk.press(Key::Kind::down);
    CHECK(desk.type("p").kind == Effect::Kind::none);  // a file is needed
    CHECK(desk.sign("A-2") == " ");
    desk.type("e");
    CHECK(desk.board.mode() == Mode::picking);
    const auto effect = desk.press(Key::Kind::enter);
    CHECK(effect.kind == Effect::Kind::attach);
    CHECK(effect.reply.paths == std::vector<std::string>{"/home/a.jpg"});
    desk.press(Key::Kind::up);  // away and back
    desk.press(Key::Kind::down);
    CHECK(desk.board.run().panel(Lang::en, 60).find("not recorded yet") != std::string::npos);
    desk.type("p");
    CHECK(desk.sign("A-2") == "+");
  }

  TEST_CASE("undo takes the last answer back") {
    BoardDesk desk;
    desk.type("p");
    desk.type("u");
    CHECK(desk.on() == "A-1");
    CHECK(desk.board.message().find("anew") != std::string::npos);
    desk.type("f");
    desk.press(Key::Kind::text, "x");
    desk.press(Key::Kind::enter);
    desk.press(Key::Kind::enter);
    CHECK(desk.sign("A-1") == "x");
    desk.type("u");
    CHECK(desk.sign("A-1") == "+");
    CHECK(desk.on() == "A-1");
  }

  TEST_CASE("filter and search narrow the list, and what is answered leaves it") {
    BoardDesk desk;
    desk.press(Key::Kind::tab);
    CHECK(desk.board.filter() == CheckBoard::Filter::unanswered);
    desk.type("p");
    CHECK(desk.board.visible_items() == std::vector<std::size_t>{1, 2, 3, 4});
    desk.press(Key::Kind::tab);
    CHECK(desk.board.visible_items() == std::vector<std::size_t>{1});  // the one that is asked
    desk.press(Key::Kind::escape);
    desk.type("/");
    desk.press(Key::Kind::text, "b-1");
    desk.press(Key::Kind::enter);
    CHECK(desk.on() == "B-1");
    CHECK(desk.board.visible_items() == std::vector<std::size_t>{3});
    desk.type("p");  // none is left: all are shown
    CHECK(desk.board.sought().empty());
    desk.type("/");
    desk.press(Key::Kind::text, "nothing");
    desk.press(Key::Kind::enter);
    CHECK(desk.board.message() == "no item has \"nothing\"");
    CHECK(desk.board.visible_items().size() == 5);
  }

  TEST_CASE("emoji are deleted whole, and what is pasted answers nothing") {
    BoardDesk desk;
    desk.press(Key::Kind::pasted, "pppp");
    CHECK(desk.sign("A-1") == " ");
    desk.type("m");
    desk.press(Key::Kind::text, "好👨‍👩‍👧");
    desk.press(Key::Kind::backspace);
    CHECK(desk.board.typed().text() == "好");
    desk.press(Key::Kind::pasted, "的");
    desk.press(Key::Kind::enter);
    CHECK(desk.board.mode() == Mode::list);
    desk.type("p");
    CHECK(desk.check.state().find("A-1")->standing[0].answer.note == "好的");
  }

  TEST_CASE("refused, what was typed is there to be mended") {
    BoardDesk desk;
    desk.refuse = true;
    desk.type("n");
    desk.press(Key::Kind::text, "不涉及");
    desk.press(Key::Kind::enter);
    CHECK(desk.board.mode() == Mode::typing);
    CHECK(desk.board.typed().text() == "不涉及");
    CHECK(desk.board.message() == "refused");
  }

  TEST_CASE("all answered, Enter ends and no key answers by accident") {
    BoardDesk desk;
    for (const char* item : {"A-1", "A-2", "A-3", "B-1", "V-1"})
      REQUIRE(desk.check.say("p003", item, answer("na", "", "不涉及")));
    BoardDesk over(desk.check);
    over.type("p");
    CHECK(over.sign("A-1") == "/");
    CHECK(over.press(Key::Kind::enter).kind == Effect::Kind::leave);
    over.press(Key::Kind::home);
    over.press(Key::Kind::down);
    over.press(Key::Kind::up);
    over.type("p");
    CHECK(over.sign("A-1") == "+");
    CHECK(over.board.message().find("Enter ends") != std::string::npos);
  }

  TEST_CASE("help is a page, and keys of the window work everywhere") {
    BoardDesk desk;
    desk.type("?");
    CHECK(desk.board.mode() == Mode::page);
    desk.press(Key::Kind::down);
    CHECK(desk.board.scrolled() == 1);
    desk.type("p");  // ends the page and answers nothing
    CHECK(desk.board.mode() == Mode::list);
    CHECK(desk.sign("A-1") == " ");
    desk.type("f");
    CHECK(desk.press(Key::Kind::suspend).kind == Effect::Kind::suspend);
    CHECK(desk.press(Key::Kind::redraw).kind == Effect::Kind::redraw);
    CHECK(desk.press(Key::Kind::interrupt).kind == Effect::Kind::interrupt);
    CHECK(desk.press(Key::Kind::escape).kind == Effect::Kind::none);
    CHECK(desk.type("q").kind == Effect::Kind::leave);
  }
}
