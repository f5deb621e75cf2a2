#include "exam/bank_formats.hpp"

#include "exam/aiken.hpp"
#include "exam/bank_columns.hpp"
#include "exam/bank_csv.hpp"
#include "exam/gift.hpp"
#include "exam/moodle_xml.hpp"
#include "gate/encoding.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

bool is_head_of_bank(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::string first = trimmed_cell(line.substr(0, line.find(',')));
  return line.find(',') != std::string_view::npos && !bank_column_of(first).empty();
}

tl::unexpected<Failure> unknown_topic(const Bank& bank, const std::string& topic) {
  std::set<std::string> topics;
  for (const BankQuestion& question : bank.questions) topics.insert(question.topic);
  const auto close = nearest(topic, {topics.begin(), topics.end()});
  return fail(
      Kind::input, "unknown-topic",
      phrase(Text{"题库 {0} 里没有主题 {1}", "the bank {0} has no topic {1}"}, bank.id, topic),
      close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{});
}

void keep_cited_laws(Bank& bank) {
  std::set<std::string> cited;
  for (const BankQuestion& question : bank.questions)
    for (const Basis& basis : question.basis) cited.insert(basis.law);
  std::erase_if(bank.laws, [&](const Law& law) { return !cited.contains(law.code); });
}

void add_part(ImportedBank part, Bank& into) {
  Bank& bank = part.bank;
  if (into.version.empty()) into.version = std::move(bank.version);
  if (into.title.empty()) into.title = std::move(bank.title);
  for (BankQuestion& question : bank.questions) {
    if (question.author.empty() && bank.author != into.author) question.author = bank.author;
    into.questions.push_back(std::move(question));
  }
  for (Law& law : bank.laws)
    if (std::ranges::find(into.laws, law.code, &Law::code) == into.laws.end())
      into.laws.push_back(std::move(law));
}

// With laws in a bank every law that is cited must be one of them.
void add_cited_laws(Bank& bank) {
  if (bank.laws.empty()) return;
  for (const BankQuestion& question : bank.questions)
    for (const Basis& basis : question.basis)
      if (std::ranges::find(bank.laws, basis.law, &Law::code) == bank.laws.end())
        bank.laws.push_back({basis.law, basis.title, "", std::nullopt, {}});
}

const char* name_of(BankFormat format) {
  switch (format) {
    case BankFormat::gift:
      return "GIFT";
    case BankFormat::aiken:
      return "Aiken";
    case BankFormat::moodle:
      return "Moodle XML";
    case BankFormat::csv:
      break;
  }
  return "CSV";
}

}  // namespace

std::optional<BankFormat> parse_bank_format(std::string_view word) {
  if (word == "gift") return BankFormat::gift;
  if (word == "aiken") return BankFormat::aiken;
  if (word == "moodle") return BankFormat::moodle;
  return word == "csv" ? std::optional(BankFormat::csv) : std::nullopt;
}

std::optional<BankFormat> guess_bank_format(std::string_view name, std::string_view text) {
  if (name.ends_with(".gift")) return BankFormat::gift;
  if (name.ends_with(".aiken")) return BankFormat::aiken;
  if (name.ends_with(".xml")) return BankFormat::moodle;
  if (name.ends_with(".csv")) return BankFormat::csv;
  text = without_bom(text);
  if (trimmed_cell(text.substr(0, 256)).starts_with('<')) return BankFormat::moodle;
  if (is_head_of_bank(text)) return BankFormat::csv;
  if (text.find("\nANSWER:") != std::string_view::npos) return BankFormat::aiken;
  const std::size_t open = text.find('{');
  if (open != std::string_view::npos && text.find('}', open) != std::string_view::npos)
    return BankFormat::gift;
  return std::nullopt;
}

std::optional<Phrase> looks_like_another(BankFormat expected, std::string_view text) {
  text = without_bom(text);
  if (text.starts_with("bank:") || text.find("\nbank:") != std::string_view::npos)
    return phrase(Text{"这是本程序的题库（YAML），不是 {0}：不用导入，放进 banks/ 就能用",
                       "this is a bank of this program (YAML), no {0}: put it into banks/ instead "
                       "of importing it"},
                  name_of(expected));
  const auto found = guess_bank_format({}, text);
  if (!found || *found == expected) return std::nullopt;
  return phrase(Text{"应是 {0}，内容却像 {1}", "expected {0}, and this looks like {1}"},
                name_of(expected), name_of(*found));
}

ExportedBank write_bank_as(BankFormat format, const Bank& bank, Lang lang) {
  switch (format) {
    case BankFormat::gift:
      return write_gift(bank, lang);
    case BankFormat::aiken:
      return write_aiken(bank, lang);
    case BankFormat::moodle:
      return write_moodle_xml(bank, lang);
    case BankFormat::csv:
      break;
  }
  return write_bank_csv(bank, lang);
}

Result<ImportedBank> read_bank_as(BankFormat format, std::string_view text, std::string_view name,
                                  QuestionIds& ids) {
  switch (format) {
    case BankFormat::gift:
      return read_gift(text, name, ids);
    case BankFormat::aiken:
      return read_aiken(text, name, ids);
    case BankFormat::moodle:
      return read_moodle_xml(text, name, ids);
    case BankFormat::csv:
      break;
  }
  return read_bank_csv(text, name, ids);
}

Result<Bank> selected_bank(Bank bank, const BankSelection& selection) {
  if (!selection.topic.empty()) {
    const auto of_topic = [&](const BankQuestion& one) { return one.topic == selection.topic; };
    if (std::ranges::none_of(bank.questions, of_topic)) return unknown_topic(bank, selection.topic);
    std::erase_if(bank.questions, [&](const BankQuestion& one) { return !of_topic(one); });
  }
  const std::size_t before = bank.questions.size();
  if (!selection.drafts) std::erase_if(bank.questions, [](const auto& one) { return one.draft; });
  if (bank.questions.empty())
    return fail(Kind::refused, "drafts-only",
                phrase(Text{"只有草稿，不导出", "these are drafts, which do not go out"}),
                phrase(Text{"加 --drafts 连草稿一起导出", "--drafts lets them go too"}));
  if (bank.questions.size() != before || !selection.topic.empty()) keep_cited_laws(bank);
  return bank;
}

Bank joined_bank(std::vector<ImportedBank> parts, const ImportFrame& frame) {
  Bank bank;
  for (const ImportedBank& part : parts)
    if (bank.author.empty()) bank.author = part.bank.author;
  for (ImportedBank& part : parts) add_part(std::move(part), bank);
  bank.id = frame.id;
  if (bank.version.empty()) bank.version = "1";
  if (bank.title.empty()) bank.title = same(frame.id);
  if (!frame.author.empty()) bank.author = frame.author;
  for (BankQuestion& question : bank.questions) {
    if (question.topic.empty()) question.topic = frame.topic;
    if (!frame.author.empty()) question.author.clear();
  }
  add_cited_laws(bank);
  return bank;
}

std::vector<Fault> unknown_authors(const Bank& bank, const Organisation& organisation) {
  std::set<std::string> said;
  std::vector<Fault> faults;
  const auto look = [&](const std::string& author, const Place& place) {
    if (author.empty() || organisation.find_branch(author) || !said.insert(author).second) return;
    faults.push_back({place, "unknown-branch",
                      phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, author),
                      phrase(Text{"--author 支部 可以说明都由谁出题",
                                  "--author BRANCH says who wrote them all"})});
  };
  for (const BankQuestion& question : bank.questions) look(question.author, question.place);
  look(bank.author, {});
  return faults;
}

}  // namespace sihu
