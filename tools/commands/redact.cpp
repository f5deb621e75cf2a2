// sihu redact: the committee has the texts of a ledger line hidden, in whatever sihu shows.
#include "base/utf8.hpp"
#include "report/catalogue.hpp"
#include "store/forget_text.hpp"
#include "tools/cli/command.hpp"
#include "wording/number.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t most_named = 5;

struct RedactOptions {
  std::string line;
  std::string reason;
};

void declare(Flags& flags, RedactOptions& options) {
  flags.text("LINE", options.line,
             {"台账的一行：2026Q4/zb03.k7m2qx.tsv:17，或其校验码不含糊的开头，至少 6 位；"
              "隐去它的 title text basis note reason，原文仍在台账文件和 export 的 tsv 中",
              "a line of the ledger: 2026Q4/zb03.k7m2qx.tsv:17, or a beginning of its check, six "
              "digits at least; hides its title, text, basis, note and reason, which stay in the "
              "ledger file and in what export writes as tsv"});
  flags.text("--reason", options.reason, {"理由，记入台账", "the reason; it goes into the ledger"});
  flags.required();
}

Phrase said(const LineRedaction& outcome, const Organisation& organisation) {
  const std::string line = to_string(outcome.line);
  if (outcome.recorded)
    return phrase(Text{"已隐去 {0} 的文字，并记入台账", "hid the texts of {0}, and recorded it"},
                  line);
  return phrase(Text{"{1}已于 {2} 隐去 {0} 的文字：{3}",
                     "the texts of {0} were hidden by {1} on {2} already: {3}"},
                line, person_name(organisation, outcome.redaction.by),
                to_string(outcome.redaction.on), outcome.redaction.reason);
}

// What was hidden in one line may have been copied into others.
void say_same_words(const std::vector<Place>& places, World& world) {
  if (places.empty()) return;
  std::string list;
  for (std::size_t i = 0; i < std::min(places.size(), most_named); ++i)
    list += (i > 0 ? ", " : "") + to_string(places[i]);
  if (places.size() > most_named) list += ", …";
  world.say_to_people(phrase(Text{"注意：另有 {0} 行有同样的文字，仍会显示：{1}",
                                  "note: the same words are still shown from {0}: {1}"},
                             counted(std::ssize(places), "other line"), list));
}

Exit run(const RedactOptions& options, World& world) {
  const auto workspace = world.open_workspace();
  if (!workspace) return report_failure(world, workspace.error());
  const auto author = world.author(*workspace);
  if (!author) return report_failure(world, author.error());
  const auto outcome = forget_text(*workspace, *author, options.line, options.reason);
  if (!outcome) return report_failure(world, outcome.error());
  for (const Fault& note : outcome->notes) world.say_to_people(note.what);
  const Phrase words = said(*outcome, workspace->organisation());
  world.say_recorded(visible(words.in(world.lang)) + "\n");
  say_same_words(outcome->same_words, world);
  return Exit::done;
}

}  // namespace

Command redact_command() {
  return make_command<RedactOptions>(
      "redact",
      {"隐去台账一行的文字；台账记下何人、何时、为何（委员会）",
       "hide the texts of a ledger line (committee)"},
      {"$ sihu redact 2026Q3/zb05.e5t6vy.tsv:45 --reason 写入了病情",
       "$ sihu redact 2026Q3/zb05.e5t6vy.tsv:45 --reason \"names an illness\""},
      declare, run);
}

}  // namespace sihu
