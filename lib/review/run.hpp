#pragma once

#include "review/sheets_file.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a line typed while reviewing leads to.
struct ReviewReply {
  enum class Kind {
    stay,     ///< a message; the same question again
    moved,    ///< another question is next
    hand_in,  ///< hand in `sheet`, then call `handed_in` or `refused`
    quit,
  };

  Kind kind = Kind::stay;
  Phrase message = {};
  NewSheet sheet = {};
  bool wrong = false;  ///< `message` says why the line could not be taken
};

/// Reviewing as a conversation: branch by branch, criterion by criterion, then a comment. A value
/// that says what to ask and takes what was typed; it knows no files and no terminal. A sheet goes
/// out whole: until then nothing of it is recorded.
class ReviewRun {
 public:
  struct Scene {
    Quarter quarter;
    const Rubric& rubric;
    std::string person;
    std::vector<const Branch*> branches;  ///< still to be reviewed
    /// Ids of those that a sheet of this person is in the ledger about already.
    std::set<std::string, std::less<>> reviewed_before = {};
  };

  explicit ReviewRun(Scene scene) : scene_(std::move(scene)) {}

  /// There is nothing more to ask.
  bool over() const { return at_ >= scene_.branches.size(); }
  int handed_in_count() const { return handed_in_; }

  /// The branch, or the criterion with its anchors, when a new one is to be shown; else empty.
  Phrase card() const;
  /// What stands before the cursor: `zb05 C1> `.
  Phrase prompt() const;
  /// That the sheet which was begun is not handed in, and how to do it; empty where none is begun.
  Phrase half_sheet() const;

  ReviewReply answer(std::string_view line);

  /// The sheet is in the ledger: on to the next branch.
  void handed_in();
  /// It could not be handed in: the branch is asked from its first criterion again.
  void refused();
  /// No sheet about the branch is taken any more: on to the next one.
  void closed() { next_branch(); }

 private:
  const Branch& branch() const { return *scene_.branches[at_]; }
  bool asks_comment() const { return scores_.size() == scene_.rubric.criteria.size(); }
  const Criterion& criterion() const { return scene_.rubric.criteria[scores_.size()]; }
  Phrase heading() const;
  void next_branch();
  ReviewReply go_back();
  ReviewReply skip();
  ReviewReply take_score(std::string_view text);
  ReviewReply take_comment(std::string_view text);

  Scene scene_;
  std::size_t at_ = 0;
  std::vector<GivenScore> scores_;
  int handed_in_ = 0;
  bool fresh_ = true;
};

}  // namespace sihu
