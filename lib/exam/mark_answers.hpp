#pragma once

#include "exam/grade.hpp"
#include "exam/hand_in.hpp"

#include <vector>

namespace sihu {

/// Points that somebody gives a short answer.
struct NewPoints {
  AnswerKey key;
  Rational value;
  Place place = {};  ///< where it is written, if it is
};

/// What `scene.person` may mark now, by question and then by code: answers that wait for a marker
/// and were given by another branch, where the plan says so by one that this branch sets the paper
/// of, and that this person has not marked.
std::vector<const ShortAnswer*> answers_to_mark(const PaperScene& scene,
                                                const MarkedPapers& marked);

/// Why nothing waits for this person though answers wait for somebody; empty where something does,
/// or nothing waits at all.
std::vector<Phrase> why_nothing_to_mark(const PaperScene& scene, const MarkedPapers& marked);

/// The lines that record points, a `test.points` each, sealed to the committee's key where
/// sihu.yaml has one. `Kind::refused` with every reason: an answer of the own branch, one that this
/// person gave other points before or that waits for nobody, nobody who may. The same points once
/// more are left as they are; with `scene.reason` other ones replace those that this person gave.
/// Every key must be one of `marked.short_answers`.
Result<PapersRecording> give_points(const PaperScene& scene, const MarkedPapers& marked,
                                    const std::vector<NewPoints>& points);

/// Points as somebody wrote them, 0 to the full ones with at most two decimals; nothing for all
/// else.
std::optional<Rational> read_points(const ShortAnswer& answer, std::string_view written);

}  // namespace sihu
