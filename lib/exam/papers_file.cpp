#include "exam/papers_file.hpp"

#include "exam/normal.hpp"
#include "exam/papers_columns.hpp"
#include "exam/question_card.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"
#include "gate/source.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>

namespace sihu {
namespace {

bool is_blank(const NewPaper& paper) {
  return std::ranges::all_of(paper.responses, &std::string::empty);
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

void sort_by_place(std::vector<Fault>& faults) {
  std::ranges::stable_sort(faults,
                           [](const Fault& a, const Fault& b) { return a.place < b.place; });
}

// A person's paper while it is read.
struct Opened {
  NewPaper paper;
  std::vector<ShownQuestion> shown;
  std::map<std::size_t, int> seen;  // number of a question to the line of its answer
  bool complained = false;          // something is wrong with a row of it
};

// Where a person's rows are, and the code of the paper that stands in some of them.
struct Written {
  std::vector<RowRun> rows;
  std::string code;
  std::vector<RowRun> code_rows;
};

// Spreadsheets let people break the lines of a cell; an answer is one line.
std::string in_one_line(std::string text) {
  std::string line;
  for (const char c : text) {
    const bool breaks = c == '\n' || c == '\r';
    if (!breaks)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

class PapersReader {
 public:
  PapersReader(const Source& source, const PapersScene& scene) : source_(source), scene_(scene) {}

  Result<std::vector<NewPaper>> read(const Sheet& table);

 private:
  using Row = std::vector<Cell>;

  void read_row(const Row& row);
  Opened* paper_of(const Row& row);
  void open(const Row& row, const std::string& id, Opened*& into);
  void refuse_form(const std::string& id, const Failure& failure);
  void read_rows(const Sheet& table);
  const ShownQuestion* question_of(const Row& row, Opened& opened);
  void refuse_blank_papers(bool table_is_uneven);
  void refuse_answers_of_blank_papers();
  void add_blank_papers();
  void add_refusals();
  void refuse_people();
  void take(const Row& row, Opened& opened, const ShownQuestion& shown);

  std::string text(const Row& row, const std::string& column) const;
  const Cell& cell_of(const Row& row, const std::string& column) const;
  void complain(const Row& row, const std::string& column, std::string name, Phrase what,
                Phrase hint = {});

  const Source& source_;
  const PapersScene& scene_;
  std::map<std::string, std::size_t> places_;  // of columns
  std::map<std::string, Opened> papers_;
  std::map<std::string, Written> written_;  // by person
  std::vector<std::string> order_;          // of people, as they come in the file
  std::map<std::string, Fault> refused_;    // people of whom no row is taken, and why
  std::set<std::string> unreadable_;        // people whose rows can't be looked at
  std::vector<std::string> paperless_;
  std::vector<Fault> faults_;
};

std::string PapersReader::text(const Row& row, const std::string& column) const {
  const auto place = places_.find(column);
  if (place == places_.end()) return {};
  return without_sheet_guard(trimmed_cell(row[place->second].text));
}

const Cell& PapersReader::cell_of(const Row& row, const std::string& column) const {
  const auto place = places_.find(column);
  return place == places_.end() ? row.front() : row[place->second];
}

void PapersReader::complain(const Row& row, const std::string& column, std::string name,
                            Phrase what, Phrase hint) {
  Fault fault = source_.fault(cell_of(row, column).place, 1, std::move(name), std::move(what),
                              std::move(hint));
  fault.excerpt.clear();
  faults_.push_back(std::move(fault));
}

void PapersReader::refuse_form(const std::string& id, const Failure& failure) {
  const Written& written = written_[id];
  const auto& rows = written.code.empty() ? written.rows : written.code_rows;
  std::ranges::move(at_each_run(failure.faults.front(), rows), std::back_inserter(faults_));
}

// A person's code may stand in any of the rows; two of them are one too many.
void PapersReader::read_rows(const Sheet& table) {
  std::size_t number = 0;
  for (const Row& row : table.rows) {
    if (row.empty() || trimmed_cell(row.front().text).starts_with('#')) continue;
    ++number;
    const std::string code = text(row, "form");
    Written& written = written_[text(row, "person")];
    add_row(written.rows, number, cell_of(row, "person").place);
    if (written.code.empty()) written.code = code;
    if (code.empty()) continue;
    if (code == written.code)
      add_row(written.code_rows, number, cell_of(row, "form").place);
    else
      complain(row, "form", "two-forms",
               phrase(Text{"{0} 写了两个卷号：{1} 和 {2}", "{0} has two codes: {1} and {2}"},
                      text(row, "person"), in_brief(written.code), in_brief(code)));
  }
}

void PapersReader::open(const Row& row, const std::string& id, Opened*& into) {
  const Person* person = scene_.organisation.find_person(id);
  if (!person) refused_.emplace(id, unknown_person(id, scene_.organisation));
  if (!person) return;
  const Written& written = written_[id];
  auto found = scene_.form_for(*person, written.code);
  if (!found) {
    refuse_form(id, found.error());
    // The person's other answers are looked at all the same, against the paper it would be.
    found = written.code.empty() ? nullptr : scene_.form_for(*person, "");
  } else if (!*found) {
    paperless_.push_back(id);
    refused_.emplace(id, no_paper(id));
  }
  const ExamForm* form = found ? *found : nullptr;
  if (!form) unreadable_.insert(id);
  if (!form) return;
  Opened opened{
      {id, form, Responses(form->questions.size()), {}, false, row.front().place, written.rows},
      shown_to(*form, id),
      {},
      false};
  into = &papers_.emplace(id, std::move(opened)).first->second;
  order_.push_back(id);
}

Opened* PapersReader::paper_of(const Row& row) {
  const std::string id = text(row, "person");
  if (id.empty()) {
    complain(row, "person", "person-missing", phrase(Text{"没有写 person", "person is missing"}));
    return nullptr;
  }
  if (const auto found = papers_.find(id); found != papers_.end()) return &found->second;
  Opened* opened = nullptr;
  if (!refused_.contains(id) && !unreadable_.contains(id)) open(row, id, opened);
  return opened;
}

const ShownQuestion* PapersReader::question_of(const Row& row, Opened& opened) {
  const std::string typed = text(row, "number");
  const std::string written = normal_answer(typed);  // full-width digits too
  if (typed.empty()) {
    complain(row, "number", "number-missing",
             phrase(Text{"没有写 number（第几题）", "number is missing: which question"}));
    return nullptr;
  }
  std::size_t number = 0;
  const char* end = written.data() + written.size();
  const auto [read_to, error] = std::from_chars(written.data(), end, number);
  if (error != std::errc() || read_to != end || number < 1 || number > opened.shown.size()) {
    complain(row, "number", "no-such-number",
             phrase(Text{"题号应是 1 到 {0}，实际为 “{1}”",
                         "the number must be 1 to {0}, found \"{1}\""},
                    opened.shown.size(), in_brief(typed)));
    return nullptr;
  }
  const auto [first, fresh] = opened.seen.emplace(number, row.front().place.line);
  if (fresh) return &opened.shown[number - 1];
  complain(row, "number", "answer-twice",
           phrase(Text{"{0} 的第 {1} 题在第 {2} 行已有",
                       "question {1} of {0} is answered in line {2} already"},
                  opened.paper.person, number, first->second));
  return &opened.shown[number - 1];
}

void PapersReader::take(const Row& row, Opened& opened, const ShownQuestion& shown) {
  const FormQuestion& asked = opened.paper.form->questions[shown.index];
  const std::string named = text(row, "question");
  if (!named.empty() && named != asked.ref) {
    complain(row, "question", "other-question",
             phrase(Text{"{0} 的第 {1} 题不是 {2}", "question {1} of {0} is not {2}"},
                    opened.paper.person, text(row, "number"), in_brief(named)));
    return;
  }
  const std::string written = in_one_line(text(row, "response"));
  const auto response = response_in_bank(*asked.question, shown.letters, written);
  if (response)
    opened.paper.responses[shown.index] = *response;
  else if (written.size() > most_response_bytes(asked.question->kind))
    complain(
        row, "response", "answer-too-long",
        phrase(Text{"答案太长，应在 {0} 字节以内", "the answer is too long, {0} bytes at most"},
               most_response_bytes(asked.question->kind)));
  else
    complain(row, "response", "not-an-answer",
             phrase(Text{"{0}第 {1} 题不能这样答：“{2}”",
                         "this can be no answer to question {1}, {0}: \"{2}\""},
                    phrase(wording(asked.question->kind)), text(row, "number"), in_brief(written)),
             gaps_words(*asked.question));
}

void PapersReader::read_row(const Row& row) {
  Opened* opened = paper_of(row);
  if (!opened) return;
  const std::size_t faults = faults_.size();
  if (const ShownQuestion* shown = question_of(row, *opened)) take(row, *opened, *shown);
  opened->complained = opened->complained || faults_.size() > faults;
}

// Rows that were prepared and never filled in would hand in a paper for good.
// Of an uneven table only where each question has its row: others may be in one that is broken.
void PapersReader::refuse_blank_papers(bool table_is_uneven) {
  for (const std::string& person : order_) {
    const Opened& opened = papers_.at(person);
    const bool is_whole = !table_is_uneven || opened.seen.size() == opened.shown.size();
    if (!is_blank(opened.paper) || !is_whole || opened.complained) continue;
    if (contains(scene_.blank, person)) continue;
    Fault fault = source_.fault(
        opened.paper.place, 1, "nothing-answered",
        phrase(Text{"{0} 一题也没有答", "{0} has answered nothing"}, person),
        phrase(Text{"没有参加的，删去这个人的行；参加了、交白卷的，加 --blank {0}",
                    "leave out the rows of who did not sit; who sat and wrote nothing: add --blank "
                    "{0}"},
               person));
    faults_.push_back(std::move(fault));
  }
}

void PapersReader::refuse_answers_of_blank_papers() {
  for (const std::string& person : order_) {
    const NewPaper& paper = papers_.at(person).paper;
    if (is_blank(paper) || !contains(scene_.blank, person)) continue;
    faults_.push_back(source_.fault(
        paper.place, 1, "not-blank",
        phrase(Text{"{0} 有答案，不是白卷", "{0} has answers: that is no blank paper"}, person),
        phrase(Text{"去掉 --blank {0}，或删去这些行", "leave out --blank {0}, or these rows"},
               person)));
  }
}

// Of those who have no row.
void PapersReader::add_blank_papers() {
  PapersScene rest = scene_;
  std::erase_if(rest.blank, [&](const std::string& id) { return written_.contains(id); });
  auto papers = blank_papers(rest);
  if (!papers) {
    auto& faults = papers.error().faults;
    std::ranges::move(faults, std::back_inserter(faults_));
    return;
  }
  for (NewPaper& paper : *papers) {
    order_.push_back(paper.person);
    papers_.emplace(order_.back(), Opened{std::move(paper), {}, {}, false});
  }
}

void PapersReader::add_refusals() {
  for (const std::string& person : order_)
    if (auto fault = scene_.refusal(papers_.at(person).paper))
      std::ranges::move(at_each_run(*fault, papers_.at(person).paper.rows),
                        std::back_inserter(faults_));
}

// Of people who are not known, or have no paper, every row is wrong.
void PapersReader::refuse_people() {
  for (const auto& [id, fault] : refused_)
    std::ranges::move(at_each_run(fault, written_.at(id).rows), std::back_inserter(faults_));
  sort_by_place(faults_);
  std::vector<RowRun> rows;
  for (const std::string& id : paperless_)
    std::ranges::copy(written_.at(id).rows, std::back_inserter(rows));
  pool_paperless(faults_, paperless_, lines_of(joined(std::move(rows))));
}

Result<std::vector<NewPaper>> PapersReader::read(const Sheet& table) {
  faults_ = table.faults;
  places_ = places_of_columns(table.head, source_, faults_);
  const bool readable = has_needed_columns(places_);
  if (readable) read_rows(table);
  if (readable)
    for (const Row& row : table.rows)
      if (!row.empty() && !trimmed_cell(row.front().text).starts_with('#')) read_row(row);
  refuse_blank_papers(!table.faults.empty());
  refuse_answers_of_blank_papers();
  refuse_people();  // before those whom the caller names
  if (faults_.empty() && order_.empty())
    faults_.push_back(source_.fault(Place{std::string(source_.name()), 1, 1}, 1,
                                    "nothing-filled-in",
                                    phrase(Text{"一份答卷也没有", "no paper is filled in"})));
  add_blank_papers();
  if (!faults_.empty() && scene_.refusal) add_refusals();
  for (Fault& fault : faults_) fault.excerpt.clear();
  sort_by_place(faults_);
  if (!faults_.empty()) return fail(Kind::input, std::move(faults_));
  std::vector<NewPaper> papers;
  for (const std::string& person : order_) papers.push_back(std::move(papers_.at(person).paper));
  return papers;
}

}  // namespace

Result<std::vector<NewPaper>> load_papers(std::string_view text, std::string_view name,
                                          const PapersScene& scene) {
  const Source source(text, name);
  const auto table = read_csv(text, name);
  if (!table) {
    Failure failure = table.error();
    for (Fault& fault : failure.faults) fault.excerpt.clear();
    return tl::unexpected(std::move(failure));
  }
  return PapersReader(source, scene).read(*table);
}

}  // namespace sihu
