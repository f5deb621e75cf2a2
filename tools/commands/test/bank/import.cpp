// sihu test bank import: questions of other programs become a bank.
#include "base/utf8.hpp"
#include "store/banks.hpp"
#include "tools/cli/bank_exchange.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/problem_reading.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

namespace sihu {
namespace {

namespace fs = std::filesystem;

struct TestBankImportOptions {
  std::vector<std::string> files;
  std::string format;
  std::string encoding;
  ImportFrame frame;
  std::string output;
  bool dry_run = false;
  bool replace = false;
};

void declare(Flags& flags, TestBankImportOptions& options) {
  flags.texts(
      "FILE", options.files,
      {"GIFT、Aiken、Moodle XML 或 CSV 文件，- 为标准输入；有一题读不懂就什么都不写。CSV 的 "
       "key 栏：单选 B，多选 ACD（按顺序，中间什么也不加），判断 T 或 F；填空写在 blanks 栏",
       "files in GIFT, Aiken, Moodle XML or CSV, - for standard input; nothing is written "
       "when a question can't be read. The column key of CSV: B, of several right options "
       "ACD (in order, nothing between them), of a judgment T or F; gaps are in the column "
       "blanks"},
      Flags::What::file);
  flags.choice("--format", options.format, bank_format_words(),
               {"格式；不给则看扩展名和内容", "the format; else by ending and content"});
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"文件的编码", "how the files are encoded"});
  flags.text(
      "--id", options.frame.id,
      {"新题库的编号，不给则用第一个文件的名字", "id of the bank; else the first file's name"});
  flags.text("--topic", options.frame.topic,
             {"没有主题的题归入这个主题", "the topic of questions that have none"});
  flags.text("--author", options.frame.author,
             {"都由这个支部出题", "the branch that wrote them all"}, Flags::What::branch);
  flags.text("-o,--output", options.output,
             {"写入文件，不给则为 banks/编号.yaml，- 为标准输出",
              "write to a file, - for standard output; else to banks/ID.yaml"},
             Flags::What::file);
  flags.flag("--dry-run", options.dry_run,
             {"只说会怎样，不写", "only say what would happen; write nothing"});
  flags.flag("--replace", options.replace,
             {"文件已在时覆盖它", "write over the file if it is there already"});
}

bool can_be_bank_id(const std::string& text) {
  for (const char c : text)
    if (c >= 'A' && c <= 'Z') return false;
  return can_be_question_id(text);
}

// What was given; else the name of the file to be written, or of the first to be read.
Result<std::string> id_of(const TestBankImportOptions& options) {
  std::string id = options.frame.id;
  if (id.empty() && !options.output.empty() && options.output != "-")
    id = fs::path(options.output).stem().string();
  if (id.empty()) id = fs::path(options.files.front()).stem().string();
  if (can_be_bank_id(id)) return id;
  return fail(Kind::usage, "no-bank-id",
              phrase(Text{"\"{0}\" 不能作题库的编号：应为小写字母、数字和连字符",
                          "\"{0}\" can't be the id of a bank: small letters, digits and hyphens"},
                     visible(id)),
              phrase(Text{"用 --id 说明", "say it with --id"}));
}

// Where the bank goes: into the workspace, to a file elsewhere, or to standard output.
struct Destination {
  bool in_workspace = false;
  std::string name;  ///< as people read it; of another file, as it was typed
};

Result<Destination> destination_of(const TestBankImportOptions& options, const World& world,
                                   const Workspace& workspace, const std::string& id) {
  std::error_code unknown;
  const fs::path own = fs::weakly_canonical(workspace.root() / bank_name(id), unknown);
  const bool given = !options.output.empty();
  const fs::path path =
      given ? fs::weakly_canonical(world.directory / options.output, unknown) : own;
  const Destination place{!given || path == own, given ? options.output : bank_name(id)};
  if (options.output == "-" || options.replace || !fs::is_regular_file(path, unknown)) return place;
  return fail(
      Kind::refused, "bank-exists",
      phrase(Text{"{0} 已在，里面的题会丢失", "{0} is there, and its questions would be lost"},
             visible(place.name)),
      phrase(Text{"换个 --id，或用 --replace 覆盖",
                  "choose another --id, or write over it with --replace"}));
}

