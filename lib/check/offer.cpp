#include "check/offer.hpp"

#include "check/judge.hpp"

#include <algorithm>

namespace sihu {
namespace {

Answer answer_for_gap(const Item& item, const Computed& computed, const ComputedResult& result,
                      Lang lang) {
  Answer answer;
  answer.verdict = Verdict::fail;
  const auto rule = std::ranges::find(item.deduct, computed.deduct, &DeductRule::id);
  if (rule != item.deduct.end()) {
    answer.verdict = Verdict::deduct;
    const int times = rule->per.empty() ? 1 : std::clamp(result.amiss, 1, most_times);
    answer.rules = {{rule->id, times}};
  }
  answer.note = describe(result).in(lang);
  return completed(item, std::move(answer));
}

Phrase row_line(const RowSeen& row) {
  const Phrase at =
      same(to_string(row.date) + "  " + row.place.file + ":" + std::to_string(row.place.line));
  return row.amiss.empty() ? at : phrase(Text{"{0}  {1}", "{0}  {1}"}, at, row.amiss);
}

Phrase verdict_line(const RecordOffer& offer) {
  return phrase(Text{"台账：{0}，{1}", "records: {0}, {1}"}, wording(offer.result.verdict),
                describe(offer.result));
}

std::string rows_field(const ComputedResult& result) {
  return std::to_string(result.rows.size()) + ":" + result.digest;
}

}  // namespace

RecordOffer make_offer(const Item& item, const Computed& computed, ComputedResult result,
                       Lang lang) {
  RecordOffer offer{std::move(result), {}, computed.beyond};
  if (offer.result.verdict == RecordVerdict::gap)
    offer.answer = answer_for_gap(item, computed, offer.result, lang);
  if (offer.result.verdict == RecordVerdict::met && computed.beyond.empty())
    offer.answer = Answer{};
  return offer;
}

std::optional<Answer> judged_by_records(const RecordOffer& offer) {
  if (offer.answer || offer.result.verdict != RecordVerdict::met) return offer.answer;
  return Answer{};
}

RecordOffers offers_for(const ScoreBasis& basis, const RecordScene& scene, Lang lang) {
  RecordOffers offers;
  for (const Item* item : asked_items(basis)) {
    if (!item->computed) continue;
    const auto computed = parse_computed(item->computed_rule);
    if (computed) {
      offers.emplace(item->id, make_offer(*item, *computed, compute(*computed, scene), lang));
    } else {
      RecordOffer offer;
      offer.result.why = phrase(Text{"读不懂 computed", "computed can't be read"});
      offers.emplace(item->id, std::move(offer));
    }
  }
  return offers;
}

bool overrides(const RecordOffer& offer, const Answer& answer) {
  const auto said = judged_by_records(offer);
  return said && !judges_alike(*said, answer);
}

std::optional<Fault> unexplained(const RecordOffer& offer, std::string_view item,
                                 const Answer& answer) {
  if (!overrides(offer, answer) || !answer.note.empty()) return std::nullopt;
  return Fault{{},
               "records-say-otherwise",
               phrase(Text{"{0} 与台账算得的不同（{1}），须用 note 写明原因",
                           "{0} is not what the records say ({1}): note must say why"},
                      item, describe(*judged_by_records(offer)))};
}

std::vector<Field> record_fields(const RecordOffer& offer) {
  if (!offer.said()) return {};
  return {{"computed", std::string(to_string(offer.result.verdict))},
          {"rows", rows_field(offer.result)}};
}

std::vector<Phrase> offer_lines(const RecordOffer& offer, std::size_t most) {
  std::vector<Phrase> lines{verdict_line(offer)};
  std::vector<RowSeen> rows = offer.result.rows;
  std::stable_partition(rows.begin(), rows.end(),
                        [](const RowSeen& row) { return !row.amiss.empty(); });
  for (std::size_t i = 0; i < rows.size() && i < most; ++i) lines.push_back(row_line(rows[i]));
  if (rows.size() > most)
    lines.push_back(phrase(Text{"……还有 {0} 行", "… and {0} more"}, rows.size() - most));
  for (const int year : offer.result.provisional_years)
    lines.push_back(phrase(
        Text{"没有 {0} 年的日历，工作日暂算", "no calendar of {0}, working days are provisional"},
        year));
  if (!offer.beyond.empty())
    lines.push_back(phrase(Text{"台账说不了的：{0}", "beyond the records: {0}"}, offer.beyond));
  return lines;
}

std::vector<Phrase> explain_records(const Event& event, const RecordOffer* now) {
  const std::string said(event.get("computed"));
  if (said.empty()) return {};
  const std::string rows(event.get("rows"));
  const bool met = said == to_string(RecordVerdict::met);
  std::vector<Phrase> lines{phrase(
      Text{"作答时台账：{0}（{1} 行）", "records when it was answered: {0} (rows: {1})"},
      wording(met ? RecordVerdict::met : RecordVerdict::gap), rows.substr(0, rows.find(':')))};
  if (!now || rows_field(now->result) != rows) {
    lines.push_back(phrase(Text{"那些行后来改了", "those rows have changed since"}));
    return lines;
  }
  const auto shown = offer_lines(*now);
  lines.insert(lines.end(), shown.begin() + 1, shown.end());
  return lines;
}

}  // namespace sihu
