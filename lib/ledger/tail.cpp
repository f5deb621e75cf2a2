#include "ledger/tail.hpp"

#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "ledger/omission.hpp"
#include "ledger/parts.hpp"

namespace sihu {
namespace {

tl::unexpected<Failure> broken(std::string_view name, const Event& event) {
  return fail(
      Kind::integrity,
      {Fault{Place{std::string(name)}, "chain-broken",
             phrase(Text{"校验与 {0} 的一行及其上一行不符：有行被改动、删除或调换",
                         "the check does not match the line of {0} and the one before: a line was "
                         "edited, removed or moved"},
                    to_string(event.at)),
             phrase(Text{"用 sihu verify 查看", "see sihu verify"})}});
}

// The parts of a group are counted from its first line; a later one has no beginning here.
bool begins_before(std::string_view part) {
  const auto parsed = Part::parse(part);
  return parsed && parsed->index > 1;
}

}  // namespace

Result<std::optional<FileTail>> read_file_tail(std::string_view text, std::string_view name) {
  std::optional<FileTail> tail;
  FileTail before;  // where the group that is open began
  PartGroups groups;
  std::string previous;
  std::size_t at = 0;
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', at)) {
    const std::string_view line = text.substr(at, end - at);
    if (is_omission(line)) return fail(Kind::integrity, {extract_not_continued(name)});
    const auto event = read_line(line, name, 0);
    if (!event) return tl::unexpected(event.error());
    if (previous.empty() && begins_before(event->get("part"))) return std::nullopt;
    const std::string_view body = line.substr(0, line.rfind('\t'));
    const bool follows = previous.empty() ||
                         (chain_check(previous, body) == event->check && event->at > tail->newest);
    if (!follows || groups.take(event->get("part"), 0, at)) return broken(name, *event);
    if (const auto open = groups.unfinished(); open && open->offset == at && tail) before = *tail;
    previous = event->check;
    at = end + 1;
    tail = FileTail{previous, event->at, at};
  }
  if (!groups.unfinished()) return tail;
  if (before.last_check.empty()) return std::nullopt;
  return before;
}

}  // namespace sihu
