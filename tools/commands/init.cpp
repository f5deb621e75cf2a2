#include "store/device.hpp"
#include "store/files.hpp"
#include "tools/cli/command.hpp"
#include "tools/demo/replay.hpp"
#include "tools/demo/templates.hpp"
#include "wording/shell_word.hpp"

#include <algorithm>
#include <filesystem>
#include <span>

// sihu init: a workspace to begin with, or one to play with.
namespace sihu {
namespace {

namespace fs = std::filesystem;

struct InitOptions {
  std::string directory;
  std::string kind;
  bool demo = false;
};

struct NewFile {
  fs::path path;  // below the workspace
  std::string_view text;
};

void declare(Flags& flags, InitOptions& options) {
  flags.text("DIR", options.directory, {"新工作区所在的文件夹", "the folder for the new workspace"},
             Flags::What::directory);
  flags.choice("--template", options.kind, {"party-branch", "workplace-safety", "minimal"},
               {"从哪套模板开始（默认 party-branch）",
                "which template to begin with (default party-branch)"});
  flags.flag("--demo", options.demo,
             {"建一个演练用的工作区，内有两个已结束的季度",
              "make a workspace to play with, two finished quarters in it"});
}

// What the template puts into a workspace, sihu.yaml last: it is what makes the folder a workspace.
std::vector<NewFile> files_of_template(const std::string& kind, bool demo) {
  std::vector<NewFile> files;
  std::string_view organisation;
  for (const EmbeddedFile& file : embedded_templates()) {
    const std::string path = file.path;
    if (path.starts_with("schema/")) files.push_back({path, file.text()});
    if (!path.starts_with(kind + "/")) continue;
    const std::string below = path.substr(kind.size() + 1);
    if (below == (demo ? "demo/sihu.yaml" : "sihu.yaml"))
      organisation = file.text();
    else if (below != "sihu.yaml" && !below.starts_with("demo/"))
      files.push_back({below, file.text()});
  }
  files.push_back({"sihu.yaml", organisation});
  return files;
}

// A file that already is what would be written is no obstacle: an interrupted init can be run
// again.
bool is_in_the_way(const fs::path& path, std::string_view text) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(path, ignored))) return false;
  const auto there = read_file(path, path.string());
  return !there || *there != text;
}

Fault in_the_way(const fs::path& path) {
  return {{path.string(), 0, 0},
          "already-there",
          phrase(Text{"已经存在，init 不覆盖任何文件",
                      "is there already, and init overwrites nothing"}),
          phrase(Text{"换一个空文件夹", "choose an empty folder"})};
}

// `shown` is the folder as the user typed it.
Result<void> refuse_if_present(const fs::path& directory, const fs::path& shown,
                               const std::vector<NewFile>& files) {
  std::error_code ignored;
  if (fs::exists(directory / "sihu.yaml", ignored))
    return fail(Kind::refused, {in_the_way(shown / "sihu.yaml")});
  std::vector<Fault> faults;
  for (const NewFile& file : files)
    if (is_in_the_way(directory / file.path, file.text))
      faults.push_back(in_the_way(shown / file.path));
  if (faults.empty()) return {};
  return fail(Kind::refused, std::move(faults));
}

Result<void> write_all(const fs::path& directory, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    const fs::path path = directory / file.path;
    auto written = make_folders(path.parent_path()).and_then([&] {
      return write_file_atomically(path, file.text, path.string());
    });
    if (!written) return written;
  }
  return {};
}

std::string_view demo_story(const std::string& kind) {
  for (const EmbeddedFile& file : embedded_templates())
    if (file.path == kind + "/demo/story.yaml") return file.text();
  return {};
}

Result<void> make_demo(const std::string& kind, const fs::path& directory, World& world) {
  world.say_to_people(
      phrase(Text{"正在用真实命令重演两个季度……", "replaying two quarters, command by command …"}));
  auto replayed = replay_story(demo_story(kind), "story.yaml", directory, world);
  if (!replayed) return replayed;
  return save_local_state(world.state_home, directory, LocalState{std::nullopt, "p900"});
}

void say_what_next(const std::string& directory, bool demo, World& world) {
  static constexpr Text ready[] = {
      {"工作区已建好：{0}", "the workspace is ready: {0}"},
      {"请勿录入国家秘密、个人隐私和违纪线索",
       "enter no state secrets, no private matters and no accusations"}};
  static constexpr Text begin[] = {
      {"接下来：cd {0}", "next: cd {0}"},
      {"  编辑 sihu.yaml（支部、人员），再运行 sihu lint",
       "  edit sihu.yaml (branches, people), then run sihu lint"},
      {"  sihu me 人员编号    记住你是谁", "  sihu me PERSON    remembers who you are"}};
  static constexpr Text play[] = {
      {"试试：cd {0}", "try: cd {0}"},
      {"  sihu due --now 2026-10-08", "  sihu due --now 2026-10-08"},
      {"  sihu problems --quarter 2026Q3", "  sihu problems --quarter 2026Q3"},
      {"  sihu check run zb05 --checklist basics --as p003 --now 2026-10-12",
       "  sihu check run zb05 --checklist basics --as p003 --now 2026-10-12"}};
  for (const Text& line : ready) world.say_to_people(phrase(line, directory));
  for (const Text& line : demo ? std::span<const Text>(play) : std::span<const Text>(begin))
    world.say_to_people(phrase(line, shell_word(directory)));
}

Exit run(const InitOptions& options, World& world) {
  const std::string kind = options.kind.empty() ? "party-branch" : options.kind;
  if (options.demo && demo_story(kind).empty())
    return report_failure(world,
                          fail(Kind::usage, "no-demo",
                               phrase(Text{"模板 {0} 没有演练内容，只有 party-branch 有",
                                           "template {0} has no demo, only party-branch has"},
                                      kind))
                              .value());
  const fs::path directory = (world.directory / options.directory).lexically_normal();
  const std::vector<NewFile> files = files_of_template(kind, options.demo);
  auto made = refuse_if_present(directory, options.directory, files).and_then([&] {
    return write_all(directory, files);
  });
  if (made && options.demo) made = make_demo(kind, directory, world);
  if (!made) return report_failure(world, made.error());
  say_what_next(options.directory, options.demo, world);
  return Exit::done;
}

}  // namespace

Command init_command() {
  return make_command<InitOptions>(
      "init", {"新建工作区", "make a new workspace"},
      {"$ sihu init 互查 --template party-branch\n$ sihu init 演练 --demo",
       "$ sihu init inspections --template workplace-safety\n$ sihu init play --demo"},
      declare, run);
}

}  // namespace sihu
