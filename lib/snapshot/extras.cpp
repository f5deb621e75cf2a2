#include "snapshot/extras.hpp"

#include <utility>

namespace sihu {
namespace {

constexpr std::uint32_t most_steps = (1u << 28) - 1;  // `SmallStep::next`

}  // namespace

Extra Extras::take_kept(Record& record) {
  const auto number = static_cast<std::uint32_t>(record.check);
  const Extra extra = extras_[number];
  extras_[number] = {0, {}, std::exchange(free_extra_, number)};
  record.check = extra.check;
  record.has_extra = 0;
  return extra;
}

void Extras::keep(Record& record, const Extra& extra) {
  std::uint32_t number = free_extra_;
  if (number != 0) {
    free_extra_ = extras_[number].waiting;
  } else {
    number = static_cast<std::uint32_t>(extras_.size());
    extras_.emplace_back();
  }
  extras_[number] = {record.check, extra.request, extra.waiting};
  record.check = number;
  record.has_extra = 1;
}

bool Extras::wait(Extra& extra, const SmallStep& step) {
  std::uint32_t number = free_step_;
  if (number != 0) {
    free_step_ = steps_[number].next;
  } else {
    if (steps_.size() > most_steps) return false;
    number = static_cast<std::uint32_t>(steps_.size());
    steps_.emplace_back();
  }
  steps_[number] = step;
  steps_[number].next = extra.waiting & most_steps;
  extra.waiting = number;
  return true;
}

void Extras::let_go(std::uint32_t step) {
  steps_[step].next = free_step_ & most_steps;
  free_step_ = step;
}

std::optional<SmallStep> Extras::take_step(Extra& extra, std::uint64_t check) {
  std::uint32_t before = 0;
  for (std::uint32_t number = extra.waiting; number != 0; number = steps_[number].next) {
    if (steps_[number].after != check) {
      before = number;
      continue;
    }
    const SmallStep step = steps_[number];
    if (before == 0)
      extra.waiting = step.next;
    else
      steps_[before].next = step.next;
    let_go(number);
    return step;
  }
  return std::nullopt;
}

std::optional<SmallStep> Extras::take_step(Extra& extra) {
  return extra.waiting == 0 ? std::nullopt : take_step(extra, steps_[extra.waiting].after);
}

}  // namespace sihu
