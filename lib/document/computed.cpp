#include "document/computed.hpp"

#include "calendar/limit.hpp"
#include "calendar/span.hpp"
#include "gate/yaml.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace sihu {
namespace {

const std::vector<std::string> period_words{"month", "quarter", "half-year", "year"};
const std::vector<std::string> common_keys{"records", "where", "filled", "deduct", "beyond"};

std::vector<std::string> with(std::vector<std::string> keys, const std::vector<std::string>& more) {
  keys.insert(keys.end(), more.begin(), more.end());
  return keys;
}

std::optional<RecordPeriod> read_period(Reader& reader, const Node& node, std::string_view key) {
  const auto word = reader.choice(node, key, period_words);
  if (!word) return std::nullopt;
  return static_cast<RecordPeriod>(std::ranges::find(period_words, *word) - period_words.begin());
}

class ComputedReader {
 public:
  ComputedReader(Reader& reader, const Node& node) : reader_(reader), node_(node) {}

  std::optional<Computed> read() {
    if (!node_.is_map()) {
      reader_.wrong_type(node_, "computed", phrase(Text{"映射（键: 值）", "a map (key: value)"}));
      return std::nullopt;
    }
    const std::string kind = rule_key();
    if (kind.empty()) return std::nullopt;
    const Keys keys(reader_, node_, "computed", with(common_keys, keys_of(kind)));
    Computed computed;
    keys.require("records", computed.records, &Reader::id);
    computed.filter = filter(keys);
    keys.read("deduct", computed.deduct, &Reader::id);
    keys.read("beyond", computed.beyond, &Reader::phrase);
    if (kind == "count-per") computed.rule = count(keys);
    if (kind == "ratio") computed.rule = ratio(keys);
    if (kind == "sum") computed.rule = sum(keys);
    if (kind == "within") computed.rule = within(keys);
    if (kind == "brackets") computed.rule = brackets(keys);
    return computed;
  }

 private:
  static std::vector<std::string> keys_of(const std::string& kind) {
    if (kind == "count-per") return {"count-per", "at-least", "at-most"};
    if (kind == "ratio") return {"ratio", "per", "at-least", "at-most", "each"};
    if (kind == "sum") return {"sum", "equals", "per", "tolerance"};
    return {kind};
  }

  // What is computed: exactly one of the rules.
  std::string rule_key() {
    static const std::array<const char*, 5> kinds{"count-per", "ratio", "sum", "within",
                                                  "brackets"};
    std::string found;
    for (const char* kind : kinds) {
      const Node* node = node_.find(kind);
      if (!node) continue;
      if (!found.empty())
        reader_.fault(
            *node, "two-rules",
            phrase(Text{"{0} 和 {1} 只能有一个", "{0} and {1} exclude each other"}, found, kind));
      if (found.empty()) found = kind;
    }
    if (!found.empty() || reader_.is_partial()) return found;
    // A rule that is spelled wrong is the likeliest reason, and said with the nearest word.
    std::vector<std::string> all = common_keys;
    for (const char* kind : kinds) all = with(std::move(all), keys_of(kind));
    const Keys misspelled(reader_, node_, "computed", std::move(all));
    reader_.fault(node_, "missing-key",
                  phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "computed",
                         "count-per / ratio / sum / within / brackets"));
    return {};
  }

  RowFilter filter(const Keys& keys) {
    RowFilter into;
    if (const Node* where = keys.find("where")) {
      if (!where->is_map() || where->entries.empty())
        reader_.wrong_type(*where, "where",
                           phrase(Text{"映射（栏: 值）", "a map (column: value)"}));
      for (const auto& [column, values] : where->entries) add_condition(column, values, into);
    }
    keys.read("filled", into.filled, &Reader::ids);
    return into;
  }

