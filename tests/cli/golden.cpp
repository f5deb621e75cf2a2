// Runs one story: `golden [--update] PROGRAM STORY`.
//
//     # a comment; blank lines separate
//     env SIHU_DEVICE=k7m2qx          before the first command, for all of them
//     $ sihu due --overdue            run by `sh -c` in a fresh folder
//     what it wrote to standard output
//     | a line that would look like one of these, or a blank one at the end
//     ! what it wrote to standard error
//     ? 1                             its status, when it is not 0
//     -- checklists/dues.yaml --      from here on: files that are there before the first command
//
// Of a Markdown file the blocks marked `console` are the story, all in one folder.
// Nothing is inherited: home, state, zone, language and path are given. $SIHU_SOURCE is the source
// tree. Control characters are shown as \xNN. With --update the story is written anew as it
// happened.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

// A line kept as it is, or a command with what it did.
struct Item {
  bool is_command = false;
  std::string line;
  Lines out = {};
  Lines err = {};
  int status = 0;
};

struct Story {
  std::vector<Item> items;
  Lines environment;
  Lines files;  // the file sections, verbatim
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Lines split_lines(const std::string& text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

bool is_file_heading(const std::string& line) {
  return line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
}

// One line behind a command: part of what it did, or the end of it.
bool take_outcome(Item& item, const std::string& line, int& blanks) {
  if (line.empty()) {
    ++blanks;
    return true;
  }
  if (line.starts_with("! ") || line == "!") {
    item.err.push_back(line.size() > 2 ? line.substr(2) : "");
  } else if (line.starts_with("? ")) {
    item.status = std::atoi(line.c_str() + 2);
  } else if (line.starts_with("# ") || line == "#") {
    return false;
  } else {
    item.out.insert(item.out.end(), static_cast<std::size_t>(blanks), "");
    const bool guarded = line.starts_with("| ") || line == "|";
    item.out.push_back(guarded ? (line.size() > 2 ? line.substr(2) : "") : line);
  }
  blanks = 0;
  return true;
}

void keep_blanks(Story& story, int& blanks) {
  for (; blanks > 0; --blanks) story.items.push_back({false, ""});
}

Story parse(const std::string& text, bool markdown) {
  Story story;
  Item* command = nullptr;
  int blanks = 0;
  bool in_session = !markdown;
  const Lines lines = split_lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (markdown && (!in_session || line == "```")) {
      keep_blanks(story, blanks);
      story.items.push_back({false, line});
      in_session = line == "```console";
      command = nullptr;
      continue;
    }
    if (is_file_heading(line)) {
      story.files.assign(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end());
      break;
    }
    if (line.starts_with("$ ")) {
      keep_blanks(story, blanks);
      story.items.push_back({true, line.substr(2)});
      command = &story.items.back();
    } else if (!command || !take_outcome(*command, line, blanks)) {
      keep_blanks(story, blanks);
      command = nullptr;
      story.items.push_back({false, line});
      if (line.starts_with("env ")) story.environment.push_back(line.substr(4));
    }
  }
  keep_blanks(story, blanks);
  return story;
}

std::string guarded(const std::string& line, bool blank_matters) {
  if (line.empty()) return blank_matters ? "|" : "";
  for (const char* mark : {"# ", "$ ", "! ", "? ", "| ", "-- "})
    if (line.starts_with(mark)) return "| " + line;
  const bool bare_mark = line == "#" || line == "!" || line == "|";
  return bare_mark ? "| " + line : line;
}

void render(const Item& item, Lines& lines) {
  if (!item.is_command) {
    lines.push_back(item.line);
    return;
  }
  lines.push_back("$ " + item.line);
  std::size_t last = item.out.size();
  while (last > 0 && item.out[last - 1].empty()) --last;
  for (std::size_t i = 0; i < item.out.size(); ++i)
    lines.push_back(guarded(item.out[i], i >= last));
  for (const std::string& line : item.err) lines.push_back(line.empty() ? "!" : "! " + line);
  if (item.status != 0) lines.push_back("? " + std::to_string(item.status));
}

Lines render(const Story& story) {
  Lines lines;
  for (const Item& item : story.items) render(item, lines);
  lines.insert(lines.end(), story.files.begin(), story.files.end());
  return lines;
}

void write_files(const Story& story, const fs::path& folder) {
  std::ofstream file;
  for (const std::string& line : story.files) {
    if (is_file_heading(line)) {
      const fs::path path = folder / line.substr(3, line.size() - 6);
      fs::create_directories(path.parent_path());
      file = std::ofstream(path, std::ios::binary);
    } else {
      file << line << '\n';
    }
  }
}

Lines shown_lines(const fs::path& path) {
  std::string text;
  for (const char c : read_file(path)) {
    const auto byte = static_cast<unsigned char>(c);
    char code[5];
    std::snprintf(code, sizeof code, "\\x%02x", byte);
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f)
      text += code;
    else
      text += c;
  }
  return split_lines(text);
}

