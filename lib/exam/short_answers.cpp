#include "exam/short_answers.hpp"

#include "base/fraction.hpp"
#include "base/sealed_box.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::optional<std::string> opened_points(const AnswerKey& key, const RecordedPoints& points,
                                         const SecretFor& secret_for) {
  if (points.box_key.empty()) return points.text;
  const auto secret = secret_for(points.box_key);
  const auto text =
      secret ? open_box(points.text, sealed_points_bytes, *secret) : std::optional<std::string>();
  if (!text) return std::nullopt;
  const std::string head = boxed_points(key, points.marker, Rational());
  const auto common = head.rfind('\n') + 1;
  if (text->compare(0, common, head, 0, common) != 0) return std::nullopt;
  return text->substr(common);
}

bool is_of_branch(const Organisation* organisation, const std::string& marker,
                  const std::string& branch) {
  const Person* person = organisation ? organisation->find_person(marker) : nullptr;
  return person && person->branch == branch;
}

void take_given(ShortAnswer& answer, const std::vector<RecordedPoints>& all,
                const SecretFor& secret_for, const Organisation* organisation) {
  for (const RecordedPoints& points : all) {
    if (!points.form_name.empty() && points.form_name != answer.form_name) continue;
    if (!points.handed.empty() && points.handed != answer.handed) continue;
    if (std::ranges::find(answer.given, points.marker, &GivenPoints::marker) != answer.given.end())
      continue;
    const auto text = opened_points(answer.key, points, secret_for);
    const auto value = text ? parse_fraction(*text) : std::nullopt;
    if (!value || *value < 0 || *value > answer.section->points || points.marker == answer.person ||
        is_of_branch(organisation, points.marker, answer.branch))
      ++answer.left_out;
    else
      answer.given.push_back({points.marker, *value});
  }
}

}  // namespace

std::vector<ShortAnswer> short_answers(const ReadPaper& paper, const ExamState& state,
                                       const SecretFor& secret_for,
                                       const Organisation* organisation) {
  const HandedPaper& handed = paper.handed;
  const std::string code = candidate_code(paper.form.recorded.seed, handed.person);
  std::vector<ShortAnswer> answers;
  for (std::size_t i = 0; i < paper.form.questions.size(); ++i) {
    const FormQuestion& asked = paper.form.questions[i];
    if (asked.question->kind != QuestionKind::short_answer || paper.responses[i].empty()) continue;
    ShortAnswer answer;
    answer.key = {handed.key, code, asked.ref};
    answer.person = handed.person;
    answer.branch = handed.branch;
    answer.form_name = handed.form_name;
    answer.handed = handed.name;
    answer.asked = &asked;
    answer.section = &paper.form.section_of(asked);
    answer.index = i;
    answer.response = paper.responses[i];
    if (const auto given = state.points.find(answer.key); given != state.points.end())
      take_given(answer, given->second, secret_for, organisation);
    answer.settled = settle_points(answer.given, answer.section->tolerated());
    answer.surplus = surplus_markers(answer.given, answer.section->tolerated());
    answers.push_back(std::move(answer));
  }
  return answers;
}

std::string boxed_points(const AnswerKey& key, std::string_view marker, const Rational& value) {
  return subject_of(key) + "\n" + key.question + "\n" + std::string(marker) + "\n" +
         value.fraction();
}

std::string subject_of(const AnswerKey& key) {
  return subject_of(key.paper) + "/" + key.code;
}

}  // namespace sihu
