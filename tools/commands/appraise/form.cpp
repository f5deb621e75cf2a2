// sihu appraise form: a table of items to be filled in for `appraise run --answers`.
#include "appraise/marks_file.hpp"
#include "tools/cli/appraise.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/form_output.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct AppraiseFormOptions {
  AppraiseChoice choice;
  std::string output;
  bool replace = false;
  bool self = false;
};

void declare(Flags& flags, AppraiseFormOptions& options) {
  declare_appraised(flags, options.choice);
  flags.text("-o,--output", options.output, {"写入文件，.csv", "write to a file, .csv"},
             Flags::What::file);
  flags.flag("--replace", options.replace,
             {"文件已在时覆盖它", "write over the file if it is there already"});
  flags.flag("--self", options.self, {"自评用的表", "for one's own scores"});
}

// What the person who asks has given already.
std::vector<NewItemMark> given_by(const AppraiseDesk& desk, const PersonAppraisal* file,
                                  bool self) {
  std::vector<NewItemMark> given;
  if (!file) return given;
  for (const auto& [item, said] : file->items) {
    const auto own = std::ranges::find(said.given, desk.author.person, &RecordedMarkOfItem::by);
    const RecordedMarkOfItem* mark = own == said.given.end() ? nullptr : &*own;
    if (self) mark = said.self ? &*said.self : nullptr;
    if (mark) given.push_back({item, mark->mark, mark->reason, {}, {}});
  }
  return given;
}

Result<void> check_ending(const std::string& file) {
  if (file.empty() || file == "-" || is_sheet_file(file)) return {};
  return fail(Kind::usage, "form-not-written",
              phrase(Text{"打分表只写成 .csv", "the form is written as .csv"}));
}

Exit run(const AppraiseFormOptions& options, World& world) {
  if (auto good = check_ending(options.output); !good) return report_failure(world, good.error());
  if (auto possible = check_form_output(options.output, options.replace, world); !possible)
    return report_failure(world, possible.error());
  const auto desk = open_appraise_desk(world, options.choice);
  if (!desk) return report_failure(world, desk.error());
  const Person& whom = *desk->organisation().find_person(options.choice.person);
  Shelf shelf(desk->reading.workspace);
  const auto result = appraise_half(desk->reading, shelf, desk->half);
  if (!result) return report_failure(world, result.error());
  // Who may not score gets no form either.
  const std::vector<NewItemMark> none;
  if (auto judged = judge_appraisal(*desk,
                                    [&](const AppraiseScene& scene, const HalfResult& half) {
                                      return give_marks(scene, whom, none, options.self,
                                                        half.filled_of(whom.id));
                                    });
      !judged)
    return report_failure(world, judged.error());
  std::vector<const Item*> items;
  for (const Item* item : appraised_items(
           result->kept->checklist, desk->organisation().find_branch(whom.branch), desk->half))
    if (options.self || !result->filled_of(whom.id).contains(item->id)) items.push_back(item);
  const std::string text =
      marks_form(items, result->kept->checklist,
                 given_by(*desk, result->state.find(whom.id), options.self), world.lang);
  if (auto written = world.write_output(options.output, text); !written)
    return report_failure(world, written.error());
  return Exit::done;
}

}  // namespace

Command appraise_form_command() {
  return make_command<AppraiseFormOptions>(
      "appraise form",
      {"打分用的表格，填好用 appraise run --answers 交",
       "a table to fill in, handed in with appraise run --answers"},
      {"$ sihu appraise form 2026H2 p003 -o 甲.csv", "$ sihu appraise form 2026H2 p003 -o a.csv"},
      declare, run);
}

}  // namespace sihu
