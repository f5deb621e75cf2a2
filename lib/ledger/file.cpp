#include "ledger/file.hpp"

#include "base/utf8.hpp"
#include "ledger/chain.hpp"
#include "ledger/grammar.hpp"
#include "ledger/line.hpp"
#include "ledger/omission.hpp"
#include "ledger/parts.hpp"
#include "ledger/plain_line.hpp"
#include "ledger/rewritten.hpp"

#include <algorithm>
#include <optional>

namespace sihu {
namespace {

constexpr std::size_t most_faults = 1000;

// The links of a file, compared one after the other.
//
// When a line does not match, the next may build on the check that stands there (the line was
// edited) or on the one that belongs there (the check was): so one edit is one fault.
class Chain {
 public:
  bool fits(std::string_view line) {
    const std::size_t tab = std::min(line.rfind('\t'), line.size());
    const std::string_view stated = line.substr(std::min(tab + 1, line.size()));
    const std::string_view body = line.substr(0, tab);
    const std::string belongs = chain_check(stated_, body);
    const bool fits = belongs == stated || stated_ == hidden_check ||
                      (belongs_ != stated_ && chain_check(belongs_, body) == stated) ||
                      is_omission(line);
    belongs_ = fits ? std::string(stated) : belongs;
    stated_ = is_check(stated) ? std::string(stated) : belongs_;
    return fits;
  }

 private:
  std::string stated_;
  std::string belongs_;
};

class LedgerFileReader {
 public:
  LedgerFileReader(std::string_view text, std::string_view name, bool check_chain)
      : text_(text), check_chain_(check_chain), is_plain_(is_plain_text(text)) {
    file_.name = name;
    file_.bytes = text.size();
    file_.events.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')));
  }

  Result<LedgerFile> read() {
    while (const auto line = next_line()) {
      if (number_ == 1 && !read_first(*line)) break;
      if (number_ > 1) read_event(*line);
      if (faults_.size() >= most_faults) break;
    }
    if (faults_.size() >= most_faults) say_there_may_be_more();
    say_how_many();
    if (!faults_.empty()) return fail(Kind::integrity, std::move(faults_));
    drop_tail();
    return std::move(file_);
  }

 private:
  std::optional<std::string_view> next_line() {
    const std::size_t end = text_.find('\n', at_);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text_.substr(at_, end - at_);
    start_ = at_;
    at_ = end + 1;
    ++number_;
    return line;
  }

  bool read_first(std::string_view line) {
    auto header = read_header(line, file_.name);
    if (!header) {
      faults_ = std::move(header.error().faults);
      return false;
    }
    file_.header = std::move(*header);
    file_.header_check = line.substr(line.rfind('\t') + 1);
    compare_chain(line);
    return true;
  }

  // Nearly every line is plain; any other is looked at closely.
  Result<Event> event_in(std::string_view line) {
    if (is_plain_ && read_plain_line(line, plain_)) return event_of(plain_);
    return read_line(line, file_.name, number_);
  }

  void read_event(std::string_view line) {
    auto event = event_in(line);
    if (event) {
      check_time(*event);
      check_part(*event);
      file_.events.push_back(std::move(*event));
      compare_chain(line);
      return;
    }
    if (check_chain_) chain_.fits(line);
    add_faults_of(line, std::move(event.error().faults));
  }

  // What rewrites a file rewrites all of it: its first line is named, the others are counted.
  void add_faults_of(std::string_view line, std::vector<Fault> faults) {
    const auto first = is_rewritten(line)
                           ? std::ranges::find(faults_, faults.front().what, &Fault::what)
                           : faults_.end();
    if (first == faults_.end())
      std::ranges::move(faults, std::back_inserter(faults_));
    else
      ++first->stands_for;
  }

  void say_how_many() {
    for (Fault& fault : faults_)
      if (fault.stands_for > 1)
        fault.what = phrase(Text{"{0}；以下还有 {1} 行也是", "{0}; so are {1} of the lines below"},
                            fault.what, fault.stands_for - 1);
  }

  void compare_chain(std::string_view line) {
    if (check_chain_ && !chain_.fits(line))
      add("chain-broken",
          phrase(Text{"校验与本行及上一行不符：有行被改动、删除或调换",
                      "the check does not match this line and the one before: a line was edited, "
                      "removed or moved"}));
  }

  void check_time(const Event& event) {
    if (!file_.events.empty() && event.at <= file_.events.back().at)
      add("time-not-ascending", phrase(Text{"时刻 {0} 不晚于上一行的 {1}",
                                            "the instant {0} is not after {1} of the line before"},
                                       to_string(event.at), to_string(file_.events.back().at)));
  }

  void check_part(const Event& event) {
    if (const auto wrong = parts_.take(event.get("part"), file_.events.size(), start_))
      add("broken-group",
          phrase(Text{"part= 的次序不对：{0}", "part= is out of order: {0}"}, *wrong));
  }

  // What a crash may have left at the end is no part of the ledger.
  void drop_tail() {
    file_.whole_bytes = at_;
    if (at_ < text_.size())
      note(
          "torn-tail", number_ + 1,
          phrase(
              Text{
                  "末尾 {0} 字节不成一行（写入中断），未计入",
                  "{0} bytes at the end are no whole line (an interrupted write) and do not count"},
              text_.size() - at_));
    const auto open = parts_.unfinished();
    if (!open) return;
    note("unfinished-group", static_cast<int>(open->first_event) + 2,
         phrase(Text{"末尾一组 {0} 行只写了 {1} 行（写入中断），未计入",
                     "only {1} of a group of {0} lines were written (an interrupted write); they "
                     "do not count"},
                open->size, file_.events.size() - open->first_event));
    file_.events.resize(open->first_event);
    file_.whole_bytes = open->offset;
  }

  void add(std::string fault, Phrase what) {
    faults_.push_back(Fault{Place{file_.name, number_, 0}, std::move(fault), std::move(what)});
  }

  void note(std::string name, int line, Phrase what) {
    file_.notes.push_back(Fault{.place = Place{file_.name, line, 0},
                                .name = std::move(name),
                                .what = std::move(what),
                                .warning = true});
  }

  void say_there_may_be_more() {
    add("too-many-faults", phrase(Text{"错误太多，此后各行未再检查",
                                       "too many faults, the lines behind were not read"}));
  }

  std::string_view text_;
  bool check_chain_;
  bool is_plain_;
  PlainLine plain_;
  LedgerFile file_;
  std::vector<Fault> faults_;
  Chain chain_;
  PartGroups parts_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  int number_ = 0;
};

}  // namespace

Result<LedgerFile> read_ledger_file(std::string_view text, std::string_view name,
                                    bool check_chain) {
  return LedgerFileReader(text, name, check_chain).read();
}

}  // namespace sihu
