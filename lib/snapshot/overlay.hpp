#pragma once

#include "ledger/redaction.hpp"
#include "snapshot/day_finder.hpp"
#include "snapshot/open_row.hpp"
#include "snapshot/quick_fold.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What lines newer than a snapshot make of it.
///
/// It knows the snapshot's open problems one by one, through `find`, and of all others only that
/// they exist. Where that is not enough, a closed problem that is reopened, two lines that rest on
/// one, a fault that is found again, it says so, and the whole ledger is folded again.
class Overlay {
 public:
  /// The open row of a problem in the snapshot, or nothing.
  using Find = std::function<std::optional<OpenRow>(std::string_view id)>;
  /// Whether some problem in the snapshot, open or not, may be of one of those faults
  /// (`fault_number`). Asked once, after the last line.
  using KnowsFault = std::function<bool(const std::set<std::uint64_t>& faults)>;

  /// `serials`: the highest of every device in the snapshot; `redactions`: those that it knows.
  Overlay(const Zone& zone, Find find, std::map<std::string, std::uint32_t> serials,
          Redactions redactions = {}, KnowsFault knows_fault = {})
      : days_(zone),
        find_(std::move(find)),
        serials_(std::move(serials)),
        redactions_(std::move(redactions)),
        knows_fault_(std::move(knows_fault)) {}

  /// Takes a line; files in any order, the lines of one in theirs.
  void take(const RawLine& line, const TailFields& tail);

  /// All lines were taken. False: it cannot say what holds.
  bool finish();

  /// How many lines were taken.
  std::uint64_t lines() const { return lines_; }
  const std::map<SmallDay, std::uint64_t>& lines_per_day() const { return lines_per_day_; }

  /// Ids of rows in the snapshot that are not as they were.
  bool is_changed(std::string_view id) const { return lives_.find(id) != lives_.end(); }
  /// The rows of those, and of new problems, that are open now.
  const OpenRows& rows() const { return rows_; }
  /// What is to be added to the snapshot's counts, by branch and status.
  const std::map<std::string, std::array<std::int64_t, 5>>& counts() const { return counts_; }

 private:
  struct Life {
    std::optional<OpenRow> before;  // in the snapshot
    std::string opening;            // the opening line of a new one
    Record record;
    SmallRequest request;
    std::vector<SmallStep> waiting;
  };

  Life* life_of(std::string_view id, bool opens);
  bool is_found_again(std::uint64_t fault);
  void open(Life& life, const RawLine& line, const TailFields& tail, SmallDay recorded);
  bool go_on(Life& life);
  void conclude(const std::string& id, const Life& life);

  DayFinder days_;
  Find find_;
  std::map<std::string, std::uint32_t> serials_;
  Redactions redactions_;
  KnowsFault knows_fault_;
  std::set<std::uint64_t> new_faults_;
  Names people_;
  std::map<std::string, Life, std::less<>> lives_;
  std::map<SmallDay, std::uint64_t> lines_per_day_;
  std::uint64_t lines_ = 0;
  bool beyond_ = false;  // it takes the whole fold
  OpenRows rows_;
  std::map<std::string, std::array<std::int64_t, 5>> counts_;
};

}  // namespace sihu
