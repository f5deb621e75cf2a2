#include "exam/paper_versions.hpp"

#include "exam/answer_column.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace sihu {
namespace {

// What tells versions apart: the questions, and what each is worth.
using AskedQuestions = std::vector<std::pair<std::string, Rational>>;

AskedQuestions asked_in(const MarkedSitting& sitting) {
  AskedQuestions asked;
  for (const MarkedAnswer& answer : sitting.answers)
    asked.emplace_back(answer.question, answer.full);
  std::ranges::sort(asked);
  return asked;
}

AnswerColumn column_of(const ExamForm& form, const FormQuestion& asked) {
  BankQuestion question = *asked.question;
  question.id = asked.ref;
  const PaperSection& section = form.section_of(asked);
  return AnswerColumn(std::move(question), section.marking, section.points);
}

// Gathers the candidates of one version.
class VersionGatherer {
 public:
  explicit VersionGatherer(const ExamForm& form) {
    for (const FormQuestion& asked : form.questions) {
      place_.emplace(asked.ref, columns_.size());
      columns_.push_back(column_of(form, asked));
    }
  }

  void take(const MarkedSitting& sitting) {
    ++candidates_;
    for (const MarkedAnswer& answer : sitting.answers)
      if (const auto at = place_.find(answer.question); at != place_.end())
        columns_[at->second].add(answer.response, answer.mark);
    const auto [branch, fresh] =
        branch_numbers_.emplace(sitting.branch, static_cast<std::uint32_t>(branches_.size()));
    if (fresh) branches_.push_back(sitting.branch);
    branch_of_.push_back(branch->second);
  }

  PaperVersion finish() {
    PaperVersion version;
    version.test.answers.candidates = candidates_;
    for (AnswerColumn& column : columns_) {
      version.test.questions.push_back(column.question());
      version.test.answers.items.push_back(column.take());
    }
    version.test.branches = std::move(branches_);
    version.test.branch_of = std::move(branch_of_);
    return version;
  }

 private:
  std::vector<AnswerColumn> columns_;
  std::map<std::string, std::size_t> place_;  // of each question, in `columns_`
  std::size_t candidates_ = 0;
  std::vector<std::string> branches_;
  std::map<std::string, std::uint32_t> branch_numbers_;
  std::vector<std::uint32_t> branch_of_;
};

}  // namespace

std::vector<PaperVersion> paper_versions(const MarkedPapers& marked, const FormByKey& form_by_key) {
  std::vector<VersionGatherer> gatherers;
  std::map<AskedQuestions, std::size_t> known;
  for (const MarkedPaper& paper : marked.papers) {
    const MarkedSitting& sitting = paper.sitting;
    const auto [at, fresh] = known.emplace(asked_in(sitting), gatherers.size());
    if (fresh)
      gatherers.emplace_back(*form_by_key({paper.handed->key, sitting.branch, sitting.form}));
    gatherers[at->second].take(sitting);
  }
  std::vector<PaperVersion> versions;
  for (VersionGatherer& gatherer : gatherers) versions.push_back(gatherer.finish());
  std::ranges::stable_sort(versions, std::ranges::greater(), [](const PaperVersion& version) {
    return version.test.answers.candidates;
  });
  return versions;
}

}  // namespace sihu
