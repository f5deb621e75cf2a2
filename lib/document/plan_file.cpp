#include "document/plan_file.hpp"

#include "document/kind.hpp"
#include "document/plain_rows.hpp"
#include "document/reader.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace sihu {
namespace {

constexpr int hex = 16;
constexpr std::size_t digits_of_seed = 16;
const std::vector<std::string> mutual_names{"check", "review", "learn", "test"};

std::optional<std::string> read_digits(Reader& reader, const Node& node, std::string_view key) {
  auto text = reader.word(node, key);
  if (!text) return std::nullopt;
  if (text->size() == digits_of_seed &&
      text->find_first_not_of("0123456789abcdef") == std::string::npos)
    return text;
  reader.wrong_type(node, key,
                    phrase(Text{"16 位十六进制数字（小写）", "16 hex digits in small letters"}));
  return std::nullopt;
}

std::optional<Quarter> read_quarter(Reader& reader, const Node& node, std::string_view key) {
  const auto quarter = node.is_scalar() ? Quarter::parse(node.text) : std::nullopt;
  if (!quarter) {
    reader.wrong_type(node, key, phrase(Text{"季度，如 2026Q4", "a quarter, as 2026Q4"}));
    return std::nullopt;
  }
  const std::string_view name = reader.source().name();
  const std::size_t slash = name.rfind('/');
  const std::string_view file = name.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const auto named =
      file.ends_with(".yaml") ? Quarter::parse(file.substr(0, file.size() - 5)) : std::nullopt;
  if (named && *named != *quarter)
    reader.fault(
        node, "other-quarter",
        phrase(Text{"文件名说是 {0}，里面写的是 {1}", "the file is named {0}, and plans {1}"},
               to_string(*named), to_string(*quarter)));
  return quarter;
}

PlanOrigin read_origin(Reader& reader, const Node& node) {
  PlanOrigin made;
  const Keys keys(reader, node, "made", {"by", "date", "seed", "roster"});
  keys.read("by", made.by, &Reader::id);
  keys.read("date", made.on, &Reader::date);
  keys.read("seed", made.seed, &Reader::word);
  keys.read("roster", made.roster,
            [&](const Node& at, std::string_view key) { return read_digits(reader, at, key); });
  return made;
}

std::optional<PlanRotation> read_rotation(Reader& reader, const Node& node) {
  PlanRotation rotation;
  const Keys keys(reader, node, "rotation", {"seed", "cycle", "round"});
  const auto count = [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, 0, 1000000);
  };
  std::string digits;
  bool good = keys.require("seed", digits, [&](const Node& at, std::string_view key) {
    return read_digits(reader, at, key);
  });
  good = keys.require("cycle", rotation.cycle, count) && good;
  good = keys.require("round", rotation.round, count) && good;
  if (!good) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), rotation.seed, hex);
  return rotation;
}

// `item: dues/DF-02` or `topic: fire`, of rows that teach.
void read_lesson(Reader& reader, const Keys& keys, PlanRow& row) {
  const Node* item = keys.find("item");
  const Node* topic = keys.find("topic");
  if (!item && !topic) return;
  if (row.mutual != Mutual::learn || (item && topic)) {
    reader.fault(item ? *item : *topic, "misplaced-lesson",
                 phrase(Text{"item 和 topic 只能写在 learn 行里，而且只写一个",
                             "item and topic belong to rows of learn, and one is enough"}));
    return;
  }
  keys.read("topic", row.lesson, &Reader::word);
  if (topic) row.lesson = ":" + row.lesson;
  if (!item) return;
  keys.read("item", row.lesson, &Reader::word);
  const std::size_t slash = row.lesson.find('/');
  if (slash == 0 || slash == std::string::npos || slash + 1 == row.lesson.size())
    reader.wrong_type(
        *item, "item",
        phrase(Text{"检查表和条目，如 dues/DF-02", "a checklist and its item, as dues/DF-02"}));
}

void read_row(Reader& reader, const Node& node, PlanFile& into) {
  const Keys keys(reader, node, "row", {"mutual", "from", "to", "item", "topic", "note"});
  PlanRow row;
  row.place = node.place;
  row.width = node.width;
  keys.read("note", row.note, &Reader::phrase);
  bool good = keys.require("mutual", row.mutual, [&](const Node& at, std::string_view key) {
    const auto word = reader.choice(at, key, mutual_names);
    return word ? parse_mutual(*word) : std::nullopt;
  });
  good = keys.require("from", row.from, &Reader::id) && good;
  good = keys.require("to", row.to, &Reader::id) && good;
  read_lesson(reader, keys, row);
  if (good) into.rows.push_back(std::move(row));
}

void read_plan(Reader& reader, const Node& root, PlanFile& into) {
  const Keys keys(reader, root, "plan", {"plan", "made", "rotation", "broken", "rows"});
  keys.require("plan", into.quarter,
               [&](const Node& at, std::string_view key) { return read_quarter(reader, at, key); });
  if (const Node* made = keys.find("made")) into.made = read_origin(reader, *made);
  if (const Node* rotation = keys.find("rotation"))
    into.rotation = read_rotation(reader, *rotation);
  keys.read("broken", into.broken, &Reader::phrases);
  for (const auto& [key, value] : root.entries) {
    if (key.text == "rows") into.rows_place = key.place;
    if (key.text == "rotation") into.rotation_place = key.place;
  }
  const Node* rows = keys.require("rows");
  if (!rows) return;
  for (const Node& row : reader.list(*rows, "rows")) read_row(reader, row, into);
}

PlanFile read_by_yaml(Reader& reader) {
  PlanFile plan;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::plan)) read_plan(reader, *root, plan);
  return plan;
}

Result<PlanFile> load_by_yaml(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  PlanFile plan = read_by_yaml(reader);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return plan;
}

}  // namespace

std::optional<PlanFile> readable_plan(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  PlanFile plan = read_by_yaml(reader);
  return plan.quarter == Quarter() ? std::nullopt : std::optional(std::move(plan));
}

std::optional<Mutual> parse_mutual(std::string_view text) {
  const auto found = std::ranges::find(mutual_names, text);
  if (found == mutual_names.end()) return std::nullopt;
  return static_cast<Mutual>(found - mutual_names.begin());
}

std::string_view to_string(Mutual mutual) {
  return mutual_names[static_cast<std::size_t>(mutual)];
}

const Text& wording(Mutual mutual) {
  static constexpr Text check{"互查", "check"};
  static constexpr Text review{"互评", "review"};
  static constexpr Text learn{"互学", "learn"};
  static constexpr Text test{"互考", "test"};
  switch (mutual) {
    case Mutual::check:
      return check;
    case Mutual::review:
      return review;
    case Mutual::learn:
      return learn;
    case Mutual::test:
      break;
  }
  return test;
}

bool PlanFile::has(Mutual mutual, std::string_view from, std::string_view to) const {
  return std::ranges::any_of(rows, [&](const PlanRow& row) {
    return row.mutual == mutual && row.from == from && row.to == to;
  });
}

// Of thousands of rows nearly all the time went into YAML. Whatever is wrong is said by reading
// the text as it stands.
Result<PlanFile> load_plan(std::string_view text, std::string_view name) {
  if (auto plain = plain_rows(without_bom(text), name))
    if (auto plan = load_by_yaml(plain->rest, name)) {
      plan->rows = std::move(plain->rows);
      return plan;
    }
  return load_by_yaml(text, name);
}

}  // namespace sihu
