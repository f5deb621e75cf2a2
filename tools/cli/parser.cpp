#include "tools/cli/parser.hpp"

#include "tools/cli/values.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace sihu {
namespace {

// CLI11 only tells options, values and the rest apart. It is given no types (`010` would be octal),
// no positional arguments (`[x]` would become a list) and no subcommands (a branch called `due`
// would be one), and none of its own sentences is ever shown.

using Words = std::vector<std::string>;

Fault usage_fault(std::string name, Phrase what, const std::string& typed) {
  return Fault{{},
               std::move(name),
               std::move(what),
               phrase(Text{"用法见 {0} --help", "see {0} --help"}, typed)};
}

const Declaration* find_option(std::string_view token, const std::vector<Declaration>& declared) {
  const auto found = std::ranges::find_if(
      declared, [&](const Declaration& d) { return !d.positional() && d.answers_to(token); });
  return found == declared.end() ? nullptr : &*found;
}

std::string before_equals(const std::string& token) {
  return token.substr(0, token.find('='));
}

std::string option_names(const Declaration& declared) {
  std::string names;
  for (const std::string& name : declared.names) names += (names.empty() ? "" : ",") + name;
  return names;
}

Fault missing_value(const Declaration& declared, const std::string& typed) {
  return usage_fault("missing-value",
                     phrase(Text{"{0} 后面缺少{1}", "{0} needs a value: {1}"}, declared.name(),
                            declared.placeholder()),
                     typed);
}

// `-overdue` would be read as `-o verdue`, and a list land in a file of that name.
bool lacks_a_dash(const std::string& token, const std::vector<Declaration>& declared) {
  return token.size() > 2 && token.front() == '-' && token[1] != '-' &&
         find_option("-" + before_equals(token), declared);
}

// The arguments as CLI11 reads them right: `--note=` is split, since it would take the next
// argument.
Words prepare(const Words& arguments, const std::vector<Declaration>& declared,
              const std::string& typed, std::vector<Fault>& faults) {
  Words prepared;
  bool is_value = false;
  for (const std::string& token : arguments) {
    if (!is_value && lacks_a_dash(token, declared)) {
      faults.push_back(unknown_option(token, declared, typed));
      continue;
    }
    is_value = !is_value && takes_next(token, declared);
    const std::size_t equals = token.find('=');
    const Declaration* option =
        token.starts_with("--") ? find_option(before_equals(token), declared) : nullptr;
    if (!option || equals == std::string::npos) {
      prepared.push_back(token);
    } else if (!option->takes_value) {
      faults.push_back(usage_fault(
          "takes-no-value", phrase(Text{"{0} 后面不能带值", "{0} takes no value"}, option->name()),
          typed));
    } else {
      prepared.push_back(before_equals(token));
      prepared.push_back(token.substr(equals + 1));
    }
  }
  return prepared;
}

struct Sorted {
  std::vector<Words> values;  // by declaration; for a flag that was given, one word
  Words rest;
};

Result<Sorted> sort_out(Words arguments, const std::vector<Declaration>& declared,
                        const std::string& typed) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<CLI::Option*> options;
  for (const Declaration& d : declared) {
    if (d.positional()) {
      options.push_back(nullptr);
    } else if (d.takes_value) {
      options.push_back(app.add_option(option_names(d))
                            ->expected(1)
                            ->allow_extra_args(false)
                            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    } else {
      options.push_back(
          app.add_flag(option_names(d))->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
  }
  const std::string last = arguments.empty() ? "" : arguments.back();
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::Error&) {
    // Only one thing is left to go wrong: the last option has no value.
    const auto lacking = std::ranges::find_if(
        declared, [&](const Declaration& d) { return d.takes_value && d.answers_to(last); });
    if (lacking != declared.end()) return fail(Kind::usage, {missing_value(*lacking, typed)});
    return fail(Kind::usage,
                {usage_fault("missing-value",
                             phrase(Text{"{0} 后面缺少值", "{0} needs a value"}, last), typed)});
  }
  Sorted sorted;
  for (const CLI::Option* option : options)
    sorted.values.push_back(option ? option->results() : Words{});
  sorted.rest = app.remaining();
  return sorted;
}

// An unset variable in a script must not mean "everybody", whoever is stored or the current folder.
bool has_empty_value(const Declaration& declared, const Words& values) {
  return declared.what != Flags::What::text &&
         std::ranges::any_of(values, [](const std::string& value) { return value.empty(); });
}

template <class Name>
Fault empty_value(const Name& name, const std::string& typed) {
  return usage_fault("empty-value",
                     phrase(Text{"{0} 的值是空的", "the value of {0} is empty"}, name), typed);
}

void store_options(const Sorted& sorted, const std::vector<Declaration>& declared,
                   const std::string& typed, std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const Declaration& option = declared[i];
    if (option.positional()) continue;
    const Words& values = sorted.values[i];
    if (values.empty()) {
      if (option.required)
        faults.push_back(usage_fault(
            "missing-option",
            phrase(Text{"缺少 {0} {1}", "{0} {1} is missing"}, option.name(), option.placeholder()),
            typed));
    } else if (values.size() > 1 && option.takes_value && !option.repeated) {
      faults.push_back(usage_fault(
          "given-twice",
          phrase(Text{"{0} 只能给一次", "{0} can be given only once"}, option.name()), typed));
    } else if (option.takes_value && has_empty_value(option, values)) {
      faults.push_back(empty_value(option.name(), typed));
    } else if (auto fault = option.accept(values)) {
      faults.push_back(std::move(*fault));
    }
  }
}

// An argument's value was not accepted: its name is in the reader's language, unlike an option's.
Fault named(const Declaration& argument, Fault fault) {
  fault.place = {};
  fault.what = phrase(Text{"{0}: {1}", "{0}: {1}"}, argument.called(), fault.what);
  return fault;
}

void store_positionals(const Words& words, const std::vector<Declaration>& declared,
                       const std::string& typed, std::vector<Fault>& faults) {
  std::size_t next = 0;
  for (const Declaration& argument : declared) {
    if (!argument.positional()) continue;
    const std::size_t end = argument.repeated ? words.size() : std::min(next + 1, words.size());
    const Words values(words.begin() + static_cast<std::ptrdiff_t>(next),
                       words.begin() + static_cast<std::ptrdiff_t>(end));
    next = end;
    if (has_empty_value(argument, values)) {
      faults.push_back(empty_value(argument.called(), typed));
    } else if (!values.empty()) {
      if (auto fault = argument.accept(values))
        faults.push_back(named(argument, std::move(*fault)));
    } else if (argument.required) {
      faults.push_back(usage_fault(
          "missing-argument",
          phrase(Text{"缺少参数 {0}", "argument {0} is missing"}, argument.placeholder()), typed));
    }
  }
  if (next < words.size())
    faults.push_back(usage_fault(
        "unexpected-argument",
        phrase(Text{"多余的参数 \"{0}\"", "unexpected argument \"{0}\""}, words[next]), typed));
}

// The same hint once, behind the last fault that has it.
void say_hints_once(std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < faults.size(); ++i)
    for (std::size_t j = i + 1; j < faults.size(); ++j)
      if (faults[i].hint == faults[j].hint) faults[i].hint = {};
}

}  // namespace

