#include "ledger/redaction.hpp"

#include "store/current.hpp"
#include "store/export_events.hpp"
#include "store/problem_lines.hpp"
#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

int below(int end) {
  return *rc::gen::resize(100, rc::gen::inRange(0, end));
}

// Lives of a few problems on two devices, every text of every line its own, and a third device that
// has some of the lines redacted, before or after they were written.
class SecretTale {
 public:
  void tell() {
    const int serial = 1 + below(4);
    const std::string id = "26Q4-zb05-aaaaaa-" + std::to_string(serial);
    Event event = an_event(noon(1000 * ++told_), id);
    const bool opens = !tips_.contains(id);
    event.name = opens           ? "problem.open"
                 : below(3) == 0 ? "problem.submit"
                 : below(3) == 0 ? "problem.reject"
                                 : "problem.note";
    const std::string words = "密文" + std::to_string(told_) + "。";
    if (opens)
      event.fields = {{"item", "DF-02"},      {"due", to_string(Date(2026, 10, 12) + below(40))},
                      {"branch", "zb05"},     {"title", "题" + words},
                      {"text", "文" + words}, {"basis", "据" + words}};
    else
      event.fields = {{"note", "注" + words}, {"reason", "因" + words}, {"after", tips_[id]}};
    auto& events = files_[opens ? "aaaaaa" : below(2) == 0 ? "aaaaaa" : "bbbbbb"];
    events.push_back(event);
    lines_.push_back({words, events.size() - 1, &events == &files_["aaaaaa"]});
    tips_[id] = "?";
  }

  // Gives all lines their checks, each after= naming the line before it of its problem.
  void settle() {
    tips_.clear();
    std::map<std::string, std::size_t> at;
    std::map<std::string, std::string> previous;
    for (auto& [device, events] : files_) {
      const std::string head = write_header(a_header(device));
      previous[device] = chain_check("", head);
    }
    for (std::int64_t i = 1; i <= told_; ++i)
      for (auto& [device, events] : files_) {
        std::size_t& next = at[device];
        if (next >= events.size() || events[next].at != noon(1000 * i)) continue;
        Event& event = events[next++];
        for (Field& field : event.fields)
          if (field.key == "after") field.value = tips_[event.subject];
        event.check = chain_check(previous[device], spell(event));
        previous[device] = tips_[event.subject] = event.check;
      }
  }

  void redact() {
    for (const Told& line : lines_) {
      if (below(3) > 0) continue;
      const Event& event = files_[line.first_device ? "aaaaaa" : "bbbbbb"][line.index];
      hidden_.push_back(line.words);
      redactions_.push_back(event.check);
    }
  }

  // The files with as many lines as stand before `until`, and with redactions or without.
  void put(const std::filesystem::path& root, std::int64_t until, std::size_t redactions) {
    for (auto& [device, all] : files_) {
      std::vector<Event> events = all;
      std::erase_if(events, [&](const Event& event) { return event.at > noon(1000 * until); });
      put_file(root / ("ledger/2026Q4/zb03." + device + ".tsv"),
               file_text(a_header(device), events));
    }
    std::vector<Event> events;
    for (std::size_t i = 0; i < std::min(redactions, redactions_.size()); ++i) {
      events.push_back(an_event(noon(7 + static_cast<std::int64_t>(i)), redactions_[i],
                                {{"reason", "不宜"}, {"role", "committee"}}));
      events.back().name = std::string(redaction_event);
      events.back().person = "p900";
    }
    put_file(root / "ledger/2026Q4/hq.cccccc.tsv", file_text(a_header("cccccc", "hq"), events));
  }

  std::int64_t told() const { return told_; }
  std::size_t redactions() const { return redactions_.size(); }
  bool gives_away(const std::string& text) const {
    return std::ranges::any_of(
        hidden_, [&](const std::string& words) { return text.find(words) != std::string::npos; });
  }

