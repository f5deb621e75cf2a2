#pragma once

#include "exam/compose.hpp"
#include "exam/form.hpp"
#include "exam/grade.hpp"
#include "exam/hand_in.hpp"
#include "exam/markers.hpp"
#include "exam/papers_file.hpp"
#include "exam/sealed_bank.hpp"
#include "store/papers.hpp"
#include "tools/cli/flags.hpp"
#include "tools/cli/world.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sihu {

// What the commands of `sihu test` have in common.

/// A workspace with the tests of its ledger.
struct ExamDesk {
  Workspace workspace;
  PaperKey key;
  std::optional<PlanFile> plan;  ///< of the quarter
  ExamState state;
  Date today;

  bool is_sealed() const { return !workspace.organisation().review.key.empty(); }
};

/// Which paper a command is about.
struct PaperChoice {
  std::optional<Quarter> quarter;
  std::string paper;
  bool make_up = false;
};

/// Declares QUARTER, PAPER and `--make-up`.
void declare_paper(Flags& flags, PaperChoice& choice);

Result<ExamDesk> open_exam_desk(World& world, const PaperChoice& choice);

/// Whether a form was drawn for the desk's paper: `Kind::refused` where none was, or `Kind::input`
/// with the nearest if there are no rules of that name either.
Result<void> check_drawn(const ExamDesk& desk);

/// A key of a sealed bank that is not known here.
struct MissingKey {
  std::string bank;                 ///< id
  std::string drawn_by;             ///< who has it: a person
  bool is_lost = false;             ///< it was published, and its document is gone
  std::vector<std::string> people;  ///< who handed in a paper of it
};

/// Which key is not there, for whom, and who has it.
Phrase missing_key_words(const PaperKey& key, const MissingKey& missing,
                         const Organisation& organisation);

/// The forms of a workspace with their documents, each put together when it is asked for: there may
/// be one for each of ten thousand branches. Not to be moved: forms point into it.
///
/// In place of a sealed bank stands the bank with its keys, as soon as they are published, or given
/// by `use_keys`; it is compared with what the sealed one promises.
class ExamForms {
 public:
  /// Both must outlive it.
  ExamForms(const Workspace& workspace, const ExamState& state)
      : workspace_(workspace), state_(state) {}
  ExamForms(const ExamForms&) = delete;
  ExamForms& operator=(const ExamForms&) = delete;

  /// nullptr: there is no such form. `Kind::integrity` where a document is missing.
  Result<const ExamForm*> find(const FormKey& key);
  /// As the pure rules look for them: nullptr for one whose documents came to harm as well.
  FormByKey by_key();
  /// The form of a paper that somebody is given; nullptr: none was drawn.
  Result<const ExamForm*> for_person(const PaperKey& key, const Person& person);
  /// The same; `Kind::refused` where none was drawn.
  Result<const ExamForm*> drawn_for(const PaperKey& key, const Person& person);
  /// The rules of a paper that was drawn: of its first form, as all forms are of the same.
  Result<const Paper*> rules(const PaperKey& key);

  /// Takes keys of the paper's sealed banks that are not published, by how messages call them.
  /// `Kind::integrity` with every one that fits none of them.
  Result<void> use_keys(const PaperKey& key, const std::map<std::string, BankKey>& keys);
  /// Whether anything of the paper can be marked: `Kind::refused` while it is sealed and no key is
  /// known, with who has them.
  Result<void> check_keys(const PaperKey& key);
  /// The keys that papers of `marked.keyless` wait for.
  std::vector<MissingKey> missing_keys(const MarkedPapers& marked) const;
  /// Published keys whose documents are gone from `evidence/` and that `use_keys` was given: their
  /// texts.
  std::vector<std::string> found_again() const;
  /// The sealed banks of the paper, as candidates have them, by the first digits of their digests;
  /// none: it is no sealed paper.
  Result<std::map<std::string, Bank>> sealed_banks(const PaperKey& key);
  /// What they promise of their keys.
  Result<std::vector<std::string>> promises(const PaperKey& key);
  /// The banks with published keys, of the forms that were put together.
  std::vector<Bank> published_banks() const;
  /// The keys taken by `use_keys` that `state` does not have yet, as lines with their documents.
  Decision publishing(const PaperKey& key, const ExamState& state) const;

