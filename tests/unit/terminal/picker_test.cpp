#include "tools/terminal/picker.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

using namespace sihu;

namespace {

std::vector<FolderEntry> a_disk(const std::filesystem::path& folder) {
  if (folder == "/u/photos") return {{"门口.jpg", false}, {"yard 1.jpg", false}};
  if (folder == "/u") return {{"docs", true}, {"photos", true}, {"list.csv", false}};
  return {{"u", true}};
}

Picker in_photos() {
  return Picker("/u/photos", a_disk);
}

Key text(const char* words) {
  return {Key::Kind::text, words};
}

using Outcome = Picker::Outcome;

}  // namespace

TEST_SUITE("terminal") {
  TEST_CASE("Enter chooses the file under the cursor") {
    Picker picker = in_photos();
    picker.press({Key::Kind::down});
    CHECK(picker.press({Key::Kind::enter}) == Outcome::chosen);
    CHECK(picker.paths() == std::vector<std::string>{"/u/photos/yard 1.jpg"});
  }

  TEST_CASE("the blank marks several") {
    Picker picker = in_photos();
    picker.press(text(" "));
    picker.press(text(" "));
    CHECK(picker.press({Key::Kind::enter}) == Outcome::chosen);
    CHECK(picker.paths().size() == 2);
  }

  TEST_CASE("one goes up with the folder under the cursor that was left, and in again") {
    Picker picker = in_photos();
    picker.press({Key::Kind::backspace});
    CHECK(picker.folder() == "/u");
    picker.press({Key::Kind::right});
    CHECK(picker.folder() == "/u/photos");
    picker.press({Key::Kind::left});
    CHECK(picker.press({Key::Kind::enter}) == Outcome::going_on);
    CHECK(picker.folder() == "/u/photos");
    for (int i = 0; i < 5; ++i) picker.press({Key::Kind::left});
    CHECK(picker.folder() == "/");
  }

  TEST_CASE("typing narrows, and a path that was pasted is taken") {
    Picker picker = in_photos();
    picker.press(text("YARD"));
    CHECK(picker.press({Key::Kind::enter}) == Outcome::chosen);
    CHECK(picker.paths() == std::vector<std::string>{"/u/photos/yard 1.jpg"});
    Picker other = in_photos();
    other.press({Key::Kind::pasted, "/mnt/usb/a.jpg"});
    CHECK(other.press({Key::Kind::enter}) == Outcome::chosen);
    CHECK(other.paths() == std::vector<std::string>{"/mnt/usb/a.jpg"});
    CHECK(in_photos().press({Key::Kind::escape}) == Outcome::left);
  }

  TEST_CASE("it fits into the smallest window, marks and cursor in it") {
    Picker picker = in_photos();
    picker.press(text(" "));
    for (const Lang lang : {Lang::zh, Lang::en}) {
      const Picture picture = picker.draw(lang, least_window);
      CHECK(picture.rows.size() == 12);
      for (const auto& row : picture.rows) CHECK(width_of(row) == 40);
      CHECK(text_of(picture).find("  * 门口.jpg") != std::string::npos);
      CHECK(text_of(picture).find(">   yard 1.jpg") != std::string::npos);
    }
  }

  TEST_CASE("of a folder on the disk: folders, then files, nothing hidden") {
    std::string name = (std::filesystem::temp_directory_path() / "sihu-pick-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    const std::filesystem::path folder = name;
    std::filesystem::create_directory(folder / "z");
    std::ofstream(folder / "old.jpg") << "x";
    std::ofstream(folder / "new.jpg") << "x";
    std::ofstream(folder / ".hidden") << "x";
    std::filesystem::last_write_time(
        folder / "old.jpg",
        std::filesystem::last_write_time(folder / "new.jpg") - std::chrono::hours(1));
    const std::vector<FolderEntry> wanted{{"z", true}, {"new.jpg", false}, {"old.jpg", false}};
    CHECK(list_to_pick(folder) == wanted);
    std::filesystem::remove_all(folder);
    CHECK(list_to_pick(folder).empty());
  }
}
