#pragma once

#include "document/organisation.hpp"
#include "exam/hand_in.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// The form that a person answered, by the code on the paper or without one; nullptr: none was
/// drawn. A failure is about that row.
using FormFor =
    std::function<Result<const ExamForm*>(const Person& person, const std::string& code)>;

/// What answers on paper are read against.
struct PapersScene {
  const Organisation& organisation;
  FormFor form_for;
  /// Why a paper would not be taken. It is asked where something else is wrong already, so that
  /// one round shows everything.
  std::function<std::optional<Fault>(const NewPaper& paper)> refusal = {};
  /// People, by id, who sat and wrote nothing: their rows, if they have any, may all be empty.
  std::vector<std::string> blank = {};
};

/// The papers of `scene.blank`, without an answer, each once. All faults at once, `Kind::input`:
/// unknown people with the nearest, people without a paper.
Result<std::vector<NewPaper>> blank_papers(const PapersScene& scene);

/// What is wrong with the id of somebody whose paper is entered: there is no such person, with the
/// nearest, or no paper was drawn for that person. Without a place.
Fault unknown_person(const std::string& id, const Organisation& organisation);
Fault no_paper(const std::string& id);

/// Where more `people` of a table have no paper than one line names (a branch that nobody drew
/// for), the first of the faults that say so tells their number, the first of them and the `lines`
/// of all their rows, and stands for all.
void pool_paperless(std::vector<Fault>& faults, const std::vector<std::string>& people,
                    const std::string& lines);

/// `是不是 {0}？`, where something known is near to what was typed; else empty.
Phrase nearest_of(const std::string& typed, const std::vector<std::string>& known);

}  // namespace sihu
