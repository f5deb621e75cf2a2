#include "records/record_periods.hpp"

#include "calendar/half_year.hpp"

namespace sihu {
namespace {

Date first_of_next_month(Date first) {
  return first.month() == 12 ? Date(first.year() + 1, 1, 1)
                             : Date(first.year(), first.month() + 1, 1);
}

std::vector<RecordStretch> months(Quarter quarter) {
  std::vector<RecordStretch> all;
  for (Date first = quarter.first_day(); first <= quarter.last_day();) {
    const Date next = first_of_next_month(first);
    all.push_back({to_string(first).substr(0, 7), first, next - 1});
    first = next;
  }
  return all;
}

}  // namespace

std::vector<RecordStretch> stretches(RecordPeriod per, Quarter quarter, Date day) {
  std::vector<RecordStretch> all;
  const HalfYear half = HalfYear::of(quarter.first_day());
  switch (per) {
    case RecordPeriod::month:
      all = months(quarter);
      break;
    case RecordPeriod::quarter:
      all = {{to_string(quarter), quarter.first_day(), quarter.last_day()}};
      break;
    case RecordPeriod::half_year:
      all = {{to_string(half), half.first_day(), half.last_day()}};
      break;
    case RecordPeriod::year:
      all = {{std::to_string(quarter.year), Date(quarter.year, 1, 1), Date(quarter.year, 12, 31)}};
      break;
  }
  std::erase_if(all, [&](const RecordStretch& one) { return one.first > day; });
  return all;
}

}  // namespace sihu
