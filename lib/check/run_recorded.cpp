#include "check/run.hpp"

#include <algorithm>

namespace sihu {

// In a self check the last answer stands alone, whoever gave it.
bool Run::is_own(const GivenAnswer& given) const {
  return scene_.key.self || given.person == scene_.person;
}

void Run::recorded(const NewAnswer& answer, Instant now) {
  auto& standing = standing_[answer.item];
  const auto own = std::ranges::find_if(standing, [&](const auto& given) { return is_own(given); });
  Done done{at_};
  if (own != standing.end()) done.before = own->answer;
  std::erase_if(standing, [&](const GivenAnswer& given) { return is_own(given); });
  standing.push_back({0, scene_.person, now, false, answer.answer});
  outdated_.erase(answer.item);
  note_.clear();
  evidence_.clear();
  if (undoing_) {
    undoing_ = false;
    return go_to(at_, now);
  }
  history_.push_back(std::move(done));
  if (go_on(now)) return;
  go_to(at_, now);
  asking_ = Asking::nothing;
}

void Run::refused() {
  asking_ = Asking::item;
  undoing_ = false;
}

void Run::attach(const std::vector<std::string>& names) {
  for (const auto& name : names)
    if (std::ranges::find(evidence_, name) == evidence_.end()) evidence_.push_back(name);
}

// First what is not recorded yet is dropped, then answers of this run are taken back, the last
// first. A ledger forgets nothing: what was said before is recorded again, and an item of which
// nothing had been said is asked again.
Reply Run::undo(Instant now) {
  if (!note_.empty() || !evidence_.empty() || history_.empty()) {
    const bool any = !note_.empty() || !evidence_.empty();
    note_.clear();
    evidence_.clear();
    return {Reply::Kind::stay,
            any ? phrase(Text{"未记的备注和佐证已丢掉", "note and evidence dropped"})
                : phrase(Text{"没有可撤销的", "there is nothing to undo"}),
            {},
            {},
            false};
  }
  const Done last = std::move(history_.back());
  history_.pop_back();
  go_to(last.at, now);
  if (!last.before)
    return {Reply::Kind::moved,
            phrase(Text{"{0} 重新回答；没有新的答案，原来的仍然算数",
                        "answer {0} anew; until then the answer that was given counts"},
                   item().id),
            {},
            {},
            false};
  undoing_ = true;
  auto records = offer() ? record_fields(*offer()) : std::vector<Field>{};
  return {Reply::Kind::record, {}, {item().id, *last.before, std::move(records)}, {}, false};
}

}  // namespace sihu
