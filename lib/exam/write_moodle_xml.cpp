#include "exam/moodle_xml.hpp"
#include "gate/xml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

std::string text_element(std::string_view name, std::string_view text, std::string_view indent) {
  return fmt::format("{}<{} format=\"plain_text\"><text>{}</text></{}>\n", indent, name,
                     xml_escaped(text), name);
}

std::string answer_element(std::string_view fraction, std::string_view text,
                           std::string_view format) {
  return fmt::format(
      "    <answer fraction=\"{}\" format=\"{}\"><text>{}</text><feedback><text></text></feedback>"
      "</answer>\n",
      fraction, format, xml_escaped(text));
}

std::string_view type_of(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::judge:
      return "truefalse";
    case QuestionKind::blank:
      return "shortanswer";
    case QuestionKind::short_answer:
      return "essay";
    case QuestionKind::single:
    case QuestionKind::multiple:
      break;
  }
  return "multichoice";
}

// What each right option is worth, so that all of them are worth 100 percent; Moodle knows the
// shares of up to ten by five decimals.
std::string share_of(std::size_t right) {
  return right == 1 ? "100" : fmt::format("{:.5f}", 100.0 / static_cast<double>(right));
}

std::string choices_of(const BankQuestion& question, Lang lang) {
  const bool single = question.kind == QuestionKind::single;
  std::string text = fmt::format("    <single>{}</single>\n", single);
  text += fmt::format("    <shuffleanswers>{}</shuffleanswers>\n", question.shuffle);
  text += "    <answernumbering>ABCD</answernumbering>\n";
  for (const Choice& choice : question.choices) {
    const bool right = question.key.find(choice.letter) != std::string::npos;
    const std::string fraction = right ? share_of(question.key.size()) : single ? "0" : "-100";
    text += answer_element(fraction, choice.text.in(lang), "plain_text");
  }
  return text;
}

std::string answers_of(const BankQuestion& question, Lang lang) {
  std::string text;
  switch (question.kind) {
    case QuestionKind::single:
    case QuestionKind::multiple:
      return choices_of(question, lang);
    case QuestionKind::judge:
      for (const bool value : {true, false})
        text += answer_element((question.key == "T") == value ? "100" : "0",
                               value ? "true" : "false", "moodle_auto_format");
      return text;
    case QuestionKind::blank:
      for (const std::string& accepted : question.blanks.front())
        text += answer_element("100", wildcard_escaped(accepted), "moodle_auto_format");
      return text + "    <usecase>0</usecase>\n";
    case QuestionKind::short_answer:
      break;
  }
  text = "    <responseformat>editor</responseformat>\n    <attachments>0</attachments>\n";
  return text + (question.model.empty()
                     ? ""
                     : text_element("graderinfo", question.model.in(lang), "    "));
}

// Why Moodle has no such question; empty when it has.
Phrase why_left_out(const BankQuestion& question) {
  if (question.kind != QuestionKind::blank) return {};
  if (question.blanks.size() != 1)
    return phrase(Text{"有 {0} 个空，Moodle 的填空题只能有一个",
                       "{0} gaps, where a short answer of Moodle has one"},
                  question.blanks.size());
  for (const std::string& accepted : question.blanks.front())
    if (accepted.find("\\*") != std::string::npos)
      return phrase(Text{"答案里有 \\*，Moodle 会当作 *", "\\* in an answer is * in Moodle"});
  return {};
}

std::string category_element(const std::string& topic) {
  return fmt::format(
      "  <question type=\"category\">\n    <category><text>{}</text></category>\n  </question>\n",
      xml_escaped(category_of(topic)));
}

std::string question_element(const BankQuestion& question, const std::vector<std::string>& tags,
                             Lang lang) {
  std::string text = fmt::format("  <question type=\"{}\">\n", type_of(question.kind));
  text += fmt::format("    <name><text>{}</text></name>\n", xml_escaped(question.id));
  text += text_element("questiontext", question.stem.in(lang), "    ");
  text += text_element("generalfeedback", question.explanation.in(lang), "    ");
  text += fmt::format("    <defaultgrade>{}</defaultgrade>\n", question.points.shortest());
  text += "    <hidden>0</hidden>\n";
  text += fmt::format("    <idnumber>{}</idnumber>\n", xml_escaped(question.id));
  text += answers_of(question, lang);
  if (!tags.empty()) text += "    <tags>\n";
  for (const std::string& tag : tags)
    text += fmt::format("      <tag><text>{}</text></tag>\n", xml_escaped(tag));
  if (!tags.empty()) text += "    </tags>\n";
  return text + "  </question>\n";
}

}  // namespace

ExportedBank write_moodle_xml(const Bank& bank, Lang lang) {
  ExportedBank out;
  out.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n";
  if (Phrase lost = lost_of_bank(bank); !lost.empty())
    out.losses.push_back({{}, "", false, std::move(lost)});
  std::string topic;
  for (const BankQuestion& question : bank.questions) {
    if (Phrase why = why_left_out(question); !why.empty()) {
      out.losses.push_back({question.place, question.id, true, std::move(why)});
      continue;
    }
    LossList lost;
    const auto tags = tags_of(question, bank, lang, false, lost);
    lost.add(has_blanks_around(question, lang), {"文字前后的空白", "blanks around a text"});
    if (!lost.empty()) out.losses.push_back({question.place, question.id, false, lost.words()});
    if (question.topic != topic) out.text += category_element(question.topic);
    topic = question.topic;
    out.text += question_element(question, tags, lang);
    ++out.written;
  }
  out.text += "</quiz>\n";
  return out;
}

}  // namespace sihu
