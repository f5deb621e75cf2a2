#include "exam/moodle_xml.hpp"

#include "base/utf8.hpp"
#include "exam/choice_weights.hpp"
#include "exam/html_text.hpp"
#include "gate/encoding.hpp"
#include "gate/sheet_cell.hpp"
#include "gate/xml.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sihu {
namespace {

constexpr std::size_t most_choices = 8;
constexpr std::size_t fewest_choices = 2;

// Types that a bank has no question for; any other is named as it is written.
struct ForeignType {
  std::string_view type;
  Text what;
};

const std::array<ForeignType, 9>& foreign_types() {
  static const std::array<ForeignType, 9> types{{
      {"matching", {"连线题", "matching"}},
      {"match", {"连线题", "matching"}},
      {"numerical", {"数值题", "a numerical question"}},
      {"calculated", {"计算题", "a calculated question"}},
      {"calculatedsimple", {"计算题", "a calculated question"}},
      {"calculatedmulti", {"计算题", "a calculated question"}},
      {"multianswer", {"完形题（cloze）", "a cloze question"}},
      {"cloze", {"完形题（cloze）", "a cloze question"}},
      {"description", {"说明文字", "a description"}},
  }};
  return types;
}

// One `<answer>`.
struct MoodleAnswer {
  std::string text;
  Rational fraction;
};

class MoodleReader {
 public:
  MoodleReader(const Source& source, QuestionIds& ids) : source_(source), ids_(ids) {}

  Result<ImportedBank> read(const XmlElement& quiz) {
    if (quiz.name != "quiz")
      fault(quiz, "not-moodle",
            phrase(Text{"最外面的元素应是 quiz，实际是 {0}",
                        "expected quiz as the outermost element, found {0}"},
                   visible(quiz.name)));
    else
      for (const XmlElement& element : quiz.children)
        if (element.name == "question") question(element);
    if (faults_.empty() && read_.bank.questions.empty())
      fault(quiz, "no-questions",
            phrase(Text{"文件里没有题目", "there is no question in this file"}));
    if (!faults_.empty()) return fail(Kind::input, capped(std::move(faults_)));
    return std::move(read_);
  }

 private:
  void fault(const XmlElement& at, std::string name, Phrase what) {
    const auto width = static_cast<int>(std::max<std::size_t>(count_code_points(at.name), 1));
    faults_.push_back(source_.fault(at.place, width, std::move(name), std::move(what)));
  }

  bool refuse_words(const XmlElement& at, std::string name, const Phrase& what) {
    fault(at, std::move(name),
          phrase(Text{"题库里没有这样的题：{0}", "a bank has no such question: {0}"}, what));
    return false;
  }

  bool refuse(const XmlElement& at, std::string name, Text what) {
    return refuse_words(at, std::move(name), phrase(what));
  }

  // The text of `parent/child/text`, or of `parent/child` where Moodle writes no `<text>`.
  static std::string raw_of(const XmlElement& parent, std::string_view child) {
    const XmlElement* element = parent.find(child);
    if (!element) return {};
    const XmlElement* text = element->find("text");
    return trimmed_cell(text ? text->text : element->text);
  }

  // Words for people; a page is brought down to them.
  std::string words_of(const XmlElement& element) {
    const XmlElement* text = element.find("text");
    std::string written = trimmed_cell(text ? text->text : element.text);
    picture_ = picture_ || element.find("file");
    const std::string_view format = element.attribute("format");
    if (format == "plain_text" || format == "markdown") return written;
    if (format == "moodle_auto_format" && written.find('<') == std::string::npos) return written;
    PlainOfHtml read = plain_of_html(written);
    formatting_ = formatting_ || read.formatting;
    picture_ = picture_ || read.picture;
    return std::move(read.text);
  }

  std::string words_of(const XmlElement& parent, std::string_view child) {
    const XmlElement* element = parent.find(child);
    return element ? words_of(*element) : std::string();
  }

