#include "tools/cli/evidence_links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sihu {
namespace {

constexpr std::size_t digest_length = 64;

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}
bool is_of_ending(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}
bool is_plain(char c) {
  return is_of_ending(c) || (c >= 'A' && c <= 'Z') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

// How long the name of evidence is that `text` begins with; 0: it begins with none.
std::size_t name_length(std::string_view text) {
  const auto digits = std::ranges::find_if_not(text, is_hex) - text.begin();
  if (digits != digest_length || text.size() < digest_length + 2 || text[digest_length] != '.')
    return 0;
  const auto ending = text.substr(digest_length + 1);
  const auto length = std::ranges::find_if_not(ending, is_of_ending) - ending.begin();
  return length == 0 ? 0 : digest_length + 1 + static_cast<std::size_t>(length);
}

}  // namespace

bool shows_links(const std::function<std::string(const char* name)>& environment) {
  if (const std::string forced = environment("FORCE_HYPERLINK"); !forced.empty())
    return forced != "0";
  const std::string terminal = environment("TERM");
  if (terminal == "dumb" || !environment("STY").empty()) return false;
  // GNOME's library for terminals knows links since 0.50.
  int vte = 0;
  const std::string version = environment("VTE_VERSION");
  std::from_chars(version.data(), version.data() + version.size(), vte);
  if (vte >= 5000) return true;
  for (const char* name : {"KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION"})
    if (!environment(name).empty()) return true;
  constexpr std::array<std::string_view, 5> terminals = {"xterm-kitty", "foot", "alacritty",
                                                         "xterm-ghostty", "contour"};
  constexpr std::array<std::string_view, 4> programs = {"iTerm.app", "WezTerm", "vscode",
                                                        "ghostty"};
  return std::ranges::find(terminals, terminal) != terminals.end() ||
         std::ranges::find(programs, environment("TERM_PROGRAM")) != programs.end();
}

std::string folder_address(std::string_view host, std::string_view path) {
  std::string address = fmt::format("file://{}", host);
  for (const char c : path)
    address +=
        is_plain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return address.ends_with('/') ? address : address + '/';
}

std::string with_evidence_links(std::string_view text, std::string_view address,
                                const std::function<bool(std::string_view name)>& is_at_hand) {
  std::string linked;
  while (!text.empty()) {
    const auto begin = static_cast<std::size_t>(std::ranges::find_if(text, is_hex) - text.begin());
    linked += text.substr(0, begin);
    text.remove_prefix(begin);
    const std::size_t length = name_length(text);
    const auto word =
        length > 0
            ? length
            : static_cast<std::size_t>(std::ranges::find_if_not(text, is_hex) - text.begin());
    const std::string_view name = text.substr(0, word);
    if (length > 0 && is_at_hand(name))
      linked += fmt::format("\x1b]8;;{}{}\x1b\\{}\x1b]8;;\x1b\\", address, name, name);
    else
      linked += name;
    text.remove_prefix(word);
  }
  return linked;
}

}  // namespace sihu
