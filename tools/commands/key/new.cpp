// sihu key new: make a pair of keys to sign with; the secret one stays on this machine.
#include "base/utf8.hpp"
#include "store/keys.hpp"
#include "tools/cli/command.hpp"

#include <ostream>

namespace sihu {
namespace {

struct Options {};

void declare(Flags&, Options&) {}

Exit run(const Options&, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto person = world.person(*workspace);
  if (!person) return report_failure(world, person.error());
  const Organisation& organisation = workspace->organisation();
  const auto kept = make_key(world.config_home, workspace->root(), organisation.id, (*person)->id);
  if (!kept) return report_failure(world, kept.error());
  const Date today = workspace->zone().date_of(world.clock());
  world.say_to_people(phrase(Text{"私钥存于 {0}（只有本人可读；请另备份，不要给任何人）",
                                  "the secret key is in {0}, for you alone: keep a copy, give it "
                                  "to nobody"},
                             kept->file.string()));
  world.say_to_people(phrase(Text{"请委员会核对后把下面的公钥写进 sihu.yaml 中 {0} 的 keys：",
                                  "the committee compares this public key with you and puts it "
                                  "into sihu.yaml under {0}:"},
                             (*person)->id));
  world.out << "keys: [{key: 'ed25519:" << kept->key << "', from: '" << to_string(today) << "'}]\n";
  return Exit::done;
}

}  // namespace

Command key_new_command() {
  return make_command<Options>("key new", {"新做一对签名密钥", "make a pair of keys to sign with"},
                               {"$ sihu key new --as p900", "$ sihu key new --as p900"}, declare,
                               run);
}

}  // namespace sihu
