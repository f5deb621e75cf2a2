#include "store/verify_signatures.hpp"

#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "problem/signing.hpp"
#include "store/find_bytes.hpp"
#include "store/mapped.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

// A line that is signed or has to be, as it stands.
struct Case {
  Place place;
  Event event;
  Date day;
  bool demanded = false;
};

class Check {
 public:
  Check(const Workspace& workspace, Verification& found) : workspace_(workspace), found_(found) {
    for (const SignedStep& step : organisation().signed_steps)
      wanted_.push_back("\t" + event_of(step) + "\t");
    wanted_.emplace_back("\tsig=");
  }

  void look_at(const PassedFile& file) {
    const auto mapped = MappedFile::open(workspace_.root() / file.name, file.name);
    if (!mapped || !is_wanted(mapped->bytes())) return;
    std::string_view rest = mapped->bytes().substr(0, file.whole_bytes);
    std::string_view previous;
    for (int number = 1; !rest.empty(); ++number) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(line.size() + 1);
      if (number > 1 && is_wanted(line)) take(line, previous, {file.name, number, 0});
      previous = line.substr(line.size() - check_digits);
    }
  }

 private:
  const Organisation& organisation() const { return workspace_.organisation(); }

  bool is_wanted(std::string_view bytes) const {
    return std::ranges::any_of(wanted_,
                               [&](const std::string& text) { return has_bytes(bytes, text); });
  }

  void take(std::string_view line, std::string_view previous, Place place) {
    auto event = read_line(line, place.file, place.line);
    if (!event || !seen_.insert(event->check + event->subject).second) return;
    Case one{std::move(place), std::move(*event), {}};
    one.day = workspace_.zone().date_of(one.event.at);
    one.demanded = organisation().demands_signature(one.event.name, one.day);
    judge(one, judge_signature({line, previous}, one.event, one.day, organisation()));
  }

  void judge(const Case& one, const SignatureJudgement& signature) {
    switch (signature.worth) {
      case Signature::none:
        if (one.demanded)
          fault(one, "signature-missing",
                phrase(Text{"{0} 须签名，本行没有", "{0} needs a signature, this line has none"},
                       one.event.name));
        return;
      case Signature::good:
        found_.signatures.push_back(
            {one.place, one.event.person, one.event.name, one.event.subject, signature.key->key});
        return;
      case Signature::unknown:
        return object(
            one, "signature-unknown",
            phrase(Text{"sihu.yaml 中没有 {0} 的公钥，签名无从核对",
                        "sihu.yaml has no key of {0}, so the signature can't be compared"},
                   one.event.person));
      case Signature::wrong:
        return fault(one, "signature-wrong",
                     phrase(Text{"签名与 {0} 的任何公钥都不符",
                                 "the signature is of none of the keys of {0}"},
                            one.event.person));
      case Signature::revoked:
        return object(one, "signature-void",
                      phrase(Text{"所用的密钥自 {0} 起作废", "its key is revoked from {0} on"},
                             to_string(*signature.key->revoked)));
      case Signature::ended:
        return object(one, "signature-void",
                      phrase(Text{"所用的密钥当日（{0}）不在有效期内",
                                  "its key did not hold on that day, {0}"},
                             to_string(one.day)));
    }
  }

  void fault(const Case& one, std::string name, Phrase what) {
    found_.faults.push_back({one.place, std::move(name), std::move(what)});
  }

  // A fault only where a signature is demanded.
  void object(const Case& one, std::string name, Phrase what) {
    if (one.demanded) return fault(one, std::move(name), std::move(what));
    found_.notes.push_back(
        {.place = one.place, .name = std::move(name), .what = std::move(what), .warning = true});
  }

  const Workspace& workspace_;
  Verification& found_;
  std::vector<std::string> wanted_;
  std::set<std::string> seen_;  // a line that forks have in common counts once
};

// Said once, at the last of them.
void add_hint(std::vector<Fault>& faults) {
  const auto last = std::find_if(faults.rbegin(), faults.rend(), [](const Fault& fault) {
    return fault.name == "signature-missing";
  });
  if (last != faults.rend())
    last->hint = phrase(Text{"若当时还不要求，在 sihu.yaml 的 signed 里给这一步写上 from 日期",
                             "if none was needed then, give the step under signed in sihu.yaml a "
                             "from date"});
}

}  // namespace

void check_signatures(const Workspace& workspace,
                      const std::vector<std::optional<Result<PassedFile>>>& passed,
                      Verification& found) {
  Check check(workspace, found);
  for (const auto& file : passed)
    if (file && *file) check.look_at(**file);
  add_hint(found.faults);
}

}  // namespace sihu