 private:
  struct Told {
    std::string words;
    std::size_t index = 0;
    bool first_device = true;
  };

  std::map<std::string, std::vector<Event>> files_;
  std::map<std::string, std::string> tips_;
  std::vector<Told> lines_;
  std::vector<std::string> hidden_;
  std::vector<std::string> redactions_;
  std::int64_t told_ = 0;
};

SecretTale a_secret_tale() {
  SecretTale tale;
  for (int left = 1 + below(20); left > 0; --left) tale.tell();
  tale.settle();
  tale.redact();
  return tale;
}

std::string rows(const Workspace& workspace, bool use_snapshot) {
  const auto current = Current::read(workspace, {Date(2027, 12, 31), true}, use_snapshot);
  RC_ASSERT(current.has_value());
  std::string text;
  const auto read = current->each_row([&](const OpenRow& row) {
    text += std::string(row.id) + '|' + std::string(row.title) + '|' + std::string(row.text) + '|' +
            to_string(row.due) + '|' + std::string(to_string(row.status)) + '\n';
  });
  RC_ASSERT(read.has_value());
  return text;
}

std::string texts(const Ledger& ledger) {
  std::string text;
  for (const Entry& entry : ledger.entries)
    for (const Field& field : entry.event.fields) text += field.value + '\n';
  return text;
}

std::string exported(const Workspace& workspace) {
  std::string text;
  const auto stream = EventStream::open(workspace);
  RC_ASSERT(stream.has_value());
  RC_ASSERT(export_events(*stream, Format::jsonl, [&](std::string_view block) {
              text += block;
              return true;
            }).has_value());
  return text;
}

std::string fold_without_texts(const Workspace& workspace) {
  const ProblemList list =
      fold_problems(*workspace.read_ledger(), workspace.organisation(), workspace.zone());
  std::string text;
  for (const Problem& problem : list.problems) {
    text += problem.id + '|' + to_string(problem.due) + '|' +
            std::string(to_string(problem.status)) + '|' + problem.last_check + '|';
    for (const HistoryStep& step : problem.history) text += step.applied ? '+' : '-';
  }
  return text;
}

}  // namespace

TEST_SUITE("property") {
  TEST_CASE("no output has a redacted text, whenever its redaction arrives") {
    CHECK(rc::check([] {
      SecretTale tale = a_secret_tale();
      const TemporaryFolder folder;
      const Workspace workspace = make_workspace(folder.path());
      // A snapshot of less, then all of it, as lines above it or as another snapshot.
      tale.put(folder.path(), below(static_cast<int>(tale.told()) + 1),
               static_cast<std::size_t>(below(static_cast<int>(tale.redactions()) + 1)));
      rows(workspace, true);
      tale.put(folder.path(), tale.told(), tale.redactions());
      const std::string shown = rows(workspace, true);
      RC_ASSERT(rows(workspace, false) == shown);
      RC_ASSERT(rows(workspace, true) == shown);
      std::string all = shown + texts(*workspace.read_ledger()) + exported(workspace);
      for (int serial = 1; serial <= 4; ++serial)
        if (const auto lines =
                read_problem_lines(workspace, "26Q4-zb05-aaaaaa-" + std::to_string(serial)))
          all += texts(*lines);
      const auto found = verify_workspace(workspace, noon(10'000'000));
      RC_ASSERT(found.has_value());
      for (const Fault& note : found->notes) all += note.what.zh;
      RC_ASSERT(!tale.gives_away(all));
    }));
  }

  TEST_CASE("a redaction changes nothing but texts") {
    CHECK(rc::check([] {
      SecretTale tale = a_secret_tale();
      const TemporaryFolder folder;
      const Workspace workspace = make_workspace(folder.path());
      tale.put(folder.path(), tale.told(), 0);
      const std::string before = fold_without_texts(workspace);
      tale.put(folder.path(), tale.told(), tale.redactions());
      RC_ASSERT(fold_without_texts(workspace) == before);
    }));
  }
}
