#include "report/person_file.hpp"

#include "problem/life.hpp"
#include "problem/state.hpp"
#include "report/catalogue.hpp"
#include "report/coded.hpp"
#include "report/roster_list.hpp"
#include "wording/number.hpp"

#include <map>

namespace sihu {
namespace {

struct EventName {
  std::string_view name;
  Text words;
};

constexpr EventName event_names[] = {{"problem.open", {"发现问题", "problem opened"}},
                                     {"check.begin", {"开始检查", "check begun"}},
                                     {"check.answer", {"检查作答", "check answered"}},
                                     {"check.settle", {"裁定作答", "answer settled"}},
                                     {"check.sign", {"检查签字", "check signed off"}},
                                     {"check.confirm", {"被查支部确认", "check confirmed"}},
                                     {"check.dispute", {"对作答有异议", "answer disputed"}},
                                     {"review.sheet", {"评分表", "score sheet"}},
                                     {"review.result", {"互评结果", "review result"}},
                                     {"learn.session", {"学习", "session"}},
                                     {"learn.cancel", {"取消学习", "session cancelled"}},
                                     {"learn.drill", {"练习", "drill"}},
                                     {"practice.add", {"好做法", "good practice"}},
                                     {"test.paper", {"组卷", "paper drawn"}},
                                     {"test.start", {"开考", "sitting begun"}},
                                     {"test.sitting", {"交卷", "paper handed in"}},
                                     {"test.points", {"简答评分", "short answer marked"}},
                                     {"test.mark", {"考试成绩", "mark"}},
                                     {"test.result", {"支部考试成绩", "branch's mark"}},
                                     {"test.withdraw", {"撤回录入的答卷", "paper taken back"}},
                                     {"test.key", {"公布答案", "keys published"}},
                                     {"appraise.score", {"考核打分", "appraisal: scored"}},
                                     {"appraise.self", {"考核自评", "appraisal: own score"}},
                                     {"appraise.veto", {"一票否决", "appraisal: veto"}},
                                     {"appraise.result", {"考核结果", "appraisal: result"}},
                                     {"appraise.publish", {"考核公示", "appraisal: published"}},
                                     {"appraise.appeal", {"考核申诉", "appraisal: appeal"}},
                                     {"appraise.decide", {"考核裁定", "appraisal: decision"}},
                                     {"waive.grant", {"免责", "waiver"}},
                                     {"remind.told", {"提醒", "reminded"}},
                                     {"roster.visit", {"走访", "visit"}},
                                     {"roster.talk", {"谈心谈话", "care talk"}},
                                     {"evidence.remove", {"删除佐证", "evidence removed"}},
                                     {"line.redact", {"隐去一行", "line redacted"}},
                                     {"quarter.archive", {"季度归档", "quarter archived"}},
                                     {"seal.file", {"封存的文件", "file sealed"}},
                                     {"seal.close", {"封存", "seal"}}};

constexpr const char* row_event = "record.row";
constexpr Text row_words{"登记表的一行", "row of a register"};

Phrase event_words(const Event& event) {
  if (const auto step = step_of_event(event.name))
    return phrase(Text{"问题：{0}", "problem: {0}"}, wording(*step));
  for (const EventName& known : event_names)
    if (known.name == event.name) return phrase(known.words);
  return same(event.name);
}

// What only ties lines together, or is nothing but digits.
bool is_machinery(std::string_view key) {
  for (const std::string_view one : {"after", "part", "org", "doc", "sig", "clock"})
    if (key == one) return true;
  return false;
}

std::string fields_text(const std::vector<Field>& fields) {
  std::string text;
  for (const Field& field : fields)
    if (!is_machinery(field.key))
      text += (text.empty() ? "" : ", ") + field.key + '=' + field.value;
  return text;
}

std::string cell_text(const RecordValue& value) {
  const auto* number = std::get_if<Rational>(&value);
  return number ? number->shortest(record_decimals) : to_string(value);
}

// What stands in a row, each cell by the id of its column.
std::vector<Field> cells_of(const PersonRow& found) {
  std::vector<Field> cells;
  for (std::size_t i = 0; i < found.row->values.size(); ++i)
    if (std::string text = cell_text(found.row->values[i]); !text.empty())
      cells.push_back({found.table->declared.columns[i].id, std::move(text)});
  return cells;
}

Phrase role_words(const Role& role) {
  Phrase words = phrase(wording(role.name));
  if (role.from) words = phrase(Text{"{0}，自 {1}", "{0} from {1}"}, words, to_string(*role.from));
  if (role.until)
    words = phrase(Text{"{0}，至 {1}", "{0} until {1}"}, words, to_string(*role.until));
  return words;
}

Phrase roles_words(const Person& person) {
  std::vector<Phrase> roles;
  for (const Role& role : person.roles) roles.push_back(role_words(role));
  return enumerated(roles);
}

Table entry_table(const PersonFile& file) {
  const Person& person = file.person;
  Table table{phrase(Text{"{0}：{1}", "{0}: {1}"}, to_string(person.place), person.name),
              {{"what", {"内容", "what"}}, {"value", {"记载", "says"}}},
              {}};
  const auto add = [&](Text what, Value value) {
    table.rows.push_back({phrase(what), std::move(value)});
  };
  add({"编号", "id"}, person.id);
  add({"姓名", "name"}, person.name);
  if (!person.branch.empty())
    add({"支部", "branch"}, branch_phrase(file.organisation, person.branch));
  if (!person.roles.empty()) add({"角色", "roles"}, roles_words(person));
  if (!person.duty.empty()) add({"专兼职", "duty"}, duty_words(person.duty));
  if (person.since) add({"起始", "since"}, *person.since);
  if (!person.recuse.empty()) add({"还属于", "belongs to as well"}, person.recuse);
  for (const PersonKey& key : person.keys) add({"公钥", "public key"}, "ed25519:" + key.key);
  return table;
}

Table counts_table(const PersonFile& file) {
  std::map<std::string, std::pair<Phrase, std::int64_t>> counts;
  for (const PersonLine& line : file.lines.lines) {
    const Event& event = file.ledger.entries[line.entry].event;
    auto& [words, count] = counts[event.name];
    words = event_words(event);
    ++count;
  }
  if (!file.rows.empty()) counts[row_event] = {phrase(row_words), std::ssize(file.rows)};
  Table table{file.rows.empty()
                  ? phrase(Text{"台账里有的", "In the ledger"})
                  : phrase(Text{"台账和登记表里有的", "In the ledger and the registers"}),
              {{"event", {"事项", "what"}}, {"lines", {"行数", "lines"}, Column::Align::right}},
              {}};
  for (const auto& [name, counted] : counts)
    table.rows.push_back({Coded{name, counted.first}, counted.second});
  return table;
}

std::string local_day(const Event& event, const Zone& zone) {
  return to_string(recorded_on(event, zone));
}

void append_json(std::string& into, std::string_view key, const std::string& value) {
  into += (into.empty() ? "" : ",") + json_string(key) + ':' + value;
}

std::string role_json(const Role& role) {
  std::string object;
  append_json(object, "role", json_string(to_string(role.name)));
  if (role.from) append_json(object, "from", json_string(to_string(*role.from)));
  if (role.until) append_json(object, "until", json_string(to_string(*role.until)));
  return '{' + object + '}';
}

std::string key_json(const PersonKey& key) {
  std::string object;
  append_json(object, "key", json_string("ed25519:" + key.key));
  for (const auto& [name, day] : {std::pair{"from", key.from}, std::pair{"until", key.until},
                                  std::pair{"revoked", key.revoked}})
    if (day) append_json(object, name, json_string(to_string(*day)));
  return '{' + object + '}';
}

template <class Range, class Json>
std::string array_json(const Range& range, Json json) {
  std::string array;
  for (const auto& one : range) array += (array.empty() ? "" : ",") + json(one);
  return '[' + array + ']';
}

std::string entry_json(const Person& person) {
  std::string object;
  append_json(object, "id", json_string(person.id));
  append_json(object, "name_zh", json_string(person.name.zh));
  append_json(object, "name_en", json_string(person.name.en));
  append_json(object, "branch", json_string(person.branch));
  append_json(object, "roles", array_json(person.roles, role_json));
  append_json(object, "duty", json_string(person.duty));
  append_json(object, "since", person.since ? json_string(to_string(*person.since)) : "null");
  append_json(object, "recuse", array_json(person.recuse, json_string));
  append_json(object, "keys", array_json(person.keys, key_json));
  append_json(object, "line", json_string(to_string(person.place)));
  return '{' + object + '}';
}

std::string fields_json(const std::vector<Field>& fields) {
  std::string object;
  for (const Field& field : fields) append_json(object, field.key, json_string(field.value));
  return '{' + object + '}';
}

// One shape for all that is held: when, what, about what, and where it stands.
struct Held {
  std::string at;
  std::string event;
  std::string subject;
  bool by;
  bool about;
  const std::vector<Field>& fields;
  std::string line;
};

std::string held_json(const Held& held) {
  std::string object;
  append_json(object, "at", json_string(held.at));
  append_json(object, "event", json_string(held.event));
  append_json(object, "subject", json_string(held.subject));
  append_json(object, "by", held.by ? "true" : "false");
  append_json(object, "about", held.about ? "true" : "false");
  append_json(object, "fields", fields_json(held.fields));
  append_json(object, "line", json_string(held.line));
  return '{' + object + '}';
}

std::string line_json(const PersonFile& file, const PersonLine& line) {
  const Entry& entry = file.ledger.entries[line.entry];
  const Event& event = entry.event;
  return held_json({to_string(event.at), event.name, event.subject, line.by, line.about,
                    event.fields, to_string(file.ledger.place(entry))});
}

std::string row_json(const PersonRow& found) {
  return held_json({to_string(found.row->date), row_event, found.table->declared.id, false, true,
                    cells_of(found), to_string(found.row->place)});
}

std::string lines_json(const PersonFile& file) {
  std::string array;
  for (const PersonLine& line : file.lines.lines)
    array += (array.empty() ? "" : ",") + line_json(file, line);
  for (const PersonRow& row : file.rows) array += (array.empty() ? "" : ",") + row_json(row);
  return '[' + array + ']';
}

}  // namespace

Table person_lines_table(const PersonFile& file) {
  const auto left = Column::Align::left;
  Table table{file.rows.empty() ? phrase(Text{"台账里的每一行", "Every line of the ledger"})
                                : phrase(Text{"台账和登记表里的每一行",
                                              "Every line of the ledger and the registers"}),
              {{"at", {"日期", "day"}},
               {"event", {"事项", "what"}},
               {"subject", {"对象", "about what"}, left, true, 12},
               {"by", {"本人记录", "by the person"}, left, false},
               {"about", {"提到本人", "names the person"}, left, false},
               {"fields", {"内容", "says"}, left, true, 16},
               {"line", {"哪一行", "line"}}},
              {}};
  for (const PersonLine& line : file.lines.lines) {
    const Entry& entry = file.ledger.entries[line.entry];
    table.rows.push_back({local_day(entry.event, file.zone),
                          Coded{entry.event.name, event_words(entry.event)}, entry.event.subject,
                          line.by, line.about, fields_text(entry.event.fields),
                          to_string(file.ledger.place(entry))});
  }
  for (const PersonRow& found : file.rows)
    table.rows.push_back({to_string(found.row->date), Coded{row_event, phrase(row_words)},
                          Coded{found.table->declared.id, found.table->declared.title}, false, true,
                          fields_text(cells_of(found)), to_string(found.row->place)});
  return table;
}

Briefing person_briefing(const PersonFile& file) {
  Briefing briefing{{entry_table(file), file.all ? person_lines_table(file) : counts_table(file)},
                    {}};
  std::vector<Phrase> notes;
  if (!file.all && !(file.lines.lines.empty() && file.rows.empty()))
    notes.push_back(phrase(Text{"加 --all 列出每一行", "with --all every line is listed"}));
  if (file.lines.sheets_kept_back > 0)
    notes.push_back(phrase(
        Text{"有 {0} 份评分表没有列出：谁打了什么分，只给打分的人自己看",
             "score sheets that are not listed: {0}; who gave what is shown to nobody but who gave "
             "it"},
        file.lines.sheets_kept_back));
  briefing.say(notes);
  return briefing;
}

std::string person_json(const PersonFile& file, Lang lang) {
  std::string counts;
  for (const auto& row : counts_table(file).rows)
    append_json(counts, std::get<Coded>(row[0]).code, json_value(row[1], lang));
  std::string object;
  append_json(object, "person", entry_json(file.person));
  append_json(object, "counts", '{' + counts + '}');
  if (file.all) append_json(object, "lines", lines_json(file));
  append_json(object, "sheets_kept_back", std::to_string(file.lines.sheets_kept_back));
  return '{' + object + "}\n";
}

}  // namespace sihu
