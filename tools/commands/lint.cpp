// sihu lint: every fault of every document, in one run.
#include "document/lint.hpp"

#include "gate/encoding.hpp"
#include "gate/yaml.hpp"
#include "plan/lint_notes.hpp"
#include "plan/lint_plans.hpp"
#include "records/records_lint.hpp"
#include "report/bulletin_document.hpp"
#include "report/table.hpp"
#include "store/clock.hpp"
#include "store/files.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/world.hpp"
#include "wording/number.hpp"
#include "wording/render.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = std::uint64_t{64} << 20;

struct LintOptions {
  std::vector<std::string> files;
  std::string format;
  bool explain = false;
};

void declare(Flags& flags, LintOptions& options) {
  flags.choice("--format", options.format, {"table", "json"},
               {"table 给人看，json 给编辑器", "table for people, json for editors"});
  flags.flag("--explain", options.explain,
             {"输出 sihu.yaml 的全部默认值", "print all defaults of sihu.yaml"});
  flags.optional_from_here();
  flags.texts(
      "FILE", options.files,
      {"只检查这些文件；不写则检查整个工作区", "only these files; else the whole workspace"},
      Flags::What::file);
}

// Files as they were read; what could not be read is kept beside them.
struct Gathered {
  LintInput input;
  std::vector<LintFile> texts;  // of the bulletin, which are no YAML
  std::vector<Fault> faults;
  bool unreadable = false;

  void take(const Failure& failure) {
    unreadable = unreadable || failure.kind != Kind::input;
    faults.insert(faults.end(), failure.faults.begin(), failure.faults.end());
  }
};

void read_into(Gathered& gathered, std::vector<LintFile>& into, const fs::path& file,
               const std::string& name) {
  auto text = read_file(file, name, most_bytes);
  if (text)
    into.push_back({name, std::move(*text)});
  else
    gathered.take(text.error());
}

// The same for a file of the workspace: a link that leads out of it is not followed.
void read_inside(Gathered& gathered, std::vector<LintFile>& into, const fs::path& root,
                 const std::string& name) {
  const auto file = path_inside(root, name);
  if (file)
    read_into(gathered, into, *file, name);
  else
    gathered.take(file.error());
}

// The unit's own words for the bulletin, where it has any.
constexpr const char* bulletin_texts[] = {"templates/report/bulletin.zh.md",
                                          "templates/report/bulletin.en.md"};

bool is_bulletin_text(std::string_view name) {
  return std::ranges::find(bulletin_texts, name) != std::end(bulletin_texts);
}

void read_bulletin_texts(Gathered& gathered, const fs::path& root) {
  std::error_code ignored;
  for (const char* name : bulletin_texts)
    if (fs::exists(fs::symlink_status(root / name, ignored)))
      read_inside(gathered, gathered.texts, root, name);
}

// A file that nobody reads because of its ending is a trap worth a word.
void warn_about_ending(Gathered& gathered, const std::string& name) {
  if (!name.ends_with(".yml")) return;
  Fault fault{{name, 0, 0},
              "not-read",
              phrase(Text{"sihu 只读 .yaml，这个文件不起作用",
                          "sihu reads .yaml only, this file has no effect"})};
  fault.warning = true;
  gathered.faults.push_back(std::move(fault));
}

void read_workspace(Gathered& gathered, std::vector<LintFile>& into, const fs::path& root) {
  read_inside(gathered, into, root, "sihu.yaml");
  for (const char* folder :
       {"banks", "calendars", "checklists", "courses", "papers", "plans", "records", "rubrics"}) {
    const auto names = list_inside(root, folder);
    if (!names) {
      gathered.take(names.error());
      continue;
    }
    for (const std::string& name : *names) {
      const std::string shown = std::string(folder) + "/" + name;
      warn_about_ending(gathered, shown);
      if (name.ends_with(".yaml") || is_record_file(shown))
        read_inside(gathered, into, root, shown);
    }
  }
}

// The name under which the workspace knows `file`; as typed when it lies elsewhere.
std::string name_of(const fs::path& file, const std::string& typed,
                    const std::optional<fs::path>& root) {
  if (!root) return typed;
  const fs::path relative =
      fs::weakly_canonical(file).lexically_relative(fs::weakly_canonical(*root));
  if (relative.empty() || *relative.begin() == "..") return typed;
  return relative.generic_string();
}

// Outside a workspace a checklist finds what it extends beside itself.
void read_siblings(Gathered& gathered, const fs::path& file, const std::string& typed) {
  const auto names = list_folder(file.parent_path(), ".yaml");
  if (!names) return;
  const fs::path folder = fs::path(typed).parent_path();
  for (const std::string& name : *names)
    if (name != file.filename())
      if (auto text = read_file(file.parent_path() / name, name, most_bytes))
        gathered.input.context.push_back({(folder / name).generic_string(), std::move(*text)});
}

Gathered gather_given(const LintOptions& options, const World& world,
                      const std::optional<fs::path>& root) {
  Gathered gathered;
  for (const std::string& typed : options.files) {
    const fs::path file = world.directory / typed;
    const std::string name = name_of(file, typed, root);
    read_into(gathered, is_bulletin_text(name) ? gathered.texts : gathered.input.files, file, name);
    if (!root) read_siblings(gathered, file, typed);
  }
  if (!root) return gathered;
  Gathered rest;
  read_workspace(rest, rest.input.context, *root);
  for (LintFile& file : rest.input.context)
    if (std::ranges::none_of(gathered.input.files,
                             [&](const LintFile& given) { return given.name == file.name; }))
      gathered.input.context.push_back(std::move(file));
  return gathered;
}

