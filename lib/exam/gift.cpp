#include "exam/gift.hpp"

#include "base/utf8.hpp"
#include "exam/choice_weights.hpp"
#include "exam/gift_text.hpp"
#include "exam/html_text.hpp"
#include "gate/encoding.hpp"
#include "gate/sheet_cell.hpp"

#include <algorithm>
#include <optional>

namespace sihu {
namespace {

constexpr std::size_t most_choices = 8;
constexpr std::size_t fewest_choices = 2;
constexpr std::string_view category = "$CATEGORY:";

// One question as it stands in the text: its lines, the comments among them, and where it begins.
struct Block {
  std::string text;
  std::string comment;
  int line = 0;
  std::vector<int> lines = {};  // of `text`, where each stands in the file

  int line_at(std::size_t offset) const {
    return lines[static_cast<std::size_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'))];
  }
};

// One `=right` or `~wrong`.
struct Option {
  bool right_mark = false;         ///< `=`
  std::optional<Rational> weight;  ///< between `%`

  /// Percent that choosing it is worth.
  Rational worth() const { return weight.value_or(right_mark ? 100 : 0); }
  std::string text;
};

bool is_true(std::string_view text) {
  return text == "T" || text == "TRUE";
}

bool is_false(std::string_view text) {
  return text == "F" || text == "FALSE";
}

class GiftReader {
 public:
  GiftReader(const Source& source, QuestionIds& ids) : source_(source), ids_(ids) {}

  Result<ImportedBank> read() {
    for (const Block& block : blocks()) question(block);
    if (faults_.empty() && read_.bank.questions.empty())
      faults_.push_back({{source_.name(), 1, 1},
                         "no-questions",
                         phrase(Text{"文件里没有题目", "there is no question in this file"})});
    if (!faults_.empty()) return fail(Kind::input, capped(std::move(faults_)));
    return std::move(read_);
  }

