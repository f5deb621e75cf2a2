#include "ledger/seal.hpp"

#include "base/sha256.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace sihu {
namespace {

constexpr std::string_view file_event = "seal.file";
constexpr std::string_view close_event = "seal.close";
constexpr std::size_t sha256_digits = 64;
constexpr std::size_t fewest_digits = 8;
constexpr std::size_t short_digits = 24;
constexpr std::size_t group_digits = 4;

using Files = std::map<std::string, SealedFile, std::less<>>;

std::vector<SealedFile> in_order(const Files& files) {
  std::vector<SealedFile> list;
  for (const auto& [name, file] : files) list.push_back(file);
  return list;
}

SealedFile sealed_file(const Event& event) {
  SealedFile file{event.subject, 0, std::string(event.get("sha256"))};
  const std::string_view bytes = event.get("bytes");
  std::from_chars(bytes.data(), bytes.data() + bytes.size(), file.bytes);
  return file;
}

// No bytes: the file is gone.
void change(Files& files, const SealedFile& file) {
  if (file.bytes == 0)
    files.erase(file.name);
  else
    files[file.name] = file;
}

// Goes through lines in their order and puts seals together.
class Collector {
 public:
  explicit Collector(const Ledger& ledger) : ledger_(ledger), pending_(ledger.files.size()) {}

  void take(std::size_t entry) {
    const Entry& at = ledger_.entries[entry];
    if (at.event.name == file_event)
      pending_[at.file].push_back(sealed_file(at.event));
    else if (at.event.name == close_event)
      close(entry);
  }

  SealList list;

 private:
  void close(std::size_t entry) {
    const Entry& at = ledger_.entries[entry];
    Files files;
    const bool known = start_from(at.event.get("after"), files);
    for (SealedFile& file : std::exchange(pending_[at.file], {})) change(files, file);
    if (!known) return wait(at);
    std::vector<SealedFile> all = in_order(files);
    const std::string fingerprint = seal_fingerprint(all);
    if (fingerprint != at.event.get("fingerprint")) return fault(at, fingerprint);
    by_check_[at.event.check] = list.seals.size();
    list.seals.push_back({fingerprint, std::move(all), entry});
  }

  bool start_from(std::string_view check, Files& files) const {
    if (check.empty()) return true;
    const auto before = by_check_.find(check);
    if (before == by_check_.end()) return false;
    for (const SealedFile& file : list.seals[before->second].files) files[file.name] = file;
    return true;
  }

  void wait(const Entry& at) {
    list.notes.push_back(
        {.place = ledger_.place(at),
         .name = "seal-waiting",
         .what = phrase(Text{"这次封签所依据的前一次封签尚未到达，无从核对",
                             "the seal that this one builds on has not arrived, so it can't be "
                             "compared"}),
         .warning = true});
  }

  void fault(const Entry& at, const std::string& found) {
    list.faults.push_back(
        {ledger_.place(at), "seal-broken",
         phrase(Text{"封签各行得出的指纹是 {0}，封签行写的是 {1}",
                     "the lines of the seal make the fingerprint {0}, its closing line says {1}"},
                short_fingerprint(found),
                visible(short_fingerprint(at.event.get("fingerprint"))))});
  }

  const Ledger& ledger_;
  std::vector<std::vector<SealedFile>> pending_;  // of each file
  std::map<std::string, std::size_t, std::less<>> by_check_;
};

Field number_field(std::string key, std::uint64_t number) {
  return {std::move(key), std::to_string(number)};
}

Draft file_draft(const SealedFile& file) {
  return {std::string(file_event),
          file.name,
          {number_field("bytes", file.bytes), {"sha256", file.sha256}}};
}

const SealedFile* find_named(const std::vector<SealedFile>& files, const std::string& name) {
  const auto found = std::ranges::lower_bound(files, name, {}, &SealedFile::name);
  return found == files.end() || found->name != name ? nullptr : &*found;
}

}  // namespace

std::string seal_fingerprint(const std::vector<SealedFile>& files) {
  std::string list;
  for (const SealedFile& file : files)
    list += fmt::format("{}\t{}\t{}\n", file.name, file.bytes, file.sha256);
  return sha256_hex(list);
}

std::string short_fingerprint(std::string_view fingerprint) {
  std::string text;
  for (std::size_t at = 0; at < std::min(short_digits, fingerprint.size()); at += group_digits)
    (text += text.empty() ? "" : "-") += fingerprint.substr(at, group_digits);
  return text;
}

std::optional<std::string> fingerprint_digits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool digit = (lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'f');
    if (!digit) return std::nullopt;
    digits += lower;
  }
  if (digits.size() < fewest_digits || digits.size() > sha256_digits) return std::nullopt;
  return digits;
}

std::string seal_subject(Quarter quarter, std::string_view device) {
  return fmt::format("seal/{}/{}", to_string(quarter), device);
}

std::vector<Draft> seal_drafts(const std::vector<SealedFile>& files,
                               const std::vector<SealedFile>& before, const std::string& subject,
                               const std::string& note, const std::string& documents) {
  std::vector<Draft> drafts;
  for (const SealedFile& file : files)
    if (const SealedFile* old = find_named(before, file.name); !old || *old != file)
      drafts.push_back(file_draft(file));
  for (const SealedFile& old : before)
    if (!find_named(files, old.name)) drafts.push_back(file_draft({old.name, 0, ""}));
  drafts.push_back({std::string(close_event),
                    subject,
                    {number_field("count", files.size()),
                     {"fingerprint", seal_fingerprint(files)},
                     {"note", note},
                     {"doc", documents}}});
  return drafts;
}

SealList read_seals(const Ledger& ledger) {
  Collector collector(ledger);
  for (std::size_t entry = 0; entry < ledger.entries.size(); ++entry) collector.take(entry);
  return std::move(collector.list);
}

Result<const Seal*> SealList::find(std::string_view text) const {
  const auto digits = fingerprint_digits(text);
  if (!digits)
    return fail(Kind::usage, "not-a-fingerprint",
                phrase(Text{"封签指纹应为至少 {0} 位十六进制数，如 4f2a-91d0-3be6，实际为“{1}”",
                            "a fingerprint is at least {0} hex digits such as 4f2a-91d0-3be6, "
                            "found \"{1}\""},
                       fewest_digits, visible(text)));
  const Seal* found = nullptr;
  for (const Seal& seal : seals) {
    if (!seal.fingerprint.starts_with(*digits)) continue;
    if (found && found->fingerprint != seal.fingerprint)
      return fail(Kind::input, "ambiguous-fingerprint",
                  phrase(Text{"指纹 {0} 开头的封签不止一个", "more than one seal begins with {0}"},
                         *digits));
    found = &seal;
  }
  if (found) return found;
  return fail(Kind::input, "unknown-fingerprint",
              phrase(Text{"台账中没有指纹以 {0} 开头的封签",
                          "the ledger has no seal whose fingerprint begins with {0}"},
                     visible(text)),
              phrase(Text{"用 sihu seal --list 看有哪些", "sihu seal --list shows them"}));
}

}  // namespace sihu
