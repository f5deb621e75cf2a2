#include "exam/papers_file.hpp"

#include "base/utf8.hpp"
#include "exam/normal.hpp"
#include "exam/papers_columns.hpp"
#include "exam/question_card.hpp"
#include "gate/csv.hpp"
#include "gate/sheet_cell.hpp"
#include "gate/source.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace sihu {
namespace {

constexpr std::size_t needed_columns = 3;  // the first of them

bool is_blank(const NewPaper& paper) {
  return std::ranges::all_of(paper.responses, &std::string::empty);
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

// A person's paper while it is read.
struct Opened {
  NewPaper paper;
  std::vector<ShownQuestion> shown;
  std::map<std::size_t, int> seen;  // number of a question to the line of its answer
  bool complained = false;          // something is wrong with a row of it
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

  void read_head(const Row& head);
  void read_row(const Row& row);
  Opened* paper_of(const Row& row);
  void open(const Row& row, const std::string& id, Opened*& into);
  void refuse_form(const Row& row, const std::string& id, const Failure& failure);
  void read_codes(const Sheet& table);
  const ShownQuestion* question_of(const Row& row, Opened& opened);
  void refuse_blank_papers(bool table_is_uneven);
  void refuse_answers_of_blank_papers();
  void add_blank_papers();
  void add_refusals();
  void take(const Row& row, Opened& opened, const ShownQuestion& shown);

  std::string text(const Row& row, const std::string& column) const;
  void complain(const Row& row, const std::string& column, std::string name, Phrase what,
                Phrase hint = {});
  void complain(const Row& row, const std::string& column, Fault fault);

  const Source& source_;
  const PapersScene& scene_;
  std::map<std::string, std::size_t> places_;  // of columns
  std::map<std::string, Opened> papers_;
  std::map<std::string, std::string> codes_;  // of the papers, by person
  std::vector<std::string> order_;            // of people, as they come in the file
  std::map<std::string, bool> complained_;    // people of whom it was said that they have no paper
  std::vector<std::string> paperless_;
  std::vector<Fault> faults_;
};

std::string PapersReader::text(const Row& row, const std::string& column) const {
  const auto place = places_.find(column);
  if (place == places_.end()) return {};
  return without_sheet_guard(trimmed_cell(row[place->second].text));
}

void PapersReader::complain(const Row& row, const std::string& column, std::string name,
                            Phrase what, Phrase hint) {
  const auto place = places_.find(column);
  const Cell& cell = place == places_.end() ? row.front() : row[place->second];
  Fault fault = source_.fault(cell.place, 1, std::move(name), std::move(what), std::move(hint));
  fault.excerpt.clear();
  faults_.push_back(std::move(fault));
}

void PapersReader::complain(const Row& row, const std::string& column, Fault fault) {
  complain(row, column, std::move(fault.name), std::move(fault.what), std::move(fault.hint));
}

void PapersReader::read_head(const Row& head) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::string name = papers_column(head[i].text);
    const auto width = static_cast<int>(std::max<std::size_t>(count_code_points(name), 1));
    const bool is_known = contains(papers_columns(), name);
    if (is_known && places_.contains(name))
      faults_.push_back(
          source_.fault(head[i].place, width, "duplicate-heading",
                        phrase(Text{"“{0}” 这一栏有两列", "the column {0} is there twice"}, name)));
    else if (!is_known)
      faults_.push_back(source_.fault(
          head[i].place, width, "unknown-key",
          phrase(Text{"答卷没有 “{0}” 这一栏", "answers have no \"{0}\""}, in_brief(name)),
          nearest_of(name, papers_columns())));
    places_.emplace(name, i);
  }
  const auto& columns = papers_columns();
  for (std::size_t i = 0; i < needed_columns; ++i)
    if (!places_.contains(columns[i]))
      faults_.push_back(
          source_.fault(head.front().place, 1, "column-missing",
                        phrase(Text{"缺少 {0} 这一栏", "the column {0} is missing"}, columns[i])));
}

void PapersReader::refuse_form(const Row& row, const std::string& id, const Failure& failure) {
  if (complained_[id]) return;
  complained_[id] = true;
  complain(row, places_.contains("form") ? "form" : "person", failure.faults.front());
}

// A person's code may stand in any of the rows; two of them are one too many.
void PapersReader::read_codes(const Sheet& table) {
  for (const Row& row : table.rows) {
    if (row.empty() || trimmed_cell(row.front().text).starts_with('#')) continue;
    const std::string code = text(row, "form");
    std::string& known = codes_[text(row, "person")];
    if (known.empty()) known = code;
    if (!code.empty() && code != known)
      complain(row, "form", "two-forms",
               phrase(Text{"{0} 写了两个卷号：{1} 和 {2}", "{0} has two codes: {1} and {2}"},
                      text(row, "person"), in_brief(known), in_brief(code)));
  }
}

void PapersReader::open(const Row& row, const std::string& id, Opened*& into) {
  const Person* person = scene_.organisation.find_person(id);
  auto found = person ? scene_.form_for(*person, codes_[id]) : nullptr;
  if (!found) {
    refuse_form(row, id, found.error());
    // The person's other answers are looked at all the same, against the paper it would be.
    found = codes_[id].empty() ? nullptr : scene_.form_for(*person, "");
    if (!found || !*found) return;
  }
  const ExamForm* form = *found;
  if (!person)
    complain(row, "person", unknown_person(id, scene_.organisation));
  else if (!form && !complained_[id]) {
    complain(row, "person", no_paper(id));
    paperless_.push_back(id);
  }
  if (person && !form) complained_[id] = true;
  if (!form) return;
  Opened opened{{id, form, Responses(form->questions.size()), {}, false, row.front().place},
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
  open(row, id, opened);
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
  return nullptr;
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
  std::erase_if(rest.blank, [&](const std::string& id) { return codes_.contains(id); });
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
    if (auto fault = scene_.refusal(papers_.at(person).paper)) faults_.push_back(std::move(*fault));
}

Result<std::vector<NewPaper>> PapersReader::read(const Sheet& table) {
  faults_ = table.faults;
  read_head(table.head);
  const auto& columns = papers_columns();
  const bool readable =
      std::ranges::all_of(columns.begin(), columns.begin() + needed_columns,
                          [&](const std::string& column) { return places_.contains(column); });
  if (readable) read_codes(table);
  if (readable)
    for (const Row& row : table.rows)
      if (!row.empty() && !trimmed_cell(row.front().text).starts_with('#')) read_row(row);
  if (faults_.empty() && order_.empty())
    faults_.push_back(source_.fault(Place{std::string(source_.name()), 1, 1}, 1,
                                    "nothing-filled-in",
                                    phrase(Text{"一份答卷也没有", "no paper is filled in"})));
  refuse_blank_papers(!table.faults.empty());
  refuse_answers_of_blank_papers();
  pool_paperless(faults_, paperless_);  // before those whom the caller names
  add_blank_papers();
  if (!faults_.empty() && scene_.refusal) add_refusals();
  for (Fault& fault : faults_) fault.excerpt.clear();
  std::ranges::stable_sort(faults_,
                           [](const Fault& a, const Fault& b) { return a.place < b.place; });
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
