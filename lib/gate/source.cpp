#include "gate/source.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int longest_excerpt = 160;  // characters

// The byte behind the first `count` characters, or the end.
std::size_t behind(std::string_view text, int count) {
  std::size_t at = 0;
  for (int i = 0; i < count && at < text.size(); ++i) next_code_point(text, at);
  return at;
}

// The front of a line that may be megabytes long, as far as an excerpt can need it.
std::string_view front(std::string_view line) {
  std::size_t end = 4 * (longest_excerpt + 1);
  if (line.size() <= end) return line;
  while ((static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
  return line.substr(0, end);
}

std::string shortened(std::string_view whole_line, int column, int width) {
  const std::string_view line = front(whole_line);
  if (find_invalid_utf8(line)) return {};
  const std::size_t end = behind(line, longest_excerpt);
  if (end == line.size()) return std::string(line);
  if (column + width > longest_excerpt) return {};
  return std::string(line.substr(0, end)) + "…";
}

}  // namespace

Source::Source(std::string_view text, std::string_view name) : text_(text), name_(name) {
  starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

Place Source::place(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *std::prev(next);
  const std::size_t before = count_code_points(text_.substr(start, offset - start));
  return {name_, static_cast<int>(next - starts_.begin()), static_cast<int>(before) + 1};
}

std::string_view Source::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return {};
  const std::size_t start = starts_[static_cast<std::size_t>(number) - 1];
  const bool last = static_cast<std::size_t>(number) == starts_.size();
  const std::size_t end = last ? text_.size() : starts_[static_cast<std::size_t>(number)] - 1;
  std::string_view line = text_.substr(start, end - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Fault Source::fault(const Place& place, int width, std::string name, Phrase what,
                    Phrase hint) const {
  Fault fault{place, std::move(name), std::move(what), std::move(hint)};
  // Places of another file (a checklist that this one extends) have no line here.
  if (place.file == name_ && place.column > 0) {
    fault.excerpt = shortened(line(place.line), place.column, width);
    fault.width = width;
  }
  return fault;
}

Place ForwardPlaces::at(std::size_t offset) {
  const std::string_view text = source_.text();
  if (offset < last_offset_) {
    last_ = source_.place(offset);
  } else {
    const std::string_view between = text.substr(last_offset_, offset - last_offset_);
    if (between.find('\n') == std::string_view::npos)
      last_.column += static_cast<int>(count_code_points(between));
    else
      last_ = source_.place(offset);
  }
  last_offset_ = offset;
  return last_;
}

std::vector<Fault> capped(std::vector<Fault> faults, std::size_t most) {
  if (faults.size() <= most) return faults;
  const std::size_t more = faults.size() - most;
  Fault rest{{faults.front().place.file, 0, 0},
             "and-more",
             phrase(Text{"另有 {0} 处未列出", "and {0} more"}, more)};
  rest.warning = faults[most].warning;
  rest.stands_for = more;
  faults.resize(most);
  faults.push_back(std::move(rest));
  return faults;
}

}  // namespace sihu
