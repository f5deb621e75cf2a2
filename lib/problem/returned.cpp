#include "problem/returned.hpp"

#include "problem/returned_row.hpp"
#include "problem/shared_step.hpp"
#include "problem/twins.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sihu {
namespace {

ProblemList problems_of(const Ledger& ledger, const ReturnedScene& scene) {
  return join_twins(fold_problems(ledger, scene.judgement.organisation, scene.zone));
}

// By its whole id or one of its other names.
const Problem* named_problem(const ProblemList& list, const std::string& id) {
  for (const Problem& problem : list.problems) {
    if (problem.id == id) return &problem;
    for (const Problem& finding : problem.findings)
      if (finding.id == id) return &problem;
  }
  return nullptr;
}

// The steps of all rows, or what is wrong with rows.
class Requests {
 public:
  explicit Requests(const ReturnedScene& scene) : scene_(scene) {}

  void add(const ReturnedRow& row, const ProblemList& list) {
    const std::string& id = row.text("id");
    if (id.empty()) {
      if (row.asks())
        faults.push_back({row.place, "id-missing",
                          phrase(Text{"这一行没有问题编号", "this row has no problem's id"})});
      return;
    }
    const Problem* problem = named_problem(list, id);
    if (!problem) {
      faults.push_back(
          {row.place_of("id"), "unknown-problem",
           phrase(Text{"台账中没有问题 {0}", "the ledger has no problem {0}"}, in_brief(id))});
      return;
    }
    const auto [first, is_first] = seen_.emplace(problem, row.place_of("id"));
    if (!is_first) {
      faults.push_back({row.place_of("id"), "problem-twice",
                        phrase(Text{"问题 {0} 已在 {1}", "problem {0} is there already, in {1}"},
                               id, to_string(first->second))});
      return;
    }
    RowRequest asked =
        request_of(row, *problem, rectification_of(*problem, scene_.ledger, scene_.zone), scene_);
    std::ranges::move(asked.faults, std::back_inserter(faults));
    std::ranges::move(asked.warnings, std::back_inserter(warnings));
    if (!asked.steps.empty()) by_row.push_back(std::move(asked.steps));
  }

  std::vector<std::vector<ReturnedStep>> by_row;
  std::vector<Fault> faults;
  std::vector<Fault> warnings;

 private:
  const ReturnedScene& scene_;
  std::map<const Problem*, Place> seen_;
};

// The rules speak of the flags of `sihu rectify`; a sheet has columns.
void name_columns(Phrase& what) {
  const auto replace = [](std::string& text, std::string_view flag, std::string_view column) {
    for (auto at = text.find(flag); at != std::string::npos; at = text.find(flag))
      text.replace(at, flag.size(), column);
  };
  replace(what.zh, " --note ", "“备注”栏");
  replace(what.zh, "--on ", "“完成日期”");
  replace(what.en, "with --note", "in the column \"remarks\"");
  replace(what.en, "--on ", "\"done on\" ");
}

// Steps as lines behind the ledger, so that the next one is judged by what it leaves.
class Judging {
 public:
  explicit Judging(const ReturnedScene& scene) : scene_(scene), ledger_(scene.ledger) {
    for (const Entry& entry : ledger_.entries) last_ = std::max(last_, entry.event.at);
  }

  // The n-th steps of all rows at once: the ledger is gone through once for each n.
  void run(const std::vector<std::vector<ReturnedStep>>& by_row) {
    std::vector<bool> failed(by_row.size());
    std::size_t most = 0;
    for (const auto& asked : by_row) most = std::max(most, asked.size());
    for (std::size_t n = 0; n < most; ++n) {
      const ProblemList list = problems_of(ledger_, scene_);
      for (std::size_t row = 0; row < by_row.size(); ++row)
        if (n < by_row[row].size() && !failed[row]) failed[row] = !judge(by_row[row][n], list);
    }
  }

  std::vector<ReturnedStep> steps;
  std::vector<Draft> drafts;
  Failure failure;

 private:
  bool judge(const ReturnedStep& asked, const ProblemList& list) {
    const Problem* problem = named_problem(list, asked.id);
    auto taken = take_shared_step(*problem, asked.id, asked.step, scene_.person, scene_.judgement);
    if (!taken) {
      Failure why = std::move(taken.error());
      // Nobody typed a command line: what is missing is missing in the sheet.
      if (why.kind == Kind::usage) why.kind = Kind::input;
      for (Fault& fault : why.faults) {
        fault.place = asked.place;
        name_columns(fault.what);
      }
      add_failure(failure, std::move(why));
      return false;
    }
    steps.push_back(asked);
    for (Draft& draft : taken->drafts) {
      draft.fields.push_back({"role", std::string(to_string(taken->role))});
      append(draft);
      drafts.push_back(std::move(draft));
    }
    return true;
  }

  void append(const Draft& draft) {
    last_ = last_ + 1;
    Event event{
        last_, scene_.person.id, draft.name, draft.subject, {}, fmt::format("{:016x}", ++number_)};
    for (const Field& field : draft.fields)
      if (!field.value.empty()) event.fields.push_back(field);
    ledger_.entries.push_back({std::move(event), 0, 0});
  }

  const ReturnedScene& scene_;
  Ledger ledger_;
  Instant last_{};
  std::uint64_t number_ = 0;
};

constexpr std::array taken_keys{"id",       "owner",      "lead",     "supervisor", "goal",
                                "measures", "progress",   "extended", "completion", "completed",
                                "evidence", "conclusion", "remark"};

}  // namespace

const std::string& ReturnedRow::text(std::string_view key) const {
  static const std::string nothing;
  const auto found = cells.find(key);
  return found == cells.end() ? nothing : found->second.text;
}

const Place& ReturnedRow::place_of(std::string_view key) const {
  const auto found = cells.find(key);
  return found == cells.end() ? place : found->second.place;
}

bool ReturnedRow::asks() const {
  return std::ranges::any_of(cells, [](const auto& cell) { return is_taken_back(cell.first); });
}

bool is_taken_back(std::string_view key) {
  return std::ranges::find(taken_keys, key) != taken_keys.end();
}

Result<ReturnedPlan> plan_returned(const std::vector<ReturnedRow>& rows,
                                   const ReturnedScene& scene) {
  const ProblemList list = problems_of(scene.ledger, scene);
  Requests requests(scene);
  for (const ReturnedRow& row : rows) requests.add(row, list);
  Judging judging(scene);
  judging.run(requests.by_row);
  if (!requests.faults.empty())
    add_failure(judging.failure, Failure{Kind::input, std::move(requests.faults)});
  if (!judging.failure.faults.empty()) {
    std::ranges::stable_sort(judging.failure.faults, {}, &Fault::place);
    return tl::unexpected(std::move(judging.failure));
  }
  return ReturnedPlan{std::move(judging.steps), std::move(judging.drafts),
                      std::move(requests.warnings)};
}

std::optional<Date> written_date(std::string_view text) {
  std::array<int, 3> parts{};
  std::size_t part = 0;
  bool in_number = false;
  for (const char c : text.substr(0, std::min(text.find(' '), text.size()))) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      part += in_number ? 1 : 0;
    } else if (part >= parts.size() || parts[part] > 9999) {
      return std::nullopt;
    } else {
      parts[part] = parts[part] * 10 + (c - '0');
    }
    in_number = digit;
  }
  const bool complete = part == 3 || (part == 2 && in_number);
  if (!complete || parts[0] < 1000) return std::nullopt;
  return Date::parse(fmt::format("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2]));
}

}  // namespace sihu
