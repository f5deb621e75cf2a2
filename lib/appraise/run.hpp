#pragma once

#include "appraise/record.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a line typed while scoring leads to.
struct AppraiseReply {
  enum class Step {
    stay,    ///< a message; the same question again
    moved,   ///< another question is next
    record,  ///< record `mark`, then call `recorded` or `refused`
    quit,
  };

  Step step = Step::stay;
  Phrase message = {};
  NewItemMark mark = {};
  bool wrong = false;  ///< `message` says why the line could not be taken
};

/// Scoring somebody as a conversation: item by item, points, then why. A value that says what to
/// ask and takes what was typed; it knows no files and no terminal. Each item is recorded by
/// itself, so that one can go on later.
class AppraiseRun {
 public:
  AppraiseRun(std::string person, std::vector<const Item*> items)
      : person_(std::move(person)), items_(std::move(items)) {}

  bool over() const { return at_ >= items_.size(); }
  int recorded_count() const { return recorded_; }

  /// The item, when a new one is to be shown; else empty.
  Phrase card() const;
  /// `p003 DF-02> `.
  Phrase prompt() const;

  AppraiseReply answer(std::string_view line);

  /// The mark is in the ledger: on to the next item.
  void recorded();
  /// It could not be recorded: the item is asked again.
  void refused();

 private:
  const Item& item() const { return *items_[at_]; }
  AppraiseReply take_points(std::string_view text);
  AppraiseReply take_reason(std::string_view text);
  AppraiseReply go_back();
  AppraiseReply skip();
  void next_item();

  std::string person_;
  std::vector<const Item*> items_;
  std::size_t at_ = 0;
  std::optional<AppraiseMark> given_;
  int recorded_ = 0;
  bool fresh_ = true;
};

}  // namespace sihu
