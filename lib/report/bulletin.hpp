#pragma once

#include "document/plan_file.hpp"
#include "learn/practice.hpp"
#include "report/catalogue.hpp"
#include "tally/gather.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// Problems of one area of a checklist, or of a checklist without areas, found in a quarter and not
/// withdrawn.
struct AreaFigures {
  std::string checklist;
  Phrase title;
  int inspections = 0;  ///< of the checklist in the quarter that somebody answered something in
  int branches = 0;     ///< at which something was found
  int problems = 0;
  int earlier = 0;  ///< problems in the quarter before
};

/// An item that failed, and where.
struct FailedItem {
  std::string checklist;
  std::string item;
  Phrase title;
  std::vector<std::string> branches;  ///< in the order of sihu.yaml
  int problems = 0;
  Severity severity = Severity::minor;  ///< of the worst of them

  /// Found at several branches: theirs together, not one's alone (共性问题).
  bool is_common() const { return branches.size() > 1; }
};

/// How problems that fell due in a quarter were rectified, by the rule of the tally's part.
struct QuarterRate {
  Quarter quarter;
  int counted = 0;
  int in_time = 0;
};

/// What became of the problems that a quarter found.
struct FoundFigures {
  Quarter quarter;
  int found = 0;  ///< not withdrawn, each once
  int closed = 0;
  int submitted = 0;
  int open = 0;  ///< disputed ones too
  int overdue = 0;

  int percent_closed() const { return found == 0 ? 0 : (closed * 200 + found) / (2 * found); }
};

/// How long rectifying took: problems closed that these two quarters found, by days.
struct ClosingTimes {
  static constexpr int limits[] = {3, 10, 20, 30, 60};  ///< up to so many days; then longer
  static constexpr std::size_t groups = std::size(limits) + 1;
  int closed[groups] = {};
  int not_yet = 0;
};

/// `4–10 天`; for the group behind the last one: not closed yet.
Phrase closing_words(std::size_t group);

/// Everything that the bulletin of a quarter says (通报), before it is words.
struct Bulletin {
  Quarter quarter;
  Date day;          ///< its figures stand as of that day
  std::string seal;  ///< fingerprint of the seal it is made of; empty: of none
  int branches = 0;
  int branches_inspected = 0;
  int outside = 0;                  ///< of the inspections, those outside the plan
  int not_begun = 0;                ///< planned inspections that nobody has begun
  std::optional<PlanOrigin> drawn;  ///< how the plan came about
  int inspections = 0;              ///< begun, self checks aside
  int complete = 0;
  int answered = 0;  ///< items answered in them
  FoundFigures found;
  FoundFigures before;                    ///< of the quarter before
  std::vector<AreaFigures> areas;         ///< most problems first
  std::vector<FailedItem> items;          ///< found at most branches first
  std::vector<Practice> practices;        ///< of the quarter
  std::vector<const Problem*> listed;     ///< what the quarter found
  std::vector<const Problem*> rectified;  ///< what the quarter before found: how it was rectified
  std::vector<const Problem*> overdue;    ///< whatever quarter found it, longest first
  int recurring = 0;                      ///< of `listed`, found in an earlier quarter too
  std::optional<Date>
      first_due;  ///< of what the quarter found and is to be mended by a day to come
  std::optional<Date> last_due;
  std::vector<QuarterRate> rates;  ///< the last six quarters, oldest first
  ClosingTimes closing;
};

/// What it is made of; all of it must outlive the bulletin.
struct BulletinSources {
  const ListContext& context;
  const Ledger& ledger;
  const Zone& zone;
  const ProblemList& problems;  ///< joined: what several found is one (`join_twins`)
  const QuarterParts& parts;
  const PlanFile* plan;  ///< nullptr: there is none
  std::string seal;
};

Bulletin make_bulletin(const BulletinSources& sources, Quarter quarter);

}  // namespace sihu
