#include "store/asked_id.hpp"

#include "check/key.hpp"
#include "ledger/chain.hpp"
#include "ledger/grammar.hpp"
#include "ledger/line.hpp"
#include "ledger/seal.hpp"
#include "review/state.hpp"
#include "wording/number.hpp"

#include <charconv>

namespace sihu {
namespace {

constexpr std::string_view ledger_folder = "ledger/";
constexpr std::string_view close_event = "seal.close";

std::string place_of(const StreamedLine& line) {
  return std::string(line.file) + ":" + std::to_string(line.number);
}

// `zb03.k7m2qx.tsv` and its forks `zb03.k7m2qx~91d0.tsv` are of the device `.k7m2qx`.
bool is_of_device(std::string_view file, std::string_view device) {
  const auto at = file.rfind(device);
  if (at == std::string_view::npos || at + device.size() == file.size()) return false;
  const char next = file[at + device.size()];
  return next == '.' || next == '~';
}

void read_place(AskedId& id) {
  const std::size_t colon = id.text.rfind(':');
  if (colon == std::string::npos) return;
  const char* const end = id.text.data() + id.text.size();
  const auto [stop, error] = std::from_chars(id.text.data() + colon + 1, end, id.line);
  if (error != std::errc{} || stop != end) return;
  id.file = id.text.substr(0, colon);
  if (id.file.starts_with("./")) id.file.erase(0, 2);
  if (!id.file.starts_with(ledger_folder)) id.file.insert(0, ledger_folder);
}

// Who guesses at the scores or the comment of a sheet is not told which lines they are in.
std::string searched(std::string_view line) {
  auto event = read_line(line, "", 0);
  if (!event || !is_readable_sheet(*event)) return std::string(line);
  leave_out_scores(*event);
  return whole_line(*event);
}

}  // namespace

AskedId read_asked_id(std::string_view typed) {
  AskedId id;
  id.text = typed;
  read_place(id);
  id.fingerprint = fingerprint_digits(typed).value_or("");
  return id;
}

LedgerSearch::LedgerSearch(AskedId id, const Zone& zone, const Redactions& redactions)
    : id_(std::move(id)), zone_(zone), redactions_(redactions) {
  if (is_device_id(id_.text)) device_ = "." + id_.text;
  if (Quarter::parse(id_.text)) quarter_ = std::string(ledger_folder) + id_.text + "/";
}

bool LedgerSearch::means(const StreamedLine& line) const {
  if (!id_.file.empty()) return line.number == id_.line && line.file == id_.file;
  return line.bytes.find(id_.text) != std::string_view::npos && has_id(line.bytes, id_.text) &&
         has_id(searched(line.bytes), id_.text);
}

bool LedgerSearch::take_seal(const StreamedLine& line) {
  if (id_.fingerprint.empty()) return false;
  if (line.bytes.find(close_event) == std::string_view::npos) return false;
  const auto event = read_line(line.bytes, std::string(line.file), 0);
  if (!event || event->name != close_event) return false;
  const std::string_view fingerprint = event->get("fingerprint");
  if (!fingerprint.starts_with(id_.fingerprint)) return false;
  const std::string name = short_fingerprint(fingerprint);
  seals_.push_back({"seal", name,
                    phrase(Text{"{0} {1} 封签，文件 {2} 个", "{0} {1}, files: {2}"},
                           to_string(zone_.date_of(event->at)), event->person, event->get("count")),
                    place_of(line), "problems --seal " + name});
  return true;
}

void LedgerSearch::take(const StreamedLine& line) {
  if (!device_.empty() && is_of_device(line.file, device_)) ++counts_[std::string(line.file)];
  if (!quarter_.empty() && line.file.starts_with(quarter_)) ++counts_[std::string(line.file)];
  if (take_seal(line) || !means(line)) return;
  const bool hidden = redactions_.hides(check_of(line.bytes));
  const std::string redacted = hidden ? with_texts_hidden(line.bytes) : std::string();
  if (const auto event = read_line(hidden ? redacted : line.bytes, std::string(line.file), 0))
    lines_.push_back(place_in_ledger(*event, place_of(line), zone_));
}

std::vector<IdPlace> LedgerSearch::files_of_device() const {
  std::vector<IdPlace> found;
  for (const auto& [file, lines] : counts_)
    found.push_back(
        {"device", id_.text, phrase(Text{"{0} 行", "{0}"}, counted(lines, "line")), file, {}});
  return found;
}

std::vector<IdPlace> LedgerSearch::whole_quarter() const {
  if (counts_.empty()) return {};
  std::ptrdiff_t all = 0;
  for (const auto& [file, lines] : counts_) all += lines;
  return {{"quarter", id_.text,
           phrase(Text{"台账 {1} 个文件，{0} 行", "{0} in {1}"}, counted(all, "line"),
                  counted(std::ssize(counts_), "file")),
           quarter_, "tally " + id_.text}};
}

std::vector<IdPlace> LedgerSearch::inspection() const {
  const auto subject = parse_check_subject(id_.text);
  if (!subject || lines_.empty()) return {};
  const CheckKey& key = subject->key;
  std::string command = "check show " + key.branch + " --checklist " + key.checklist +
                        " --quarter " + to_string(key.quarter);
  if (key.self) command += " --self";
  if (!key.by.empty()) command += " --by " + key.by;
  return {{"check",
           id_.text,
           phrase(Text{"{0} 行", "{0}"}, counted(std::ssize(lines_), "line")),
           {},
           command}};
}

std::vector<IdPlace> LedgerSearch::things() const {
  std::vector<IdPlace> found = quarter_.empty() ? files_of_device() : whole_quarter();
  for (IdPlace& one : inspection()) found.push_back(std::move(one));
  found.insert(found.begin(), seals_.begin(), seals_.end());
  return found;
}

}  // namespace sihu