 private:
  // Questions end at an empty line; lines of comment stand anywhere in them or right before.
  std::vector<Block> blocks() const {
    std::vector<Block> found;
    std::string comment;
    bool open = false;
    int number = 0;
    for (std::string_view rest = source_.text(); !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string line = trimmed_cell(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      ++number;
      if (line.starts_with("//")) {
        (open ? found.back().comment : comment) += line;
      } else if (line.empty()) {
        open = false;
        comment.clear();
      } else {
        if (!open || line.starts_with(category)) found.push_back({"", comment, number});
        open = !line.starts_with(category);
        if (open) comment.clear();
        found.back().text += (found.back().text.empty() ? "" : "\n") + line;
        found.back().lines.push_back(number);
      }
    }
    return found;
  }

  void fault(const Block& block, std::string name, Phrase what) {
    faults_.push_back(
        source_.fault({source_.name(), block.line, 1}, 1, std::move(name), std::move(what)));
  }

  void question(const Block& block) {
    std::string_view text = block.text;
    if (text.starts_with(category)) {
      topic_ = topic_of(plain_of_gift(text.substr(category.size())));
      return;
    }
    lost_ = {};
    picture_ = feedback_ = formatting_ = false;
    BankQuestion question;
    question.topic = topic_;
    question.place = {source_.name(), block.line, 1};
    const std::string name = take_name(text);
    const std::size_t open = find_bare(text, "{}");
    if (open == std::string_view::npos)
      return fault(block, "no-answers",
                   phrase(Text{"没有 {{答案}}，不是题目", "no {{answers}}: this is no question"}));
    const std::size_t close = find_bare(text, "{}", open + 1);
    const bool closes = text[open] == '{' && close != std::string_view::npos && text[close] == '}';
    if (closes && is_followed(block, text, close)) return;
    if (!closes || find_bare(text, "{}", close + 1) != std::string_view::npos)
      return fault(block, "braces-do-not-match",
                   phrase(Text{"花括号不成对", "the braces do not match"}));
    take_stem(text.substr(0, open), std::string(text.substr(close + 1)), question);
    if (is_blank(question.stem.zh))
      return fault(block, "empty-text",
                   phrase(Text{"{0} 不能是空的", "{0} must not be empty"}, "stem"));
    if (!answers(block, text.substr(open + 1, close - open - 1), question)) return;
    finish(block, name, question);
    read_.bank.questions.push_back(std::move(question));
  }

  // Whether another question stands right below the `}` at `close`, with answers of its own: it is
  // said where it begins.
  bool is_followed(const Block& block, std::string_view text, std::size_t close) {
    const std::size_t end = text.find('\n', close);
    const std::size_t open = find_bare(text, "{}", close + 1);
    if (open == std::string_view::npos || end > open || text[open] != '{') return false;
    const int line = block.line_at(block.text.size() - text.size() + end + 1);
    faults_.push_back(source_.fault(
        {source_.name(), line, 1}, 1, "no-blank-line",
        phrase(Text{"这里开始了另一题，它前面要有一个空行",
                    "another question begins here: there must be an empty line before it"})));
    return true;
  }

  // A text for people; `[html]` before it says that it is a page. Without such a word it is what
  // the question is.
  std::string words(std::string_view text) {
    bool html = html_;
    for (const std::string_view format : {"[html]", "[markdown]", "[moodle]", "[plain]"})
      if (text.starts_with(format)) {
        text.remove_prefix(format.size());
        html = format == "[html]";
        break;
      }
    const std::string written = plain_of_gift(trimmed_cell(text));
    if (!html) return written;
    PlainOfHtml read = plain_of_html(written);
    picture_ = picture_ || read.picture;
    formatting_ = formatting_ || read.formatting;
    return std::move(read.text);
  }

  // Words behind the answers make a gap of them.
  void take_stem(std::string_view before, const std::string& behind, BankQuestion& question) {
    const auto text = before.find_first_not_of(" \t\n");
    if (text != std::string_view::npos) before.remove_prefix(text);
    html_ = before.starts_with("[html]");
    const std::string start = words(before);
    if (is_blank(behind)) {
      question.stem = same(start);
      return;
    }
    const auto blank_at = [](char c) { return c == ' ' || c == '\n' ? " " : ""; };
    const char* left = start.empty() ? "" : blank_at(before.back());
    question.stem = same(start + left + "____" + blank_at(behind.front()) + words(behind));
  }

  // The name between `::`, which `text` loses.
  static std::string take_name(std::string_view& text) {
    if (!text.starts_with("::")) return {};
    const std::size_t end = text.find("::", 2);
    if (end == std::string_view::npos) return {};
    std::string name = plain_of_gift(trimmed_cell(text.substr(2, end - 2)));
    text.remove_prefix(end + 2);
    return name;
  }

  // Its id, its tags, and what of it is not taken along.
  void finish(const Block& block, const std::string& name, BankQuestion& question) {
    const auto ids = gift_tokens(block.comment, "id");
    const std::string& wanted = ids.empty() ? name : ids.front();
    question.id = ids_.give(wanted);
    lost_.add_words(!wanted.empty() && wanted != question.id,
                    phrase(Text{"原来的编号 {0}", "its id {0}"}, wanted));
    lost_.add_words(!ids.empty() && !name.empty() && name != ids.front(),
                    phrase(Text{"名称 {0}", "its name {0}"}, name));
    for (const std::string& tag : gift_tokens(block.comment, "tag"))
      lost_.add_words(!take_tag(tag, question), phrase(Text{"标签 {0}", "the tag {0}"}, tag));
    lost_.add(feedback_, {"对各个答案的反馈", "feedback to single answers"});
    lost_.add(formatting_, {"版式", "formatting"});
    lost_.add(picture_, {"图片（先作草稿）", "a picture (so it is a draft)"});
    question.draft = question.draft || picture_;
    if (!lost_.empty()) read_.losses.push_back({question.place, question.id, false, lost_.words()});
  }

  // False, with a fault, when a bank has no such question.
  bool answers(const Block& block, std::string_view text, BankQuestion& question) {
    const std::size_t general = find_general(text);
    if (general != std::string_view::npos) {
      question.explanation = same(words(trimmed_cell(text.substr(general + 4))));
      if (is_blank(question.explanation.zh)) question.explanation = {};
      text = text.substr(0, general);
    }
    const std::string all = trimmed_cell(text);
    const std::string word = trimmed_cell(all.substr(0, std::min(find_bare(all, "#"), all.size())));
    if (all.empty()) {
      question.kind = QuestionKind::short_answer;
      return true;
    }
    if (all.front() == '#')
      return refuse(block, "number-answer", {"数值题", "a numerical question"});
    feedback_ = find_bare(all, "#") != std::string_view::npos;
    if (is_true(word) || is_false(word)) {
      question.kind = QuestionKind::judge;
      question.key = is_true(word) ? "T" : "F";
      return true;
    }
    return options(block, all, question);
  }

  static std::size_t find_general(std::string_view text) {
    for (std::size_t at = find_bare(text, "#"); at != std::string_view::npos;
         at = find_bare(text, "#", at + 1))
      if (text.substr(at).starts_with("####")) return at;
    return std::string_view::npos;
  }

  bool refuse(const Block& block, std::string name, Text what) {
    fault(
        block, std::move(name),
        phrase(Text{"题库里没有这样的题：{0}", "a bank has no such question: {0}"}, phrase(what)));
    return false;
  }

  bool options(const Block& block, std::string_view text, BankQuestion& question) {
    std::vector<Option> options;
    if (find_bare(text, "=~") != 0)
      return refuse(block, "no-marks", {"答案前没有 = 或 ~", "answers without = or ~"});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(find_bare(text, "=~", at + 1), text.size());
      options.push_back(option(text[at] == '=', text.substr(at + 1, end - at - 1)));
      at = end;
    }
    for (const Option& one : options)
      if (is_blank(one.text)) return refuse(block, "empty-text", {"空的选项", "an empty choice"});
    const bool all_right = std::ranges::all_of(options, &Option::right_mark);
    return all_right ? accepted(block, options, question) : choices(block, options, question);
  }

