#pragma once

#include "check/keys.hpp"
#include "check/offer.hpp"
#include "check/record.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a line typed in an inspection leads to.
struct Reply {
  enum class Kind {
    stay,      ///< a message; the same question again
    moved,     ///< another item, or another question, is next
    record,    ///< record `answer`, then call `recorded` or `refused`
    evidence,  ///< keep the files in `paths`, then call `attach`
    quit,
  };

  Kind kind = Kind::stay;
  Phrase message = {};  ///< may be empty and have several lines
  NewAnswer answer = {};
  std::vector<std::string> paths = {};
  bool wrong = false;  ///< `message` says why the line could not be taken
};

/// An inspection as a conversation: a value that says what to ask and takes what was typed.
///
/// It goes on at the first unanswered item and knows no files, clock or terminal: time comes with
/// each line, what it wants recorded goes out in a `Reply`.
class Run {
 public:
  struct Scene {
    CheckKey key;
    const ScoreBasis& basis;
    const Organisation& organisation;
    std::string person;
    std::map<std::string, PreviousAnswer> previous = {};
    int columns = 80;
    RecordOffers offers = {};  ///< what the branch's records say
  };

  Run(Scene scene, const CheckState& state, Instant now);

  /// All asked items have an answer.
  bool complete() const;
  int done() const;
  int asked() const { return static_cast<int>(items_.size()); }
  /// The item on the screen; nullptr when there is none.
  const Item* current() const;

  /// The card of the item, when a new one is to be shown; else empty. Ends with a line feed.
  Phrase card() const;
  /// What stands before the cursor: `DF-02> `.
  Phrase prompt() const;

  Reply answer(std::string_view line, Instant now);

  /// `answer` is in the ledger: on to the next unanswered item.
  void recorded(const NewAnswer& answer, Instant now);
  /// It could not be recorded: the item is asked again.
  void refused();
  /// Files for the answer to come, as they are kept.
  void attach(const std::vector<std::string>& names);

 private:
  enum class Asking { item, rules, existed, nothing };

  const Item& item() const { return *items_[at_]; }
  bool is_answered(const Item& item) const;
  void go_to(std::size_t at, Instant now);
  bool go_on(Instant now);
  Reply take_rest(std::string_view line, Instant now);
  Reply take_key(const KeyLine& line, Instant now);
  Reply take_rules(std::string_view line, Instant now);
  Reply take_existed(std::string_view line, Instant now);
  Reply take_value(std::string_view text, Instant now);
  Reply jump(std::string_view text, Instant now);
  Reply deduct(std::string_view text, Instant now);
  Reply propose(Answer answer, std::string_view words, Instant now);
  Reply commit(Instant now);
  Reply confirm(Instant now);
  const RecordOffer* offer() const;
  Phrase list() const;
  Phrase said_before() const;

  Scene scene_;
  std::map<std::string, std::vector<GivenAnswer>> standing_;
  std::map<std::string, Phrase> outdated_;
  std::vector<const Item*> items_;
  std::size_t at_ = 0;
  Asking asking_ = Asking::item;
  bool fresh_ = true;
  Answer draft_;  ///< waits for `existed`
  std::string note_;
  std::vector<std::string> evidence_;
  Instant shown_at_;
};

/// What an item asks, as shown to the inspector: title, standard, method, basis with how far it was
/// checked, rules, what to look at. Lines end with a line feed.
std::string item_card(const Item& item, Lang lang, int columns);

/// `[#####···············] 5/20`
std::string progress_bar(int done, int total, int cells = 20);

}  // namespace sihu
