#include "snapshot/snapshot.hpp"

#include "problem/twins.hpp"
#include "snapshot/overlay.hpp"
#include "snapshot/small_line.hpp"
#include "support/tales.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

// A few problems of two devices told across each other.
Offices any_tales() {
  static const std::vector<std::string> ids{"26Q4-zb05-k7m2qx-1", "26Q4-zb05-k7m2qx-2",
                                            "26Q4-zb07-b5b5b5-1", "26Q4-zb05-b5b5b5-1"};
  Offices offices;
  std::map<std::string, std::vector<std::string>> checks;
  for (int left = below(30); left > 0; --left) {
    const std::string& subject = one_of(ids);
    auto& told = checks[subject];
    if (told.empty() && below(8) > 0) {
      told.push_back(offices.open(subject, subject.substr(10, 6)));
      continue;
    }
    ProblemList now = offices.fold();
    std::erase_if(now.problems, [&](const Problem& each) { return each.subject() != subject; });
    told.push_back(offices.tell(one_of(devices), one_of(people), some_event(now), subject,
                                {{"after", some_line(now, told)},
                                 {"due", below(4) > 0 ? to_string(some_day()) : ""},
                                 {"to", one_of(people)},
                                 {"on", below(5) == 0 ? to_string(some_day()) : ""}},
                                some_day()));
  }
  return offices;
}

std::vector<std::string> lines_of(const Ledger& ledger) {
  std::vector<std::string> lines;
  for (const Entry& entry : ledger.entries) lines.push_back(whole_line(entry.event));
  return lines;
}

void shuffle(std::vector<std::string>& lines) {
  for (std::size_t i = lines.size(); i > 1; --i)
    std::swap(lines[i - 1], lines[static_cast<std::size_t>(below(i))]);
}

// All of a row but its last line: of two notes that rest on each other the wrong way round in time
// the whole fold names the later one. Whoever writes on may name either.
std::string text_of(const OpenRow& row) {
  const auto day = [](const std::optional<Date>& date) { return date ? to_string(*date) : "-"; };
  std::string text;
  for (const std::string_view part :
       {row.id, row.quarter, row.branch, row.item, row.title, row.text, row.doc, row.owner,
        row.opened_by, row.device, row.asked_by, to_string(row.status), to_string(row.severity)})
    (text += part) += '|';
  return text + std::to_string(row.serial) + '|' + to_string(row.opened) + '|' +
         to_string(row.due) + '|' + to_string(row.original_due) + '|' + day(row.submitted) + '|' +
         day(row.asked);
}

using Rows = std::multiset<std::string>;

void add(Rows& rows, const OpenRows& from) {
  for (const std::uint32_t start : from.starts)
    rows.insert(text_of(read_open_row(from.bytes.data() + start)));
}

// What the whole fold says is open, of the subjects that `wanted` takes.
template <class Wanted>
OpenRows open_rows(const ProblemList& list, const Wanted& wanted) {
  OpenRows rows;
  for (const Problem& problem : list.problems)
    if (!problem.ended() && wanted(problem.subject()))
      rows.add(open_row_of(problem, to_string(problem.quarter)));
  return rows;
}

// Folds lines, each known by its place in `lines`.
void take(QuickFold& fold, const std::vector<std::string>& lines, std::size_t from,
          std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    const auto raw = split_line(lines[i]);
    RC_ASSERT(raw.has_value());
    fold.take(*raw, tail_fields(*raw), static_cast<std::uint32_t>(i));
  }
}

