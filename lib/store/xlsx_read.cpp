#include "store/xlsx_read.hpp"

#include "base/utf8.hpp"
#include "gate/workbook.hpp"
#include "store/archive.hpp"
#include "store/files.hpp"
#include "store/libarchive.hpp"
#include "store/system_error.hpp"

#include <array>
#include <memory>

namespace sihu {
namespace {

// One more than what `read_xml` takes, so that it says what is too large.
constexpr std::size_t most_of_part = std::size_t{17} << 20;
constexpr std::size_t most_of_all = std::size_t{64} << 20;
constexpr int most_parts = 10'000;
constexpr std::string_view ole_head = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

struct FreePackage {
  void operator()(archive* reader) const { libarchive()->read_free(reader); }
};
using PackageReader = std::unique_ptr<archive, FreePackage>;

tl::unexpected<Failure> refuse_package(std::string_view name, Kind kind, std::string fault,
                                       Phrase what, Phrase hint = {}) {
  return fail(
      kind, {Fault{{std::string(name), 0, 0}, std::move(fault), std::move(what), std::move(hint)}});
}

Phrase save_again() {
  return phrase(Text{"在 Excel、WPS 中打开，另存为 .xlsx（.xls 不行）或 .csv",
                     "open it in a spreadsheet program and save it as .xlsx (not .xls) or .csv"});
}

tl::unexpected<Failure> too_big(std::string_view name) {
  return refuse_package(
      name, Kind::input, "archive-too-big",
      phrase(Text{"解开后太大，不像一张表", "it unpacks to far too much for a table"}),
      phrase(Text{"分成几个文件，或另存为 .csv", "make several files of it, or save it as .csv"}));
}

tl::unexpected<Failure> damaged(std::string_view name, archive* reader) {
  if (const int error = libarchive()->error_number(reader); is_of_system(error))
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, name),
                          error);
  const char* const reason = libarchive()->error_string(reader);
  return refuse_package(name, Kind::input, "archive-damaged",
                        phrase(Text{"XLSX 损坏、不全或有密码：{0}",
                                    "this XLSX is damaged, cut off or has a password: {0}"},
                               visible(reason ? reason : "?")),
                        save_again());
}

// `EncryptedPackage` as the directory of an OLE file has it (MS-OFFCRYPTO 2.3.4): in UTF-16.
bool names_encrypted(std::string_view bytes) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) name += {c, '\0'};
  return bytes.find(name) != std::string_view::npos;
}

// Older spreadsheets and those with a password are OLE files, whatever they are called.
tl::unexpected<Failure> no_ole(std::string_view name, bool encrypted) {
  if (encrypted)
    return refuse_package(name, Kind::input, "has-a-password",
                          phrase(Text{"工作簿有打开密码，应为没有密码的 XLSX",
                                      "the workbook has a password; expected an XLSX without"}),
                          phrase(Text{"打开后去掉密码，再保存",
                                      "open it, take the password off, and save it again"}));
  return refuse_package(name, Kind::input, "old-workbook",
                        phrase(Text{"这是旧格式（.xls、.et）的工作簿，应为 XLSX",
                                    "this is a workbook of the old format (.xls), expected an "
                                    "XLSX"}),
                        save_again());
}

// What a file that is called `.xlsx` is instead, by how it begins; nothing where it is a package.
Result<void> check_is_package(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("PK")) return {};
  if (bytes.starts_with(ole_head)) return no_ole(name, names_encrypted(bytes));
  if (bytes.empty())
    return refuse_package(name, Kind::input, "empty-file",
                          phrase(Text{"文件是空的，应为 XLSX",
                                      "the file is empty, expected an "
                                      "XLSX"}));
  return refuse_package(name, Kind::input, "not-a-workbook",
                        phrase(Text{"这不是 XLSX，也许是别的格式改了名",
                                    "this is no XLSX, perhaps another format by that name"}),
                        phrase(Text{"是 CSV 就改名为 .csv；否则在 Excel、WPS 中另存为 .xlsx",
                                    "call it .csv if that is what it is; else save it as .xlsx in "
                                    "a spreadsheet program"}));
}

// What tables are made of; pictures, drawings and the like stay packed.
bool is_wanted(std::string_view part) {
  return part.starts_with("xl/") &&
         (part.ends_with(".xml") || part == "xl/_rels/workbook.xml.rels") &&
         (part.starts_with("xl/worksheets/sheet") || part.find('/', 3) == std::string_view::npos ||
          part == "xl/_rels/workbook.xml.rels");
}

class PackageReading {
 public:
  PackageReading(archive* reader, std::string_view name) : reader_(reader), name_(name) {}

  Result<WorkbookParts> run() {
    archive_entry* entry = nullptr;
    for (int count = 0;; ++count) {
      const int status = libarchive()->read_next_header(reader_, &entry);
      if (status == ARCHIVE_EOF) return std::move(parts_);
      if (status < ARCHIVE_WARN) return damaged(name_, reader_);
      if (count >= most_parts) return too_big(name_);
      const char* const path = libarchive()->entry_pathname(entry);
      const auto part = safe_entry_name(path ? path : "");
      if (!part || !is_wanted(*part)) continue;
      if (auto taken = take(parts_[*part]); !taken) return tl::unexpected(taken.error());
    }
  }

 private:
  Result<void> take(std::string& part) {
    part.clear();
    while (true) {
      const la_ssize_t count = libarchive()->read_data(reader_, buffer_.data(), buffer_.size());
      if (count < 0) return damaged(name_, reader_);
      if (count == 0) return {};
      part.append(buffer_.data(), static_cast<std::size_t>(count));
      all_ += static_cast<std::size_t>(count);
      if (part.size() > most_of_part || all_ > most_of_all) return too_big(name_);
    }
  }

  archive* reader_;
  std::string name_;
  WorkbookParts parts_;
  std::size_t all_ = 0;
  std::array<char, 65536> buffer_{};
};

}  // namespace

Result<Sheet> read_xlsx(const std::filesystem::path& file, std::string_view name) {
  // Read as a whole first: what the disk fails at is no fault of the workbook.
  const auto bytes = read_file(file, name, most_of_all);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto package = check_is_package(*bytes, name); !package)
    return tl::unexpected(package.error());
  if (!libarchive()) return no_libarchive(name);
  const PackageReader reader(libarchive()->read_new());
  libarchive()->read_support_format_zip(reader.get());
  if (libarchive()->read_open_memory(reader.get(), bytes->data(), bytes->size()) != ARCHIVE_OK)
    return damaged(name, reader.get());
  const auto parts = PackageReading(reader.get(), name).run();
  if (!parts) return tl::unexpected(parts.error());
  return read_workbook(*parts, name);
}

Result<void> check_is_text(std::string_view bytes, std::string_view name) {
  if (!bytes.starts_with("PK\x03\x04") && !bytes.starts_with(ole_head)) return {};
  return refuse_package(name, Kind::input, "workbook-as-text",
                        phrase(Text{"这是工作簿或压缩包，不是文字文件",
                                    "this is a workbook or an archive, not a text file"}),
                        phrase(Text{"工作簿要叫 .xlsx（.xls、.et、.ods 先另存为 .xlsx），"
                                    "从文件读，不从标准输入读",
                                    "a workbook has to be called .xlsx (save .xls and .ods as "
                                    ".xlsx) and is read from a file, not from standard input"}));
}

bool is_xlsx_name(std::string_view name) {
  return name.ends_with(".xlsx") || name.ends_with(".XLSX");
}

}  // namespace sihu
