#include "problem/returned_row.hpp"

#include "base/utf8.hpp"
#include "problem/fixed_cell.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <utility>

namespace sihu {
namespace {

// Files in a cell, by semicolons of either width or on lines of their own.
std::vector<std::string> listed_files(const std::string& text) {
  std::vector<std::string> files(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    if (code == U';' || code == U'；' || code == U'\n')
      files.emplace_back();
    else if (!files.back().empty() || code != U' ')
      files.back() += text.substr(from, at - from);
  }
  for (std::string& file : files)
    while (file.ends_with(' ')) file.pop_back();
  std::erase(files, "");
  return files;
}

bool says(std::string_view text, const Text& words) {
  return text.starts_with(words.in(Lang::zh)) || text.starts_with(words.in(Lang::en));
}

// What stands behind the colon of `退回：缺收据`.
std::string behind_colon(std::string_view text) {
  for (const std::string_view colon : {"：", ":", "，", ","})
    if (const auto at = text.find(colon); at != std::string_view::npos) {
      text.remove_prefix(at + colon.size());
      return std::string(text.substr(std::min(text.find_first_not_of(' '), text.size())));
    }
  return {};
}

class RowReading {
 public:
  RowReading(const ReturnedRow& row, const Problem& problem, const Rectification& facts,
             const ReturnedScene& scene)
      : row_(row), problem_(problem), facts_(facts), scene_(scene) {}

  RowRequest take() {
    take_owner();
    for (const NoteKind kind : note_kinds)
      if (kind != NoteKind::remark && is_new(to_string(kind), saying(kind))) take_note(kind);
    const bool remark_is_new = is_new("remark", saying(NoteKind::remark));
    remark_ = remark_is_new ? row_.text("remark") : std::string();
    take_extension();
    take_submission();
    take_conclusion();
    if (!remark_.empty()) take_note(NoteKind::remark);
    for (Fault& fault : fixed_cell_warnings(row_, problem_, facts_))
      request_.warnings.push_back(std::move(fault));
    return std::move(request_);
  }

 private:
  Saying saying(NoteKind kind) const {
    const auto found = facts_.notes.find(kind);
    return found == facts_.notes.end() ? Saying{} : found->second;
  }

  void complain(std::string_view key, std::string name, Phrase what, Phrase hint = {}) {
    request_.faults.push_back(
        {row_.place_of(key), std::move(name), std::move(what), std::move(hint)});
  }

  // Whether a cell says what nobody said yet; what was said before others did is only an old copy.
  bool is_new(std::string_view key, const Saying& before) {
    return is_new(key, row_.text(key), before);
  }

  bool is_new(std::string_view key, const std::string& text, const Saying& before) {
    if (text.empty() || text == before.now) return false;
    if (!before.was(text)) return true;
    warn_of_old(key, phrase(Text{"“{0}”是以前的内容，台账里现在是“{1}”，不改",
                                 "\"{0}\" stood here before; now it is \"{1}\", and stays"},
                            in_brief(row_.text(key)), as_in_cell(key, before.now)));
    return false;
  }

  // The sheet has the names of people.
  Phrase as_in_cell(std::string_view key, const std::string& said) const {
    const Person* person =
        key == "owner" ? scene_.judgement.organisation.find_person(said) : nullptr;
    return person ? person->name : same(in_brief(said));
  }

  void warn_of_old(std::string_view key, Phrase what, Phrase hint = {}) {
    Fault old{row_.place_of(key), "stale-cell", std::move(what), std::move(hint)};
    old.warning = true;
    request_.warnings.push_back(std::move(old));
  }

  Step& add(std::string_view key, StepName name) {
    request_.steps.push_back({row_.text("id"), {}, row_.place_of(key), {}});
    request_.steps.back().step.name = name;
    return request_.steps.back().step;
  }

  void take_note(NoteKind kind) {
    Step& step = add(to_string(kind), StepName::note);
    step.kind = to_string(kind);
    step.note = row_.text(to_string(kind));
  }

  // By id, name, or `name（id）` where several have the name.
  void take_owner() {
    const std::string& text = row_.text("owner");
    if (text.empty()) return;
    std::vector<const Person*> named;
    for (const Person& person : scene_.judgement.organisation.people) {
      const auto with_id = [&](const std::string& name) {
        return text == name + "（" + person.id + "）" || text == name + " (" + person.id + ")";
      };
      if (text == person.id || with_id(person.name.zh) || with_id(person.name.en)) {
        named = {&person};
        break;
      }
      if (text == person.name.zh || text == person.name.en) named.push_back(&person);
    }
    if (named.size() == 1) {
      if (is_new("owner", named.front()->id, facts_.owner))
        add("owner", StepName::assign).to = named.front()->id;
    } else if (named.empty()) {
      complain(
          "owner", "unknown-person",
          phrase(Text{"sihu.yaml 中没有人员 {0}", "sihu.yaml has no person {0}"}, in_brief(text)));
    } else {
      complain("owner", "which-person",
               phrase(Text{"有几个人叫 {0}", "several people are called {0}"}, in_brief(text)),
               phrase(Text{"写人员编号", "write the id"}));
    }
  }

