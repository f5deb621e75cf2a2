#include "ledger/rewritten.hpp"

#include "ledger/file.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string in_utf8 = "八月党费";
const std::string in_gbk = "\xb0\xcb\xd4\xc2\xb5\xb3\xb7\xd1";

std::string file(const std::vector<std::string>& notes) {
  std::vector<Event> events;
  for (const std::string& note : notes)
    events.push_back(
        an_event(noon(static_cast<std::int64_t>(events.size())), "x", {{"note", note}}));
  return file_text(a_header(), events);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
    text.replace(at, what.size(), by), at += by.size();
  return text;
}

std::string widened(const std::string& text, bool little_end) {
  std::string wide = little_end ? "\xff\xfe" : "\xfe\xff";
  for (const char c : text) wide += little_end ? std::string{c, '\0'} : std::string{'\0', c};
  return wide;
}

// `bom f:1:1`, …
std::vector<std::string> faults_of(const std::string& text) {
  std::vector<std::string> found;
  const auto read = read_ledger_file(text, "f");
  if (!read)
    for (const Fault& fault : read.error().faults)
      found.push_back(fault.name + ' ' + to_string(fault.place));
  return found;
}

using List = std::vector<std::string>;

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("a file that a program rewrote is called what it became, once, at its first place") {
    const std::string text = file({"a", in_utf8, in_utf8, in_utf8});
    REQUIRE(faults_of(text).empty());
    CHECK(faults_of("\xef\xbb\xbf" + text) == List{"bom f:1:1"});
    CHECK(faults_of(widened(file({"a"}), true)) == List{"utf-16 f:1:1"});
    CHECK(faults_of(widened(file({"a"}), false)) == List{"utf-16 f:1:1"});
    CHECK(faults_of(widened(file({"a"}), true).substr(2)) == List{"utf-16 f:1:1"});
    const auto header_size = std::to_string(text.find('\n') + 1);
    CHECK(faults_of(replaced(text, "\n", "\r\n")) == List{"crlf f:1:" + header_size});
    CHECK(faults_of(replaced(text, in_utf8, in_gbk)) == List{"not-utf8 f:3:51"});
  }

  TEST_CASE("lines that were rewritten are counted, and who may have the original is said") {
    const std::string text = replaced(file({"a", in_utf8, "b", in_utf8}), in_utf8, in_gbk);
    const auto read = read_ledger_file(text, "f");
    REQUIRE_FALSE(read);
    const Fault& fault = read.error().faults.at(0);
    CHECK(fault.what.zh == "文字不是 UTF-8，像是 GBK（GB18030）；以下还有 1 行也是");
    CHECK(fault.hint.en.find("ask the sender for the original") != std::string::npos);
  }

  TEST_CASE("bytes that are damaged are no other encoding, and each line of them is named") {
    const std::string text = replaced(file({"a", in_utf8, in_utf8}), in_utf8, "\xff\xfe");
    CHECK(faults_of(text).size() == 2);
  }

  TEST_CASE("characters of two and of four bytes are GBK's and GB18030's") {
    for (const char* text : {"", "abc", "\xb0\xcb",
                             "a\xb0\xcb"
                             "b",
                             "\x81\x30\x81\x30"})
      CHECK(looks_like_gbk(text));
    for (const char* text :
         {"\xb0", "\xb0\x7f", "\xff\xb0", "\x80\x40", "\x81\x30\x81", "\x81\x30\x40\x30"})
      CHECK_FALSE(looks_like_gbk(text));
  }
}
