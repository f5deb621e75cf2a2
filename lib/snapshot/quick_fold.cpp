#include "snapshot/quick_fold.hpp"

#include "problem/problem_id.hpp"
#include "snapshot/small_line.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t device_bytes = 6;
constexpr std::uint32_t most_serial = 1u << 26;

struct SubjectParts {
  std::string_view place;  // `26Q4-zb05`
  std::string_view device;
  std::uint32_t serial = 0;
};

// `26Q4-zb05-k7m2qx-17`; nothing for what `parse_problem_id` would not take, and for serials so
// high that nobody gave them.
std::optional<SubjectParts> split_subject(std::string_view subject) {
  const std::size_t dash = subject.rfind('-');
  if (dash == std::string_view::npos || dash < device_bytes + 8) return std::nullopt;
  const std::string_view digits = subject.substr(dash + 1);
  if (digits.empty() || digits.size() > 8 || digits[0] == '0') return std::nullopt;
  SubjectParts parts;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    parts.serial = parts.serial * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (parts.serial >= most_serial || subject[dash - device_bytes - 1] != '-') return std::nullopt;
  parts.device = subject.substr(dash - device_bytes, device_bytes);
  parts.place = subject.substr(0, dash - device_bytes - 1);
  if (parts.place.size() < 6 || parts.place[2] != 'Q' || parts.place[4] != '-') return std::nullopt;
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

std::uint64_t device_key(std::string_view id) {
  std::uint64_t key = 0;
  std::memcpy(&key, id.data(), device_bytes);
  return key;
}

}  // namespace

// The slot of a device, taken or free.
std::size_t QuickFold::slot_of(std::uint64_t key) const {
  const std::size_t mask = device_slots_.size() - 1;
  std::size_t at = (key * 0x9e3779b97f4a7c15u >> 32) & mask;
  while (device_slots_[at].second != 0 && device_slots_[at].first != key) at = (at + 1) & mask;
  return at;
}

// The number of a device, plus one; 0: it has none.
std::uint32_t QuickFold::number_of(std::uint64_t key) const {
  return device_slots_.empty() ? 0 : device_slots_[slot_of(key)].second;
}

void QuickFold::make_room() {
  if (device_slots_.size() >= 2 * devices_.size() + 16) return;
  const auto before = std::exchange(device_slots_, {});
  device_slots_.resize(std::bit_ceil(8 * devices_.size() + 64));
  for (const auto& [key, number] : before)
    if (number != 0) device_slots_[slot_of(key)] = {key, number};
}

// None for what is no device's id.
QuickFold::Device* QuickFold::device_called(std::string_view id) {
  const std::uint64_t key = device_key(id);
  if (key == last_device_) return &devices_[last_device_number_];
  std::uint32_t number = number_of(key);
  if (number == 0) {
    if (!parse_problem_id("26Q4-zb01-" + std::string(id) + "-1")) return nullptr;
    devices_.push_back({std::string(id), {}, 0});
    make_room();
    number = static_cast<std::uint32_t>(devices_.size());
    device_slots_[slot_of(key)] = {key, number};
  }
  last_device_ = key;
  last_device_number_ = number - 1;
  return &devices_[last_device_number_];
}

// The number of a quarter and branch, or `Names::too_many` for what is none.
std::uint16_t QuickFold::place_number(std::string_view place) {
  const auto number = places_.number(place);
  if (number == Names::too_many) return number;
  if (number == is_place_.size())
    is_place_.push_back(parse_problem_id(std::string(place) + "-k7m2qx-1").has_value());
  return is_place_[number] ? number : Names::too_many;
}

Record& QuickFold::record_in(Device& device, std::uint32_t serial) {
  const std::size_t chunk = serial / chunk_size;
  if (device.chunks.size() <= chunk) device.chunks.resize(chunk + 1);
  if (!device.chunks[chunk]) device.chunks[chunk] = std::make_unique<Chunk>();
  device.most = std::max(device.most, serial);
  return (*device.chunks[chunk])[serial % chunk_size];
}

