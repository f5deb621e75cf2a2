#include "exam/pooled_test.hpp"

#include "exam/answer_column.hpp"

#include <cstdint>
#include <map>
#include <utility>

namespace sihu {
namespace {

// The questions of all papers, each with the answers of those who were asked it.
class AnswerPool {
 public:
  void take(const MarkedSitting& sitting, const ExamForm& form) {
    for (const FormQuestion& asked : form.questions) open(form, asked);
    for (const MarkedAnswer& answer : sitting.answers)
      if (const auto at = place_.find({answer.question, answer.full}); at != place_.end()) {
        catch_up(columns_[at->second]);
        columns_[at->second].add(answer.response, answer.mark);
      }
    ++candidates_;
    const auto [branch, fresh] =
        branch_numbers_.emplace(sitting.branch, static_cast<std::uint32_t>(test_.branches.size()));
    if (fresh) test_.branches.push_back(sitting.branch);
    test_.branch_of.push_back(branch->second);
  }

  MarkedTest finish() {
    test_.answers.candidates = candidates_;
    for (AnswerColumn& column : columns_) {
      catch_up(column);
      test_.questions.push_back(column.question());
      test_.answers.items.push_back(column.take());
    }
    return std::move(test_);
  }

 private:
  void open(const ExamForm& form, const FormQuestion& asked) {
    const PaperSection& section = form.section_of(asked);
    const auto [at, fresh] = place_.emplace(std::pair(asked.ref, section.points), columns_.size());
    if (!fresh) return;
    BankQuestion question = *asked.question;
    question.id = asked.ref;
    columns_.emplace_back(std::move(question), section.marking, section.points);
  }

  // Whoever came since the question was last met was not asked it.
  void catch_up(AnswerColumn& column) const {
    while (column.candidates() < candidates_) column.skip();
  }

  MarkedTest test_;
  std::size_t candidates_ = 0;
  std::vector<AnswerColumn> columns_;
  std::map<std::pair<std::string, Rational>, std::size_t> place_;  // by question and points
  std::map<std::string, std::uint32_t> branch_numbers_;
};

}  // namespace

MarkedTest pooled_test(const MarkedPapers& marked, const FormByKey& form_by_key) {
  AnswerPool pool;
  for (const MarkedPaper& paper : marked.papers)
    pool.take(paper.sitting, *form_by_key(paper.handed->form_key()));
  return pool.finish();
}

}  // namespace sihu
