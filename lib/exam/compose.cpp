#include "exam/compose.hpp"

#include "base/chance.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sihu {
namespace {

int distance(Quarter from, Quarter to) {
  return (to.year - from.year) * 4 + to.number - from.number;
}

// What earlier papers asked. This one is left aside: what other branches are given in it is no
// earlier use.
struct EarlierPapers {
  std::map<std::string, Quarter> last_use;                 // of each question
  std::map<std::string, std::set<std::string>> questions;  // of each branch
};

EarlierPapers earlier_papers(const ExamState& state, const PaperKey& paper) {
  EarlierPapers earlier;
  for (const auto& [key, form] : state.forms) {
    if (key.paper == paper) continue;
    earlier.questions[key.branch].insert(form.questions.begin(), form.questions.end());
    for (const std::string& question : form.questions) {
      const auto [at, fresh] = earlier.last_use.emplace(question, key.paper.quarter);
      if (!fresh) at->second = std::max(at->second, key.paper.quarter);
    }
  }
  return earlier;
}

std::size_t repeated_in(const EarlierPapers& earlier, const RecordedForm& drawn) {
  const auto had = earlier.questions.find(drawn.key.branch);
  if (had == earlier.questions.end()) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(
      drawn.questions, [&](const std::string& ref) { return had->second.contains(ref); }));
}

std::set<std::string> setters_of(const ComposeScene& scene, const std::string& branch) {
  std::set<std::string> setters;
  if (scene.plan)
    for (const PlanRow& row : scene.plan->rows)
      if (row.mutual == Mutual::test && row.to == branch) setters.insert(row.from);
  return setters;
}

bool is_in_force(const BankQuestion& question, Date today) {
  return (!question.valid_from || *question.valid_from <= today) &&
         (!question.valid_until || today <= *question.valid_until);
}

const std::string& author_of(const Bank& bank, const BankQuestion& question) {
  return question.author.empty() ? bank.author : question.author;
}

bool may_ask(const std::set<std::string>& setters, const std::string& author,
             const std::string& branch) {
  if (author.empty()) return true;
  return author != branch && (setters.empty() || setters.contains(author));
}

// What may be drawn for a branch.
std::vector<PoolQuestion> pool_for(const ComposeScene& scene, const EarlierPapers& earlier,
                                   const std::string& branch) {
  const auto setters = setters_of(scene, branch);
  std::vector<PoolQuestion> pool;
  for (const BankInUse& used : scene.banks)
    for (const BankQuestion& question : used.bank.questions) {
      if (question.draft || !is_in_force(question, scene.today) ||
          !may_ask(setters, author_of(used.bank, question), branch))
        continue;
      const std::string ref = used.bank.id + "/" + question.id;
      const auto use = earlier.last_use.find(ref);
      pool.push_back({ref, question.kind, question.topic, question.difficulty,
                      question.expected.value_or(expected_by_difficulty(question.difficulty)),
                      use == earlier.last_use.end() ? PoolQuestion::never_drawn
                                                    : distance(use->second, scene.key.quarter)});
    }
  return pool;
}

std::set<std::string> ids_of(const std::vector<PoolQuestion>& pool, const DrawnForm& form) {
  std::set<std::string> ids;
  for (const std::size_t question : form.questions) ids.insert(pool[question].id);
  return ids;
}

// What a make-up must not ask again.
std::set<std::string> asked_at_first(const ExamState& state, const PaperKey& key,
                                     const std::string& branch) {
  std::set<std::string> asked;
  if (!is_make_up(key)) return asked;
  for (const RecordedForm* form : state.forms_of(first_of(key), branch))
    asked.insert(form->questions.begin(), form->questions.end());
  return asked;
}

Phrase words_of(const DrawCell& cell) {
  const Phrase topic =
      cell.topic.empty() ? phrase(Text{"任意专题", "any topic"}) : same(cell.topic);
  const Phrase kind = phrase(wording(cell.kind));
  if (!cell.difficulty) return phrase(Text{"{0} {1}", "{0}, {1}"}, topic, kind);
  return phrase(Text{"{0} {1} 难度 {2}", "{0}, {1}, difficulty {2}"}, topic, kind,
                *cell.difficulty);
}

// What is missing, and to whom; branches with the same lack are named together.
class Shortages {
 public:
  Shortages(const std::vector<DrawCell>& cells, int forms) : cells_(cells), forms_(forms) {}

  void add(const Branch& branch, int form, const std::vector<DrawShortage>& missing) {
    for (const DrawShortage& one : missing)
      lacking_[{form, one.cell, one.missing}].push_back(branch.name);
  }

  bool any() const { return !lacking_.empty(); }

