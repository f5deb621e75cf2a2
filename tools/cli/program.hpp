#pragma once

namespace sihu {

/// The program: builds the world from the real process, runs the command line in it and gives the
/// exit status. The only place that catches what nobody expected.
int run_program(int argc, char** argv);

}  // namespace sihu
