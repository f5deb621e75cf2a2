#include "exam/drill_run.hpp"

#include "base/utf8.hpp"
#include "exam/answers.hpp"
#include "exam/marking.hpp"
#include "exam/question_card.hpp"
#include "exam/run.hpp"

namespace sihu {
namespace {

Phrase drill_help() {
  return phrase(
      Text{"打答案，回车；/ 开头的答案多打一个：//etc 就是 /etc\n"
           "/- 不会，按答错算，看答案\n"
           "/q 离开（以后接着练），? 帮助",
           "type an answer and Enter; //etc answers /etc\n"
           "/- if you don't know, which counts as missed and shows the answer\n"
           "/q leave (go on later), ? help"});
}

Phrase right_letters(const DrillQuestion& asked) {
  Phrase words;
  for (const char letter : as_shown(asked.letters, asked.question->key)) {
    const Phrase option = phrase(Text{"{0}. {1}", "{0}. {1}"}, std::string(1, letter),
                                 shown_words(choice_text(*asked.question, asked.letters, letter)));
    words = words.empty() ? option : phrase(Text{"{0}；{1}", "{0}; {1}"}, words, option);
  }
  return words;
}

Phrase right_gaps(const BankQuestion& question) {
  std::string words;
  for (const auto& accepted : question.blanks)
    words += (words.empty() ? "" : "; ") + (accepted.empty() ? "" : accepted.front());
  return same(visible(words));
}

Phrase what_is_right(const DrillQuestion& asked) {
  const BankQuestion& question = *asked.question;
  if (question.kind == QuestionKind::blank) return right_gaps(question);
  if (question.kind == QuestionKind::judge) return response_as_shown(question, {}, question.key);
  return right_letters(asked);
}

Phrase basis_words(const Basis& basis, const BankQuestion& question) {
  const auto own = parse_source_status(question.status).value_or(SourceStatus::none);
  const SourceStatus status = basis.status == SourceStatus::none ? own : basis.status;
  Phrase line = basis.title.empty() ? same(basis.law) : basis.title;
  if (!basis.article.empty()) line = phrase(Text{"{0}{1}", "{0} {1}"}, line, basis.article);
  if (status != SourceStatus::none)
    line = phrase(Text{"{0}（核对状态：{1}）", "{0} (source: {1})"}, line, phrase(wording(status)));
  return shown_words(line);
}

DrillReply refused_line(Phrase message) {
  return {DrillReply::Kind::stay, std::move(message), false, true};
}

DrillReply judged(const DrillQuestion& asked, bool right) {
  const Phrase verdict = right ? phrase(Text{"对\n", "right\n"}) : phrase(Text{"错\n", "wrong\n"});
  return {DrillReply::Kind::answered, one_after(verdict, right_answer_card(asked)), right, false};
}

}  // namespace

Phrase right_answer_card(const DrillQuestion& asked) {
  Phrase card = phrase(Text{"答案：{0}\n", "answer: {0}\n"}, what_is_right(asked));
  if (!asked.question->explanation.empty())
    card = one_after(
        card, phrase(Text{"解析：{0}\n", "why: {0}\n"}, shown_words(asked.question->explanation)));
  for (const Basis& basis : asked.question->basis)
    card = one_after(
        card, phrase(Text{"依据：{0}\n", "basis: {0}\n"}, basis_words(basis, *asked.question)));
  return card;
}

Phrase DrillRun::card(int seconds_left) const {
  const Phrase box = asked().box == 0 ? phrase(Text{"新题", "new"})
                                      : phrase(Text{"第 {0} 盒", "box {0}"}, asked().box);
  const Phrase head = phrase(
      Text{"\n第 {0}/{1} 题  {2}  {3}  剩 {4}\n", "\n{0}/{1}  {2}  {3}  {4} left\n"}, at_ + 1,
      questions_.size(), phrase(wording(asked().question->kind)), box, time_words(seconds_left));
  return one_after(head, question_card(*asked().question, asked().letters));
}

Phrase DrillRun::prompt() const {
  return same(std::to_string(at_ + 1) + "/" + std::to_string(questions_.size()) + "> ");
}

DrillReply DrillRun::answer(std::string_view line) const {
  const std::string typed = typed_line(line);
  if (typed.empty() || typed == "?" || typed == "/?")
    return {DrillReply::Kind::stay, drill_help(), false, false};
  if (typed == "/q") return {DrillReply::Kind::quit, {}, false, false};
  if (typed == "/-") return judged(asked(), false);
  const auto text = answer_typed(typed);
  const bool is_escaped = text != typed;
  if (typed.starts_with('/') && !is_escaped) return refused_line(drill_help());
  const BankQuestion& question = *asked().question;
  const auto response = response_in_bank(question, asked().letters, is_escaped ? text : line);
  if (!response || response->empty())
    return refused_line(
        phrase(Text{"{0}不能这样答（? 帮助）", "this can be no answer: {0} (? for help)"},
               phrase(wording(question.kind))));
  return judged(asked(), mark_response(question, {}, 1, *response) == Rational(1));
}

}  // namespace sihu
