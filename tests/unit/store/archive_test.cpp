#include "store/archive.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <archive.h>
#include <archive_entry.h>

#include <map>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

struct Made {
  std::string name;
  std::string bytes;
  int type = AE_IFREG;
  std::string link = {};
};

// An archive with these entries, in the format asked for.
void make_archive(const fs::path& file, const std::vector<Made>& entries, bool zip) {
  archive* const writer = archive_write_new();
  if (zip)
    archive_write_set_format_zip(writer);
  else
    archive_write_set_format_pax_restricted(writer);
  if (!zip) archive_write_add_filter_gzip(writer);
  archive_write_open_filename(writer, file.c_str());
  for (const Made& made : entries) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, made.name.c_str());
    archive_entry_set_filetype(entry, static_cast<unsigned>(made.type));
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(made.bytes.size()));
    if (made.type == AE_IFLNK) archive_entry_set_symlink(entry, made.link.c_str());
    if (made.type == AE_IFREG && !made.link.empty())
      archive_entry_set_hardlink(entry, made.link.c_str());
    archive_write_header(writer, entry);
    archive_write_data(writer, made.bytes.data(), made.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
}

struct Unpacked {
  std::string fault;
  std::map<std::string, std::string> files;
};

Unpacked take_out(const fs::path& file, const ArchiveLimits& limits = {}) {
  const TemporaryFolder folder;
  std::map<std::string, fs::path> where;
  const auto done = unpack(
      file, "a.zip",
      [&](const std::string& name) -> std::optional<fs::path> {
        if (name.ends_with(".txt")) return std::nullopt;
        return where[name] = folder.path() / std::to_string(where.size());
      },
      limits);
  Unpacked unpacked;
  if (!done) unpacked.fault = done.error().faults.at(0).name;
  for (const auto& [name, path] : where) unpacked.files[name] = file_bytes(path);
  return unpacked;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("what is wanted comes out of a .tar.gz and a .zip, under no name of its own") {
    const TemporaryFolder folder;
    for (const bool zip : {false, true}) {
      const fs::path file = folder.path() / "包";
      make_archive(file,
                   {{"w/", "", AE_IFDIR},
                    {"w/ledger\\2026Q4\\a.tsv", "台账"},
                    {"./b.tsv", ""},
                    {"w/c.txt", "not wanted"}},
                   zip);
      CHECK(looks_like_archive(file_bytes(file)));
      const Unpacked unpacked = take_out(file);
      CHECK(unpacked.fault.empty());
      CHECK(unpacked.files ==
            std::map<std::string, std::string>{{"w/ledger/2026Q4/a.tsv", "台账"}, {"b.tsv", ""}});
    }
  }

  TEST_CASE("names in UTF-8 and in GBK do not stand in the way") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.zip";
    make_archive(file, {{"台账/ledger\\a.tsv", "x"}}, true);
    std::string bytes = file_bytes(file);
    bytes[7] = static_cast<char>(bytes[7] | 8);  // says of its names that they are UTF-8
    const std::size_t central = bytes.find("PK\x01\x02");
    bytes[central + 9] = static_cast<char>(bytes[central + 9] | 8);
    put_file(file, bytes);
    CHECK(take_out(file).files == std::map<std::string, std::string>{{"台账/ledger/a.tsv", "x"}});
    make_archive(file, {{"\xcc\xa8\xd5\xcb/a.tsv", "x"}}, true);
    CHECK(take_out(file).files.size() == 1);
    make_archive(file, {{"台账/a.tsv", "x"}}, false);
    CHECK(take_out(file).files.size() == 1);
  }

  TEST_CASE("links, devices and ways out are refused") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.tar.gz";
    for (const Made& bad : {Made{"../a.tsv", "x"}, Made{"/etc/a.tsv", "x"},
                            Made{"a/../../b.tsv", "x"}, Made{"C:\\a.tsv", "x"},
                            Made{"..\\a.tsv", "x"}, Made{"a.tsv", "", AE_IFLNK, "/etc/passwd"},
                            Made{"a.tsv", "", AE_IFREG, "b.tsv"}, Made{"a.tsv", "", AE_IFIFO}}) {
      make_archive(file, {bad}, false);
      CHECK(take_out(file).fault == "unsafe-archive");
    }
    make_archive(file, {Made{"../a.tsv", "x"}}, true);
    CHECK(take_out(file).fault == "unsafe-archive");
  }

  TEST_CASE("bombs are refused, also in entries that nobody wants") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a";
    for (const bool zip : {false, true})
      for (const char* name : {"a.tsv", "a.txt"}) {
        make_archive(file, {{name, std::string(40u << 20, '\0')}}, zip);
        CHECK(take_out(file).fault == "archive-too-big");
        CHECK(take_out(file, {.bytes = 1000, .ratio = 1 << 20}).fault == "archive-too-big");
        CHECK(take_out(file, {.ratio = 1 << 20}).fault.empty());
      }
    make_archive(file, {{"a.tsv", ""}, {"b.tsv", ""}, {"c.tsv", ""}}, true);
    CHECK(take_out(file, {.entries = 2}).fault == "archive-too-big");
    CHECK(take_out(file, {.entries = 3}).fault.empty());
  }

  TEST_CASE("an archive cut at any place is damaged, or gives what is whole") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a";
    for (const bool zip : {false, true}) {
      make_archive(file, {{"a.tsv", std::string(3000, 'x')}}, zip);
      const std::string whole = file_bytes(file);
      for (std::size_t cut = 0; cut < whole.size(); cut += 7) {
        put_file(file, whole.substr(0, cut));
        const Unpacked unpacked = take_out(file);
        if (unpacked.fault.empty() && !unpacked.files.empty())
          CHECK(unpacked.files.at("a.tsv").size() == 3000);
        else
          CHECK((unpacked.files.empty() || unpacked.fault == "archive-damaged"));
      }
    }
  }

  TEST_CASE("names are made safe, or are not") {
    CHECK(safe_entry_name("a\\b/c.tsv") == "a/b/c.tsv");
    CHECK(safe_entry_name("./a//b") == "a/b");
    CHECK(safe_entry_name("a..b/c...") == "a..b/c...");
    for (const char* bad : {"", "/a", "\\\\server\\a", "c:a", "..", "a/..", "a\\..\\b"})
      CHECK_FALSE(safe_entry_name(bad));
  }
}
