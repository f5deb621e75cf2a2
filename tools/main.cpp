#include "tools/cli/program.hpp"

int main(int argc, char** argv) {
  return sihu::run_program(argc, argv);
}
