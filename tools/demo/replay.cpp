#include "tools/demo/replay.hpp"

#include "base/sha256.hpp"
#include "gate/csv.hpp"
#include "gate/yaml.hpp"
#include "store/files.hpp"
#include "tools/cli/command.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <sstream>

namespace sihu {
namespace {

namespace fs = std::filesystem;

std::string text_of(const Node& step, std::string_view key) {
  const Node* node = step.find(key);
  return node != nullptr ? node->text : std::string();
}

// A command and the folder it may leave files in.
class Stage {
 public:
  Stage(fs::path workspace, const World& world) : workspace_(std::move(workspace)), world_(world) {
    desk_ = workspace_ / ".sihu" / "replay";
    fs::create_directories(desk_);
  }
  ~Stage() {
    std::error_code ignored;
    fs::remove_all(desk_.parent_path(), ignored);  // locks included: nobody else is here yet
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  const fs::path& desk() const { return desk_; }

  Result<void> run(const std::vector<std::string>& words, const Node& step);

 private:
  fs::path workspace_;
  fs::path desk_;
  const World& world_;
};

Result<void> Stage::run(const std::vector<std::string>& words, const Node& step) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  World world{in, out, err};
  world.lang = world_.lang;
  world.lang_given = true;
  world.directory = desk_;
  world.workspace_given = workspace_;
  world.person_given = text_of(step, "by");
  world.device_given = text_of(step, "device");
  world.now_given = text_of(step, "at");
  world.state_home = desk_;
  world.clock = world_.clock;
  world.interrupted = world_.interrupted;
  const Exit exit = run_command_line(words, world);
  if (exit == Exit::done) return {};
  return fail(Kind::input, "story-step-failed",
              phrase(Text{"第 {0} 行的步骤以状态 {1} 结束：{2}",
                          "the step in line {0} ended with {1}: {2}"},
                     step.place.line, static_cast<int>(exit), err.str()));
}

std::string quoted_cell(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

// The form with the findings filled in and everything else passed.
std::string fill_form(const Sheet& form, const Node& step) {
  std::map<std::string, const Node*> findings;
  if (const Node* list = step.find("findings"))
    for (const Node& finding : list->items) findings[text_of(finding, "item")] = &finding;

  static constexpr std::string_view columns[] = {"item",  "result",  "points", "rule",
                                                 "value", "existed", "note"};
  std::size_t item_column = 0;
  while (item_column < form.head.size() && form.head[item_column].text != "item") ++item_column;

  std::string csv = "item,result,points,rule,value,existed,note\n";
  for (const auto& row : form.rows) {
    const std::string& item = row.at(item_column).text;
    const auto found = findings.find(item);
    for (const std::string_view column : columns) {
      if (column != "item") csv += ',';
      if (column == "item")
        csv += item;
      else if (found != findings.end())
        csv += quoted_cell(text_of(*found->second, column));
      else if (column == "result")
        csv += "pass";
    }
    csv += '\n';
  }
  return csv;
}

Result<void> replay_check(const Node& step, Stage& stage) {
  const fs::path form = stage.desk() / "form.csv";
  const fs::path answers = stage.desk() / "answers.csv";
  std::vector<std::string> target{text_of(step, "check"), "--checklist",
                                  text_of(step, "checklist")};
  std::vector<std::string> ask{"check", "form", "-o", form.string()};
  std::vector<std::string> run{"check", "run", "--answers", answers.string()};
  ask.insert(ask.end(), target.begin(), target.end());
  run.insert(run.end(), target.begin(), target.end());
  if (text_of(step, "self") == "true") {
    ask.emplace_back("--self");
    run.emplace_back("--self");
  }

  fs::remove(form);
  if (auto asked = stage.run(ask, step); !asked) return asked;
  return read_file(form, "form.csv")
      .and_then([](const std::string& text) { return decode(text, Encoding::utf8, "form.csv"); })
      .and_then([](const std::string& text) { return read_csv(text, "form.csv"); })
      .and_then([&](const Sheet& sheet) {
        return write_file_atomically(answers, fill_form(sheet, step), "answers.csv");
      })
      .and_then([&] { return stage.run(run, step); });
}

Result<void> replay_command(const Node& step, Stage& stage) {
  std::vector<std::string> words;
  for (const Node& word : step.find("run")->items) words.push_back(word.text);
  if (const std::string attached = text_of(step, "attach"); !attached.empty()) {
    const fs::path file = stage.desk() / "evidence.txt";
    if (auto written = write_file_atomically(file, attached + "\n", "evidence.txt"); !written)
      return written;
    words.insert(words.end(), {"--evidence", file.string()});
  }
  return stage.run(words, step);
}

}  // namespace

Result<void> replay_story(std::string_view story, std::string_view name, const fs::path& workspace,
                          World& world) {
  const Result<Node> root = read_yaml(story, name);
  if (!root) return tl::unexpected(root.error());
  Stage stage(workspace, world);
  for (const Node& step : root->find("steps")->items) {
    if (world.interrupted && world.interrupted())
      return fail(Kind::environment, "interrupted", phrase(Text{"被中断", "interrupted"}));
    auto done =
        step.find("check") != nullptr ? replay_check(step, stage) : replay_command(step, stage);
    if (!done) return done;
  }
  return {};
}

}  // namespace sihu