bool takes_next(const std::string& token, const std::vector<Declaration>& declared) {
  if (token.starts_with("--")) {
    const Declaration* option = find_option(token, declared);
    return option && option->takes_value;
  }
  for (std::size_t i = 1; i < token.size(); ++i) {
    const Declaration* option = find_option(std::string("-") + token[i], declared);
    if (!option) return false;
    if (option->takes_value) return i + 1 == token.size();
  }
  return false;
}

bool is_declared(const std::string& token, const std::vector<Declaration>& declared) {
  if (token.starts_with("--")) return find_option(before_equals(token), declared) != nullptr;
  return find_option(token.substr(0, 2), declared) != nullptr;
}

Fault unknown_option(const std::string& token, const std::vector<Declaration>& declared,
                     const std::string& typed) {
  const std::string name = before_equals(token);
  Words known;
  for (const Declaration& d : declared)
    if (!d.positional()) known.insert(known.end(), d.names.begin(), d.names.end());
  Fault fault = usage_fault("unknown-option",
                            phrase(Text{"没有选项 \"{0}\"", "no option \"{0}\""}, name), typed);
  const Phrase near = did_you_mean(name, known);
  if (!near.empty()) fault.hint = near;
  return fault;
}

Result<void> parse_arguments(const Words& arguments, const std::vector<Declaration>& declared,
                             const std::string& typed) {
  std::vector<Fault> faults;
  const auto mark = std::ranges::find(arguments, "--");
  const Words before(arguments.begin(), mark);
  auto sorted = sort_out(prepare(before, declared, typed, faults), declared, typed);
  if (!sorted) return tl::unexpected(sorted.error());
  Words positionals;
  for (const std::string& word : sorted->rest) {
    if (word.size() > 1 && word.front() == '-')
      faults.push_back(unknown_option(word, declared, typed));
    else
      positionals.push_back(word);
  }
  if (mark != arguments.end()) positionals.insert(positionals.end(), mark + 1, arguments.end());
  store_options(*sorted, declared, typed, faults);
  // What follows an unknown option may be its value: no complaint about it then.
  if (faults.empty() || positionals.empty())
    store_positionals(positionals, declared, typed, faults);
  if (faults.empty()) return {};
  say_hints_once(faults);
  return fail(Kind::usage, std::move(faults));
}

}  // namespace sihu
