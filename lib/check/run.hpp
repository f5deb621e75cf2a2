#pragma once

#include "check/keys.hpp"
#include "check/offer.hpp"
#include "check/record.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// How an item of an inspection stands, for a list of all.
struct RunRow {
  const Item* item = nullptr;
  std::string_view sign;    ///< `+` pass, `x` fail, `-` deduct, `#` value, `/` n/a, `!` answers
                            ///< differ, blank: none
  bool is_finding = false;  ///< somebody's standing answer is one
  bool answered() const { return sign != " "; }
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

  /// All items that are asked, in their order, and which of them is on the screen.
  std::vector<RunRow> rows() const;
  std::size_t at() const { return at_; }
  /// The item on the screen with all that is known of it, also what waits to be recorded with its
  /// answer. Lines end with a line feed.
  std::string panel(Lang lang, int columns) const;

  /// What is asked next.
  enum class Asking { item, rules, existed, nothing };
  Asking asking() const { return asking_; }

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

  /// Asks item `at` of `rows()` next. What waits to be recorded with another goes on waiting there.
  void go_to(std::size_t at, Instant now);

 private:
  /// An answer of this run, and what this person had said before; nothing: they had not.
  struct Done {
    std::size_t at = 0;
    std::optional<Answer> before = {};
  };

  const Item& item() const { return *items_[at_]; }
  bool is_answered(const Item& item) const;
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
  Reply undo(Instant now);
  bool is_own(const GivenAnswer& given) const;
  Reply confirm(Instant now);
  const RecordOffer* offer() const;
  Phrase list() const;
  Phrase said_before() const;
  std::string waiting(Lang lang, int columns) const;

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
  /// Notes and evidence of items that were left without an answer.
  std::map<std::size_t, std::pair<std::string, std::vector<std::string>>> drafts_;
  Instant shown_at_;
  std::vector<Done> history_;
  bool undoing_ = false;  ///< what is being recorded takes an answer back
};

/// What an item asks, as shown to the inspector: title, standard, method, basis with how far it was
/// checked, rules, what to look at. Lines end with a line feed.
std::string item_card(const Item& item, Lang lang, int columns);

/// `[#####···············] 5/20`
std::string progress_bar(int done, int total, int cells = 20);

}  // namespace sihu
