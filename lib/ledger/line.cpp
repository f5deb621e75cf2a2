#include "ledger/line.hpp"

#include "base/utf8.hpp"
#include "ledger/chain.hpp"
#include "ledger/escape.hpp"
#include "ledger/grammar.hpp"
#include "ledger/rewritten.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr Instant first_instant{-62135596800000};  // 0001-01-01T00:00:00.000Z
constexpr Instant last_instant{253402300799999};   // 9999-12-31T23:59:59.999Z

// Gathers what is wrong with one line.
struct Faults {
  Place place;
  std::vector<Fault> found = {};

  void add(std::string name, Phrase what, Phrase hint = {}) {
    found.push_back(Fault{place, std::move(name), std::move(what), std::move(hint)});
  }
};

void check_head(const Event& event, Faults& faults) {
  if (event.at < first_instant || event.at > last_instant)
    faults.add("bad-instant", phrase(Text{"时刻必须在公元 1 至 9999 年之内",
                                          "the instant must lie in the years 1 to 9999"}));
  if (!is_ledger_person(event.person))
    faults.add("bad-person", phrase(Text{"人员编号必须由小写字母、数字和连字符组成，实际为“{0}”",
                                         "a person is an id of a-z, 0-9 and -, found \"{0}\""},
                                    visible(event.person)));
  if (!is_event_name(event.name))
    faults.add("bad-event-name",
               phrase(Text{"事件名必须是以点相连的小写单词，实际为“{0}”",
                           "an event is lower-case words joined by dots, found \"{0}\""},
                      visible(event.name)));
  if (!is_subject(event.subject))
    faults.add("bad-subject",
               phrase(Text{"对象编号只能由字母、数字和 - . / : + ~ 组成，实际为“{0}”",
                           "a subject is made of letters, digits and - . / : + ~, found \"{0}\""},
                      visible(event.subject)));
}

void check_field(const Field& field, Faults& faults) {
  if (!is_key(field.key))
    faults.add("bad-key", phrase(Text{"字段名必须由小写字母、数字和连字符组成，实际为“{0}”",
                                      "a key is a-z, 0-9 and -, found \"{0}\""},
                                 visible(field.key)));
  if (field.value.empty())
    faults.add("empty-value",
               phrase(Text{"字段 {0} 为空；没有值的字段不写",
                           "the value of {0} is empty; an absent field is not written"},
                      visible(field.key)));
}

void check_order(const std::vector<Field>& fields, Faults& faults) {
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const std::string& before = fields[i - 1].key;
    const std::string& key = fields[i].key;
    if (before == key)
      faults.add("key-twice", phrase(Text{"字段 {0} 出现了两次", "the key {0} stands there twice"},
                                     visible(key)));
    else if (!canonical_before(before, key))
      faults.add("keys-out-of-order",
                 phrase(Text{"字段 {1} 必须排在 {0} 之前", "the key {1} must stand before {0}"},
                        visible(before), visible(key)));
  }
}

// What both directions demand of an event, so that nothing can be read that could not be written.
void check_event(const Event& event, Faults& faults) {
  check_head(event, faults);
  for (const Field& field : event.fields) check_field(field, faults);
  check_order(event.fields, faults);
}

bool check_size(std::size_t bytes, Faults& faults) {
  if (bytes <= max_line_bytes) return true;
  faults.add("line-too-long",
             phrase(Text{"一行有 {0} 字节，最多 {1} 字节", "the line has {0} bytes, at most {1}"},
                    bytes, max_line_bytes));
  return false;
}

bool check_characters(std::string_view line, Faults& faults) {
  if (const auto bad = find_invalid_utf8(line)) {
    faults.found.push_back(not_utf8_fault(line, *bad, faults.place));
    return false;
  }
  if (line.ends_with('\r')) {
    faults.found.push_back(crlf_fault(line, faults.place));
    return false;
  }
  return true;
}

// One column after the other, each ended by a tab or by the end of the line.
struct Columns {
  std::string_view rest;
  bool ended = false;

