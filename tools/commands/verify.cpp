// sihu verify: does the ledger still say what was written into it?
#include "store/verify.hpp"

#include "base/utf8.hpp"
#include "ledger/seal.hpp"
#include "report/table.hpp"
#include "tools/cli/command.hpp"
#include "wording/number.hpp"
#include "wording/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>

namespace sihu {
namespace {

struct VerifyOptions {
  std::vector<std::string> files;
  std::string format = "table";
};

void declare(Flags& flags, VerifyOptions& options) {
  flags.choice("--format", options.format, {"table", "json"}, {"输出格式", "format of the output"});
  flags.optional_from_here();
  flags.texts("FILE", options.files,
              {"只核对这些台账文件；不给则核对整个工作区",
               "only these ledger files; else the whole workspace"},
              Flags::What::file);
}

void add_rows(Table& table, std::string kind, const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    Value line;
    if (fault.place.line > 0) line = std::int64_t{fault.place.line};
    table.rows.push_back({kind, fault.place.file, line, fault.name, fault.what});
  }
}

// Everything that was found, one row each, worst first.
Table findings(const Verification& found) {
  Table table;
  for (const char* key : {"kind", "file", "line", "name", "message"})
    table.columns.push_back({key, same(key)});
  add_rows(table, "unreadable", found.unreadable);
  add_rows(table, "refused", found.refused);
  add_rows(table, "fault", found.faults);
  add_rows(table, "note", found.notes);
  return table;
}

Table seal_table(const std::vector<SealState>& seals) {
  Table table;
  for (const char* key :
       {"file", "line", "at", "by", "sha256", "files", "intact", "archived", "grown", "new"})
    table.columns.push_back({key, same(key)});
  for (const SealState& seal : seals)
    table.rows.push_back({seal.place.file, std::int64_t{seal.place.line}, to_string(seal.at),
                          seal.person, seal.fingerprint, static_cast<std::int64_t>(seal.files),
                          seal.intact, static_cast<std::int64_t>(seal.archived), seal.grown,
                          seal.fresh});
  return table;
}

Table signature_table(const std::vector<SignatureState>& signatures) {
  Table table;
  for (const char* key : {"file", "line", "by", "event", "subject", "key"})
    table.columns.push_back({key, same(key)});
  for (const SignatureState& one : signatures)
    table.rows.push_back({one.place.file, std::int64_t{one.place.line}, one.person, one.event,
                          one.subject, "ed25519:" + one.key});
  return table;
}

Table bank_key_table(const std::vector<BankKeyState>& keys) {
  Table table;
  for (const char* key : {"file", "line", "paper", "bank"})
    table.columns.push_back({key, same(key)});
  for (const BankKeyState& one : keys)
    table.rows.push_back({one.place.file, std::int64_t{one.place.line}, one.paper, one.bank});
  return table;
}

std::string json_list(const Table& table, Lang lang) {
  std::string list = render(table, Format::json, Look{.lang = lang});
  while (list.ends_with('\n')) list.pop_back();
  return list;
}

std::string as_json(const Verification& found, Lang lang) {
  return fmt::format(
      "{{\"intact\":{},\"files\":{},\"lines\":{},\"evidence\":{},\"faults\":{},\"notes\":{},"
      "\"findings\":{},\"seals\":{},\"signatures\":{},\"bank_keys\":{}}}\n",
      found.intact(), found.files, found.lines, found.evidence, found.fault_count(),
      found.notes.size(), json_list(findings(found), lang),
      json_list(seal_table(found.seals), lang), json_list(signature_table(found.signatures), lang),
      json_list(bank_key_table(found.bank_keys), lang));
}

Phrase summary(const Verification& found) {
  const Phrase verdict =
      found.intact() ? phrase(Text{"校验链完整", "chains intact"})
                     : phrase(Text{"{0} 处不符", "{0}"},
                              counted(static_cast<std::ptrdiff_t>(found.fault_count()), "fault"));
  Phrase text = phrase(Text{"{0} 个台账文件，{1} 行，{2}，{3} 个佐证文件", "{0}, {1}, {2}, {3}"},
                       counted(static_cast<std::ptrdiff_t>(found.files), "file"),
                       counted(static_cast<std::ptrdiff_t>(found.lines), "line"), verdict,
                       counted(static_cast<std::ptrdiff_t>(found.evidence), "evidence file"));
  if (found.notes.empty()) return text;
  return phrase(Text{"{0}；{1} 条提醒", "{0}; {1}"}, text,
                counted(std::ssize(found.notes), "note"));
}

Phrase since_then(const SealState& seal) {
  Phrase text = phrase(Text{"此后没有新增内容", "nothing was added since"});
  if (!seal.grown.empty())
    text = phrase(Text{"此后 {0} 个文件有增长：{1}", "since then {0} grew: {1}"},
                  counted(std::ssize(seal.grown), "file"), listed_briefly(seal.grown));
  if (seal.fresh.empty()) return text;
  const Phrase fresh = phrase(Text{"{0} 个文件是新的：{1}", "{0} came: {1}"},
                              counted(std::ssize(seal.fresh), "file"), listed_briefly(seal.fresh));
  return seal.grown.empty() ? phrase(Text{"此后 {0}", "since then {0}"}, fresh)
                            : phrase(Text{"{0}；{1}", "{0}; {1}"}, text, fresh);
}

Phrase say(const SealState& seal) {
  Phrase standing =
      seal.intact ? phrase(Text{"原样未变", "unchanged"}) : phrase(Text{"已有改动", "broken"});
  if (seal.archived > 0)
    standing = phrase(Text{"{0}（其中 {1} 个已随其季度归档，不在此处，无从核对）",
                           "{0} ({1} of them archived with their quarter: not here to compare)"},
                      standing, seal.archived);
  return phrase(
      Text{"封签 {0}（{1}，{2}）：{3} 个文件，{4}；{5}", "seal {0} ({1}, {2}): {3}, {4}; {5}"},
      short_fingerprint(seal.fingerprint), to_string(seal.on), seal.person,
      counted(static_cast<std::ptrdiff_t>(seal.files), "file"), standing, since_then(seal));
}

// The newest seal, and how many there are before it.
void print_seals(const std::vector<SealState>& seals, World& world) {
  if (seals.empty() || world.quiet) return;
  world.out << visible(say(seals.back()).in(world.lang)) << '\n';
  if (seals.size() == 1) return;
  const auto broken = std::ranges::count(seals, false, &SealState::intact);
  const Phrase all = phrase(Text{"共 {0} 次封签，{1} 次已有改动", "{0} in all, {1} broken"},
                            counted(std::ssize(seals), "seal"), broken);
  world.out << all.in(world.lang) << '\n';
}

// Who signed what: `p900 2 problem.verify, 1 seal.close`.
void print_signatures(const std::vector<SignatureState>& signatures, World& world) {
  if (world.quiet) return;
  std::map<std::string, std::map<std::string, int>> people;
  for (const SignatureState& one : signatures) ++people[one.person][one.event];
  for (const auto& [person, events] : people) {
    std::vector<Phrase> counts;
    for (const auto& [event, count] : events)
      counts.push_back(same(fmt::format("{} × {}", count, event)));
    const Phrase line = phrase(Text{"{0} 的签名相符：{1}", "good signatures of {0}: {1}"}, person,
                               enumerated(counts));
    world.out << visible(line.in(world.lang)) << '\n';
  }
}

void print_bank_keys(const std::vector<BankKeyState>& keys, World& world) {
  if (world.quiet) return;
  std::map<std::pair<std::string, std::string>, int> counts;  // a newcomer has a key of his own
  for (const BankKeyState& one : keys) ++counts[{one.paper, one.bank}];
  for (const auto& [of, count] : counts) {
    const Phrase line =
        count == 1
            ? phrase(Text{"{0} 公布的答案（题库 {1}）就是考前封存、考生拿到其 SHA-256 的那一份",
                          "the key of {0} (bank {1}) fits what candidates were given"},
                     of.first, of.second)
            : phrase(
                  Text{"{0} 公布的 {2} 份答案（题库 {1}）就是考前封存、考生拿到其 SHA-256 的那几份",
                       "the {2} keys of {0} (bank {1}) fit what candidates were given"},
                  of.first, of.second, count);
    world.out << visible(line.in(world.lang)) << '\n';
  }
}

// Files by themselves know no people, no other files and no evidence.
void say_what_was_not_checked(const Verification& found, const VerifyOptions& options,
                              World& world) {
  if (options.files.empty() || found.files == 0 || world.quiet) return;
  world.say_to_people(
      phrase(Text{"只核对了所给文件的校验链；签名、角色、封签、佐证要在工作区里核对：sihu verify",
                  "only the chains of these files were checked; signatures, roles, seals and "
                  "evidence are in the workspace: sihu verify"}));
}

void print(const Verification& found, const VerifyOptions& options, World& world) {
  if (options.format == "json") {
    world.out << as_json(found, world.lang);
    return;
  }
  for (const auto* list : {&found.unreadable, &found.refused, &found.faults})
    for (const Fault& fault : *list) world.err << render(fault, world.lang);
  if (!world.quiet)
    for (const Fault& note : found.notes) world.err << render(note, world.lang);
  world.out << summary(found).in(world.lang) << '\n';
  say_what_was_not_checked(found, options, world);
  print_seals(found.seals, world);
  print_signatures(found.signatures, world);
  print_bank_keys(found.bank_keys, world);
}

Result<Verification> examine(const VerifyOptions& options, World& world) {
  if (!options.files.empty()) {
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    for (const std::string& file : options.files) files.emplace_back(world.directory / file, file);
    return verify_ledger_files(files);
  }
  const auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto now = world.now(*workspace);
  if (!now) return tl::unexpected(now.error());
  return verify_workspace(*workspace, *now);
}

Exit run(const VerifyOptions& options, World& world) {
  const auto found = examine(options, world);
  if (!found) return report_failure(world, found.error());
  print(*found, options, world);
  if (!found->unreadable.empty()) return Exit::environment;
  if (!found->refused.empty()) return Exit::input;
  return found->faults.empty() ? Exit::done : Exit::integrity;
}

}  // namespace

Command verify_command() {
  return make_command<VerifyOptions>(
      "verify",
      {"核对台账本身：校验链、佐证、历史", "check the ledger itself: chains, evidence, histories"},
      {"$ sihu verify\n"
       "19 个台账文件，1361 行，校验链完整，52 个佐证文件",
       "$ sihu verify\n"
       "19 files, 1361 lines, chains intact, 52 evidence files"},
      declare, run);
}

}  // namespace sihu