  void question(const XmlElement& element) {
    const std::string_view type = element.attribute("type");
    if (type == "category") {
      topic_ = topic_of(raw_of(element, "category"));
      return;
    }
    lost_ = {};
    picture_ = formatting_ = false;
    BankQuestion made;
    made.topic = topic_;
    made.place = element.place;
    made.stem = same(words_of(element, "questiontext"));
    made.explanation = same(words_of(element, "generalfeedback"));
    if (is_blank(made.explanation.zh)) made.explanation = {};
    if (!answers(element, type, made)) return;
    if (is_blank(made.stem.zh))
      return fault(element, "empty-text",
                   phrase(Text{"{0} 不能是空的", "{0} must not be empty"}, "questiontext"));
    take_facts(element, made);
    read_.bank.questions.push_back(std::move(made));
  }

  bool answers(const XmlElement& element, std::string_view type, BankQuestion& made) {
    if (type == "essay") return essay(element, made);
    if (type != "multichoice" && type != "truefalse" && type != "shortanswer")
      return refuse_type(element, type);
    std::vector<MoodleAnswer> all;
    if (!read_answers(element, type, all)) return false;
    if (type == "multichoice") return choices(element, all, made);
    return type == "truefalse" ? judge(element, all, made) : accepted(element, all, made);
  }

  bool refuse_type(const XmlElement& element, std::string_view type) {
    for (const ForeignType& foreign : foreign_types())
      if (foreign.type == type) return refuse(element, "foreign-type", foreign.what);
    return refuse_words(element, "foreign-type", same(visible(type.substr(0, 64))));
  }

  bool read_answers(const XmlElement& element, std::string_view type,
                    std::vector<MoodleAnswer>& all) {
    bool feedback = false;
    for (const XmlElement& answer : element.children) {
      if (answer.name != "answer") continue;
      const auto fraction = Rational::parse(answer.attribute("fraction"), 9);
      if (!fraction) {
        fault(answer, "no-fraction",
              phrase(Text{"答案的 fraction 应是百分数", "expected a percentage as fraction"}));
        return false;
      }
      const bool page = type == "multichoice";
      const std::string text = page ? words_of(answer) : raw_text(answer);
      if (is_blank(text)) return refuse(answer, "empty-text", {"空的选项", "an empty answer"});
      all.push_back({text, *fraction});
      feedback = feedback || !is_blank(raw_of(answer, "feedback"));
    }
    lost_.add(feedback, {"对各个答案的反馈", "feedback to single answers"});
    return true;
  }

  static std::string raw_text(const XmlElement& answer) {
    const XmlElement* text = answer.find("text");
    return trimmed_cell(text ? text->text : answer.text);
  }

  bool choices(const XmlElement& element, const std::vector<MoodleAnswer>& all,
               BankQuestion& made) {
    if (all.size() < fewest_choices || all.size() > most_choices)
      return refuse(element, "number-of-choices",
                    {"选项少于2个或多于8个", "fewer than two choices, or more than eight"});
    const std::string single = raw_of(element, "single");
    const bool one = single != "false" && single != "0";
    std::vector<Rational> percents;
    for (const MoodleAnswer& answer : all) {
      const std::string letter(1, static_cast<char>('A' + made.choices.size()));
      const bool is_right = answer.fraction > Rational(0);
      made.choices.push_back({letter, same(answer.text), false});
      if (one && is_right && answer.fraction != Rational(100)) return refuse_partial(element);
      percents.push_back(answer.fraction);
      if (is_right) made.key += letter;
    }
    if (made.key.empty())
      return refuse(element, "missing-key", {"没有正确选项", "no right choice"});
    if (one && made.key.size() > 1)
      return refuse(element, "bad-key",
                    {"单选题有几个正确选项", "a single choice with several right choices"});
    made.kind = one ? QuestionKind::single : QuestionKind::multiple;
    const std::string shuffle = raw_of(element, "shuffleanswers");
    made.shuffle = shuffle != "false" && shuffle != "0";
    add_lost_weights(made, percents, lost_);
    return true;
  }

  bool refuse_partial(const XmlElement& element) {
    return refuse(element, "partly-right", {"答案只算部分正确", "an answer that is partly right"});
  }

  bool judge(const XmlElement& element, const std::vector<MoodleAnswer>& all, BankQuestion& made) {
    made.kind = QuestionKind::judge;
    for (const MoodleAnswer& answer : all)
      if (answer.fraction == Rational(100)) made.key += answer.text == "true" ? "T" : "F";
    if (made.key.size() == 1) return true;
    return refuse(element, "missing-key",
                  {"对、错中应有一个是正确答案", "exactly one of true and false must be right"});
  }

