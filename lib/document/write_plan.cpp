#include "document/plan_file.hpp"
#include "document/yaml_lines.hpp"
#include "gate/plain.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

// As a person would write it: quotes only where YAML would else see something that is no text.
std::string word(const std::string& text) {
  const bool plain =
      !text.empty() && plain_kind(text) == PlainKind::text &&
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  return plain ? text : write_quoted(text);
}

std::string both(const Phrase& text) {
  return "{zh: " + write_quoted(text.zh) + ", en: " + write_quoted(text.en) + "}";
}

std::string origin_line(const PlanOrigin& made) {
  std::string line;
  const auto put = [&line](const char* key, const std::string& value) {
    line += fmt::format("{}{}: {}", line.empty() ? "" : ", ", key, value);
  };
  if (!made.by.empty()) put("by", word(made.by));
  if (made.on) put("date", to_string(*made.on));
  if (!made.seed.empty()) put("seed", write_quoted(made.seed));
  if (!made.roster.empty()) put("roster", "'" + made.roster + "'");
  return "made: {" + line + "}\n";
}

const char* heading(Mutual mutual) {
  switch (mutual) {
    case Mutual::check:
      return "互查：from 检查 to · from inspects to";
    case Mutual::review:
      return "互评：from 评 to · from reviews to";
    case Mutual::learn:
      return "互学：from 教 to · from teaches to";
    case Mutual::test:
      break;
  }
  return "互考：from 为 to 命题 · from sets the paper for to";
}

std::string lesson_entry(const std::string& lesson) {
  if (lesson.empty()) return {};
  if (lesson.front() == ':') return ", topic: " + word(lesson.substr(1));
  return ", item: " + write_quoted(lesson);
}

std::string row_lines(const std::vector<PlanRow>& rows) {
  if (rows.empty()) return "rows: []\n";
  std::string text = "rows:\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const PlanRow& row = rows[i];
    if (i == 0 || rows[i - 1].mutual != row.mutual)
      text += fmt::format("  # {}\n", heading(row.mutual));
    text += fmt::format("  - {{mutual: {}, from: {}, to: {}", to_string(row.mutual), word(row.from),
                        word(row.to));
    text += lesson_entry(row.lesson);
    if (!row.note.empty()) text += ", note: " + both(row.note);
    text += "}\n";
  }
  return text;
}

}  // namespace

std::string write_plan(const PlanFile& plan) {
  const std::string quarter = to_string(plan.quarter);
  std::string text = "# yaml-language-server: $schema=../schema/plan.schema.json\n#\n";
  text += fmt::format("# {} 谁检查、评、教、考谁。可以手工改，改完运行 sihu lint。\n", quarter);
  text += fmt::format(
      "# {}: who inspects, reviews, teaches and tests whom. Edit it as you like, then run sihu "
      "lint.\n",
      quarter);
  text += fmt::format("plan: {}\n", quarter);
  if (plan.made) text += origin_line(*plan.made);
  if (plan.rotation)
    text += fmt::format("rotation: {{seed: '{:016x}', cycle: {}, round: {}}}  # {}\n",
                        plan.rotation->seed, plan.rotation->cycle, plan.rotation->round,
                        "下季度从这里接着轮 · the next quarter goes on here");
  if (!plan.broken.empty()) {
    text += "broken:  # 不得不违反的规则 · rules that had to be broken\n";
    for (const Phrase& sentence : plan.broken) text += "  - " + both(sentence) + "\n";
  }
  return text + row_lines(plan.rows);
}

}  // namespace sihu
