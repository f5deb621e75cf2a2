#include "ledger/union.hpp"

#include "problem/problem.hpp"
#include "support/ledgers.hpp"
#include "support/problems.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace {

// What a folder `ledger/` holds: names and bytes.
using Folder = std::map<std::string, std::string>;

const std::vector<std::string> devices{"k7m2qx", "b5b5b5"};
const std::vector<std::string> steps{"problem.open",   "problem.note",   "problem.submit",
                                     "problem.verify", "problem.reopen", "problem.withdraw"};

std::size_t below(std::size_t end) {
  return static_cast<std::size_t>(
      *rc::gen::resize(100, rc::gen::inRange(0, static_cast<int>(end))));
}

const std::string& one_of(const std::vector<std::string>& words) {
  return words[below(words.size())];
}

Header header_of(const std::string& device) {
  return {"nrpb", {2026, 4}, "zb03", device};
}

// One device's file, still growing, and the minute of its last line.
struct Growing {
  std::string text;
  std::string last;
  int minute = 0;
};

Growing begun(const std::string& device) {
  const std::string head = write_header(header_of(device));
  const std::string check = chain_check("", head);
  return {head + '\t' + check + '\n', check, 0};
}

// Checks that lines were given, anywhere: what later lines rest on.
using Seen = std::vector<std::string>;

void grow(Growing& file, Seen& seen) {
  Event event;
  file.minute += 1 + static_cast<int>(below(2));
  event.at = noon(60000 * file.minute);
  event.person = "p00" + std::to_string(1 + below(3));
  event.name = one_of(steps);
  // Few ids, so that one serial is used twice.
  event.subject = "26Q4-zb05-k7m2qx-" + std::to_string(1 + below(2));
  event.fields = {{"due", "2026-10-27"}, {"branch", "zb05"}, {"note", std::to_string(below(3))}};
  if (!seen.empty() && event.name != "problem.open")
    event.fields.push_back({"after", one_of(seen)});
  std::ranges::sort(event.fields, canonical_before, &Field::key);
  event.check = chain_check(file.last, spell(event));
  file.text += whole_line(event) + '\n';
  file.last = event.check;
  seen.push_back(event.check);
}

// Copies of one device's file as they come about when a folder is copied about: each begins as one
// there was at some time (whole, or an old state of it) and goes on by itself.
std::vector<std::string> copies_of(const std::string& device, Seen& seen) {
  std::vector<Growing> states{begun(device)};
  std::vector<std::string> copies;
  for (std::size_t left = 1 + below(5); left > 0; --left) {
    Growing file = states[below(states.size())];
    for (std::size_t lines = below(5); lines > 0; --lines) {
      grow(file, seen);
      states.push_back(file);
    }
    copies.push_back(file.text);
  }
  return copies;
}

// Merges `arriving` into `stored` as `unite` says; stops after `most` steps.
std::size_t merge(Folder& stored, const Folder& arriving, std::size_t most = SIZE_MAX) {
  std::map<std::string, std::vector<LedgerCopy>> groups;
  const Folder before = stored;
  for (const auto& [name, text] : before)
    groups[plain_ledger_name(name)].push_back({text, name, name});
  for (const auto& [name, text] : arriving)
    groups[plain_ledger_name(name)].push_back({text, "", name});
  std::size_t done = 0;
  for (const auto& [plain, copies] : groups) {
    const Union united = unite(plain, copies).value();
    for (const Union::Kept& kept : united.place)
      if (done < most && ++done) stored[kept.name] = copies[kept.copy].bytes;
    for (const std::string& name : united.remove)
      if (done < most && ++done) stored.erase(name);
  }
  return done;
}

Folder merged(Folder stored, const Folder& arriving) {
  merge(stored, arriving);
  return stored;
}

// One workspace's ledger each: of every device at most one copy.
std::vector<Folder> some_folders(std::size_t count) {
  std::vector<Folder> folders(count);
  Seen seen;
  for (const std::string& device : devices) {
    const std::vector<std::string> copies = copies_of(device, seen);
    for (Folder& folder : folders)
      if (below(5) > 0) folder[ledger_file_name(header_of(device))] = copies[below(copies.size())];
  }
  return folders;
}

std::set<std::string> lines_of(const std::vector<Folder>& folders) {
  std::set<std::string> lines;
  for (const Folder& folder : folders)
    for (const auto& [name, text] : folder)
      for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        lines.insert(text.substr(at, text.find('\n', at) - at));
  return lines;
}

