#pragma once

#include "document/organisation.hpp"
#include "ledger/event.hpp"

#include <string_view>

namespace sihu {

/// What the signature of a line is worth.
enum class Signature {
  none,     ///< the line has none
  good,     ///< of a key that its person had on that day
  unknown,  ///< sihu.yaml has no key of the person
  wrong,    ///< of none of the person's keys
  revoked,  ///< of a key that is revoked for that day
  ended     ///< of a key that did not hold on that day
};

struct SignatureJudgement {
  Signature worth = Signature::none;
  const PersonKey* key = nullptr;  ///< the one it is of, if it is of any
};

/// A line as it stands in its file, which its signature covers.
struct StandingLine {
  std::string_view bytes;           ///< without LF
  std::string_view previous_check;  ///< of the line before it
};

/// Compares the signature of a line, which says `event`, with the keys that `organisation` gives
/// its person. `day`: its own.
SignatureJudgement judge_signature(const StandingLine& line, const Event& event, Date day,
                                   const Organisation& organisation);

/// Whether a line has the signature that `organisation` demands of its event on that day; true too
/// where it demands none.
bool is_signed_as_demanded(const StandingLine& line, const Event& event, Date day,
                           const Organisation& organisation);

}  // namespace sihu
