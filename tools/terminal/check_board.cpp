#include "tools/terminal/check_board.hpp"

#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

using Effect = CheckBoard::Effect;

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

// A key as it is meant: an input method leaves letters and digits in full width.
char meant(std::string_view text) {
  if (text.size() == 1) return lower(text)[0];
  if (text.size() != 3 || text[0] != '\xef') return 0;
  const auto middle = static_cast<unsigned char>(text[1]);
  const auto last = static_cast<unsigned char>(text[2]);
  const int code = (middle - 0xbc) * 64 + last - 0x80 + 0x20;
  return code > 0x20 && code < 0x7f ? lower(std::string(1, static_cast<char>(code)))[0] : '\0';
}

}  // namespace

CheckBoard::CheckBoard(Run& run, Lang lang, std::filesystem::path folder, ListFolder list,
                       Instant now)
    : run_(run), lang_(lang), folder_(std::move(folder)), list_(std::move(list)), begun_(now) {}

Effect CheckBoard::press(const Key& key, Instant now) {
  if (key.kind == Key::Kind::interrupt) return {Effect::Kind::interrupt};
  if (key.kind == Key::Kind::suspend) return {Effect::Kind::suspend};
  if (key.kind == Key::Kind::redraw) return {Effect::Kind::redraw};
  if (key.kind == Key::Kind::resized || key.kind == Key::Kind::tick) return {};
  // Ctrl-D deletes where something is typed.
  if (key.kind == Key::Kind::end_of_input && typed_.text().empty()) return {Effect::Kind::leave};
  switch (mode_) {
    case Mode::list:
      return press_in_list(key, now);
    case Mode::typing:
      return press_typing(key, now);
    case Mode::search:
      return press_search(key, now);
    case Mode::existed:
      return press_existed(key, now);
    case Mode::picking:
      return press_picking(key);
    case Mode::page:
      break;
  }
  return press_page(key);
}

Effect CheckBoard::press_in_list(const Key& key, Instant now) {
  constexpr int half_a_panel = 4;
  switch (key.kind) {
    case Key::Kind::text:
      return press_words(key.text, now);
    case Key::Kind::pasted:
      message_ = say(
          lang_, Text{"粘贴的文字要先按 f、n、m 等键再贴", "press f, n or m first, then paste"});
      break;
    case Key::Kind::enter:
      return enter(now);
    case Key::Kind::up:
    case Key::Kind::down:
      move(key.kind == Key::Kind::up ? -1 : 1, now);
      break;
    case Key::Kind::home:
    case Key::Kind::end:
      move((key.kind == Key::Kind::home ? -1 : 1) * run_.asked(), now);
      break;
    case Key::Kind::page_up:
    case Key::Kind::page_down:
      scrolled_ =
          std::max(scrolled_ + (key.kind == Key::Kind::page_up ? -half_a_panel : half_a_panel), 0);
      break;
    case Key::Kind::tab:
      next_filter(now);
      break;
    case Key::Kind::escape:
      search_ = {};
      filter_ = Filter::all;
      message_.clear();
      break;
    default:
      break;
  }
  return {};
}

// One letter, several that came at once, or a word that an input method committed.
Effect CheckBoard::press_words(std::string_view words, Instant now) {
  const auto letters = graphemes(words);
  if (letters.size() > 1) {
    if (const auto key = parse_key(words); key && key->rest.empty()) return answer(words, now);
  }
  return press_letter(meant(letters.front()), now);
}

Effect CheckBoard::press_letter(char letter, Instant now) {
  message_.clear();
  constexpr std::string_view answers = "pfdnvme0123456789";
  if (run_.asking() == Run::Asking::nothing && answers.find(letter) != std::string_view::npos) {
    // No key changes an answer by accident.
    message_ =
        say(lang_, Text{"各项都已作答；要改，先用 ↑↓ 到那一项；回车结束",
                        "every item is answered; to change one, go there by ↑↓; Enter ends"});
    return {};
  }
  if (letter >= '0' && letter <= '9' && run_.current() && run_.current()->target) {
    ask_words('v');
    typed_.press({Key::Kind::text, std::string(1, letter)});
    return {};
  }
  switch (letter) {
    case 'p':
      return pass(now);
    case 'f':
    case 'd':
    case 'n':
    case 'v':
    case 'm':
      ask_words(letter);
      return {};
    case 'e':
      picker_.emplace(folder_, list_);
      mode_ = Mode::picking;
      return {};
    case 'u':
    case 's':
      return answer(std::string(1, letter), now);
    case 'b':
      move(-1, now);
      return {};
    case '/':
    case 'j':
      search_ = {};
      mode_ = Mode::search;
      return {};
    case '?':
    case 'h':
      show_help();
      return {};
    case 'q':
      return {Effect::Kind::leave};
    default:
      message_ = say(lang_, Text{"没有这个键；按 ? 看帮助", "no such key; ? for help"});
      return {};
  }
}

void CheckBoard::ask_words(char key) {
  asked_for_ = key;
  typed_ = {};
  mode_ = Mode::typing;
}

