#include "report/merge_summary.hpp"

#include "base/utf8.hpp"
#include "report/table.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

const Text& wording(FileChange change) {
  static constexpr Text added{"新文件", "new"};
  static constexpr Text longer{"变长", "longer"};
  static constexpr Text forked{"分叉", "forked"};
  static constexpr Text equal{"相同", "equal"};
  static constexpr Text older{"较旧", "older"};
  switch (change) {
    case FileChange::added:
      return added;
    case FileChange::longer:
      return longer;
    case FileChange::forked:
      return forked;
    case FileChange::older:
      return older;
    case FileChange::equal:
      break;
  }
  return equal;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

void add_line(std::string& text, const Phrase& words, Lang lang) {
  text += visible(words.in(lang)) + '\n';
}

void add_files(std::string& text, const MergeSummary& summary, Lang lang) {
  for (const MergedFile& file : summary.files) {
    if (file.change == FileChange::equal || file.change == FileChange::older) continue;
    Phrase line = phrase(Text{"{0}  {1}", "{0}  {1}"}, wording(file.change), file.name);
    if (!file.forks.empty())
      line = phrase(Text{"{0}，分叉在 {1}", "{0}, beside it {1}"}, line, joined(file.forks, ", "));
    add_line(text, line, lang);
  }
  for (const std::string& quarter : summary.archived)
    add_line(text,
             phrase(Text{"不并入  {0}：台账记载已归档（连同只属于它的佐证）",
                         "not merged  {0}: the ledger says it was archived (nor what it alone "
                         "refers to)"},
                    quarter),
             lang);
}

void add_events(std::string& text, const MergeSummary& summary, Lang lang) {
  for (const LapsedEvent& event : summary.lapsed)
    add_line(
        text,
        phrase(event.applied_before
                   ? Text{"不再生效  {0} {1}（{2}）：{3}", "applies no more  {0} {1} of {2}: {3}"}
                   : Text{"不生效  {0} {1}（{2}）：{3}", "does not apply  {0} {1} of {2}: {3}"},
               to_string(event.place), event.event, event.problem, event.why),
        lang);
  if (!summary.histories_compared)
    add_line(text,
             phrase(Text{"台账太大，没有逐项比较合并前后；用 sihu verify 查看哪些行不生效",
                         "too large a ledger to compare before and after; sihu verify tells which "
                         "lines do not apply"}),
             lang);
  if (summary.waiting > 0)
    add_line(text,
             phrase(Text{"等待中  {0} 行，其问题的登记行尚未到达",
                         "waiting  {0} whose problem's opening has not arrived yet"},
                    counted(static_cast<std::ptrdiff_t>(summary.waiting), "line")),
             lang);
}

void add_found_twice(std::string& text, const MergeSummary& summary, Lang lang) {
  for (const FoundTwice& pair : summary.found_twice) {
    add_line(text,
             phrase(Text{"同一问题  {0} 与 {1}（{2}）两次发现，算一个问题，整改一次、销号一次；"
                         "谁收回自己发现的：sihu rectify withdraw 编号",
                         "one problem  {0} and {1} ({2}), found twice: it is rectified and closed "
                         "once; who takes back a finding: sihu rectify withdraw ID"},
                    pair.first, pair.again, pair.item),
             lang);
    if (!pair.closed.empty())
      add_line(
          text,
          phrase(Text{"  {0} 在发现之后已销号，都算已销号；还没改的，重开：sihu rectify reopen {1}",
                      "  {0} was closed after both were found, which closes all of it; if it "
                      "is not mended: sihu rectify reopen {1}"},
                 pair.closed, pair.first),
          lang);
  }
}

void add_others(std::string& text, const MergeSummary& summary, Lang lang) {
  for (const std::string& name : summary.evidence_missing)
    add_line(text, phrase(Text{"缺佐证  {0}", "missing  {0}"}, name), lang);
  for (const std::string& name : summary.evidence_removed)
    add_line(text,
             phrase(Text{"不恢复  {0}：台账记载已删除",
                         "not restored  {0}: the ledger says it was removed"},
                    name),
             lang);
  for (const std::string& name : summary.evidence_deleted)
    add_line(text,
             phrase(summary.dry_run
                        ? Text{"将删除  {0}：并入的台账记载已删除",
                               "will be deleted  {0}: the ledger that arrives says it was removed"}
                        : Text{"已删除  {0}：并入的台账记载已删除",
                               "deleted  {0}: the ledger that arrived says it was removed"},
                    name),
             lang);
  for (const DifferingDocument& document : summary.documents)
    add_line(text,
             phrase(document.absent_here
                        ? Text{"未合并  {0}：这里没有（{1}）", "not merged  {0}: not here ({1})"}
                        : Text{"未合并  {0}：与这里的不同（{1}）",
                               "not merged  {0}: differs from the one here ({1})"},
                    document.name, document.source),
             lang);
}

Phrase ledger_counts(const MergeSummary& summary) {
  return phrase(Text{"台账文件：新 {0}，变长 {1}，分叉 {2}，无新内容 {3}",
                     "ledger files: {0} new, {1} longer, {2} forked, {3} with nothing new"},
                summary.count(FileChange::added), summary.count(FileChange::longer),
                summary.count(FileChange::forked),
                summary.count(FileChange::equal) + summary.count(FileChange::older));
}

Phrase evidence_counts(const MergeSummary& summary) {
  return phrase(Text{"佐证：带来 {0}，已有 {1}，缺 {2}",
                     "evidence: {0} brought, {1} there already, {2} missing"},
                summary.evidence_brought.size(), summary.evidence_equal,
                summary.evidence_missing.size());
}

std::string strings(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& word : list) text += (text.empty() ? "" : ",") + json_string(word);
  return '[' + text + ']';
}

