#pragma once

#include "document/bank.hpp"
#include "gate/node.hpp"
#include "gate/source.hpp"

#include <optional>
#include <vector>

namespace sihu {

/// A bank that was refused, with those of its questions that none of `faults` is about: what they
/// are like can be said in the same run. Nothing where there are none, or where not every fault
/// says its place. `root` is the bank's tree in `source`.
std::optional<Bank> sound_questions(const Source& source, const Node& root,
                                    const std::vector<Fault>& faults);

}  // namespace sihu