// A pass that needs a number or a reason is asked for it.
Effect CheckBoard::pass(Instant now) {
  if (run_.current() && run_.current()->target) {
    ask_words('v');
    return {};
  }
  const auto effect = answer("p", now);
  const bool lacks_words = effect.kind == Effect::Kind::none && mode_ == Mode::list &&
                           run_.asking() == Run::Asking::item && !run_.current()->evidence_required;
  if (lacks_words) ask_words('p');
  return effect;
}

Effect CheckBoard::enter(Instant now) {
  if (run_.asking() == Run::Asking::nothing) return {Effect::Kind::leave};
  message_.clear();
  return answer("", now);
}

std::string CheckBoard::question() const {
  if (mode_ == Mode::existed)
    return say(lang_, Text{"上次检查时就有吗？", "was it there last time?"});
  switch (asked_for_) {
    case 'f':
      return say(lang_, Text{"不通过，情况：", "fail, what you found:"});
    case 'd':
      return say(lang_, Text{"扣分，按哪几条（如 1*2 3，或 =1.5 原因）：",
                             "deduct, which rules (e.g. 1*2 3, or =1.5 why):"});
    case 'n':
      return say(lang_, Text{"不适用，原因：", "not applicable, why:"});
    case 'v':
      return say(lang_,
                 Text{"数出来是（后面可写备注）：", "the number counted (a note may follow):"});
    case 'm':
      return say(lang_, Text{"备注：", "note:"});
    default:
      return say(lang_, Text{"通过，原因：", "pass, why:"});
  }
}

Effect CheckBoard::press_typing(const Key& key, Instant now) {
  if (key.kind == Key::Kind::escape) {
    typed_ = {};
    message_.clear();
    mode_ = Mode::list;
    return {};
  }
  if (typed_.press(key) != LineEdit::Outcome::entered) return {};
  message_.clear();
  return answer(std::string(1, asked_for_) + " " + typed_.text(), now);
}

Effect CheckBoard::press_existed(const Key& key, Instant now) {
  message_.clear();
  // Undo takes back what was typed: it answers nothing.
  const bool undoes = key.kind == Key::Kind::text && meant(key.text) == 'u';
  if (key.kind == Key::Kind::escape || undoes) {
    run_.answer("b", now);
    mode_ = typed_.text().empty() ? Mode::list : Mode::typing;
    return {};
  }
  if (key.kind == Key::Kind::enter) return answer("", now);
  if (key.kind == Key::Kind::text && meant(key.text) != 'q') return answer(key.text, now);
  return {};
}

// What a line leads to; the run decides it.
Effect CheckBoard::answer(std::string_view line, Instant now) {
  Reply reply = run_.answer(line, now);
  if (run_.asking() != Run::Asking::rules) return follow(std::move(reply));
  // No rule was named: here they are, and they are typed behind the key as before.
  run_.answer("b", now);
  tell(reply.message.in(lang_));
  if (mode_ != Mode::page) ask_words('d');
  return {};
}

Effect CheckBoard::follow(Reply reply) {
  if (!reply.message.empty()) tell(reply.message.in(lang_));
  switch (reply.kind) {
    case Reply::Kind::record:
      recording_ = reply.answer.item;
      return {Effect::Kind::record, std::move(reply)};
    case Reply::Kind::evidence:
      return {Effect::Kind::attach, std::move(reply)};
    case Reply::Kind::quit:
      return {Effect::Kind::leave};
    case Reply::Kind::moved:
      scrolled_ = 0;
      mode_ = run_.asking() == Run::Asking::existed ? Mode::existed : Mode::list;
      if (mode_ == Mode::list) typed_ = {};
      return {};
    case Reply::Kind::stay:
      break;
  }
  // What was typed stays, to be mended; so does a question that was not answered.
  if (reply.wrong || mode_ == Mode::page || run_.asking() == Run::Asking::existed) return {};
  mode_ = Mode::list;
  typed_ = {};
  return {};
}

void CheckBoard::carried_out(std::string_view said, bool taken, Instant now) {
  if (taken) {
    typed_ = {};
    mode_ = Mode::list;
    scrolled_ = 0;
    stay_visible(now);
  } else {
    mode_ = typed_.text().empty() ? Mode::list : Mode::typing;
  }
  message_.clear();
  tell(said);
  if (taken && run_.asking() == Run::Asking::nothing)
    message_ += say(lang_, Text{"\n各项都已作答：回车结束；也可再改",
                                "\nevery item is answered: Enter ends; or change one"});
}

void CheckBoard::tell(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  constexpr int most_lines = 3;
  if (std::ranges::count(text, '\n') < most_lines) {
    message_ = text;
    return;
  }
  message_.clear();
  page_ = text;
  scrolled_ = 0;
  mode_ = Mode::page;
}

int CheckBoard::seconds(Instant now) const {
  return static_cast<int>((now.milliseconds - begun_.milliseconds) / 1000);
}

}  // namespace sihu