  std::optional<Date> date_in(std::string_view key) {
    const std::string& text = row_.text(key);
    if (text.empty()) return std::nullopt;
    const auto date = written_date(text);
    if (!date)
      complain(key, "not-a-date",
               phrase(Text{"应为日期，如 2026-10-05，实际是 {0}",
                           "expected a date such as 2026-10-05, found {0}"},
                      in_brief(text)));
    return date;
  }

  void take_extension() {
    const auto date = date_in("extended");
    if (!date || *date == problem_.due || *date == problem_.agreed_due) return;
    if (!is_new("extended", to_string(*date), facts_.extension)) return;
    Step& step = add("extended", StepName::extend);
    step.due = date;
    step.note = std::exchange(remark_, {});
  }

  // Files that the problem does not have yet; by their bytes, whatever they are called.
  std::vector<std::pair<std::string, std::string>> new_files() {
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& typed : listed_files(row_.text("evidence"))) {
      if (std::ranges::find(problem_.evidence, typed) != problem_.evidence.end()) continue;
      const auto name = scene_.evidence_name(typed);
      if (!name) {
        for (Fault fault : name.error().faults) {
          fault.place = row_.place_of("evidence");
          request_.faults.push_back(std::move(fault));
        }
      } else if (std::ranges::find(problem_.evidence, *name) == problem_.evidence.end()) {
        files.emplace_back(typed, *name);
      }
    }
    return files;
  }

  void take_submission() {
    const auto files = new_files();
    const auto done_on = date_in("completed");
    const std::string& text = row_.text("completion");
    const bool submits = is_new("completion", facts_.completion);
    if (!submits && files.empty()) return;
    if (text.empty())
      return complain("evidence", "completion-missing",
                      phrase(Text{"有新的佐证材料，没有完成情况",
                                  "there is new evidence and nothing on what was done"}));
    Step& step = add(submits ? "completion" : "evidence", StepName::submit);
    step.note = text;
    if (done_on && *done_on != scene_.judgement.today) {
      step.on = done_on;
      step.reason =
          say(scene_.judgement.organisation.language.value_or(Lang::zh),
              Text{"按交回的台账 {0}", "from the ledger that came back, {0}"}, scene_.file);
    }
    for (const auto& [typed, name] : files) {
      step.evidence.push_back(name);
      request_.steps.back().files.push_back(typed);
    }
  }

  // Whether the row was made of the submission that waits, which nobody has decided about yet.
  bool is_of_what_waits() const {
    if (problem_.status != Status::submitted) return false;
    if (facts_.own_words && row_.text("completion") == facts_.completion.now) return true;
    return problem_.submitted && written_date(row_.text("submitted")) == problem_.submitted &&
           facts_.conclusions.back().day < *problem_.submitted;
  }

  // The words are always the same two: what else the row has shows whether they are an old copy.
  bool is_old_conclusion(bool agrees) {
    const bool was_said = std::ranges::find(facts_.conclusions, agrees, &Conclusion::agreed) !=
                          facts_.conclusions.end();
    if (!was_said || is_of_what_waits()) return false;
    const std::string command = agrees ? "verify" : "reject";
    warn_of_old("conclusion",
                phrase(Text{"“{0}”是以前的复核结论，问题现在是“{1}”，不改",
                            "\"{0}\" was concluded before; now the problem is \"{1}\", and stays"},
                       in_brief(row_.text("conclusion")), wording(problem_.status)),
                phrase(Text{"要再作这个结论，在新导出的台账里填，或用 sihu rectify {0} {1}",
                            "to conclude so again fill in a new ledger, or use sihu rectify {0} "
                            "{1}"},
                       command, problem_.id));
    return true;
  }

  void take_conclusion() {
    const std::string& text = row_.text("conclusion");
    if (text.empty()) return;
    const bool agrees = says(text, conclusion_agreed);
    if (!agrees && !says(text, conclusion_sent_back))
      return complain("conclusion", "unknown-conclusion",
                      phrase(Text{"复核结论应为“{0}”或“{1}”", "expected \"{0}\" or \"{1}\""},
                             conclusion_agreed, conclusion_sent_back));
    if (facts_.agreed == agrees || is_old_conclusion(agrees)) return;
    Step& step = add("conclusion", agrees ? StepName::verify : StepName::reject);
    step.note = behind_colon(text);
    if (step.note.empty()) step.note = std::exchange(remark_, {});
  }

  const ReturnedRow& row_;
  const Problem& problem_;
  const Rectification& facts_;
  const ReturnedScene& scene_;
  std::string remark_;  // that no step has taken for its reason yet
  RowRequest request_;
};

}  // namespace

RowRequest request_of(const ReturnedRow& row, const Problem& problem, const Rectification& facts,
                      const ReturnedScene& scene) {
  return RowReading(row, problem, facts, scene).take();
}

}  // namespace sihu
