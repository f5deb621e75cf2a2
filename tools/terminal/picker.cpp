#include "tools/terminal/picker.hpp"

#include "base/utf8.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

struct Found {
  FolderEntry entry;
  fs::file_time_type changed;
};

bool comes_before(const Found& a, const Found& b) {
  if (a.entry.is_folder != b.entry.is_folder) return a.entry.is_folder;
  if (!a.entry.is_folder && a.changed != b.changed) return a.changed > b.changed;
  return a.entry.name < b.entry.name;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

// The first of `count` lines to show of `total`, so that line `at` is among them.
std::size_t first_shown(std::size_t at, std::size_t total, std::size_t count) {
  if (total <= count || at < count / 2) return 0;
  return std::min(at - count / 2, total - count);
}

}  // namespace

std::vector<FolderEntry> list_to_pick(const fs::path& folder) {
  std::vector<Found> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || find_invalid_utf8(name)) continue;
    std::error_code unknown;
    const bool is_folder = entry->is_directory(unknown);
    if (!is_folder && !entry->is_regular_file(unknown)) continue;
    found.push_back({{name, is_folder}, entry->last_write_time(unknown)});
  }
  std::ranges::sort(found, comes_before);
  std::vector<FolderEntry> entries;
  for (Found& each : found) entries.push_back(std::move(each.entry));
  return entries;
}

Picker::Picker(fs::path folder, ListFolder list) : list_(std::move(list)) {
  go_to(folder);
}

void Picker::go_to(const fs::path& folder) {
  folder_ = folder;
  entries_ = list_(folder_);
  at_ = 0;
  typed_ = {};
}

// To the folder above, with the one that is left under the cursor.
void Picker::up() {
  const std::string left = folder_.filename().string();
  if (!folder_.has_relative_path()) return;
  go_to(folder_.parent_path());
  const auto place = std::ranges::find(entries_, left, &FolderEntry::name);
  if (place != entries_.end()) at_ = static_cast<std::size_t>(place - entries_.begin());
}

std::vector<const FolderEntry*> Picker::shown() const {
  std::vector<const FolderEntry*> some;
  for (const FolderEntry& entry : entries_)
    if (lower(entry.name).find(lower(typed_.text())) != std::string::npos) some.push_back(&entry);
  return some;
}

void Picker::move(int by) {
  const auto last = static_cast<int>(shown().size()) - 1;
  at_ = static_cast<std::size_t>(std::clamp(static_cast<int>(at_) + by, 0, std::max(last, 0)));
}

void Picker::mark() {
  const auto some = shown();
  if (at_ >= some.size() || some[at_]->is_folder) return;
  const std::string path = (folder_ / some[at_]->name).string();
  if (marked_.erase(path) == 0) marked_.insert(path);
  move(1);
}

// A path that was typed or pasted whole is taken, too, where nothing in the folder is called so.
Picker::Outcome Picker::enter() {
  const auto some = shown();
  if (at_ < some.size() && some[at_]->is_folder && marked_.empty()) {
    go_to(folder_ / some[at_]->name);
    return Outcome::going_on;
  }
  paths_.assign(marked_.begin(), marked_.end());
  if (!paths_.empty()) return Outcome::chosen;
  if (at_ < some.size())
    paths_ = {(folder_ / some[at_]->name).string()};
  else if (!typed_.text().empty())
    paths_ = {(folder_ / typed_.text()).string()};
  return paths_.empty() ? Outcome::going_on : Outcome::chosen;
}

Picker::Outcome Picker::press(const Key& key) {
  constexpr int page = 10;
  switch (key.kind) {
    case Key::Kind::escape:
      return Outcome::left;
    case Key::Kind::enter:
      return enter();
    case Key::Kind::up:
    case Key::Kind::down:
      move(key.kind == Key::Kind::up ? -1 : 1);
      break;
    case Key::Kind::page_up:
    case Key::Kind::page_down:
      move(key.kind == Key::Kind::page_up ? -page : page);
      break;
    case Key::Kind::left:
      up();
      break;
    case Key::Kind::right:
      if (const auto some = shown(); at_ < some.size() && some[at_]->is_folder)
        go_to(folder_ / some[at_]->name);
      break;
    case Key::Kind::backspace:
      if (typed_.text().empty())
        up();
      else
        typed_.press(key);
      break;
    case Key::Kind::text:
    case Key::Kind::pasted:
      if (key.text == " " || key.text == "　") {
        mark();
        break;
      }
      typed_.press(key);
      at_ = 0;
      break;
    default:
      typed_.press(key);
      move(0);
  }
  return Outcome::going_on;
}

Picture Picker::draw(Lang lang, WindowSize size) const {
  Picture picture;
  const auto add = [&](std::string text, Tone tone) {
    picture.rows.push_back(fitted({{std::move(text), tone}}, size.columns));
  };
  add(say(lang, Text{"佐证  {0}", "evidence  {0}"}, visible(folder_.string())), Tone::bar);
  const auto some = shown();
  const auto room = static_cast<std::size_t>(std::max(size.rows - 4, 1));
  const auto first = first_shown(at_, some.size(), room);
  for (std::size_t i = first; i < std::min(some.size(), first + room); ++i) {
    const bool marked = marked_.contains((folder_ / some[i]->name).string());
    add((i == at_ ? "> " : "  ") + std::string(marked ? "* " : "  ") + visible(some[i]->name) +
            (some[i]->is_folder ? "/" : ""),
        i == at_ ? Tone::chosen
        : marked ? Tone::strong
                 : Tone::plain);
  }
  if (some.empty())
    add(say(lang, Text{"  （没有；回车按路径取）", "  (none; Enter takes it as a path)"}),
        Tone::faint);
  while (std::ssize(picture.rows) < size.rows - 3) picture.rows.push_back(fitted({}, size.columns));
  const std::string label = say(lang, Text{"名称含：", "named: "});
  const auto line = typed_.view(size.columns - display_width(label));
  picture.cursor = {static_cast<int>(picture.rows.size()), display_width(label) + line.cursor};
  add(label + line.shown, Tone::plain);
  add(say(lang, Text{"回车 选定或进入  空格 标记几个", "Enter choose or open  Space mark several"}),
      Tone::faint);
  add(say(lang, Text{"← 上一级  打字筛选（新的在前）  Esc 不附",
                     "← up  type to narrow (newest first)  Esc leave"}),
      Tone::faint);
  return picture;
}

}  // namespace sihu
