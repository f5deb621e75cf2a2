#include "problem/life.hpp"

#include <array>

namespace sihu {
namespace {

template <class Enum>
struct Word {
  Enum value;
  std::string_view name;
  Text words;
};

constexpr std::array<Word<Status>, 5> statuses{{
    {Status::open, "open", {"待整改", "open"}},
    {Status::submitted, "submitted", {"待销号", "submitted"}},
    {Status::disputed, "disputed", {"有异议", "disputed"}},
    {Status::closed, "closed", {"已销号", "closed"}},
    {Status::withdrawn, "withdrawn", {"已撤销", "withdrawn"}},
}};

constexpr std::array<Word<StepName>, 12> steps{{
    {StepName::note, "note", {"备注", "note"}},
    {StepName::assign, "assign", {"指定责任人", "assign"}},
    {StepName::extend, "extend", {"申请延期", "ask for an extension"}},
    {StepName::grant, "grant", {"同意延期", "grant the extension"}},
    {StepName::refuse, "refuse", {"不同意延期", "refuse the extension"}},
    {StepName::submit, "submit", {"报送整改结果", "submit"}},
    {StepName::verify, "verify", {"销号", "verify and close"}},
    {StepName::reject, "reject", {"退回", "reject"}},
    {StepName::dispute, "dispute", {"提出异议", "dispute"}},
    {StepName::uphold, "uphold", {"维持", "uphold"}},
    {StepName::withdraw, "withdraw", {"撤销", "withdraw"}},
    {StepName::reopen, "reopen", {"回头看重开", "reopen"}},
}};

template <class Enum, std::size_t n>
std::optional<Enum> parse(const std::array<Word<Enum>, n>& words, std::string_view text) {
  for (const auto& word : words)
    if (word.name == text) return word.value;
  return std::nullopt;
}

}  // namespace

std::optional<Status> parse_status(std::string_view text) {
  return parse(statuses, text);
}

std::string_view to_string(Status status) {
  return statuses.at(static_cast<std::size_t>(status)).name;
}

const Text& wording(Status status) {
  return statuses.at(static_cast<std::size_t>(status)).words;
}

std::optional<StepName> parse_step(std::string_view text) {
  return parse(steps, text);
}

std::optional<StepName> step_of_event(std::string_view event_name) {
  static constexpr std::string_view prefix = "problem.";
  if (!event_name.starts_with(prefix)) return std::nullopt;
  return parse_step(event_name.substr(prefix.size()));
}

std::string_view to_string(StepName step) {
  return steps.at(static_cast<std::size_t>(step)).name;
}

const Text& wording(StepName step) {
  return steps.at(static_cast<std::size_t>(step)).words;
}

}  // namespace sihu
