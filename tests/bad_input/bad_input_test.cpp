// Every document of this folder through the gate and the loaders, its messages compared with the
// NAME.expected beside it: Chinese, a line `---`, English. SIHU_UPDATE=1 writes those files anew.
#include "document/lint.hpp"
#include "wording/render.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace sihu;

namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(SIHU_SOURCE_DIR) / "tests" / "bad_input";

std::string slurp(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<LintFile> context() {
  std::vector<LintFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder / "context"))
    if (entry.is_regular_file())
      files.push_back({entry.path().lexically_relative(folder / "context").generic_string(),
                       slurp(entry.path())});
  std::ranges::sort(files, {}, &LintFile::name);
  return files;
}

std::vector<fs::path> specimens() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".yaml" || ending == ".json" || ending == ".csv") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string said_about(const fs::path& file, const std::vector<LintFile>& context) {
  LintInput input;
  input.files.push_back({file.filename().string(), slurp(file)});
  input.context = context;
  // A sihu.yaml to be judged stands in for the one of the others.
  if (input.files[0].text.find("sihu: ") != std::string::npos)
    std::erase_if(input.context, [](const LintFile& other) { return other.name == "sihu.yaml"; });
  input.today = Date(2026, 10, 12);
  const std::vector<Fault> faults = lint(input);
  std::string text;
  for (const Lang lang : {Lang::zh, Lang::en}) {
    if (lang == Lang::en) text += "---\n";
    for (const Fault& fault : faults) text += render(fault, lang);
  }
  return text;
}

}  // namespace

TEST_SUITE("bad input") {
  TEST_CASE("every bad document gets the messages that are written beside it") {
    const std::vector<LintFile> others = context();
    const bool update = std::getenv("SIHU_UPDATE") != nullptr;
    const std::vector<fs::path> files = specimens();
    REQUIRE(files.size() >= 60);
    for (const fs::path& file : files) {
      const fs::path expected = file.string() + ".expected";
      const std::string said = said_about(file, others);
      if (update) std::ofstream(expected, std::ios::binary) << said;
      INFO(file.filename().string());
      CHECK(said == slurp(expected));
    }
  }

  TEST_CASE("only what is called good has no faults") {
    const std::vector<LintFile> others = context();
    for (const fs::path& file : specimens()) {
      const std::string name = file.stem().string();
      const bool good = name.find("good") != std::string::npos;
      INFO(name);
      CHECK((said_about(file, others) == "---\n") == good);
    }
  }

  TEST_CASE("a document cut off anywhere never does worse than complain") {
    const std::string whole = slurp(folder / "org-misc.yaml");
    for (std::size_t size = 0; size < whole.size(); ++size) {
      LintInput input;
      input.files.push_back({"sihu.yaml", whole.substr(0, size)});
      CHECK_NOTHROW(lint(input));
    }
  }
}
