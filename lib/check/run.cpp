#include "check/run.hpp"

#include "base/utf8.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <tuple>

namespace sihu {

namespace {

Reply stay(Phrase message) {
  return {Reply::Kind::stay, std::move(message), {}, {}, false};
}

Reply wrong(Phrase message) {
  return {Reply::Kind::stay, std::move(message), {}, {}, true};
}

Reply plain(Reply::Kind kind) {
  return {kind, {}, {}, {}, false};
}

Phrase words_of(const std::vector<Objection>& objections) {
  Phrase all;
  for (const auto& objection : objections) {
    const auto line = objection.hint.empty()
                          ? objection.what
                          : phrase(Text{"{0}（{1}）", "{0} ({1})"}, objection.what, objection.hint);
    all.zh += (all.zh.empty() ? "" : "\n") + line.zh;
    all.en += (all.en.empty() ? "" : "\n") + line.en;
  }
  return all;
}

Phrase words_of(const Failure& failure) {
  std::vector<Objection> objections;
  for (const auto& fault : failure.faults)
    objections.push_back({Objection::Part::rule, fault.name, fault.what, fault.hint});
  return words_of(objections);
}

void append_words(std::string& note, std::string_view words) {
  if (words.empty()) return;
  if (!note.empty()) note += "; ";
  note += words;
}

std::optional<int> seconds_between(Instant from, Instant to) {
  const auto seconds = (to.milliseconds - from.milliseconds) / 1000;
  if (seconds < 0) return std::nullopt;  // the clock was set back
  return static_cast<int>(std::min<std::int64_t>(seconds, 10000));
}

Phrase rule_list(const Item& item) {
  const auto rules = listed_rules(item);
  Phrase list;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    list.zh += "  " + std::to_string(i + 1) + "  " + rules[i].words.zh + "\n";
    list.en += "  " + std::to_string(i + 1) + "  " + rules[i].words.en + "\n";
  }
  return list;
}

// Quit and help are heard where rules are asked for, unless a rule is called like the key.
bool leads_away(const KeyLine& line, const Item& item) {
  if (line.key != KeyName::quit && line.key != KeyName::help) return false;
  return line.rest.empty() && !parse_deduction(item, line.key == KeyName::quit ? "q" : "?");
}

}  // namespace

Run::Run(Scene scene, const CheckState& state, Instant now)
    : scene_(std::move(scene)), items_(asked_items(scene_.basis)), shown_at_(now) {
  for (const auto& [item, said] : state.items) {
    if (said.answered()) standing_[item] = said.standing;
    if (!said.outdated.empty()) outdated_[item] = describe(said.outdated.back().answer);
  }
  if (!go_on(now)) asking_ = Asking::nothing;
}

bool Run::is_answered(const Item& item) const {
  return standing_.contains(item.id);
}

int Run::done() const {
  return static_cast<int>(
      std::ranges::count_if(items_, [&](const Item* item) { return is_answered(*item); }));
}

bool Run::complete() const {
  return done() == asked();
}

const Item* Run::current() const {
  return items_.empty() ? nullptr : items_[at_];
}

// A note that was typed for an item waits there for its answer.
void Run::go_to(std::size_t at, Instant now) {
  if (at != at_) {
    drafts_[at_] = {std::move(note_), std::move(evidence_)};
    std::tie(note_, evidence_) = std::move(drafts_[at]);
    drafts_[at] = {};
  }
  at_ = at;
  asking_ = Asking::item;
  fresh_ = true;
  shown_at_ = now;
}

// To the first unanswered item, from the one on the screen, round the end.
bool Run::go_on(Instant now) {
  for (std::size_t step = 0; step < items_.size(); ++step) {
    const auto next = (at_ + step) % items_.size();
    if (is_answered(*items_[next])) continue;
    go_to(next, now);
    return true;
  }
  return false;
}

