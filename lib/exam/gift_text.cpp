#include "exam/gift_text.hpp"

#include "gate/sheet_cell.hpp"

namespace sihu {

std::string plain_of_gift(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) {
      ++at;
      if (text[at] == 'n')
        out += '\n';
      else if (std::string_view("~=#{}:\\").find(text[at]) != std::string_view::npos)
        out += text[at];
      else
        out += {'\\', text[at]};
    } else {
      out += text[at];
    }
  }
  return out;
}

std::size_t find_bare(std::string_view text, std::string_view any, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (any.find(text[at]) != std::string_view::npos)
      return at;
  }
  return std::string_view::npos;
}

std::vector<std::string> gift_tokens(std::string_view comment, std::string_view key) {
  std::vector<std::string> found;
  const std::string open = "[" + std::string(key) + ":";
  for (std::size_t at = comment.find(open); at != std::string_view::npos;
       at = comment.find(open, at)) {
    at += open.size();
    const std::size_t end = comment.find(']', at);
    if (end == std::string_view::npos) break;
    found.push_back(trimmed_cell(comment.substr(at, end - at)));
  }
  return found;
}

}  // namespace sihu
