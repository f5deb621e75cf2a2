#include "store/xlsx_read.hpp"

#include "base/utf8.hpp"
#include "gate/workbook.hpp"
#include "store/archive.hpp"
#include "store/files.hpp"
#include "store/libarchive.hpp"

#include <array>
#include <memory>

namespace sihu {
namespace {

// One more than what `read_xml` takes, so that it says what is too large.
constexpr std::size_t most_of_part = std::size_t{17} << 20;
constexpr std::size_t most_of_all = std::size_t{64} << 20;
constexpr int most_parts = 10'000;

struct FreePackage {
  void operator()(archive* reader) const { libarchive()->read_free(reader); }
};
using PackageReader = std::unique_ptr<archive, FreePackage>;

tl::unexpected<Failure> refuse_package(std::string_view name, Kind kind, std::string fault,
                                       Phrase what, Phrase hint = {}) {
  return fail(
      kind, {Fault{{std::string(name), 0, 0}, std::move(fault), std::move(what), std::move(hint)}});
}

tl::unexpected<Failure> too_big(std::string_view name) {
  return refuse_package(
      name, Kind::input, "archive-too-big",
      phrase(Text{"解开后太大，不像一张表", "it unpacks to far too much for a table"}),
      phrase(Text{"分成几个文件，或另存为 .csv", "make several files of it, or save it as .csv"}));
}

tl::unexpected<Failure> damaged(std::string_view name, archive* reader) {
  const char* const reason = libarchive()->error_string(reader);
  return refuse_package(name, Kind::integrity, "archive-damaged",
                        phrase(Text{"不是 XLSX，或者损坏、不全、有密码：{0}",
                                    "this is no XLSX, or it is damaged, cut off or has a "
                                    "password: {0}"},
                               visible(reason ? reason : "?")),
                        phrase(Text{"在 Excel、WPS 中打开，另存为 .xlsx（.xls 不行）或 .csv",
                                    "open it in a spreadsheet program and save it as .xlsx (not "
                                    ".xls) or .csv"}));
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
  std::uint64_t size = 0;
  const auto opened = open_regular(file, name, size);
  if (!opened) return tl::unexpected(opened.error());
  if (!libarchive()) return no_libarchive(name);
  const PackageReader reader(libarchive()->read_new());
  libarchive()->read_support_format_zip(reader.get());
  if (libarchive()->read_open_fd(reader.get(), opened->number(), 65536) != ARCHIVE_OK)
    return damaged(name, reader.get());
  const auto parts = PackageReading(reader.get(), name).run();
  if (!parts) return tl::unexpected(parts.error());
  return read_workbook(*parts, name);
}

bool is_xlsx_name(std::string_view name) {
  return name.ends_with(".xlsx") || name.ends_with(".XLSX");
}

}  // namespace sihu
