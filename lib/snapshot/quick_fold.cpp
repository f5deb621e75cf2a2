#include "snapshot/quick_fold.hpp"

#include "problem/problem_id.hpp"

#include <algorithm>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t device_bytes = DeviceRecords::id_bytes;
constexpr std::uint32_t most_serial = 1u << 26;
constexpr std::ptrdiff_t most_digits = 8;
constexpr std::size_t shortest_subject = 16;  // `26Q4-a-k7m2qx-1` is one less

struct SubjectParts {
  std::string_view place;  // `26Q4-zb05`
  std::string_view device;
  std::uint32_t serial = 0;
};

// `26Q4-zb05-k7m2qx-17`; nothing for what `parse_problem_id` would not take, and for serials so
// high that nobody gave them.
std::optional<SubjectParts> split_subject(std::string_view subject) {
  if (subject.size() < shortest_subject) return std::nullopt;
  const char* at = subject.data() + subject.size();
  const char* const digits_end = at;
  SubjectParts parts;
  // From its end on; what has no dash in time fails at a character that is no digit.
  for (std::uint32_t unit = 1; *--at != '-'; unit *= 10) {
    const auto digit = static_cast<std::uint32_t>(*at - '0');
    if (digit > 9 || digits_end - at > most_digits) return std::nullopt;
    parts.serial += digit * unit;
  }
  const auto before = static_cast<std::size_t>(at - subject.data());
  const bool good = before >= device_bytes + 8 && at + 1 < digits_end && at[1] != '0' &&
                    parts.serial < most_serial && subject[before - device_bytes - 1] == '-' &&
                    subject[2] == 'Q' && subject[4] == '-';
  if (!good) return std::nullopt;
  parts.device = subject.substr(before - device_bytes, device_bytes);
  parts.place = subject.substr(0, before - device_bytes - 1);
  if (parts.place.size() < 6) return std::nullopt;
  return parts;
}

std::string_view branch_in(std::string_view place) {
  return place.substr(5);
}

bool is_open(const Record& record) {
  const auto status = static_cast<Status>(record.status);
  return record.place != 0 && !record.odd && status != Status::closed &&
         status != Status::withdrawn;
}

}  // namespace

// The number of a quarter and branch, or `Names::too_many` for what is none.
std::uint16_t QuickFold::place_number(std::string_view place) {
  const auto number = places_.number(place);
  if (number == Names::too_many) return number;
  if (number == is_place_.size())
    is_place_.push_back(parse_problem_id(std::string(place) + "-k7m2qx-1").has_value());
  return is_place_[number] ? number : Names::too_many;
}

// Where the record of a subject lies; false, and the subject is odd, where it can have none.
bool QuickFold::find(std::string_view subject, Coming& line) {
  const auto parts = split_subject(subject);
  line.device = parts ? records_.number_of(parts->device) : DeviceRecords::none;
  line.place = line.device == DeviceRecords::none ? Names::too_many : place_number(parts->place);
  if (line.place == Names::too_many) {
    odd_.emplace(subject);
    return false;
  }
  line.record = &records_.at(records_.device(line.device), parts->serial);
  line.serial = parts->serial;
  return true;
}

void QuickFold::take(const RawLine& line, const TailFields& tail, std::uint32_t offset) {
  const SmallDay recorded = days_.find(tail.clock.empty() ? line.at : tail.clock);
  count_day(recorded);
  if (!is_about_problem(line)) return;
  Coming& coming = coming_[came_ % most_coming];
  if (came_ >= most_coming) settle(coming);
  coming.record = nullptr;
  if (!find(line.subject, coming)) return;
  __builtin_prefetch(coming.record, 1);
  coming.file = file_;
  coming.offset = offset;
  read(line, tail, recorded, coming);
  ++came_;
}

void QuickFold::read(const RawLine& line, const TailFields& tail, SmallDay recorded, Coming& into) {
  into.kind = Coming::Kind::unreadable;
  if (recorded == no_day) return;
  if (is_opening(line)) {
    const auto opening = read_opening(line, tail, recorded, people_);
    const bool good = opening && (opening->branch.empty() ||
                                  opening->branch == branch_in(places_.name(into.place)));
    if (!good) return;
    if (opening->fault != 0) faults_.add(opening->fault);
    into.opening = *opening;
    into.kind = Coming::Kind::opening;
  } else if (read_step(line, tail, recorded, people_, into.step)) {
    into.kind = Coming::Kind::step;
  }
}