// An array of objects, each made by `object`.
template <class List, class Object>
std::string array(const List& list, Object object) {
  std::string text;
  for (const auto& element : list) text += (text.empty() ? "" : ",") + object(element);
  return '[' + text + ']';
}

std::string line_of(const Place& place) {
  return place.line > 0 ? std::to_string(place.line) : "null";
}

std::string file_object(const MergedFile& file) {
  return fmt::format(R"({{"file":{},"change":"{}","bytes":{},"forks":{}}})", json_string(file.name),
                     to_string(file.change), file.bytes, strings(file.forks));
}

std::string event_object(const LapsedEvent& event, Lang lang) {
  return fmt::format(
      R"({{"file":{},"line":{},"event":{},"problem":{},"applied_before":{},"why":{}}})",
      json_string(event.place.file), line_of(event.place), json_string(event.event),
      json_string(event.problem), event.applied_before, json_string(event.why.in(lang)));
}

std::string pair_object(const FoundTwice& pair) {
  return fmt::format(R"({{"first":{},"again":{},"item":{}}})", json_string(pair.first),
                     json_string(pair.again), json_string(pair.item));
}

std::string document_object(const DifferingDocument& document) {
  return fmt::format(R"({{"document":{},"source":{},"difference":"{}"}})",
                     json_string(document.name), json_string(document.source),
                     document.absent_here ? "absent-here" : "differs");
}

std::string note_object(const Fault& note, Lang lang) {
  return fmt::format(R"({{"file":{},"line":{},"name":{},"message":{}}})",
                     json_string(note.place.file), line_of(note.place), json_string(note.name),
                     json_string(note.what.in(lang)));
}

}  // namespace

std::string_view to_string(FileChange change) {
  return change == FileChange::added    ? "new"
         : change == FileChange::longer ? "longer"
         : change == FileChange::forked ? "forked"
         : change == FileChange::older  ? "older"
                                        : "equal";
}

std::size_t MergeSummary::count(FileChange change) const {
  return static_cast<std::size_t>(std::ranges::count(files, change, &MergedFile::change));
}

bool MergeSummary::needs_a_person() const {
  return count(FileChange::forked) > 0 || !opened_twice.empty();
}

std::string merge_as_text(const MergeSummary& summary, Lang lang) {
  std::string text;
  if (summary.dry_run)
    add_line(text, phrase(Text{"试运行：什么也没有改动", "a dry run: nothing was changed"}), lang);
  add_files(text, summary, lang);
  add_events(text, summary, lang);
  add_found_twice(text, summary, lang);
  add_others(text, summary, lang);
  add_line(text, ledger_counts(summary), lang);
  add_line(text, evidence_counts(summary), lang);
  return text;
}

std::string merge_as_json(const MergeSummary& summary, Lang lang) {
  std::string text = fmt::format(R"({{"dry_run":{})", summary.dry_run);
  for (const FileChange change : {FileChange::added, FileChange::longer, FileChange::forked,
                                  FileChange::equal, FileChange::older})
    text += fmt::format(R"(,"{}":{})", to_string(change), summary.count(change));
  text += R"(,"files":)" + array(summary.files, file_object);
  text += R"(,"archived":)" + strings(summary.archived);
  text += R"(,"events":)" + array(summary.lapsed, [&](const LapsedEvent& event) {
            return event_object(event, lang);
          });
  text += fmt::format(R"(,"histories_compared":{},"opened_twice":{},"found_twice":{},"waiting":{})",
                      summary.histories_compared, strings(summary.opened_twice),
                      array(summary.found_twice, pair_object), summary.waiting);
  text += fmt::format(
      R"(,"evidence":{{"brought":{},"equal":{},"missing":{},"removed":{},"deleted":{}}})",
      strings(summary.evidence_brought), summary.evidence_equal, strings(summary.evidence_missing),
      strings(summary.evidence_removed), strings(summary.evidence_deleted));
  text += R"(,"documents":)" + array(summary.documents, document_object);
  text += R"(,"notes":)" +
          array(summary.notes, [&](const Fault& note) { return note_object(note, lang); });
  return text + "}\n";
}

std::vector<Fault> merge_to_settle(const MergeSummary& summary) {
  std::vector<Fault> faults;
  for (const MergedFile& file : summary.files) {
    if (file.change != FileChange::forked) continue;
    faults.push_back(
        {.place = Place{file.name},
         .name = "forked",
         .what = phrase(Text{"同一设备的台账走成了 {0} 份，各份都留着、都计入",
                             "the file of one device went {0} ways; all are kept and count"},
                        file.forks.size() + 1),
         .hint = phrase(Text{
             "该设备的工作区被复制过，或由旧备份恢复后又记录过；核对各份，该设备下次记录时换新号",
             "its workspace was copied, or restored from a backup and written to; compare the "
             "copies; the device takes a new id when it records next"})});
  }
  for (const std::string& id : summary.opened_twice)
    faults.push_back(
        {.place = {},
         .name = "opened-twice",
         .what = phrase(Text{"编号 {0} 被登记了两次", "the id {0} was opened twice"}, id),
         .hint = summary.advice.at(id)});
  return faults;
}

}  // namespace sihu