  std::string_view next() {
    const std::size_t tab = rest.find('\t');
    const std::string_view column = rest.substr(0, tab);
    ended = tab == std::string_view::npos;
    rest.remove_prefix(ended ? rest.size() : tab + 1);
    return column;
  }
};

void read_field(std::string_view column, Event& event, Faults& faults) {
  const std::size_t equals = column.find('=');
  if (equals == std::string_view::npos) {
    faults.add("bad-field",
               phrase(Text{"应为 字段=值，实际为“{0}”", "expected key=value, found \"{0}\""},
                      visible(column)));
    return;
  }
  const std::string_view written = column.substr(equals + 1);
  auto value = unescape_value(written);
  if (!value)
    faults.add("bad-escape", phrase(Text{"字段 {0} 的转义不合规范",
                                         "the escapes of {0} are not the canonical ones"},
                                    visible(column.substr(0, equals))));
  event.fields.push_back(Field{std::string(column.substr(0, equals)),
                               value ? std::move(*value) : std::string(written)});
}

void read_instant(std::string_view column, Event& event, Faults& faults) {
  const auto at = Instant::parse(column);
  if (at)
    event.at = *at;
  else
    faults.add("bad-instant",
               phrase(Text{"应为时刻 YYYY-MM-DDTHH:MM:SS.mmmZ，实际为“{0}”",
                           "expected an instant YYYY-MM-DDTHH:MM:SS.mmmZ, found \"{0}\""},
                      visible(column)));
}

void read_columns(std::string_view body, Event& event, Faults& faults) {
  Columns columns{body};
  read_instant(columns.next(), event, faults);
  event.person = columns.next();
  event.name = columns.next();
  event.subject = columns.next();
  while (!columns.ended) read_field(columns.next(), event, faults);
}

}  // namespace

std::string spell(const Event& event) {
  std::string line = to_string(event.at);
  for (const std::string* column : {&event.person, &event.name, &event.subject})
    (line += '\t') += *column;
  for (const Field& field : event.fields)
    ((line += '\t') += field.key) += "=" + escape_value(field.value);
  return line;
}

std::string whole_line(const Event& event) {
  return spell(event) + '\t' + event.check;
}

Result<std::string> write_line(const Event& event) {
  Faults faults{{}};
  check_event(event, faults);
  for (const Field& field : event.fields)
    if (const auto bad = find_invalid_utf8(field.value))
      faults.add("not-utf8", phrase(Text{"字段 {0} 从第 {1} 字节起不是 UTF-8",
                                         "the value of {0} is not UTF-8 from byte {1} on"},
                                    visible(field.key), *bad + 1));
  if (!faults.found.empty()) return fail(Kind::input, std::move(faults.found));
  std::string line = spell(event);
  if (!check_size(line.size() + 1 + check_digits + 1, faults))
    return fail(Kind::input, std::move(faults.found));
  return line;
}

Result<Event> read_line(std::string_view line, std::string_view name, int number) {
  Faults faults{{std::string(name), number, 0}};
  Event event;
  if (check_size(line.size() + 1, faults) && check_characters(line, faults)) {
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos || std::ranges::count(line, '\t') < 4) {
      faults.add(
          "too-few-columns",
          phrase(
              Text{"一行至少有时刻、人员、事件、对象、校验五栏，以制表符分开",
                   "a line has at least instant, person, event, subject and check, between tabs"}));
    } else {
      event.check = line.substr(tab + 1);
      read_columns(line.substr(0, tab), event, faults);
      check_event(event, faults);
      if (!is_check(event.check))
        faults.add("bad-check", phrase(Text{"行尾校验应为 16 位小写十六进制，实际为“{0}”",
                                            "a check is 16 lower-case hex digits, found \"{0}\""},
                                       visible(event.check)));
    }
  }
  if (!faults.found.empty()) return fail(Kind::integrity, std::move(faults.found));
  return event;
}

}  // namespace sihu