// The record of a subject; none, and the subject is odd, where another subject has it.
Record* QuickFold::find(std::string_view subject) {
  const auto parts = split_subject(subject);
  Device* device = parts ? device_called(parts->device) : nullptr;
  if (!device) return none_for(subject);
  Record& record = record_in(*device, parts->serial);
  if (record.place != 0 && places_.name(record.place) == parts->place) return &record;
  const auto place = place_number(parts->place);
  if (record.place == 0 && place != Names::too_many) {
    record.place = place;
    return &record;
  }
  if (record.place != 0) give_up(record);
  return none_for(subject);
}

Record* QuickFold::none_for(std::string_view subject) {
  odd_.emplace(subject);
  return nullptr;
}

void QuickFold::take(const RawLine& line, const TailFields& tail, std::uint32_t offset) {
  const SmallDay recorded = days_.find(tail.clock.empty() ? line.at : tail.clock);
  count_day(recorded);
  if (!is_about_problem(line)) return;
  Record* record = find(line.subject);
  if (!record || record->odd) return;
  if (recorded == no_day)
    give_up(*record);
  else if (line.name == "problem.open")
    open(*record, line, tail, recorded, offset);
  else
    step(*record, line, tail, recorded);
}

void QuickFold::open(Record& record, const RawLine& line, const TailFields& tail, SmallDay recorded,
                     std::uint32_t offset) {
  const auto opened = read_opening(line, tail, recorded, people_);
  const bool other_branch =
      opened && !opened->branch.empty() && opened->branch != branch_in(places_.name(record.place));
  if (record.is_open || !opened || other_branch) return give_up(record);
  begin(record, *opened);
  record.file = file_;
  record.offset = offset;
  if (record.waiting != 0) go_on(record);
}

void QuickFold::step(Record& record, const RawLine& line, const TailFields& tail,
                     SmallDay recorded) {
  if (const auto step = read_step(line, tail, recorded, people_))
    apply_or_wait(record, *step);
  else
    give_up(record);
}

void QuickFold::apply_or_wait(Record& record, const SmallStep& step) {
  if (!record.is_open || step.after != record.check()) return wait(record, step);
  if (!apply(record, step)) return give_up(record);
  if (record.waiting != 0) go_on(record);
}

void QuickFold::wait(Record& record, const SmallStep& step) {
  std::uint32_t number = free_;
  if (number != 0) {
    free_ = steps_[number].next;
  } else {
    number = static_cast<std::uint32_t>(steps_.size());
    steps_.emplace_back();
  }
  steps_[number] = step;
  steps_[number].next = record.waiting;
  record.waiting = number;
}

// Takes the steps out of the list whose turn has come.
void QuickFold::go_on(Record& record) {
  for (std::uint32_t* link = &record.waiting; *link != 0;) {
    const std::uint32_t number = *link;
    if (steps_[number].after != record.check()) {
      link = &steps_[number].next;
      continue;
    }
    *link = steps_[number].next;
    steps_[number].next = free_;
    free_ = number;
    if (!apply(record, steps_[number])) return give_up(record);
    link = &record.waiting;
  }
}

void QuickFold::give_up(Record& record) {
  record.odd = true;
  while (record.waiting != 0) {
    const std::uint32_t number = record.waiting;
    record.waiting = steps_[number].next;
    steps_[number].next = free_;
    free_ = number;
  }
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
  other.count_day(no_day);
  for (const auto& [day, count] : other.lines_per_day_) lines_per_day_[day] += count;
  odd_.merge(other.odd_);
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
  for (Device& device : other.devices_) absorb_device(other, device, people, places);
}

void QuickFold::absorb_device(QuickFold& other, Device& theirs,
                              const std::vector<std::uint16_t>& people,
                              const std::vector<std::uint16_t>& places) {
  Device& mine = *device_called(theirs.id);
  mine.most = std::max(mine.most, theirs.most);
  if (mine.chunks.size() < theirs.chunks.size()) mine.chunks.resize(theirs.chunks.size());
  for (std::size_t chunk = 0; chunk < theirs.chunks.size(); ++chunk) {
    auto taken = std::move(theirs.chunks[chunk]);
    if (!taken) continue;
    // Where there is none yet theirs becomes mine, each record taken out and put back.
    const bool fresh = !mine.chunks[chunk];
    if (fresh) mine.chunks[chunk] = std::move(taken);
    Chunk& from = fresh ? *mine.chunks[chunk] : *taken;
    for (std::size_t i = 0; i < chunk_size; ++i) {
      const Record record = from[i];
      if (record.place == 0) continue;
      if (fresh) from[i] = Record{};
      absorb_record(other, mine, static_cast<std::uint32_t>(chunk * chunk_size + i), record,
                    places[record.place], people);
    }
  }
}

