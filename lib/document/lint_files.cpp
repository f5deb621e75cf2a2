#include "document/lint_files.hpp"

#include "document/answers_shape.hpp"
#include "document/reader.hpp"
#include "document/sound_questions.hpp"
#include "gate/csv.hpp"
#include "gate/encoding.hpp"
#include "gate/fullwidth.hpp"
#include "gate/json.hpp"
#include "gate/yaml.hpp"

#include <map>

namespace sihu {
namespace {

std::optional<Node> parse(const Source& source, std::vector<Fault>& faults) {
  return source.name().ends_with(".json") ? read_json(source, faults) : read_yaml(source, faults);
}

std::string id_in(const Node& root, const char* key) {
  const Node* id = root.find(key);
  return id && id->is_scalar() ? id->text : std::string();
}

bool is_of_register(std::string_view name) {
  return name.ends_with(".csv") && kind_by_name(name) == DocumentKind::record_register;
}

void classify(LintedFile& file) {
  if (is_of_register(file.file->name)) return;
  file.source.emplace(without_bom(file.file->text), file.file->name);
  std::vector<Fault> ignored;
  file.root = parse(*file.source, ignored);
  const DocumentKind said = file.root ? kind_by_keys(*file.root) : DocumentKind::unknown;
  const DocumentKind expected = kind_by_name(file.file->name);
  // A document that lost its first key still lies where its kind lies; of one that lies elsewhere
  // its reader says so.
  const bool keeps = expected == DocumentKind::unknown || said == DocumentKind::answers;
  file.kind = keeps ? said : expected;
  if (!file.root) return;
  if (file.kind == DocumentKind::checklist) file.id = id_in(*file.root, "checklist");
  if (file.kind == DocumentKind::calendar) file.id = id_in(*file.root, "calendar");
  if (file.kind == DocumentKind::plan) file.id = id_in(*file.root, "plan");
  if (file.kind == DocumentKind::rubric) file.id = id_in(*file.root, "rubric");
  if (file.kind == DocumentKind::bank) file.id = id_in(*file.root, "bank");
  if (file.kind == DocumentKind::paper) file.id = id_in(*file.root, "paper");
  if (file.kind == DocumentKind::course) file.id = id_in(*file.root, "course");
  if (file.kind == DocumentKind::record_register) file.id = id_in(*file.root, "register");
}

template <class Document>
void keep(LintedFile& file, Result<Document> loaded, std::optional<Document>& into) {
  if (loaded)
    into = std::move(*loaded);
  else
    file.faults.insert(file.faults.end(), loaded.error().faults.begin(),
                       loaded.error().faults.end());
}

void read_question_bank(LintedFile& file) {
  keep(file, load_bank(file.file->text, file.file->name), file.bank);
  if (!file.bank && file.root) file.sound = sound_questions(*file.source, *file.root, file.faults);
}

// What a plan names is looked at in the rows that can be read, so that one run finds all.
void read_plan(LintedFile& file) {
  keep(file, load_plan(file.file->text, file.file->name), file.plan);
  if (!file.plan) file.plan = readable_plan(file.file->text, file.file->name);
}

void read_answers(LintedFile& file) {
  Reader reader(*file.source);
  std::vector<Fault> faults;
  if (const auto root = parse(*file.source, faults)) check_answers_shape(reader, *root);
  reader.add(std::move(faults));
  file.faults = reader.take_faults();
}

void read_unknown(LintedFile& file) {
  const Source& source = *file.source;
  const auto root = parse(source, file.faults);
  if (!root || !file.faults.empty()) return;
  const Place& place = root->place;
  if (root->is_null() && root->text.empty()) {
    file.faults.push_back({{source.name(), 1, 1},
                           "empty-file",
                           phrase(Text{"文件里什么都没有", "there is nothing in this file"})});
    return;
  }
  const int colon = root->is_scalar() ? find_fullwidth_colon(source.line(place.line)) : 0;
  if (colon > 0) {
    file.faults.push_back(fullwidth_colon_fault(source, {place.file, place.line, colon}));
    return;
  }
  file.faults.push_back(source.fault(
      place, root->width, "unknown-kind",
      phrase(Text{"看不出这是什么文件：没有 sihu、checklist、calendar、plan、rubric、bank、"
                  "paper、course、register 或 answers 这样的键",
                  "what this is cannot be told: it has no key sihu, checklist, calendar, plan, "
                  "rubric, bank, paper, course, register or answers"})));
}

void read_table(LintedFile& file) {
  const auto text = decode(file.file->text, Encoding::utf8, file.file->name);
  if (!text) {
    file.faults = text.error().faults;
    return;
  }
  const auto sheet = read_csv(*text, file.file->name);
  file.faults = sheet ? sheet->faults : sheet.error().faults;
}

using ById = std::map<std::string, const LintFile*, std::less<>>;

void read(LintedFile& file, const ById& checklists, const ZoneNames& zones) {
  const LintFile& document = *file.file;
  // Of the tables of registers `lint_record_files` says what is wrong, it knows their columns.
  if (is_of_register(document.name)) return;
  if (document.name.ends_with(".csv")) return read_table(file);
  switch (file.kind) {
    case DocumentKind::organisation:
      return keep(file, load_organisation(document.text, document.name, &file.faults, zones),
                  file.organisation);
    case DocumentKind::calendar:
      return keep(file, load_calendar(document.text, document.name), file.calendar);
    case DocumentKind::plan:
      return read_plan(file);
    case DocumentKind::rubric:
      return keep(file, load_rubric(document.text, document.name), file.rubric);
    case DocumentKind::bank:
      return read_question_bank(file);
    case DocumentKind::paper:
      return keep(file, load_paper(document.text, document.name), file.paper);
    case DocumentKind::course:
      return keep(file, load_course(document.text, document.name), file.course);
    case DocumentKind::record_register:
      return keep(file, load_register(document.text, document.name), file.record_register);
    case DocumentKind::answers:
      return read_answers(file);
    case DocumentKind::unknown:
      return read_unknown(file);
    case DocumentKind::checklist:
      break;
  }
  const ChecklistSource source = [&checklists](std::string_view id) -> Result<std::string> {
    const auto at = checklists.find(id);
    if (at != checklists.end()) return at->second->text;
    return fail(Kind::input, "unknown-checklist", same(std::string(id)));
  };
  keep(file, load_checklist(document.text, document.name, source, &file.faults), file.checklist);
}

}  // namespace

void lint_add(LintedFile& file, const Node& node, bool warning, std::string name, Phrase what,
              Phrase hint) {
  file.faults.push_back(file.source->fault(node.place, node.width, std::move(name), std::move(what),
                                           std::move(hint)));
  file.faults.back().warning = warning;
}

std::vector<LintedFile> lint_each(const LintInput& input) {
  std::vector<LintedFile> files;
  const auto add = [&files](const std::vector<LintFile>& from, bool wanted) {
    for (const LintFile& one : from) {
      files.emplace_back();
      files.back().file = &one;
      files.back().wanted = wanted;
      classify(files.back());
    }
  };
  add(input.files, true);
  add(input.context, false);
  ById checklists;
  for (const LintedFile& file : files)
    if (file.kind == DocumentKind::checklist && !file.id.empty())
      checklists.emplace(file.id, file.file);
  for (LintedFile& file : files) read(file, checklists, input.zones);
  return files;
}

}  // namespace sihu
