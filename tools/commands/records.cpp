// sihu records: the registers that branches keep, how far they are filled in, and what is wrong.
#include "tools/cli/records.hpp"

#include "report/records_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"

namespace sihu {
namespace {

struct RecordsOptions {
  std::string branch;
  Output output;
};

void declare(Flags& flags, RecordsOptions& options) {
  flags.text("--branch", options.branch,
             {"只数这个支部的行", "count the rows of this branch alone"}, Flags::What::branch);
  declare_output(flags, options.output);
}

Exit run(const RecordsOptions& options, World& world) {
  const auto desk = open_records(world);
  if (!desk) return report_failure(world, desk.error());
  if (const auto known = check_known_branch(desk->workspace.organisation(), options.branch); !known)
    return report_failure(world, known.error());
  const Exit printed =
      print_table(world, options.output, registers_table(desk->records.tables, options.branch));
  if (printed != Exit::done) return printed;
  say_repeated(world, desk->records.tables);
  if (desk->records.faults.empty()) return printed;
  return report_failure(world, {Kind::input, desk->records.faults});
}

}  // namespace

Command records_command() {
  return make_command<RecordsOptions>(
      "records",
      {"各支部的台账：有多少行、到哪一天、哪里有错",
       "the branches' registers: rows, last day, and every fault"},
      {"$ sihu records\n$ sihu records --branch zb05 --format json",
       "$ sihu records\n$ sihu records --branch zb05 --format json"},
      declare, run);
}

}  // namespace sihu
