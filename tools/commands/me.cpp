// sihu me: who I am in this workspace, and on which device.
#include "base/utf8.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/values.hpp"

#include <ostream>

namespace sihu {
namespace {

struct MeOptions {
  std::string person;
  bool new_device = false;
  Output output;
};

void declare(Flags& flags, MeOptions& options) {
  flags.flag("--new-device", options.new_device,
             {"换一个新设备号（台账分叉之后）", "take a new device id (after a fork)"});
  declare_output(flags, options.output);
  flags.optional_from_here();
  flags.text("PERSON", options.person,
             {"今后在这里以谁的身份记录", "record as this person here from now on"},
             Flags::What::person);
}

tl::unexpected<Failure> unknown_person(const Organisation& organisation, const std::string& id) {
  std::vector<std::string> known;
  for (const Person& person : organisation.people) known.push_back(person.id);
  return fail(Kind::input, "unknown-person",
              phrase(Text{"sihu.yaml 中没有人员 \"{0}\"", "sihu.yaml has no person \"{0}\""}, id),
              did_you_mean(id, known));
}

// What is remembered here, after taking in what was asked for.
Result<LocalState> remember(const MeOptions& options, const World& world,
                            const Workspace& workspace) {
  auto state = load_local_state(world.state_home, workspace.root());
  if (!state || (options.person.empty() && !options.new_device)) return state;
  if (!options.person.empty()) {
    if (!workspace.organisation().find_person(options.person))
      return unknown_person(workspace.organisation(), options.person);
    state->person = options.person;
  }
  if (options.new_device) state->device.reset();
  if (auto saved = save_local_state(world.state_home, workspace.root(), *state); !saved)
    return tl::unexpected(saved.error());
  return state;
}

std::vector<std::string> roles_on(const Person& person, Date today) {
  std::vector<std::string> roles;
  for (const RoleName role : {RoleName::member, RoleName::secretary, RoleName::inspector,
                              RoleName::leader, RoleName::committee})
    if (person.has_role(role, today)) roles.emplace_back(to_string(role));
  return roles;
}

Value optional_text(std::string text) {
  if (text.empty()) return std::monostate{};
  return text;
}

struct Me {
  std::string id;
  const Person* person = nullptr;
  std::optional<Device> device;
  std::string file;
};

Me who(const World& world, const Workspace& workspace, const LocalState& state, std::string file) {
  Me me{world.person_given.empty() ? state.person : world.person_given, nullptr, state.device,
        std::move(file)};
  me.person = workspace.organisation().find_person(me.id);
  if (!world.device_given.empty()) me.device = Device{world.device_given, ""};
  return me;
}

Table as_table(const Me& me, Date today) {
  Table table;
  table.title = phrase(Text{"我", "me"});
  const auto add = [&](std::string key, Text heading, Value value) {
    table.columns.push_back({std::move(key), phrase(heading)});
    if (table.rows.empty()) table.rows.emplace_back();
    table.rows[0].push_back(std::move(value));
  };
  add("person", {"人员", "person"}, optional_text(me.id));
  add("name", {"姓名", "name"}, me.person ? Value(me.person->name) : Value());
  add("branch", {"支部", "branch"}, me.person ? optional_text(me.person->branch) : Value());
  add("roles", {"今日角色", "roles today"},
      me.person ? Value(roles_on(*me.person, today)) : Value(std::vector<std::string>{}));
  add("device", {"设备", "device"}, me.device ? Value(me.device->id) : Value());
  add("home", {"设备所属", "device's home"}, me.device ? optional_text(me.device->home) : Value());
  add("remembered_in", {"记在", "remembered in"}, me.file);
  return table;
}

Phrase role_names(const Person& person, Date today) {
  Phrase names;
  for (const std::string& id : roles_on(person, today)) {
    const Phrase name = phrase(wording(*parse_role(id)));
    names = names.empty() ? name : phrase(Text{"{0}、{1}", "{0}, {1}"}, names, name);
  }
  return names.empty() ? phrase(Text{"（无）", "(none)"}) : names;
}

void print_for_people(const Me& me, Date today, World& world) {
  const auto line = [&](Phrase words) { world.out << visible(words.in(world.lang)) << '\n'; };
  if (me.id.empty())
    line(phrase(Text{"人员：未设定；用 sihu me 人员编号 设定",
                     "person: not set; set it with sihu me PERSON"}));
  else if (!me.person)
    line(phrase(Text{"人员：{0}（sihu.yaml 中没有）", "person: {0} (not in sihu.yaml)"}, me.id));
  else
    line(phrase(Text{"人员：{0} {1}，今日角色：{2}", "person: {0} {1}, roles today: {2}"}, me.id,
                me.person->name, role_names(*me.person, today)));
  if (!me.device)
    line(phrase(
        Text{"设备：尚无，首次记录时生成", "device: none yet, made at the first recording"}));
  else if (me.device->home.empty())
    line(phrase(Text{"设备：{0}（SIHU_DEVICE）", "device: {0} (SIHU_DEVICE)"}, me.device->id));
  else
    line(
        phrase(Text{"设备：{0}，属于 {1}", "device: {0}, of {1}"}, me.device->id, me.device->home));
  line(phrase(Text{"记在：{0}", "remembered in: {0}"}, me.file));
}

Exit run(const MeOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto today = world.today(*workspace);
  if (!today) return report_failure(world, today.error());
  const auto state = remember(options, world, *workspace);
  if (!state) return report_failure(world, state.error());
  const auto file = local_state_file(world.state_home, workspace->root());
  if (!file) return report_failure(world, file.error());
  const Me me = who(world, *workspace, *state, file->string());
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  if (*format != Format::table) return print_table(world, options.output, as_table(me, *today));
  print_for_people(me, *today, world);
  return Exit::done;
}

}  // namespace

Command me_command() {
  return make_command<MeOptions>(
      "me", {"我在这个工作区是谁、用哪台设备", "who I am in this workspace, and on which device"},
      {"$ sihu me p003", "$ sihu me p003"}, declare, run);
}

}  // namespace sihu
