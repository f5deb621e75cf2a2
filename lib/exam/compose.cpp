#include "exam/compose.hpp"

#include "base/chance.hpp"
#include "document/in_force.hpp"
#include "exam/earlier_papers.hpp"
#include "exam/hardness.hpp"
#include "exam/own_papers.hpp"
#include "exam/shortages.hpp"
#include "exam/shown.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sihu {
namespace {

int quarters(Quarter from, Quarter to) {
  return (to.year - from.year) * 4 + to.number - from.number;
}

std::set<std::string> setters_of(const ComposeScene& scene, const std::string& branch) {
  std::set<std::string> setters;
  if (scene.plan)
    for (const PlanRow& row : scene.plan->rows)
      if (row.mutual == Mutual::test && row.to == branch) setters.insert(row.from);
  return setters;
}

const std::string& author_of(const Bank& bank, const BankQuestion& question) {
  return question.author.empty() ? bank.author : question.author;
}

bool may_ask(const std::set<std::string>& setters, const std::string& author,
             const std::string& branch) {
  if (author.empty()) return true;
  return author != branch && (setters.empty() || setters.contains(author));
}

// What may be drawn for a branch; when it was used last is not said yet.
std::vector<PoolQuestion> pool_for(const ComposeScene& scene, const std::string& branch) {
  const auto setters = setters_of(scene, branch);
  std::vector<PoolQuestion> pool;
  for (const BankInUse& used : scene.banks)
    for (const BankQuestion& question : used.bank.questions)
      if (!question.draft && is_in_force(used.bank, question, scene.today) &&
          may_ask(setters, author_of(used.bank, question), branch))
        pool.push_back({used.bank.id + "/" + question.id, question.kind, question.topic,
                        question.difficulty,
                        question.expected.value_or(expected_by_difficulty(question.difficulty))});
  // What is drawn must not depend on the order in which a bank has its questions.
  std::ranges::sort(pool, {}, &PoolQuestion::id);
  return pool;
}

void rest_since(const std::map<std::string, Quarter>& uses, Quarter now,
                std::vector<PoolQuestion>& pool) {
  for (PoolQuestion& question : pool) {
    const auto use = uses.find(question.id);
    question.rested = use == uses.end() ? PoolQuestion::never_drawn : quarters(use->second, now);
  }
}

// What a make-up must not ask again: what the person was asked, of whoever shares forms all of
// them.
std::set<std::string> asked_at_first(const ExamState& state, const PaperKey& key,
                                     const std::string& branch, const std::string& person) {
  std::set<std::string> asked;
  if (!is_make_up(key)) return asked;
  for (const RecordedForm* form : state.forms_of(first_of(key), branch))
    if (person.empty() || form->person.empty() || form->person == person)
      asked.insert(form->questions.begin(), form->questions.end());
  return asked;
}

// Draws forms one after the other, all as hard as the first.
class Composer {
 public:
  explicit Composer(const ComposeScene& scene)
      : scene_(scene),
        cells_(cells_of(scene.paper)),
        earlier_(scene.state, scene.key),
        shortages_(cells_, scene.paper.forms.value_or(1), is_make_up(scene.key)) {
    for (const PaperKey& key : {first_of(scene.key), scene.key}) {
      const RecordedForm* drawn = scene.state.first_form(key);
      if (drawn && !target_) target_ = drawn->expected;
    }
    for (const auto& [key, form] : scene.state.forms)
      if (key.paper == scene.key) drawn_.add(numbers_of(form.questions));
  }

  void add(const Examinees& examinees) {
    pool_ = pool_for(scene_, examinees.branch->id);
    if (scene_.paper.each_has_own())
      add_people(examinees);
    else
      add_shared(examinees, *scene_.paper.forms);
  }

  Result<std::vector<ComposedForm>> done() {
    if (!candidates_.empty()) draw_own();
    if (shortages_.any()) return tl::unexpected(shortages_.failure());
    if (alike_) return tl::unexpected(too_alike());
    return std::move(composed_);
  }

 private:
  // Everybody in turn, in an order that the seed draws, so that forms are equally many.
  void give_out(const Examinees& examinees, std::size_t first) {
    std::vector<const Person*> people = examinees.people;
    std::ranges::sort(people, {}, [this](const Person* person) {
      return std::pair(candidate_seed(scene_.seed, person->id), person->id);
    });
    const std::size_t forms = composed_.size() - first;
    for (std::size_t i = 0; i < people.size(); ++i)
      composed_[first + i % forms].form.given_to.push_back(people[i]->id);
    for (std::size_t i = first; i < composed_.size(); ++i)
      std::ranges::sort(composed_[i].form.given_to);
  }

