#include "report/paper_print.hpp"

#include "exam/marking.hpp"
#include "exam/question_card.hpp"
#include "exam/sealed_bank.hpp"
#include "report/html_page.hpp"
#include "report/renderers.hpp"

#include <array>

namespace sihu {
namespace {

constexpr std::array<const char*, 10> chinese_numbers{"一", "二", "三", "四", "五",
                                                      "六", "七", "八", "九", "十"};

// A paper as text, before it becomes Markdown or HTML: nothing in it is escaped yet.
struct PrintedQuestion {
  std::size_t number = 0;
  std::string stem;
  std::string ref;                   // its id; empty where that is not printed
  std::vector<std::string> options;  // `A. …`
  bool in_words = false;             // answered in words
};

struct PrintedSection {
  std::string heading;
  std::vector<PrintedQuestion> questions;
};

struct PrintedPaper {
  std::string title;
  std::string facts;  // minutes, points
  std::string whose;
  std::vector<PrintedSection> sections;
  std::vector<std::string> foot;  // what a sealed paper promises of its key
};

const Choice& choice_of(const BankQuestion& question, char letter) {
  for (const Choice& choice : question.choices)
    if (choice.letter.front() == letter) return choice;
  return question.choices.front();
}

PrintedQuestion printed(const FormQuestion& asked, const ShownQuestion& shown, std::size_t number,
                        bool with_id, Lang lang) {
  const BankQuestion& question = *asked.question;
  PrintedQuestion out{
      number, shown_words(question.stem).in(lang), with_id ? asked.ref : "", {}, false};
  for (std::size_t i = 0; i < shown.letters.size(); ++i)
    out.options.push_back(std::string(1, static_cast<char>('A' + static_cast<char>(i))) + ". " +
                          shown_words(choice_of(question, shown.letters[i]).text).in(lang));
  if (const Phrase gaps = gaps_words(question); !gaps.empty()) out.options.push_back(gaps.in(lang));
  if (question.kind == QuestionKind::judge)
    out.options.push_back(say(lang, Text{"对（T）或错（F）", "true (T) or false (F)"}));
  out.in_words =
      question.kind == QuestionKind::blank || question.kind == QuestionKind::short_answer;
  return out;
}

PrintedPaper printed(const PaperToPrint& paper, const Organisation& organisation, Lang lang) {
  const ExamForm& form = *paper.form;
  const Person& person = *paper.person;
  const FormKey& key = form.recorded.key;
  const Branch* branch = organisation.find_branch(key.branch);
  PrintedPaper out;
  out.title = say(lang,
                  is_make_up(key.paper) ? Text{"{0}（{1} 补考）", "{0} ({1}, make-up)"}
                                        : Text{"{0}（{1}）", "{0} ({1})"},
                  form.paper.title, to_string(key.paper.quarter));
  out.facts =
      say(lang, Text{"{0} 分钟，满分 {1}，及格 {2}", "{0} minutes, {1} points, {2} to pass"},
          form.paper.minutes, form.paper.full().shortest(), form.paper.pass.shortest());
  out.whose =
      say(lang, Text{"{0} {1}（{2}），第 {3} 套，卷号 {4}", "{0} {1} ({2}), form {3}, code {4}"},
          branch ? branch->name : same(key.branch), person.name, person.id, key.form, key.name);
  std::size_t number = 0;
  for (const ShownQuestion& shown : shown_to(form, person.id)) {
    const FormQuestion& asked = form.questions[shown.index];
    while (out.sections.size() <= asked.section)
      out.sections.push_back(
          {section_heading(form.paper.sections[out.sections.size()], out.sections.size()).in(lang),
           {}});
    out.sections[asked.section].questions.push_back(
        printed(asked, shown, ++number, paper.with_ids, lang));
  }
  for (const std::string& promise : form.promised)
    out.foot.push_back(promise_words(promise).in(lang));
  return out;
}

std::string sheet_title(const PrintedPaper& paper, Lang lang) {
  return say(lang, Text{"答题卡：{0}", "Answer sheet: {0}"}, paper.title);
}

std::string md(std::string_view text) {
  return markdown_text(visible_lines(text));
}

// Markdown makes one blank of several, unless they are such as do not break.
std::string md_with_blanks(std::string text) {
  constexpr std::string_view two = "  ";
  constexpr std::string_view unbroken = "\u00a0\u00a0";
  for (auto at = text.find(two); at != std::string::npos; at = text.find(two, at))
    text.replace(at, two.size(), unbroken);
  return md(text);
}

void add_markdown(std::string& out, const PrintedPaper& paper, Lang lang) {
  out += "# " + md(paper.title) + "\n\n" + md(paper.whose) + "\n\n" + md(paper.facts) + "\n";
  for (const PrintedSection& section : paper.sections) {
    out += "\n## " + md(section.heading) + "\n";
    for (const PrintedQuestion& question : section.questions) {
      out += "\n" + std::to_string(question.number) + "\\. " + md_with_blanks(question.stem) +
             (question.ref.empty() ? "" : " (" + md(question.ref) + ")") + "\n";
      for (const std::string& option : question.options)
        out += "\n   " + md_with_blanks(option) + "\n";
    }
  }
  for (const std::string& line : paper.foot) out += "\n" + md(line) + "\n";
  out += "\n---\n\n# " + md(sheet_title(paper, lang)) + "\n\n" + md(paper.whose) + "\n\n";
  out += say(lang, Text{"| 题号 | 答案 |\n| ---: | --- |\n", "| no. | answer |\n| ---: | --- |\n"});
  for (const PrintedSection& section : paper.sections)
    for (const PrintedQuestion& question : section.questions)
      out += "| " + std::to_string(question.number) + " |  |\n";
}

std::string element(const char* name, std::string_view text) {
  return "<" + std::string(name) + ">" + html_text(text) + "</" + name + ">\n";
}

void add_html_sheet(std::string& out, const PrintedPaper& paper, Lang lang) {
  out += "<section>\n" + element("h1", sheet_title(paper, lang)) + element("p", paper.whose) +
         "<div class=\"boxes\">\n";
  for (const PrintedSection& section : paper.sections)
    for (const PrintedQuestion& question : section.questions)
      out += std::string("<div class=\"") + (question.in_words ? "words" : "box") + "\">" +
             std::to_string(question.number) + "</div>\n";
  out += "</div>\n</section>\n";
}

void add_html(std::string& out, const PrintedPaper& paper, Lang lang) {
  out += "<section>\n" + element("h1", paper.title) + element("p", paper.whose) +
         element("p", paper.facts);
  for (const PrintedSection& section : paper.sections) {
    out += element("h2", section.heading);
    for (const PrintedQuestion& question : section.questions) {
      out += "<div class=\"question\">\n<p>" + std::to_string(question.number) + ". " +
             html_text(question.stem) +
             (question.ref.empty() ? "" : " <small>" + html_text(question.ref) + "</small>") +
             "</p>\n";
      for (const std::string& option : question.options) out += element("p", option);
      out += "</div>\n";
    }
  }
  for (const std::string& line : paper.foot) out += element("footer", line);
  out += "</section>\n";
  add_html_sheet(out, paper, lang);
}

constexpr const char* paper_style =
    "body { font-family: serif; max-width: 46em; margin: auto; }\n"
    "section { break-after: page; }\n"
    ".question { break-inside: avoid; }\n"
    ".question p { margin: .2em 0; white-space: pre-wrap; }\n"
    ".question p + p { margin-left: 2em; }\n"
    ".boxes { display: flex; flex-wrap: wrap; gap: .5em; }\n"
    ".box { width: 5em; height: 2em; border: 1px solid; padding: .1em .3em; }\n"
    "footer { margin-top: 2em; overflow-wrap: anywhere; }\n"
    ".words { width: 100%; height: 6em; border: 1px solid; padding: .1em .3em; }\n";

}  // namespace

std::string paper_markdown(const std::vector<PaperToPrint>& papers,
                           const Organisation& organisation, Lang lang) {
  std::string out;
  for (const PaperToPrint& paper : papers) {
    if (!out.empty()) out += "\n---\n\n";
    add_markdown(out, printed(paper, organisation, lang), lang);
  }
  return out;
}

std::string paper_html(const std::vector<PaperToPrint>& papers, const Organisation& organisation,
                       Lang lang) {
  HtmlPage page{papers.empty() ? std::string() : papers.front().form->paper.title.in(lang),
                paper_style,
                {},
                {}};
  for (const PaperToPrint& paper : papers)
    add_html(page.body, printed(paper, organisation, lang), lang);
  return html_page(page, lang);
}

Phrase section_heading(const PaperSection& section, std::size_t index) {
  const Phrase title = section.title.empty() ? phrase(wording(section.kind)) : section.title;
  const Phrase number =
      index < chinese_numbers.size()
          ? Phrase{std::string(chinese_numbers[index]) + "、", std::to_string(index + 1) + ". "}
          : same(std::to_string(index + 1) + ". ");
  const Phrase heading = phrase(Text{"{0}{1}（{2} 题，每题 {3} 分", "{0}{1} ({2} × {3} points"},
                                number, title, section.count(), section.points.shortest());
  if (section.kind != QuestionKind::multiple) return phrase(Text{"{0}）", "{0})"}, heading);
  return phrase(Text{"{0}；{1}）", "{0}; {1})"}, heading, marking_words(section.marking));
}

}  // namespace sihu
