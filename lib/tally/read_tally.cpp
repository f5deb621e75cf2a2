#include "tally/read_tally.hpp"

#include "document/reader.hpp"
#include "gate/json.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace sihu {
namespace {

// `p/q` as `Rational::fraction` writes it.
bool is_fraction(std::string_view text) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.size() <= 4000 &&
           part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return digits(text);
  const std::string_view denominator = text.substr(slash + 1);
  return digits(text.substr(0, slash)) && digits(denominator) && denominator[0] != '0';
}

// What a row says a score or a total is; nothing: the key is not there.
std::optional<std::string> written_text(const Node& row, const std::string& key) {
  const Node* found = row.find(key);
  if (!found || !(found->is_null() || found->is_scalar())) return std::nullopt;
  return found->is_null() ? std::string() : found->text;
}

class TallyReader {
 public:
  TallyReader(Reader& reader, WrittenTally& into) : reader_(reader), into_(into) {}

  void row(const Node& node) {
    if (!node.is_map())
      return reader_.wrong_type(node, "row", phrase(Text{"映射（键: 值）", "a map (key: value)"}));
    frame(node);
    TallyEntry entry;
    if (const Node* branch = required(node, "branch"))
      entry.branch = reader_.id(*branch, "branch").value_or("");
    if (const Node* name = required(node, "branch_name")) entry.name = same(name->text);
    for (const Component component : all_components) score(node, component, entry);
    review_error(node, entry);
    inspected(node, entry);
    counts(node, entry);
    if (const Node* vetoes = node.find("vetoes"))
      for (const Node& veto : reader_.list(*vetoes, "vetoes")) entry.vetoes.push_back(veto.text);
    separate(node, entry);
    if (!seen_.emplace(entry.branch, node.place.line).second)
      reader_.fault(
          node, "duplicate-id",
          phrase(Text{"支部 {0} 在文件里有两行", "branch {0} is there twice"}, entry.branch));
    earlier(node, entry.branch);
    rows_.emplace_back(entry.branch, &node);
    into_.entries.push_back(std::move(entry));
  }

  // Once all rows are read: a part that nobody has leaves the weights of all.
  void check_totals() {
    const Tally tally = make_tally(into_.quarter, into_.rules, into_.entries);
    std::map<std::string_view, const TallyRow*> made;
    for (const TallyRow& row : tally.rows) made.emplace(row.entry.branch, &row);
    for (const auto& [branch, node] : rows_) {
      const TallyRow& row = *made.at(branch);
      for (const Component component : all_components) {
        const auto& score = row.entry.scores[component];
        compare(*node, branch, std::string(to_string(component)),
                score ? score->rounded(2, into_.rules.halves) : "");
      }
      compare(*node, branch, "total", row.shown);
      compare(*node, branch, "total_exact", row.total ? row.total->fraction() : "");
    }
  }

 private:
  const Node* required(const Node& node, std::string_view key) {
    const Node* found = node.find(key);
    if (found && found->is_scalar()) return found;
    reader_.fault(found ? *found : node, "missing-key",
                  phrase(Text{"没有写 {0}；要用 sihu tally --format json 写出的文件",
                              "{0} is missing; this takes what sihu tally --format json wrote"},
                         key));
    return nullptr;
  }

  // Quarter and rules stand in each row, and must be the same in all.
  void frame(const Node& node) {
    const Node* quarter = required(node, "quarter");
    const Node* rules = required(node, "rules");
    if (!quarter || !rules) return;
    const auto of = Quarter::parse(quarter->text);
    if (!of)
      return reader_.wrong_type(*quarter, "quarter",
                                phrase(Text{"季度，如 2026Q4", "a quarter such as 2026Q4"}));
    const auto by = parse_tally_rules(rules->text);
    if (!by)
      return reader_.wrong_type(
          *rules, "rules",
          phrase(Text{"sihu tally 写出的规则", "rules as sihu tally writes them"}));
    if (into_.entries.empty()) {
      into_.quarter = *of;
      into_.rules = *by;
    } else if (into_.quarter != *of || into_.rules != *by) {
      reader_.fault(node, "rows-differ",
                    phrase(Text{"这一行的季度或规则与第一行不同",
                                "this row has another quarter or other rules than the first"}));
    }
  }