Reply Run::answer(std::string_view line, Instant now) {
  line = trim_line(line);
  fresh_ = false;
  if (items_.empty()) return plain(Reply::Kind::quit);
  if (asking_ == Asking::existed) return take_existed(line, now);
  if (asking_ == Asking::rules) return take_rules(line, now);
  if (asking_ == Asking::nothing) return take_rest(line, now);
  if (line.empty() && offer() && offer()->said()) return confirm(now);
  if (line.empty())
    return stay(phrase(Text{"p 通过，f 不通过，d 扣分，n 不适用，? 全部按键",
                            "p pass, f fail, d deduct, n n/a, ? for all keys"}));
  if (item().target && Rational::parse(line)) return take_value(line, now);
  const auto key = parse_key(line);
  if (key) return take_key(*key, now);
  return wrong(
      phrase(Text{"不认识 “{0}”；按 ? 看帮助", "\"{0}\" is no key; ? for help"}, in_brief(line)));
}

const RecordOffer* Run::offer() const {
  const auto found = scene_.offers.find(item().id);
  return found == scene_.offers.end() ? nullptr : &found->second;
}

// Enter takes what the records say, where they say all of it.
Reply Run::confirm(Instant now) {
  if (offer()->answer) return propose(*offer()->answer, offer()->answer->note, now);
  return stay(phrase(Text{"台账只说明一部分，其余要看：{0}；看过以后 p 通过",
                          "records tell a part only, look at the rest: {0}; then p passes"},
                     offer()->beyond));
}

// Everything is answered: a key that would answer an item answers none by accident.
Reply Run::take_rest(std::string_view line, Instant now) {
  if (line.empty()) return plain(Reply::Kind::quit);
  const auto key = parse_key(line);
  if (key && key->key == KeyName::back) {
    go_to(at_, now);
    return plain(Reply::Kind::moved);
  }
  if (key && key->key == KeyName::undo) return undo(now);
  if (key && (key->key == KeyName::jump || key->key == KeyName::list || key->key == KeyName::help ||
              key->key == KeyName::quit))
    return take_key(*key, now);
  return wrong(phrase(Text{"各项都已作答；j 项目 可再改，回车结束",
                           "every item is answered; j ITEM to change one, Enter ends"}));
}

Reply Run::take_key(const KeyLine& line, Instant now) {
  Answer answer;
  switch (line.key) {
    case KeyName::pass:
      return propose(std::move(answer), line.rest, now);
    case KeyName::fail:
      answer.verdict = Verdict::fail;
      return propose(std::move(answer), line.rest, now);
    case KeyName::na:
      answer.verdict = Verdict::na;
      return propose(std::move(answer), line.rest, now);
    case KeyName::deduct:
      return deduct(line.rest, now);
    case KeyName::value:
      return take_value(line.rest, now);
    case KeyName::note:
      append_words(note_, line.rest);
      return stay(phrase(Text{"备注：{0}", "note: {0}"}, visible(note_)));
    case KeyName::evidence: {
      auto paths = split_paths(line.rest);
      if (paths.empty())
        return wrong(phrase(Text{"e 后面写文件路径", "e needs the path of a file"}));
      return {Reply::Kind::evidence, {}, {}, std::move(paths), false};
    }
    case KeyName::back:
      go_to(at_ > 0 ? at_ - 1 : 0, now);
      return plain(Reply::Kind::moved);
    case KeyName::jump:
      return jump(line.rest, now);
    case KeyName::list:
      return stay(list());
    case KeyName::undo:
      return undo(now);
    case KeyName::skip: {
      const auto from = at_;
      at_ = (at_ + 1) % items_.size();
      if (!go_on(now)) go_to((from + 1) % items_.size(), now);
      return plain(Reply::Kind::moved);
    }
    case KeyName::help:
      return stay(key_help());
    case KeyName::quit:
      break;
  }
  return plain(Reply::Kind::quit);
}

Reply Run::take_value(std::string_view text, Instant now) {
  const auto space = text.find(' ');
  const auto number = Rational::parse(text.substr(0, space));
  if (!number) return wrong(phrase(Text{"v 后面写数字，如 v 3", "v needs a number, e.g. v 3"}));
  Answer answer;
  answer.verdict = Verdict::value;
  answer.value = number;
  const auto words = space == std::string_view::npos ? std::string_view{} : text.substr(space);
  return propose(std::move(answer), trim_line(words), now);
}

