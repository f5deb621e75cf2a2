#include "base/utf8.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection_report.hpp"
#include "tools/cli/values.hpp"

#include <ostream>

// sihu check settle: a leader decides an item on which answers differ.
namespace sihu {
namespace {

struct CheckSettleOptions {
  InspectionFlags inspection;
  std::string item;
  std::string result;
  std::string rule;
  std::string points;
  std::string value;
  std::string note;
};

void declare(Flags& flags, CheckSettleOptions& options) {
  declare_branch(flags, options.inspection);
  flags.text("ITEM", options.item, {"条目", "the item"}, Flags::What::item);
  declare_checklist(flags, options.inspection);
  declare_by(flags, options.inspection);
  flags.text(
      "--result", options.result,
      {"裁定：pass、fail、na、deduct、value 之一", "what holds: pass, fail, na, deduct or value"});
  flags.required();
  flags.text("--rule", options.rule, {"扣分规则，如 late*2;short", "rules, e.g. late*2;short"});
  flags.text("--points", options.points, {"扣几分（不按规则时）", "points off (without a rule)"},
             Flags::What::number);
  flags.text("--value", options.value, {"数出来的数", "the number counted"}, Flags::What::number);
  flags.text("--note", options.note, {"裁定的理由", "the reason"});
  flags.required();
}

std::optional<Rational> number(const std::string& text, const char* flag,
                               std::vector<Fault>& faults) {
  if (text.empty()) return std::nullopt;
  auto value = Rational::parse(text);
  if (!value)
    faults.push_back({{},
                      "not-a-number",
                      phrase(Text{"{0}: 应为数字（最多两位小数），实际为 \"{1}\"",
                                  "{0}: must be a number (at most two decimals), found \"{1}\""},
                             flag, visible(text))});
  return value;
}

Result<Answer> answer_from(const CheckSettleOptions& options) {
  std::vector<Fault> faults;
  Answer answer;
  const auto verdict = parse_verdict(options.result);
  if (!verdict)
    faults.push_back(
        {{},
         "unknown-result",
         phrase(Text{"--result: 应为 pass、fail、na、deduct、value 之一，实际为 \"{0}\"",
                     "--result: must be one of pass, fail, na, deduct, value, found \"{0}\""},
                visible(options.result)),
         did_you_mean(options.result, {"pass", "fail", "na", "deduct", "value"})});
  answer.verdict = verdict.value_or(Verdict::pass);
  answer.points = number(options.points, "--points", faults);
  answer.value = number(options.value, "--value", faults);
  answer.note = options.note;
  const auto rules = parse_rules(options.rule);
  if (!rules)
    faults.push_back(
        {{},
         "rule-not-read",
         phrase(Text{"--rule: 应写成 late、late*2 或 late*2;short，实际为 \"{0}\"",
                     "--rule: must look like late, late*2 or late*2;short, found \"{0}\""},
                visible(options.rule))});
  if (!faults.empty()) return fail(Kind::usage, std::move(faults));
  answer.rules = *rules;
  return answer;
}

Result<Recording> act(const CheckSettleOptions& options, Answer answer, const CheckScene& scene) {
  const auto item = find_item(scene.basis.checklist, options.item);
  if (!item) return tl::unexpected(item.error());
  answer.evidence = evidence_given(scene.state, options.item);
  if (auto fits = check_answer(**item, answer); !fits) return tl::unexpected(fits.error());
  return settle_item(scene, {options.item, completed(**item, answer)}, options.note);
}

Exit run(const CheckSettleOptions& options, World& world) {
  auto inspection = open_begun_inspection(world, options.inspection);
  if (!inspection) return report_failure(world, inspection.error());
  const auto author = world.author(inspection->workspace());
  if (!author) return report_failure(world, author.error());
  const auto answer = answer_from(options);
  if (!answer) return report_failure(world, answer.error());
  Shelf shelf(inspection->workspace());
  const auto recording =
      record_act(world, *inspection, {*author}, shelf,
                 [&](const CheckScene& scene) { return act(options, *answer, scene); });
  if (!recording) return report_failure(world, recording.error());
  say_what_else(world, *recording, *inspection);
  if (recording->drafts.empty())
    return say_standing(world, *inspection, shelf,
                        {"已这样裁定过，没有再记录", "settled so already, nothing was recorded"});
  world.say_recorded(problem_lines(*recording, world.lang));
  return say_standing(world, *inspection, shelf, {"已裁定", "settled"});
}

}  // namespace

Command check_settle_command() {
  return make_command<CheckSettleOptions>(
      "check settle",
      {"两人答案不一致时，组长裁定一项", "a leader decides an item on which answers differ"},
      {"$ sihu check settle zb05 XX-04 --checklist cadre7 --quarter 2026Q3 --result deduct --rule "
       "d1 --note 只去了一次",
       "$ sihu check settle zb05 XX-04 --checklist cadre7 --quarter 2026Q3 --result deduct --rule "
       "d1 --note 'one visit only'"},
      declare, run);
}

}  // namespace sihu
