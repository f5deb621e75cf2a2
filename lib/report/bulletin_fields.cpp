#include "report/bulletin_fields.hpp"

#include "report/coded.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sihu {
namespace {

const std::vector<std::string>& all_names() {
  static const std::vector<std::string> names{"organisation",   "year",
                                              "quarter",        "quarter_words",
                                              "first_day",      "last_day",
                                              "day_words",      "seal",
                                              "branches",       "inspected",
                                              "outside",        "not_begun",
                                              "draw_seed",      "inspections",
                                              "complete",       "incomplete",
                                              "answered",       "found",
                                              "closed",         "submitted",
                                              "open",           "overdue",
                                              "overdue_all",    "recurring",
                                              "percent",        "before_quarter",
                                              "before_found",   "before_closed",
                                              "before_percent", "before_open",
                                              "mean",           "in_time",
                                              "in_time_of",     "in_time_percent",
                                              "first_due",      "last_due",
                                              "next_quarter",   "next_first",
                                              "naming_body",    "naming_annex",
                                              "naming_hidden",  "practices",
                                              "branch",         "item",
                                              "note",           "common",
                                              "single",         "title",
                                              "severity",       "count",
                                              "names",          "ranking_words",
                                              "words",          "ranked",
                                              "unranked"};
  return names;
}

// 2026年3月5日: Arabic figures, no leading zero (GB/T 9704—2012).
std::string day_words(Date day, Lang lang) {
  return lang == Lang::zh ? fmt::format("{}年{}月{}日", day.year(), day.month(), day.day_of_month())
                          : to_string(day);
}

std::string quarter_words(Quarter quarter, Lang lang) {
  static constexpr std::array<Text, 4> words{
      Text{"第一季度", "first quarter"}, Text{"第二季度", "second quarter"},
      Text{"第三季度", "third quarter"}, Text{"第四季度", "fourth quarter"}};
  return std::string(words[static_cast<std::size_t>(quarter.number - 1)].in(lang));
}

// Nothing to say is an empty text, so that a section about it is left out.
std::string unless_zero(int number) {
  return number == 0 ? std::string() : std::to_string(number);
}

struct Writer {
  const BulletinParts& parts;
  Lang lang;
  Filling filling = {};

  void text(const std::string& name, std::string value) { filling.texts[name] = std::move(value); }
  void number(const std::string& name, int value) { text(name, std::to_string(value)); }

  void add_scope();
  void add_problems();
  void add_scores();
  void add_deadlines();
  void add_practices();
  void add_items(const std::string& name, bool common);
};

void Writer::add_scope() {
  const Bulletin& bulletin = parts.bulletin;
  text("organisation", parts.context.organisation.name.in(lang));
  number("year", bulletin.quarter.year);
  text("quarter", to_string(bulletin.quarter));
  text("quarter_words", quarter_words(bulletin.quarter, lang));
  text("first_day", day_words(bulletin.quarter.first_day(), lang));
  text("last_day", day_words(bulletin.quarter.last_day(), lang));
  text("day_words", day_words(bulletin.day, lang));
  text("seal", bulletin.seal);
  number("branches", bulletin.branches);
  number("inspected", bulletin.branches_inspected);
  text("outside", unless_zero(bulletin.outside));
  text("not_begun", unless_zero(bulletin.not_begun));
  text("draw_seed", bulletin.drawn ? bulletin.drawn->seed : "");
  number("inspections", bulletin.inspections);
  number("complete", bulletin.complete);
  text("incomplete", unless_zero(bulletin.inspections - bulletin.complete));
  number("answered", bulletin.answered);
  filling.flags["naming_body"] = parts.naming == Naming::body;
  filling.flags["naming_annex"] = parts.naming == Naming::annex;
  filling.flags["naming_hidden"] = parts.naming == Naming::hidden;
}

void Writer::add_problems() {
  const Bulletin& bulletin = parts.bulletin;
  text("found", unless_zero(bulletin.found.found));
  number("closed", bulletin.found.closed);
  text("submitted", unless_zero(bulletin.found.submitted));
  text("open", unless_zero(bulletin.found.open));
  text("overdue", unless_zero(bulletin.found.overdue));
  text("overdue_all", unless_zero(static_cast<int>(bulletin.overdue.size())));
  text("recurring", unless_zero(bulletin.recurring));
  number("percent", bulletin.found.percent_closed());
  text("before_quarter", quarter_words(bulletin.before.quarter, lang));
  text("before_found", unless_zero(bulletin.before.found));
  number("before_closed", bulletin.before.closed);
  number("before_percent", bulletin.before.percent_closed());
  text("before_open", unless_zero(bulletin.before.found - bulletin.before.closed));
}

void Writer::add_scores() {
  Rational sum(0);
  int ranked = 0;
  for (const TallyRow& row : parts.tally.rows)
    if (row.total && row.rank) {
      sum = sum + *row.total;
      ++ranked;
    }
  text("ranked", unless_zero(ranked));
  text("unranked", unless_zero(static_cast<int>(parts.tally.rows.size()) - ranked));
  text("mean", ranked == 0 ? "" : (sum / Rational(ranked)).rounded());
  const auto rate =
      std::ranges::find(parts.bulletin.rates, parts.bulletin.quarter, &QuarterRate::quarter);
  const bool has_rate = rate != parts.bulletin.rates.end();
  text("in_time", has_rate ? std::to_string(rate->in_time) : "");
  text("in_time_of", has_rate ? std::to_string(rate->counted) : "");
  text("in_time_percent", has_rate ? Rational(rate->in_time * 100, rate->counted).rounded(1) : "");
  for (const Phrase& words : parts.words_to_say())
    filling.lists["ranking_words"].push_back({{{"words", words.in(lang)}}});
}

void Writer::add_deadlines() {
  const Bulletin& bulletin = parts.bulletin;
  text("first_due", bulletin.first_due ? day_words(*bulletin.first_due, lang) : "");
  text("last_due", bulletin.last_due ? day_words(*bulletin.last_due, lang) : "");
  const Quarter next = bulletin.quarter.next();
  text("next_quarter", quarter_words(next, lang));
  text("next_first", day_words(next.first_day(), lang));
}

void Writer::add_practices() {
  auto& list = filling.lists["practices"];
  for (const Practice& practice : parts.bulletin.practices)
    list.push_back(
        {{{"branch", parts.naming == Naming::hidden
                         ? std::string()
                         : branch_phrase(parts.context.organisation, practice.branch).in(lang)},
          {"item", practice.item},
          {"note", practice.note}}});
}

void Writer::add_items(const std::string& name, bool common) {
  auto& list = filling.lists[name];
  for (const FailedItem& item : parts.bulletin.items) {
    if (item.is_common() != common) continue;
    std::vector<Phrase> names;
    for (const std::string& id : item.branches)
      names.push_back(branch_phrase(parts.context.organisation, id));
    list.push_back(
        {{{"item", item.item},
          {"title", item.title.in(lang)},
          {"severity", phrase(wording(item.severity)).in(lang)},
          {"count", std::to_string(item.branches.size())},
          {"names", parts.naming == Naming::body ? enumerated(names).in(lang) : std::string()}}});
  }
}

}  // namespace

std::vector<std::string> bulletin_names() {
  return all_names();
}

Filling bulletin_fields(const BulletinParts& parts, Lang lang) {
  Writer writer{parts, lang};
  writer.add_scope();
  writer.add_problems();
  writer.add_scores();
  writer.add_deadlines();
  writer.add_practices();
  writer.add_items("common", true);
  writer.add_items("single", false);
  return std::move(writer.filling);
}

}  // namespace sihu
