#include "ledger/omission.hpp"

#include "ledger/plain_file.hpp"
#include "ledger/tail.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string a_file() {
  std::vector<Event> events{an_event(noon(0), "a", {{"note", "一"}}),
                            an_event(noon(1), "b", {{"note", "二"}, {"part", "1/2"}}),
                            an_event(noon(2), "a", {{"note", "三"}, {"part", "2/2"}})};
  return file_text(a_header(), events);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
    lines.push_back(text.substr(at, text.find('\n', at) - at));
  return lines;
}

// The file with the lines of these numbers left out.
std::string without(const std::string& text, const std::vector<std::size_t>& numbers) {
  std::vector<std::string> lines = lines_of(text);
  for (const std::size_t number : numbers) lines[number - 1] = omission_of(lines[number - 1]);
  std::string out;
  for (const std::string& line : lines) (out += line) += '\n';
  return out;
}

bool passes(std::string_view text) {
  return pass_through(text, true, [](const PlainLine&, auto, auto) {}).has_value();
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("what stands for a line that was left out keeps instant and part, and no more") {
    const std::string line = lines_of(a_file())[2];
    const std::string check = line.substr(line.rfind('\t') + 1);
    // Not its check either: an answer has so few values that one could try which gives it.
    CHECK(omission_of(line) ==
          line.substr(0, 24) + "\t-\tline.omitted\t-\tpart=1/2\t0000000000000000");
    CHECK(is_omission(omission_of(line)));
    CHECK(omission_of(omission_of(line)) == omission_of(line));
    CHECK_FALSE(is_omission(line));
    CHECK_FALSE(is_omission(line.substr(0, 24) + "\t-\tline.omitted\t-\tnote=x\t" + check));
    CHECK_FALSE(is_omission(line.substr(0, 24) + "\t-\tline.omitted\t-\tpart=1/2"));
    CHECK_FALSE(is_omission(""));
  }

  TEST_CASE("an extract is whole as a chain, whichever lines are left out") {
    const std::string text = a_file();
    for (const auto& numbers : std::vector<std::vector<std::size_t>>{{2}, {3}, {4}, {2, 3, 4}}) {
      const std::string extract = without(text, numbers);
      CHECK(passes(extract));
      const auto file = read_ledger_file(extract, "f");
      REQUIRE(file);
      CHECK(file->events.size() == 3);
    }
  }

  TEST_CASE("an edit in an extract is found as in any file") {
    std::string extract = without(a_file(), {2});
    extract.replace(extract.find("三"), std::string("三").size(), "四");
    CHECK_FALSE(passes(extract));
    const auto file = read_ledger_file(extract, "f");
    REQUIRE_FALSE(file);
    CHECK(file.error().faults.front().name == "chain-broken");
  }

  TEST_CASE("an edit behind an omission shows when it is held against the file") {
    const std::string text = a_file();
    std::string extract = without(text, {2});
    extract.replace(extract.find("二"), std::string("二").size(), "四");
    CHECK(passes(extract));
    CHECK(fit_of_extract(extract, text) == ExtractFit::other);
  }

  TEST_CASE("extracts that still have the checks fit as well") {
    const std::string text = a_file();
    std::string extract = without(text, {3});
    const std::string line = lines_of(text)[2];
    const auto at = extract.find("0000000000000000");
    extract.replace(at, 16, line.substr(line.rfind('\t') + 1));
    CHECK(fit_of_extract(extract, text) == ExtractFit::same);
    extract.replace(at, 16, "0123456789abcdef");
    CHECK(fit_of_extract(extract, text) == ExtractFit::other);
  }

  TEST_CASE("an extract fits the file it was made of, and no other") {
    const std::string text = a_file();
    const std::string extract = without(text, {3});
    CHECK(fit_of_extract(extract, text) == ExtractFit::same);
    CHECK(fit_of_extract(text, text) == ExtractFit::same);
    CHECK(fit_of_extract(extract, text + "more\n") == ExtractFit::same);
    CHECK(fit_of_extract(extract, text.substr(0, text.rfind('\n', text.size() - 2) + 1)) ==
          ExtractFit::ahead);
    std::vector<Event> others{an_event(noon(0), "a", {{"note", "别的"}})};
    CHECK(fit_of_extract(extract, file_text(a_header(), others)) == ExtractFit::other);
    std::string edited = extract;
    edited[edited.find("part=1/2") + 9] = edited[edited.find("part=1/2") + 9] == '0' ? '1' : '0';
    CHECK(fit_of_extract(edited, text) == ExtractFit::other);
  }

  TEST_CASE("nothing is written behind an extract") {
    const std::string extract = without(a_file(), {2});
    const auto tail = read_file_tail(std::string_view(extract).substr(extract.find('\n') + 1), "f");
    REQUIRE_FALSE(tail);
    CHECK(tail.error().faults.front().name == "extract-not-continued");
  }
}
