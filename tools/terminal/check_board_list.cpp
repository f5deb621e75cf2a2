#include "tools/terminal/check_board.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

bool speaks_of(const Item& item, const std::string& sought) {
  const std::string* texts[] = {&item.id, &item.title.zh, &item.title.en, &item.standard.zh,
                                &item.standard.en};
  return std::ranges::any_of(texts, [&](const std::string* text) {
    return lower(*text).find(sought) != std::string::npos;
  });
}

}  // namespace

bool CheckBoard::is_shown(const RunRow& row) const {
  if (filter_ == Filter::unanswered && row.answered()) return false;
  if (filter_ == Filter::findings && !row.is_finding) return false;
  return speaks_of(*row.item, lower(search_.text()));
}

std::vector<std::size_t> CheckBoard::visible_items() const {
  std::vector<std::size_t> places;
  const auto rows = run_.rows();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (i == run_.at() || is_shown(rows[i])) places.push_back(i);
  return places;
}

void CheckBoard::go_to(std::size_t item, Instant now) {
  if (item == run_.at() && run_.asking() == Run::Asking::item) return;
  run_.go_to(item, now);
  message_.clear();
  scrolled_ = 0;
}

void CheckBoard::move(int by, Instant now) {
  const auto places = visible_items();
  const auto here = std::ranges::find(places, run_.at()) - places.begin();
  const auto last = std::ssize(places) - 1;
  if (last < 0) return;
  go_to(places[static_cast<std::size_t>(std::clamp(here + by, std::ptrdiff_t{0}, last))], now);
}

// The run went on to an item that is not shown: the next one that is, from the one just answered,
// and that somebody looks for. Where none is left, all are shown again.
void CheckBoard::stay_visible(Instant now) {
  const auto rows = run_.rows();
  if (rows.empty() || run_.asking() == Run::Asking::nothing) {
    filter_ = Filter::all;
    search_ = {};
    return;
  }
  if (rows[run_.at()].item->id == recording_ || is_shown(rows[run_.at()])) return;
  const auto from = static_cast<std::size_t>(
      std::ranges::find(rows, recording_, [](const RunRow& row) { return row.item->id; }) -
      rows.begin());
  for (std::size_t step = 1; step < rows.size(); ++step) {
    const auto place = (from + step) % rows.size();
    const bool wanted = filter_ == Filter::findings || !rows[place].answered();
    if (wanted && is_shown(rows[place])) return go_to(place, now);
  }
  filter_ = Filter::all;
  search_ = {};
}

void CheckBoard::next_filter(Instant now) {
  filter_ = filter_ == Filter::all          ? Filter::unanswered
            : filter_ == Filter::unanswered ? Filter::findings
                                            : Filter::all;
  const auto rows = run_.rows();
  if (rows.empty() || is_shown(rows[run_.at()])) return;
  const auto first = std::ranges::find_if(rows, [&](const RunRow& row) { return is_shown(row); });
  if (first != rows.end()) go_to(static_cast<std::size_t>(first - rows.begin()), now);
}

CheckBoard::Effect CheckBoard::press_search(const Key& key, Instant now) {
  message_.clear();
  if (key.kind == Key::Kind::escape) {
    search_ = {};
    mode_ = Mode::list;
    return {};
  }
  if (key.kind == Key::Kind::up || key.kind == Key::Kind::down) {
    move(key.kind == Key::Kind::up ? -1 : 1, now);
    return {};
  }
  if (search_.press(key) != LineEdit::Outcome::entered) return {};
  mode_ = Mode::list;
  const auto rows = run_.rows();
  if (rows.empty() || is_shown(rows[run_.at()])) return {};
  const auto first = std::ranges::find_if(rows, [&](const RunRow& row) { return is_shown(row); });
  if (first != rows.end()) {
    go_to(static_cast<std::size_t>(first - rows.begin()), now);
    return {};
  }
  message_ = say(lang_, Text{"没有含“{0}”的项目", "no item has \"{0}\""}, search_.text());
  search_ = {};
  return {};
}

CheckBoard::Effect CheckBoard::press_picking(const Key& key) {
  const auto outcome = picker_->press(key);
  if (outcome == Picker::Outcome::going_on) return {};
  Effect effect;
  if (outcome == Picker::Outcome::chosen) {
    effect = {Effect::Kind::attach, {Reply::Kind::evidence, {}, {}, picker_->paths(), false}};
    folder_ = picker_->folder();
  }
  picker_.reset();
  mode_ = Mode::list;
  return effect;
}

CheckBoard::Effect CheckBoard::press_page(const Key& key) {
  const int by = key.kind == Key::Kind::up          ? -1
                 : key.kind == Key::Kind::down      ? 1
                 : key.kind == Key::Kind::page_up   ? -8
                 : key.kind == Key::Kind::page_down ? 8
                                                    : 0;
  scrolled_ = std::max(scrolled_ + by, 0);
  if (by != 0) return {};
  page_.clear();
  scrolled_ = 0;
  mode_ = run_.asking() == Run::Asking::existed ? Mode::existed : Mode::list;
  return {};
}

void CheckBoard::show_help() {
  std::string help;
  for (const BoardKey& key : board_keys())
    help += std::string(key.key) + "  " + std::string(key.does.in(lang_)) + "\n";
  help +=
      say(lang_, Text{"\n+ 通过  x 不通过  - 扣分  # 计数  / 不适用  ! 几个人不一致  · 没答\n",
                      "\n+ pass  x fail  - deduct  # value  / n/a  ! answers differ  · none\n"});
  page_ = help;
  scrolled_ = 0;
  mode_ = Mode::page;
}

}  // namespace sihu
