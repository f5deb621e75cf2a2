#pragma once

#include "ledger/event.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace sihu {

struct Ledger;

/// What stands in place of a text that is hidden: the same in both languages, because it stands
/// where data stands.
inline constexpr std::string_view hidden_text = "〔已隐去 redacted〕";

/// The event that hides the texts of a line; its subject is the line's check.
inline constexpr std::string_view redaction_event = "line.redact";

/// Whether a field holds words that somebody wrote: `title text basis note reason`. All others
/// (ids, dates, numbers, names of files, and keys that this sihu does not know) say nothing that a
/// fold could do without.
bool is_text_key(std::string_view key);

/// The lines whose texts are hidden, by their checks.
class Redactions {
 public:
  /// Remembers what an event hides, if it is one that hides.
  void take(const Event& event);
  /// What a line called `redaction_event` hides if it says that the committee decided so; whether
  /// that is true is `verify`'s business.
  void take_decision(std::string_view subject, std::string_view role);
  void add(std::string_view check);
  void add(std::uint64_t check) { checks_.insert(check); }
  void add(const Redactions& more);

  bool hides(std::string_view check) const;
  bool empty() const { return checks_.empty(); }
  const std::set<std::uint64_t>& checks() const { return checks_; }

 private:
  std::set<std::uint64_t> checks_;
};

/// Puts `hidden_text` in place of every text of the event.
void hide_texts(Event& event);

/// The same for a line (without LF) as it stands in its file, keeping its check. A line that is
/// none stays as it is.
std::string with_texts_hidden(std::string_view line);

/// Those of a ledger's own events.
Redactions redactions_in(const Ledger& ledger);

/// Hides, in a ledger, what its own events and `more` hide.
void hide_redacted(Ledger& ledger, const Redactions& more = {});

}  // namespace sihu
