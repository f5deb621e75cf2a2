// What a computed result is called and how it reads.
#include "records/compute.hpp"

#include <algorithm>

namespace sihu {

std::string_view to_string(RecordVerdict verdict) {
  return verdict == RecordVerdict::met ? "met" : verdict == RecordVerdict::gap ? "gap" : "unsaid";
}

const Text& wording(RecordVerdict verdict) {
  static constexpr Text met{"达到", "met"};
  static constexpr Text gap{"未达到", "gap"};
  static constexpr Text unsaid{"说不了", "can't be said"};
  return verdict == RecordVerdict::met ? met : verdict == RecordVerdict::gap ? gap : unsaid;
}

Phrase describe(const ComputedResult& result) {
  using State = StretchResult::State;
  Phrase all;
  for (const StretchResult& one : result.stretches) {
    const Phrase words = one.state == State::gap
                             ? phrase(Text{"{0}（未达到）", "{0} (gap)"}, one.words)
                         : one.state == State::pending
                             ? phrase(Text{"{0}（期限未到）", "{0} (still time)"}, one.words)
                             : one.words;
    all = all.empty() ? words : phrase(Text{"{0}，{1}", "{0}, {1}"}, all, words);
  }
  if (result.why.empty()) return all;
  const bool nothing_more = std::ranges::all_of(
      result.stretches, [](const StretchResult& one) { return one.state == State::no_rows; });
  return nothing_more ? result.why : phrase(Text{"{0}：{1}", "{0}: {1}"}, result.why, all);
}

}  // namespace sihu
