#include "exam/answer_file.hpp"

#include "base/utf8.hpp"
#include "exam/answer_column.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace sihu {
namespace {

constexpr std::size_t most_faults = 200;

// What a column of the table is for.
constexpr int for_candidate = -1;
constexpr int for_branch = -2;
constexpr int for_nothing = -3;

Phrase expected_answer(const BankQuestion& question) {
  switch (question.kind) {
    case QuestionKind::single:
      return phrase(Text{"应是 {0} 中的一个", "expected one of {0}"}, option_letters(question));
    case QuestionKind::multiple:
      return phrase(Text{"应是 {0} 中的几个，各写一次", "expected some of {0}, each once"},
                    option_letters(question));
    case QuestionKind::judge:
      return phrase(Text{"应是 T 或 F（对、错也行）", "expected T or F"});
    case QuestionKind::blank:
      return phrase(Text{"应是 {0} 个空，用 ; 隔开", "expected the {0} gaps, parted by ;"},
                    question.blanks.size());
    case QuestionKind::short_answer:
      break;
  }
  return phrase(Text{"简答题应写评分人给的分，0 到 {0}",
                     "expected the points that its marker gave, 0 to {0}"},
                question.points.shortest());
}

class AnswerReading {
 public:
  AnswerReading(const Source& source, const Bank& bank, const Marking& marking)
      : source_(source), places_(source), bank_(bank), marking_(marking) {}

  void take_head(const std::vector<Cell>& head) {
    for (const Cell& cell : head) uses_.push_back(use_of(cell));
    if (std::ranges::find(uses_, for_candidate) == uses_.end())
      complain({{source_.name(), 1, 1},
                "candidate-missing",
                phrase(Text{"没有 candidate（考生）一栏", "there is no column candidate"})});
    if (columns_.empty())
      complain({{source_.name(), 1, 1},
                "no-questions",
                phrase(Text{"没有一栏是题库 {0} 的题", "no column is a question of the bank {0}"},
                       bank_.id)});
  }

  void take_row(const std::vector<LooseCell>& row) {
    ++candidates_;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (uses_[i] == for_candidate)
        take_candidate(row[i]);
      else if (uses_[i] == for_branch)
        take_branch(row[i]);
      else if (uses_[i] != for_nothing)
        take_answer(columns_[static_cast<std::size_t>(uses_[i])], row[i]);
    }
  }

  MarkedTest take() {
    MarkedTest test;
    test.answers.candidates = candidates_;
    for (AnswerColumn& column : columns_) {
      test.questions.push_back(column.question());
      test.answers.items.push_back(column.take());
    }
    test.branches = std::move(branches_);
    test.branch_of = std::move(branch_of_);
    return test;
  }

  std::size_t candidates() const { return candidates_; }
  std::vector<Fault> take_faults() { return std::move(faults_); }

 private:
  int use_of(const Cell& cell) {
    if (cell.text == "candidate" || cell.text == "考生") return for_candidate;
    if (cell.text == "branch" || cell.text == "支部") return for_branch;
    std::string_view id = cell.text;
    if (id.starts_with(bank_.id + "/")) id.remove_prefix(bank_.id.size() + 1);
    const BankQuestion* question = bank_.find(id);
    if (!question) {
      complain(unknown_question(cell, id));
      return for_nothing;
    }
    if (std::ranges::any_of(
            columns_, [&](const auto& column) { return column.question().id == question->id; })) {
      complain({cell.place, "question-twice",
                phrase(Text{"{0} 有两栏", "{0} has two columns"}, question->id)});
      return for_nothing;
    }
    columns_.emplace_back(*question, marking_, question->points);
    return static_cast<int>(columns_.size()) - 1;
  }

  Fault unknown_question(const Cell& cell, std::string_view id) const {
    std::vector<std::string> known{"candidate", "branch"};
    for (const BankQuestion& question : bank_.questions) known.push_back(question.id);
    const auto close = nearest(id, known);
    return {cell.place, "unknown-question",
            phrase(Text{"题库 {0} 里没有 {1} 这道题", "the bank {0} has no question {1}"}, bank_.id,
                   in_brief(id)),
            close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{}};
  }

