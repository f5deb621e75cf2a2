#include "tools/cli/sealed_paper.hpp"

#include "base/sha256.hpp"
#include "document/twin_questions.hpp"
#include "store/bank_keys.hpp"
#include "store/banks.hpp"
#include "store/evidence.hpp"
#include "tools/demo/templates.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t doc_digits = 16;

// Beside the bank: `secret.2026Q4-safety.key`.
std::string key_file_of(const SealedChoice& choice, std::size_t bank, const PaperKey& key) {
  if (!choice.key_files.empty()) return choice.key_files[bank];
  fs::path file = choice.banks[bank];
  file.replace_extension("." + to_string(key.quarter) + "-" + key.paper + ".key");
  return file.string();
}

// Questions of the workspace, by their stems.
using KnownStems = std::multimap<std::string, const BankQuestion*>;

void add_known(const Bank& bank, KnownStems& known) {
  for (const BankQuestion& question : bank.questions)
    known.emplace(stem_compared(question), &question);
}

// The banks of papers whose keys are published: everybody has those answers.
Result<std::vector<BankDocument>> published_banks(const ExamDesk& desk) {
  std::vector<BankDocument> banks;
  for (const PublishedKey& published : desk.state.keys) {
    auto bank = recorded_bank(desk.workspace, published.doc);
    if (!bank) return tl::unexpected(bank.error());
    banks.push_back(std::move(*bank));
  }
  return banks;
}

void refuse_known(const Bank& bank, const KnownStems& known, std::vector<Fault>& faults) {
  for (const BankQuestion& question : bank.questions) {
    const auto [from, to] = known.equal_range(stem_compared(question));
    const auto twin = std::find_if(
        from, to, [&](const auto& entry) { return asks_the_same(question, *entry.second); });
    if (twin != to)
      faults.push_back({question.place, "question-is-known",
                        phrase(Text{"{0} 与 {1} 的 {2} 是同一道题，考生已能看到",
                                    "{0} asks what {2} in {1} asks, which candidates can see"},
                               question.id, twin->second->place.file, twin->second->id)});
  }
}

// The banks of the templates, which everybody with the program has; their places say so.
std::vector<Bank> template_banks() {
  std::vector<Bank> banks;
  for (const EmbeddedFile& file : embedded_templates()) {
    const std::string path = "templates/" + std::string(file.path);
    if (path.find("/banks/") == std::string::npos) continue;
    if (auto bank = load_bank(file.text(), path)) banks.push_back(std::move(*bank));
  }
  return banks;
}

std::optional<Fault> why_template(const Bank& bank, const std::string& name,
                                  const std::vector<Bank>& templates) {
  const auto same = std::ranges::find_if(
      templates, [&](const Bank& known) { return stems_compared(known) == stems_compared(bank); });
  if (same == templates.end()) return std::nullopt;
  return Fault{Place{name}, "template-bank",
               phrase(Text{"这是模板自带的题库（{0}），人人都有",
                           "this is a bank of the templates ({0}), which everybody has"},
                      same->questions.front().place.file),
               phrase(Text{"密封卷要用没有给人看过的题", "seal questions that nobody has seen"})};
}

// Questions are named by their bank's id.
void refuse_id(const Bank& bank, const std::string& name, std::set<std::string>& taken,
               std::vector<Fault>& faults) {
  if (taken.insert(bank.id).second) return;
  faults.push_back({Place{name}, "bank-id-taken",
                    phrase(Text{"编号 {0} 已有题库在用", "another bank has the id {0}"}, bank.id),
                    phrase(Text{"改 bank: 后面的编号", "change what stands behind bank:"})});
}

}  // namespace

void declare_sealed(Flags& flags, SealedChoice& choice) {
  flags.texts(
      "--bank", choice.banks,
      {"密封卷：只从这个题库抽，它不能在工作区里；可重复。考生用自己的机器时，查资料、传题、"
       "拨时钟、交两次卷只能看出后两样，都防不住",
       "a sealed paper: draw from this bank alone, which lies in no workspace; repeatable. "
       "On a candidate's own machine looking things up, handing questions on, a clock set "
       "back and handing in twice are not prevented; the last two are shown"},
      Flags::What::file);
  flags.texts("--key-out", choice.key_files,
              {"密封卷的答案文件，不给则在题库旁边；几个题库就给几次",
               "where the key of a sealed paper is written, else beside the bank; once for each "
               "--bank"},
              Flags::What::file);
}