 private:
  struct SealedInUse {
    Bank bank;                   // as it was recorded
    std::optional<BankKey> key;  // that fits
    bool is_published = false;
    bool is_lost = false;  // published, and gone from evidence/
  };

  Result<void> read_documents(const RecordedForm& recorded);
  Result<void> read_all_documents(const PaperKey& key);
  Result<void> unseal(const PaperKey& key, const BankDigest& digest, Bank sealed);
  Result<void> use(const BankDigest& digest, const BankKey& key, bool is_published);
  // A form, and who handed it in; nobody: "".
  using FormHandedIn = std::pair<const RecordedForm*, std::string>;
  std::vector<MissingKey> unknown_keys(const std::vector<FormHandedIn>& forms) const;

  const Workspace& workspace_;
  const ExamState& state_;
  std::map<std::string, PaperDocument> papers_;  // by the first digits of their digests
  std::map<std::string, Bank> banks_;
  std::map<std::string, SealedInUse> sealed_;  // by the same digests
  std::map<FormKey, ExamForm> forms_;
};

/// Marks what was handed in, with the secret keys of this machine. Forms must outlive it.
class PaperMarker {
 public:
  /// Looks for each secret key that papers of `key`, or the points of short answers, are sealed to,
  /// and puts together the forms that were sat.
  static Result<PaperMarker> open(const World& world, const Workspace& workspace,
                                  const ExamState& state, const PaperKey& key, ExamForms& forms);

  MarkedPapers mark(const ExamState& state) const;

 private:
  PaperMarker(PaperKey key, const Organisation& organisation, ExamForms& forms)
      : key_(std::move(key)), organisation_(&organisation), forms_(&forms) {}

  PaperKey key_;
  const Organisation* organisation_;
  ExamForms* forms_;
  std::map<std::string, std::optional<std::string>> secrets_;
};

/// The papers of `keys`, marked, as far as this machine can read them.
Result<std::vector<MarkedPapers>> mark_graded(const World& world, const Workspace& workspace,
                                              const ExamState& state,
                                              const std::vector<PaperKey>& keys, ExamForms& forms);

/// Hands in papers on the ledger as it is under the lock, durable; `reason`: corrects those that
/// were entered before. What the ledger notes is said.
Result<PapersRecording> record_papers(World& world, const ExamDesk& desk, const Author& author,
                                      const std::vector<NewPaper>& papers, bool own,
                                      const std::string& reason = {});

/// Takes back the paper that was entered for a person, in the same way.
Result<PapersRecording> cancel_recorded(World& world, const ExamDesk& desk, const Author& author,
                                        const std::string& person, const std::string& reason);

/// Begins a sitting of one's own, or finds that it was begun: when that was, and by which line.
Result<BegunSitting> begin_own_sitting(World& world, const ExamDesk& desk, const Author& author,
                                       const ExamForm& form);

/// Everything that decides what `author` may hand in or mark, by one state of the ledger.
PaperScene paper_scene(const ExamDesk& desk, const ExamState& state, const Author& author);

/// The same for handing in, which compares with sealed papers as well. All must outlive it.
PaperScene recording_scene(const World& world, const ExamDesk& desk, const ExamState& state,
                           const Author& author);

/// The time that a sitting or a drill is under: `--now` moves it only in a workspace to practise
/// in.
Instant sitting_clock(const World& world, const Author& author, const Workspace& workspace);

/// Says once who will be able to read what is handed in, when that is everybody.
void say_papers_readable(World& world, const ExamDesk& desk);

/// Says of which branches among those of `forms` too few people may mark short answers.
void say_few_markers(World& world, const ExamDesk& desk, const Paper& paper,
                     const std::vector<ComposedForm>& forms);

/// What to say of a sitting that has begun and of whose answers nothing is known here: who went on
/// would hand in a blank paper without a word.
Phrase no_answers_here(const ExamDesk& desk, Instant begun);

/// Says which short answers wait for a marker though nobody is left.
void say_unmarkable(World& world, const ExamDesk& desk, const MarkedPapers& marked);

}  // namespace sihu
