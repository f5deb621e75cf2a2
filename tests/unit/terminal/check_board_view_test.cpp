#include "tools/terminal/check_board_view.hpp"

#include "support/check_board_desk.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string drawn(const BoardDesk& desk, WindowSize size) {
  const Picture picture = draw_board(desk.board, "2026Q4 第五党支部 · Dues", size, desk.now);
  CHECK(picture.rows.size() == static_cast<std::size_t>(size.rows));
  for (const auto& row : picture.rows) CHECK(width_of(row) == size.columns);
  if (picture.cursor) {
    CHECK(picture.cursor->row < size.rows);
    CHECK(picture.cursor->column < size.columns);
  }
  return text_of(picture);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("terminal") {
  TEST_CASE("every window is filled exactly, whatever the keys are for") {
    for (const WindowSize size :
         {WindowSize{40, 12}, WindowSize{71, 20}, WindowSize{80, 24}, WindowSize{120, 40}}) {
      BoardDesk desk;
      drawn(desk, size);
      desk.type("f");
      drawn(desk, size);
      desk.press(Key::Kind::text, "八月未收缴，" + std::string(200, 'x') + "👨‍👩‍👧");
      drawn(desk, size);
      desk.press(Key::Kind::enter);
      drawn(desk, size);
      desk.type("y");
      drawn(desk, size);
      desk.type("/");
      drawn(desk, size);
      desk.press(Key::Kind::escape);
      desk.type("e");
      drawn(desk, size);
      desk.press(Key::Kind::escape);
      desk.type("?");
      drawn(desk, size);
    }
  }

  TEST_CASE("at 80 columns the item stands beside the list, with what it rests on") {
    BoardDesk desk;
    const auto text = drawn(desk, {80, 24});
    CHECK(has(text, "> · A-1 Paid monthly"));
    CHECK(has(text, "│ A-1  Paid monthly (5 points)"));
    CHECK(has(text, "standard: paid each month"));
    CHECK(has(text, "basis: DF2008"));
    CHECK(has(text, "0/5  0:00"));
    CHECK(has(text, "[all 5] open 5  findings 0"));
    CHECK(has(text, "p pass f fail d deduct n n/a"));
    CHECK(has(text, "? help q quit"));
  }

  TEST_CASE("a narrow window has the list above the item") {
    BoardDesk desk;
    const auto text = drawn(desk, least_window);
    CHECK(text.find("> · A-1") < text.find("A-1  Paid monthly (5 points)"));
    CHECK(has(text, "more lines (PgDn)"));
    CHECK(has(text, "? help q quit"));
  }

  TEST_CASE("how an item stands is told by a sign, never by colour alone") {
    BoardDesk desk;
    desk.type("p");
    desk.press(Key::Kind::down);
    const auto text = drawn(desk, {80, 24});
    CHECK(has(text, "  + A-1"));
    CHECK(has(text, "  · A-2"));
    CHECK(has(text, "> · A-3"));
  }

  TEST_CASE("the list goes along with the cursor, the item is scrolled") {
    BoardDesk desk;
    desk.press(Key::Kind::end);
    CHECK(has(drawn(desk, least_window), "> · V-1"));
    desk.press(Key::Kind::home);
    desk.press(Key::Kind::page_down);
    CHECK_FALSE(has(drawn(desk, least_window), "A-1  Paid monthly (5 points)"));
  }

  TEST_CASE("a window that is too small says so") {
    BoardDesk desk;
    CHECK(has(text_of(draw_board(desk.board, "x", {39, 12}, desk.now)), "too small"));
    CHECK(has(text_of(draw_board(desk.board, "x", {40, 11}, desk.now)), "too small"));
  }
}
