#include "exam/item_advice.hpp"
#include "report/item_figures.hpp"
#include "report/item_list.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr auto right = Column::Align::right;
constexpr auto left = Column::Align::left;
constexpr int points_places = 2;
constexpr int r_places = 3;

// Below this two halves of the same test would rank people rather differently (Moodle's limits).
constexpr double reliable_from = 0.75;
constexpr double unreliable_below = 0.64;

std::int64_t whole(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

Phrase reliability_words(const TestStatistics& found) {
  const std::string alpha = decimals(*found.alpha, points_places);
  const Text name = found.own_papers
                        ? Text{"信度（各人题目不同，把抽到的题难不难也算作误差）",
                               "reliability (how hard the own questions were is part of the error)"}
                    : found.right_or_wrong ? Text{"信度 KR-20", "reliability (KR-20)"}
                                           : Text{"信度 α", "reliability (alpha)"};
  if (*found.alpha >= reliable_from)
    return phrase(Text{"{0} = {1}：够用", "{0} = {1}: good enough"}, name, alpha);
  if (*found.alpha >= unreliable_below)
    return phrase(Text{"{0} = {1}：勉强，差几分的人分不出高低",
                       "{0} = {1}: just so; a few points between people mean little"},
                  name, alpha);
  return phrase(Text{"{0} = {1}：不可靠，不宜按分数排名",
                     "{0} = {1}: not reliable; rank nobody by these marks"},
                name, alpha);
}

// That candidates were asked different questions, and of which of them nothing is said.
std::vector<Phrase> own_paper_words(const TestStatistics& found) {
  if (!found.own_papers) return {};
  std::vector<Phrase> words{
      phrase(Text{"各人的题目不同：每道题只算考到它的人，和他们其余的题比",
                  "questions differ by candidate: each is judged by those who were asked it, "
                  "against the rest of their papers"})};
  const auto few = std::ranges::count_if(
      found.items, [](const ItemStatistics& item) { return item.candidates < least_candidates; });
  if (few > 0 && found.candidates >= least_candidates)
    words.push_back(phrase(Text{"{0} 道题考到的人不足 {1} 个，不给建议",
                                "asked of fewer than {1}, so without advice: {0}"},
                           counted(few, "question"), least_candidates));
  return words;
}

// Of one candidate alone there is none.
Value deviation_figure(double deviation, std::size_t candidates) {
  return candidates > 1 ? figure(deviation, points_places) : Value();
}

}  // namespace

Table test_table(const ItemReport& report) {
  const TestStatistics& found = report.statistics;
  Table table;
  table.title = phrase(Text{"全卷", "The test"});
  table.columns = {{"candidates", {"人数", "candidates"}, right},
                   {"questions", {"题数", "questions"}, right},
                   {"full", {"满分", "full"}, right},
                   {"mean", {"平均分", "mean"}, right},
                   {"median", {"中位数", "median"}, right},
                   {"deviation", {"标准差", "deviation"}, right},
                   {"skewness", {"偏度", "skewness"}, right, false},
                   {"alpha", {"信度 α", "alpha"}, right},
                   {"kr20", {"KR-20", "KR-20"}, right, false},
                   {"kr21", {"KR-21", "KR-21"}, right, false},
                   {"error", {"测量误差", "error"}, right},
                   {"tail", {"高、低分组人数", "upper, lower"}, right, false}};
  table.rows = {
      {whole(found.candidates), whole(found.items.size()), figure(found.full, points_places),
       figure(found.mean, points_places), figure(found.median, points_places),
       deviation_figure(found.deviation, found.candidates), figure(found.skewness, r_places),
       figure(found.alpha, r_places),
       found.right_or_wrong && !found.own_papers ? figure(found.alpha, r_places) : Value(),
       figure(found.kr21, r_places), figure(found.error, points_places), whole(found.tail)}};
  return table;
}

Table topic_table(const ItemReport& report) {
  Table table;
  table.title = phrase(Text{"各主题", "By topic"});
  table.columns = {{"topic", {"主题", "topic"}, left},
                   {"questions", {"题数", "questions"}, right},
                   {"full", {"满分", "full"}, right},
                   {"share", {"得分率%", "points %"}, right},
                   {"alpha", {"信度 α", "alpha"}, right}};
  for (const TopicFigures& topic : report.groups.topics)
    table.rows.push_back({topic.topic, whole(topic.questions), figure(topic.full, points_places),
                          percent_figure(topic.share), figure(topic.alpha, r_places)});
  return table;
}

Table branch_table(const ItemReport& report) {
  Table table;
  table.title = phrase(Text{"各支部", "By branch"});
  table.columns = {{"branch", {"支部编号", "branch id"}, left},
                   {"candidates", {"人数", "candidates"}, right},
                   {"mean", {"平均分", "mean"}, right},
                   {"deviation", {"标准差", "deviation"}, right},
                   {"share", {"得分率%", "points %"}, right}};
  for (const TopicFigures& topic : report.groups.topics)
    table.columns.push_back({"topic:" + topic.topic, same(topic.topic + "%"), right});
  for (const BranchFigures& branch : report.groups.branches) {
    auto& row = table.rows.emplace_back(std::vector<Value>{
        branch.branch, whole(branch.candidates), figure(branch.mean, points_places),
        deviation_figure(branch.deviation, branch.candidates), percent_figure(branch.share)});
    for (const std::optional<double>& share : branch.topics) row.push_back(percent_figure(share));
  }
  return table;
}

std::vector<Phrase> item_words(const ItemReport& report) {
  const TestStatistics& found = report.statistics;
  std::vector<Phrase> words;
  if (found.candidates < least_candidates)
    words.push_back(phrase(Text{"考生 {0}，不足 {1} 人：数字偶然性大，不给建议",
                                "{0}, fewer than {1}: mostly chance, so there is no advice"},
                           counted(std::ptrdiff_t(found.candidates), "candidate"),
                           least_candidates));
  if (found.candidates < least_for_correlations)
    words.push_back(phrase(Text{"不足 {0} 人：区分度、信度、测量误差全凭偶然，不列",
                                "fewer than {0}: how well questions tell people apart and how "
                                "reliable marks are would be chance alone, and is left out"},
                           least_for_correlations));
  for (Phrase& word : own_paper_words(found)) words.push_back(std::move(word));
  if (found.alpha && found.candidates >= least_candidates)
    words.push_back(reliability_words(found));
  if (found.candidates >= least_for_correlations && found.deviation == 0)
    words.push_back(phrase(Text{"人人得分一样，算不出信度",
                                "all marks are equal, so that no reliability can be told"}));
  if (found.error)
    words.push_back(
        phrase(Text{"测量误差 {0} 分：两个人相差不到这么多，说明不了什么",
                    "error of a mark: {0} points; a difference of less than that means nothing"},
               decimals(*found.error, points_places)));
  for (std::size_t i = 0; i < report.test.questions.size(); ++i) {
    const BankQuestion& question = report.test.questions[i];
    const Phrase next = advice(notes_on(question, found.items[i], found.items[i].candidates));
    if (!next.empty()) words.push_back(phrase(Text{"{0}：{1}", "{0}: {1}"}, question.id, next));
  }
  return words;
}

}  // namespace sihu
