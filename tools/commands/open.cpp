// sihu open: everything about an id of any kind.
#include "report/id_places.hpp"
#include "store/asked_id.hpp"
#include "store/event_stream.hpp"
#include "store/files.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

struct OpenOptions {
  std::string id;
  bool all = false;
  Output output;
};

constexpr std::size_t most_lines = 20;
constexpr std::uint64_t most_bytes = std::uint64_t{64} << 20;

void declare(Flags& flags, OpenOptions& options) {
  flags.text(
      "ID", options.id,
      {"任何编号：问题、支部、人员、条目、检查表、题目、课程、季度、设备、佐证，封签的指纹，"
       "台账行的校验码或 文件:行；检查（如 26Q4/zb05/dues）",
       "any id: of a problem, branch, person, item, checklist, question, course, quarter, "
       "device, piece of evidence; a seal's fingerprint; a ledger line's check or FILE:LINE; "
       "an inspection, as 26Q4/zb05/dues"},
      Flags::What::id);
  flags.flag("--all", options.all,
             {"台账的行全部列出，不只最后 20 行", "every line of the ledger, not the last 20"});
  declare_output(flags, options.output);
}

void append(std::vector<IdPlace>& to, std::vector<IdPlace> more) {
  std::ranges::move(more, std::back_inserter(to));
}

// Documents of that name first, then every line that has the id in any of them.
Result<std::vector<IdPlace>> in_documents(const Workspace& workspace, const std::string& id) {
  std::vector<IdPlace> called = document_called(id, workspace.organisation_text(), "sihu.yaml");
  std::vector<IdPlace> found = places_in(workspace.organisation_text(), "sihu.yaml", id);
  for (const char* folder :
       {"banks", "calendars", "checklists", "courses", "papers", "plans", "records", "rubrics"}) {
    const auto names = list_inside(workspace.root(), folder);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      const std::string shown = std::string(folder) + "/" + name;
      const auto file = path_inside(workspace.root(), shown);
      if (!file || !(name.ends_with(".yaml") || name.ends_with(".csv"))) continue;
      const auto text = read_file(*file, shown, most_bytes);
      if (!text) return tl::unexpected(text.error());
      append(called, document_called(id, *text, shown));
      append(found, places_in(*text, shown, id));
    }
  }
  put_definitions_first(found, id);
  append(called, std::move(found));
  return called;
}

Result<std::vector<IdPlace>> in_evidence(const Workspace& workspace, const std::string& id) {
  constexpr std::size_t least_digits = 8;
  std::vector<IdPlace> found;
  if (id.size() < least_digits) return found;
  const auto names = list_inside(workspace.root(), "evidence");
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names)
    if (name.starts_with(id)) found.push_back({"evidence", name, {}, "evidence/" + name, {}});
  return found;
}

struct LedgerPlaces {
  std::vector<IdPlace> things;
  std::vector<IdPlace> lines;
};

Result<LedgerPlaces> in_ledger(const Workspace& workspace, const std::string& id) {
  const auto stream = EventStream::open(workspace);
  if (!stream) return tl::unexpected(stream.error());
  LedgerSearch search(read_asked_id(id), workspace.zone(), stream->redactions());
  const auto take = [&](const StreamedLine& line) {
    search.take(line);
    return true;
  };
  if (auto read = stream->each(take); !read) return tl::unexpected(read.error());
  return LedgerPlaces{search.things(), search.lines()};
}

// What is held about a person is for that person and the committee: `sihu roster show` knows.
bool is_of_person(const std::vector<IdPlace>& things) {
  return !things.empty() && things.front().kind == "person";
}

Failure not_found(const std::string& id) {
  return fail(Kind::input, "unknown-id",
              phrase(Text{"哪里都没有编号 {0}", "the id {0} is nowhere"}, id),
              phrase(Text{"sihu problems、sihu lint、sihu export --what events 列出有什么",
                          "sihu problems, sihu lint and sihu export --what events list what there "
                          "is"}))
      .value();
}

// A piece of evidence is also named as the list of places shows it.
std::string asked_for(const OpenOptions& options) {
  constexpr std::string_view folder = "evidence/";
  return options.id.starts_with(folder) ? options.id.substr(folder.size()) : options.id;
}

Exit run(const OpenOptions& options, World& world) {
  const std::string id = asked_for(options);
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  auto places = things_called(id, reading->list, list_context(*reading, world.lang));
  const bool person = is_of_person(places);
  const Workspace& workspace = reading->workspace;
  auto documents = in_documents(workspace, id);
  if (!documents) return report_failure(world, documents.error());
  auto evidence = in_evidence(workspace, id);
  if (!evidence) return report_failure(world, evidence.error());
  LedgerPlaces ledger;
  if (!person) {
    auto found = in_ledger(workspace, id);
    if (!found) return report_failure(world, found.error());
    ledger = std::move(*found);
  }
  std::vector<IdPlace>& lines = ledger.lines;
  const std::size_t left_out =
      options.all || lines.size() <= most_lines ? 0 : lines.size() - most_lines;
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(left_out));
  for (auto* more : {&ledger.things, &*documents, &*evidence, &lines})
    std::ranges::move(*more, std::back_inserter(places));
  if (places.empty()) return report_failure(world, not_found(options.id));
  const Exit printed = print_table(world, options.output, id_places_table(places));
  if (left_out > 0)
    world.say_to_people(phrase(Text{"台账里还有 {0} 行更早的，--all 全部列出",
                                    "{0} before these in the ledger: --all lists them"},
                               counted(static_cast<std::ptrdiff_t>(left_out), "line")));
  if (person)
    world.say_to_people(
        phrase(Text{"台账里与本人有关的，由本人和委员会看：sihu roster show {0} --all",
                    "lines of the ledger about a person are for that person and "
                    "the committee: sihu roster show {0} --all"},
               places.front().id));
  return printed;
}

}  // namespace

Command open_command() {
  return make_command<OpenOptions>("open",
                                   {"一个编号是什么、在哪里", "what an id is, and where it stands"},
                                   {"$ sihu open DF-02\n"
                                    "$ sihu open 26Q3-zb05-a7k2mc-7",
                                    "$ sihu open DF-02\n"
                                    "$ sihu open 26Q3-zb05-a7k2mc-7"},
                                   declare, run);
}

}  // namespace sihu
