#include "tools/cli/global.hpp"

#include "tools/cli/values.hpp"

namespace sihu {

void declare_global(Flags& flags, GlobalOptions& options) {
  using What = Flags::What;
  flags.text("-C,--workspace", options.workspace,
             {"工作区目录（默认：往上最近的一个）", "the workspace (else the nearest above)"},
             What::directory);
  flags.text("--as", options.person, {"以谁的身份", "who you are"}, What::person);
  flags.text("--now", options.now,
             {"当作现在（正式工作区里记录时无效）", "the present (recording: in practice only)"},
             What::date);
  flags.choice("--lang", options.lang, {"zh", "en"}, {"语言", "language"});
  flags.choice("--color", options.color, {"auto", "always", "never"}, {"颜色", "colours"});
  flags.flag("-q,--quiet", options.quiet,
             {"不输出提示信息", "no messages besides data and errors"});
  flags.flag("-h,--help", options.help, {"显示帮助", "show this help"});
  flags.flag("--version", options.version, {"显示版本", "show the version"});
}

Result<World> apply_global(const World& world, const GlobalOptions& options) {
  World applied = world;
  if (!options.workspace.empty()) applied.workspace_given = world.directory / options.workspace;
  if (!options.person.empty()) applied.person_given = options.person;
  if (!options.now.empty()) applied.now_given = options.now;
  if (options.color != "auto") applied.color = options.color == "always";
  if (options.quiet) applied.quiet = true;
  if (options.lang.empty() && !applied.lang_variable.empty()) {
    std::string ignored;
    if (auto fault = read_choice("SIHU_LANG", applied.lang_variable, {"zh", "en"}, ignored))
      return fail(Kind::usage, {*fault});
  }
  if (!applied.now_given.empty())
    if (auto fault = check_time(options.now.empty() ? "SIHU_NOW" : "--now", applied.now_given))
      return fail(Kind::usage, {*fault});
  return applied;
}

std::optional<Lang> parse_language(std::string_view text) {
  if (text == "zh") return Lang::zh;
  if (text == "en") return Lang::en;
  return {};
}

std::optional<Lang> find_language(const std::vector<std::string>& arguments) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") break;
    if (argument == option && i + 1 < arguments.size()) return parse_language(arguments[i + 1]);
    if (argument.starts_with("--lang=")) return parse_language(argument.substr(option.size() + 1));
  }
  return {};
}

}  // namespace sihu
