#include "tools/cli/pager.hpp"

#include "store/program.hpp"

#include <algorithm>
#include <cstdlib>

namespace sihu {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return words;
}

// What a plain list of words can't say goes through a shell, as other programs do it.
std::vector<std::string> command_of(std::string_view given) {
  if (given.find_first_of("|&;<>()$`\\\"'*?[#~") == std::string_view::npos) return words_of(given);
  return {"sh", "-c", std::string(given)};
}

}  // namespace

std::vector<std::string> pager_wanted() {
  for (const char* name : {"SIHU_PAGER", "PAGER"})
    if (const char* given = std::getenv(name)) {
      auto words = command_of(given);
      return words == std::vector<std::string>{"cat"} ? std::vector<std::string>{} : words;
    }
  return {"less"};
}

bool show_in_pager(const std::vector<std::string>& pager, std::string_view text, int rows) {
  if (pager.empty() || std::ranges::count(text, '\n') < rows) return false;
  ProgramCall call{pager, text};
  // Quit where it fits after all, leave the text on the screen, let colours through; whatever else
  // somebody wants of less, colours and Chinese have to come through.
  const char* own = std::getenv("LESS");
  call.environment = {own ? std::string("LESS=-R ") + own : "LESS=FRX"};
  if (!std::getenv("LESSCHARSET")) call.environment.push_back("LESSCHARSET=utf-8");
  return show_program(call);
}

}  // namespace sihu
