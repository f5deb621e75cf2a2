#include "appraise/appraisal.hpp"
#include "support/appraisals.hpp"

#include <rapidcheck.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

// Something that may happen, of few people and items so that much of it meets.
Event any_event() {
  const auto person = *rc::gen::element<std::string>("pa", "pb");
  const auto by = *rc::gen::element<std::string>("x", "la", "lb", "pa");
  const auto item = *rc::gen::element<std::string>("A-01", "A-02", "B-01");
  const auto points = std::to_string(*rc::gen::inRange(0, 30));
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      return decide_event(person, item, points);
    case 1:
      return publish_event();
    case 2:
      return result_event(person, "A-01=" + points + ";B-01=na");
    case 3:
      return appraise_event("appeal", person, person, {{"note", "n"}});
    case 4:
      return appraise_event("veto", person, "x",
                            {{"number", points}, {"reason", "r"}, {"role", "committee"}});
    case 5:
      return appraise_event("self", person, person, {{"item", item}, {"points", points}});
    default:
      return score_event(person, by, item, points);
  }
}

// The same events in some files, each in the order of its instants.
Ledger spread_over_files(const std::vector<Event>& events, const std::vector<int>& file_of,
                         bool backwards) {
  std::vector<LedgerFile> files;
  for (const char* device : {"k7m2qx", "m3m3m3", "p4p4p4"}) {
    std::vector<Event> own;
    for (std::size_t i = 0; i < events.size(); ++i)
      if (file_of[i] == static_cast<int>(files.size())) own.push_back(events[i]);
    const std::string text = file_text(a_header(device), own);
    auto read = read_ledger_file(text, ledger_file_name(a_header(device)));
    RC_ASSERT(read.has_value());
    files.push_back(std::move(*read));
  }
  if (backwards) std::ranges::reverse(files);
  return join_ledger(std::move(files));
}

// All that a state says, without where it stands.
std::string told(const AppraiseState& state) {
  std::string text = state.publication ? "published " : "open ";
  for (const auto& [id, file] : state.people) {
    text += id + ":";
    for (const auto& [item, said] : file.items) {
      text += " " + item + "=";
      if (const auto* mark = said.standing())
        text += mark->mark.points ? mark->mark.points->fraction() : "na";
      if (said.self) text += "/self";
    }
    if (file.published) text += " " + write_appraise_marks(file.published->marks);
    for (const auto& [item, mark] : file.corrected)
      text += " !" + item + "=" + mark.mark.points->fraction();
    text += (file.veto ? " veto " + file.veto->number : "") + " " +
            std::to_string(file.open_appeals()) + ";";
  }
  return text;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("an appraisal does not depend on the order in which files arrive") {
    CHECK(rc::check([] {
      const int number = *rc::gen::inRange(1, 14);
      std::vector<Event> events;
      std::vector<int> file_of;
      for (int i = 0; i < number; ++i) {
        events.push_back(any_event());
        events.back().at = noon(i);
        std::ranges::sort(events.back().fields, canonical_before, &Field::key);
        file_of.push_back(*rc::gen::inRange(0, 3));
      }
      const auto one = fold_appraisal(spread_over_files(events, file_of, false), appraised_half);
      const auto other = fold_appraisal(spread_over_files(events, file_of, true), appraised_half);
      RC_ASSERT(told(one) == told(other));
    }));
  }

  TEST_CASE("ranks and grades do not depend on the order of people, and the quota is kept") {
    CHECK(rc::check([] {
      const int number = *rc::gen::inRange(1, 12);
      std::vector<Person> people(static_cast<std::size_t>(number));
      std::vector<AppraiseEntry> entries;
      for (int i = 0; i < number; ++i) {
        Person& person = people[static_cast<std::size_t>(i)];
        person.id = "p" + std::to_string(i);
        entries.push_back(scored_entry(person, *rc::gen::inRange(85, 100)));
        if (*rc::gen::inRange(0, 4) == 0) entries.back().within_quota = true;
        if (*rc::gen::inRange(0, 6) == 0) entries.back().veto = AppraiseVeto{"3", "r", 0};
      }
      auto reversed = entries;
      std::ranges::reverse(reversed);
      const Appraisal one = make_appraisal(appraised_half, {}, entries);
      const Appraisal other = make_appraisal(appraised_half, {}, reversed);
      int excellent = 0;
      for (const AppraiseRow& row : one.rows) {
        const AppraiseRow* same = other.find(row.entry.person->id);
        RC_ASSERT(same->rank == row.rank);
        RC_ASSERT(same->grade == row.grade);
        RC_ASSERT(same->range == row.range);
        if (row.grade == AppraiseGrade::excellent) {
          RC_ASSERT(!row.entry.veto.has_value());
          ++excellent;
        }
      }
      RC_ASSERT(excellent <= one.places);
    }));
  }
}
