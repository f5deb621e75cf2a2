#pragma once

#include "document/organisation.hpp"
#include "review/apart.hpp"
#include "store/ledger_files.hpp"
#include "store/verify_evidence.hpp"
#include "store/verify_lives.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sihu {

/// What lines are held against.
struct SieveRules {
  const EvidenceFolder& evidence;
  const Organisation& organisation;
  const Zone& zone;
  Instant now;
  /// Of one branch alone: which sihu.yaml was in force is not looked for, it names others.
  bool is_extract = false;
};

/// A person who took steps reserved to a role on the device of another branch.
struct ForeignSteps {
  std::string person;
  std::string role;
  std::string branch;  ///< the device's home

  friend auto operator<=>(const ForeignSteps&, const ForeignSteps&) = default;
};

/// A signature of a check, or an answer that is none of a leader's.
struct SignTrace {
  std::uint64_t check = 0;  ///< its subject, by `subject_hash`
  std::uint64_t item = 0;   ///< of an answer likewise; 0: a signature
  Instant at;
};

/// What the checks that look across files need of lines.
struct Sifted {
  References references;           ///< to what is missing or changed
  FewLines later;                  ///< than now
  FewLines omitted;                ///< lines that stand for others, left out
  std::vector<PlacedLine> marked;  ///< with `clock=`, or a role that today's sihu.yaml contradicts
  std::vector<PlacedLine> forgetting;  ///< removals, redactions: what is not to be there
  std::vector<PlacedLine> papers;      ///< what papers were drawn from, and keys of sealed ones
  std::map<ForeignSteps, FewLines> foreign;
  std::vector<LifeFact> lives;         ///< of all lines about problems
  std::vector<ReviewTrace> reviews;    ///< of all lines about reviews
  std::vector<std::uint64_t> settled;  ///< the subjects of all settlements, by `subject_hash`
  std::vector<SignTrace> signs;

  void add(Sifted more);
};

/// Keeps of the lines that pass by what matters across files.
class Sieve : public LineTaker {
 public:
  explicit Sieve(const SieveRules& rules);

  /// Turns to another file. A line that is also in another file since `begin_family` counts once.
  void begin_family(bool is_alone);
  void begin(std::uint32_t file, std::string branch);  ///< the home of its device
  void take(const PlainLine& line, std::string_view bytes, std::uint32_t number) override;
  void forget() override;
  /// The file is sound: what was kept of it counts.
  void keep();

  Sifted& kept() { return kept_; }  ///< but for the lives
  LifePools& lives() { return lives_; }

 private:
  struct Judged {
    std::string person;
    std::string role;
    Date on;
    bool contradicted = false;
  };
  struct Known {
    std::string name;
    FewLines* lines = nullptr;  // of those that refer to it; nothing: it is sound
  };

  FewLines* lines_about(std::string_view name);
  FewLines* lines_about(Known& last, std::string_view name);
  void take_references(const PlainLine& line, std::string_view bytes, std::uint32_t number);
  bool is_contradicted(const PlainLine& line);
  bool is_foreign(const PlainLine& line) const;

  SieveRules rules_;
  std::unordered_map<std::string_view, const Person*> people_;
  std::array<Judged, 256> judged_ = {};
  Known last_org_;
  Known last_doc_;
  std::uint32_t file_ = 0;
  std::string branch_;  // home of the device that wrote it
  bool is_alone_ = true;
  std::unordered_set<std::string> seen_;  // lines of the family's files before
  std::vector<std::string> fresh_;        // of this one
  Sifted sifted_;                         // of this file
  Sifted kept_;
  LifePools lives_;
};

}  // namespace sihu
