#pragma once

#include "review/open.hpp"
#include "review/record.hpp"
#include "store/rubrics.hpp"
#include "tools/cli/late_entry.hpp"
#include "tools/cli/world.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

// What the commands of `sihu review` have in common.

/// A workspace with the reviews of a quarter in it.
struct ReviewDesk {
  Workspace workspace;
  Quarter quarter;
  KeptRubric kept;
  std::optional<PlanFile> plan;
  ReviewState state;
  Date today;
  bool has_records = false;  ///< the ledger has a file of the quarter

  ReviewRules rules() const {
    return {workspace.organisation(), kept.rubric, plan ? &*plan : nullptr};
  }
  bool is_sealed() const { return !workspace.organisation().review.key.empty(); }
  /// How many sheets about a branch a result needs: what sihu.yaml or the rubric says, whichever is
  /// more.
  std::size_t least() const;
};

Result<ReviewDesk> open_desk(World& world, Quarter quarter);

/// Who hands in, and of which day the sheets are (补录).
struct Reviewing {
  Author author;
  LateEntry late = {};
};

/// `--on` and `--reason`, for sheets.
void declare_late_sheets(Flags& flags, LateEntry& late);

/// Who hands in; `Kind::usage` where a quarter that is over is given no day, as with checks.
Result<Reviewing> begin_reviewing(World& world, const ReviewDesk& desk, const LateEntry& late);

/// Hands in sheets on the ledger as it is under the lock, durable. What the ledger notes is said.
Result<SheetsRecording> hand_in_sheets(World& world, const ReviewDesk& desk,
                                       const Reviewing& reviewing,
                                       const std::vector<NewSheet>& sheets);

/// Why a sheet with this key is not taken from that person today, on the ledger as the desk has it;
/// nothing: it is.
std::optional<Fault> refusal_of(const ReviewDesk& desk, const Person& person, Date today,
                                const SheetKey& key);

/// Says of which sheets, entered by the committee, another one took the place: on paper the earlier
/// one is somebody's word.
void say_overwritten(World& world, const SheetsRecording& recording);

/// Says once who will be able to read what is handed in, when that is everybody.
void say_secrecy(World& world, const ReviewDesk& desk);

/// Reads the sheets with the secret keys of this machine, each looked for once.
class SheetReader {
 public:
  SheetReader(const World& world, const ReviewDesk& desk) : world_(world), desk_(desk) {}

  /// A key that others may read, or a rubric that is missing, is a failure.
  Result<OpenedReview> open(const ReviewState& state);

 private:
  Result<void> look_for_keys(const ReviewState& state);
  Result<void> look_for_rubrics(const ReviewState& state);

  const World& world_;
  const ReviewDesk& desk_;
  std::map<std::string, std::optional<std::string>> secrets_;
  std::map<std::string, KeptRubric> rubrics_;
};

}  // namespace sihu
