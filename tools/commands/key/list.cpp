// sihu key list: which keys sihu.yaml knows, to sign with and to open reviews with, and which are
// on this machine. No secret is shown; where its file is, programs are told.
#include "report/catalogue.hpp"
#include "report/table.hpp"
#include "store/keys.hpp"
#include "store/review_keys.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

struct KeyListOptions {
  Output output;
};

void declare(Flags& flags, KeyListOptions& options) {
  declare_output(flags, options.output);
}

Coded state_of(const PersonKey& key, Date today) {
  if (key.revoked && *key.revoked <= today) return {"revoked", phrase(Text{"已作废", "revoked"})};
  if (key.holds_on(today)) return {"holds", phrase(Text{"有效", "holds"})};
  if (key.from && today < *key.from) return {"not-yet", phrase(Text{"未开始", "not yet"})};
  return {"ended", phrase(Text{"已停用", "ended"})};
}

Value date_or_none(const std::optional<Date>& date) {
  return date ? Value(*date) : Value();
}

Value path_or_none(const fs::path& file) {
  return file.empty() ? Value() : Value(file.string());
}

class Rows {
 public:
  Rows(const Workspace& workspace, Date today) : workspace_(workspace), today_(today) {
    const auto left = Column::Align::left;
    table.title = phrase(Text{"密钥", "Keys"});
    table.columns = {{"person", {"人员编号", "person id"}},
                     {"person_name", {"姓名", "name"}},
                     {"key", {"公钥", "public key"}, left, true, 16},
                     {"from", {"起", "from"}},
                     {"until", {"止", "until"}},
                     {"revoked", {"作废于", "revoked"}},
                     {"state", {"状态", "state"}},
                     {"here", {"本机有私钥", "secret here"}},
                     {"use", {"用途", "use"}},
                     {"file", {"私钥文件", "secret file"}, left, false}};
  }

  void add(const std::string& person, const PersonKey& key, Coded state, const fs::path& file) {
    table.rows.push_back({person, person_name(workspace_.organisation(), person),
                          "ed25519:" + key.key, date_or_none(key.from), date_or_none(key.until),
                          date_or_none(key.revoked), std::move(state), !file.empty(),
                          Coded{"sign", phrase(Text{"签名", "sign"})}, path_or_none(file)});
  }

  void add_all(const std::vector<KeptKey>& kept) {
    std::vector<std::string> known;
    for (const Person& person : workspace_.organisation().people)
      for (const PersonKey& key : person.keys) {
        const auto here = std::ranges::find(kept, key.key, &KeptKey::key);
        add(person.id, key, state_of(key, today_), here == kept.end() ? fs::path() : here->file);
        known.push_back(key.key);
      }
    for (const KeptKey& key : kept)
      if (key.organisation == workspace_.organisation().id &&
          std::ranges::find(known, key.key) == known.end())
        add(key.person, {key.key, {}, {}, {}}, not_listed(), key.file);
  }

  // The committee's: the one in sihu.yaml, and those that only this machine knows.
  void add_review(const std::vector<KeptReviewKey>& kept) {
    const std::string& used = workspace_.organisation().review.key;
    const auto here = std::ranges::find(kept, used, &KeptReviewKey::key);
    if (!used.empty())
      add_review_row(used, {"holds", phrase(Text{"有效", "holds"})},
                     here == kept.end() ? fs::path() : here->file);
    for (const KeptReviewKey& key : kept)
      if (key.organisation == workspace_.organisation().id && key.key != used)
        add_review_row(key.key, not_listed(), key.file);
  }

  Table table;

 private:
  static Coded not_listed() {
    return {"not-listed", phrase(Text{"未写入 sihu.yaml", "not in sihu.yaml"})};
  }

  void add_review_row(const std::string& key, Coded state, const fs::path& file) {
    table.rows.push_back({Value(), phrase(Text{"委员会", "the committee"}), "x25519:" + key,
                          Value(), Value(), Value(), std::move(state), !file.empty(),
                          Coded{"review", phrase(Text{"互评", "reviews"})}, path_or_none(file)});
  }

  const Workspace& workspace_;
  Date today_;
};

Exit run(const KeyListOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto today = world.today(*workspace);
  if (!today) return report_failure(world, today.error());
  const auto kept = kept_keys(world.config_home);
  if (!kept) return report_failure(world, kept.error());
  Rows rows(*workspace, *today);
  rows.add_all(*kept);
  const auto kept_for_reviews = kept_review_keys(world.config_home);
  if (!kept_for_reviews) return report_failure(world, kept_for_reviews.error());
  rows.add_review(*kept_for_reviews);
  return print_table(world, options.output, rows.table);
}

}  // namespace

Command key_list_command() {
  return make_command<KeyListOptions>(
      "key list",
      {"sihu.yaml 中的公钥，以及本机有哪些私钥",
       "the public keys in sihu.yaml, and which secret ones are here"},
      {"$ sihu key list", "$ sihu key list"}, declare, run);
}

}  // namespace sihu