  void add_condition(const Node& column, const Node& values, RowFilter& into) {
    ColumnIs condition;
    if (auto id = reader_.id(column, "where")) condition.column = std::move(*id);
    const auto add = [&](const Node& node) {
      if (auto word = reader_.word(node, condition.column))
        condition.values.push_back(std::move(*word));
    };
    if (!values.is_sequence()) add(values);
    for (const Node& one : values.items) add(one);
    if (values.is_sequence() && values.items.empty())
      reader_.fault(values, "empty-list",
                    phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, condition.column));
    into.where.push_back(std::move(condition));
  }

  void period(const Keys& keys, const char* key, RecordPeriod& into) {
    keys.read(key, into, [this](const Node& at, std::string_view name) {
      return read_period(reader_, at, name);
    });
  }

  RecordBounds bounds(const Keys& keys) {
    RecordBounds into;
    const bool least = keys.read("at-least", into.at_least, &Reader::not_negative);
    const bool most = keys.read("at-most", into.at_most, &Reader::not_negative);
    if (least && most && !into.at_least && !into.at_most && !reader_.is_partial())
      reader_.fault(
          node_, "missing-key",
          phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "computed", "at-least / at-most"));
    if (into.at_least && into.at_most && *into.at_least > *into.at_most)
      reader_.fault(*keys.find("at-least"), "out-of-range",
                    phrase(Text{"at-least 大于 at-most", "at-least is more than at-most"}));
    if (into.at_least && into.at_least->is_zero() && !into.at_most)
      reader_.fault(*keys.find("at-least"), "out-of-range",
                    phrase(Text{"至少 0 总是达到", "at least 0 is always met"}));
    return into;
  }

  CountRule count(const Keys& keys) {
    CountRule rule;
    period(keys, "count-per", rule.per);
    rule.bounds = bounds(keys);
    return rule;
  }

  RatioRule ratio(const Keys& keys) {
    RatioRule rule;
    period(keys, "per", rule.per);
    rule.bounds = bounds(keys);
    keys.read("each", rule.each, &Reader::positive);
    const Node& node = *keys.find("ratio");
    const bool of_sums = node.find("sum") || node.find("of");
    const Keys parts(reader_, node, "ratio",
                     of_sums ? std::vector<std::string>{"sum", "of"}
                             : std::vector<std::string>{"where", "filled"});
    if (!parts) return rule;
    if (of_sums) {
      parts.require("sum", rule.sum, &Reader::id);
      parts.require("of", rule.of, &Reader::id);
      return rule;
    }
    rule.part = filter(parts);
    if (!node.find("where") && !node.find("filled") && !reader_.is_partial())
      reader_.fault(node, "missing-key",
                    phrase(Text{"{0} 缺少 {1}", "{0} needs {1}"}, "ratio", "where / filled / sum"));
    return rule;
  }

  SumRule sum(const Keys& keys) {
    SumRule rule;
    keys.require("sum", rule.sum, &Reader::id);
    period(keys, "per", rule.per);
    keys.read("tolerance", rule.tolerance, &Reader::not_negative);
    const Node* equals = keys.require("equals");
    if (!equals) return rule;
    const Keys other(reader_, *equals, "equals", {"records", "where", "filled", "sum"});
    if (!other) return rule;
    other.require("records", rule.records, &Reader::id);
    other.require("sum", rule.other_sum, &Reader::id);
    rule.other = filter(other);
    return rule;
  }

  WithinRule within(const Keys& keys) {
    WithinRule rule;
    const Keys parts(reader_, *keys.find("within"), "within", {"from", "to", "limit"});
    if (!parts) return rule;
    parts.require("from", rule.from, &Reader::id);
    parts.require("to", rule.to, &Reader::id);
    if (!parts.require("limit", rule.limit, &Reader::word)) return rule;
    if (!Span::parse(rule.limit) && !Limit::parse(rule.limit))
      reader_.fault(*parts.find("limit"), "not-a-limit",
                    phrase(Text{"limit 应写成 1m（月）、30d（天）、1y（年）、3wd（工作日）或 now，"
                                "实际是“{0}”",
                                "limit is 1m (months), 30d (days), 1y (years), 3wd (working days) "
                                "or now; found \"{0}\""},
                           rule.limit.substr(0, 64)));
    return rule;
  }

  BracketRule brackets(const Keys& keys) {
    BracketRule rule;
    const Keys parts(reader_, *keys.find("brackets"), "brackets",
                     {"base", "amount", "rates", "tolerance"});
    if (!parts) return rule;
    parts.require("base", rule.base, &Reader::id);
    parts.require("amount", rule.amount, &Reader::id);
    parts.read("tolerance", rule.tolerance, &Reader::not_negative);
    const Node* rates = parts.require("rates");
    if (!rates) return rule;
    for (const Node& one : reader_.list(*rates, "rates")) read_bracket(one, *rates, rule);
    if (rates->is_sequence() && rates->items.empty())
      reader_.fault(*rates, "empty-list",
                    phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "rates"));
    return rule;
  }

  // Upper bounds ascend, and only the last bracket may be open: else some would never be used.
  void read_bracket(const Node& node, const Node& rates, BracketRule& rule) {
    const Keys keys(reader_, node, "rates", {"up-to", "rate"});
    BracketRule::Bracket bracket;
    keys.require("rate", bracket.rate, &Reader::not_negative);
    keys.read("up-to", bracket.up_to, &Reader::positive);
    const bool last = &node == &rates.items.back();
    const bool follows = rule.rates.empty() || !bracket.up_to || !rule.rates.back().up_to ||
                         *rule.rates.back().up_to < *bracket.up_to;
    if (keys && ((!last && !node.find("up-to")) || !follows))
      reader_.fault(node, "brackets-out-of-order",
                    phrase(Text{"各档的 up-to 应从小到大，只有最后一档可以不写",
                                "up-to must ascend from bracket to bracket, and only the last may "
                                "be without"}));
    rule.rates.push_back(std::move(bracket));
  }

  Reader& reader_;
  const Node& node_;
};

}  // namespace

std::string_view to_string(RecordPeriod period) {
  return period_words[static_cast<std::size_t>(period)];
}

std::optional<Computed> read_computed(Reader& reader, const Node& node) {
  return ComputedReader(reader, node).read();
}

Result<Computed> parse_computed(std::string_view rule) {
  const Source source(rule, "computed");
  Reader reader(source);
  std::optional<Computed> computed;
  if (const auto root = reader.document()) computed = read_computed(reader, *root);
  if (!reader.clean() || !computed) return fail(Kind::input, reader.take_faults());
  return *std::move(computed);
}

std::vector<std::string> registers_of(const Computed& computed) {
  std::vector<std::string> ids{computed.records};
  if (const auto* sum = std::get_if<SumRule>(&computed.rule))
    if (sum->records != computed.records) ids.push_back(sum->records);
  return ids;
}

}  // namespace sihu
