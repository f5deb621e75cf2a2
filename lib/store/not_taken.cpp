#include "store/not_taken.hpp"

#include "calendar/period.hpp"
#include "store/files.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ledger_ending = ".tsv";
constexpr std::string_view first_word = "#sihu";
constexpr std::array<std::string_view, 6> archive_endings{".zip", ".tar", ".tar.gz",
                                                          ".tgz", ".rar", ".7z"};
constexpr int deepest = 4;
constexpr std::size_t most_notes = 20;

std::string in_small_letters(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

// Hidden, or moved aside by sihu because it does not count.
bool is_passed_over(const fs::path& inside) {
  return inside.extension() == ".torn" || std::ranges::any_of(inside, [](const fs::path& part) {
           return part.string().starts_with('.') || part == "__MACOSX";
         });
}

Fault note(std::string_view shown, Phrase why, Phrase hint) {
  return {.place = Place{std::string(shown)},
          .name = "not-taken",
          .what = phrase(Text{"未取：{0}", "not taken: {0}"}, why),
          .hint = std::move(hint),
          .warning = true};
}

Phrase name_it_itself() {
  return phrase(Text{"若要并入，把它单独写在命令里：sihu merge 文件",
                     "to merge it, name it itself: sihu merge FILE"});
}

Fault note_ending(std::string_view shown) {
  return note(shown,
              phrase(Text{"台账文件名以小写的 .tsv 结尾，它不是",
                          "the name of a ledger file ends in .tsv, in small letters"}),
              name_it_itself());
}

Fault note_place(std::string_view shown) {
  return note(shown,
              phrase(Text{"台账文件直接放在 ledger/季度/ 里，它不在",
                          "ledger files lie directly in ledger/QUARTER/, this one does not"}),
              name_it_itself());
}

Fault note_archive(std::string_view shown) {
  return note(
      shown,
      phrase(Text{"它是放在里面的压缩包，不会打开", "an archive that lies inside is not opened"}),
      phrase(Text{"若其中有台账，把 .zip 或 .tar.gz 单独写在命令里",
                  "if there are ledgers in it, name the .zip or .tar.gz itself"}));
}

Fault note_workspace(std::string_view shown) {
  return note(
      shown,
      phrase(Text{"这个下级文件夹里另有台账，不会往里找",
                  "ledgers in a folder further down are not looked for"}),
      phrase(Text{"把它单独写在命令里：sihu merge 文件夹", "name it itself: sihu merge FOLDER"}));
}

bool begins_as_ledger(const fs::path& file) {
  std::uint64_t size = 0;
  const auto open = open_regular(file, {}, size);
  std::array<char, first_word.size()> head{};
  return open &&
         read_piece(open->number(), head.data(), head.size(), 0) ==
             static_cast<ssize_t>(head.size()) &&
         std::string_view(head.data(), head.size()) == first_word;
}

// `ledger/…` or `2026Q4/…`, or the source itself, which is one of these or a pile of files.
bool is_where_ledgers_lie(const fs::path& inside) {
  const fs::path folder = inside.parent_path();
  return folder.empty() || std::ranges::any_of(folder, [](const fs::path& part) {
           return part == "ledger" || Quarter::parse(part.string());
         });
}

bool has_ledgers(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / "sihu.yaml", ignored) || fs::is_directory(folder / "ledger", ignored);
}

class Search {
 public:
  Search(const fs::path& source, const std::string& shown, const NotTaken::IsTaken& is_taken,
         NotTaken& found)
      : source_(source), shown_(shown), is_taken_(is_taken), found_(found) {}

  void look_into(const fs::path& inside, int depth) {
    const auto entries = list_folder(source_ / inside);
    if (!entries) return found_.add(note(name(inside), entries.error().faults.front().what, {}));
    for (const std::string& entry : *entries) look_at_entry(inside / entry, depth);
  }

 private:
  std::string name(const fs::path& inside) const { return (fs::path(shown_) / inside).string(); }

  void look_at_entry(const fs::path& inside, int depth) {
    std::error_code ignored;
    const fs::path file = source_ / inside;
    if (is_passed_over(inside) || is_taken_(inside) || fs::is_symlink(file, ignored)) return;
    if (!fs::is_directory(file, ignored))
      look_at_file(file, inside);
    else if (has_ledgers(file))
      found_.add(note_workspace(name(inside)));
    else if (depth < deepest)
      look_into(inside, depth + 1);
  }

  void look_at_file(const fs::path& file, const fs::path& inside) {
    auto known = not_taken(inside, name(inside));
    if (!known && is_where_ledgers_lie(inside) && begins_as_ledger(file))
      known = note_ending(name(inside));
    found_.add(std::move(known));
  }

  const fs::path& source_;
  const std::string& shown_;
  const NotTaken::IsTaken& is_taken_;
  NotTaken& found_;
};

}  // namespace

std::optional<Fault> not_taken(const fs::path& inside, std::string_view shown) {
  if (is_passed_over(inside)) return std::nullopt;
  const std::string name = in_small_letters(inside.filename().string());
  if (std::ranges::any_of(archive_endings, [&](std::string_view e) { return name.ends_with(e); }))
    return note_archive(shown);
  if (!is_like_ledger_name(inside)) return std::nullopt;
  return inside.extension() == ledger_ending ? note_place(shown) : note_ending(shown);
}

bool is_like_ledger_name(const fs::path& file) {
  return in_small_letters(file.filename().string()).find(ledger_ending) != std::string::npos;
}

void NotTaken::add(std::optional<Fault> note) {
  if (!note) return;
  if (notes_.size() < most_notes)
    notes_.push_back(std::move(*note));
  else
    ++more_;
}

void NotTaken::look_into(const fs::path& source, const fs::path& inside, const IsTaken& is_taken) {
  Search(source, shown_, is_taken, *this).look_into(inside, 0);
}

std::vector<Fault> NotTaken::notes() const {
  std::vector<Fault> notes = notes_;
  // The same hint once, behind the last that has it.
  for (std::size_t i = 1; i < notes.size(); ++i)
    if (notes[i - 1].hint == notes[i].hint) notes[i - 1].hint = {};
  if (more_ > 0)
    notes.push_back(
        note(shown_, phrase(Text{"还有 {0} 个这样的文件", "{0} more such files"}, more_), {}));
  return notes;
}

}  // namespace sihu
