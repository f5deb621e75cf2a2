#include "report/bulletin_tables.hpp"
#include "report/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sihu {
namespace {

std::string rank_words(const TallyRow& row, Lang lang) {
  return row.rank ? say(lang, Text{"第 {0} 名", "rank {0}"}, *row.rank)
                  : say(lang, Text{"未列名次", "no rank"});
}

std::string points(const Tally& tally, Naming naming, Lang lang) {
  PointChart chart{say(lang, Text{"各支部总分和误差范围（上下各两个标准误）",
                                  "totals of branches, with two standard errors both ways"}),
                   {},
                   100,
                   0};
  for (const TallyRow& row : tally.rows) {
    if (!row.total) continue;
    const double total = row.total->approximately();
    const TotalInterval interval = total_interval(row).value_or(TotalInterval{total, total});
    chart.rows.push_back(
        {naming == Naming::hidden ? rank_words(row, lang) : row.entry.name.in(lang), total,
         row.shown, interval.low, interval.high});
    chart.least = std::min(chart.least, std::floor(chart.rows.back().low / 10) * 10);
    chart.most = std::max(chart.most, std::ceil(chart.rows.back().high / 10) * 10);
  }
  if (chart.rows.empty()) return {};
  return point_chart(chart);
}

std::string spread(const std::vector<TotalBand>& bands, Lang lang) {
  BarChart chart{say(lang, Text{"各分数段的支部数", "how many branches have which total"}), {}};
  for (const TotalBand& band : bands)
    chart.rows.push_back({fmt::format("{}–{}", band.low, band.high),
                          static_cast<double>(band.branches), std::to_string(band.branches)});
  return bar_chart(chart);
}

ChartRow count_row(const Phrase& label, int count, Lang lang) {
  return {label.in(lang), static_cast<double>(count), std::to_string(count)};
}

std::string area_chart(const Bulletin& bulletin, Lang lang) {
  if (bulletin.found.found + bulletin.before.found == 0) return {};
  BarChart chart{say(lang, Text{"各方面的问题数", "problems by area"}),
                 {},
                 {},
                 to_string(bulletin.quarter),
                 to_string(bulletin.quarter.previous())};
  for (const AreaFigures& area : bulletin.areas) {
    chart.rows.push_back(count_row(area.title, area.problems, lang));
    chart.others.push_back(count_row(area.title, area.earlier, lang));
  }
  return bar_chart(chart);
}

std::string closing_chart(const Bulletin& bulletin, Lang lang) {
  BarChart chart{say(lang, Text{"整改用时", "time to rectify"}), {}};
  int all = 0;
  for (std::size_t group = 0; group <= ClosingTimes::groups; ++group) {
    const int count =
        group < ClosingTimes::groups ? bulletin.closing.closed[group] : bulletin.closing.not_yet;
    all += count;
    chart.rows.push_back(count_row(closing_words(group), count, lang));
  }
  return all == 0 ? "" : bar_chart(chart);
}

std::string rate_chart(const Bulletin& bulletin, Lang lang) {
  if (bulletin.rates.empty()) return {};
  BarChart chart{say(lang, Text{"按期整改率", "rectified in time"}), {}};
  chart.most = 100;
  for (const QuarterRate& rate : bulletin.rates)
    chart.rows.push_back({to_string(rate.quarter), 100.0 * rate.in_time / rate.counted,
                          fmt::format("{}/{}", rate.in_time, rate.counted)});
  return bar_chart(chart);
}

}  // namespace

std::map<std::string, std::string> bulletin_charts(const Bulletin& bulletin, const Tally& tally,
                                                   Naming naming, Lang lang) {
  const std::vector<TotalBand> bands = total_bands(tally);
  return {{"scores", bands.empty() ? points(tally, naming, lang) : spread(bands, lang)},
          {"areas", area_chart(bulletin, lang)},
          {"closing", closing_chart(bulletin, lang)},
          {"rates", rate_chart(bulletin, lang)}};
}

}  // namespace sihu