void QuickFold::absorb_record(QuickFold& other, Device& mine, std::uint32_t serial,
                              const Record& theirs, std::uint16_t place,
                              const std::vector<std::uint16_t>& people) {
  Record& record = record_in(mine, serial);
  const bool other_subject = record.place != 0 && record.place != place;
  if (other_subject)
    odd_.insert(places_.name(place) + "-" + mine.id + "-" + std::to_string(serial));
  if (record.place == 0) record.place = place;
  const auto owner = people[theirs.owner];
  const auto asked_by = people[theirs.asked_by];
  const bool too_many = std::ranges::max({place, owner, asked_by}) == Names::too_many;
  const bool opened_twice = record.is_open && theirs.is_open;
  if (other_subject || too_many || opened_twice || theirs.odd || record.odd) return give_up(record);
  if (theirs.is_open) {
    const std::uint32_t waiting = record.waiting;
    record = theirs;
    record.place = place;
    record.owner = owner;
    record.asked_by = asked_by;
    record.waiting = waiting;
    if (waiting != 0) go_on(record);
  }
  for (std::uint32_t number = theirs.waiting; number != 0 && !record.odd;
       number = other.steps_[number].next) {
    SmallStep step = other.steps_[number];
    step.to = people[step.to];
    if (step.to == Names::too_many) return give_up(record);
    apply_or_wait(record, step);
  }
}

void QuickFold::finish() {
  count_day(no_day);
  day_count_ = 0;
  lines_per_day_.erase(no_day);
  for (Device& device : devices_)
    for (auto& chunk : device.chunks) {
      if (!chunk) continue;
      for (Record& record : *chunk)
        if (record.place != 0 && (record.waiting != 0 || !record.is_open)) give_up(record);
    }
}

std::string QuickFold::id_of(const Device& device, std::uint32_t serial,
                             const Record& record) const {
  return places_.name(record.place) + "-" + device.id + "-" + std::to_string(serial);
}

template <class Visit>
void QuickFold::for_each_record(const Visit& visit) const {
  for (const Device& device : devices_)
    for (std::size_t chunk = 0; chunk < device.chunks.size(); ++chunk) {
      if (!device.chunks[chunk]) continue;
      for (std::size_t i = 0; i < chunk_size; ++i)
        if (const Record& record = (*device.chunks[chunk])[i]; record.place != 0)
          visit(device, static_cast<std::uint32_t>(chunk * chunk_size + i), record);
    }
}

std::set<std::string> QuickFold::odd_subjects() const {
  auto subjects = odd_;
  for_each_record([&](const Device& device, std::uint32_t serial, const Record& record) {
    if (record.odd) subjects.insert(id_of(device, serial, record));
  });
  return subjects;
}

std::map<std::string, StatusCounts> QuickFold::counts() const {
  std::vector<StatusCounts> by_place(places_.size());
  for_each_record([&](const Device&, std::uint32_t, const Record& record) {
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
  if (!parts || device_slots_.empty()) return nullptr;
  const std::uint32_t slot = number_of(device_key(parts->device));
  if (slot == 0) return nullptr;
  const Device& device = devices_[slot - 1];
  const std::size_t chunk = parts->serial / chunk_size;
  if (chunk >= device.chunks.size() || !device.chunks[chunk]) return nullptr;
  const Record& record = (*device.chunks[chunk])[parts->serial % chunk_size];
  if (record.place == 0 || places_.name(record.place) != parts->place) return nullptr;
  return is_open(record) ? &record : nullptr;
}

void QuickFold::for_each_open(const std::function<void(const Record&)>& visit) const {
  for_each_record([&](const Device&, std::uint32_t, const Record& record) {
    if (is_open(record)) visit(record);
  });
}

void QuickFold::for_each_device(
    const std::function<void(const std::string&, std::uint32_t)>& visit) const {
  for (const Device& device : devices_) visit(device.id, device.most);
}

}  // namespace sihu
