#include "problem/signing.hpp"

#include "base/ed25519.hpp"
#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "ledger/signature.hpp"
#include "support/ledgers.hpp"
#include "support/load_text.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string seed(64, '1');
const std::string previous = "0123456789abcdef";
const Date today{2026, 10, 12};

Organisation signing_organisation(const std::string& keys) {
  return load_organisation(
             "sihu: 1\n"
             "organisation: {id: demo, name: 示例}\n"
             "branches: [{id: zb01, name: 第一党支部}]\n"
             "signed: [verify, {step: archive, from: 2026-11-01}]\n"
             "people: [{id: p003, name: 张三, branch: zb01, keys: [" +
                 keys + "]}]\n",
             "sihu.yaml")
      .value();
}

std::string key_of(const std::string& its_seed) {
  return "ed25519:" + ed25519_public_key(its_seed);
}

// A line as it would stand behind one with the check `previous`.
struct Line {
  Event event = an_event(noon(), "x", {{"note", "a"}});
  std::string bytes;

  explicit Line(const std::string& its_seed) {
    event.person = "p003";
    event.name = "problem.verify";
    const std::string body = write_line(event).value();
    const std::string signature =
        its_seed.empty() ? "" : "\tsig=" + ed25519_sign(signed_message(previous, body), its_seed);
    bytes = body + signature + "\t0123456789abcdef";
  }

  StandingLine standing() const { return {bytes, previous}; }
};

Signature worth(const std::string& its_seed, const std::string& keys) {
  const Line line(its_seed);
  return judge_signature(line.standing(), line.event, today, signing_organisation(keys)).worth;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a signature is worth what the keys of its person are worth on that day") {
    const std::string key = "'" + key_of(seed) + "'";
    const std::string other = "'" + key_of(std::string(64, '2')) + "'";
    CHECK(worth("", key) == Signature::none);
    CHECK(worth(seed, "") == Signature::unknown);
    CHECK(worth(seed, other) == Signature::wrong);
    CHECK(worth(seed, key) == Signature::good);
    CHECK(worth(seed, other + ", " + key) == Signature::good);
    CHECK(worth(seed, "{key: " + key + ", until: 2026-10-11}") == Signature::ended);
    CHECK(worth(seed, "{key: " + key + ", from: 2026-10-13}") == Signature::ended);
    CHECK(worth(seed, "{key: " + key + ", revoked: 2026-10-12}") == Signature::revoked);
    CHECK(worth(seed, "{key: " + key + ", revoked: 2026-10-13}") == Signature::good);
  }

  TEST_CASE("a signature holds at one place of a file only") {
    const Line line(seed);
    const Organisation organisation = signing_organisation("'" + key_of(seed) + "'");
    CHECK(
        judge_signature({line.bytes, "fedcba9876543210"}, line.event, today, organisation).worth ==
        Signature::wrong);
  }

  TEST_CASE("a demand is met by a good signature alone, and holds from its day on") {
    const Organisation organisation = signing_organisation("'" + key_of(seed) + "'");
    const Line with(seed);
    Line without("");
    CHECK(is_signed_as_demanded(with.standing(), with.event, today, organisation));
    CHECK_FALSE(is_signed_as_demanded(without.standing(), without.event, today, organisation));
    without.event.name = "quarter.archive";
    CHECK(is_signed_as_demanded(without.standing(), without.event, today, organisation));
    CHECK_FALSE(
        is_signed_as_demanded(without.standing(), without.event, Date(2026, 11, 1), organisation));
    without.event.name = "problem.note";
    CHECK(
        is_signed_as_demanded(without.standing(), without.event, Date(2026, 11, 1), organisation));
  }
}
