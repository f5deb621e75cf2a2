// sihu seal: hold fast what the ledger says now, by a fingerprint to be printed on the bulletin.
#include "store/seal.hpp"

#include "base/utf8.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"
#include "store/seal_bytes.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "wording/number.hpp"
#include "wording/render.hpp"

#include <algorithm>
#include <ostream>

namespace sihu {
namespace {

struct SealOptions {
  std::string note;
  bool list = false;
  Output output;
};

void declare(Flags& flags, SealOptions& options) {
  flags.text("--note", options.note, {"说明，如“三季度通报”", "what it is for"});
  flags.flag("--list", options.list, {"列出全部封签，不新封", "list all seals, make none"});
  declare_output(flags, options.output);
}

std::int64_t bytes_of(const Seal& seal) {
  std::uint64_t bytes = 0;
  for (const SealedFile& file : seal.files) bytes += file.bytes;
  return static_cast<std::int64_t>(bytes);
}

Table table_of(const SealList& list, const Ledger& lines, const Workspace& workspace) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"封签", "Seals"}),
              {{"at", {"时刻", "at"}, left, false},
               {"date", {"日期", "date"}},
               {"by", {"封签人编号", "by id"}, left, false},
               {"by_name", {"封签人", "by"}},
               {"fingerprint", {"指纹", "fingerprint"}},
               {"sha256", {"完整指纹", "whole fingerprint"}, left, false},
               {"files", {"文件", "files"}, right},
               {"bytes", {"字节", "bytes"}, right},
               {"note", {"说明", "note"}, left, true, 10}},
              {}};
  for (const Seal& seal : list.seals) {
    const Event& closing = lines.entries[seal.entry].event;
    table.rows.push_back({to_string(closing.at), workspace.zone().date_of(closing.at),
                          closing.person, person_name(workspace.organisation(), closing.person),
                          short_fingerprint(seal.fingerprint), seal.fingerprint,
                          std::ssize(seal.files), bytes_of(seal),
                          std::string(closing.get("note"))});
  }
  return table;
}

Exit print_list(const SealOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto lines = read_seal_lines(*workspace);
  if (!lines) return report_failure(world, lines.error());
  const SealList list = read_seals(*lines);
  for (const Fault& fault : list.faults) world.err << render(fault, world.lang);
  const Exit printed = print_table(world, options.output, table_of(list, *lines, *workspace));
  return printed == Exit::done && !list.faults.empty() ? Exit::integrity : printed;
}

Phrase said(const SealReceipt& receipt) {
  const Phrase size = phrase(Text{"{0} 个文件，{1} 字节", "{0}, {1}"},
                             counted(static_cast<std::ptrdiff_t>(receipt.files), "file"),
                             counted(static_cast<std::ptrdiff_t>(receipt.bytes), "byte"));
  if (!receipt.written)
    return phrase(Text{"上次封签以来没有变化，仍是那一次：{0}",
                       "nothing changed since the last seal, which stands: {0}"},
                  size);
  return phrase(Text{"已封签：{0}，其中 {1} 个是新的或有增长", "sealed: {0}; new or grown: {1}"},
                size, receipt.changed);
}

Exit print_receipt(const SealReceipt& receipt, World& world) {
  for (const Fault& note : receipt.notes) world.say_to_people(note.what);
  if (receipt.fingerprint.empty()) {
    world.say_to_people(
        phrase(Text{"台账还是空的，没有可封的", "the ledger is empty: nothing to seal"}));
    return Exit::done;
  }
  const auto line = [&](const Phrase& words) {
    world.out << visible(words.in(world.lang)) << '\n';
  };
  if (!world.quiet) line(said(receipt));
  line(phrase(Text{"指纹：{0}", "fingerprint: {0}"}, short_fingerprint(receipt.fingerprint)));
  if (!world.quiet) line(phrase(Text{"完整：{0}", "whole: {0}"}, receipt.fingerprint));
  if (!world.quiet && !receipt.key.empty())
    line(phrase(Text{"已签名：ed25519:{0}", "signed: ed25519:{0}"}, receipt.key));
  return Exit::done;
}

Exit run(const SealOptions& options, World& world) {
  if (options.list) return print_list(options, world);
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const auto receipt = make_seal(*workspace, *author, options.note);
  if (!receipt) return report_failure(world, receipt.error());
  return print_receipt(*receipt, world);
}

}  // namespace

Command seal_command() {
  return make_command<SealOptions>(
      "seal",
      {"封签：封住台账此刻的内容，给出可印在通报上的指纹",
       "hold fast what the ledger says, by a fingerprint"},
      {"$ sihu seal --note 三季度通报\n"
       "# 印在通报上的指纹像这样：4f2a-91d0-3be6-a7cc-4f02-88b1",
       "$ sihu seal --note \"bulletin of the third quarter\"\n"
       "# a fingerprint to print in the bulletin: 4f2a-91d0-3be6-a7cc-4f02-88b1"},
      declare, run);
}

}  // namespace sihu
