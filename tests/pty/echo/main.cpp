// Asks for lines until the end, and says what it got: what the terminal tests talk to.
#include "tools/terminal/line.hpp"

#include <signal.h>

#include <iostream>

namespace {

volatile sig_atomic_t stopped = 0;

void on_interrupt(int) {
  stopped = 1;
}

}  // namespace

int main() {
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  sigaction(SIGINT, &action, nullptr);
  sihu::World world{std::cin, std::cout, std::cerr};
  world.in_terminal = true;
  world.interrupted = [] { return stopped != 0; };
  sihu::LineReader reader(world);
  while (const auto line = reader.read("请答：")) std::cout << "<" << *line << ">" << std::endl;
  std::cout << (reader.interrupted() ? "interrupted" : "ended") << std::endl;
  return reader.interrupted() ? 130 : 0;
}
