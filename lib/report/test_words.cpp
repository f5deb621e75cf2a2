#include "report/test_words.hpp"

#include "exam/make_up.hpp"
#include "exam/marking.hpp"
#include "exam/odd_sittings.hpp"
#include "report/item_figures.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace sihu {
namespace {

// How many answers wait for each marker, and in which questions.
std::vector<Phrase> waiting_words(const MarkedPapers& marked) {
  std::map<std::pair<AwaitedMarker, std::string>, int> counts;
  int left_out = 0;
  for (const ShortAnswer& answer : marked.short_answers) {
    left_out += answer.left_out;
    if (answer.settled.awaits != AwaitedMarker::nobody)
      ++counts[{answer.settled.awaits, answer.key.question}];
  }
  std::vector<Phrase> words;
  for (const auto& [of, count] : counts) {
    const Text said = of.first == AwaitedMarker::first
                          ? Text{"{0}：{1} 份等第一人评", "{0}: {1} waiting for a first marker"}
                      : of.first == AwaitedMarker::second
                          ? Text{"{0}：{1} 份等第二人评", "{0}: {1} waiting for a second marker"}
                          : Text{"{0}：{1} 份两人的评分差得太多，等第三人评",
                                 "{0}: {1} waiting for a third marker, two being too far apart"};
    words.push_back(phrase(said, of.second, count));
  }
  for (const ShortAnswer& answer : marked.short_answers)
    if (!answer.surplus.empty())
      words.push_back(
          phrase(Text{"{0} 的 {1}：{2} 评得晚，前面的评分已经够了，不计",
                      "{1} of {0}: {2} marked when the marks before had settled it, and "
                      "does not count"},
                 answer.key.code, answer.key.question, listed_briefly(answer.surplus)));
  if (left_out > 0)
    words.push_back(phrase(Text{"{0} 个评分不计：读不出来，或是考生本支部的人评的",
                                "marks left out, unreadable or by the candidate's own branch: {0}"},
                           left_out));
  return words;
}

Phrase points_words(const Rational& points) {
  return phrase(points == Rational(1) ? Text{"{0}", "{0} point"} : Text{"{0}", "{0} points"},
                points.shortest());
}

// Branches whose make-up of this paper is recorded.
int count_made_up(const ExamState& state, const PaperKey& key) {
  if (is_make_up(key)) return 0;
  return static_cast<int>(std::ranges::count_if(
      state.results, [&](const auto& one) { return one.first.first == make_up_of(key); }));
}

Phrase begun_words(const std::vector<std::string>& people, const PaperKey& key) {
  return phrase(Text{"{0} 开始了，没有交卷：答案可能还在作答的机器上，在那里用 sihu test take {1} "
                     "交；成绩记录后就不能交了",
                     "begun and nothing handed in: {0}; the answers may be on the machine that was "
                     "used, and sihu test take {1} hands them in there; once the results are "
                     "recorded nobody can"},
                listed_briefly(people), typed_key(key));
}

}  // namespace

std::vector<Phrase> marks_words(const ExamState& state, const PaperKey& key, const Paper& paper,
                                const MarkedPapers& marked, const Zone& zone) {
  std::vector<Phrase> words;
  if (is_make_up(key)) words.push_back(make_up_words(paper));
  for (const PaperSection& section : paper.sections)
    if (section.kind == QuestionKind::multiple)
      words.push_back(phrase(Text{"多选题给分：{0}", "several right options: {0}"},
                             marking_words(section.marking)));
  std::ranges::move(waiting_words(marked), std::back_inserter(words));
  for (const PaperSection& section : paper.sections)
    if (section.kind == QuestionKind::short_answer)
      words.push_back(phrase(
          Text{"简答题由两人评，取平均；相差超过 {0} "
               "分由第三人评，取最接近的两个的平均，一样近就取中间的",
               "two people mark a short answer, and the mean counts; more than {0} apart "
               "a third does, and the mean of the two nearest counts, or the middle one where both "
               "are as near"},
          points_words(section.tolerated())));
  if (!marked.locked.empty())
    words.push_back(phrase(Text{"{0} 份密封着，打开它们的私钥不在这台机器上",
                                "{0} sealed, and the key that opens them is not on this machine"},
                           counted(std::ssize(marked.locked), "paper")));
  if (marked.error)
    words.push_back(phrase(
        Text{"测量标准误 {0} 分：离及格线 {1} 分不到这么多的算临界，请复核再定",
             "standard error of measurement {0}: whoever is nearer than that to the pass mark, "
             "{1}, is near the line; look again before deciding"},
        decimals(*marked.error, 2), paper.pass.shortest()));
  else if (const auto unread = marked.locked.size() + marked.keyless.size() + marked.waiting.size();
           unread > 0)
    words.push_back(phrase(Text{"评出来的卷子只有 {0} 份，另有 {1} 份打不开或没有评完，"
                                "算不出测量标准误，不标临界",
                                "marked so far: {0}, not opened or not marked in full: {1}; so "
                                "there is no standard error, and nobody is marked as near the "
                                "line"},
                           marked.papers.size(), unread));
  else
    words.push_back(phrase(Text{"卷子不足 {0} 份，算不出测量标准误，不标临界",
                                "fewer than {0} papers: no standard error, so nobody is marked as "
                                "near the line"},
                           least_for_error));
  for (const MarkedPaper& paper_marked : marked.papers) {
    const auto recorded = state.marks.find({key, paper_marked.sitting.candidate});
    if (recorded != state.marks.end() && recorded->second.value != paper_marked.sitting.mark())
      words.push_back(phrase(Text{"{0} 记录的是 {1} 分，现在算得 {2} 分",
                                  "{0} is recorded with {1}, and now comes to {2}"},
                             paper_marked.sitting.candidate, recorded->second.value.rounded(2),
                             paper_marked.sitting.mark().rounded(2)));
  }
  std::ranges::move(sitting_words(state, key, zone), std::back_inserter(words));
  if (const auto begun = begun_only(state, key); !begun.empty())
    words.push_back(begun_words(begun, key));
  if (const int made_up = count_made_up(state, key); made_up > 0)
    words.push_back(phrase(
        Text{"{0} 个支部的补考已记录，sihu tally 按补考后的算：sihu test grade {1} --branches",
             "sihu tally counts the make-up, which is recorded of branches: {0}; see sihu test "
             "grade {1} --branches"},
        made_up, typed_key(make_up_of(key))));
  return words;
}

std::vector<Phrase> sitting_words(const ExamState& state, const PaperKey& key, const Zone& zone) {
  std::vector<Phrase> words;
  for (const OddSitting& odd : odd_sittings(state))
    if (odd.paper == key) words.push_back(odd_sitting_words(odd, zone));
  return words;
}

}  // namespace sihu
