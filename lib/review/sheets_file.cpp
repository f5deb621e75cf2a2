#include "review/sheets_file.hpp"

#include "base/utf8.hpp"
#include "gate/json.hpp"
#include "gate/yaml.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace sihu {
namespace {

struct SheetReading {
  const Source& source;
  const SheetsScene& scene;
  std::vector<Fault> faults = {};
  std::map<SheetKey, int> seen = {};  // line of the first sheet
  bool good = true;                   // of the row that is read
  std::vector<Fault> refused = {};    // by a rule, of well-formed rows too
};

void complain(SheetReading& reading, const SheetRow& row, std::string_view column, Fault fault) {
  const auto width = std::max<std::size_t>(count_code_points(row.text(column)), 1);
  reading.good = false;
  reading.faults.push_back(reading.source.fault(row.place_of(column), static_cast<int>(width),
                                                std::move(fault.name), std::move(fault.what),
                                                std::move(fault.hint)));
}

Phrase meant(std::string_view typed, const std::vector<std::string>& known) {
  const auto close = nearest(typed, known);
  return close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{};
}

template <class Known>
std::vector<std::string> ids_of(const std::vector<Known>& all) {
  std::vector<std::string> ids;
  for (const Known& one : all) ids.push_back(one.id);
  return ids;
}

std::string read_branch(SheetReading& reading, const SheetRow& row) {
  const auto id = row.text("branch");
  const Organisation& organisation = reading.scene.organisation;
  if (id.empty())
    complain(reading, row, "branch",
             {{}, "branch-missing", phrase(Text{"没有写 branch", "branch is missing"})});
  else if (!organisation.find_branch(id))
    complain(reading, row, "branch",
             {{},
              "unknown-branch",
              phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, in_brief(id)),
              meant(id, ids_of(organisation.branches))});
  return std::string(id);
}

std::string read_person(SheetReading& reading, const SheetRow& row) {
  const auto id = row.text("person");
  if (id.empty()) return reading.scene.person;
  const Organisation& organisation = reading.scene.organisation;
  if (!organisation.find_person(id))
    complain(reading, row, "person",
             {{},
              "unknown-person",
              phrase(Text{"没有编号为 {0} 的人", "there is no person {0}"}, in_brief(id)),
              meant(id, ids_of(organisation.people))});
  return std::string(id);
}

void read_scores(SheetReading& reading, const SheetRow& row, ReviewSheet& into) {
  const Rubric& rubric = reading.scene.sheets.rubric;
  for (const Criterion& criterion : rubric.criteria) {
    auto score = read_score(rubric, row.text(criterion.id));
    if (score)
      into.scores.push_back({criterion.id, std::move(*score)});
    else
      complain(reading, row, criterion.id,
               {{},
                score.error().faults.front().name,
                phrase(Text{"{0} {1}：{2}", "{0} {1}: {2}"}, criterion.id, criterion.title,
                       score.error().faults.front().what)});
  }
}

void refuse_second(SheetReading& reading, const SheetRow& row, const SheetKey& key) {
  const auto [first, fresh] = reading.seen.emplace(key, row.place.line);
  if (fresh) return;
  complain(reading, row, "branch",
           {{},
            "sheet-twice",
            phrase(Text{"{0} 评 {1} 的表在第 {2} 行已有",
                        "the sheet of {0} about {1} is in line {2} already"},
                   key.person, key.branch, first->second)});
}

void ask_rules(SheetReading& reading, const SheetRow& row, const SheetKey& key) {
  if (!reading.scene.refusal) return;
  auto refusal = reading.scene.refusal(key);
  if (!refusal) return;
  refusal->place = row.place;
  reading.refused.push_back(std::move(*refusal));
}

bool is_unfilled(const SheetReading& reading, const SheetRow& row) {
  if (!row.text("comment").empty()) return false;
  const auto& criteria = reading.scene.sheets.rubric.criteria;
  return std::ranges::all_of(
      criteria, [&](const Criterion& criterion) { return row.text(criterion.id).empty(); });
}

void read_row(SheetReading& reading, const SheetRow& row, SheetsFile& into) {
  reading.good = true;
  NewSheet made;
  made.place = row.place;
  made.key = {reading.scene.sheets.quarter, read_branch(reading, row), read_person(reading, row)};
  if (reading.good) {
    ask_rules(reading, row, made.key);
    refuse_second(reading, row, made.key);
  }
  read_scores(reading, row, made.sheet);
  made.sheet.comment = row.text("comment");
  if (!fits_box(made.key, made.sheet))
    complain(
        reading, row, "comment",
        {{},
         "comment-too-long",
         phrase(Text{"意见太长，应在 {0} 字以内", "the comment is too long, {0} letters at most"},
                500)});
  if (reading.good) into.sheets.push_back(std::move(made));
}

Result<std::vector<SheetRow>> raw_rows(const Source& source, WrittenFormat format,
                                       const SheetsFor& sheets, std::vector<Fault>& faults) {
  if (format == WrittenFormat::csv) {
    const auto table = read_csv(source.text(), source.name());
    if (!table) return tl::unexpected(table.error());
    faults.insert(faults.end(), table->faults.begin(), table->faults.end());
    return sheet_rows(*table, sheets, source, faults);
  }
  const auto root = format == WrittenFormat::json ? read_json(source.text(), source.name())
                                                  : read_yaml(source.text(), source.name());
  if (!root) return tl::unexpected(root.error());
  return sheet_rows(*root, sheets, source, faults);
}

// A quoted line of a table would show on a screen, or in a log, who gave what.
std::vector<Fault> without_excerpts(std::vector<Fault> faults) {
  for (Fault& fault : faults) fault.excerpt.clear();
  return faults;
}

}  // namespace

Result<SheetsFile> load_sheets(std::string_view text, std::string_view name, WrittenFormat format,
                               const SheetsScene& scene) {
  const Source source(text, name);
  SheetReading reading{source, scene};
  const auto rows = raw_rows(source, format, scene.sheets, reading.faults);
  if (!rows) return fail(rows.error().kind, without_excerpts(rows.error().faults));
  SheetsFile file;
  for (const SheetRow& row : *rows) {
    if (is_unfilled(reading, row))
      ++file.unfilled;
    else
      read_row(reading, row, file);
  }
  if (reading.faults.empty() && file.sheets.empty())
    reading.faults.push_back(source.fault(Place{std::string(source.name()), 1, 1}, 1,
                                          "nothing-filled-in",
                                          phrase(Text{"一份也没有填", "no sheet is filled in"})));
  if (reading.faults.empty()) return file;
  std::ranges::move(reading.refused, std::back_inserter(reading.faults));
  std::ranges::stable_sort(reading.faults,
                           [](const Fault& a, const Fault& b) { return a.place < b.place; });
  return fail(Kind::input, without_excerpts(std::move(reading.faults)));
}

Result<Rational> read_score(const Rubric& rubric, std::string_view text) {
  if (text.empty())
    return fail(Kind::input, "score-missing", phrase(Text{"没有打分", "no score is given"}));
  const auto score = Rational::parse(text);
  if (score && *score >= Rational(rubric.from) && *score <= Rational(rubric.to)) return *score;
  return fail(Kind::input, "score-outside-scale",
              phrase(Text{"应是 {0} 到 {1} 的数字（最多两位小数），实际为 “{2}”",
                          "must be a number from {0} to {1} (at most two decimals), found \"{2}\""},
                     rubric.from, rubric.to, in_brief(text)));
}

}  // namespace sihu
