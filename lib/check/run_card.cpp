#include "base/utf8.hpp"
#include "check/explain.hpp"
#include "check/run.hpp"
#include "wording/number.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {

namespace {

constexpr int indent = 2;

// `  label：text`, wrapped, with what follows hanging under the text.
void add_line(std::string& card, const std::string& label, const std::string& text, int columns) {
  if (text.empty()) return;
  const int hang = indent + display_width(label);
  const auto lines = wrap(visible(text), std::max(columns - hang, 20));
  for (std::size_t i = 0; i < lines.size(); ++i)
    card += (i == 0 ? std::string(indent, ' ') + label
                    : std::string(static_cast<std::size_t>(hang), ' ')) +
            lines[i] + "\n";
}

// Lines that were indented for a card of any width, to this one's.
void add_lines(std::string& card, std::string_view lines, int columns) {
  while (!lines.empty()) {
    const auto line = lines.substr(0, lines.find('\n'));
    add_line(card, "", std::string(line.substr(line.find_first_not_of(' '))), columns);
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
  }
}

std::string joined(const std::vector<Phrase>& phrases, Lang lang) {
  std::string text;
  for (const auto& each : phrases)
    text += (text.empty() ? "" : lang == Lang::zh ? "；" : "; ") + each.in(lang);
  return text;
}

std::string basis_line(const Item& item, const Basis& basis, Lang lang) {
  const auto& title = basis.title.in(lang).empty() ? basis.law : basis.title.in(lang);
  const auto status = basis.status == SourceStatus::none ? item.status : basis.status;
  const auto& article = basis.article.in(lang);
  auto line = title + (article.empty() ? "" : (lang == Lang::zh ? "" : " ") + article);
  if (status != SourceStatus::none)
    line += say(lang, Text{"（核对状态：{0}）", " (source: {0})"}, wording(status));
  return line;
}

std::string target_line(const Target& target, Lang lang) {
  std::string text = target_words(target).in(lang);
  if (target.proportional)
    text += say(lang, Text{"，不足按比例给分", ", in proportion below that"});
  return text;
}

void add_rules(std::string& card, const Item& item, Lang lang, int columns) {
  const auto rules = listed_rules(item);
  const auto label = say(lang, Text{"扣分：", "deduct: "});
  for (std::size_t i = 0; i < rules.size(); ++i)
    add_line(card,
             i == 0 ? label : std::string(static_cast<std::size_t>(display_width(label)), ' '),
             std::to_string(i + 1) + ") " + rules[i].id + "  " + rules[i].words.in(lang), columns);
}

std::string evidence_line(const Item& item, Lang lang) {
  auto text = joined(item.evidence, lang);
  if (item.evidence_required)
    text += say(lang, text.empty() ? Text{"须附文件才能通过", "a file is needed to pass"}
                                   : Text{"（须附文件才能通过）", " (a file is needed to pass)"});
  return text;
}

std::string head_line(const Item& item, Lang lang) {
  auto line = say(lang, Text{"{0}  {1}（{2} 分）", "{0}  {1} ({2} points)"}, item.id, item.title,
                  item.points.shortest());
  if (item.veto) line += say(lang, Text{"  一票否决", "  veto"});
  return visible(line);
}

// What the records say, the rows behind it, and what Enter does with it.
void add_offer(std::string& card, const RecordOffer& offer, Lang lang, int columns) {
  for (const Phrase& line : offer_lines(offer)) add_line(card, "", line.in(lang), columns);
  if (offer.answer)
    add_line(card, "", say(lang, Text{"回车：{0}", "Enter: {0}"}, describe(*offer.answer)),
             columns);
}

// An answer with its note.
Phrase said(const Answer& answer) {
  if (answer.note.empty()) return describe(answer);
  return phrase(Text{"{0}，{1}", "{0}, {1}"}, describe(answer), visible(answer.note));
}

// One sign for how an item stands, as the list shows it.
std::string_view sign_of(const std::vector<GivenAnswer>& standing) {
  const auto& answer = standing.back().answer;
  const bool conflict = std::ranges::any_of(
      standing, [&](const GivenAnswer& given) { return !judges_alike(given.answer, answer); });
  if (conflict) return "!";
  switch (answer.verdict) {
    case Verdict::pass:
      return "+";
    case Verdict::fail:
      return "x";
    case Verdict::na:
      return "/";
    case Verdict::deduct:
      return "-";
    case Verdict::value:
      break;
  }
  return "#";
}

}  // namespace

std::string progress_bar(int done, int total, int cells) {
  const int filled = total == 0 ? cells : done * cells / total;
  std::string bar = "[";
  for (int i = 0; i < cells; ++i) bar += i < filled ? "#" : "·";
  return bar + "] " + std::to_string(done) + "/" + std::to_string(total);
}

