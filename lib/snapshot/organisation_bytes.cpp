#include "snapshot/organisation_bytes.hpp"

#include <cstdint>
#include <cstring>
#include <type_traits>

namespace sihu {
namespace {

template <class Value>
constexpr bool is_number = std::is_enum_v<Value> || std::is_integral_v<Value>;

// Both go through the same list of members (`all_of`), so that neither can forget one.
class BytesOut {
 public:
  std::string bytes;

  template <class Value>
  void number(Value& value) {
    const auto wide = static_cast<std::int64_t>(value);
    char raw[sizeof wide];
    std::memcpy(raw, &wide, sizeof wide);
    bytes.append(raw, sizeof raw);
  }
  void text(std::string& value) {
    std::size_t size = value.size();
    number(size);
    bytes += value;
  }
  // Gives how many there are of something.
  std::size_t count(std::size_t size) {
    number(size);
    return size;
  }
  static constexpr bool reads = false;
};

class BytesIn {
 public:
  explicit BytesIn(std::string_view bytes) : rest(bytes) {}
  std::string_view rest;
  bool good = true;

  template <class Value>
  void number(Value& value) {
    std::int64_t wide = 0;
    good = good && rest.size() >= sizeof wide;
    if (!good) return;
    std::memcpy(&wide, rest.data(), sizeof wide);
    rest.remove_prefix(sizeof wide);
    value = static_cast<Value>(wide);
  }
  void text(std::string& value) {
    const std::size_t size = count(0);
    value = rest.substr(0, size);
    rest.remove_prefix(size);
  }
  // Nothing is shorter than a byte, so that a wrong number can't make it ask for much.
  std::size_t count(std::size_t) {
    std::size_t size = 0;
    number(size);
    good = good && size <= rest.size();
    return good ? size : 0;
  }
  static constexpr bool reads = true;
};

template <class Bytes, class Value>
void pass(Bytes& bytes, Value& value);

template <class Bytes, class Value>
void pass(Bytes& bytes, std::optional<Value>& value) {
  bool there = value.has_value();
  bytes.number(there);
  if (there && !value) value.emplace();
  if (there) pass(bytes, *value);
}

template <class Bytes, class Value>
void pass(Bytes& bytes, std::vector<Value>& values) {
  values.resize(bytes.count(values.size()));
  for (Value& value : values) pass(bytes, value);
}

template <class Bytes, class Key, class Value>
void pass(Bytes& bytes, std::map<Key, Value>& values) {
  const std::size_t size = bytes.count(values.size());
  if constexpr (Bytes::reads) {
    values.clear();
    for (std::size_t i = 0; i < size; ++i) {
      Key key{};
      pass(bytes, key);
      pass(bytes, values[key]);
    }
  } else {
    for (auto& [key, value] : values) {
      Key copy = key;
      pass(bytes, copy);
      pass(bytes, value);
    }
  }
}

template <class Bytes>
void pass(Bytes& bytes, std::set<int>& values) {
  std::vector<int> list(values.begin(), values.end());
  pass(bytes, list);
  values = {list.begin(), list.end()};
}

template <class Bytes>
void pass(Bytes& bytes, Date& date) {
  int days = date - Date{};
  bytes.number(days);
  date = Date{} + days;
}

template <class Bytes>
void pass(Bytes& bytes, Rational& value) {
  std::string fraction = value.fraction();
  bytes.text(fraction);
  if constexpr (Bytes::reads) value = Rational::of_fraction(fraction);
}

template <class Bytes, class... Values>
void each(Bytes& bytes, Values&... values) {
  (pass(bytes, values), ...);
}

template <class Bytes>
void all_of(Bytes& bytes, Phrase& phrase) {
  each(bytes, phrase.zh, phrase.en);
}
template <class Bytes>
void all_of(Bytes& bytes, Place& place) {
  each(bytes, place.file, place.line, place.column);
}
template <class Bytes>
void all_of(Bytes& bytes, Fault& fault) {
  each(bytes, fault.place, fault.name, fault.what, fault.hint, fault.warning, fault.excerpt,
       fault.stands_for, fault.width);
}
template <class Bytes>
void all_of(Bytes& bytes, Limit& limit) {
  each(bytes, limit.unit, limit.count);
}
template <class Bytes>
void all_of(Bytes& bytes, Role& role) {
  each(bytes, role.name, role.from, role.until);
}
template <class Bytes>
void all_of(Bytes& bytes, Branch& branch) {
  each(bytes, branch.id, branch.name, branch.tags, branch.weight, branch.place);
}
template <class Bytes>
void all_of(Bytes& bytes, PersonKey& key) {
  each(bytes, key.key, key.from, key.until, key.revoked);
}
template <class Bytes>
void all_of(Bytes& bytes, SignedStep& signed_step) {
  each(bytes, signed_step.step, signed_step.from);
}
template <class Bytes>
void all_of(Bytes& bytes, Person& person) {
  each(bytes, person.id, person.name, person.branch, person.roles, person.duty, person.since,
       person.keys, person.recuse, person.place);
}
template <class Bytes>
void all_of(Bytes& bytes, RecusedPair& pair) {
  each(bytes, pair.a, pair.b);
}
template <class Bytes>
void all_of(Bytes& bytes, PlanSettings& plan) {
  each(bytes, plan.targets, plan.teams, plan.capacity, plan.gap);
}
template <class Bytes>
void all_of(Bytes& bytes, ReviewSettings& review) {
  each(bytes, review.method, review.rubric, review.least, review.key);
}
template <class Bytes>
void all_of(Bytes& bytes, EscalationStep& step) {
  each(bytes, step.after, step.to);
}
template <class Bytes>
void all_of(Bytes& bytes, RectificationRules& rules) {
  each(bytes, rules.limits, rules.verify_within, rules.extensions_most, rules.extension_days,
       rules.extensions_by, rules.escalation);
}
template <class Bytes>
void all_of(Bytes& bytes, RankingRules& rules) {
  each(bytes, rules.ties, rules.halves, rules.tie_breaks);
}
template <class Bytes>
void all_of(Bytes& bytes, CalendarName& calendar) {
  each(bytes, calendar.path, calendar.place, calendar.width);
}
template <class Bytes>
void all_of(Bytes& bytes, Organisation& all) {
  each(bytes, all.id, all.name, all.language, all.timezone, all.calendars, all.branches, all.people,
       all.quarter_weights, all.ranking, all.rectification, all.recuse, all.plan, all.review,
       all.signed_steps, all.retention, all.practice);
}
template <class Bytes>
void all_of(Bytes& bytes, Workdays& workdays) {
  each(bytes, workdays.exceptions, workdays.years, workdays.version);
}

template <class Bytes, class Value>
void pass(Bytes& bytes, Value& value) {
  if constexpr (is_number<Value>)
    bytes.number(value);
  else if constexpr (std::is_same_v<Value, std::string>)
    bytes.text(value);
  else
    all_of(bytes, value);
}

}  // namespace

std::string write_organisation(const KnownOrganisation& known) {
  BytesOut out;
  KnownOrganisation copy = known;
  each(out, copy.organisation, copy.workdays, copy.warnings);
  return std::move(out.bytes);
}

std::optional<KnownOrganisation> read_organisation(std::string_view bytes) {
  BytesIn in(bytes);
  KnownOrganisation known;
  each(in, known.organisation, known.workdays, known.warnings);
  if (!in.good || !in.rest.empty()) return std::nullopt;
  known.organisation.order_ids();
  return known;
}

}  // namespace sihu
