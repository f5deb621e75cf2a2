// sihu roster show: what is held about a person, for that person or the committee.
#include "learn/person_lines.hpp"
#include "report/person_file.hpp"
#include "store/records.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

struct RosterShowOptions {
  std::string person;
  bool all = false;
  Output output;
};

void declare(Flags& flags, RosterShowOptions& options) {
  flags.text("PERSON", options.person, {"谁", "whom"}, Flags::What::person);
  flags.flag("--all", options.all,
             {"台账里由此人记的、提到此人的每一行，登记表里写到此人的每一行，带出处",
              "every line of the ledger by or about the person and every row of a register that "
              "names them, and where it stands"});
  declare_output(flags, options.output);
}

Result<void> check_may_see(const Person& asking, const std::string& person, Date today) {
  if (asking.id == person || asking.has_role(RoleName::committee, today)) return {};
  return fail(Kind::refused, "not-entitled",
              phrase(Text{"记载了一个人的什么，只给本人和委员会看；{0}不是",
                          "what is held about a person is shown to that person and the committee; "
                          "{0} is neither"},
                     asking.name));
}

void say_unread_rows(World& world, const RecordsRead& records) {
  world.say_to_people(
      phrase(Text{"登记表有 {0} 处错误，读不了的行没有列在这里，运行 sihu records 看是哪里",
                  "the registers have {0}: rows that can't be read are not here, "
                  "sihu records says where"},
             counted(std::ssize(records.faults), "fault")));
}

Exit print_file(const RosterShowOptions& options, World& world, const PersonFile& file,
                Format format) {
  if (format == Format::json)
    return print_data(world, options.output, person_json(file, world.lang));
  if (is_for_people(format)) return print_briefing(world, options.output, person_briefing(file));
  return print_table(world, options.output, person_lines_table(file));
}

Exit run(const RosterShowOptions& options, World& world) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const Organisation& organisation = workspace->organisation();
  if (const auto known = check_known_person(organisation, options.person); !known)
    return report_failure(world, known.error());
  const auto asking = world.person(*workspace);
  if (!asking) return report_failure(world, asking.error());
  const auto today = world.today(*workspace);
  if (!today) return report_failure(world, today.error());
  if (const auto may = check_may_see(**asking, options.person, *today); !may)
    return report_failure(world, may.error());
  const auto ledger = workspace->read_ledger();
  if (!ledger) return report_failure(world, ledger.error());
  for (const Fault& note : ledger->notes) world.say_to_people(note.what);
  const auto records = read_records(*workspace);
  if (!records) return report_failure(world, records.error());
  if (!records->faults.empty()) say_unread_rows(world, *records);
  const PersonLines lines = lines_of_person(*ledger, options.person, (*asking)->id);
  return print_file(
      options, world,
      {*organisation.find_person(options.person), lines, *ledger, organisation, workspace->zone(),
       options.all, rows_of_person(records->tables, options.person)},
      *format);
}

}  // namespace

Command roster_show_command() {
  return make_command<RosterShowOptions>(
      "roster show",
      {"记载了一个人的什么，给本人或委员会",
       "what is held about a person, for that person or the "
       "committee"},
      {"$ sihu roster show p003\n$ sihu roster show p003 --all -o 我的.json",
       "$ sihu roster show p003\n$ sihu roster show p003 --all -o mine.json"},
      declare, run);
}

}  // namespace sihu