// Ids of questions in the other banks, which no question may have again.
Result<std::set<std::string>> ids_elsewhere(const Workspace& workspace, const std::string& id) {
  std::set<std::string> taken;
  const auto banks = bank_ids(workspace);
  if (!banks) return tl::unexpected(banks.error());
  for (const std::string& other : *banks) {
    if (other == id) continue;
    const auto bank = read_bank(workspace, other);
    if (!bank) return tl::unexpected(bank.error());
    for (const BankQuestion& question : bank->bank.questions) taken.insert(question.id);
  }
  return taken;
}

Result<ImportedBank> read_one(World& world, const TestBankImportOptions& options,
                              const std::string& file, QuestionIds& ids) {
  const auto input = world.read_text(file, options.encoding);
  if (!input) return tl::unexpected(input.error());
  const auto format = options.format.empty() ? guess_bank_format(input->name, input->text)
                                             : parse_bank_format(options.format);
  if (format) {
    auto read = read_bank_as(*format, input->text, input->name, ids);
    const auto other = read ? std::nullopt : looks_like_another(*format, input->text);
    if (!other) return read;
    return fail(Kind::input, {{{input->name, 1, 1}, "other-format", *other}});
  }
  if (const auto own = looks_like_another(BankFormat::gift, input->text))
    return fail(Kind::input, {{{input->name, 1, 1}, "other-format", *own}});
  return fail(Kind::input,
              {{{input->name, 1, 1},
                "unknown-format",
                phrase(Text{"看不出这是 GIFT、Aiken、Moodle XML 还是 CSV",
                            "this looks like none of GIFT, Aiken, Moodle XML and CSV"}),
                phrase(Text{"用 --format 说明", "say it with --format"})}});
}