  void score(const Node& node, Component component, TallyEntry& entry) {
    const std::string key = std::string(to_string(component)) + "_exact";
    const Node* exact = node.find(key);
    if (exact && exact->is_null()) return;
    if (!exact || !exact->is_scalar() || !is_fraction(exact->text))
      return reader_.wrong_type(exact ? *exact : node, key,
                                phrase(Text{"精确的分数，如 173/2，或 null",
                                            "an exact fraction such as 173/2, or null"}));
    const Rational value = Rational::of_fraction(exact->text);
    if (Rational(100) < value)
      return reader_.wrong_type(*exact, key, phrase(Text{"0 到 100", "0 to 100"}));
    entry.scores[component] = value;
    entry.errors[component] = error(node, std::string(to_string(component)) + "_error");
  }

  // Without it a range would promise what nobody knows.
  double error(const Node& node, const std::string& key) {
    const Node* found = node.find(key);
    const auto number =
        found && found->is_scalar() ? Rational::parse(found->text, 6) : std::optional<Rational>();
    if (number && !(*number < Rational(0)) && *number <= Rational(1000))
      return number->approximately();
    reader_.wrong_type(found ? *found : node, key,
                       phrase(Text{"标准误，如 1.2500", "a standard error such as 1.2500"}));
    return 0;
  }

  // Earlier programs did not write it.
  void review_error(const Node& node, TallyEntry& entry) {
    const Node* found = node.find("review_error_from");
    if (!found || found->is_null()) return;
    if (const auto from = found->is_scalar() ? parse_review_error_from(found->text) : std::nullopt)
      entry.review_error_from = *from;
    else
      reader_.wrong_type(*found, "review_error_from",
                         phrase(Text{"own、pooled 或 assumed", "own, pooled or assumed"}));
  }

  void inspected(const Node& node, TallyEntry& entry) {
    const Node* share = required(node, "inspected_exact");
    if (!share) return;
    if (is_fraction(share->text))
      if (const Rational value = Rational::of_fraction(share->text); value <= Rational(1)) {
        entry.inspected = value;
        return;
      }
    reader_.wrong_type(
        *share, "inspected_exact",
        phrase(Text{"0 到 1 的精确分数，如 1/2", "a fraction from 0 to 1, such as 1/2"}));
  }

  void counts(const Node& node, TallyEntry& entry) {
    if (const Node* done = required(node, "done"))
      entry.done = reader_.integer(*done, "done", 0, 1000000000).value_or(0);
    if (const Node* items = required(node, "items"))
      entry.asked = reader_.integer(*items, "items", 0, 1000000000).value_or(0);
    if (const Node* provisional = required(node, "provisional"))
      entry.provisional = reader_.boolean(*provisional, "provisional").value_or(false);
  }

  // Earlier programs did not write them.
  void separate(const Node& node, TallyEntry& entry) {
    if (const Node* all = node.find("inspections"))
      entry.inspections = reader_.integer(*all, "inspections", 0, 1000000).value_or(0);
    if (const Node* done = node.find("inspections_done"))
      entry.inspections_done =
          reader_.integer(*done, "inspections_done", 0, entry.inspections).value_or(0);
    if (const Node* names = node.find("not_begun"))
      for (const Node& name : reader_.list(*names, "not_begun"))
        entry.not_begun.push_back(name.text);
  }

  void compare(const Node& row, const std::string& branch, const std::string& key,
               const std::string& made) {
    const auto text = written_text(row, key);
    if (!text || *text == made) return;
    const Phrase none = phrase(Text{"空", "nothing"});
    reader_.fault(*row.find(key), "contradicts-parts",
                  phrase(Text{"支部 {0} 的 {1} 写的是 {2}，按它的各部分算是 {3}",
                              "{1} of branch {0} is written as {2}, and its parts come to {3}"},
                         branch, key, text->empty() ? none : same(in_brief(*text)),
                         made.empty() ? none : same(made)),
                  phrase(Text{"文件被改过；请写出它的单位用 sihu tally --format json 重新写",
                              "the file was changed; let whoever wrote it write it anew with sihu "
                              "tally --format json"}));
  }

