#include "store/forget_text.hpp"

#include "ledger/line.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <charconv>

namespace sihu {
namespace {

constexpr std::size_t fewest_digits = 6;
constexpr std::size_t most_candidates = 8;
constexpr std::size_t fewest_bytes = 6;  // of words worth looking for: two Chinese characters

// `ledger/2026Q4/zb03.k7m2qx.tsv:17`; nothing for what names no line of a file.
std::optional<Place> as_place(std::string_view typed) {
  const std::size_t colon = typed.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Place place{std::string(typed.substr(0, colon))};
  const std::string_view digits = typed.substr(colon + 1);
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), place.line);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (place.file.starts_with("./")) place.file.erase(0, 2);
  if (!place.file.starts_with("ledger/")) place.file.insert(0, "ledger/");
  return place;
}

tl::unexpected<Failure> unknown_file(const std::string& file,
                                     const std::vector<std::string>& names) {
  const auto near = nearest(file, names);
  return fail(Kind::input, "unknown-line",
              phrase(Text{"没有台账文件 {0}", "there is no ledger file {0}"}, file),
              near ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *near) : Phrase{});
}

Result<std::string> check_at(const Workspace& workspace, const Place& place) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  if (std::ranges::find(*names, place.file) == names->end())
    return unknown_file(place.file, *names);
  const auto file =
      read_own_ledger_file(workspace.root(), place.file, workspace.organisation().id, false);
  if (!file) return tl::unexpected(file.error());
  const auto count = std::ssize(file->events);
  if (place.line >= 2 && place.line < count + 2)
    return file->events[static_cast<std::size_t>(place.line) - 2].check;
  return fail(Kind::input, "unknown-line",
              phrase(Text{"{0} 没有第 {1} 行记录（第 2 行至第 {2} 行）",
                          "{0} has no event in line {1} (they are in lines 2 to {2})"},
                     place.file, place.line, count + 1));
}

Result<std::string> check_beginning(const Ledger& ledger, std::string_view typed) {
  if (typed.size() < fewest_digits)
    return fail(Kind::input, "check-too-short",
                phrase(Text{"写 文件:行，或至少写出校验码的前 {0} 位",
                            "give FILE:LINE, or at least the first {0} digits of its check"},
                       fewest_digits));
  std::vector<const Entry*> found;
  for (const Entry& entry : ledger.entries)
    if (entry.event.check.starts_with(typed)) found.push_back(&entry);
  if (found.size() == 1) return found.front()->event.check;
  if (found.empty())
    return fail(Kind::input, "unknown-line",
                phrase(Text{"台账中没有校验码以 {0} 开头的行",
                            "no line of the ledger has a check that begins with {0}"},
                       typed));
  std::string list;
  for (std::size_t i = 0; i < found.size() && i < most_candidates; ++i)
    list += (i > 0 ? ", " : "") + to_string(ledger.place(*found[i]));
  return fail(Kind::input, "ambiguous-line",
              phrase(Text{"{1} 行的校验码以 {0} 开头：{2}", "{1} lines begin so, {0}: {2}"}, typed,
                     found.size(), list),
              phrase(Text{"请多写几位", "give more of the check"}));
}

// Words of people; a title and a basis are a checklist's.
bool is_worth_looking_for(const Field& field) {
  return is_text_key(field.key) && field.key != "title" && field.key != "basis" &&
         field.value.size() >= fewest_bytes && field.value != hidden_text;
}

bool has_words_of(const Event& event, const Event& line) {
  return std::ranges::any_of(line.fields, [&](const Field& words) {
    return is_worth_looking_for(words) &&
           std::ranges::any_of(event.fields, [&](const Field& field) {
             return is_text_key(field.key) && field.value.find(words.value) != std::string::npos;
           });
  });
}

std::vector<Place> same_words(const Ledger& ledger, const Event& line) {
  std::vector<Place> places;
  for (const Entry& entry : ledger.entries)
    if (entry.event.check != line.check && has_words_of(entry.event, line))
      places.push_back(ledger.place(entry));
  return places;
}

// Under the lock: which line is meant, and whether somebody decided so before.
Result<Decision> decide(const Workspace& workspace, const Author& author, std::string_view typed,
                        std::string_view reason, const Ledger& ledger, LineRedaction& outcome) {
  const auto check = find_line(workspace, ledger, typed);
  if (!check) return tl::unexpected(check.error());
  const auto entry =
      std::ranges::find(ledger.entries, *check,
                        [](const Entry& each) -> const std::string& { return each.event.check; });
  const Person& person = *workspace.organisation().find_person(author.person);
  const Date today = recording_day(author, workspace);
  auto draft = redact_line(entry->event, reason, person, today);
  if (!draft) return tl::unexpected(draft.error());
  outcome.line = ledger.place(*entry);
  outcome.redaction = {*check, author.person, today, std::string(reason)};
  outcome.same_words = same_words(ledger, entry->event);
  Decision decision;
  decision.role = RoleName::committee;
  const auto redactions = fold_redactions(ledger, workspace.organisation(), workspace.zone());
  const auto before = std::ranges::find(redactions, *check, &Redaction::check);
  if (before != redactions.end())
    outcome.redaction = *before;
  else
    decision.drafts.push_back(std::move(*draft));
  return decision;
}

}  // namespace

Result<std::string> find_line(const Workspace& workspace, const Ledger& ledger,
                              std::string_view typed) {
  if (const auto place = as_place(typed)) return check_at(workspace, *place);
  return check_beginning(ledger, typed);
}

Result<LineRedaction> forget_text(const Workspace& workspace, const Author& author,
                                  std::string_view typed, std::string_view reason) {
  LineRedaction outcome;
  auto receipt = workspace.record(author, [&](const Ledger& ledger) {
    return decide(workspace, author, typed, reason, ledger, outcome);
  });
  if (!receipt) return tl::unexpected(receipt.error());
  outcome.recorded = !receipt->events.empty();
  outcome.notes = std::move(receipt->notes);
  return outcome;
}

}  // namespace sihu