  bool accepted(const XmlElement& element, const std::vector<MoodleAnswer>& all,
                BankQuestion& made) {
    made.kind = QuestionKind::blank;
    made.blanks.emplace_back();
    bool wrong = false;
    for (const MoodleAnswer& answer : all) {
      wrong = wrong || answer.fraction <= Rational(0);
      if (answer.fraction <= Rational(0)) continue;
      if (answer.fraction != Rational(100)) return refuse_partial(element);
      std::string text = answer.text;
      if (!take_wildcard_escapes(text))
        return refuse(element, "wildcard",
                      {"答案里有 *，代表任意文字", "* in an answer, for any text"});
      made.blanks.front().push_back(std::move(text));
    }
    if (made.blanks.front().empty())
      return refuse(element, "missing-key", {"没有可接受的答案", "no accepted answer"});
    lost_.add(wrong, {"错误答案", "wrong answers"});
    lost_.add(raw_of(element, "usecase") == "1", {"区分大小写", "that case matters"});
    return true;
  }

  bool essay(const XmlElement& element, BankQuestion& made) {
    made.kind = QuestionKind::short_answer;
    made.model = same(words_of(element, "graderinfo"));
    if (is_blank(made.model.zh)) made.model = {};
    const std::string files = raw_of(element, "attachments");
    lost_.add(!files.empty() && files != "0", {"要交的附件", "files to hand in"});
    lost_.add(!is_blank(raw_of(element, "responsetemplate")),
              {"作答模板", "a template to fill in"});
    return true;
  }

  // Its id, its points, its tags, and what of it is not taken along.
  void take_facts(const XmlElement& element, BankQuestion& made) {
    const std::string number = raw_of(element, "idnumber");
    const std::string name = raw_of(element, "name");
    const std::string& wanted = number.empty() ? name : number;
    made.id = ids_.give(wanted);
    lost_.add_words(!number.empty() && number != made.id,
                    phrase(Text{"原来的编号 {0}", "its id {0}"}, number));
    const bool says_more =
        !name.empty() && name != made.id && name != number && !made.stem.zh.starts_with(name);
    lost_.add_words(says_more, phrase(Text{"名称 {0}", "its name {0}"}, name));
    take_points(raw_of(element, "defaultgrade"), made);
    if (const XmlElement* tags = element.find("tags"))
      for (const XmlElement& tag : tags->children) {
        const std::string text = raw_text(tag);
        lost_.add_words(!take_tag(text, made), phrase(Text{"标签 {0}", "the tag {0}"}, text));
      }
    lost_.add(element.find("hint") != nullptr, {"提示", "hints"});
    lost_.add(formatting_, {"版式", "formatting"});
    lost_.add(picture_, {"图片（先作草稿）", "a picture (so it is a draft)"});
    made.draft = made.draft || picture_ || raw_of(element, "hidden") == "1";
    if (!lost_.empty()) read_.losses.push_back({made.place, made.id, false, lost_.words()});
  }

  void take_points(const std::string& text, BankQuestion& made) {
    if (text.empty()) return;
    const auto exact = Rational::parse(text, 9);
    const auto points = exact ? exact->to_places(2) : Rational(0);
    const bool good = exact && points > Rational(0);
    if (good) made.points = points;
    lost_.add_words(!good || points != *exact,
                    phrase(Text{"分值 {0}", "its points {0}"}, visible(text)));
  }

  const Source& source_;
  QuestionIds& ids_;
  std::string topic_;
  LossList lost_;  // of the question that is being read
  bool formatting_ = false;
  bool picture_ = false;
  ImportedBank read_;
  std::vector<Fault> faults_;
};

}  // namespace

Result<ImportedBank> read_moodle_xml(std::string_view text, std::string_view name,
                                     QuestionIds& ids) {
  const auto root = read_xml(text, name);
  if (!root) return tl::unexpected(root.error());
  const Source source(without_bom(text), name);
  return MoodleReader(source, ids).read(*root);
}

}  // namespace sihu