// What the problems are, without places in files.
std::string fold(const Folder& folder) {
  std::vector<LedgerFile> files;
  for (const auto& [name, text] : folder) files.push_back(read_ledger_file(text, name).value());
  const Ledger ledger = join_ledger(std::move(files));
  const ProblemList list = fold_problems(ledger, an_organisation(), Zone{});
  std::string text;
  for (const Problem& problem : list.problems) {
    text += problem.id + ' ' + std::string(to_string(problem.status)) + ' ' + problem.last_check;
    for (const HistoryStep& step : problem.history)
      text += ' ' + ledger.entries[step.entry].event.check + (step.applied ? "+" : "-");
    text += '\n';
  }
  for (const std::size_t entry : list.waiting) text += ledger.entries[entry].event.check + '?';
  return text;
}

std::set<std::string> ids(const std::string& folded) {
  std::set<std::string> found;
  for (std::size_t at = 0; at < folded.size(); at = folded.find('\n', at) + 1) {
    if (folded.find('\n', at) == std::string::npos) break;
    const std::string id = folded.substr(at, folded.find(' ', at) - at);
    found.insert(id.substr(0, id.find('~')));
  }
  return found;
}

}  // namespace

TEST_SUITE("merge") {
  TEST_CASE("merging is commutative, associative and idempotent, byte for byte") {
    CHECK(rc::check([] {
      const auto folders = some_folders(3);
      const Folder &a = folders[0], &b = folders[1], &c = folders[2];
      const Folder all = merged(merged(a, b), c);
      RC_ASSERT(merged(a, b) == merged(b, a));
      RC_ASSERT(all == merged(a, merged(b, c)));
      RC_ASSERT(all == merged(merged(c, a), b));
      RC_ASSERT(all == merged(all, a));
      RC_ASSERT(all == merged(all, merged(b, c)));
      Folder again = all;
      RC_ASSERT(merge(again, all) == 0u);
    }));
  }

  TEST_CASE("merging keeps every line of every copy and invents none") {
    CHECK(rc::check([] {
      const auto folders = some_folders(4);
      Folder all;
      for (const Folder& folder : folders) merge(all, folder);
      RC_ASSERT(lines_of({all}) == lines_of(folders));
      for (const auto& [name, text] : all) {
        RC_ASSERT(read_ledger_file(text, name).has_value());
        for (const auto& [other, longer] : all)
          RC_ASSERT(name == other || !longer.starts_with(text));
      }
    }));
  }

  TEST_CASE("what the problems are depends on no order of arrival") {
    CHECK(rc::check([] {
      auto folders = some_folders(4);
      Folder one;
      for (const Folder& folder : folders) merge(one, folder);
      std::rotate(folders.begin(), folders.begin() + static_cast<std::ptrdiff_t>(below(4)),
                  folders.end());
      if (below(2) == 0) std::swap(folders[1], folders[2]);
      Folder other;
      for (const Folder& folder : folders) merge(other, folder);
      RC_ASSERT(fold(one) == fold(other));
      RC_ASSERT(one == other);
    }));
  }

  TEST_CASE("merging nothing, less or the same again closes, reopens and renumbers nothing") {
    CHECK(rc::check([] {
      const auto folders = some_folders(2);
      const Folder all = merged(folders[0], folders[1]);
      RC_ASSERT(fold(merged(all, {})) == fold(all));
      RC_ASSERT(fold(merged(all, folders[0])) == fold(all));
      RC_ASSERT(fold(merged(all, all)) == fold(all));
    }));
  }

  TEST_CASE("a problem that was there is there after merging, under its number") {
    CHECK(rc::check([] {
      const auto folders = some_folders(2);
      const auto after = ids(fold(merged(folders[0], folders[1])));
      for (const Folder& folder : folders)
        for (const std::string& id : ids(fold(folder))) RC_ASSERT(after.contains(id));
    }));
  }

  TEST_CASE("stopped anywhere, no line is lost, and merging again completes it") {
    CHECK(rc::check([] {
      const auto folders = some_folders(4);
      const Folder stored = merged(folders[0], folders[1]);
      const Folder arriving = merged(folders[2], folders[3]);
      const Folder all = merged(stored, arriving);
      Folder whole = stored;
      const std::size_t steps_needed = merge(whole, arriving);
      for (std::size_t most = 0; most <= steps_needed; ++most) {
        Folder stopped = stored;
        merge(stopped, arriving, most);
        const auto lines = lines_of({stopped});
        for (const std::string& line : lines_of({stored})) RC_ASSERT(lines.contains(line));
        merge(stopped, arriving);
        RC_ASSERT(stopped == all);
      }
    }));
  }
}
