#include "report/answer_form.hpp"

#include "base/utf8.hpp"
#include "check/answer_columns.hpp"
#include "check/keys.hpp"

namespace sihu {
namespace {

std::vector<Column> form_columns() {
  std::vector<Column> columns;
  for (const AnswerSheetColumn& one : answer_sheet_columns()) {
    Column column{std::string(one.key), phrase(one.heading)};
    if (one.key == "max") column.align = Column::Align::right;
    column.choices = answer_choices(one.key);
    columns.push_back(std::move(column));
  }
  return columns;
}

Phrase asked(const FormScene& scene, const Item& item) {
  Phrase words = item.title;
  for (const Phrase& note : form_notes(scene, item))
    words = phrase(Text{"{0}\n{1}", "{0}\n{1}"}, words, note);
  return words;
}

Phrase lines_of(const Item& item) {
  Phrase lines = item.standard;
  const auto add = [&lines](const Phrase& line) {
    lines.zh += (lines.zh.empty() ? "" : "\n") + line.zh;
    lines.en += (lines.en.empty() ? "" : "\n") + line.en;
  };
  for (const ListedRule& rule : listed_rules(item))
    add(phrase(Text{"{0}：{1}", "{0}: {1}"}, rule.id, rule.words));
  if (item.evidence_required) add(phrase(Text{"须附佐证才能通过", "a file is needed to pass"}));
  return lines;
}

std::vector<Phrase> how_to_fill_in(const FormScene& scene) {
  return {phrase(Text{"{0}，{1}，版本 {2}，{3}", "{0}, {1}, version {2}, {3}"},
                 scene.basis.branch.name, scene.basis.checklist.title,
                 scene.basis.checklist.version, to_string(scene.key.quarter)),
          phrase(Text{"填好后保存，再运行：{0} --answers 本文件",
                      "When filled in, save it and run: {0} --answers THIS"},
                 form_command(scene.key)),
          phrase(Text{"“结果”从下拉列表中选；空着就是还没答，以后再填。",
                      "Choose the result from the list; an empty one is not answered yet."}),
          phrase(Text{
              "不适用：在“说明”里写原因。计数：在“数值”里写数出来的数。",
              "n/a: say why in the note. value: write the number that was counted under value."}),
          phrase(Text{
              "扣分：在“规则”里写规则，如 late 或 late*2;short；不按规则扣分的，写“扣分”和“说明”。",
              "deduct: name the rule, late or late*2;short; without a rule write the points off "
              "and a note."}),
          phrase(Text{
              "“上次就有”：上次检查时就有吗。“佐证材料”：文件路径，相对于本文件，多个用 ; 隔开。",
              "there before: was it there at the last visit. evidence: paths of files as seen "
              "from this one, ; between them."}),
          phrase(Text{"不要改“条目”“检查”两栏和第一行；其余各行、各栏可以挪动、隐藏。",
                      "Leave the columns item and check and the first row as they are; rows and "
                      "columns may be moved or hidden."}),
          phrase(Text{"不写国家秘密，不写个人隐私。", "No state secrets, nothing private."})};
}

// In the order of `answer_sheet_columns`; what is to be filled in is empty.
std::vector<Value> form_row(const FormScene& scene, const Item& item) {
  return {item.id,        asked(scene, item),
          lines_of(item), item.points.shortest(),
          Value(),        Value(),
          Value(),        Value(),
          Value(),        Value(),
          Value(),        subject_of(scene.key)};
}

}  // namespace

Briefing answer_form(const FormScene& scene) {
  Table table{
      phrase(Text{"{0} {1}", "{0} {1}"}, scene.basis.branch.name, scene.basis.checklist.title),
      form_columns(),
      {}};
  for (const Item* item : asked_items(scene.basis)) table.rows.push_back(form_row(scene, *item));
  Briefing book{{std::move(table)}, {}};
  book.say(how_to_fill_in(scene));
  return book;
}

}  // namespace sihu
