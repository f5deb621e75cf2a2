#pragma once

#include "check/run.hpp"
#include "tools/terminal/edit.hpp"
#include "tools/terminal/picker.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// An inspection on a full screen: what a key does, without any terminal. Answers go to a `Run` as
/// the lines that somebody would type, so that the rules are those of the conversation.
class CheckBoard {
 public:
  /// What the keys are for just now.
  enum class Mode {
    list,     ///< a key is an answer, or moves
    typing,   ///< words for a key
    search,   ///< words that narrow the list
    existed,  ///< whether a finding was there last time
    picking,  ///< files
    page      ///< a long text: any key ends it
  };
  enum class Filter { all, unanswered, findings };

  /// What is to be done after a key.
  struct Effect {
    enum class Kind { none, record, attach, leave, interrupt, suspend, redraw };
    Kind kind = Kind::none;
    Reply reply = {};  ///< to record or attach; then `carried_out` is called
  };

  /// The run outlives the board. `folder`: where picking files begins.
  CheckBoard(Run& run, Lang lang, std::filesystem::path folder, ListFolder list, Instant now);

  Effect press(const Key& key, Instant now);
  /// The effect was carried out, and this was said; `taken`: nothing was refused.
  void carried_out(std::string_view said, bool taken, Instant now);
  /// Shows a text: beside the keys where it is short, else on a page.
  void tell(std::string_view text);

  // What is to be shown.
  const Run& run() const { return run_; }
  Lang lang() const { return lang_; }
  Mode mode() const { return mode_; }
  Filter filter() const { return filter_; }
  const std::string& sought() const { return search_.text(); }
  const LineEdit& search() const { return search_; }
  const LineEdit& typed() const { return typed_; }
  /// What is asked of who types: what a key needs, or whether a finding was there before.
  std::string question() const;
  const std::string& message() const { return message_; }  ///< may have several lines
  const std::string& page() const { return page_; }
  const std::optional<Picker>& picker() const { return picker_; }
  int scrolled() const { return scrolled_; }  ///< lines of the item, or of the page, above the top
  int seconds(Instant now) const;             ///< since the board was set up
  /// Places in `run().rows()` that filter and search leave, and the item on the screen.
  std::vector<std::size_t> visible_items() const;

 private:
  Effect press_in_list(const Key& key, Instant now);
  Effect press_letter(char letter, Instant now);
  Effect press_words(std::string_view words, Instant now);
  Effect press_typing(const Key& key, Instant now);
  Effect press_search(const Key& key, Instant now);
  Effect press_existed(const Key& key, Instant now);
  Effect press_picking(const Key& key);
  Effect press_page(const Key& key);
  Effect answer(std::string_view line, Instant now);
  Effect follow(Reply reply);
  Effect pass(Instant now);
  Effect enter(Instant now);
  void ask_words(char key);
  void move(int by, Instant now);
  void go_to(std::size_t item, Instant now);
  void stay_visible(Instant now);
  bool is_shown(const RunRow& row) const;
  void next_filter(Instant now);
  void show_help();

  Run& run_;
  Lang lang_;
  std::filesystem::path folder_;
  ListFolder list_;
  Instant begun_;
  Mode mode_ = Mode::list;
  Filter filter_ = Filter::all;
  LineEdit search_;
  char asked_for_ = ' ';  // the key whose words are typed
  LineEdit typed_;
  std::string message_;
  std::string page_;
  std::optional<Picker> picker_;
  int scrolled_ = 0;
  std::string recording_;  // the item whose answer is being recorded
};

/// A key of the board, for the lines at the bottom and for help.
struct BoardKey {
  std::string_view key;
  Text label;  ///< a word
  Text does;   ///< a sentence
};
const std::vector<BoardKey>& board_keys();

}  // namespace sihu
