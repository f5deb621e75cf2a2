#include "tools/cli/program.hpp"

#include "store/clock.hpp"
#include "store/system_error.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/evidence_links.hpp"
#include "tools/cli/global.hpp"
#include "tools/cli/pager.hpp"
#include "tools/cli/stream.hpp"

#include <pwd.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <istream>
#include <ostream>

namespace sihu {
namespace {

volatile sig_atomic_t interrupt_seen = 0;  // the signal

void on_interrupt(int signal_number) {
  interrupt_seen = signal_number;
}

// Asks once and insists the second time.
void ask_by(int signal_number) {
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, nullptr);
}

// A reader that has gone is an error of write, not a death; so is a file that has grown to its
// limit.
void install_signals() {
  ask_by(SIGINT);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// HOME; where cron or a service leaves it out, what the user database says.
std::filesystem::path home_folder() {
  if (const std::string given = environment("HOME"); given.starts_with('/')) return given;
  const passwd* user = ::getpwuid(::getuid());  // NOLINT(concurrency-mt-unsafe): one thread
  return user != nullptr && user->pw_dir != nullptr ? user->pw_dir : "/";
}

std::filesystem::path state_home() {
  const std::string given = environment("XDG_STATE_HOME");
  if (given.starts_with('/')) return given;
  return home_folder() / ".local" / "state";
}

std::filesystem::path config_home() {
  const std::string given = environment("XDG_CONFIG_HOME");
  if (given.starts_with('/')) return given;
  return home_folder() / ".config";
}

// SIHU_LANG, then the locale, of which C, POSIX and C.UTF-8 name no language.
std::optional<Lang> language_from_environment() {
  if (const auto lang = parse_language(environment("SIHU_LANG"))) return lang;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = environment(name);
    if (locale.empty()) continue;
    if (locale.starts_with("zh")) return Lang::zh;
    if (locale == "C" || locale == "POSIX" || locale.starts_with("C.")) return {};
    return Lang::en;
  }
  return {};
}

winsize terminal_size() {
  winsize size = {};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  if (size.ws_col == 0) size.ws_col = 80;
  if (size.ws_row == 0) size.ws_row = 24;
  return size;
}

World make_world(std::istream& in, std::ostream& out, std::ostream& err) {
  World world{in, out, err};
  const auto lang = language_from_environment();
  world.lang = lang.value_or(Lang::zh);
  world.lang_given = lang.has_value();
  world.in_terminal = isatty(STDIN_FILENO) == 1;
  world.out_terminal = isatty(STDOUT_FILENO) == 1;
  world.err_terminal = isatty(STDERR_FILENO) == 1;
  world.color =
      world.out_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  world.links = world.out_terminal && shows_links(environment);
  world.columns = terminal_size().ws_col;
  if (world.in_terminal && world.out_terminal && environment("TERM") != "dumb")
    world.page = [&out](std::string_view text) {
      out.flush();
      return show_in_pager(pager_wanted(), text, terminal_size().ws_row);
    };
  std::error_code gone;
  world.directory = std::filesystem::current_path(gone);
  if (const std::string given = environment("SIHU_WORKSPACE"); !given.empty())
    world.workspace_given = world.directory / given;
  world.person_given = environment("SIHU_AS");
  world.device_given = environment("SIHU_DEVICE");
  world.now_given = environment("SIHU_NOW");
  world.lang_variable = environment("SIHU_LANG");
  world.state_home = state_home();
  world.config_home = config_home();
  world.clock = system_time;
  world.uptime = uptime_milliseconds;
  world.boot = boot_of_machine;
  world.interrupted = [] { return interrupt_seen != 0; };
  world.heed_termination = [] { ask_by(SIGTERM); };
  return world;
}

// Data that did not arrive is no success; but nobody is told when the reader just had enough (`|
// head`).
Exit check_output(World& world, const DescriptorOutput& output, Exit exit) {
  world.out.flush();
  if (output.error() == 0 || output.error() == EPIPE) return exit;
  auto failure = system_failure("cannot-write",
                                phrase(Text{"无法写标准输出（已记录的都已保存）",
                                            "cannot write standard output (what was recorded is "
                                            "saved)"}),
                                output.error())
                     .value();
  // Whoever repeats it would record it twice.
  if (*world.recorded)
    failure.faults.front().hint =
        phrase(Text{"这条命令已经记录，不要重复执行；只是没能输出",
                    "it is recorded: do not repeat it; only the output is missing"});
  return report_failure(world, failure);
}

Exit run_caught(const std::vector<std::string>& arguments, World& world) {
  try {
    return run_command_line(arguments, world);
  } catch (const std::bad_alloc&) {
    world.err << "内存不足 / there is not enough memory\n";
    return Exit::environment;
  } catch (const std::exception& error) {
    world.err << "sihu 自身出错，请报告 / a bug in sihu, please report: " << error.what() << '\n';
  } catch (...) {
    world.err << "sihu 自身出错，请报告 / a bug in sihu, please report\n";
  }
  return Exit::bug;
}

}  // namespace

int run_program(int argc, char** argv) {
  install_signals();
  DescriptorInput input(STDIN_FILENO, [] { return interrupt_seen != 0; });
  DescriptorOutput output(STDOUT_FILENO, true);
  DescriptorOutput errors(STDERR_FILENO, false);
  std::istream in(&input);
  std::ostream out(&output);
  std::ostream err(&errors);
  err.tie(&out);
  World world = make_world(in, out, err);
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  world.lang = find_language(arguments).value_or(world.lang);
  const Exit exit = check_output(world, output, run_caught(arguments, world));
  if (interrupt_seen == SIGTERM) raise(SIGTERM);  // it is not heeded twice: whoever waits sees it
  // Also when it came too late to stop anything: whoever pressed Ctrl-C wants the script to end.
  return static_cast<int>(interrupt_seen != 0 ? Exit::interrupted : exit);
}

}  // namespace sihu
