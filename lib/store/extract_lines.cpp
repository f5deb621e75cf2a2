#include "store/extract_lines.hpp"

#include "ledger/line.hpp"
#include "ledger/omission.hpp"
#include "problem/archiving.hpp"
#include "problem/forgetting.hpp"
#include "problem/problem_id.hpp"
#include "store/few_lines.hpp"
#include "store/ledger_files.hpp"

#include <algorithm>
#include <numeric>

namespace sihu {
namespace {

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Which lines are a branch's, each looked at by itself.
class OwnLines {
 public:
  OwnLines(const Organisation& organisation, std::string branch) : branch_(std::move(branch)) {
    for (const Person& person : organisation.people)
      if (person.branch == branch_) people_.insert(person.id);
  }

  bool has(const Event& event) const {
    const std::string_view name = event.name;
    if (name.starts_with("problem.")) return is_of_branch(event.subject, branch_);
    const auto parts = cut(event.subject, '/');
    const auto is_own = [&](std::size_t i) { return i < parts.size() && parts[i] == branch_; };
    if (name.starts_with("check.") || name == "review.result" || name == "practice.add")
      return is_own(1);
    if (name == "waive.grant") return is_own(0);
    if (name == "learn.session") return is_among_themselves(event.get("attended"));
    if (name == "learn.drill") return people_.contains(event.person);
    if (name == "test.key") return true;  // it is for everybody to read
    if (name.starts_with("test.")) return is_own(2) || is_own_person(parts, 2);
    return name == archive_event;
  }

 private:
  bool is_own_person(const std::vector<std::string_view>& parts, std::size_t i) const {
    return i < parts.size() && people_.contains(parts[i]);
  }

  // `p001;p002=1.5`
  bool is_among_themselves(std::string_view attended) const {
    return !attended.empty() && std::ranges::all_of(cut(attended, ';'), [&](std::string_view one) {
      return people_.contains(one.substr(0, one.find('=')));
    });
  }

  std::string branch_;
  std::set<std::string, std::less<>> people_;
};

// Goes through all files and remembers what is kept of each.
class Choice : public LineTaker {
 public:
  Choice(const Organisation& organisation, const std::string& branch)
      : own_(organisation, branch) {}

  void begin(const std::string& name) {
    file_ = {name, 0, {}, 0};
    forget();
  }

  void take(const PlainLine& line, std::string_view bytes, std::uint32_t number) override {
    if (line.name == "learn.cancel" || line.name == removal_event || line.name == redaction_event) {
      pending_.push_back({std::string(bytes), static_cast<std::uint32_t>(files_.size()), number});
      return;
    }
    const Event event = event_in(bytes);
    if (own_.has(event)) keep(event, file_, number);
  }

  void forget() override {
    file_.lines.clear();
    std::erase_if(pending_, [&](const PlacedLine& line) { return line.file == files_.size(); });
  }

  void end(const PassedFile& passed) {
    file_.whole_bytes = passed.whole_bytes;
    file_.omitted = passed.lines;
    files_.push_back(std::move(file_));
  }

  // What rests on kept lines: sessions cancelled, texts redacted, evidence removed.
  ExtractLines finish() {
    for (const PlacedLine& line : pending_) {
      const Event event = event_in(line.bytes);
      const bool wanted = event.name == "learn.cancel"    ? sessions_.contains(event.subject)
                          : event.name == redaction_event ? checks_.contains(event.subject)
                                                          : kept_.evidence.contains(event.subject);
      if (wanted) keep(event, files_[line.file], line.number);
    }
    for (ExtractedFile& file : files_) file.omitted -= std::min(file.omitted, file.lines.size());
    std::ranges::copy_if(files_, std::back_inserter(kept_.files),
                         [](const ExtractedFile& file) { return !file.lines.empty(); });
    return std::move(kept_);
  }

 private:
  // Shown lines were read before.
  static Event event_in(std::string_view bytes) {
    auto event = read_line(bytes, {}, 0);
    return event ? std::move(*event) : Event{};
  }

  void keep(const Event& event, ExtractedFile& file, std::uint32_t number) {
    file.lines.insert(number);
    checks_.insert(event.check);
    if (event.name == "learn.session") sessions_.insert(event.subject);
    if (event.person != "-") kept_.people.insert(event.person);
    for (const std::string_view name : cut(event.get("evidence"), ';'))
      if (!name.empty()) kept_.evidence.emplace(name);
    for (const std::string_view doc : cut(event.get("doc"), ';'))
      if (!doc.empty()) kept_.documents.emplace(doc);
    for (const std::string_view bank : cut(event.get("banks"), ';'))  // `party-work:e4b9…`
      if (const auto colon = bank.find(':'); colon != std::string_view::npos)
        kept_.documents.emplace(bank.substr(colon + 1));
  }

  OwnLines own_;
  ExtractedFile file_;
  std::vector<ExtractedFile> files_;
  std::vector<PlacedLine> pending_;  // their file an index of `files_`
  std::set<std::string> checks_;
  std::set<std::string> sessions_;
  ExtractLines kept_;
};

std::size_t sum(const std::vector<ExtractedFile>& files, auto count) {
  return std::transform_reduce(files.begin(), files.end(), std::size_t{0}, std::plus<>(), count);
}

}  // namespace

std::size_t ExtractLines::kept() const {
  return sum(files, [](const ExtractedFile& file) { return file.lines.size(); });
}

std::size_t ExtractLines::omitted() const {
  return sum(files, [](const ExtractedFile& file) { return file.omitted; });
}

Result<ExtractLines> extract_lines(const Workspace& workspace, const std::string& branch) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  Choice choice(workspace.organisation(), branch);
  Failure failure;
  for (const std::string& name : *names) {
    choice.begin(name);
    auto passed =
        pass_own_ledger_file(workspace.root(), name, workspace.organisation().id, true, choice);
    if (!passed) {
      add_failure(failure, std::move(passed.error()));
      continue;
    }
    choice.end(*passed);
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return choice.finish();
}

std::string extract_text(std::string_view text, const ExtractedFile& file) {
  std::string out;
  std::uint32_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    at += line.size() + 1;
    if (number == 1 || file.lines.contains(number))
      out += line;
    else
      out += omission_of(line);
    out += '\n';
  }
  return out;
}

}  // namespace sihu
