#pragma once

#include "snapshot/day_finder.hpp"
#include "snapshot/device_records.hpp"
#include "snapshot/extras.hpp"
#include "snapshot/fault_runs.hpp"
#include "snapshot/names.hpp"
#include "snapshot/raw_line.hpp"
#include "snapshot/record.hpp"
#include "snapshot/small_line.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

/// How many problems of a branch stand where.
using StatusCounts = std::array<std::uint32_t, 5>;  // by `Status`

/// Folds problems from raw lines, in any order, a file after the other, in little memory.
///
/// A life that is a plain chain, each line resting on the one before and none forbidden, is folded
/// here, at the cost of a few comparisons a line. Every other one (two lines resting on one, a step
/// that its state forbids, an opening that has not arrived, an id given twice, days beyond 2179) is
/// `odd`: `fold_problems` says what it is, on its lines alone. Lines may come in any order: one
/// that rests on a line not seen yet waits for it.
///
/// Records lie far apart and most of the time would go by waiting for memory: so a line is read,
/// its record sent for, and only some lines later added to it.
class QuickFold {
 public:
  explicit QuickFold(Zone zone) : days_(std::move(zone)) {}
  QuickFold(QuickFold&&) = default;
  QuickFold& operator=(QuickFold&&) = default;

  void begin_file(std::uint32_t file) { file_ = file; }

  /// Takes a line that stands at `offset`.
  void take(const RawLine& line, const TailFields& tail, std::uint64_t offset);

  /// No more lines come before `absorb` or `finish`: does what the thread that read them can do.
  void settle_all();

  /// Brings together with what was folded of other files.
  void absorb(QuickFold&& other);

  /// All lines were taken: what still waits is odd.
  void finish();

  /// Subjects that have to be folded at length. After `finish`.
  std::set<std::string> odd_subjects() const;

  /// The faults that openings name. After `finish`.
  const FaultRuns& faults() const { return faults_; }
  FaultRuns take_faults() { return std::exchange(faults_, {}); }

  /// Takes a problem out: it has to be folded at length, with others of the same fault.
  void set_aside(std::string_view subject) {
    Coming line;
    const bool known = find(subject, line) && line.record->place == line.place;
    known ? give_up(*line.record) : void(odd_.emplace(subject));
  }

  /// Problems folded here, by the branch in their id: how many stand where.
  std::map<std::string, StatusCounts> counts() const;

  /// Calls `visit` for each problem folded here that is neither closed nor withdrawn.
  void for_each_open(const std::function<void(const Record&)>& visit) const;

  /// The record of that subject if it is one of those; its address is that of `for_each_open`.
  const Record* find_open(std::string_view subject) const;

  /// Calls `visit(device, serial)` with the highest serial met of every device.
  void for_each_device(const std::function<void(const std::string&, std::uint32_t)>& visit) const;

  /// A record of this fold by itself, and the extension that it waits for an answer to.
  struct Life {
    Record record;
    SmallRequest request;
  };
  Life life_of(Record record) const {
    const Extra extra = extras_.of(record);
    record.check = extra.check;
    return {record, extra.request};
  }

  const Names& people() const { return people_; }
  /// How many lines were recorded on which day.
  const std::map<SmallDay, std::uint64_t>& lines_per_day() const { return lines_per_day_; }

 private:
  using Device = DeviceRecords::Device;

  // A line that was read and waits for its record to come from memory.
  struct Coming {
    enum class Kind : std::uint8_t { opening, step, unreadable };
    Record* record = nullptr;
    std::uint32_t device = 0;
    std::uint32_t serial = 0;
    std::uint32_t file = 0;
    std::uint64_t offset = 0;
    std::uint16_t place = 0;
    Kind kind = Kind::unreadable;
    SmallStep step;
    SmallOpening opening;
  };
  static constexpr std::size_t most_coming = 16;

  bool find(std::string_view subject, Coming& line);
  void read(const RawLine& line, const TailFields& tail, SmallDay recorded, Coming& into);
  void settle(const Coming& line);
  std::uint16_t place_number(std::string_view place);
  void apply_or_wait(Record& record, const SmallStep& step);
  bool go_on(Record& record, Extra& extra);
  void give_up(Record& record);
  void count_day(SmallDay day);
  void absorb_device(QuickFold& other, Device& theirs, const std::vector<std::uint16_t>& people,
                     const std::vector<std::uint16_t>& places);
  void absorb_record(QuickFold& other, Device& mine, std::uint32_t serial, Record theirs,
                     std::uint16_t place, const std::vector<std::uint16_t>& people);
  std::string id_of(const Device& device, std::uint32_t serial, std::uint16_t place) const;

  DayFinder days_;
  std::uint32_t file_ = 0;
  std::array<Coming, most_coming> coming_;
  std::size_t came_ = 0;  // how many lines were put there, round and round
  DeviceRecords records_;
  Names people_;
  Names places_;                       // `26Q4-zb05`
  std::vector<bool> is_place_{false};  // by their number: whether ids have such a part
  Extras extras_;
  std::set<std::string> odd_;  // subjects that have no record
  FaultRuns faults_;           // that openings name
  std::map<SmallDay, std::uint64_t> lines_per_day_;
  SmallDay day_ = no_day;  // of `day_count_` lines not in the map yet
  std::uint64_t day_count_ = 0;
};

}  // namespace sihu
