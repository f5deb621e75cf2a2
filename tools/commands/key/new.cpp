// sihu key new: make a pair of keys, to sign with or to open reviews with; the secret one stays on
// this machine.
#include "base/utf8.hpp"
#include "store/keys.hpp"
#include "store/review_keys.hpp"
#include "tools/cli/command.hpp"

#include <ostream>

namespace sihu {
namespace {

struct KeyNewOptions {
  bool review = false;
};

void declare(Flags& flags, KeyNewOptions& options) {
  flags.flag("--review", options.review,
             {"委员会用来打开互评评分表的密钥，不是签名用的",
              "the committee's key to open review sheets with, not one to sign with"});
}

void say_where(World& world, const std::filesystem::path& file) {
  world.say_to_people(phrase(Text{"私钥存于 {0}（只有本人可读；请另备份，不要给任何人）",
                                  "the secret key is in {0}, for you alone: keep a copy, give it "
                                  "to nobody"},
                             file.string()));
}

// Whoever can open sheets decides who is anonymous; that is for the committee.
Exit make_for_reviews(World& world, const Workspace& workspace, const Person& person) {
  const auto today = world.today(workspace);
  if (!today) return report_failure(world, today.error());
  if (!person.has_role(RoleName::committee, *today))
    return report_failure(
        world, {Kind::refused,
                {{{},
                  "not-committee",
                  phrase(Text{"互评密钥由委员会做，{0}在 {1} 不是委员会成员",
                              "the committee makes the review key; {0} is no member of it on {1}"},
                         person.name, to_string(*today))}}});
  const auto kept =
      make_review_key(world.config_home, workspace.root(), workspace.organisation().id);
  if (!kept) return report_failure(world, kept.error());
  say_where(world, kept->file);
  world.say_to_people(
      phrase(Text{"丢了它，密封的评分表就谁也打不开。把下面一行写进 sihu.yaml 的 review：",
                  "without it nobody opens sealed sheets. Put this line under review "
                  "in sihu.yaml:"}));
  world.out << "key: 'x25519:" << kept->key << "'\n";
  return Exit::done;
}

Exit run(const KeyNewOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto person = world.person(*workspace);
  if (!person) return report_failure(world, person.error());
  if (options.review) return make_for_reviews(world, *workspace, **person);
  const Organisation& organisation = workspace->organisation();
  const auto kept = make_key(world.config_home, workspace->root(), organisation.id, (*person)->id);
  if (!kept) return report_failure(world, kept.error());
  const Date today = workspace->zone().date_of(world.clock());
  say_where(world, kept->file);
  world.say_to_people(phrase(Text{"请委员会核对后把下面的公钥写进 sihu.yaml 中 {0} 的 keys：",
                                  "the committee compares this public key with you and puts it "
                                  "into sihu.yaml under {0}:"},
                             (*person)->id));
  world.out << "keys: [{key: 'ed25519:" << kept->key << "', from: '" << to_string(today) << "'}]\n";
  return Exit::done;
}

}  // namespace

Command key_new_command() {
  return make_command<KeyNewOptions>(
      "key new",
      {"新做一对密钥，签名用，或打开互评评分表用",
       "make a pair of keys, to sign with or to open review sheets with"},
      {"$ sihu key new --as p900\n$ sihu key new --review --as p900",
       "$ sihu key new --as p900\n$ sihu key new --review --as p900"},
      declare, run);
}

}  // namespace sihu
