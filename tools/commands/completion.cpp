// sihu completion: a script that teaches a shell the commands and options, and what scripts ask
// for.
#include "tools/cli/completion.hpp"

#include "store/files.hpp"
#include "tools/cli/problem_reading.hpp"

#include <algorithm>
#include <initializer_list>
#include <ostream>
#include <set>

namespace sihu {
namespace {

struct CompletionOptions {
  std::string shell;
  std::string values;
};

// An id, and what people call it.
using Value = std::pair<std::string, std::string>;

void declare(Flags& flags, CompletionOptions& options) {
  flags.optional_from_here();
  flags.choice("SHELL", options.shell, {"bash", "zsh", "fish"}, {"哪种 shell", "which shell"});
  flags.choice("--values", options.values, completed_kinds(),
               {"列出工作区里有哪些（供脚本用），每行一个：编号、制表符、名称",
                "list what the workspace has of a kind, for the scripts: id, tab, name"});
}

std::vector<Value> branches(const Workspace& workspace, Lang lang) {
  std::vector<Value> values;
  for (const Branch& branch : workspace.organisation().branches)
    values.emplace_back(branch.id, branch.name.in(lang));
  return values;
}

std::vector<Value> people(const Workspace& workspace, Lang lang) {
  std::vector<Value> values;
  for (const Person& person : workspace.organisation().people)
    values.emplace_back(person.id, person.name.in(lang));
  return values;
}

std::vector<Value> documents(const Workspace& workspace, const char* folder) {
  std::vector<Value> values;
  const auto names = list_inside(workspace.root(), folder, ".yaml");
  if (!names) return values;
  for (const std::string& name : *names)
    values.emplace_back(name.substr(0, name.size() - std::string_view(".yaml").size()), "");
  return values;
}

// Of the checklists that can be read.
std::vector<Value> items(const Workspace& workspace, Lang lang) {
  std::vector<Value> values;
  const auto ids = workspace.checklist_ids();
  if (!ids) return values;
  for (const std::string& id : *ids)
    if (const auto kept = workspace.checklist(id))
      for (const Item& item : kept->checklist.items)
        values.emplace_back(item.id, item.title.in(lang));
  return values;
}

// Those that have a plan or lines, and the one that it is now.
std::vector<Value> quarters(const Workspace& workspace, Date today) {
  std::set<std::string> known = {to_string(Quarter::of(today))};
  for (const char* folder : {"plans", "ledger"})
    if (const auto names = list_inside(workspace.root(), folder))
      for (const std::string& name : *names)
        if (const auto quarter = Quarter::parse(name.substr(0, name.find('.'))))
          known.insert(to_string(*quarter));
  std::vector<Value> values;
  for (const std::string& quarter : known) values.emplace_back(quarter, "");
  return values;
}

std::vector<Value> open_problems(World& world) {
  constexpr int as_far_as_anybody_looks = 3660;  // days
  std::vector<Value> values;
  const auto reading = read_open_problems(world, true, [](Date today) {
    return OpenQuestion{today + as_far_as_anybody_looks, true};
  });
  if (!reading) return values;
  const auto list = reading->list();
  if (!list) return values;
  const ListContext context = list_context(reading->workspace, reading->today, world.lang);
  for (const Problem& problem : list->problems)
    values.emplace_back(problem.id, title_of(problem, context).in(world.lang));
  return values;
}

std::vector<Value> together(std::initializer_list<std::vector<Value>> lists) {
  std::vector<Value> all;
  for (const std::vector<Value>& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

// What `sihu open` is mostly asked for.
std::vector<Value> ids(const Workspace& workspace, World& world) {
  const auto today = world.today(workspace);
  return together({open_problems(world), branches(workspace, world.lang),
                   people(workspace, world.lang),
                   today ? quarters(workspace, *today) : std::vector<Value>{},
                   documents(workspace, "checklists"), documents(workspace, "papers"),
                   documents(workspace, "courses"), items(workspace, world.lang)});
}

// Nobody waits for a reason while completing a word: where nothing can be read nothing is offered.
std::vector<Value> values_of(const std::string& kind, World& world) {
  world.quiet = true;
  if (kind == "problem") return open_problems(world);
  const auto workspace = world.open_workspace();
  if (!workspace) return {};
  if (kind == "branch") return branches(*workspace, world.lang);
  if (kind == "person") return people(*workspace, world.lang);
  if (kind == "learner")
    return together({branches(*workspace, world.lang), people(*workspace, world.lang)});
  if (kind == "checklist") return documents(*workspace, "checklists");
  if (kind == "paper") return documents(*workspace, "papers");
  if (kind == "course") return documents(*workspace, "courses");
  if (kind == "item") return items(*workspace, world.lang);
  if (kind == "id") return ids(*workspace, world);
  const auto today = world.today(*workspace);
  return today ? quarters(*workspace, *today) : std::vector<Value>{};
}

Exit run(const CompletionOptions& options, World& world) {
  if (!options.values.empty()) {
    for (const auto& [id, name] : values_of(options.values, world))
      world.out << id << (name.empty() ? "" : "\t") << name << '\n';
    return Exit::done;
  }
  if (options.shell.empty())
    return report_failure(
        world, fail(Kind::usage, "missing-argument",
                    phrase(Text{"缺少参数 {0}", "argument {0} is missing"}, "bash|zsh|fish"),
                    phrase(Text{"用法见 sihu completion --help", "see sihu completion --help"}))
                   .value());
  Shell shell = Shell::bash;
  if (options.shell == "zsh") shell = Shell::zsh;
  if (options.shell == "fish") shell = Shell::fish;
  world.out << completion_script(shell, command_tree(), world.lang);
  return Exit::done;
}

}  // namespace

Command completion_command() {
  return make_command<CompletionOptions>(
      "completion", {"输出 shell 的补全脚本", "print a completion script for a shell"},
      {"$ source <(sihu completion bash)", "$ source <(sihu completion bash)"}, declare, run);
}

}  // namespace sihu