  void add_shared(const Examinees& examinees, int forms) {
    const Branch& branch = *examinees.branch;
    const std::size_t first = composed_.size();
    rest_since(earlier_.last_use(), scene_.key.quarter, pool_);
    std::set<std::string> taken = asked_at_first(scene_.state, scene_.key, branch.id, {});
    // Were the first as hard as it falls out, it could leave none like it to the others.
    if (!target_ && forms > 1) target_ = usual_points(cells_, pool_, taken);
    const auto drawings =
        draw_forms(cells_, pool_, seed_of(scene_.seed), static_cast<std::size_t>(forms), taken);
    std::vector<DrawnForm> drawn;
    bool whole = true;
    for (const Drawing& drawing : drawings) {
      drawn.push_back(drawing.form);
      shortages_.add(branch.name, static_cast<int>(drawn.size()), drawing.missing);
      whole = whole && drawing.missing.empty();
      for (const std::size_t question : drawing.form.questions) taken.insert(pool_[question].id);
    }
    if (!whole) return;
    for (DrawnForm& form : drawn) match_beside(taken, form);
    level_forms(cells_, pool_, drawn);
    for (int form = 1; form <= forms; ++form)
      keep({scene_.key, branch.id, form}, {}, pool_, drawn[static_cast<std::size_t>(form - 1)]);
    if (forms > 1) give_out(examinees, first);
  }

  // Makes one of several forms as hard as the paper is to be, without what the others have: all
  // that is taken, this form's questions with it, which are then those it has.
  void match_beside(std::set<std::string>& taken, DrawnForm& form) {
    for (const std::size_t question : form.questions) taken.erase(pool_[question].id);
    if (target_) match_form(cells_, pool_, *target_, taken, form);
    for (const std::size_t question : form.questions) taken.insert(pool_[question].id);
  }

  void add_people(const Examinees& examinees) {
    for (const Person* person : examinees.people) {
      rest_since(earlier_.asked(examinees.branch->id, person->id), scene_.key.quarter, pool_);
      Candidate candidate{person->id, pools_.size(), {}, {}};
      for (const PoolQuestion& question : pool_) candidate.rested.push_back(question.rested);
      candidate.taken = asked_at_first(scene_.state, scene_.key, examinees.branch->id, person->id);
      candidates_.push_back(std::move(candidate));
      owners_.push_back({examinees.branch, person});
    }
    pools_.push_back({std::move(pool_), {}});
    for (const PoolQuestion& question : pools_.back().questions)
      pools_.back().numbers.push_back(drawn_.number_of(question.id));
  }

  void draw_own() {
    const OwnRules rules{cells_, scene_.paper.most_shared(), scene_.seed, target_};
    const OwnPapers papers = draw_own_papers(rules, pools_, candidates_, drawn_);
    alike_ = papers.alike;
    if (lack_of(papers.drawings) || alike_) return;
    const Branch* branch = nullptr;
    int number = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (owners_[i].branch != branch) number = last_number(*owners_[i].branch);
      branch = owners_[i].branch;
      keep({scene_.key, branch->id, ++number}, owners_[i].person->id,
           pools_[candidates_[i].pool].questions, papers.drawings[i].form);
    }
  }

  int last_number(const Branch& branch) const {
    const auto there = scene_.state.forms_of(scene_.key, branch.id);
    return there.empty() ? 0 : there.back()->key.form;
  }

  // Whether anything is missing. People of a branch lack the same, except in a make-up.
  bool lack_of(const std::vector<Drawing>& drawings) {
    const Branch* lacking = nullptr;
    for (std::size_t i = 0; i < drawings.size(); ++i) {
      if (drawings[i].missing.empty()) continue;
      const Owner& owner = owners_[i];
      if (is_make_up(scene_.key))
        shortages_.add(owner.person->name, 1, drawings[i].missing);
      else if (owner.branch != lacking)
        shortages_.add(owner.branch->name, 1, drawings[i].missing);
      lacking = owner.branch;
    }
    return lacking != nullptr;
  }

  FormOverlap::Numbers numbers_of(const std::vector<std::string>& questions) {
    FormOverlap::Numbers numbers;
    for (const std::string& question : questions) numbers.push_back(drawn_.number_of(question));
    return numbers;
  }

