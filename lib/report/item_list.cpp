#include "report/item_list.hpp"

#include "exam/answer_column.hpp"
#include "exam/item_advice.hpp"
#include "report/coded.hpp"
#include "report/item_figures.hpp"

namespace sihu {
namespace {

constexpr auto right = Column::Align::right;
constexpr auto left = Column::Align::left;
constexpr int points_places = 2;
constexpr int r_places = 3;

std::vector<std::string> flags_in(const std::vector<ItemNote>& notes) {
  std::vector<std::string> flags;
  for (const ItemNote& note : notes)
    flags.push_back(std::string(to_string(note.flag)) +
                    (note.option.empty() ? "" : ":" + note.option));
  return flags;
}

std::optional<double> from_of(const std::optional<ItemInterval>& interval) {
  return interval ? std::optional(interval->from) : std::nullopt;
}

std::optional<double> to_of(const std::optional<ItemInterval>& interval) {
  return interval ? std::optional(interval->to) : std::nullopt;
}

std::vector<Value> item_row(const ItemReport& report, std::size_t number) {
  const BankQuestion& question = report.test.questions[number];
  const ItemStatistics& item = report.statistics.items[number];
  const std::size_t candidates = item.candidates;
  const auto quality = quality_of(item, candidates);
  const auto notes = notes_on(question, item, candidates);
  const auto share = share_interval(item.share, candidates);
  const auto r_rest = correlation_interval(item.r_rest, candidates);
  return {question.id,
          coded(question.kind),
          question.topic,
          figure(report.test.answers.items[number].full, points_places),
          static_cast<std::int64_t>(candidates),
          figure(item.mean, points_places),
          item.candidates > 1 ? figure(item.deviation, points_places) : Value(),
          percent_figure(item.share),
          percent_figure(from_of(share)),
          percent_figure(to_of(share)),
          percent_figure(item.share_error),
          figure(item.r, r_places),
          figure(item.r_rest, r_places),
          figure(from_of(r_rest), r_places),
          figure(to_of(r_rest), r_places),
          figure(item.difference, r_places),
          figure(item.alpha_without, r_places),
          percent_figure(item.efficiency),
          percent_figure(item.weight),
          quality ? Value(coded(*quality)) : Value(),
          flags_in(notes),
          advice(notes)};
}

std::vector<Value> option_row(const ItemReport& report, std::size_t number, std::string option,
                              const OptionStatistics& found) {
  const BankQuestion& question = report.test.questions[number];
  const bool is_key = !option.empty() && question.key.find(option) != std::string::npos;
  return {question.id,
          std::move(option),
          is_key,
          static_cast<std::int64_t>(found.chosen),
          percent_figure(static_cast<double>(found.chosen) /
                         static_cast<double>(report.statistics.items[number].candidates)),
          figure(found.upper, points_places),
          figure(found.lower, points_places),
          figure(found.r, r_places)};
}

}  // namespace

Table item_table(const ItemReport& report) {
  Table table;
  table.title = phrase(Text{"题目分析", "Questions"});
  table.columns = {{"question", {"题号", "question"}, left},
                   {"kind", {"题型", "kind"}, left, false},
                   {"topic", {"主题", "topic"}, left, true, 8},
                   {"full", {"满分", "full"}, right, false},
                   {"candidates", {"考的人", "asked"}, right, report.statistics.own_papers},
                   {"mean", {"平均分", "mean"}, right, false},
                   {"deviation", {"标准差", "deviation"}, right, false},
                   {"share", {"得分率%", "points %"}, right},
                   {"share_from", {"从", "from"}, right},
                   {"share_to", {"到", "to"}, right},
                   {"share_error", {"得分率误差", "error"}, right, false},
                   {"r", {"与总分相关", "r total"}, right, false},
                   {"r_rest", {"区分度 r", "r rest"}, right},
                   {"r_rest_from", {"从", "from"}, right},
                   {"r_rest_to", {"到", "to"}, right},
                   {"difference", {"高低分组差 D", "D"}, right},
                   {"alpha_without", {"去掉后 α", "alpha without"}, right, false},
                   {"efficiency", {"区分效率%", "efficiency %"}, right, false},
                   {"weight", {"实际权重%", "weight %"}, right, false},
                   {"quality", {"区分", "tells apart"}, left},
                   {"flags", {"标记", "flags"}, left, false},
                   {"advice", {"建议", "advice"}, left, false}};
  for (std::size_t i = 0; i < report.test.questions.size(); ++i)
    table.rows.push_back(item_row(report, i));
  return table;
}

Table option_table(const ItemReport& report) {
  Table table;
  table.title = phrase(Text{"选项分析", "Options"});
  table.columns = {
      {"question", {"题号", "question"}, left}, {"option", {"选项", "option"}, left},
      {"key", {"是答案", "key"}, left},         {"chosen", {"选的人", "chosen"}, right},
      {"share", {"占比%", "share %"}, right},   {"upper", {"高分组", "upper"}, right},
      {"lower", {"低分组", "lower"}, right},    {"r_rest", {"与其余题相关", "r rest"}, right}};
  for (std::size_t i = 0; i < report.test.questions.size(); ++i) {
    const ItemStatistics& item = report.statistics.items[i];
    const std::string letters = option_letters(report.test.questions[i]);
    for (std::size_t o = 0; o < item.options.size(); ++o)
      table.rows.push_back(option_row(report, i, std::string(1, letters[o]), item.options[o]));
    if (!item.options.empty()) table.rows.push_back(option_row(report, i, "", item.unanswered));
  }
  return table;
}

}  // namespace sihu
