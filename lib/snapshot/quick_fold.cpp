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

void QuickFold::take(const RawLine& line, const TailFields& tail, std::uint64_t offset) {
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
  Extra extra = extras_.take(record);
  begin(record, line.opening);
  const bool good = record.lies_at(line.file, line.offset) && go_on(record, extra);
  extras_.put(record, extra);
  if (!good) give_up(record);
}

void QuickFold::settle_all() {
  for (std::size_t i = came_ < most_coming ? 0 : came_ - most_coming; i < came_; ++i)
    settle(coming_[i % most_coming]);
  came_ = 0;
  faults_.settle();
}

void QuickFold::apply_or_wait(Record& record, const SmallStep& step) {
  Extra extra = extras_.take(record);
  const bool has_turn = record.is_open && step.after == record.check;
  const bool good = has_turn ? apply(record, extra.request, step) && go_on(record, extra)
                             : extras_.wait(extra, step);
  extras_.put(record, extra);
  if (!good) give_up(record);
}

// Applies the steps whose turn has come; false if one of them is forbidden.
bool QuickFold::go_on(Record& record, Extra& extra) {
  while (extra.waiting != 0) {
    const auto step = extras_.take_step(extra, record.check);
    if (!step) break;
    if (!apply(record, extra.request, *step)) return false;
  }
  return true;
}

void QuickFold::give_up(Record& record) {
  record.odd = true;
  Extra extra = extras_.take(record);
  while (extras_.take_step(extra)) {
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

void QuickFold::absorb_record(QuickFold& other, Device& mine, std::uint32_t serial, Record theirs,
                              std::uint16_t place, const std::vector<std::uint16_t>& people) {
  Record& record = records_.at(mine, serial);
  const bool other_subject = record.place != 0 && record.place != place;
  if (other_subject) odd_.insert(id_of(mine, serial, place));
  if (record.place == 0) record.place = place;
  Extra extra = other.extras_.take(theirs);
  const SmallRequest request{extra.request.until, people[extra.request.by]};
  const auto owner = people[theirs.owner];
  const bool too_many = std::max({place, owner, request.by}) == Names::too_many;
  const bool opened_twice = record.is_open && theirs.is_open;
  if (other_subject || too_many || opened_twice || theirs.odd || record.odd) return give_up(record);
  if (theirs.is_open) {
    Extra mine_extra = extras_.take(record);
    record = theirs;
    record.place = place;
    record.owner = owner;
    mine_extra.request = request;
    const bool good = go_on(record, mine_extra);
    extras_.put(record, mine_extra);
    if (!good) return give_up(record);
  }
  while (!record.odd) {
    auto step = other.extras_.take_step(extra);
    if (!step) break;
    step->to = people[step->to];
    if (step->to == Names::too_many) return give_up(record);
    apply_or_wait(record, *step);
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
        if (record.place != 0 && (extras_.of(record).waiting != 0 || !record.is_open))
          give_up(record);
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