  Failure too_alike() const {
    const Person& person = *owners_[alike_->candidate].person;
    const Phrase seeds = alike_->is_impossible
                             ? phrase(Text{"换种子也没有用：", "no other seed will do: "})
                             : phrase(Text{"换个 --seed 也许抽得出；不行就",
                                           "another --seed may do; if none does, "});
    return {Kind::refused,
            {{{},
              "papers-too-alike",
              phrase(Text{"{0}（{1}）：找不到和已有的 {2} 份卷子相同的题都不超过 {3} "
                          "道的卷子，最少也有 {4} 道"
                          "相同",
                          "{0} ({1}): no paper was found that shares at most {3} with each of the "
                          "{2} drawn so far; the nearest to that shares {4}"},
                     person.name, person.id, alike_->others,
                     counted(*scene_.paper.most_shared(), "question"), alike_->least),
              phrase(Text{"{0}{1}", "{0}{1}"}, seeds, too_alike_hint())}}};
  }

  Phrase too_alike_hint() const {
    const auto first = scene_.state.forms.lower_bound({first_of(scene_.key), "", 0});
    if (first != scene_.state.forms.end() && first_of(first->first.paper) == first_of(scene_.key))
      return phrase(
          Text{"给题库添题：规则以第一次抽卷时为准（overlap {0}%），改 papers/{1}.yaml "
               "对这份卷子没有用",
               "add questions to the banks: the rules of the first drawing hold "
               "(overlap {0}%), and changing papers/{1}.yaml does nothing for this paper"},
          *scene_.paper.overlap, scene_.paper.id);
    return phrase(Text{"给题库添题，少抽几题，或放宽 papers/{0}.yaml 的 overlap（现在是 {1}%）",
                       "add questions to the banks, ask for fewer, or allow more by overlap in "
                       "papers/{0}.yaml ({1}% now)"},
                  scene_.paper.id, *scene_.paper.overlap);
  }

  void keep(const FormKey& key, const std::string& person, const std::vector<PoolQuestion>& pool,
            const DrawnForm& drawn) {
    RecordedForm form{key,
                      scene_.seed,
                      scene_.doc,
                      scene_.paper.version,
                      {},
                      {},
                      expected_points(cells_, pool, drawn),
                      0,
                      person};
    std::set<std::string> banks;
    for (const std::size_t question : drawn.questions) {
      form.questions.push_back(pool[question].id);
      banks.insert(pool[question].id.substr(0, pool[question].id.find('/')));
    }
    for (const BankInUse& bank : scene_.banks)
      if (banks.contains(bank.bank.id)) form.banks.push_back({bank.bank.id, bank.doc});
    if (!target_) target_ = form.expected;
    const std::size_t repeated = earlier_.repeated_in(form);
    form.key.name = form_name(form);
    composed_.push_back({std::move(form), repeated});
  }

  // Whose paper is drawn.
  struct Owner {
    const Branch* branch;
    const Person* person;
  };

  const ComposeScene& scene_;
  std::vector<DrawCell> cells_;
  EarlierPapers earlier_;
  FormOverlap drawn_;
  Shortages shortages_;
  std::optional<TooAlike> alike_;
  std::optional<Rational> target_;
  std::vector<PoolQuestion> pool_;  // of the branch that is drawn for
  std::vector<OwnPool> pools_;
  std::vector<Candidate> candidates_;
  std::vector<Owner> owners_;  // of the candidates
  std::vector<ComposedForm> composed_;
};

}  // namespace

Result<std::vector<ComposedForm>> compose_forms(const ComposeScene& scene,
                                                const std::vector<Examinees>& examinees) {
  Composer composer(scene);
  for (const Examinees& one : examinees) composer.add(one);
  return composer.done();
}

std::vector<ComposedForm> drawn_forms(const ExamState& state, const PaperKey& key) {
  const EarlierPapers earlier(state, key);
  std::vector<ComposedForm> forms;
  for (const auto& [of, form] : state.forms)
    if (of.paper == key) forms.push_back({form, earlier.repeated_in(form)});
  return forms;
}

Draft form_draft(const RecordedForm& form) {
  Draft draft{"test.paper",
              subject_of(form.key),
              {{"version", form.version},
               {"doc", form.doc},
               {"banks", write_banks(form.banks)},
               {"expected", form.expected.fraction()},
               {"questions", write_questions(form.questions)},
               {"seed", form.seed}}};
  if (!form.person.empty()) draft.fields.push_back({"for", form.person});
  if (!form.given_to.empty()) {
    std::string people;
    for (const std::string& person : form.given_to) people += (people.empty() ? "" : ";") + person;
    draft.fields.push_back({"people", people});
  }
  return draft;
}

Rational expected_by_difficulty(int difficulty) {
  return Rational(105 - 15 * difficulty, 100);
}

}  // namespace sihu