  Option option(bool right, std::string_view text) {
    Option one;
    one.right_mark = right;
    text = text.substr(0, std::min(find_bare(text, "#"), text.size()));
    const std::string trimmed = trimmed_cell(text);
    text = trimmed;
    const std::size_t end = text.starts_with('%') ? text.find('%', 1) : std::string_view::npos;
    if (end != std::string_view::npos) one.weight = Rational::parse(text.substr(1, end - 1), 9);
    if (one.weight) text.remove_prefix(end + 1);
    one.text = words(trimmed_cell(text));
    return one;
  }

  bool accepted(const Block& block, const std::vector<Option>& options, BankQuestion& question) {
    question.kind = QuestionKind::blank;
    question.blanks.emplace_back();
    for (const Option& one : options) {
      if (one.text.find("->") != std::string::npos)
        return refuse(block, "matching", {"连线题", "matching"});
      if (one.worth() != 100) return refuse_partial(block);
      std::string accepted = one.text;
      if (!take_wildcard_escapes(accepted))
        return refuse(block, "wildcard",
                      {"答案里有 *，代表任意文字", "* in an answer, for any text"});
      question.blanks.front().push_back(std::move(accepted));
    }
    return true;
  }

  bool refuse_partial(const Block& block) {
    return refuse(block, "partly-right", {"答案只算部分正确", "an answer that is partly right"});
  }

  bool choices(const Block& block, const std::vector<Option>& options, BankQuestion& question) {
    if (options.size() < fewest_choices || options.size() > most_choices)
      return refuse(block, "number-of-choices",
                    {"选项少于2个或多于8个", "fewer than two choices, or more than eight"});
    const auto marked = std::ranges::count_if(options, &Option::right_mark);
    std::vector<Rational> percents;
    for (const Option& one : options) {
      percents.push_back(one.worth());
      const bool wrong = one.worth() <= 0;
      if (marked > 0 && !one.right_mark && !wrong) return refuse_partial(block);
      if (one.right_mark && one.worth() != 100) return refuse_partial(block);
      const std::string letter(1, static_cast<char>('A' + question.choices.size()));
      question.choices.push_back({letter, same(one.text), false});
      if (one.right_mark || (marked == 0 && !wrong)) question.key += letter;
    }
    if (question.key.empty())
      return refuse(block, "missing-key", {"没有正确选项", "no right choice"});
    question.kind = marked == 1 ? QuestionKind::single : QuestionKind::multiple;
    add_lost_weights(question, percents, lost_);
    return true;
  }

  const Source& source_;
  QuestionIds& ids_;
  std::string topic_;
  LossList lost_;      // of the question that is being read
  bool html_ = false;  // it says so of itself
  bool feedback_ = false;
  bool formatting_ = false;
  bool picture_ = false;
  ImportedBank read_;
  std::vector<Fault> faults_;
};

}  // namespace

Result<ImportedBank> read_gift(std::string_view text, std::string_view name, QuestionIds& ids) {
  const Source source(without_bom(text), name);
  if (auto faults = check_characters(source); !faults.empty())
    return fail(Kind::input, std::move(faults));
  return GiftReader(source, ids).read();
}

}  // namespace sihu