Result<void> check_sealed(const SealedChoice& choice, bool is_drawn) {
  if (choice.is_wanted() && !is_drawn)
    return fail(
        Kind::usage, "missing-option",
        phrase(Text{"--bank 用于抽卷，还要 --seed", "--bank is for drawing: give --seed too"}));
  if (choice.key_files.empty() || choice.key_files.size() == choice.banks.size()) return {};
  return fail(Kind::usage, "key-files",
              phrase(Text{"--bank 有 {0} 个，--key-out 有 {1} 个，应一样多",
                          "as many --key-out as --bank are wanted: {1} for {0}"},
                     choice.banks.size(), choice.key_files.size()));
}

Result<std::vector<BankDocument>> banks_to_seal(const World& world, const ExamDesk& desk,
                                                const SealedChoice& choice) {
  const auto shared = read_banks(desk.workspace);
  if (!shared) return tl::unexpected(shared.error());
  const auto published = published_banks(desk);
  if (!published) return tl::unexpected(published.error());
  KnownStems known;
  std::set<std::string> ids;
  const std::vector<Bank> templates = template_banks();
  for (const Bank& bank : templates) add_known(bank, known);
  for (const BankDocument& bank : *published) add_known(bank.document, known);
  for (const KeptBank& kept : *shared) {
    add_known(kept.bank, known);
    ids.insert(kept.bank.id);
  }
  std::vector<BankDocument> banks;
  Failure failure{Kind::refused, {}};
  for (const std::string& name : choice.banks) {
    auto bank = read_bank_outside(world.directory / name, name);
    if (!bank) {
      add_failure(failure, std::move(bank.error()));
      continue;
    }
    std::vector<Fault> faults;
    if (auto fault = why_template(bank->document, name, templates)) {
      faults.push_back(std::move(*fault));
    } else {
      refuse_id(bank->document, name, ids, faults);
      refuse_known(bank->document, known, faults);
    }
    if (!faults.empty()) add_failure(failure, {Kind::refused, std::move(faults)});
    banks.push_back(std::move(*bank));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return banks;
}

namespace {

tl::unexpected<Failure> drawn_from_another(const PaperKey& key, const std::string& id,
                                           const std::vector<BankDocument>& given) {
  const bool is_given =
      std::ranges::any_of(given, [&](const BankDocument& bank) { return bank.document.id == id; });
  const Text words =
      is_given ? Text{"{0} 已从题库 {1} 抽过卷，那时的题和现在给的不一样：给出原来的文件，或用别的 "
                      "--seed 补抽",
                      "{0} was drawn from the bank {1} when its questions were others than they are "
                      "in the file given: give the file as it was, or draw for those who are new "
                      "with another --seed"}
               : Text{"{0} 已从题库 {1} 抽过卷，不能再从别的题库抽",
                      "{0} was drawn from the bank {1}, and is not drawn again from another"};
  return fail(Kind::refused, "drawn-already", phrase(words, subject_of(key), id));
}

}  // namespace

Result<void> check_same_banks(const ExamDesk& desk, const ExamState& state,
                              const std::vector<BankDocument>& banks,
                              const std::vector<ComposedForm>& forms) {
  ExamForms recorded(desk.workspace, state);
  const auto sealed = recorded.sealed_banks(desk.key);
  if (!sealed) return tl::unexpected(sealed.error());
  for (const ComposedForm& composed : forms)
    for (const BankDigest& used : composed.form.banks) {
      const auto asked = sealed->find(used.doc);
      const bool is_given = std::ranges::any_of(banks, [&](const BankDocument& bank) {
        return asked != sealed->end() && is_made_of(asked->second, bank.document);
      });
      if (!is_given) return drawn_from_another(desk.key, used.id, banks);
    }
  return {};
}

Result<SealedForms> seal_forms(const World& world, const SealedChoice& choice, const PaperKey& key,
                               const std::vector<BankDocument>& banks,
                               std::vector<ComposedForm>& forms) {
  SealedForms sealed;
  for (std::size_t i = 0; i < banks.size(); ++i) {
    const auto asked = asked_bank(banks[i].document, forms);
    if (!asked) continue;
    const std::string file = key_file_of(choice, i, key);
    const auto kept = keep_bank_key(world.directory / file, file, write_bank(*asked));
    if (!kept) return tl::unexpected(kept.error());
    std::string promise = promise_of(*kept);
    std::string text = write_bank(sealed_bank(*asked, promise));
    name_sealed_bank(forms, {asked->id, sha256_hex(text).substr(0, doc_digits)});
    sealed.documents.push_back(std::move(text));
    sealed.promises.push_back(std::move(promise));
    sealed.key_files.push_back(file);
  }
  return sealed;
}

Result<void> check_key_files(const World& world, const SealedChoice& choice, const PaperKey& key,
                             const std::vector<BankDocument>& banks,
                             const std::vector<ComposedForm>& forms) {
  for (std::size_t i = 0; i < banks.size(); ++i) {
    const auto asked = asked_bank(banks[i].document, forms);
    if (!asked) continue;
    const std::string file = key_file_of(choice, i, key);
    if (auto good = check_bank_key(world.directory / file, file, write_bank(*asked)); !good)
      return good;
  }
  return {};
}

Result<void> check_sealed_alike(const ExamDesk& desk, const SealedChoice& choice) {
  const auto is_drawn = [&](const PaperKey& key) { return desk.state.first_form(key) != nullptr; };
  // A make-up is as secret as what it stands in for; it may be more so.
  const PaperKey like = is_drawn(desk.key) ? desk.key : first_of(desk.key);
  if (!is_drawn(like)) return {};
  ExamForms forms(desk.workspace, desk.state);
  const auto promised = forms.promises(like);
  if (!promised) return tl::unexpected(promised.error());
  if (promised->empty() != choice.is_wanted()) return {};
  if (choice.is_wanted() && like != desk.key) return {};
  return fail(Kind::refused, "sealed-in-part",
              choice.is_wanted()
                  ? phrase(Text{"{0} 已抽的卷不是密封卷，不能再从 --bank 抽",
                                "what was drawn of {0} is not sealed, so that no more is drawn "
                                "from --bank"},
                           typed_key(desk.key))
                  : phrase(Text{"{0} 是密封卷，补抽、补考也要 --bank",
                                "{0} is a sealed paper: draw more of it, and its make-up, with "
                                "--bank"},
                           typed_key(like)));
}

Result<void> say_promises(World& world, const ExamDesk& desk, ExamForms& forms) {
  const auto promised = forms.promises(desk.key);
  if (!promised) return tl::unexpected(promised.error());
  for (const std::string& promise : *promised) world.say_to_people(promise_words(promise));
  return {};
}

void say_missing_keys(World& world, const ExamDesk& desk, const ExamForms& forms,
                      const MarkedPapers& marked) {
  for (const MissingKey& missing : forms.missing_keys(marked))
    world.say_to_people(missing_key_words(desk.key, missing, desk.workspace.organisation()));
}

Result<void> put_keys_back(World& world, const ExamDesk& desk, const ExamForms& forms) {
  for (const std::string& text : forms.found_again()) {
    const auto kept = keep_bytes(desk.workspace.root(), text, "yaml");
    if (!kept) return tl::unexpected(kept.error());
    world.say_to_people(
        phrase(Text{"答案与当初的承诺相符，已放回 evidence/{0}.yaml",
                    "the key fits what was promised; put back as evidence/{0}.yaml"},
               sha256_hex(text)));
  }
  return {};
}

Result<void> open_keys(const World& world, const std::vector<std::string>& files,
                       const PaperKey& key, ExamForms& forms) {
  std::map<std::string, BankKey> keys;
  Failure failure{Kind::input, {}};
  for (const std::string& file : files) {
    auto read = read_bank_key(world.directory / file, file);
    if (read)
      keys.emplace(file, std::move(*read));
    else
      add_failure(failure, std::move(read.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  if (auto used = forms.use_keys(key, keys); !used) return used;
  return forms.check_keys(key);
}

}  // namespace sihu
