#include "base/utf8.hpp"
#include "tools/cli/help.hpp"
#include "wording/width.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <sstream>

namespace {

using namespace sihu;

struct Outcome {
  Exit exit;
  std::string out;
  std::string err;
};

Outcome run(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  World world{in, out, err};
  const Exit exit = run_command_line(arguments, world);
  return {exit, out.str(), err.str()};
}

bool has_chinese(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code >= 0x4e00 && code < 0xa000) return true;
  }
  return false;
}

void for_each(const CommandNode& node, const std::function<void(const CommandNode&)>& look) {
  look(node);
  for (const CommandNode& child : node.children) for_each(child, look);
}

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("the help of every command fits a screen in both languages") {
    const CommandNode root = command_tree();
    for_each(root, [](const CommandNode& node) {
      for (const Lang lang : {Lang::zh, Lang::en}) {
        const std::string help = render_help(node, lang, 80);
        INFO(node.path);
        CHECK(std::count(help.begin(), help.end(), '\n') < 72);
        CHECK(help.find("\n\n\n") == std::string::npos);
        std::istringstream lines(help);
        // Examples are shown as they are typed; everything else is wrapped.
        for (std::string line; std::getline(lines, line);)
          CHECK((display_width(line) <= 80 || line.find("$ ") != std::string::npos));
      }
    });
  }

  TEST_CASE("the English help has no Chinese in it") {
    const CommandNode root = command_tree();
    for_each(root, [](const CommandNode& node) {
      if (node.command) return;
      INFO(node.path);
      CHECK_FALSE(has_chinese(render_help(node, Lang::en, 80)));
    });
  }

  TEST_CASE("every command and group says what it is for, with an example") {
    const CommandNode root = command_tree();
    for_each(root, [&](const CommandNode& node) {
      if (&node == &root) return;
      INFO(node.path);
      CHECK(node.summary.has_value());
      CHECK(render_help(node, Lang::en, 80).find("\nexample\n  $ ") != std::string::npos);
    });
  }

  TEST_CASE("help can be asked for before and behind the command") {
    CHECK(run({"help", "--help"}).out == run({"--help", "help"}).out);
    CHECK(run({"help", "-h"}).exit == Exit::done);
    CHECK(run({"--lang", "en", "help", "help"}).out == run({"help", "help", "--lang=en"}).out);
  }

  TEST_CASE("nothing typed is a wrong command line that says what there is") {
    const Outcome outcome = run({});
    CHECK(outcome.exit == Exit::usage);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("completion") != std::string::npos);
  }

  TEST_CASE("a command line leaves the world as it was") {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    World world{in, out, err};
    run_command_line({"--lang", "en", "--as", "p001", "--now", "2026-10-14", "help"}, world);
    CHECK(world.lang == Lang::zh);
    CHECK(world.person_given.empty());
    CHECK(world.now_given.empty());
  }

  TEST_CASE("words that are no commands are answered with the nearest") {
    CHECK(run({"hepl"}).err.find("help") != std::string::npos);
    CHECK(run({"hepl"}).exit == Exit::usage);
    CHECK(run({"\x1b[31m"}).err.find('\x1b') == std::string::npos);
    CHECK(run({"\xff"}).exit == Exit::usage);
  }
}