void QuickFold::settle(const Coming& line) {
  if (!line.record) return;
  Record& record = *line.record;
  if (record.place == 0) record.place = line.place;
  if (record.place != line.place) {
    odd_.insert(id_of(records_.device(line.device), line.serial, line.place));
    return give_up(record);
  }
  if (record.odd) return;
  if (line.kind == Coming::Kind::step) return apply_or_wait(record, line.step);
  if (record.is_open || line.kind == Coming::Kind::unreadable) return give_up(record);
  begin(record, line.opening);
  record.file = line.file;
  record.offset = line.offset;
  if (record.extra != 0) go_on(record);
}

void QuickFold::settle_all() {
  for (std::size_t i = came_ < most_coming ? 0 : came_ - most_coming; i < came_; ++i)
    settle(coming_[i % most_coming]);
  came_ = 0;
  faults_.settle();
}

void QuickFold::apply_or_wait(Record& record, const SmallStep& step) {
  if (!record.is_open || step.after != record.check()) return wait(record, step);
  if (!apply_now(record, step)) return give_up(record);
  if (record.extra != 0) go_on(record);
}

bool QuickFold::apply_now(Record& record, const SmallStep& step) {
  Extra extra = extras_[record.extra];
  if (!apply(record, extra.request, step)) return false;
  if (record.extra != 0 || extra.request.until != no_day) keep_extra(record, extra);
  return true;
}

// Gives a record its extra, or takes it away where there is nothing to keep.
void QuickFold::keep_extra(Record& record, const Extra& extra) {
  if (extra.request.until == no_day && extra.waiting == 0) {
    if (record.extra == 0) return;
    extras_[record.extra] = {{}, free_extra_};
    free_extra_ = std::exchange(record.extra, 0);
    return;
  }
  if (record.extra == 0 && free_extra_ != 0) {
    record.extra = std::exchange(free_extra_, extras_[free_extra_].waiting);
  } else if (record.extra == 0) {
    record.extra = static_cast<std::uint32_t>(extras_.size());
    extras_.emplace_back();
  }
  extras_[record.extra] = extra;
}

void QuickFold::wait(Record& record, const SmallStep& step) {
  std::uint32_t number = free_step_;
  if (number != 0) {
    free_step_ = steps_[number].next;
  } else {
    number = static_cast<std::uint32_t>(steps_.size());
    steps_.emplace_back();
  }
  Extra extra = extras_[record.extra];
  steps_[number] = step;
  steps_[number].next = std::exchange(extra.waiting, number);
  keep_extra(record, extra);
}

void QuickFold::free_step(std::uint32_t number) {
  steps_[number].next = std::exchange(free_step_, number);
}

// Takes the steps out of the list whose turn has come.
void QuickFold::go_on(Record& record) {
  for (std::uint32_t* link = &extras_[record.extra].waiting; *link != 0;) {
    const std::uint32_t number = *link;
    if (steps_[number].after != record.check()) {
      link = &steps_[number].next;
      continue;
    }
    *link = steps_[number].next;
    const SmallStep step = steps_[number];
    free_step(number);
    if (!apply_now(record, step)) return give_up(record);
    link = &extras_[record.extra].waiting;
  }
}

void QuickFold::give_up(Record& record) {
  record.odd = true;
  for (std::uint32_t number = extras_[record.extra].waiting; number != 0;)
    free_step(std::exchange(number, steps_[number].next));
  keep_extra(record, {});
}

void QuickFold::count_day(SmallDay day) {
  if (day == day_) {
    ++day_count_;
    return;
  }
  if (day_count_ > 0) lines_per_day_[day_] += day_count_;
  day_ = day;
  day_count_ = 1;
}

void QuickFold::absorb(QuickFold&& other) {
  settle_all();
  other.settle_all();
  other.count_day(no_day);
  for (const auto& [day, count] : other.lines_per_day_) lines_per_day_[day] += count;
  odd_.merge(other.odd_);
  faults_.absorb(std::move(other.faults_));
  const auto renumbered = [](Names& mine, const Names& theirs) {
    std::vector<std::uint16_t> numbers;
    for (std::size_t i = 0; i < theirs.size(); ++i)
      numbers.push_back(mine.number(theirs.name(static_cast<std::uint16_t>(i))));
    return numbers;
  };
  const auto people = renumbered(people_, other.people_);
  std::vector<std::uint16_t> places;
  for (std::size_t i = 0; i < other.places_.size(); ++i)
    places.push_back(place_number(other.places_.name(static_cast<std::uint16_t>(i))));
  records_.adopt_slabs(other.records_);
  for (Device& device : other.records_.devices()) absorb_device(other, device, people, places);
}

