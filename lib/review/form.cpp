#include "review/form.hpp"

#include "base/utf8.hpp"
#include "gate/plain.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return visible(text);
}

// What YAML would take for something else than a text is quoted.
std::string yaml_word(const std::string& text) {
  const bool plain = plain_kind(text) == PlainKind::text &&
                     text.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789-") == std::string::npos;
  return plain ? text : "'" + text + "'";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + sheet_cell(cells[i]);
  return line + "\r\n";
}

std::vector<std::string> columns_of(const SheetForm& form) {
  auto columns = form.sheets.columns();
  if (!form.for_others) std::erase(columns, "person");
  return columns;
}

// What the columns mean: a row for people, with a text under each criterion.
std::vector<std::string> explanation(const SheetForm& form, Lang lang) {
  std::vector<std::string> cells;
  for (const std::string& column : columns_of(form)) {
    const Criterion* criterion = form.sheets.rubric.find(column);
    cells.push_back(criterion ? on_one_line(criterion_words(*criterion).in(lang)) : "");
  }
  cells.front() = "# " + on_one_line(form.sheets.rubric.title.in(lang)) +
                  say(lang, Text{"，每项 {0} 到 {1} 分", ", from {0} to {1}"},
                      form.sheets.rubric.from, form.sheets.rubric.to) +
                  say(lang, Text{"（{0}）", " ({0})"}, scale_words(form.sheets.rubric));
  cells.back() = on_one_line(secrecy_words(form.sealed).in(lang));
  return cells;
}

std::string heading(const SheetForm& form, Lang lang) {
  const Rubric& rubric = form.sheets.rubric;
  std::string text = say(
      lang,
      Text{"# {0}，{1}，每项 {2} 到 {3} 分。填好后：sihu review record {4} --answers 本文件\n"
           "# 空着的支部就是不评。comment 写意见，可不写。不写国家秘密，不写个人隐私。\n",
           "# {0}, {1}, from {2} to {3}. When filled in: sihu review record {4} --answers THIS\n"
           "# A branch left empty is not reviewed. A comment is up to you. No state secrets,\n"
           "# nothing private.\n"},
      on_one_line(rubric.title.in(lang)), to_string(form.sheets.quarter), rubric.from, rubric.to,
      to_string(form.sheets.quarter));
  text += "# " + scale_words(rubric).in(lang) + "\n";
  text += "# " + secrecy_words(form.sealed).in(lang) + "\n#\n";
  for (const Criterion& criterion : rubric.criteria)
    text += "# " + on_one_line(criterion_words(criterion).in(lang)) + "\n";
  return text;
}

}  // namespace

Phrase criterion_words(const Criterion& criterion) {
  Phrase words = phrase(Text{"{0} {1}（{2}%）", "{0} {1} ({2}%)"}, criterion.id, criterion.title,
                        criterion.weight.shortest());
  for (std::size_t i = 0; i < criterion.anchors.size(); ++i) {
    const Anchor& anchor = criterion.anchors[i];
    const std::string score = std::to_string(anchor.score);
    words.zh += (i == 0 ? "：" : "；") + score + " " + anchor.meaning.zh;
    words.en += (i == 0 ? ": " : "; ") + score + " " + anchor.meaning.en;
  }
  return words;
}

Phrase scale_words(const Rubric& rubric) {
  const Rational lowest = Rational(100) * Rational(rubric.from) / Rational(rubric.to);
  return phrase(Text{"满分 100：{0} 分算 {1} 分，{2} 分算 100 分",
                     "out of 100: a {0} counts {1}, a {2} counts 100"},
                rubric.from, lowest.shortest(), rubric.to);
}

Phrase secrecy_words(bool sealed) {
  return sealed ? phrase(Text{"评分表密封，只有委员会的私钥打得开；谁交了表是公开的",
                              "sheets are sealed, only the committee's secret key opens them; who "
                              "handed one in is public"})
                : phrase(Text{"sihu.yaml 里没有 review.key：谁拿到台账，谁就读得到评分表",
                              "sihu.yaml has no review.key: whoever has the ledger can read the "
                              "sheets"});
}

std::string yaml_sheets(const SheetForm& form, Lang lang) {
  std::string text = heading(form, lang);
  text += "quarter: " + to_string(form.sheets.quarter) +
          "\nrubric: " + yaml_word(form.sheets.rubric.id) + "\nsheets:\n";
  for (const Branch* branch : form.branches) {
    text +=
        "  - branch: " + yaml_word(branch->id) + "  # " + on_one_line(branch->name.in(lang)) + "\n";
    if (form.for_others) text += "    person:\n";
    for (const Criterion& criterion : form.sheets.rubric.criteria)
      text += "    " + yaml_word(criterion.id) + ":\n";
    text += "    comment:\n";
  }
  return text;
}

std::string csv_sheets(const SheetForm& form, Lang lang) {
  const auto columns = columns_of(form);
  std::string text = "\xef\xbb\xbf" + csv_line(columns) + csv_line(explanation(form, lang));
  for (const Branch* branch : form.branches) {
    std::vector<std::string> cells;
    for (const std::string& column : columns)
      cells.push_back(column == "branch" ? branch->id
                      : column == "name" ? on_one_line(branch->name.in(lang))
                                         : "");
    text += csv_line(cells);
  }
  return text;
}

}  // namespace sihu