std::optional<fs::path> find_root(const World& world) {
  if (world.workspace_given) return world.workspace_given;
  return Workspace::find(world.directory);
}

// sihu.yaml may be broken, and still say which language its people read.
void choose_language(World& world, const LintInput& input) {
  if (world.lang_given) return;
  for (const auto* files : {&input.files, &input.context})
    for (const LintFile& file : *files) {
      if (file.name != "sihu.yaml") continue;
      const Source source(without_bom(file.text), file.name);
      std::vector<Fault> ignored;
      const auto root = read_yaml(source, ignored);
      const Node* language = root ? root->find("language") : nullptr;
      if (language && language->text == "en") world.lang = Lang::en;
      if (language && language->text == "zh") world.lang = Lang::zh;
    }
}

Table as_table(const std::vector<Fault>& faults, Lang lang) {
  Table table;
  for (const char* key : {"file", "line", "column", "severity", "name", "message", "hint", "count"})
    table.columns.push_back({key, same(key)});
  for (const Fault& fault : faults)
    table.rows.push_back(
        {fault.place.file, std::int64_t{fault.place.line}, std::int64_t{fault.place.column},
         std::string(fault.warning ? "warning" : "error"), fault.name, fault.what.in(lang),
         fault.hint.in(lang), static_cast<std::int64_t>(fault.stands_for)});
  return table;
}

void print(const std::vector<Fault>& faults, const LintOptions& options, const World& world) {
  if (options.format == "json")
    world.out << render(as_table(faults, world.lang), Format::json, {world.lang});
  else
    for (const Fault& fault : faults) world.out << render(fault, world.lang);
}

Exit report(Gathered gathered, const LintOptions& options, World& world) {
  const Phrase files =
      counted(std::ssize(gathered.input.files) + std::ssize(gathered.texts), "file");
  std::vector<Fault> faults = lint(gathered.input);
  std::ranges::move(judge_plans(gathered.input), std::back_inserter(faults));
  std::ranges::move(lint_record_files(gathered.input), std::back_inserter(faults));
  for (const LintFile& text : gathered.texts)
    if (auto sound = check_bulletin_text({text.name, text.text}); !sound)
      std::ranges::move(sound.error().faults, std::back_inserter(faults));
  faults.insert(faults.end(), gathered.faults.begin(), gathered.faults.end());
  print(faults, options, world);
  std::ptrdiff_t warnings = 0;
  std::ptrdiff_t errors = 0;
  for (const Fault& fault : faults)
    (fault.warning ? warnings : errors) += static_cast<std::ptrdiff_t>(fault.stands_for);
  if (faults.empty())
    world.say_to_people(phrase(Text{"{0} 个文件，没有错误", "{0}, no faults"}, files));
  else
    world.say_to_people(phrase(Text{"{0} 个文件，{1} 处错误，{2} 处提醒", "{0}, {1}, {2}"}, files,
                               counted(errors, "fault"), counted(warnings, "warning")));
  for (const Phrase& note : lint_notes(gathered.input)) world.say_to_people(note);
  if (gathered.unreadable) return Exit::environment;
  return errors > 0 ? Exit::bad_news : Exit::done;
}

Result<Date> today(const World& world) {
  const Zone zone;  // a day more or less does not matter to a warning about a year
  if (world.now_given.empty()) return zone.date_of(world.clock());
  if (const auto given = parse_time(world.now_given, zone)) return zone.date_of(*given);
  return fail(
      Kind::usage, "not-a-time",
      phrase(Text{"--now: 不是时间 \"{0}\"", "--now: \"{0}\" is no time"}, world.now_given));
}

Exit run(const LintOptions& options, World& world) {
  if (options.explain) {
    world.out << explain_defaults(world.lang);
    return Exit::done;
  }
  const auto day = today(world);
  if (!day) return report_failure(world, day.error());
  const auto root = find_root(world);
  Gathered gathered;
  if (!options.files.empty()) {
    gathered = gather_given(options, world, root);
  } else if (root) {
    gathered.input.whole = true;
    read_workspace(gathered, gathered.input.files, *root);
    read_bulletin_texts(gathered, *root);
  } else {
    return report_failure(
        world, {Kind::input,
                {Fault{{},
                       "no-workspace",
                       phrase(Text{"这里和上级文件夹都没有 sihu.yaml",
                                   "there is no sihu.yaml here or above"}),
                       phrase(Text{"用 -C 指明工作区，或写出要检查的文件",
                                   "name the workspace with -C, or the files to check"})}}});
  }
  gathered.input.today = *day;
  gathered.input.zones = zone_names;
  choose_language(world, gathered.input);
  return report(std::move(gathered), options, world);
}

}  // namespace

Command lint_command() {
  return make_command<LintOptions>(
      "lint",
      {"检查各种文件，一次说出所有错处", "check the documents, and name every fault at once"},
      {"$ sihu lint\n"
       "$ sihu lint checklists/basics.yaml --format json",
       "$ sihu lint\n"
       "$ sihu lint checklists/basics.yaml --format json"},
      declare, run);
}

}  // namespace sihu
