#include "appraise/marks_file.hpp"

#include "base/utf8.hpp"
#include "gate/csv.hpp"
#include "gate/json.hpp"
#include "gate/source.hpp"
#include "gate/yaml.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

const std::vector<std::string> marks_columns{"item",  "points", "reason",  "area",
                                             "title", "full",   "standard"};

// A row as it was written: texts with their places, by column.
struct MarkRow {
  Place place;
  std::map<std::string, Cell, std::less<>> cells;

  std::string text(std::string_view column) const {
    const auto found = cells.find(column);
    return found == cells.end() ? std::string() : found->second.text;
  }
  const Place& place_of(std::string_view column) const {
    const auto found = cells.find(column);
    return found == cells.end() ? place : found->second.place;
  }
};

class MarksReader {
 public:
  MarksReader(const Source& source, const std::vector<const Item*>& items)
      : source_(source), items_(items) {}

  void read_table(const Sheet& table);
  void read_list(const Node& root);
  Result<std::vector<NewItemMark>> finish();

 private:
  void complain(const Place& at, std::string_view text, std::string name, Phrase what,
                Phrase hint = {});
  void check_column(const std::string& name, const Place& at);
  void read_entry(const Node& node);
  void take(const MarkRow& row);
  const Item* item_of(const MarkRow& row);
  std::optional<AppraiseMark> mark_of(const MarkRow& row, const Item& item);

  const Source& source_;
  const std::vector<const Item*>& items_;
  std::map<std::string, int> seen_;  // line of the first
  std::vector<NewItemMark> marks_;
  std::vector<Fault> faults_;
};

void MarksReader::complain(const Place& at, std::string_view text, std::string name, Phrase what,
                           Phrase hint) {
  const auto width = std::max<std::size_t>(count_code_points(text), 1);
  faults_.push_back(source_.fault(at, static_cast<int>(width), std::move(name), std::move(what),
                                  std::move(hint)));
}

Phrase maybe_meant(std::string_view typed, const std::vector<std::string>& known) {
  const auto close = nearest(typed, known);
  return close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{};
}

void MarksReader::check_column(const std::string& name, const Place& at) {
  if (std::ranges::find(marks_columns, name) != marks_columns.end()) return;
  complain(at, name, "unknown-key",
           phrase(Text{"考核打分没有 “{0}” 这一栏", "marks have no \"{0}\""}, in_brief(name)),
           maybe_meant(name, marks_columns));
}

const Item* MarksReader::item_of(const MarkRow& row) {
  const std::string id = row.text("item");
  std::vector<std::string> known;
  for (const Item* item : items_) {
    if (item->id == id) return item;
    known.push_back(item->id);
  }
  complain(
      row.place_of("item"), id, "unknown-item",
      phrase(Text{"没有要打分的条目 “{0}”", "there is no item \"{0}\" to score"}, in_brief(id)),
      maybe_meant(id, known));
  return nullptr;
}

std::optional<AppraiseMark> MarksReader::mark_of(const MarkRow& row, const Item& item) {
  const std::string written = row.text("points");
  auto mark = parse_appraise_mark(written);
  if (mark && fits(item, *mark)) return mark;
  complain(row.place_of("points"), written, "not-points",
           phrase(Text{"应是 0 到 {0}（至多两位小数）或 na，实际为 “{1}”",
                       "must be 0 to {0} (at most two decimals) or na, found \"{1}\""},
                  item.points.shortest(), in_brief(written)));
  return std::nullopt;
}

void MarksReader::take(const MarkRow& row) {
  if (row.text("points").empty()) return;
  const Item* item = item_of(row);
  if (!item) return;
  auto mark = mark_of(row, *item);
  const std::string reason = row.text("reason");
  if (is_blank(reason))
    complain(row.place_of("reason"), reason, "reason-missing",
             phrase(Text{"{0} 要写理由（reason）", "{0} needs a reason"}, item->id));
  const auto [first, fresh] = seen_.emplace(item->id, row.place.line);
  if (!fresh)
    complain(
        row.place_of("item"), item->id, "item-twice",
        phrase(Text{"{0} 在第 {1} 行已有", "{0} is in line {1} already"}, item->id, first->second));
  if (mark && fresh) marks_.push_back({item->id, std::move(*mark), reason, {}, row.place});
}

