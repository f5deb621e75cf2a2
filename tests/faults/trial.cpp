#include "faults/trial.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace sihu::test {
namespace {

constexpr int could_not = 4;
constexpr int interrupted = 130;
constexpr int killed = 128 + 9;

// What looking through a folder, to empty it, calls.
bool is_listing(const Call& call) {
  return call.name == "open" || call.name == "fdopendir" || call.name == "readdir";
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

std::size_t every_so_many() {
  const char* text = std::getenv("SIHU_FAULT_EVERY");
  const long number = text ? std::strtol(text, nullptr, 10) : 1;
  return number > 0 ? static_cast<std::size_t>(number) : 1;
}

Trial::Trial(Story story) : story_(std::move(story)), stage_(story_.furnish) {
  rehearse();
}

Trial::~Trial() {
  std::error_code ignored;
  std::filesystem::remove(log(), ignored);
}

Outcome Trial::perform(long at, const Mishap& mishap) const {
  std::map<std::string, std::string> more{{"SIHU_LANG", story_.lang},
                                          {"LD_PRELOAD", SIHU_INJECT},
                                          {"SIHU_FAULT_UNDER", stage_.path().string()},
                                          {"SIHU_FAULT_AT", std::to_string(at)},
                                          {"SIHU_FAULT_DO", mishap.what}};
  if (mishap.onward) more["SIHU_FAULT_ONWARD"] = "1";
  more["SIHU_FAULT_LOG"] = log();
  return stage_.sihu(story_.command, more, story_.input);
}

std::string Trial::log() const {
  return stage_.path().string() + ".log";
}

std::set<std::string> Trial::exported_lines() const {
  std::set<std::string> lines;
  std::istringstream text(stage_.sihu({"export", "--what", "events"}).out);
  for (std::string line; std::getline(text, line);) lines.insert(line);
  if (story_.archive.empty() || !std::filesystem::exists(stage_.path() / story_.archive))
    return lines;
  const Outcome unpacked = test::run(
      {{"/usr/bin/tar", "xzOf", story_.archive, "--wildcards", "ledger/*.tsv"}, stage_.path()});
  if (unpacked.status != 0) FAIL_CHECK(now_ << ": half an archive: " << unpacked.err);
  std::istringstream archived(unpacked.out);
  for (std::string line; std::getline(archived, line);)
    if (!line.starts_with('#')) lines.insert(line);
  return lines;
}

void Trial::rehearse() {
  pristine_ = likeness(stage_.files());
  lines_before_ = exported_lines();
  expected_ = perform(0, {});
  calls_ = read_calls(file_bytes(log()));
  after_ = lasting(stage_.files());
  lines_after_ = exported_lines();
  REQUIRE_MESSAGE(expected_.status == story_.status, expected_.err);
  REQUIRE(calls_.size() > 20);
  if (story_.lasting)
    for (const std::string& name : not_flushed(calls_)) FAIL_CHECK("not flushed: " << name);
  stage_.renew();
}

void Trial::complain(const std::string& what) {
  FAIL_CHECK(now_ << ": " << what);
}

void Trial::run() {
  const std::size_t every = every_so_many();
  std::size_t turn = 0;
  for (std::size_t at = 0; at < calls_.size(); ++at) {
    for (const Mishap& mishap : mishaps_of(calls_[at]))
      if (turn++ % every == 0 || changes_something(calls_[at])) attempt(at, mishap);
    const bool fresh = at == 0 || changes_something(calls_[at - 1]);
    if (fresh || changes_something(calls_[at]))
      for (const Mishap& end : ends_of(calls_[at])) attempt(at, end);
  }
  MESSAGE(calls_.size() << " calls, " << runs_ << " runs, " << known_.size() << " states");
}

Outcome Trial::run_read_only() {
  return perform(1, {std::to_string(EROFS), "EROFS", true});
}

void Trial::attempt(std::size_t at, const Mishap& mishap) {
  if (dirty_) stage_.renew();
  const Outcome outcome = perform(static_cast<long>(at) + 1, mishap);
  // Threads come in any order: what counts is the call that it really was.
  const auto hit = read_calls(file_bytes(log()));
  const Call& call = hit.empty() ? calls_[at] : hit.front();
  const Files left = stage_.files();
  dirty_ = likeness(left) != pristine_;
  ++runs_;
  now_ = mishap.shown + " at call " + std::to_string(at + 1) + ", " + call.name + " " + call.path +
         " (status " + std::to_string(outcome.status) + ")";
  judge_status(call, mishap, outcome, left);
  judge_lines(outcome, look_at(left));
}

void Trial::judge_status(const Call& call, const Mishap& mishap, const Outcome& outcome,
                         const Files& left) {
  if (mishap.ends_program()) {
    if (outcome.status != killed) complain("should have been killed");
    return;
  }
  const bool said = call.path == "(stdout)";
  const bool done = outcome.status == story_.status;
  if (mishap.what == "signal") {
    if (outcome.status != interrupted) complain("Ctrl-C should give 130");
  } else if (done) {
    if (!said && outcome.out != expected_.out) complain("another answer: " + outcome.out);
    if (lasting(left) != after_) complain("says it is done, and it is not");
    if (story_.lasting && is_flush(call)) complain("a failed flush counted as done");
  } else {
    if (outcome.status != could_not) complain("the status should be 4: " + outcome.err);
    if (!contains(outcome.err, story_.lang == "en" ? "hint: " : "提示："))
      complain("does not say what to do: " + outcome.err);
    if (mishap.is_passing(call)) complain("should have gone on: " + outcome.err);
  }
  // What cannot be cleaned up now is when the next command needs the place.
  const bool cleaning = call.name == "unlink" || call.name == "unlinkat" ||
                        (done && contains(call.path, "/.sihu/merge") && is_listing(call));
  if (const auto names = litter(left); !names.empty() && !cleaning)
    complain("left behind: " + names.front());
}

void Trial::judge_lines(const Outcome& outcome, const Aftermath& aftermath) {
  const auto& lines = aftermath.lines;
  if (aftermath.verified != 0) complain("the ledger does not verify");
  if (story_.whole && lines != lines_before_ && lines != lines_after_)
    complain("half of the lines");
  if (!std::ranges::includes(lines, lines_before_)) complain("an acknowledged line is lost");
  if (!std::ranges::includes(lines_after_, lines)) complain("lines out of nowhere");
  if (!outcome.out.empty() && !story_.so_far && lines != lines_after_)
    complain("said to be recorded, and is not");
  if (contains(outcome.err, "nothing was recorded") && !story_.so_far && lines != lines_before_)
    complain("said not to be recorded, and is");
  if (aftermath.again.status != story_.status)
    complain("can't be repeated: " + aftermath.again.err);
  if ((story_.once || lines == lines_before_) && aftermath.after_again != after_)
    complain("repeating does not mend it");
}

// Only once for each state: most mishaps leave everything as it was.
const Trial::Aftermath& Trial::look_at(const Files& left) {
  const auto [place, is_new] = known_.try_emplace(likeness(left));
  if (is_new) {
    Aftermath& aftermath = place->second;
    aftermath.verified = stage_.sihu({"verify"}).status;
    aftermath.lines = exported_lines();
    aftermath.again = perform();
    aftermath.after_again = lasting(stage_.files());
    dirty_ = true;
  }
  return place->second;
}

}  // namespace sihu::test
