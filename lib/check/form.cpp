#include "check/form.hpp"

#include "base/utf8.hpp"
#include "check/run.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>

namespace sihu {

namespace {

constexpr int comment_columns = 96;

// What YAML would take for something else than a text is quoted.
std::string yaml_scalar(const std::string& text) {
  static const std::vector<std::string> words{"y",   "n",    "yes",   "no",  "on",
                                              "off", "true", "false", "null"};
  auto lower = text;
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const bool digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
  const bool word = std::ranges::find(words, lower) != words.end();
  return digit || word ? "'" + text + "'" : text;
}

std::string commented(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines += "  # " + std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string yaml_row(const FormScene& scene, const Item& item, Lang lang) {
  auto row = "\n" + commented(item_card(item, lang, comment_columns));
  for (const Phrase& note : form_notes(scene, item))
    row += "  #   " + visible(note.in(lang)) + "\n";
  row += "  - item: " + yaml_scalar(item.id) + "\n    result:\n";
  if (item.target) row += "    value:\n";
  if (!listed_rules(item).empty()) row += "    rule:\n";
  row += "    note:\n";
  if (item.evidence_required) row += "    evidence:\n";
  return row;
}

std::string one_line(const Item& item, Lang lang) {
  auto text = item.standard.in(lang);
  for (const auto& rule : listed_rules(item))
    text += (text.empty() ? "" : " | ") + rule.id + ": " + rule.words.in(lang);
  std::ranges::replace(text, '\n', ' ');
  return visible(text);
}

}  // namespace

std::string form_command(const CheckKey& key) {
  std::string command = "sihu check run " + key.branch + " --checklist " + key.checklist;
  if (key.self) return command + " --self";
  return key.by.empty() ? command : command + " --by " + key.by;
}

std::vector<Phrase> form_notes(const FormScene& scene, const Item& item) {
  std::vector<Phrase> notes;
  if (const auto before = scene.previous.find(item.id); before != scene.previous.end())
    notes.push_back(phrase(Text{"上次（{0}）：{1}", "last time ({0}): {1}"},
                           to_string(before->second.quarter), describe(before->second.answer)));
  const auto offer = scene.offers.find(item.id);
  if (offer == scene.offers.end() || !offer->second.said()) return notes;
  std::ranges::move(offer_lines(offer->second), std::back_inserter(notes));
  if (const auto judged = judged_by_records(offer->second))
    notes.push_back(phrase(Text{"按台账：{0}；填别的要在“说明”里写原因",
                                "by the records: {0}; whatever else is filled in needs a note"},
                           describe(*judged)));
  return notes;
}

std::string yaml_form(const FormScene& scene, Lang lang) {
  const auto& [checklist, branch, on, waived] = scene.basis;
  auto form = say(
      lang,
      Text{
          "# {0}，{1}，版本 {2}。填好后：{3} --answers 本文件\n"
          "#\n"
          "# result 填 pass 通过、fail 不通过、na 不适用（note 写原因）、deduct 扣分（rule "
          "写规则，\n"
          "# 如 late 或 late*2;short；不按规则扣分的写 points 和 note）、value 计数（value "
          "写数）。\n"
          "# result 空着就是还没答，以后再填。evidence 写文件路径，多个用 ; 隔开。\n"
          "# existed 填 yes、no、unknown：上次检查时就有吗。不写国家秘密，不写个人隐私。\n",
          "# {0}, {1}, version {2}. When filled in: {3} --answers THIS\n"
          "#\n"
          "# result: pass, fail, na (say why in note), deduct (name the rule, late or "
          "late*2;short;\n"
          "# without a rule give points and a note), value (give the number in value).\n"
          "# An empty result is not answered yet. evidence: paths of files, ; between them.\n"
          "# existed: yes, no, unknown: was it there at the last visit. No state secrets, nothing\n"
          "# private.\n"},
      visible(branch.name.in(lang)), visible(checklist.title.in(lang)), visible(checklist.version),
      form_command(scene.key));
  if (!scene.key.by.empty())
    form +=
        say(lang, Text{"# 这是 {0} 自己检查的表。\n", "# This is the sheet of {0}, for itself.\n"},
            scene.key.by);
  form += "quarter: " + to_string(scene.key.quarter) + "\nbranch: " + yaml_scalar(branch.id) +
          "\nchecklist: " + yaml_scalar(checklist.id) + "\n" +
          (scene.key.self ? "self: true\n" : "") +
          (scene.key.by.empty() ? "" : "by: " + yaml_scalar(scene.key.by) + "\n") + "answers:\n";
  for (const auto* item : asked_items(scene.basis)) form += yaml_row(scene, *item, lang);
  return form;
}

std::string csv_form(const FormScene& scene, Lang lang) {
  std::string form =
      "\xef\xbb\xbfitem,title,standard,max,result,points,rule,value,existed,note,evidence,"
      "check\r\n";
  for (const auto* item : asked_items(scene.basis)) {
    auto title = visible(item->title.in(lang));
    for (const Phrase& note : form_notes(scene, *item)) title += " | " + visible(note.in(lang));
    form += sheet_cell(item->id) + "," + sheet_cell(title) + "," +
            sheet_cell(one_line(*item, lang)) + "," + item->points.shortest() + ",,,,,,,," +
            sheet_cell(subject_of(scene.key)) + "\r\n";
  }
  return form;
}

}  // namespace sihu
