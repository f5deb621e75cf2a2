#include "tools/cli/declaration.hpp"

#include "base/utf8.hpp"
#include "tools/cli/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sihu {
namespace {

std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> list;
  while (true) {
    const std::size_t comma = names.find(',');
    list.emplace_back(names.substr(0, comma));
    if (comma == std::string_view::npos) return list;
    names.remove_prefix(comma + 1);
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "|") + word;
  return text;
}

// Positional arguments are named in English where they are declared.
Phrase positional_name(const std::string& name) {
  struct Name {
    std::string_view en;
    std::string_view zh;
  };
  static constexpr std::array<Name, 15> names{{{"DIR", "目录"},
                                               {"QUARTER|FILE", "季度|文件"},
                                               {"COURSE", "课程"},
                                               {"PAPER", "试卷"},
                                               {"HALF", "半年"},
                                               {"BRANCH|PERSON", "支部|人员"},
                                               {"ITEM", "条目"},
                                               {"TEXT", "文字"},
                                               {"ID", "编号"},
                                               {"ANY-ID", "任意编号"},
                                               {"SOURCE", "来源"},
                                               {"COMMAND", "命令"},
                                               {"SHELL", "shell"},
                                               {"HASH", "哈希"},
                                               {"LINE", "行"}}};
  const auto known = std::ranges::find(names, name, &Name::en);
  return {known == names.end() ? name : std::string(known->zh), name};
}

Text value_name(Flags::What what) {
  switch (what) {
    case Flags::What::branch:
      return {"支部", "BRANCH"};
    case Flags::What::person:
      return {"人员", "PERSON"};
    case Flags::What::checklist:
      return {"检查表", "CHECKLIST"};
    case Flags::What::quarter:
      return {"季度", "QUARTER"};
    case Flags::What::problem:
      return {"问题", "PROBLEM"};
    case Flags::What::item:
      return {"条目", "ITEM"};
    case Flags::What::paper:
      return {"试卷", "PAPER"};
    case Flags::What::course:
      return {"课程", "COURSE"};
    case Flags::What::learner:
      return {"支部|人员", "BRANCH|PERSON"};
    case Flags::What::id:
      return {"编号", "ID"};
    case Flags::What::command:
      return {"命令", "COMMAND"};
    case Flags::What::file:
      return {"文件", "FILE"};
    case Flags::What::directory:
      return {"目录", "DIR"};
    case Flags::What::date:
      return {"日期", "DATE"};
    case Flags::What::fingerprint:
      return {"指纹", "FINGERPRINT"};
    case Flags::What::number:
      return {"数", "N"};
    case Flags::What::choice:
      return {"名称", "NAME"};
    case Flags::What::text:
      break;
  }
  return {"文字", "TEXT"};
}

// More of them would be longer than a line of help; completion and a wrong one list them.
constexpr std::size_t most_choices_shown = 9;

}  // namespace

bool Declaration::answers_to(std::string_view typed) const {
  return std::ranges::find(names, typed) != names.end();
}

Phrase Declaration::placeholder() const {
  if (!choices.empty() && choices.size() <= most_choices_shown) return same(joined(choices));
  Phrase words = phrase(value_name(what));
  if (!positional()) return words;
  const bool is_either = name().find('|') != std::string::npos;
  if (what == Flags::What::text || is_either) return positional_name(name());
  words.en = name();
  return words;
}

Phrase Declaration::called() const {
  if (!positional()) return same(name());
  return choices.empty() ? placeholder() : positional_name(name());
}

Declaration& DeclaredFlags::add(std::string_view names, Text help, What what) {
  Declaration declared{.names = split_names(names), .help = help, .what = what, .accept = {}};
  declared.required = declared.positional() && positionals_required_;
  list_.push_back(std::move(declared));
  return list_.back();
}

void DeclaredFlags::flag(std::string_view name, bool& into, Text help) {
  Declaration& declared = add(name, help, What::text);
  declared.takes_value = false;
  declared.accept = [&into](const auto&) -> std::optional<Fault> {
    into = true;
    return {};
  };
}

void DeclaredFlags::text(std::string_view name, std::string& into, Text help, What what) {
  Declaration& declared = add(name, help, what);
  declared.standard = into;
  declared.accept = [&into, what](const auto& values) -> std::optional<Fault> {
    into = values.front();
    // A reason of blanks is no reason.
    if (what == What::text && is_blank(into)) into.clear();
    return {};
  };
}

void DeclaredFlags::text(std::string_view name, std::optional<std::string>& into, Text help) {
  add(name, help, What::text).accept = [&into](const auto& values) -> std::optional<Fault> {
    into = values.front();
    return {};
  };
}

void DeclaredFlags::texts(std::string_view name, std::vector<std::string>& into, Text help,
                          What what) {
  Declaration& declared = add(name, help, what);
  declared.repeated = true;
  declared.accept = [&into](const auto& values) -> std::optional<Fault> {
    into = values;
    return {};
  };
}

void DeclaredFlags::integer(std::string_view name, int& into, Text help, int least, int most) {
  Declaration& declared = add(name, help, What::number);
  // A value that nobody may give stands for none.
  if (least <= into && into <= most) declared.standard = std::to_string(into);
  const std::string place = declared.name();
  declared.accept = [&into, place, least, most](const auto& values) {
    return read_integer(place, values.front(), least, most, into);
  };
}

void DeclaredFlags::date(std::string_view name, std::optional<Date>& into, Text help) {
  Declaration& declared = add(name, help, What::date);
  const std::string place = declared.name();
  declared.accept = [&into, place](const auto& values) {
    return read_date(place, values.front(), into);
  };
}

void DeclaredFlags::quarter(std::string_view name, std::optional<Quarter>& into, Text help) {
  Declaration& declared = add(name, help, What::quarter);
  const std::string place = declared.name();
  declared.accept = [&into, place](const auto& values) {
    return read_quarter(place, values.front(), into);
  };
}

void DeclaredFlags::choice(std::string_view name, std::string& into,
                           std::vector<std::string> choices, Text help) {
  Declaration& declared = add(name, help, What::choice);
  declared.standard = into;
  declared.choices = choices;
  const std::string place = declared.name();
  declared.accept = [&into, place, choices](const auto& values) {
    return read_choice(place, values.front(), choices, into);
  };
}

}  // namespace sihu