QuickFold quick_fold(const std::vector<std::string>& lines) {
  const auto middle = static_cast<std::size_t>(below(lines.size() + 1));
  QuickFold fold{Zone{}};
  QuickFold other{Zone{}};
  take(fold, lines, 0, middle);
  take(other, lines, middle, lines.size());
  fold.absorb(std::move(other));
  fold.finish();
  return fold;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE(
      "the quick fold says what the whole fold says, in whatever order and parts lines come") {
    CHECK(rc::check([] {
      const Offices offices = any_tales();
      const ProblemList list = offices.fold();
      auto lines = lines_of(offices.ledger());
      shuffle(lines);
      const QuickFold fold = quick_fold(lines);
      const auto odd = fold.odd_subjects();
      const auto plain = [&](std::string_view subject) {
        return !odd.contains(std::string(subject));
      };
      OpenRows rows;
      fold.for_each_open([&](const Record& record) {
        const auto life = fold.life_of(record);
        add_row(rows, *split_line(lines[record.offset]), life.record, life.request, fold.people());
      });
      Rows quick;
      Rows whole;
      add(quick, rows);
      add(whole, open_rows(list, plain));
      RC_ASSERT(quick == whole);
      std::map<std::string, StatusCounts> counts;
      for (const Problem& problem : list.problems)
        if (plain(problem.subject()))
          ++counts[problem.branch][static_cast<std::size_t>(problem.status)];
      auto quick_counts = fold.counts();
      std::erase_if(quick_counts, [](const auto& each) { return each.second == StatusCounts{}; });
      RC_ASSERT(quick_counts == counts);
    }));
  }

  TEST_CASE(
      "what shares its fault with others is known by it, and the rest is no problem of several") {
    CHECK(rc::check([] {
      const Offices offices = any_tales();
      const auto lines = lines_of(offices.ledger());
      QuickFold fold = quick_fold(lines);
      const auto again = fold.faults().named_again();
      for (const std::string& line : lines) {
        const auto raw = *split_line(line);
        if (is_opening(raw) && again.contains(fault_of(raw))) fold.set_aside(raw.subject);
      }
      const auto odd = fold.odd_subjects();
      OpenRows rows;
      fold.for_each_open([&](const Record& record) {
        const auto life = fold.life_of(record);
        add_row(rows, *split_line(lines[record.offset]), life.record, life.request, fold.people());
      });
      ProblemList list = offices.fold();
      Rows whole;
      add(whole, open_rows(join_twins(list), [](std::string_view) { return true; }));
      std::erase_if(list.problems, [&](const Problem& each) {
        return !odd.contains(std::string(each.subject()));
      });
      Rows quick;
      add(quick, rows);
      add(quick, open_rows(join_twins(list), [](std::string_view) { return true; }));
      RC_ASSERT(quick == whole);
    }));
  }

  TEST_CASE("a life that is a plain chain is not odd") {
    CHECK(rc::check([] {
      Offices offices;
      offices.open(the_tale);
      for (int left = below(8); left > 0; --left) {
        const ProblemList now = offices.fold();
        offices.tell(one_of(devices), "p001", some_event(now), the_tale,
                     {{"after", now.problems.front().last_check},
                      {"due", to_string(some_day() + 60)},
                      {"to", one_of(people)}},
                     Date(2026, 10, 13));
        const ProblemList then = offices.fold();
        if (!then.problems.front().history.back().applied || then.problems.size() > 1) return;
      }
      auto lines = lines_of(offices.ledger());
      shuffle(lines);
      RC_ASSERT(quick_fold(lines).odd_subjects().empty());
    }));
  }

  TEST_CASE("a snapshot with new lines laid over it says what the whole fold says, or nothing") {
    CHECK(rc::check([] {
      const Ledger all = any_tales().ledger();
      // Every device's file was seen up to a line of its own.
      std::map<std::uint32_t, std::uint32_t> seen_until;
      for (const Entry& entry : all.entries) seen_until.emplace(entry.file, 2 + below(12));
      Ledger seen = all;
      std::erase_if(seen.entries,
                    [&](const Entry& each) { return each.line >= seen_until[each.file]; });
      Ledger fresh = all;
      std::erase_if(fresh.entries,
                    [&](const Entry& each) { return each.line < seen_until[each.file]; });
      const auto everything = [](std::string_view) { return true; };
      const auto seen_lines = lines_of(seen);
      QuickFold old{Zone{}};
      take(old, seen_lines, 0, seen_lines.size());
      old.finish();
      const auto odd = old.odd_subjects();
      OpenRows before;
      old.for_each_open([&](const Record& record) {
        const auto life = old.life_of(record);
        add_row(before, *split_line(seen_lines[record.offset]), life.record, life.request,
                old.people());
      });
      for (const Problem& problem : fold_problems(seen, an_organisation(), Zone{}).problems)
        if (!problem.ended() && odd.contains(std::string(problem.subject())))
          before.add(open_row_of(problem, to_string(problem.quarter)));
      std::map<std::string, std::uint32_t> serials;
      old.for_each_device(
          [&](const std::string& device, std::uint32_t serial) { serials[device] = serial; });
      Overlay overlay(
          Zone{},
          [&](std::string_view wanted) -> std::optional<OpenRow> {
            for (const std::uint32_t start : before.starts)
              if (auto row = read_open_row(before.bytes.data() + start); row.id == wanted)
                return row;
            return std::nullopt;
          },
          serials);
      std::map<std::uint32_t, std::vector<std::string>> files;
      for (const Entry& entry : fresh.entries) files[entry.file].push_back(whole_line(entry.event));
      for (const auto& [file, lines] : files)
        for (const std::string& line : lines) {
          const auto raw = split_line(line);
          overlay.take(*raw, tail_fields(*raw));
        }
      if (!overlay.finish()) return;
      Rows laid;
      for (const std::uint32_t start : before.starts)
        if (const auto row = read_open_row(before.bytes.data() + start);
            !overlay.is_changed(row.id))
          laid.insert(text_of(row));
      add(laid, overlay.rows());
      Rows whole;
      add(whole, open_rows(fold_problems(all, an_organisation(), Zone{}), everything));
      RC_ASSERT(laid == whole);
    }));
  }
}