[[noreturn]] void become(const std::string& command, const fs::path& place,
                         const Lines& environment) {
  std::vector<char*> variables;
  for (const std::string& variable : environment)
    variables.push_back(const_cast<char*>(variable.c_str()));
  variables.push_back(nullptr);
  const int null = open("/dev/null", O_RDONLY);
  const int out = open((place / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  const int err = open((place / "err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (null < 0 || dup2(null, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0) _exit(126);
  if (chdir((place / "w").c_str()) != 0) _exit(126);
  execle("/bin/sh", "sh", "-c", command.c_str(), nullptr, variables.data());
  _exit(126);
}

void run(Item& item, const fs::path& place, const Lines& environment) {
  const pid_t child = fork();
  if (child == 0) become(item.line, place, environment);
  int status = 0;
  waitpid(child, &status, 0);
  item.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  item.out = shown_lines(place / "out");
  item.err = shown_lines(place / "err");
}

Lines fixed_environment(const fs::path& program, const fs::path& place, const Story& story) {
  Lines list{"PATH=" + program.parent_path().string() + ":/usr/local/bin:/usr/bin:/bin",
             "HOME=" + (place / "home").string(),
             "XDG_STATE_HOME=" + (place / "state").string(),
             "TZ=UTC",
             "LC_ALL=C.UTF-8",
             "TERM=dumb",
             "SIHU_SOURCE=" SIHU_SOURCE_DIR};
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) list.push_back(std::string(name) + "=" + value);
  list.insert(list.end(), story.environment.begin(), story.environment.end());
  return list;
}

Story run(Story story, const fs::path& program) {
  std::string pattern = (fs::temp_directory_path() / "sihu-story-XXXXXX").string();
  if (!mkdtemp(pattern.data())) std::abort();
  const fs::path place(pattern);
  for (const char* folder : {"w", "home", "state"}) fs::create_directory(place / folder);
  write_files(story, place / "w");
  const Lines environment = fixed_environment(program, place, story);
  for (Item& item : story.items)
    if (item.is_command) run(item, place, environment);
  std::error_code ignored;
  fs::remove_all(place, ignored);
  return story;
}

// The lines that differ, with `-` for what the story says and `+` for what happened.
void print_difference(const Lines& a, const Lines& b) {
  std::vector<std::vector<int>> common(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      if (a[i].starts_with("$ ")) std::cout << "  " << a[i] << '\n';
      ++i, ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      std::cout << "- " << a[i++] << '\n';
    } else {
      std::cout << "+ " << b[j++] << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Lines arguments(argv + 1, argv + argc);
  const bool update = !arguments.empty() && arguments.front() == "--update";
  if (arguments.size() != (update ? 3u : 2u)) {
    std::cerr << "usage: golden [--update] PROGRAM STORY\n";
    return 2;
  }
  const fs::path program = fs::absolute(arguments[arguments.size() - 2]);
  const fs::path file = arguments.back();
  const std::string text = read_file(file);
  const Story told = parse(text, file.extension() == ".md");
  const Story happened = run(told, program);
  if (update) {
    std::ofstream out(file, std::ios::binary);
    for (const std::string& line : render(happened)) out << line << '\n';
    return out.good() ? 0 : 1;
  }
  const auto is_command = [](const Item& item) { return item.is_command; };
  if (std::none_of(told.items.begin(), told.items.end(), is_command)) {
    std::cout << file.string() << ": no command in it\n";
    return 1;
  }
  if (render(told) == render(happened)) return 0;
  std::cout << file.string() << ":\n";
  print_difference(render(told), render(happened));
  return 1;
}