// Every file, and all faults of all of them.
Result<std::vector<ImportedBank>> read_all_files(World& world, const TestBankImportOptions& options,
                                                 QuestionIds& ids) {
  std::vector<ImportedBank> parts;
  Failure failure{Kind::input, {}};
  for (const std::string& file : options.files) {
    auto part = read_one(world, options, file, ids);
    if (part)
      parts.push_back(std::move(*part));
    else
      add_failure(failure, std::move(part.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return parts;
}

// The bank is read back before it is written: what can't be read must not lie in banks/.
Result<void> write(World& world, const TestBankImportOptions& options, const Workspace& workspace,
                   const Destination& place, const Bank& bank) {
  const std::string text = write_bank(bank);
  if (auto good = load_bank(text, bank_name(bank.id)); !good) return tl::unexpected(good.error());
  if (options.dry_run) return {};
  if (!place.in_workspace) return world.write_output(place.name, text);
  if (options.replace) return save_bank(workspace, bank);
  const auto created = create_bank(workspace, bank);
  if (!created) return tl::unexpected(created.error());
  if (*created) return {};
  return fail(Kind::refused, "bank-exists",
              phrase(Text{"{0} 已在", "{0} is there already"}, place.name));
}

// What was in the bank that is written over, and is in the new one no more.
std::vector<std::string> ids_given_up(const Workspace& workspace, const Bank& bank) {
  std::vector<std::string> gone;
  const auto old = read_bank(workspace, bank.id);
  if (!old) return gone;
  for (const BankQuestion& question : old->bank.questions)
    if (std::ranges::find(bank.questions, question.id, &BankQuestion::id) == bank.questions.end())
      gone.push_back(question.id);
  return gone;
}

void say_given_up(World& world, const std::vector<std::string>& gone) {
  if (gone.empty()) return;
  std::string ids;
  for (const std::string& id : gone) ids += (ids.empty() ? "" : ", ") + id;
  world.say_to_people(
      phrase(Text{"原题库里的 {0} 题不在新的里：{1}", "{0} of the old bank not in it: {1}"},
             counted(std::ssize(gone), "question"), ids));
}

void say_ids(World& world, const QuestionIds& ids) {
  if (ids.made_up() == 0) return;
  if (ids.collided() == 0)
    return world.say_to_people(
        phrase(Text{"编号：{0} 题保留原来的，{1} 题没有可用的编号，新编为 {2}-…",
                    "ids: {0} kept; {1} had none that can be used and have a new one, {2}-…"},
               ids.kept(), ids.made_up(), ids.prefix()));
  world.say_to_people(
      phrase(Text{"编号：{0} 题保留原来的；{1} 题的编号别的题已用（本文件里，或 banks/ "
                  "的其他题库），{2} 题没有可用的编号：都新编为 {3}-…",
                  "ids: {0} kept; {1} are those of other questions already (in these files or in "
                  "other banks of banks/), {2} had none that can be used: all have a new one, "
                  "{3}-…"},
             ids.kept(), ids.collided(), ids.made_up() - ids.collided(), ids.prefix()));
}

void say_imported(World& world, const TestBankImportOptions& options, const Destination& place,
                  std::size_t questions) {
  const Phrase number = counted(static_cast<std::ptrdiff_t>(questions), "question");
  if (options.dry_run)
    world.say_to_people(phrase(Text{"可以导入 {0} 题到 {1}；--dry-run，什么都没写",
                                    "{0} would go into {1}; --dry-run: nothing was written"},
                               number, place.name));
  else if (options.output == "-")
    world.say_to_people(phrase(Text{"已读入 {0} 题", "{0} read"}, number));
  else
    world.say_recorded(
        say(world.lang, Text{"已导入 {0} 题：{1}\n", "{0} imported: {1}\n"}, number, place.name));
}

Exit run(const TestBankImportOptions& options, World& world) {
  const auto id = id_of(options);
  if (!id) return report_failure(world, id.error());
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  if (auto known = check_known_branch(workspace->organisation(), options.frame.author); !known)
    return report_failure(world, known.error());
  const auto place = destination_of(options, world, *workspace, *id);
  if (!place) return report_failure(world, place.error());
  auto taken = ids_elsewhere(*workspace, *id);
  if (!taken) return report_failure(world, taken.error());
  QuestionIds ids(*id, std::move(*taken));
  auto parts = read_all_files(world, options, ids);
  if (!parts) return report_failure(world, parts.error());
  std::vector<ExchangeLoss> losses;
  for (const ImportedBank& part : *parts)
    losses.insert(losses.end(), part.losses.begin(), part.losses.end());
  const Bank bank =
      joined_bank(std::move(*parts), {*id, options.frame.topic, options.frame.author});
  if (auto unknown = unknown_authors(bank, workspace->organisation()); !unknown.empty())
    return report_failure(world, {Kind::input, std::move(unknown)});
  std::vector<std::string> gone;
  if (options.replace && place->in_workspace) gone = ids_given_up(*workspace, bank);
  if (auto written = write(world, options, *workspace, *place, bank); !written)
    return report_failure(world, written.error());
  say_losses(world, losses, options.files.front());
  say_ids(world, ids);
  say_given_up(world, gone);
  say_imported(world, options, *place, bank.questions.size());
  return Exit::done;
}

}  // namespace

Command test_bank_import_command() {
  return make_command<TestBankImportOptions>(
      "test bank import",
      {"把其他程序的试题读成题库；带不进来的逐题说明",
       "make a bank of other programs' questions; what it can't hold is said"},
      {"$ printf '支部党员大会多久召开一次？\\nA. 每季度\\nB. 每月\\nANSWER: A\\n' >试题.txt\n"
       "$ sihu test bank import 试题.txt --id orglife-2 --topic orglife --author zb05",
       "$ printf 'How often does a branch meet?\\nA. each quarter\\nB. each month\\nANSWER: A\\n' "
       ">questions.txt\n"
       "$ sihu test bank import questions.txt --id orglife-2 --topic orglife --author zb05"},
      declare, run);
}

}  // namespace sihu