std::string item_card(const Item& item, Lang lang, int columns) {
  std::string card = head_line(item, lang) + "\n";
  add_line(card, say(lang, Text{"标准：", "standard: "}), item.standard.in(lang), columns);
  add_line(card, say(lang, Text{"方法：", "method: "}), joined(item.method, lang), columns);
  for (const auto& basis : item.basis)
    add_line(card, say(lang, Text{"依据：", "basis: "}), basis_line(item, basis, lang), columns);
  if (item.basis.empty() && item.status != SourceStatus::none)
    add_line(card, say(lang, Text{"核对状态：", "source: "}),
             std::string(wording(item.status).in(lang)), columns);
  add_line(card, say(lang, Text{"本单位规定：", "our own part: "}), item.local_part.in(lang),
           columns);
  add_line(card, say(lang, Text{"注意：", "note: "}), item.note.in(lang), columns);
  if (item.target)
    add_line(card, say(lang, Text{"计数：", "count: "}), target_line(*item.target, lang), columns);
  add_rules(card, item, lang, columns);
  add_line(card, say(lang, Text{"须看：", "look at: "}), evidence_line(item, lang), columns);
  return card;
}

Phrase Run::said_before() const {
  Phrase lines;
  const auto add = [&](const Phrase& line) {
    lines.zh += "  " + line.zh + "\n";
    lines.en += "  " + line.en + "\n";
  };
  if (const auto before = scene_.previous.find(item().id); before != scene_.previous.end()) {
    const auto& [quarter, answer] = before->second;
    add(phrase(Text{"上次（{0}）：{1}", "last time ({0}): {1}"}, to_string(quarter), said(answer)));
  }
  if (const auto old = outdated_.find(item().id); old != outdated_.end())
    add(phrase(Text{"检查表改了，须重新作答；原答案：{0}",
                    "the checklist changed, answer again; the old answer: {0}"},
               old->second));
  const auto standing = standing_.find(item().id);
  if (standing == standing_.end()) return lines;
  for (const auto& given : standing->second) {
    const auto* person = scene_.organisation.find_person(given.person);
    add(phrase(Text{"已有答案：{0} {1}", "answered: {0} {1}"},
               person ? person->name : same(given.person), said(given.answer)));
  }
  return lines;
}

// What waits to be recorded with the answer.
std::string Run::waiting(Lang lang, int columns) const {
  std::string text;
  add_line(text, say(lang, Text{"备注（未记）：", "note, not recorded yet: "}), note_, columns);
  if (!evidence_.empty())
    add_line(text, "",
             say(lang, Text{"佐证（未记）：{0} 个文件", "evidence, not recorded yet: {0}"},
                 counted(std::ssize(evidence_), "file")),
             columns);
  return text;
}

std::string Run::panel(Lang lang, int columns) const {
  if (items_.empty()) return {};
  auto text = item_card(item(), lang, columns);
  if (offer()) add_offer(text, *offer(), lang, columns);
  add_lines(text, said_before().in(lang), columns);
  return text + waiting(lang, columns);
}

std::vector<RunRow> Run::rows() const {
  std::vector<RunRow> rows;
  for (const auto* each : items_) {
    RunRow row{each, " ", false};
    if (const auto standing = standing_.find(each->id); standing != standing_.end()) {
      row.sign = sign_of(standing->second);
      row.is_finding = std::ranges::any_of(standing->second, [&](const GivenAnswer& given) {
        return is_finding(*each, given.answer);
      });
    }
    rows.push_back(row);
  }
  return rows;
}

Phrase Run::card() const {
  if (!fresh_ || items_.empty()) return {};
  const auto before = said_before();
  const auto in = [&](Lang lang) {
    auto card = progress_bar(done(), asked()) + "  " +
                visible(scene_.basis.checklist.title.in(lang)) + " · " +
                visible(scene_.basis.branch.name.in(lang)) + "\n";
    if (asking_ == Asking::nothing)
      return card + say(lang, Text{"各项都已作答。回车结束；j 项目 可再改\n",
                                   "every item is answered. Enter ends; j ITEM to change one\n"});
    card += item_card(item(), lang, scene_.columns);
    if (offer()) add_offer(card, *offer(), lang, scene_.columns);
    return card + before.in(lang) + waiting(lang, scene_.columns);
  };
  return {in(Lang::zh), in(Lang::en)};
}

Phrase Run::prompt() const {
  if (items_.empty() || asking_ == Asking::nothing) return same("> ");
  if (asking_ == Asking::rules)
    return phrase(Text{"{0} 按哪几条扣（如 1*2 3，回车返回）> ",
                       "{0} which rules (e.g. 1*2 3, Enter goes back)> "},
                  item().id);
  if (asking_ == Asking::existed)
    return phrase(Text{"{0} 上次检查时就有吗？y 有 n 没有 回车 不清楚> ",
                       "{0} was it there last time? y yes n no Enter unknown> "},
                  item().id);
  return phrase(Text{"{0}> ", "{0}> "}, item().id);
}

Phrase Run::list() const {
  const auto in = [&](Lang lang) {
    std::string text;
    for (const auto* each : items_) {
      const auto standing = standing_.find(each->id);
      const auto sign = standing == standing_.end() ? " " : sign_of(standing->second);
      text += (each == items_[at_] ? "> [" : "  [") + std::string(sign) + "] " + each->id + "  " +
              visible(each->title.in(lang)) + "\n";
    }
    return text + say(lang, Text{"  + 通过  - 扣分  x 不通过  # 计数  / 不适用  ! 不一致\n",
                                 "  + pass  - deduct  x fail  # value  / n/a  ! answers differ\n"});
  };
  return {in(Lang::zh), in(Lang::en)};
}

}  // namespace sihu