Reply Run::jump(std::string_view text, Instant now) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    known.push_back(items_[i]->id);
    const bool same_id = std::ranges::equal(items_[i]->id, text, [](char a, char b) {
      return a == b || (std::isalpha(static_cast<unsigned char>(a)) && (a ^ b) == 0x20);
    });
    if (!same_id && std::to_string(i + 1) != text) continue;
    go_to(i, now);
    return plain(Reply::Kind::moved);
  }
  const auto close = nearest(text, known);
  if (close)
    return wrong(
        phrase(Text{"没有 “{0}” 这一项；是不是 {1}？", "no item \"{0}\"; did you mean {1}?"},
               in_brief(text), *close));
  return wrong(phrase(Text{"没有 “{0}” 这一项；l 列出各项", "no item \"{0}\"; l lists them"},
                      in_brief(text)));
}

Reply Run::deduct(std::string_view text, Instant now) {
  if (!text.empty()) return take_rules(text, now);
  const auto rules = listed_rules(item());
  if (rules.empty())
    return wrong(phrase(
        Text{"这一项没有扣分规则；写 d =1.5 原因", "this item has no rules; type d =1.5 why"}));
  asking_ = Asking::rules;
  return {Reply::Kind::moved, rule_list(item()), {}, {}, false};
}

Reply Run::take_rules(std::string_view line, Instant now) {
  const bool asked = asking_ == Asking::rules;
  asking_ = Asking::item;
  if (asked && (line.empty() || line == "b")) return plain(Reply::Kind::moved);
  if (const auto key = asked ? parse_key(line) : std::nullopt; key && leads_away(*key, item())) {
    asking_ = key->key == KeyName::quit ? Asking::item : Asking::rules;
    return key->key == KeyName::quit ? plain(Reply::Kind::quit) : stay(rule_list(item()));
  }
  auto typed = parse_deduction(item(), line);
  if (!typed) {
    if (asked) asking_ = Asking::rules;
    return wrong(words_of(typed.error()));
  }
  Answer answer;
  answer.verdict = Verdict::deduct;
  answer.rules = std::move(typed->rules);
  answer.points = typed->points;
  return propose(std::move(answer), typed->note, now);
}

// The answer as it would be recorded, or what is wrong with it; a finding is asked one thing more.
Reply Run::propose(Answer answer, std::string_view words, Instant now) {
  answer.note = note_;
  append_words(answer.note, words);
  answer.evidence = evidence_;
  const auto objections = judge_answer(item(), answer);
  if (!objections.empty()) {
    auto message = words_of(objections);
    if (objections.front().name == "evidence-missing")
      message = phrase(Text{"{0}；先用 e 文件 附上", "{0}; attach it first with e FILE"}, message);
    if (objections.front().name == "value-needed")
      message = phrase(
          Text{"{0} 要计数：直接输入数字，如 3", "{0} is counted: just type the number, e.g. 3"},
          item().id);
    if (objections.front().name == "note-missing")
      message = phrase(Text{"{0}；写在按键后面", "{0}; type it behind the key"}, message);
    return wrong(std::move(message));
  }
  if (offer() && overrides(*offer(), completed(item(), answer)) && answer.note.empty())
    return wrong(phrase(Text{"与台账算得的不同（{0}），须写原因，写在按键后面",
                             "this is not what the records say ({0}): type the reason behind the "
                             "key"},
                        describe(*judged_by_records(*offer()))));
  draft_ = completed(item(), std::move(answer));
  if (!is_finding(item(), draft_)) return commit(now);
  asking_ = Asking::existed;
  return plain(Reply::Kind::moved);
}

Reply Run::take_existed(std::string_view line, Instant now) {
  if (line == "b") {
    asking_ = Asking::item;
    return plain(Reply::Kind::moved);
  }
  const auto existed = existed_typed(line);
  const auto key = parse_key(line);
  if (!existed && key && key->key == KeyName::quit) return plain(Reply::Kind::quit);
  if (!existed) {
    const auto keys = phrase(Text{"y 有，n 没有，回车 不清楚，b 返回，q 退出（这一项不记）",
                                  "y yes, n no, Enter unknown, b back, q quits without this item"});
    return key && key->key == KeyName::help ? stay(keys) : wrong(keys);
  }
  draft_.existed = *existed;
  return commit(now);
}

Reply Run::commit(Instant now) {
  draft_.took = seconds_between(shown_at_, now);
  auto records = offer() ? record_fields(*offer()) : std::vector<Field>{};
  return {Reply::Kind::record, {}, {item().id, draft_, std::move(records)}, {}, false};
}

}  // namespace sihu