void MarksReader::read_table(const Sheet& table) {
  faults_ = table.faults;
  for (const Cell& cell : table.head) check_column(trimmed_cell(cell.text), cell.place);
  for (const auto& cells : table.rows) {
    if (cells.empty() || trimmed_cell(cells.front().text).starts_with('#')) continue;
    MarkRow row{cells.front().place, {}};
    for (std::size_t i = 0; i < cells.size() && i < table.head.size(); ++i)
      if (std::string text = without_sheet_guard(trimmed_cell(cells[i].text)); !text.empty())
        row.cells[trimmed_cell(table.head[i].text)] = {std::move(text), cells[i].place};
    take(row);
  }
}

void MarksReader::read_entry(const Node& node) {
  if (!node.is_map()) {
    complain(
        node.place, node.text, "wrong-type",
        phrase(Text{"应是 item、points、reason 的映射", "must be a map of item, points, reason"}));
    return;
  }
  MarkRow row{node.place, {}};
  for (const auto& [name, value] : node.entries) {
    check_column(name.text, name.place);
    if (value.is_scalar())
      row.cells[name.text] = {trimmed_cell(value.text), value.place};
    else if (!value.is_null())
      complain(value.place, {}, "wrong-type",
               phrase(Text{"{0} 应是一个值", "{0} must be a single value"}, in_brief(name.text)));
  }
  take(row);
}

void MarksReader::read_list(const Node& root) {
  const Node* list = root.is_map() ? root.find("marks") : &root;
  if (!list || !list->is_sequence()) {
    complain(root.place, {}, "marks-missing",
             phrase(Text{"应是打分的列表，或 marks: 和列表",
                         "must be a list of marks, or marks: "
                         "with one"}));
    return;
  }
  for (const Node& node : list->items) read_entry(node);
}

Result<std::vector<NewItemMark>> MarksReader::finish() {
  if (faults_.empty() && marks_.empty())
    complain(Place{std::string(source_.name()), 1, 1}, {}, "nothing-filled-in",
             phrase(Text{"一个分也没有填", "no points are filled in"}));
  std::ranges::stable_sort(faults_,
                           [](const Fault& a, const Fault& b) { return a.place < b.place; });
  if (!faults_.empty()) return fail(Kind::input, std::move(faults_));
  return std::move(marks_);
}

const Phrase& area_title(const Checklist& checklist, const std::string& id) {
  const auto found = std::ranges::find(checklist.areas, id, &Area::id);
  return found == checklist.areas.end() ? checklist.title : found->title;
}

}  // namespace

Result<std::vector<NewItemMark>> load_item_marks(std::string_view text, std::string_view name,
                                                 WrittenFormat format,
                                                 const std::vector<const Item*>& items) {
  const Source source(text, name);
  MarksReader reader(source, items);
  if (format == WrittenFormat::csv) {
    const auto table = read_csv(text, name);
    if (!table) return tl::unexpected(table.error());
    reader.read_table(*table);
    return reader.finish();
  }
  const auto root = format == WrittenFormat::json ? read_json(text, name) : read_yaml(text, name);
  if (!root) return tl::unexpected(root.error());
  reader.read_list(*root);
  return reader.finish();
}

std::string marks_form(const std::vector<const Item*>& items, const Checklist& checklist,
                       const std::vector<NewItemMark>& given, Lang lang) {
  std::string text = "\xef\xbb\xbfitem,area,title,full,points,reason,standard\r\n";
  for (const Item* item : items) {
    const auto before = std::ranges::find(given, item->id, &NewItemMark::item);
    std::string points;
    std::string reason;
    if (before != given.end()) {
      points = before->mark.points ? before->mark.points->shortest() : "na";
      reason = before->reason;
    }
    text += sheet_cell(item->id) + ',' + sheet_cell(area_title(checklist, item->area).in(lang)) +
            ',' + sheet_cell(item->title.in(lang)) + ',' + item->points.shortest() + ',' + points +
            ',' + sheet_cell(reason) + ',' + sheet_cell(item->standard.in(lang)) + "\r\n";
  }
  return text;
}

}  // namespace sihu