  void earlier(const Node& node, const std::string& branch) {
    EarlierResult result;
    if (const auto total = written_text(node, "previous_total"); total && !total->empty())
      result.total = Rational::parse(*total);
    if (const Node* rank = node.find("previous_rank"); rank && rank->is_scalar())
      result.rank = reader_.integer(*rank, "previous_rank", 1, 1000000000);
    if (const Node* parts = node.find("previous_parts"); parts && !parts->is_null()) {
      result.parts.emplace();
      for (const Node& part : reader_.list(*parts, "previous_parts"))
        if (const auto component = parse_component(part.text)) result.parts->push_back(*component);
    }
    if (result.total) into_.earlier.emplace(branch, result);
  }

  Reader& reader_;
  WrittenTally& into_;
  std::vector<std::pair<std::string, const Node*>> rows_;
  std::map<std::string, int> seen_;
};

void check_frames(const std::vector<WrittenTally>& tallies, std::vector<Fault>& faults) {
  const WrittenTally& first = tallies.front();
  for (const WrittenTally& other : tallies) {
    if (other.quarter != first.quarter)
      faults.push_back(
          {{other.file, 0, 0},
           "another-quarter",
           phrase(Text{"是 {0} 的，而 {1} 是 {2} 的", "is of {0}, while {1} is of {2}"},
                  to_string(other.quarter), first.file, to_string(first.quarter))});
    if (other.rules != first.rules)
      faults.push_back(
          {{other.file, 0, 0},
           "other-rules",
           phrase(Text{"规则是 {0}，而 {1} 的是 {2}", "goes by {0}, while {1} goes by {2}"},
                  to_string(other.rules), first.file, to_string(first.rules))});
  }
}

void check_disjoint(const std::vector<WrittenTally>& tallies, std::vector<Fault>& faults) {
  std::map<std::string, std::string> files;
  for (const WrittenTally& tally : tallies)
    for (const TallyEntry& entry : tally.entries) {
      const auto [first, is_new] = files.emplace(entry.branch, tally.file);
      if (!is_new)
        faults.push_back({{tally.file, 0, 0},
                          "branch-in-both",
                          phrase(Text{"支部 {0} 也在 {1} 里", "branch {0} is in {1} too"},
                                 entry.branch, first->second)});
    }
}

}  // namespace

Result<WrittenTally> read_tally(std::string_view text, std::string_view name) {
  const Source source(text, name);
  std::vector<Fault> faults;
  const auto root = read_json(source, faults);
  if (!faults.empty() || !root) return fail(Kind::input, std::move(faults));
  WrittenTally written;
  written.file = std::string(name);
  Reader reader(source);
  TallyReader rows(reader, written);
  for (const Node& node : reader.list(*root, "tally")) rows.row(node);
  if (reader.clean() && written.entries.empty())
    reader.fault(*root, "empty-list", phrase(Text{"里面没有支部", "there is no branch in it"}));
  if (reader.clean()) rows.check_totals();
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return written;
}

Result<Tally> combine_tallies(std::vector<WrittenTally> tallies) {
  std::vector<Fault> faults;
  check_frames(tallies, faults);
  check_disjoint(tallies, faults);
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  std::vector<TallyEntry> entries;
  for (WrittenTally& tally : tallies) std::ranges::move(tally.entries, std::back_inserter(entries));
  Tally all = make_tally(tallies.front().quarter, tallies.front().rules, std::move(entries));
  for (WrittenTally& tally : tallies)
    for (TallyRow& row : all.rows)
      if (auto found = tally.earlier.find(row.entry.branch); found != tally.earlier.end()) {
        row.earlier = found->second;
        if (tallies.size() > 1) row.earlier->rank.reset();
      }
  return all;
}

}  // namespace sihu
