#include "snapshot/overlay.hpp"

#include "problem/problem_id.hpp"
#include "snapshot/small_line.hpp"

#include <algorithm>

namespace sihu {
namespace {

SmallDay small_or_none(const std::optional<Date>& date) {
  return date ? small_day(*date).value_or(no_day) : no_day;
}

// What a row says, as a record; false where it says more than a record can hold.
bool read_record(const OpenRow& row, Names& people, Record& record, SmallRequest& request) {
  const auto opened = small_day(row.opened);
  const auto due = small_day(row.due);
  const auto owner = people.number(row.owner);
  const auto asked_by = people.number(row.asked_by);
  if (row.odd || !opened || !due || !small_day(row.original_due) || owner == Names::too_many ||
      asked_by == Names::too_many)
    return false;
  record.is_open = true;
  record.opened = *opened;
  record.due = *due;
  record.submitted = small_or_none(row.submitted);
  record.owner = owner;
  record.become(row.status);
  record.check = row.check;
  request = {small_or_none(row.asked), asked_by};
  return true;
}

// The row with what its record says now.
OpenRow with_record(OpenRow row, const Record& record, const SmallRequest& request,
                    const Names& people) {
  row.owner = people.name(record.owner);
  row.asked_by = people.name(request.by);
  row.check = record.check;
  row.status = static_cast<Status>(record.status);
  row.due = date_of(record.due);
  row.submitted = optional_date(record.submitted);
  row.asked = optional_date(request.until);
  return row;
}

bool is_ended(const Record& record) {
  const auto status = static_cast<Status>(record.status);
  return status == Status::closed || status == Status::withdrawn;
}

}  // namespace

void Overlay::take(const RawLine& line, const TailFields& tail) {
  const SmallDay recorded = days_.find(tail.clock.empty() ? line.at : tail.clock);
  ++lines_;
  if (recorded == no_day)
    beyond_ = true;
  else
    ++lines_per_day_[recorded];
  // It may hide what stands in any row.
  beyond_ = beyond_ || line.name == redaction_event;
  if (beyond_ || !is_about_problem(line)) return;
  Life* life = life_of(line.subject, is_opening(line));
  if (!life) {
    // A note to what is closed, or to what has not arrived, changes nothing that is asked for.
    beyond_ = beyond_ || line.name != "problem.note";
    return;
  }
  if (is_opening(line)) return open(*life, line, tail, recorded);
  SmallStep step;
  if (!read_step(line, tail, recorded, people_, step)) {
    beyond_ = true;
    return;
  }
  life->waiting.push_back(step);
  if (life->record.is_open) beyond_ = beyond_ || !go_on(*life);
}

// Known already, open in the snapshot, or new: given after it was made.
Overlay::Life* Overlay::life_of(std::string_view id, bool opens) {
  if (const auto found = lives_.find(id); found != lives_.end()) return &found->second;
  Life life;
  life.before = find_(id);
  if (life.before) {
    if (!read_record(*life.before, people_, life.record, life.request)) {
      beyond_ = true;
      return nullptr;
    }
  } else {
    const auto parts = parse_problem_id(id);
    const auto known = parts ? serials_.find(parts->device) : serials_.end();
    const bool is_new = parts && (known == serials_.end() ||
                                  known->second < static_cast<std::uint32_t>(parts->serial));
    if (!is_new || (parts->serial > (1 << 25))) {
      beyond_ = beyond_ || opens;
      return nullptr;
    }
  }
  return &lives_.emplace(id, std::move(life)).first->second;
}

// What is found twice may be one problem, which the whole fold alone puts together.
bool Overlay::is_found_again(std::uint64_t fault) {
  return fault != 0 && !new_faults_.insert(fault).second;
}

void Overlay::open(Life& life, const RawLine& line, const TailFields& tail, SmallDay recorded) {
  const auto opened = read_opening(line, tail, recorded, people_);
  const auto id = parse_problem_id(line.subject);
  if (life.record.is_open || !opened || !id ||
      (!opened->branch.empty() && opened->branch != id->branch) || is_found_again(opened->fault)) {
    beyond_ = true;
    return;
  }
  begin(life.record, *opened);
  const bool hidden = redactions_.hides(line.check);
  life.opening = hidden ? with_texts_hidden(line.whole()) : std::string(line.whole());
  beyond_ = beyond_ || !go_on(life);
}

// Applies the steps whose turn has come; false if one is forbidden.
bool Overlay::go_on(Life& life) {
  for (;;) {
    const auto turn = std::ranges::find(life.waiting, life.record.check, &SmallStep::after);
    if (turn == life.waiting.end()) return true;
    const SmallStep step = *turn;
    life.waiting.erase(turn);
    if (!apply(life.record, life.request, step)) return false;
  }
}

bool Overlay::finish() {
  beyond_ = beyond_ || (!new_faults_.empty() && knows_fault_ && knows_fault_(new_faults_));
  for (const auto& [id, life] : lives_) {
    beyond_ = beyond_ || !life.waiting.empty() || !life.record.is_open;
    if (beyond_) return false;
    conclude(id, life);
  }
  // Two ids of one device and serial would be told apart by the whole fold alone.
  std::map<std::pair<std::string, int>, int> given;
  for (const auto& [id, life] : lives_)
    if (const auto parts = parse_problem_id(id))
      beyond_ = beyond_ || ++given[{parts->device, parts->serial}] > 1;
  rows_.sort();
  return !beyond_;
}

void Overlay::conclude(const std::string& id, const Life& life) {
  const auto parts = parse_problem_id(id);
  const std::string branch = life.before ? std::string(life.before->branch) : parts->branch;
  auto& counts = counts_[branch];
  if (life.before) --counts[static_cast<std::size_t>(life.before->status)];
  ++counts[life.record.status];
  if (is_ended(life.record)) return;
  if (life.before)
    rows_.add(with_record(*life.before, life.record, life.request, people_));
  else if (const auto line = split_line(life.opening))
    add_row(rows_, *line, life.record, life.request, people_);
}

}  // namespace sihu