void QuickFold::absorb_device(QuickFold& other, Device& theirs,
                              const std::vector<std::uint16_t>& people,
                              const std::vector<std::uint16_t>& places) {
  Device& mine = records_.device(records_.number_of(theirs.id));
  mine.most = std::max(mine.most, theirs.most);
  if (mine.chunks.size() < theirs.chunks.size()) mine.chunks.resize(theirs.chunks.size());
  for (std::size_t chunk = 0; chunk < theirs.chunks.size(); ++chunk) {
    DeviceRecords::Chunk* const taken = std::exchange(theirs.chunks[chunk], nullptr);
    if (!taken) continue;
    // Where there is none yet theirs becomes mine, each record taken out and put back.
    const bool fresh = !mine.chunks[chunk];
    if (fresh) mine.chunks[chunk] = taken;
    DeviceRecords::Chunk& from = *taken;
    for (std::size_t i = 0; i < from.size(); ++i) {
      const Record record = from[i];
      if (record.place == 0) continue;
      if (fresh) from[i] = Record{};
      absorb_record(other, mine, static_cast<std::uint32_t>(chunk * from.size() + i), record,
                    places[record.place], people);
    }
  }
}

void QuickFold::absorb_record(QuickFold& other, Device& mine, std::uint32_t serial,
                              const Record& theirs, std::uint16_t place,
                              const std::vector<std::uint16_t>& people) {
  Record& record = records_.at(mine, serial);
  const bool other_subject = record.place != 0 && record.place != place;
  if (other_subject) odd_.insert(id_of(mine, serial, place));
  if (record.place == 0) record.place = place;
  const Extra extra = other.extras_[theirs.extra];
  const SmallRequest request{extra.request.until, people[extra.request.by]};
  const auto owner = people[theirs.owner];
  const bool too_many = std::max({place, owner, request.by}) == Names::too_many;
  const bool opened_twice = record.is_open && theirs.is_open;
  if (other_subject || too_many || opened_twice || theirs.odd || record.odd) return give_up(record);
  if (theirs.is_open) {
    const std::uint32_t mine_extra = record.extra;
    record = theirs;
    record.place = place;
    record.owner = owner;
    record.extra = mine_extra;
    keep_extra(record, {request, extras_[mine_extra].waiting});
    if (record.extra != 0) go_on(record);
  }
  for (std::uint32_t number = extra.waiting; number != 0 && !record.odd;
       number = other.steps_[number].next) {
    SmallStep step = other.steps_[number];
    step.to = people[step.to];
    if (step.to == Names::too_many) return give_up(record);
    apply_or_wait(record, step);
  }
}

void QuickFold::finish() {
  settle_all();
  count_day(no_day);
  day_count_ = 0;
  lines_per_day_.erase(no_day);
  for (Device& device : records_.devices())
    for (auto& chunk : device.chunks) {
      if (!chunk) continue;
      for (Record& record : *chunk)
        if (record.place != 0 && (waits(record) || !record.is_open)) give_up(record);
    }
}

std::string QuickFold::id_of(const Device& device, std::uint32_t serial,
                             std::uint16_t place) const {
  return places_.name(place) + "-" + device.id + "-" + std::to_string(serial);
}

std::set<std::string> QuickFold::odd_subjects() const {
  auto subjects = odd_;
  records_.for_each([&](const Device& device, std::uint32_t serial, const Record& record) {
    if (record.odd) subjects.insert(id_of(device, serial, record.place));
  });
  return subjects;
}

std::map<std::string, StatusCounts> QuickFold::counts() const {
  std::vector<StatusCounts> by_place(places_.size());
  records_.for_each([&](const Device&, std::uint32_t, const Record& record) {
    if (!record.odd) ++by_place[record.place][record.status];
  });
  std::map<std::string, StatusCounts> counts;
  for (std::size_t place = 1; place < by_place.size(); ++place) {
    auto& sum = counts[std::string(branch_in(places_.name(static_cast<std::uint16_t>(place))))];
    for (std::size_t status = 0; status < sum.size(); ++status)
      sum[status] += by_place[place][status];
  }
  return counts;
}

const Record* QuickFold::find_open(std::string_view subject) const {
  const auto parts = split_subject(subject);
  const Record* record = parts ? records_.find(parts->device, parts->serial) : nullptr;
  if (!record || record->place == 0 || places_.name(record->place) != parts->place) return nullptr;
  return is_open(*record) ? record : nullptr;
}

void QuickFold::for_each_open(const std::function<void(const Record&)>& visit) const {
  records_.for_each([&](const Device&, std::uint32_t, const Record& record) {
    if (is_open(record)) visit(record);
  });
}

void QuickFold::for_each_device(
    const std::function<void(const std::string&, std::uint32_t)>& visit) const {
  for (const Device& device : records_.devices()) visit(device.id, device.most);
}

}  // namespace sihu