  Failure failure() const {
    Failure failure{Kind::refused, {}};
    for (const auto& [what, branches] : lacking_)
      failure.faults.push_back({{}, "too-few-questions", words(what, branches), {}});
    failure.faults.back().hint = phrase(
        Text{"添题、减数量，或让别的支部出题：自己出的题、草稿和失效条文的题不用",
             "add questions, ask for fewer, or have another branch set them: questions of one's "
             "own, drafts and rules out of force are left out"});
    return failure;
  }

 private:
  struct Lack {
    int form;
    std::size_t cell;
    int missing;
    friend auto operator<=>(const Lack&, const Lack&) = default;
  };

  Phrase words(const Lack& what, const std::vector<Phrase>& branches) const {
    const DrawCell& cell = cells_[what.cell];
    const auto quota = phrase(Text{"{0} 要 {1} 题，缺 {2} 题", "{0}: {1} wanted, {2} missing"},
                              words_of(cell), cell.count, what.missing);
    if (forms_ == 1) return phrase(Text{"{0}：{1}", "{0}: {1}"}, enumerated(branches), quota);
    return phrase(Text{"{0}第 {1} 套：{2}", "{0}, form {1}: {2}"}, enumerated(branches), what.form,
                  quota);
  }

  const std::vector<DrawCell>& cells_;
  int forms_;
  std::map<Lack, std::vector<Phrase>> lacking_;
};

// Draws forms one after the other, all as hard as the first.
class Composer {
 public:
  explicit Composer(const ComposeScene& scene)
      : scene_(scene),
        cells_(cells_of(scene.paper)),
        earlier_(earlier_papers(scene.state, scene.key)),
        shortages_(cells_, scene.paper.forms) {
    for (const PaperKey& key : {first_of(scene.key), scene.key}) {
      const auto drawn = scene.state.forms.lower_bound({key, "", 0});
      if (drawn != scene.state.forms.end() && drawn->first.paper == key && !target_)
        target_ = drawn->second.expected;
    }
  }

  void add(const Branch& branch) {
    const auto pool = pool_for(scene_, earlier_, branch.id);
    std::set<std::string> taken = asked_at_first(scene_.state, scene_.key, branch.id);
    for (int form = 1; form <= scene_.paper.forms; ++form) {
      const auto seed = seed_of(scene_.seed) + static_cast<std::uint64_t>(form - 1);
      Drawing drawing = draw_form(cells_, pool, seed, taken);
      if (!drawing.missing.empty()) {
        shortages_.add(branch, form, drawing.missing);
        return;
      }
      if (target_) match_form(cells_, pool, *target_, taken, drawing.form);
      taken.merge(ids_of(pool, drawing.form));
      keep(branch, form, pool, drawing.form);
    }
  }

  Result<std::vector<ComposedForm>> done() {
    if (shortages_.any()) return tl::unexpected(shortages_.failure());
    return std::move(composed_);
  }

 private:
  void keep(const Branch& branch, int number, const std::vector<PoolQuestion>& pool,
            const DrawnForm& drawn) {
    RecordedForm form{
        {scene_.key, branch.id, number},     scene_.seed, scene_.doc, scene_.paper.version, {}, {},
        expected_points(cells_, pool, drawn)};
    std::set<std::string> banks;
    for (const std::size_t question : drawn.questions) {
      form.questions.push_back(pool[question].id);
      banks.insert(pool[question].id.substr(0, pool[question].id.find('/')));
    }
    for (const BankInUse& bank : scene_.banks)
      if (banks.contains(bank.bank.id)) form.banks.push_back({bank.bank.id, bank.doc});
    if (!target_) target_ = form.expected;
    const std::size_t repeated = repeated_in(earlier_, form);
    composed_.push_back({std::move(form), repeated});
  }

  const ComposeScene& scene_;
  std::vector<DrawCell> cells_;
  EarlierPapers earlier_;
  Shortages shortages_;
  std::optional<Rational> target_;
  std::vector<ComposedForm> composed_;
};

}  // namespace

Result<std::vector<ComposedForm>> compose_forms(const ComposeScene& scene,
                                                const std::vector<const Branch*>& branches) {
  Composer composer(scene);
  for (const Branch* branch : branches) composer.add(*branch);
  return composer.done();
}

std::vector<ComposedForm> drawn_forms(const ExamState& state, const PaperKey& key) {
  const auto earlier = earlier_papers(state, key);
  std::vector<ComposedForm> forms;
  for (const auto& [of, form] : state.forms)
    if (of.paper == key) forms.push_back({form, repeated_in(earlier, form)});
  return forms;
}

Draft draft_of(const RecordedForm& form) {
  return {"test.paper",
          subject_of(form.key),
          {{"version", form.version},
           {"doc", form.doc},
           {"banks", write_banks(form.banks)},
           {"expected", form.expected.fraction()},
           {"questions", write_questions(form.questions)},
           {"seed", form.seed}}};
}

Rational expected_by_difficulty(int difficulty) {
  return Rational(105 - 15 * difficulty, 100);
}

}  // namespace sihu
