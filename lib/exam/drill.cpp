#include "exam/drill.hpp"

#include "base/chance.hpp"
#include "document/in_force.hpp"
#include "exam/shown.hpp"
#include "problem/state.hpp"

#include <algorithm>
#include <tuple>

namespace sihu {
namespace {

constexpr int seconds_a_minute = 60;

bool is_graded(const ExamState& state, const PaperKey& key, const std::string& branch) {
  return state.results.contains({key, branch});
}

bool may_be_drilled(const Bank& bank, const BankQuestion& question, Date today) {
  return !question.draft && question.kind != QuestionKind::short_answer &&
         is_in_force(bank, question, today);
}

// The questions that may be asked, by `bank/id`.
std::map<std::string, const BankQuestion*> usable_questions(const DrillScene& scene) {
  std::map<std::string, const BankQuestion*> usable;
  for (const Bank* bank : scene.banks)
    for (const BankQuestion& question : bank->questions)
      if (may_be_drilled(*bank, question, scene.today))
        usable.emplace(bank->id + "/" + question.id, &question);
  return usable;
}

bool is_short_answer(const MarkedPapers& marked, const std::string& question) {
  return std::ranges::any_of(marked.short_answers, [&](const ShortAnswer& answer) {
    return answer.key.question == question;
  });
}

bool asks_for_words(const DrillScene& scene, std::string_view ref) {
  const auto slash = ref.find('/');
  for (const Bank* bank : scene.banks)
    if (bank->id == ref.substr(0, slash))
      if (const BankQuestion* question = bank->find(ref.substr(slash + 1)))
        return question->kind == QuestionKind::short_answer;
  return false;
}

std::string seed_for(const DrillScene& scene, const std::string& what) {
  return "drill|" + scene.person + "|" + to_string(scene.today) + "|" + what;
}

DrillQuestion asked(const DrillScene& scene, const std::string& ref, const BankQuestion& question,
                    int box) {
  const auto shown = shown_questions({{&question, 0}}, seed_of(seed_for(scene, ref)));
  return {ref, &question, box, shown.front().letters};
}

void add_fresh(DrillPlan& plan, const DrillScene& scene,
               const std::map<std::string, const BankQuestion*>& usable) {
  std::vector<std::string> fresh;
  for (const auto& [ref, question] : usable)
    if (!scene.cards.contains(ref) && !scene.open.contains(ref) && !scene.tested.contains(ref) &&
        (scene.topic.empty() || question->topic == scene.topic))
      fresh.push_back(ref);
  Chance chance(seed_of(seed_for(scene, "new")));
  chance.shuffle(fresh);
  fresh.resize(std::min(fresh.size(), static_cast<std::size_t>(scene.fresh)));
  for (const std::string& ref : fresh)
    plan.questions.push_back(asked(scene, ref, *usable.at(ref), 0));
}

}  // namespace

std::vector<PaperKey> graded_papers_of(const ExamState& state, const std::string& person) {
  std::vector<PaperKey> keys;
  for (const auto& [of, handed] : state.sittings)
    if (of.second == person && is_graded(state, of.first, handed.branch) &&
        state.marks.contains(of))
      keys.push_back(of.first);
  return keys;
}

std::vector<MissedQuestion> missed_questions(const ExamState& state, const Ledger& ledger,
                                             const Zone& zone, const std::string& person,
                                             const std::vector<MarkedPapers>& papers) {
  std::vector<MissedQuestion> missed;
  for (const MarkedPapers& marked : papers)
    for (const MarkedPaper& paper : marked.papers) {
      const MarkedSitting& sitting = paper.sitting;
      const auto mark = state.marks.find({paper.handed->key, person});
      if (sitting.candidate != person || mark == state.marks.end() ||
          !is_graded(state, paper.handed->key, sitting.branch))
        continue;
      const Date on = day_of(ledger.entries[mark->second.entry].event, zone);
      for (const MarkedAnswer& answer : sitting.answers)
        if (answer.mark != answer.full && !is_short_answer(marked, answer.question))
          missed.push_back({answer.question, on});
    }
  return missed;
}

std::set<std::string> tested_questions(const ExamState& state, const std::string& person) {
  std::set<std::string> tested;
  for (const auto& [of, handed] : state.sittings)
    if (of.second == person)
      if (const RecordedForm* form = state.find_form(handed.form_key()))
        tested.insert(form->questions.begin(), form->questions.end());
  return tested;
}

std::set<std::string> open_questions(const ExamState& state, const Organisation& organisation) {
  std::set<std::string> peopled;
  for (const Person& person : organisation.people) peopled.insert(person.branch);
  std::set<PaperKey> open;
  for (const auto& [key, form] : state.forms)
    if (peopled.contains(key.branch) && !is_graded(state, key.paper, key.branch))
      open.insert(key.paper);
  std::set<std::string> questions;
  for (const auto& [key, form] : state.forms)
    if (open.contains(key.paper)) questions.insert(form.questions.begin(), form.questions.end());
  return questions;
}

DrillPlan plan_drill(const DrillScene& scene) {
  const auto usable = usable_questions(scene);
  std::vector<std::tuple<int, Date, std::string>> due;
  DrillPlan plan;
  for (const auto& [ref, card] : scene.cards) {
    const auto found = usable.find(ref);
    if (found != usable.end() && !scene.topic.empty() && found->second->topic != scene.topic)
      continue;
    if (found == usable.end()) {
      // One that was left blank is missed, and there is nobody here to mark it.
      if (!asks_for_words(scene, ref)) ++plan.unfit;
    } else if (scene.open.contains(ref)) {
      ++plan.open;
    } else if (card.due > scene.today) {
      ++plan.later;
      plan.next_due = plan.next_due ? std::min(*plan.next_due, card.due) : card.due;
    } else {
      due.emplace_back(card.box, card.due, ref);
    }
  }
  std::ranges::sort(due);
  for (const auto& [box, day, ref] : due)
    plan.questions.push_back(asked(scene, ref, *usable.at(ref), box));
  add_fresh(plan, scene, usable);
  return plan;
}

std::optional<FinishedDrill> open_drill(const DrillNotes& notes, const std::string& person,
                                        Date today) {
  if (notes.open_from == notes.answers.size()) return std::nullopt;
  const Date on = notes.answers.back().on;
  FinishedDrill drill{person, std::min(on, today), notes.finished + 1};
  int seconds = 0;
  for (std::size_t i = notes.open_from; i < notes.answers.size(); ++i) {
    const DrillAnswer& answer = notes.answers[i];
    if (answer.on != on) continue;
    seconds += answer.seconds;
    ++drill.questions;
    if (answer.right) ++drill.right;
  }
  drill.minutes = std::max((seconds + seconds_a_minute / 2) / seconds_a_minute, 1);
  return drill;
}

std::optional<Draft> record_drill(const Ledger& ledger, const FinishedDrill& drill) {
  Draft draft{"learn.drill",
              "drill/" + to_string(drill.on) + "/" + drill.person,
              {{"number", std::to_string(drill.number)},
               {"minutes", std::to_string(drill.minutes)},
               {"questions", std::to_string(drill.questions)}}};
  for (const Entry& entry : ledger.entries) {
    const Event& event = entry.event;
    if (event.name != draft.name || event.subject != draft.subject) continue;
    const auto says_the_same = [&](const auto& field) {
      return event.get(field.key) == field.value;
    };
    if (std::ranges::all_of(draft.fields, says_the_same)) return std::nullopt;
  }
  return draft;
}

}  // namespace sihu