  void take_candidate(const LooseCell& cell) {
    const auto id = trimmed_cell(cell.text);
    if (id.empty())
      return complain_at(cell, "candidate-missing",
                         phrase(Text{"没有写是谁", "the candidate is missing"}));
    const auto [first, fresh] = seen_.emplace(id, cell.offset);
    if (!fresh)
      complain_at(cell, "candidate-twice",
                  phrase(Text{"{0} 在第 {1} 行已有", "{0} is in line {1} already"}, in_brief(id),
                         source_.place(first->second).line));
  }

  void take_branch(const LooseCell& cell) {
    if (!cell.text.empty() && cell.text == last_branch_)
      return branch_of_.push_back(branch_of_.back());
    last_branch_ = cell.text;
    const auto id = trimmed_cell(cell.text);
    if (id.empty())
      complain_at(cell, "branch-missing", phrase(Text{"没有写支部", "the branch is missing"}));
    const auto [known, fresh] =
        branch_numbers_.emplace(id, static_cast<std::uint32_t>(branches_.size()));
    if (fresh) branches_.push_back(id);
    branch_of_.push_back(known->second);
  }

  void take_answer(AnswerColumn& column, const LooseCell& cell) {
    if (column.add(cell.text)) return;
    const BankQuestion& question = column.question();
    complain_at(cell, "not-an-answer",
                phrase(Text{"{0}：“{1}” 不能是答案", "{0}: \"{1}\" can be no answer"}, question.id,
                       in_brief(trimmed_cell(cell.text))),
                expected_answer(question));
  }

  void complain_at(const LooseCell& cell, const char* name, Phrase what, Phrase hint = {}) {
    if (faults_.size() > most_faults) return;
    const auto width = std::max<std::size_t>(count_code_points(cell.text), 1);
    faults_.push_back(source_.fault(places_.at(cell.offset), static_cast<int>(width), name,
                                    std::move(what), std::move(hint)));
  }

  void complain(Fault fault) {
    faults_.push_back(source_.fault(fault.place, 1, std::move(fault.name), std::move(fault.what),
                                    std::move(fault.hint)));
  }

  const Source& source_;
  ForwardPlaces places_;
  const Bank& bank_;
  const Marking& marking_;
  std::vector<Fault> faults_;
  std::vector<int> uses_;  // of each column: a place in `columns_`, or what it is for
  std::vector<AnswerColumn> columns_;
  std::size_t candidates_ = 0;
  std::unordered_map<std::string, std::size_t> seen_;  // where each candidate was first
  std::vector<std::string> branches_;
  std::unordered_map<std::string, std::uint32_t> branch_numbers_;
  std::vector<std::uint32_t> branch_of_;
  std::string last_branch_;
};

}  // namespace

Result<MarkedTest> load_answer_file(std::string_view text, std::string_view name, const Bank& bank,
                                    const Marking& marking) {
  const Source source(without_bom(text), name);
  AnswerReading reading(source, bank, marking);
  CsvFaults form = read_csv_rows(
      source, [&](const std::vector<Cell>& head) { reading.take_head(head); },
      [&](const std::vector<LooseCell>& row) { reading.take_row(row); });
  std::vector<Fault> faults = reading.take_faults();
  for (auto* more : {&form.broken, &form.uneven})
    faults.insert(faults.end(), more->begin(), more->end());
  if (faults.empty() && reading.candidates() == 0)
    faults.push_back(
        source.fault({source.name(), 1, 1}, 1, "no-candidates",
                     phrase(Text{"只有列名，没有考生", "there are headings and no candidates"})));
  if (faults.empty()) return reading.take();
  std::ranges::stable_sort(faults, {}, &Fault::place);
  return fail(Kind::input, capped(std::move(faults)));
}

}  // namespace sihu
