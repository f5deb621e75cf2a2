#include "exam/points_file.hpp"

#include "base/utf8.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"
#include "gate/source.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace sihu {
namespace {

const std::vector<std::string> points_columns{"code", "question", "points",  "full",
                                              "stem", "model",    "response"};
constexpr std::size_t needed = 3;  // the first of them

class PointsReader {
 public:
  PointsReader(const Source& source, const std::vector<ShortAnswer>& answers,
               const PointsRefusal& refusal)
      : source_(source), answers_(answers), refusal_(refusal) {}

  Result<std::vector<NewPoints>> read(const Sheet& table);

 private:
  using Row = std::vector<Cell>;

  void read_head(const Row& head);
  void read_row(const Row& row);
  const ShortAnswer* answer_of(const Row& row);
  bool is_first(const Row& row, const AnswerKey& key);
  std::optional<Rational> points_in(const Row& row, const ShortAnswer* answer,
                                    const std::string& written);
  void add_refusals();

  std::string text(const Row& row, const char* column) const {
    return without_sheet_guard(trimmed_cell(row[places_.at(column)].text));
  }
  void complain(const Cell& at, std::string name, Phrase what, Phrase hint = {});

  const Source& source_;
  const std::vector<ShortAnswer>& answers_;
  const PointsRefusal& refusal_;
  std::map<std::string, std::size_t> places_;  // of columns
  std::map<AnswerKey, int> seen_;              // line of the first
  std::vector<NewPoints> points_;
  std::vector<Fault> faults_;
};

Phrase perhaps(std::string_view typed, const std::vector<std::string>& known) {
  const auto close = nearest(typed, known);
  return close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{};
}

void PointsReader::complain(const Cell& at, std::string name, Phrase what, Phrase hint) {
  const auto width = std::max<std::size_t>(count_code_points(at.text), 1);
  faults_.push_back(source_.fault(at.place, static_cast<int>(width), std::move(name),
                                  std::move(what), std::move(hint)));
}

void PointsReader::read_head(const Row& head) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::string name = trimmed_cell(head[i].text);
    if (std::ranges::find(points_columns, name) == points_columns.end())
      complain(head[i], "unknown-key",
               phrase(Text{"评分没有 “{0}” 这一栏", "marks have no \"{0}\""}, in_brief(name)),
               perhaps(name, points_columns));
    places_.emplace(name, i);
  }
  for (std::size_t i = 0; i < needed; ++i)
    if (!places_.contains(points_columns[i]))
      faults_.push_back(source_.fault(
          head.front().place, 1, "column-missing",
          phrase(Text{"缺少 {0} 这一栏", "the column {0} is missing"}, points_columns[i])));
}

const ShortAnswer* PointsReader::answer_of(const Row& row) {
  const std::string code = text(row, "code");
  const std::string question = text(row, "question");
  std::vector<std::string> codes;
  std::vector<std::string> questions;
  std::vector<std::string> all_questions;
  for (const ShortAnswer& answer : answers_) {
    if (answer.key.code == code && answer.key.question == question) return &answer;
    codes.push_back(answer.key.code);
    all_questions.push_back(answer.key.question);
    if (answer.key.code == code) questions.push_back(answer.key.question);
  }
  if (questions.empty())
    complain(row[places_.at("code")], "unknown-code",
             phrase(Text{"没有编码为 {0} 的答卷有简答题", "no paper {0} has short answers"},
                    in_brief(code)),
             perhaps(code, codes));
  const bool is_asked = std::ranges::find(all_questions, question) != all_questions.end();
  if (!questions.empty())
    complain(row[places_.at("question")], "no-such-answer",
             phrase(Text{"{0} 没有答 {1}", "{0} has not answered {1}"}, code, in_brief(question)),
             perhaps(question, questions));
  else if (!is_asked)
    complain(
        row[places_.at("question")], "unknown-question",
        phrase(Text{"没有一份答卷答了 {0}", "no paper has an answer to {0}"}, in_brief(question)),
        perhaps(question, all_questions));
  return nullptr;
}

bool PointsReader::is_first(const Row& row, const AnswerKey& key) {
  const auto [first, fresh] = seen_.emplace(key, row.front().place.line);
  if (!fresh)
    complain(row.front(), "points-twice",
             phrase(Text{"{0} 的 {1} 在第 {2} 行已有", "{1} of {0} is in line {2} already"},
                    key.code, key.question, first->second));
  return fresh;
}

void PointsReader::read_row(const Row& row) {
  const std::string written = text(row, "points");
  if (written.empty()) return;
  const ShortAnswer* answer = answer_of(row);
  const bool is_alone = answer && is_first(row, answer->key);
  const auto value = points_in(row, answer, written);
  if (is_alone && value) points_.push_back({answer->key, *value, row[places_.at("points")].place});
}

// Of an answer that is not known only whether they could be points at all.
std::optional<Rational> PointsReader::points_in(const Row& row, const ShortAnswer* answer,
                                                const std::string& written) {
  const Cell& cell = row[places_.at("points")];
  const auto number = Rational::parse(written);
  const auto value = answer                   ? read_points(*answer, written)
                     : number && *number >= 0 ? number
                                              : std::nullopt;
  if (value) return value;
  if (answer)
    complain(cell, "not-points",
             phrase(Text{"应是 0 到 {0}，至多两位小数，实际为 “{1}”",
                         "the points must be 0 to {0}, with at most two decimals, found \"{1}\""},
                    answer->section->points.shortest(), in_brief(written)));
  else
    complain(cell, "not-points",
             phrase(Text{"给分应是数，至多两位小数，实际为 “{0}”",
                         "points are a number with at most two decimals, found \"{0}\""},
                    in_brief(written)));
  return std::nullopt;
}

// What the next round would say.
void PointsReader::add_refusals() {
  for (const NewPoints& one : points_)
    if (auto fault = refusal_(one)) faults_.push_back(std::move(*fault));
}

Result<std::vector<NewPoints>> PointsReader::read(const Sheet& table) {
  faults_ = table.faults;
  read_head(table.head);
  const bool readable =
      std::all_of(points_columns.begin(), points_columns.begin() + needed,
                  [&](const std::string& column) { return places_.contains(column); });
  if (readable)
    for (const Row& row : table.rows)
      if (!trimmed_cell(row.front().text).starts_with('#')) read_row(row);
  if (faults_.empty() && points_.empty())
    faults_.push_back(source_.fault(Place{std::string(source_.name()), 1, 1}, 1,
                                    "nothing-filled-in",
                                    phrase(Text{"一个分也没有填", "no points are filled in"})));
  if (!faults_.empty() && refusal_) add_refusals();
  std::ranges::stable_sort(faults_,
                           [](const Fault& a, const Fault& b) { return a.place < b.place; });
  if (!faults_.empty()) return fail(Kind::input, std::move(faults_));
  return std::move(points_);
}

}  // namespace

Result<std::vector<NewPoints>> load_points(std::string_view text, std::string_view name,
                                           const std::vector<ShortAnswer>& answers,
                                           const PointsRefusal& refusal) {
  const Source source(text, name);
  const auto table = read_csv(text, name);
  if (!table) return tl::unexpected(table.error());
  return PointsReader(source, answers, refusal).read(*table);
}

}  // namespace sihu
